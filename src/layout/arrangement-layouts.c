/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of layouts: each asks the facts what it needs (a centre, who is above whom, when it starts) and
 * hands the plain graph to its algorithm. O(ties log ties) beside that. */
#include "layout/arrangement-private.h"
#include "layout/layouts.h"

typedef gboolean (*LayoutFunc) (WhenceArrangement *arrangement, const WhenceArrangeRequest *request,
                                const WhencePart *part, const WhenceOrganic *problem, WhencePoint *at,
                                GCancellable *cancellable);

static gboolean
lay_out_organic (WhenceArrangement *arrangement, const WhenceArrangeRequest *request, const WhencePart *part,
                 const WhenceOrganic *problem, WhencePoint *at, GCancellable *cancellable)
{
  return whence_organic_layout (problem, at, cancellable);
}

/* Who has most ties that were known. */
static guint32
find_center (const WhenceArrangement *arrangement, const WhencePart *part)
{
  const WhenceGraph *graph = arrangement->graph;
  g_autofree guint32 *degree = whence_graph_count_known (graph, arrangement->known_by);
  guint32 center = whence_part_get_node (part, 0);

  for (guint32 i = center + 1; i < graph->n_entities; i++)
    if (whence_part_get_place (part, i) != WHENCE_NONE && degree[i] > degree[center])
      center = i;
  return center;
}

static gboolean
lay_out_concentric (WhenceArrangement *arrangement, const WhenceArrangeRequest *request,
                    const WhencePart *part, const WhenceOrganic *problem, WhencePoint *at,
                    GCancellable *cancellable)
{
  const WhenceGraph *graph = arrangement->graph;
  guint32 center = request->focus;

  if (center >= graph->n_entities || whence_part_get_place (part, center) == WHENCE_NONE)
    center = find_center (arrangement, part);
  arrangement->center = center;
  return whence_concentric_layout (problem, whence_part_get_place (part, center), at, cancellable);
}

static gboolean
says_who_is_above (WhenceLayoutKind layout, WhenceCategory category)
{
  return layout == WHENCE_LAYOUT_COMMAND
           ? category == WHENCE_CATEGORY_ROLE
           : category == WHENCE_CATEGORY_OWNERSHIP || category == WHENCE_CATEGORY_CAPITAL;
}

static gboolean
lay_out_layered (WhenceArrangement *arrangement, const WhenceArrangeRequest *request, const WhencePart *part,
                 const WhenceOrganic *problem, WhencePoint *at, GCancellable *cancellable)
{
  const WhenceGraph *graph = arrangement->graph;
  g_autofree WhencePair *arcs = g_new (WhencePair, MAX (1, graph->n_ties));
  g_autofree guint32 *layer = g_new (guint32, MAX (1, problem->net->n));
  gsize n_arcs = 0;

  for (guint32 i = 0; i < graph->n_ties; i++)
    {
      const WhenceTie *tie = &graph->ties[i];
      const WhenceFactType *type = whence_bundle_get_fact_type (graph->bundle, tie->fact);
      guint32 subject, object, from = whence_part_get_place (part, tie->from),
                               to = whence_part_get_place (part, tie->to);
      if (whence_known_by_get_fact (arrangement->known_by, tie->fact) == WHENCE_ACTIVITY_NOT)
        continue;
      if (!says_who_is_above (request->layout, type->category) || tie->from == tie->to)
        continue;
      whence_bundle_get_fact_pair (graph->bundle, tie->fact, &subject, &object);
      if (!tie->spoke || tie->to == object)
        arcs[n_arcs++] = (WhencePair){ from, to };
      else
        arcs[n_arcs++] = (WhencePair){ to, from };
    }
  whence_layered_rank (problem->net, arcs, n_arcs, layer);
  return whence_layered_layout (problem, layer, FALSE, at, cancellable);
}

static gboolean
lay_out_chronological (WhenceArrangement *arrangement, const WhenceArrangeRequest *request,
                       const WhencePart *part, const WhenceOrganic *problem, WhencePoint *at,
                       GCancellable *cancellable)
{
  if (!whence_arrangement_lay_out_in_time (arrangement, part, problem, NULL, cancellable))
    return FALSE;
  for (guint32 i = 0; i < problem->net->n; i++)
    at[i] = arrangement->at[whence_part_get_node (part, i)];
  return TRUE;
}

static const LayoutFunc layouts[] = {
  [WHENCE_LAYOUT_ORGANIC] = lay_out_organic,
  [WHENCE_LAYOUT_CONCENTRIC] = lay_out_concentric,
  [WHENCE_LAYOUT_LAYERED] = lay_out_layered,
  [WHENCE_LAYOUT_COMMAND] = lay_out_layered,
  [WHENCE_LAYOUT_CHRONOLOGICAL] = lay_out_chronological,
  [WHENCE_LAYOUT_SAVED] = lay_out_organic, /* those that no position was saved for */
};

gboolean
whence_arrangement_lay_out (WhenceArrangement *arrangement, const WhenceArrangeRequest *request,
                            const WhencePart *part, const WhenceOrganic *problem, WhencePoint *at,
                            GCancellable *cancellable)
{
  return layouts[request->layout](arrangement, request, part, problem, at, cancellable);
}
