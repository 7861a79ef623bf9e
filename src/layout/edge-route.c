/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves between nodes. The edges of a pair share one fan, whichever way they point; a fan, or a single edge,
 * bows around shapes and names in its way when that helps; loops stand on their node. Beyond MAX_FAN, those
 * that matter least share one line. Each curve ends on the borders of both shapes. O(edges log edges), and up
 * to MAX_BOWED edges what is in the way of a bounded number of bows. */
#include "layout/graph-scene-private.h"

#include <math.h>

#define FAN_GAP 19.0
#define FAN_WIDTH 84.0
#define MAX_FAN 8     /* lines */
#define MAX_BOWED 600 /* edges: beyond, nothing bows */
#define PROBES 14
#define JOINED_WIDTH 0.8      /* part of its width by which a line for several is wider */
#define JOINED_IMPORTANCE 2.0 /* a count says less than an amount, more than a verb */

typedef struct
{
  guint32 low, high, edge;
} Bundled;

static int
compare_bundled (gconstpointer a, gconstpointer b)
{
  const Bundled *x = a, *y = b;

  if (x->low != y->low)
    return x->low < y->low ? -1 : 1;
  if (x->high != y->high)
    return x->high < y->high ? -1 : 1;
  return x->edge < y->edge ? -1 : x->edge > y->edge;
}

static double
distance (WhencePoint a, WhencePoint b)
{
  return sqrt ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/* --- Ends on borders ----------------------------------------------------------------------------- */

static gboolean
is_inside (const WhenceGraphNode *node, WhencePoint p)
{
  return whence_graph_shape_contains (node->shape, node->radius, p.x - node->at.x, p.y - node->at.y);
}

/* The t at which the curve leaves @node, in whose middle it is at @inside: in the nearer half of its way, or
 * in the other where a small neighbour stands close to a large shape. */
static double
find_border (const WhencePoint curve[4], const WhenceGraphNode *node, double inside)
{
  double outside = 0.5;

  if (is_inside (node, whence_curve_point (curve, outside)))
    {
      outside = 1 - inside;
      inside = 0.5;
    }
  for (guint i = 0; i < 24; i++)
    {
      double middle = (inside + outside) / 2;
      if (is_inside (node, whence_curve_point (curve, middle)))
        inside = middle;
      else
        outside = middle;
    }
  return outside;
}

/* The t before @end at which the curve is @length away from its point at @end. */
static double
find_base (const WhencePoint curve[4], double start, double end, double length)
{
  WhencePoint tip = whence_curve_point (curve, end);
  double near = end, far = start;

  for (guint i = 0; i < 20; i++)
    {
      double middle = (near + far) / 2;
      if (distance (tip, whence_curve_point (curve, middle)) < length)
        near = middle;
      else
        far = middle;
    }
  return far;
}

static void
finish_edge (const WhenceGraphScene *scene, WhenceGraphEdge *edge)
{
  const WhenceGraphNode *from = &scene->nodes[edge->from], *to = &scene->nodes[edge->to];
  double t0 = find_border (edge->curve, from, 0), t1 = find_border (edge->curve, to, 1), base = t1;
  double length;

  edge->tip = whence_curve_point (edge->curve, t1);
  if (edge->arrow)
    base = find_base (edge->curve, t0, t1, WHENCE_GRAPH_ARROW_LENGTH (edge->width));
  length = distance (edge->tip, whence_curve_point (edge->curve, base));
  edge->arrow = edge->arrow && length > 1;
  if (edge->arrow)
    {
      WhencePoint start = whence_curve_point (edge->curve, base);
      edge->heading = (WhencePoint){ (edge->tip.x - start.x) / length, (edge->tip.y - start.y) / length };
    }
  whence_curve_trim (edge->curve, t0, MAX (base, t0));
  edge->bounds = whence_curve_bounds (edge->curve);
  edge->bounds = whence_rect_union (edge->bounds, (WhenceRect){ edge->tip.x - 4, edge->tip.y - 4, 8, 8 });
}

/* --- Ways around --------------------------------------------------------------------------------- */

typedef struct
{
  guint32 from, to;
  guint n_hits;
  guint32 last;
} Probe;

static gboolean
on_probe (guint32 id, WhenceRect rect, gpointer user_data)
{
  Probe *probe = user_data;

  if (id != probe->from && id != probe->to && id != probe->last)
    {
      probe->n_hits++;
      probe->last = id;
    }
  return TRUE;
}

static guint
count_hits (const WhenceGraphScene *scene, const WhenceRectGrid *obstacles, guint32 a, guint32 b, double bow)
{
  WhencePoint from = scene->nodes[a].at, to = scene->nodes[b].at;
  double length = MAX (1, distance (from, to));
  WhencePoint normal = { (from.y - to.y) / length, (to.x - from.x) / length };
  Probe probe = { a, b, 0, G_MAXUINT32 };
  guint n_probes = (guint) CLAMP (length / 9, 4, PROBES * 3);

  if (obstacles == NULL)
    return 0;
  for (guint i = 1; i < n_probes; i++)
    {
      double t = (double) i / n_probes, up = 4 * bow * t * (1 - t);
      WhenceRect at = { from.x + (to.x - from.x) * t + normal.x * up - 2,
                        from.y + (to.y - from.y) * t + normal.y * up - 2, 4, 4 };
      whence_rect_grid_foreach (obstacles, at, on_probe, &probe);
    }
  return probe.n_hits;
}

/* How far the middle of the curves from @a to @b lies beside the straight line. */
static double
choose_bow (const WhenceGraphScene *scene, const WhenceRectGrid *obstacles, guint32 a, guint32 b)
{
  static const double tries[] = { 0.07, -0.07, 0.14, -0.14, 0.22, -0.22, 0.3, -0.3 };
  double length = distance (scene->nodes[a].at, scene->nodes[b].at), best_bow = 0, best;

  best = count_hits (scene, obstacles, a, b, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tries) && best > 0; i++)
    {
      double bow = tries[i] * length;
      double cost = count_hits (scene, obstacles, a, b, bow) + 1.2 * fabs (tries[i]);
      if (cost < best - 0.05)
        {
          best = cost;
          best_bow = bow;
        }
    }
  return best_bow;
}

