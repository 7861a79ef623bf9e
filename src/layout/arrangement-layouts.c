/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of layouts: each asks the facts what it needs (a centre, who is above whom, what was first) and
 * hands the plain graph to its algorithm. O(ties log ties) beside that. */
#include "layout/graph-scene-private.h"
#include "layout/layouts.h"

#include <math.h>

typedef gboolean (*LayoutFunc) (const WhenceGraph *graph, const WhenceArrangeRequest *request,
                                const WhenceOrganic *problem, WhencePoint *at, GCancellable *cancellable);

static gboolean
lay_out_organic (const WhenceGraph *graph, const WhenceArrangeRequest *request, const WhenceOrganic *problem,
                 WhencePoint *at, GCancellable *cancellable)
{
  return whence_organic_layout (problem, at, cancellable);
}

static gboolean
lay_out_concentric (const WhenceGraph *graph, const WhenceArrangeRequest *request,
                    const WhenceOrganic *problem, WhencePoint *at, GCancellable *cancellable)
{
  guint32 center = request->focus;

  if (center >= graph->n_entities)
    {
      center = 0;
      for (guint32 i = 1; i < graph->n_entities; i++)
        if (graph->degree[i] > graph->degree[center])
          center = i;
    }
  return whence_concentric_layout (problem, center, at, cancellable);
}

static gboolean
says_who_is_above (WhenceCategory category)
{
  return category == WHENCE_CATEGORY_OWNERSHIP || category == WHENCE_CATEGORY_CAPITAL
         || category == WHENCE_CATEGORY_ROLE;
}

static gboolean
lay_out_layered (const WhenceGraph *graph, const WhenceArrangeRequest *request, const WhenceOrganic *problem,
                 WhencePoint *at, GCancellable *cancellable)
{
  g_autofree WhencePair *arcs = g_new (WhencePair, MAX (1, graph->n_ties));
  g_autofree guint32 *layer = g_new (guint32, MAX (1, graph->n_nodes));
  gsize n_arcs = 0;

  for (guint32 i = 0; i < graph->n_ties; i++)
    {
      const WhenceTie *tie = &graph->ties[i];
      const WhenceFactType *type = whence_bundle_get_fact_type (graph->bundle, tie->fact);
      guint32 subject, object;
      if (!says_who_is_above (type->category) || tie->from == tie->to)
        continue;
      whence_bundle_get_fact_pair (graph->bundle, tie->fact, &subject, &object);
      if (!tie->spoke || tie->to == object)
        arcs[n_arcs++] = (WhencePair){ tie->from, tie->to };
      else
        arcs[n_arcs++] = (WhencePair){ tie->to, tie->from };
    }
  whence_layered_rank (graph->net, arcs, n_arcs, layer);
  return whence_layered_layout (problem, layer, FALSE, at, cancellable);
}

static gint64
date_of (const WhenceBundle *bundle, guint32 fact)
{
  const WhenceDate *date = whence_bundle_get_fact_date (bundle, fact);

  if (date->form == WHENCE_DATE_NONE)
    return G_MAXINT64;
  if (date->start.kind == WHENCE_BOUND_GIVEN)
    return date->start.earliest;
  return date->end.kind == WHENCE_BOUND_GIVEN ? date->end.earliest : G_MAXINT64;
}

typedef struct
{
  gint64 date;
  guint32 node;
} DatedNode;

static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const DatedNode *x = a, *y = b;
  return x->date < y->date ? -1 : x->date > y->date ? 1 : x->node < y->node ? -1 : x->node > y->node;
}

/* Columns by the earliest fact of each node, about as many as the room is wide; equal dates share one, and
 * those without a date stand in the last. */
static void
rank_by_date (const WhenceGraph *graph, double aspect, guint32 *layer)
{
  guint32 n = graph->n_nodes, wanted = (guint32) MAX (3, sqrt (n * aspect * 0.5)), column = 0, in_column = 0;
  g_autofree DatedNode *dated = g_new (DatedNode, MAX (1, n));

  for (guint32 i = 0; i < n; i++)
    dated[i] = (DatedNode){ G_MAXINT64, i };
  for (guint32 t = 0; t < graph->n_ties; t++)
    {
      gint64 date = date_of (graph->bundle, graph->ties[t].fact);
      dated[graph->ties[t].from].date = MIN (dated[graph->ties[t].from].date, date);
      dated[graph->ties[t].to].date = MIN (dated[graph->ties[t].to].date, date);
    }
  qsort (dated, n, sizeof *dated, compare_dated);
  for (guint32 k = 0; k < n; k++)
    {
      gboolean ends = k > 0 && dated[k].date != dated[k - 1].date;
      if (ends && (in_column >= n / wanted || dated[k].date == G_MAXINT64))
        {
          column++;
          in_column = 0;
        }
      layer[dated[k].node] = column;
      in_column++;
    }
}

static gboolean
lay_out_chronological (const WhenceGraph *graph, const WhenceArrangeRequest *request,
                       const WhenceOrganic *problem, WhencePoint *at, GCancellable *cancellable)
{
  g_autofree guint32 *layer = g_new (guint32, MAX (1, graph->n_nodes));

  rank_by_date (graph, problem->aspect, layer);
  return whence_layered_layout (problem, layer, TRUE, at, cancellable);
}

static const LayoutFunc layouts[] = {
  [WHENCE_LAYOUT_ORGANIC] = lay_out_organic, [WHENCE_LAYOUT_CONCENTRIC] = lay_out_concentric,
  [WHENCE_LAYOUT_LAYERED] = lay_out_layered, [WHENCE_LAYOUT_CHRONOLOGICAL] = lay_out_chronological,
  [WHENCE_LAYOUT_SAVED] = lay_out_organic, /* those that no position was saved for */
};

gboolean
whence_arrangement_lay_out (const WhenceGraph *graph, const WhenceArrangeRequest *request,
                            const WhenceOrganic *problem, WhencePoint *at, GCancellable *cancellable)
{
  return layouts[request->layout](graph, request, problem, at, cancellable);
}
