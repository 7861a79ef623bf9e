/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each node is: from one of the layouts, from the bundle, or from where it was before. Immutable; a
 * drag makes a copy. All facts of the bundle count, filtered or not, so that filters move nobody. */
#include "layout/graph-scene-private.h"
#include "layout/organic.h"

#include <math.h>

#define LABELLED_MAX 420 /* nodes: beyond, names come with zoom and take no part in the layout */
#define GAP 8.0
#define PARALLEL_MARGIN 8.0  /* px */
#define PARALLEL_LENGTH 0.08 /* of an edge */
#define AMOUNT_LENGTH 0.4
#define FAR 1e7 /* units: saved positions beyond are taken for damage */

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
  g_free (arrangement->at);
  g_free (arrangement->pinned);
  g_free (arrangement);
}

static WhenceArrangement *
arrangement_alloc (WhenceGraph *graph)
{
  WhenceArrangement *arrangement = g_new0 (WhenceArrangement, 1);

  g_atomic_ref_count_init (&arrangement->ref_count);
  arrangement->graph = graph;
  arrangement->at = g_new0 (WhencePoint, MAX (1, graph->n_nodes));
  arrangement->pinned = g_new0 (guint8, MAX (1, graph->n_nodes));
  return arrangement;
}

/* --- The sizes of nodes -------------------------------------------------------------------------- */

static WhenceRect *
measure_boxes (const WhenceGraph *graph, const WhenceMeasure *measure)
{
  WhenceRect *boxes = g_new (WhenceRect, MAX (1, graph->n_nodes));

  for (guint32 i = 0; i < graph->n_nodes; i++)
    {
      double radius = whence_graph_node_radius (graph, NULL, i);
      WhenceTextBlock label = { 0 };
      if (graph->n_nodes <= LABELLED_MAX)
        whence_graph_node_label (graph, i, measure, &label);
      boxes[i] = whence_graph_node_box (radius, &label);
      whence_text_block_clear (&label);
    }
  return boxes;
}

/* Pairs with several facts, and with amounts that want to be read, stand a little farther apart. */
static WhenceOrganicEdge *
measure_edges (const WhenceGraph *graph)
{
  const WhenceNet *net = graph->net;
  WhenceOrganicEdge *edges = g_new0 (WhenceOrganicEdge, MAX (1, net->first[net->n]));

  for (guint32 e = 0; e < net->first[net->n]; e++)
    edges[e].length = 1;
  for (guint32 t = 0; t < graph->n_ties; t++)
    {
      WhenceFact fact;
      const guint32 ends[] = { graph->ties[t].from, graph->ties[t].to };
      whence_bundle_get_fact (graph->bundle, graph->ties[t].fact, &fact);
      for (guint i = 0; i < 2; i++)
        for (guint32 e = net->first[ends[i]]; e < net->first[ends[i] + 1]; e++)
          if (net->target[e] == ends[1 - i])
            {
              edges[e].margin += PARALLEL_MARGIN;
              edges[e].length += fact.has_amount && !graph->ties[t].spoke ? AMOUNT_LENGTH : PARALLEL_LENGTH;
            }
    }
  for (guint32 e = 0; e < net->first[net->n]; e++)
    {
      edges[e].length = MIN (edges[e].length - PARALLEL_LENGTH, 1.7);
      edges[e].margin = CLAMP (edges[e].margin - PARALLEL_MARGIN, 0, 34);
    }
  return edges;
}

/* --- Positions that are known -------------------------------------------------------------------- */

/* Takes over where @previous has the same nodes, by id when it is of another bundle. */
static void
recall (WhenceArrangement *arrangement, const WhenceArrangement *previous, guint8 *known)
{
  const WhenceGraph *now = arrangement->graph, *then = previous->graph;
  g_autofree guint32 *node_of_fact = NULL;

  if (now == then)
    {
      memcpy (arrangement->at, previous->at, now->n_nodes * sizeof *arrangement->at);
      memcpy (arrangement->pinned, previous->pinned, now->n_nodes);
      memset (known, TRUE, now->n_nodes);
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
        }
    }
}

static guint32
recall_saved (WhenceArrangement *arrangement, guint8 *known)
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
  /* A leaf does not start on its hub. */
  arrangement->at[node] =
    (WhencePoint){ x / count + (count == 1 ? 60 : 0), y / count + (count == 1 ? 24 : 0) };
  return TRUE;
}

/* New nodes start at the middle of those they know, first those who know somebody, then those who know them;
 * those who know nobody, below everything. */
static void
place_newcomers (WhenceArrangement *arrangement, const WhenceRect *boxes, guint8 *known)
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
        arrangement->at[i] = (WhencePoint){ left - boxes[i].x, bottom + 2 * GAP - boxes[i].y };
        left += boxes[i].width + GAP;
      }
}

/* --- The whole ----------------------------------------------------------------------------------- */

static gboolean
keeps_places (const WhenceArrangeRequest *request)
{
  const WhenceArrangement *previous = request->previous;

  return previous != NULL && previous->layout == request->layout && previous->seed == request->seed
         && (request->layout != WHENCE_LAYOUT_CONCENTRIC || previous->focus == request->focus);
}