/* The edges of a fan from the one that matters most: it gets the outermost place, the next one the other
 * side. */
static int
compare_importance (gconstpointer a, gconstpointer b, gpointer edges)
{
  const Bundled *x = a, *y = b;
  double p = ((const WhenceGraphEdge *) edges)[x->edge].importance;
  double q = ((const WhenceGraphEdge *) edges)[y->edge].importance;
  return p > q ? -1 : p < q ? 1 : x->edge < y->edge ? -1 : x->edge > y->edge;
}

static double
place_in_fan (guint rank, guint n)
{
  double from_outside = rank / 2;
  return (rank % 2 == 0 ? -1 : 1) * ((n - 1) / 2.0 - from_outside);
}

/* The lines from the last of a full fan on become one, which is drawn once and by its first edge. */
static void
join_lines (WhenceGraphScene *scene, const Bundled *bundled, guint n)
{
  WhenceGraphEdge *line;

  if (n <= MAX_FAN)
    return;
  line = &scene->edges[bundled[MAX_FAN - 1].edge];
  line->n_on_line = n - MAX_FAN + 1;
  line->arrow = FALSE;
  line->width += JOINED_WIDTH * line->width;
  line->importance = JOINED_IMPORTANCE;
  for (guint i = MAX_FAN; i < n; i++)
    scene->edges[bundled[i].edge].n_on_line = 0;
}

