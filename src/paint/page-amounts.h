/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track on a page: how much of the timeline's room it takes, and the track itself. */
#pragma once

#include "layout/amounts-scene.h"
#include "paint/export.h"

G_BEGIN_DECLS

/* How much of @box, the room of the timeline, the amounts track should have at its bottom; px, 0: none. It
 * has some where it is asked for, the scope has amounts, and enough is left for the lanes. */
double whence_page_amounts_height (const WhenceScope *scope, const WhencePictureOptions *options,
                                   WhenceRect box);

/* The track of that size (px of the layout), at the very x of @view. NULL when cancelled. Transfer full. */
WhenceAmountsScene *whence_page_amounts_new (WhenceScope *scope, const WhencePictureOptions *options,
                                             WhenceTimeView view, double width, double height,
                                             GCancellable *cancellable);

G_END_DECLS
