/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis over a chronological graph, and the heading of those without a date beside it. O(width). */
#include "layout/graph-scene-private.h"

#include <glib/gi18n-lib.h>

WhenceGraphAxis *
whence_graph_axis_new (const WhenceArrangement *arrangement, const WhenceGraphRequest *request)
{
  WhenceGraphAxis *axis;
  WhenceTimeView time;

  if (!whence_graph_view_get_time (request->view, request->width, arrangement, &time))
    return NULL;
  axis = g_new0 (WhenceGraphAxis, 1);
  axis->width = request->width - whence_arrangement_get_side (arrangement, request->width);
  axis->view = time;
  whence_axis_init (&axis->ticks, time, 0, axis->width, &request->measure);
  if (arrangement->n_columns > 0)
    whence_text_block_init (&axis->heading, C_ ("heading of those beside the axis", "Undated"),
                            WHENCE_FONT_AXIS, request->width - axis->width - 12, 1, &request->measure);
  return axis;
}

void
whence_graph_axis_free (WhenceGraphAxis *axis)
{
  if (axis == NULL)
    return;
  whence_axis_clear (&axis->ticks);
  whence_text_block_clear (&axis->heading);
  g_free (axis);
}
