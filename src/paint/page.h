/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page that stands alone: title, drawings, key, sources, and what is not shown. Composed once, painted on
 * any pen. */
#pragma once

#include "paint/export.h"
#include "paint/pen.h"

G_BEGIN_DECLS

typedef struct _WhencePage WhencePage;

/* Of @options->width × @options->height px; nothing overlaps and nothing is cut: what has no room is counted,
 * and on a page too small for its key the drawing comes first. NULL when cancelled. Transfer full. */
WhencePage *whence_page_new (WhenceScope *scope, const WhencePictureOptions *options,
                             GCancellable *cancellable);
void whence_page_free (WhencePage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhencePage, whence_page_free)

void whence_page_paint (const WhencePage *page, WhencePen *pen);

G_END_DECLS
