/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a graph view looks: between abstract units and px, zoom about a point, and the view that shows
 * everything with its names. Names do not scale, so that the fit is found by bisection, in which soon only
 * those at the border are asked. O(nodes). */
#include "layout/arrangement-private.h"
#include "layout/graph-node.h"

#include <math.h>

#include "layout/quickselect.h"

#define FIT_MARGIN 12.0
#define MOST_SCALE 1.5
#define FIT_EDGE 235.0 /* px: the median edge gets no longer by fitting */
#define FEW 64         /* nodes: so few need not become fewer */

static double
x_scale (WhenceGraphView view)
{
  return view.stretch > 0 ? view.scale * view.stretch : view.scale;
}

WhencePoint
whence_graph_view_to_px (WhenceGraphView view, double width, double height, WhencePoint position)
{
  return (WhencePoint){ (position.x - view.center_x) * x_scale (view) + width / 2,
                        (position.y - view.center_y) * view.scale + height / 2 };
}

WhencePoint
whence_graph_view_from_px (WhenceGraphView view, double width, double height, WhencePoint px)
{
  return (WhencePoint){ (px.x - width / 2) / x_scale (view) + view.center_x,
                        (px.y - height / 2) / view.scale + view.center_y };
}

WhenceGraphView
whence_graph_view_zoom (WhenceGraphView view, double width, double height, WhencePoint px, double factor)
{
  WhencePoint fixed = whence_graph_view_from_px (view, width, height, px);

  view.scale = CLAMP (view.scale * factor, 1e-6, 1e6);
  view.center_x = fixed.x - (px.x - width / 2) / x_scale (view);
  view.center_y = fixed.y - (px.y - height / 2) / view.scale;
  return view;
}

/* --- Fit ----------------------------------------------------------------------------------------- */

typedef struct
{
  WhencePoint *at; /* of the nodes that are shown */
  WhenceRect *boxes;
  guint32 n;
} Fit;

/* The room that all boxes take at @scale. */
static WhenceRect
extent_at (const Fit *fit, double scale)
{
  WhenceRect all = { 0 };

  for (guint32 i = 0; i < fit->n; i++)
    {
      WhenceRect box = { fit->at[i].x * scale + fit->boxes[i].x, fit->at[i].y * scale + fit->boxes[i].y,
                         fit->boxes[i].width, fit->boxes[i].height };
      all = i == 0 ? box : whence_rect_union (all, box);
    }
  return all;
}

static double
largest_scale (const WhenceArrangement *arrangement)
{
  const WhenceGraph *graph = arrangement->graph;
  g_autofree double *lengths = g_new (double, MAX (1, graph->n_ties));
  guint32 n = 0;

  for (guint32 i = 0; i < graph->n_ties; i++)
    {
      WhencePoint a = arrangement->at[graph->ties[i].from], b = arrangement->at[graph->ties[i].to];
      double length = whence_distance (a, b);
      if (length > 0)
        lengths[n++] = length;
    }
  if (n == 0)
    return arrangement->layout == WHENCE_LAYOUT_SAVED ? 1e4 : MOST_SCALE;
  /* Where places say something else than nearness, edges are as long as they come. */
  return arrangement->layout == WHENCE_LAYOUT_ORGANIC || arrangement->layout == WHENCE_LAYOUT_SAVED
           ? FIT_EDGE / whence_median (lengths, n)
           : MOST_SCALE;
}

/* The node of a fact counts where its tie could be drawn, whatever the date: looking at another one must not
 * move the view. */
static gboolean
is_shown (const WhenceGraph *graph, const WhenceScope *scope, const WhenceGraphSubset *subset, guint32 node)
{
  if (!whence_graph_knows_node (graph, whence_scope_get_known_by (scope), node))
    return FALSE;
  return node < graph->n_entities
           ? whence_graph_subset_has (subset, node)
           : whence_graph_subset_draws (subset, graph->node_fact[node - graph->n_entities]);
}

static Fit
list_boxes (const WhenceArrangement *arrangement, const WhenceScope *scope, const WhenceGraphSubset *subset,
            const WhenceMeasure *measure)
{
  const WhenceGraph *graph = arrangement->graph;
  Fit fit = { g_new (WhencePoint, MAX (1, graph->n_nodes)), g_new (WhenceRect, MAX (1, graph->n_nodes)), 0 };
  const WhenceKnownBy *known_by = whence_scope_get_known_by (scope);
  g_autofree guint32 *known_degree = known_by != NULL ? whence_graph_count_known (graph, known_by) : NULL;
  const guint32 *degree = known_degree != NULL ? known_degree : graph->degree;
  guint32 n_shown = subset != NULL ? whence_graph_subset_get_n_shown (subset) : graph->n_nodes;

  for (guint32 i = 0; i < graph->n_nodes; i++)
    {
      WhenceTextBlock label = { 0 };
      if (!is_shown (graph, scope, subset, i))
        continue;
      if (n_shown <= WHENCE_GRAPH_MOST_LABELLED)
        whence_graph_node_label (graph, whence_scope_get_bundle (scope), degree, i, measure, &label);
      fit.at[fit.n] = arrangement->at[i];
      if (arrangement->undated != NULL && arrangement->undated[i])
        fit.at[fit.n].x = (double) NAN;
      fit.boxes[fit.n++] = whence_graph_node_box (whence_graph_node_radius (graph, degree, NULL, i), &label);
      whence_text_block_clear (&label);
    }
  return fit;
}

