/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document's facts in time. The stretch it shows is the document's range. Signal: "open-shelf" when facts
 * without a date are asked for; who shows them returns TRUE. */
#pragma once

#include "widgets/canvas.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_TIMELINE_CANVAS (whence_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (WhenceTimelineCanvas, whence_timeline_canvas, WHENCE, TIMELINE_CANVAS, WhenceCanvas)

/* Where facts without a date stand: on a shelf below the lanes, of which there may be the head only, or
 * elsewhere. */
typedef enum
{
  WHENCE_SHELF_BELOW,
  WHENCE_SHELF_CLOSED,
  WHENCE_SHELF_BESIDE,
} WhenceShelfPlace;

void whence_timeline_canvas_set_shelf (WhenceTimelineCanvas *self, WhenceShelfPlace place);

void whence_timeline_canvas_set_document (WhenceTimelineCanvas *self, WhenceDocument *document);

/* Why facts are no marks here, in a sentence; NULL when all are. Transfer full. */
char *whence_timeline_canvas_describe_omitted (WhenceTimelineCanvas *self);

G_END_DECLS
