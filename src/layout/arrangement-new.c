/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arranges a graph: by one of the layouts, from the bundle, or from where everybody was before. All facts
 * of the bundle count, filtered or not, so that filters move nobody; but where places say something, only
 * what was known by the date by which things are to be known. */
#include "layout/arrangement-private.h"
#include "layout/organic-steps.h"

#include <math.h>
#include <string.h>

#define GAP 8.0

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

static WhenceArrangement *
begin (const WhenceArrangeRequest *request)
{
  WhenceBundle *bundle = whence_scope_get_bundle (request->scope);
  const WhenceArrangement *previous = request->previous;
  gboolean same = previous != NULL && whence_bundle_has_same_records (previous->graph->bundle, bundle);
  const WhenceKnownBy *known_by = get_known_by (request->layout, request->scope);
  WhenceArrangement *arrangement =
    whence_arrangement_alloc (same ? whence_graph_ref (previous->graph) : whence_graph_new (bundle));

  arrangement->layout = request->layout;
  arrangement->seed = request->seed;
  arrangement->faith = request->faith;
  arrangement->focus = request->focus;
  if (known_by != NULL)
    arrangement->known_by = whence_known_by_ref ((WhenceKnownBy *) known_by);
  return arrangement;
}

static WhenceRect *
measure_boxes (const WhenceArrangement *arrangement, const WhenceMeasure *measure)
{
  const WhenceGraph *graph = arrangement->graph;
  g_autofree guint32 *known_degree =
    arrangement->known_by != NULL ? whence_graph_count_known (graph, arrangement->known_by) : NULL;

  return whence_arrangement_measure_boxes (graph,
                                           whence_known_by_get_bundle (arrangement->known_by, graph->bundle),
                                           known_degree != NULL ? known_degree : graph->degree, measure);
}

/* Finds who has a place already. Whether that is enough of them, so that nothing is laid out anew. */
static gboolean
recall (WhenceArrangement *arrangement, const WhenceArrangeRequest *request, guint8 *known)
{
  gboolean keeps = whence_arrangement_keeps_places (arrangement, request);
  guint32 n_entities = arrangement->graph->n_entities, n_saved = 0;

  if (request->previous != NULL)
    whence_arrangement_recall (arrangement, request->previous, known);
  if (request->layout == WHENCE_LAYOUT_SAVED && !keeps)
    n_saved = whence_arrangement_recall_saved (arrangement, whence_scope_get_bundle (request->scope), known);
  /* A few saved positions are pins on a layout; many are the layout, and where everybody has one, nobody is
   * pinned more than the others. */
  if (n_saved > 0 && n_saved == n_entities)
    memset (arrangement->pinned, 0, arrangement->graph->n_nodes);
  return keeps || (n_saved > 0 && 2 * n_saved >= n_entities);
}

WhenceArrangement *
whence_arrangement_new (const WhenceArrangeRequest *request, GCancellable *cancellable)
{
  g_autoptr (WhenceArrangement) arrangement = begin (request);
  guint32 n = arrangement->graph->n_nodes;
  g_autofree WhenceRect *boxes = measure_boxes (arrangement, &request->measure);
  g_autofree WhenceOrganicEdge *edges =
    n <= WHENCE_GRAPH_MOST_LABELLED ? whence_arrangement_measure_edges (arrangement->graph) : NULL;
  g_autofree guint8 *known = g_new0 (guint8, MAX (1, n));
  g_autoptr (WhencePart) part = NULL;
  WhenceOrganic problem;
  gboolean done;

  if (arrangement->known_by != NULL)
    part = whence_part_new (arrangement->graph, arrangement->known_by, boxes);
  problem = pose (arrangement, request, part, boxes, edges);
  arrangement->settled = recall (arrangement, request, known);
  if (arrangement->settled)
    done = settle (arrangement, part, &problem, boxes, known, cancellable);
  else
    done = lay_out_anew (arrangement, request, part, &problem, cancellable);
  return done && !g_cancellable_is_cancelled (cancellable) ? g_steal_pointer (&arrangement) : NULL;
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