typedef enum
{
  SIDE_LEFT,
  SIDE_RIGHT,
  SIDE_TOP,
  SIDE_BOTTOM,
  N_SIDES,
} Side;

/* How far out the box is on that side: linear in @scale. */
static inline double
reach_of (const Fit *fit, guint32 i, Side side, double scale)
{
  const WhenceRect *box = &fit->boxes[i];

  switch (side)
    {
    case SIDE_LEFT:
      return -(fit->at[i].x * scale + box->x);
    case SIDE_RIGHT:
      return fit->at[i].x * scale + box->x + box->width;
    case SIDE_TOP:
      return -(fit->at[i].y * scale + box->y);
    case SIDE_BOTTOM:
    case N_SIDES:
    default:
      return fit->at[i].y * scale + box->y + box->height;
    }
}

/* Who is outermost at each of two scales, and how far out they are at the other. */
typedef struct
{
  guint32 first, last;
  double first_at_high, last_at_low;
} Outermost;

static Outermost
find_outermost (const Fit *fit, Side side, double low, double high)
{
  Outermost outermost = { 0 };
  double most_at_low = -G_MAXDOUBLE, most_at_high = -G_MAXDOUBLE;

  for (guint32 i = 0; i < fit->n; i++)
    {
      double at_low = reach_of (fit, i, side, low), at_high = reach_of (fit, i, side, high);
      if (at_low > most_at_low)
        {
          most_at_low = at_low;
          outermost.first = i;
        }
      if (at_high > most_at_high)
        {
          most_at_high = at_high;
          outermost.last = i;
        }
    }
  outermost.first_at_high = reach_of (fit, outermost.first, side, high);
  outermost.last_at_low = reach_of (fit, outermost.last, side, low);
  return outermost;
}

/* Who may be outermost at a scale between @low and @high: all others have somebody before them at both. */
static void
keep_outer (Fit *fit, double low, double high)
{
  Outermost outermost[N_SIDES];
  guint32 n = 0;

  for (Side side = 0; side < N_SIDES; side++)
    outermost[side] = find_outermost (fit, side, low, high);
  for (guint32 i = 0; i < fit->n; i++)
    {
      gboolean outer = FALSE;
      for (Side side = 0; side < N_SIDES && !outer; side++)
        outer = i == outermost[side].first || i == outermost[side].last
                || (reach_of (fit, i, side, high) > outermost[side].first_at_high
                    && reach_of (fit, i, side, low) > outermost[side].last_at_low);
      if (!outer)
        continue;
      fit->at[n] = fit->at[i];
      fit->boxes[n++] = fit->boxes[i];
    }
  fit->n = n;
}

static WhenceGraphView
fit_boxes (Fit *fit, double high, double width, double height)
{
  double low = 1e-6;
  WhenceRect extent;

  for (guint i = 0; i < 60; i++)
    {
      double middle = i == 0 ? high : sqrt (low * high);
      extent = extent_at (fit, middle);
      if (extent.width <= width - 2 * FIT_MARGIN && extent.height <= height - 2 * FIT_MARGIN)
        {
          low = middle;
          if (i == 0)
            break;
        }
      else
        high = middle;
      if (fit->n > FEW)
        keep_outer (fit, low, high);
    }
  extent = extent_at (fit, low);
  return (WhenceGraphView){ .center_x = (extent.x + extent.width / 2) / low,
                            .center_y = (extent.y + extent.height / 2) / low,
                            .scale = low };
}

WhenceGraphView
whence_graph_fit (WhenceScope *scope, const WhenceGraphSubset *subset, const WhenceArrangement *arrangement,
                  double width, double height, const WhenceMeasure *measure)
{
  Fit fit = list_boxes (arrangement, scope, subset, measure);
  WhenceGraphView view = { .scale = 1 };

  if (fit.n > 0 && arrangement->undated != NULL)
    view = whence_arrangement_fit_time (arrangement, fit.at, fit.boxes, fit.n, width, height);
  else if (fit.n > 0)
    view = fit_boxes (&fit, largest_scale (arrangement), width, height);
  g_free (fit.at);
  g_free (fit.boxes);
  return view;
}
