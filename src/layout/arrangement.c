/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each node is: from one of the layouts, from the bundle, or from where it was before. Immutable; a
 * drag makes a copy. All facts of the bundle count, filtered or not, so that filters move nobody; but where
 * places say something, only what was known by the date by which things are to be known. */
#include "layout/graph-scene-private.h"
#include "layout/organic-steps.h"

#include <math.h>

#define LABELLED_MAX 420 /* nodes: beyond, names come with zoom and take no part in the layout */
#define GAP 8.0
#define PARALLEL_MARGIN 8.0  /* px */
#define PARALLEL_LENGTH 0.08 /* of an edge */
#define AMOUNT_LENGTH 0.4

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

static WhenceArrangement *
arrangement_alloc (WhenceGraph *graph)
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
  WhenceArrangement *copy = arrangement_alloc (whence_graph_ref (arrangement->graph));

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

/* --- The sizes of nodes -------------------------------------------------------------------------- */

WhenceRect *
whence_arrangement_measure_boxes (const WhenceGraph *graph, const WhenceBundle *told, const guint32 *degree,
                                  const WhenceMeasure *measure)
{
  WhenceRect *boxes = g_new (WhenceRect, MAX (1, graph->n_nodes));

  for (guint32 i = 0; i < graph->n_nodes; i++)
    {
      double radius = whence_graph_node_radius (graph, degree, NULL, i);
      WhenceTextBlock label = { 0 };
      if (graph->n_nodes <= LABELLED_MAX)
        whence_graph_node_label (graph, told, degree, i, measure, &label);
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

/* --- The whole ----------------------------------------------------------------------------------- */

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

/* Everybody stays as long as places do not come to say what is not so. */
static gboolean
keeps_places (const WhenceArrangement *now, const WhenceArrangeRequest *request)
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

/* By when what says where to stand is to be known; NULL: it says nothing, or any time will do. */
static const WhenceKnownBy *
get_known_by (WhenceLayoutKind layout, const WhenceScope *scope)
{
  return whence_layout_tells (layout) ? whence_scope_get_known_by (scope) : NULL;
}

static gboolean
settle (WhenceArrangement *arrangement, const WhencePart *part, const WhenceOrganic *problem,
        const WhenceRect *boxes, guint8 *known, GCancellable *cancellable)
{
  guint32 n = arrangement->graph->n_nodes;
  g_autofree guint8 *old = g_memdup2 (known, MAX (1, n));

  if (arrangement->layout == WHENCE_LAYOUT_CHRONOLOGICAL)
    return whence_arrangement_lay_out_in_time (arrangement, part, problem, known, cancellable);
  whence_arrangement_place_newcomers (arrangement, boxes, known);
  return whence_organic_separate (boxes, old, n, GAP, arrangement->at,
                                  &(WhenceWatch){ .cancellable = cancellable });
}

/* A view that has no size yet asks for 0 : 0. */
static double
usable_aspect (double aspect)
{
  return isfinite (aspect) && aspect > 0 ? CLAMP (aspect, 0.2, 5) : 1;
}

static gboolean
lay_out_anew (WhenceArrangement *arrangement, const WhenceArrangeRequest *request, const WhencePart *part,
              const WhenceOrganic *problem, GCancellable *cancellable)
{
  guint32 n = problem->net->n;
  g_autofree WhencePoint *at = g_new0 (WhencePoint, MAX (1, n));
  g_autofree guint8 *pinned = g_new0 (guint8, MAX (1, n));
  gboolean any_pinned = FALSE;

  if (n == 0)
    return TRUE;
  if (!whence_arrangement_lay_out (arrangement, request, part, problem, at, cancellable))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      guint32 node = whence_part_get_node (part, i);
      pinned[i] = arrangement->pinned[node];
      any_pinned |= pinned[i];
      if (pinned[i])
        at[i] = arrangement->at[node];
    }
  if (any_pinned && request->layout != WHENCE_LAYOUT_CHRONOLOGICAL
      && !whence_organic_separate (problem->boxes, pinned, n, GAP, at,
                                   &(WhenceWatch){ .cancellable = cancellable }))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    arrangement->at[whence_part_get_node (part, i)] = at[i];
  return TRUE;
}

/* Of @part (NULL: of all) that @arrangement is of. */
static WhenceOrganic
pose (const WhenceArrangement *arrangement, const WhenceArrangeRequest *request, const WhencePart *part,
      const WhenceRect *boxes, const WhenceOrganicEdge *edges)
{
  return (WhenceOrganic){ .net = part != NULL ? part->net : arrangement->graph->net,
                          .boxes = part != NULL ? part->boxes : boxes,
                          .edges = part != NULL ? NULL : edges,
                          .aspect = usable_aspect (request->aspect),
                          .seed = request->seed,
                          .faith = request->faith,
                          .progress = request->progress,
                          .progress_data = request->progress_data };
}

WhenceArrangement *
whence_arrangement_new (const WhenceArrangeRequest *request, GCancellable *cancellable)
{
  WhenceBundle *bundle = whence_scope_get_bundle (request->scope);
  const WhenceArrangement *previous = request->previous;
  gboolean same = previous != NULL && whence_bundle_has_same_records (previous->graph->bundle, bundle), done;
  g_autoptr (WhenceArrangement) arrangement =
    arrangement_alloc (same ? whence_graph_ref (previous->graph) : whence_graph_new (bundle));
  guint32 n = arrangement->graph->n_nodes, n_saved = 0;
  g_autofree guint32 *known_degree = NULL;
  g_autofree WhenceRect *boxes = NULL;
  g_autofree WhenceOrganicEdge *edges = n <= LABELLED_MAX ? measure_edges (arrangement->graph) : NULL;
  g_autofree guint8 *known = g_new0 (guint8, MAX (1, n));
  g_autoptr (WhencePart) part = NULL;
  WhenceOrganic problem;
  gboolean keeps;

  arrangement->layout = request->layout;
  arrangement->seed = request->seed;
  arrangement->faith = request->faith;
  arrangement->focus = request->focus;
  if (get_known_by (request->layout, request->scope) != NULL)
    arrangement->known_by =
      whence_known_by_ref ((WhenceKnownBy *) whence_scope_get_known_by (request->scope));
  if (arrangement->known_by != NULL)
    known_degree = whence_graph_count_known (arrangement->graph, arrangement->known_by);
  boxes = whence_arrangement_measure_boxes (
    arrangement->graph, whence_known_by_get_bundle (arrangement->known_by, arrangement->graph->bundle),
    known_degree != NULL ? known_degree : arrangement->graph->degree, &request->measure);
  if (arrangement->known_by != NULL)
    part = whence_part_new (arrangement->graph, arrangement->known_by, boxes);
  problem = pose (arrangement, request, part, boxes, edges);
  keeps = keeps_places (arrangement, request);
  if (previous != NULL)
    whence_arrangement_recall (arrangement, previous, known);
  if (request->layout == WHENCE_LAYOUT_SAVED && !keeps)
    n_saved = whence_arrangement_recall_saved (arrangement, known);
  /* A few saved positions are pins on a layout; many are the layout, and where everybody has one, nobody is
   * pinned more than the others. */
  if (n_saved > 0 && n_saved == arrangement->graph->n_entities)
    memset (arrangement->pinned, 0, n);
  arrangement->settled = keeps || (n_saved > 0 && 2 * n_saved >= arrangement->graph->n_entities);
  if (arrangement->settled)
    done = settle (arrangement, part, &problem, boxes, known, cancellable);
  else
    done = lay_out_anew (arrangement, request, part, &problem, cancellable);
  return done && !g_cancellable_is_cancelled (cancellable) ? g_steal_pointer (&arrangement) : NULL;
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

gboolean
whence_arrangement_is_of_other_date (const WhenceArrangement *a, const WhenceArrangement *b)
{
  return !same_date (a->known_by, b->known_by);
}

WhenceArrangement *
whence_arrangement_follow (WhenceArrangement *arrangement, WhenceScope *scope, double aspect,
                           const WhenceMeasure *measure, GCancellable *cancellable)
{
  if (whence_bundle_has_same_records (arrangement->graph->bundle, whence_scope_get_bundle (scope))
      && whence_known_by_equal (arrangement->known_by, get_known_by (arrangement->layout, scope)))
    return whence_arrangement_ref (arrangement);
  return whence_arrangement_new (&(WhenceArrangeRequest){ .scope = scope,
                                                          .layout = arrangement->layout,
                                                          .seed = arrangement->seed,
                                                          .faith = arrangement->faith,
                                                          .focus = arrangement->focus,
                                                          .aspect = aspect,
                                                          .previous = arrangement,
                                                          .measure = *measure },
                                 cancellable);
}
