/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the map in mind: nodes stand where they stood before or where the bundle says, and newcomers among
 * those they know. O(nodes and edges). */
#include "layout/graph-scene-private.h"
#include "layout/layouts.h"

#include <math.h>

#define GAP 16.0
#define LEAF 65.0            /* px from its hub */
#define GOLDEN_TURN 0.381966 /* between one newcomer and the next: so they stand all around */
#define FAR 1e7              /* units: saved positions beyond are taken for damage */

void
whence_arrangement_recall (WhenceArrangement *arrangement, const WhenceArrangement *previous, guint8 *known)
{
  const WhenceGraph *now = arrangement->graph, *then = previous->graph;
  g_autofree guint32 *node_of_fact = NULL;

  arrangement->undated = previous->undated != NULL && arrangement->layout == WHENCE_LAYOUT_CHRONOLOGICAL
                           ? g_new0 (guint8, MAX (1, now->n_nodes))
                           : NULL;
  /* Where this is kept, entities have the same numbers. */
  arrangement->center = previous->center;
  arrangement->time = previous->time;
  arrangement->n_columns = previous->n_columns;
  if (now == then)
    {
      memcpy (arrangement->at, previous->at, now->n_nodes * sizeof *arrangement->at);
      memcpy (arrangement->pinned, previous->pinned, now->n_nodes);
      memset (known, TRUE, now->n_nodes);
      if (arrangement->undated != NULL)
        memcpy (arrangement->undated, previous->undated, now->n_nodes);
      return;
    }
  node_of_fact = g_new (guint32, MAX (1, whence_bundle_get_n_facts (then->bundle)));
  memset (node_of_fact, 0xff, whence_bundle_get_n_facts (then->bundle) * sizeof *node_of_fact);
  for (guint32 i = then->n_entities; i < then->n_nodes; i++)
    node_of_fact[then->node_fact[i - then->n_entities]] = i;
  for (guint32 i = 0; i < now->n_nodes; i++)
    {
      guint32 other = WHENCE_NONE;
      if (i < now->n_entities)
        {
          WhenceEntity entity;
          whence_bundle_get_entity (now->bundle, i, &entity);
          other = whence_bundle_find_entity (then->bundle, entity.id);
        }
      else
        {
          WhenceFact fact;
          guint32 index;
          whence_bundle_get_fact (now->bundle, now->node_fact[i - now->n_entities], &fact);
          index = whence_bundle_find_fact (then->bundle, fact.id);
          other = index == WHENCE_NONE ? WHENCE_NONE : node_of_fact[index];
        }
      known[i] = other != WHENCE_NONE;
      if (known[i])
        {
          arrangement->at[i] = previous->at[other];
          arrangement->pinned[i] = previous->pinned[other];
          if (arrangement->undated != NULL)
            arrangement->undated[i] = previous->undated[other];
        }
    }
}

guint32
whence_arrangement_recall_saved (WhenceArrangement *arrangement, guint8 *known)
{
  guint32 n_known = 0;

  for (guint32 i = 0; i < arrangement->graph->n_entities; i++)
    {
      double x, y;
      if (!whence_bundle_get_position (arrangement->graph->bundle, i, &x, &y)
          || !(fabs (x) < FAR && fabs (y) < FAR))
        continue;
      arrangement->at[i] = (WhencePoint){ x, y };
      arrangement->pinned[i] = known[i] = TRUE;
      n_known++;
    }
  return n_known;
}

static gboolean
place_among_known (WhenceArrangement *arrangement, const guint8 *known, guint32 node)
{
  const WhenceNet *net = arrangement->graph->net;
  double x = 0, y = 0;
  guint32 count = 0;

  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    if (known[net->target[e]])
      {
        x += arrangement->at[net->target[e]].x;
        y += arrangement->at[net->target[e]].y;
        count++;
      }
  if (count == 0)
    return FALSE;
  arrangement->at[node] = (WhencePoint){ x / count, y / count };
  /* A leaf does not start on its hub, nor do several on one another. */
  if (count == 1)
    {
      WhencePoint way = whence_turn_vector (node * GOLDEN_TURN);
      arrangement->at[node].x += LEAF * way.x;
      arrangement->at[node].y += LEAF * way.y;
    }
  return TRUE;
}

/* New nodes start at the middle of those they know, first those who know somebody, then those who know them;
 * those who know nobody, below everything. */
void
whence_arrangement_place_newcomers (WhenceArrangement *arrangement, const WhenceRect *boxes, guint8 *known)
{
  const WhenceNet *net = arrangement->graph->net;
  g_autofree guint32 *placed = g_new (guint32, MAX (1, net->n));
  guint32 n_placed = 0;
  double left = 0, bottom = 0;
  gboolean any = FALSE;

  for (guint32 i = 0; i < net->n; i++)
    if (!known[i] && place_among_known (arrangement, known, i))
      {
        known[i] = TRUE;
        placed[n_placed++] = i;
      }
  for (guint32 p = 0; p < n_placed; p++)
    for (guint32 e = net->first[placed[p]]; e < net->first[placed[p] + 1]; e++)
      {
        guint32 other = net->target[e];
        if (known[other])
          continue;
        place_among_known (arrangement, known, other);
        known[other] = TRUE;
        placed[n_placed++] = other;
      }
  for (guint32 i = 0; i < net->n; i++)
    if (known[i])
      {
        left = any ? MIN (left, arrangement->at[i].x + boxes[i].x) : arrangement->at[i].x + boxes[i].x;
        bottom = any ? MAX (bottom, arrangement->at[i].y + whence_rect_bottom (boxes[i]))
                     : arrangement->at[i].y + whence_rect_bottom (boxes[i]);
        any = TRUE;
      }
  for (guint32 i = 0; i < net->n; i++)
    if (!known[i])
      {
        arrangement->at[i] = (WhencePoint){ left - boxes[i].x, bottom + GAP - boxes[i].y };
        left += boxes[i].width + GAP / 2;
      }
}
