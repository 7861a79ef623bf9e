/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the map in mind: nodes stand where they stood before or where the bundle says, and newcomers among
 * those they know. O(nodes and edges). */
#include "layout/arrangement-private.h"
#include "layout/layouts.h"

#include <math.h>

#define GAP 16.0
#define LEAF 65.0            /* px from its hub */
#define GOLDEN_TURN 0.381966 /* between one newcomer and the next: so they stand all around */
#define FAR 1e7              /* units: saved positions beyond are taken for damage */

/* Of a node of @now that in @then, or WHENCE_NONE; @node_of_fact: of @then. */
static guint32
find_former (const WhenceGraph *now, guint32 node, const WhenceGraph *then, const guint32 *node_of_fact)
{
  guint32 fact;

  if (node < now->n_entities)
    return whence_bundle_find_entity (then->bundle, whence_bundle_get_entity_id (now->bundle, node));
  fact = whence_bundle_find_fact (
    then->bundle, whence_bundle_get_fact_id (now->bundle, now->node_fact[node - now->n_entities]));
  return fact == WHENCE_NONE ? WHENCE_NONE : node_of_fact[fact];
}

/* The node of each fact of the bundle, or WHENCE_NONE. Transfer full. */
static guint32 *
list_fact_nodes (const WhenceGraph *graph)
{
  guint n_facts = whence_bundle_get_n_facts (graph->bundle);
  guint32 *node_of_fact = g_new (guint32, MAX (1, n_facts));

  memset (node_of_fact, 0xff, n_facts * sizeof *node_of_fact);
  for (guint32 i = graph->n_entities; i < graph->n_nodes; i++)
    node_of_fact[graph->node_fact[i - graph->n_entities]] = i;
  return node_of_fact;
}

static void
recall_by_id (WhenceArrangement *arrangement, const WhenceArrangement *previous, guint8 *known)
{
  const WhenceGraph *now = arrangement->graph;
  g_autofree guint32 *node_of_fact = list_fact_nodes (previous->graph);

  for (guint32 i = 0; i < now->n_nodes; i++)
    {
      guint32 former = find_former (now, i, previous->graph, node_of_fact);
      known[i] = former != WHENCE_NONE;
      if (!known[i])
        continue;
      arrangement->at[i] = previous->at[former];
      arrangement->pinned[i] = previous->pinned[former];
      if (arrangement->undated != NULL)
        arrangement->undated[i] = previous->undated[former];
    }
}

void
whence_arrangement_recall (WhenceArrangement *arrangement, const WhenceArrangement *previous, guint8 *known)
{
  guint32 n_nodes = arrangement->graph->n_nodes;

  arrangement->undated = previous->undated != NULL && arrangement->layout == WHENCE_LAYOUT_CHRONOLOGICAL
                           ? g_new0 (guint8, MAX (1, n_nodes))
                           : NULL;
  /* Where this is kept, entities have the same numbers. */
  arrangement->center = previous->center;
  arrangement->time = previous->time;
  arrangement->n_columns = previous->n_columns;
  if (arrangement->graph != previous->graph)
    {
      recall_by_id (arrangement, previous, known);
      return;
    }
  memcpy (arrangement->at, previous->at, n_nodes * sizeof *arrangement->at);
  memcpy (arrangement->pinned, previous->pinned, n_nodes);
  memset (known, TRUE, n_nodes);
  if (arrangement->undated != NULL)
    memcpy (arrangement->undated, previous->undated, n_nodes);
}

guint32
whence_arrangement_recall_saved (WhenceArrangement *arrangement, const WhenceBundle *bundle, guint8 *known)
{
  guint32 n_known = 0;

  for (guint32 i = 0; i < arrangement->graph->n_entities; i++)
    {
      double x, y;
      if (!whence_bundle_get_position (bundle, i, &x, &y) || !(fabs (x) < FAR && fabs (y) < FAR))
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
