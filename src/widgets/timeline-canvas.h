/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document's facts in time. The stretch it shows is the document's range. */
#pragma once

#include "widgets/canvas.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_TIMELINE_CANVAS (whence_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (WhenceTimelineCanvas, whence_timeline_canvas, WHENCE, TIMELINE_CANVAS, WhenceCanvas)

void whence_timeline_canvas_set_document (WhenceTimelineCanvas *self, WhenceDocument *document);

/* Why facts are no marks here, in a sentence; NULL when all are. Transfer full. */
char *whence_timeline_canvas_describe_omitted (WhenceTimelineCanvas *self);

G_END_DECLS
