/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From what is to be seen to a window of time. Linear in the facts. */
#include "widgets/time-frame.h"

#include "layout/timeline-ghosts.h"
#include "model/readings.h"

#define FRAME_ROOM 0.5    /* of what is framed, on either side */
#define LEAST_FRAME 120.0 /* seconds */

void
whence_time_frame_add (const WhenceDate *date, gint64 *from, gint64 *to)
{
  const WhenceBound *bounds[] = { &date->start, &date->end };

  for (guint i = 0; date->form != WHENCE_DATE_NONE && i < G_N_ELEMENTS (bounds); i++)
    if (bounds[i]->kind == WHENCE_BOUND_GIVEN)
      {
        *from = MIN (*from, bounds[i]->earliest);
        *to = MAX (*to, bounds[i]->latest);
      }
}

/* Where it is disputed, all dates of it that were known. */
static void
add_fact (const WhenceScope *scope, guint32 fact, gint64 *from, gint64 *to)
{
  const WhenceDate *dates[1 + WHENCE_MOST_GHOSTS];
  guint n = whence_readings_list_dates (whence_scope_get_bundle (scope), fact,
                                        whence_scope_get_known_by (scope), dates, G_N_ELEMENTS (dates));

  for (guint i = 0; i < n; i++)
    whence_time_frame_add (dates[i], from, to);
}

/* Has the document show [from, to) with as much again around it; FALSE where that is empty. */
static gboolean
frame_stretch (WhenceDocument *document, gint64 from, gint64 to)
{
  WhenceTimeView second = { from, 1, 0 };
  double length;

  if (from >= to)
    return FALSE;
  length = MAX (whence_time_view_to_x (second, to), LEAST_FRAME);
  whence_document_set_range (document, whence_time_view_to_instant (second, -length * FRAME_ROOM),
                             whence_time_view_to_instant (second, length * (1 + FRAME_ROOM)));
  return TRUE;
}

gboolean
whence_time_frame_find (WhenceDocument *document, const WhenceRef *refs, guint n_refs, gint64 *from,
                        gint64 *to)
{
  const WhenceScope *scope = whence_document_get_scope (document);

  *from = G_MAXINT64;
  *to = G_MININT64;
  for (guint i = 0; i < n_refs; i++)
    {
      g_autoptr (GArray) facts =
        whence_ref_list_facts (refs[i], whence_scope_get_bundle (scope), whence_scope_get_known_by (scope));
      for (guint k = 0; k < facts->len; k++)
        add_fact (scope, g_array_index (facts, guint32, k), from, to);
    }
  return *from < *to;
}

gboolean
whence_time_frame_refs (WhenceDocument *document, const WhenceRef *refs, guint n_refs)
{
  gint64 from, to;

  return whence_time_frame_find (document, refs, n_refs, &from, &to) && frame_stretch (document, from, to);
}