static gboolean
settle (WhenceArrangement *arrangement, const WhenceRect *boxes, guint8 *known, GCancellable *cancellable)
{
  guint32 n = arrangement->graph->n_nodes;
  g_autofree guint8 *old = g_memdup2 (known, MAX (1, n));

  place_newcomers (arrangement, boxes, known);
  return whence_organic_separate (boxes, old, n, GAP, arrangement->at, cancellable);
}

/* A view that has no size yet asks for 0 : 0. */
static double
usable_aspect (double aspect)
{
  return isfinite (aspect) && aspect > 0 ? CLAMP (aspect, 0.2, 5) : 1;
}

static gboolean
lay_out_anew (WhenceArrangement *arrangement, const WhenceArrangeRequest *request, const WhenceRect *boxes,
              GCancellable *cancellable)
{
  guint32 n = arrangement->graph->n_nodes;
  g_autofree WhencePoint *at = g_new0 (WhencePoint, MAX (1, n));
  g_autofree WhenceOrganicEdge *edges = n <= LABELLED_MAX ? measure_edges (arrangement->graph) : NULL;
  WhenceOrganic problem = { arrangement->graph->net,         boxes,        edges, NULL,
                            usable_aspect (request->aspect), request->seed };
  gboolean any_pinned = FALSE;

  if (n == 0)
    return TRUE;
  if (!whence_arrangement_lay_out (arrangement->graph, request, &problem, at, cancellable))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      any_pinned |= arrangement->pinned[i];
      if (!arrangement->pinned[i])
        arrangement->at[i] = at[i];
    }
  return !any_pinned
         || whence_organic_separate (boxes, arrangement->pinned, n, GAP, arrangement->at, cancellable);
}

WhenceArrangement *
whence_arrangement_new (const WhenceArrangeRequest *request, GCancellable *cancellable)
{
  WhenceBundle *bundle = whence_scope_get_bundle (request->scope);
  const WhenceArrangement *previous = request->previous;
  gboolean same = previous != NULL && previous->graph->bundle == bundle;
  g_autoptr (WhenceArrangement) arrangement =
    arrangement_alloc (same ? whence_graph_ref (previous->graph) : whence_graph_new (bundle));
  guint32 n = arrangement->graph->n_nodes, n_saved = 0;
  g_autofree WhenceRect *boxes = measure_boxes (arrangement->graph, &request->measure);
  g_autofree guint8 *known = g_new0 (guint8, MAX (1, n));
  gboolean done;

  arrangement->layout = request->layout;
  arrangement->seed = request->seed;
  arrangement->focus = request->focus;
  if (previous != NULL)
    recall (arrangement, previous, known);
  if (request->layout == WHENCE_LAYOUT_SAVED && !keeps_places (request))
    n_saved = recall_saved (arrangement, known);
  /* A few saved positions are pins on a layout; many are the layout. */
  if (keeps_places (request) || (n_saved > 0 && 2 * n_saved >= arrangement->graph->n_entities))
    done = settle (arrangement, boxes, known, cancellable);
  else
    done = lay_out_anew (arrangement, request, boxes, cancellable);
  return done && !g_cancellable_is_cancelled (cancellable) ? g_steal_pointer (&arrangement) : NULL;
}

static WhenceArrangement *
arrangement_copy (const WhenceArrangement *arrangement)
{
  guint32 n = arrangement->graph->n_nodes;
  WhenceArrangement *copy = arrangement_alloc (whence_graph_ref (arrangement->graph));

  copy->layout = arrangement->layout;
  copy->seed = arrangement->seed;
  copy->focus = arrangement->focus;
  memcpy (copy->at, arrangement->at, n * sizeof *copy->at);
  memcpy (copy->pinned, arrangement->pinned, n);
  return copy;
}

WhenceArrangement *
whence_arrangement_move (const WhenceArrangement *arrangement, guint32 entity, double x, double y)
{
  WhenceArrangement *copy = arrangement_copy (arrangement);

  g_return_val_if_fail (entity < copy->graph->n_entities, copy);
  copy->at[entity] = (WhencePoint){ x, y };
  copy->pinned[entity] = TRUE;
  return copy;
}

WhenceArrangement *
whence_arrangement_unpin (const WhenceArrangement *arrangement, guint32 entity)
{
  WhenceArrangement *copy = arrangement_copy (arrangement);

  g_return_val_if_fail (entity < copy->graph->n_entities, copy);
  copy->pinned[entity] = FALSE;
  return copy;
}

gboolean
whence_arrangement_is_pinned (const WhenceArrangement *arrangement, guint32 entity)
{
  return entity < arrangement->graph->n_entities && arrangement->pinned[entity];
}

WhencePoint
whence_arrangement_get_position (const WhenceArrangement *arrangement, guint32 entity)
{
  g_return_val_if_fail (entity < arrangement->graph->n_entities, ((WhencePoint){ 0, 0 }));
  return arrangement->at[entity];
}
