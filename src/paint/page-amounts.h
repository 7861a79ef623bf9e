/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track on a page: how much of the timeline's room it takes, and the track itself. */
#pragma once

#include "paint/page-views.h"

G_BEGIN_DECLS

/* Gives the track its box, at most @most px high, at the bottom of the timeline's, which shrinks, where it is
 * asked for, the scope has amounts, and enough is left for the lanes. */
void whence_page_amounts_carve (WhencePageViews *views, const WhenceScope *scope,
                                const WhencePictureOptions *options, double most);

/* Lays the track out in its box, at the zoom and the very x of the timeline. FALSE when cancelled. */
gboolean whence_page_amounts_build (WhencePageViews *views, WhenceScope *scope,
                                    const WhencePictureOptions *options, GCancellable *cancellable);

void whence_page_amounts_paint (const WhencePageViews *views, const WhenceStyle *style, WhencePen *pen);

G_END_DECLS
