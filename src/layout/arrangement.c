/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each node is: immutable; a drag makes a copy. */
#include "layout/arrangement-private.h"

#include <string.h>

WhenceArrangement *
whence_arrangement_ref (WhenceArrangement *arrangement)
{
  g_atomic_ref_count_inc (&arrangement->ref_count);
  return arrangement;
}

void
whence_arrangement_unref (WhenceArrangement *arrangement)
{
  if (!g_atomic_ref_count_dec (&arrangement->ref_count))
    return;
  whence_graph_unref (arrangement->graph);
  g_clear_pointer (&arrangement->known_by, whence_known_by_unref);
  g_free (arrangement->at);
  g_free (arrangement->pinned);
  g_free (arrangement->undated);
  g_free (arrangement);
}

WhenceArrangement *
whence_arrangement_alloc (WhenceGraph *graph)
{
  WhenceArrangement *arrangement = g_new0 (WhenceArrangement, 1);

  g_atomic_ref_count_init (&arrangement->ref_count);
  arrangement->graph = graph;
  arrangement->center = WHENCE_NONE;
  arrangement->at = g_new0 (WhencePoint, MAX (1, graph->n_nodes));
  arrangement->pinned = g_new0 (guint8, MAX (1, graph->n_nodes));
  return arrangement;
}

WhenceArrangement *
whence_arrangement_copy (const WhenceArrangement *arrangement)
{
  guint32 n = arrangement->graph->n_nodes;
  WhenceArrangement *copy = whence_arrangement_alloc (whence_graph_ref (arrangement->graph));

  copy->layout = arrangement->layout;
  copy->faith = arrangement->faith;
  copy->seed = arrangement->seed;
  copy->focus = arrangement->focus;
  copy->center = arrangement->center;
  copy->settled = arrangement->settled;
  copy->known_by = arrangement->known_by != NULL ? whence_known_by_ref (arrangement->known_by) : NULL;
  memcpy (copy->at, arrangement->at, n * sizeof *copy->at);
  memcpy (copy->pinned, arrangement->pinned, n);
  copy->undated = g_memdup2 (arrangement->undated, n);
  copy->n_columns = arrangement->n_columns;
  copy->time = arrangement->time;
  return copy;
}

gboolean
whence_arrangement_suits_any_room (const WhenceArrangement *arrangement)
{
  return arrangement->settled && arrangement->layout != WHENCE_LAYOUT_CHRONOLOGICAL;
}

WhenceLayoutKind
whence_arrangement_get_layout (const WhenceArrangement *arrangement)
{
  return arrangement->layout;
}

WhenceFaith
whence_arrangement_get_faith (const WhenceArrangement *arrangement)
{
  return arrangement->faith;
}

guint32
whence_arrangement_get_focus (const WhenceArrangement *arrangement)
{
  return arrangement->focus;
}