static void
route_pair (WhenceGraphScene *scene, const WhenceRectGrid *obstacles, Bundled *bundled, guint n)
{
  WhencePoint a = scene->nodes[bundled->low].at, b = scene->nodes[bundled->high].at;
  guint n_lines = MIN (n, MAX_FAN);
  double length = MAX (1e-6, distance (a, b)), gap = n > 1 ? MIN (FAN_GAP, FAN_WIDTH / (n_lines - 1)) : 0;
  double bow = choose_bow (scene, obstacles, bundled->low, bundled->high);
  WhencePoint normal = { (a.y - b.y) / length, (b.x - a.x) / length };

  gap = MIN (gap, 0.32 * length);
  join_lines (scene, bundled, n);
  if (n > 1
      && count_hits (scene, obstacles, bundled->low, bundled->high, bow + n_lines * gap)
           < count_hits (scene, obstacles, bundled->low, bundled->high, bow - n_lines * gap))
    gap = -gap;
  for (guint i = 0; i < n; i++)
    {
      WhenceGraphEdge *edge = &scene->edges[bundled[i].edge];
      double up = 2 * (bow + place_in_fan (MIN (i, n_lines - 1), n_lines) * gap);
      WhencePoint control = { (a.x + b.x) / 2 + normal.x * up, (a.y + b.y) / 2 + normal.y * up };
      if (edge->from == bundled->low)
        whence_curve_from_quadratic (a, control, b, edge->curve);
      else
        whence_curve_from_quadratic (b, control, a, edge->curve);
      finish_edge (scene, edge);
    }
}

static void
route_loops (WhenceGraphScene *scene, const Bundled *bundled, guint n)
{
  WhencePoint at = scene->nodes[bundled->low].at;
  double radius = scene->nodes[bundled->low].radius;

  join_lines (scene, bundled, n);
  for (guint i = 0; i < n; i++)
    {
      WhenceGraphEdge *edge = &scene->edges[bundled[i].edge];
      double reach = radius * 2.2 + 38 + 18 * MIN (i, MAX_FAN - 1);
      edge->curve[0] = edge->curve[3] = at;
      edge->curve[1] = (WhencePoint){ at.x + reach * 0.15, at.y - reach };
      edge->curve[2] = (WhencePoint){ at.x + reach, at.y - reach * 0.15 };
      finish_edge (scene, edge);
    }
}

static WhenceRectGrid *
list_obstacles (WhenceGraphScene *scene)
{
  WhenceRectGrid *obstacles =
    whence_rect_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 48, &scene->work);

  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      WhenceRect box = whence_graph_node_box (node->radius + 2, &node->label);
      box.x += node->at.x;
      box.y += node->at.y;
      whence_rect_grid_add (obstacles, i, box);
    }
  return obstacles;
}

void
whence_graph_route_edges (WhenceGraphScene *scene)
{
  g_autoptr (WhenceRectGrid) obstacles = scene->n_edges <= MAX_BOWED ? list_obstacles (scene) : NULL;
  g_autofree Bundled *bundled = g_new (Bundled, MAX (1, scene->n_edges));

  for (guint32 i = 0; i < scene->n_edges; i++)
    bundled[i] = (Bundled){ MIN (scene->edges[i].from, scene->edges[i].to),
                            MAX (scene->edges[i].from, scene->edges[i].to), i };
  qsort (bundled, scene->n_edges, sizeof *bundled, compare_bundled);
  for (guint32 start = 0, end; start < scene->n_edges; start = end)
    {
      for (end = start + 1; end < scene->n_edges && bundled[end].low == bundled[start].low
                            && bundled[end].high == bundled[start].high;)
        end++;
      g_qsort_with_data (bundled + start, (gint) (end - start), sizeof *bundled, compare_importance,
                         scene->edges);
      if (bundled[start].low == bundled[start].high)
        route_loops (scene, bundled + start, end - start);
      else
        route_pair (scene, obstacles, bundled + start, end - start);
    }
}
