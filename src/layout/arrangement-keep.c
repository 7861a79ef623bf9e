/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a new arrangement may keep the places of the one before: everybody stays as long as places do not
 * come to say what is not so. O(nodes + ties). */
#include "layout/arrangement-private.h"

static gboolean
same_entity (const WhenceGraph *now, guint32 a, const WhenceGraph *then, guint32 b)
{
  WhenceEntity x, y;

  if (a >= now->n_entities || b >= then->n_entities)
    return a >= now->n_entities && b >= then->n_entities;
  whence_bundle_get_entity (now->bundle, a, &x);
  whence_bundle_get_entity (then->bundle, b, &y);
  return g_str_equal (x.id, y.id);
}

static gboolean
same_ties (const WhenceGraph *now, const WhenceGraph *then)
{
  if (now == then)
    return TRUE;
  if (now->n_nodes != then->n_nodes || now->n_entities != then->n_entities || now->n_ties != then->n_ties)
    return FALSE;
  for (guint32 i = 0; i < now->n_entities; i++)
    if (!same_entity (now, i, then, i))
      return FALSE;
  for (guint32 t = 0; t < now->n_ties; t++)
    {
      const WhenceTie *a = &now->ties[t], *b = &then->ties[t];
      if (a->from != b->from || a->to != b->to || a->arrow != b->arrow
          || whence_bundle_get_fact_type (now->bundle, a->fact)->category
               != whence_bundle_get_fact_type (then->bundle, b->fact)->category)
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_date (const WhenceKnownBy *a, const WhenceKnownBy *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (whence_known_by_get_date (a), whence_known_by_get_date (b));
}

gboolean
whence_arrangement_keeps_places (const WhenceArrangement *now, const WhenceArrangeRequest *request)
{
  const WhenceArrangement *previous = request->previous;

  if (previous == NULL || previous->layout != request->layout || previous->seed != request->seed
      || previous->faith != request->faith || !same_date (previous->known_by, now->known_by))
    return FALSE;
  switch (request->layout)
    {
    case WHENCE_LAYOUT_CONCENTRIC:
      return same_entity (now->graph, request->focus, previous->graph, previous->focus)
             && same_ties (now->graph, previous->graph);
    case WHENCE_LAYOUT_LAYERED:
    case WHENCE_LAYOUT_COMMAND:
      return same_ties (now->graph, previous->graph);
    case WHENCE_LAYOUT_ORGANIC:
    case WHENCE_LAYOUT_CHRONOLOGICAL:
    case WHENCE_LAYOUT_SAVED:
    default:
      return TRUE;
    }
}

gboolean
whence_arrangement_is_of_other_date (const WhenceArrangement *a, const WhenceArrangement *b)
{
  return !same_date (a->known_by, b->known_by);
}
