/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track as a widget: what the chosen entities are worth, and what is paid, over the very time
 * that the timeline shows. It moves with the timeline, and moves it. */
#pragma once

#include "widgets/canvas.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_AMOUNTS_CANVAS (whence_amounts_canvas_get_type ())
G_DECLARE_FINAL_TYPE (WhenceAmountsCanvas, whence_amounts_canvas, WHENCE, AMOUNTS_CANVAS, WhenceCanvas)

void whence_amounts_canvas_set_document (WhenceAmountsCanvas *self, WhenceDocument *document);

/* px at the right of the head that something laid over the canvas takes. */
void whence_amounts_canvas_reserve_head (WhenceAmountsCanvas *self, double width);

/* Why amounts are no signs here, in sentences; NULL when all are. Transfer full. */
char *whence_amounts_canvas_describe_omitted (WhenceAmountsCanvas *self);

G_END_DECLS
