/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves between two nodes. The edges of a pair share one fan, whichever way they point; a fan, or a single
 * edge, bows around what is in its way when that helps; loops stand on their node. More than MAX_FAN share
 * one line. O(edges), and what is in the way of a bounded number of bows. */
#include "layout/graph-scene-private.h"

#include <math.h>

#define FAN_GAP 21.0
#define FAN_WIDTH 100.0
#define MAX_FAN 6 /* lines */
#define PROBES 14
#define FEW 150      /* edges: beyond, wide bows cross more than they spare */
#define MOST_BOW 0.1 /* of the way, then */
#define SHAPE_COST 1.5
#define NAME_COST 0.6
#define OUTSIDE_COST 2.0 /* beyond the picture, between two ends that are in it */
#define BOW_COST 3.0     /* of a bow as long as the way */
#define OWN_NAME_COST 0.45
#define JOINED_WIDTH 0.8      /* part of its width by which a line for several is wider */
#define JOINED_IMPORTANCE 2.0 /* a count says less than an amount, more than a verb */

/* --- Ways around --------------------------------------------------------------------------------- */

typedef struct
{
  guint32 from, to; /* nodes, whose shapes are in nobody's way */
  guint32 n_nodes;
  double cost;
  guint32 last;
} Probe;

/* A line through a shape misleads; through a name it disturbs, through that of its own end a little less. */
static double
weigh_obstacle (const Probe *probe, guint32 id)
{
  if (id < probe->n_nodes)
    return id == probe->from || id == probe->to ? 0 : SHAPE_COST;
  id -= probe->n_nodes;
  return id == probe->from || id == probe->to ? OWN_NAME_COST : NAME_COST;
}

static gboolean
on_probe (guint32 id, WhenceRect rect, gpointer user_data)
{
  Probe *probe = user_data;

  if (id != probe->last)
    probe->cost += weigh_obstacle (probe, id);
  probe->last = id;
  return TRUE;
}

static gboolean
is_in_picture (const WhenceGraphScene *scene, WhencePoint point)
{
  return point.x >= 0 && point.x <= scene->width && point.y >= 0 && point.y <= scene->height;
}

static double
weigh_way (const WhenceGraphScene *scene, const WhenceRectGrid *obstacles, guint32 a, guint32 b, double bow)
{
  WhencePoint from = scene->nodes[a].at, to = scene->nodes[b].at;
  double length = MAX (1, whence_distance (from, to));
  WhencePoint normal = { (from.y - to.y) / length, (to.x - from.x) / length };
  Probe probe = { a, b, scene->n_nodes, 0, G_MAXUINT32 };
  guint n_probes = (guint) CLAMP (length / 9, 4, PROBES * 3);
  gboolean whole = is_in_picture (scene, from) && is_in_picture (scene, to);

  for (guint i = 1; i < n_probes; i++)
    {
      double t = (double) i / n_probes, up = 4 * bow * t * (1 - t);
      WhenceRect at = { from.x + (to.x - from.x) * t + normal.x * up - 2,
                        from.y + (to.y - from.y) * t + normal.y * up - 2, 4, 4 };
      whence_rect_grid_foreach (obstacles, at, on_probe, &probe);
      if (whole && !is_in_picture (scene, (WhencePoint){ at.x, at.y }))
        probe.cost += OUTSIDE_COST;
    }
  return probe.cost;
}

/* The lines of a pair: so many, so far apart where they are widest, about a curve that bows. */
typedef struct
{
  guint32 low, high;
  guint n_lines;
  double gap, bow;
} Fan;

static double
offset_in_fan (const Fan *fan, guint rank)
{
  double from_outside = rank / 2;

  return fan->bow + (rank % 2 == 0 ? -1 : 1) * ((fan->n_lines - 1) / 2.0 - from_outside) * fan->gap;
}

static double
weigh_fan (const WhenceGraphScene *scene, const WhenceRectGrid *obstacles, const Fan *fan)
{
  double cost = 0;

  for (guint i = 0; i < fan->n_lines; i++)
    cost += weigh_way (scene, obstacles, fan->low, fan->high, offset_in_fan (fan, i));
  return cost;
}

/* How far the middle of the fan lies beside the straight line. */
static double
choose_bow (const WhenceGraphScene *scene, const WhenceRectGrid *obstacles, Fan fan)
{
  static const double tries[] = { 0.04, -0.04, 0.08, -0.08, 0.14, -0.14, 0.22, -0.22, 0.3, -0.3 };
  double length = whence_distance (scene->nodes[fan.low].at, scene->nodes[fan.high].at), best_bow = 0, best;

  double most = scene->n_edges <= FEW ? 1 : MOST_BOW;

  if (obstacles == NULL)
    return 0;
  best = weigh_fan (scene, obstacles, &fan);
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      double cost = BOW_COST * fabs (tries[i]) * sqrt (fan.n_lines);
      if (cost >= best - 0.05 || fabs (tries[i]) > most)
        break;
      fan.bow = tries[i] * length;
      cost += weigh_fan (scene, obstacles, &fan);
      if (cost < best - 0.05)
        {
          best = cost;
          best_bow = fan.bow;
        }
    }
  return best_bow;
}

static guint
count_positive (const WhenceGraphScene *scene, const WhenceScenePair *bundled, guint n)
{
  guint n_positive = 0;

  while (n_positive < n && !scene->edges[bundled[n_positive].edge].negated)
    n_positive++;
  return n_positive;
}

static guint
count_lines (guint n)
{
  return n > MAX_FAN ? 1 : n;
}

/* More than a fan has room for become one line, which is drawn once and by the edge that matters most. */
static void
join_some (WhenceGraphScene *scene, const WhenceScenePair *bundled, guint n)
{
  WhenceGraphEdge *line;

  if (n <= MAX_FAN)
    return;
  line = &scene->edges[bundled[0].edge];
  if (line->n_on_line != 1 || scene->edges[bundled[1].edge].n_on_line != 1)
    return;
  line->n_on_line = n;
  line->importance = JOINED_IMPORTANCE;
  for (guint i = 0; i < n; i++)
    line->n_of[scene->edges[bundled[i].edge].change]++;
  for (guint i = 1; i < n; i++)
    {
      const WhenceGraphEdge *edge = &scene->edges[bundled[i].edge];
      line->arrow &= edge->arrow && edge->to == line->to;
      line->width = MIN (line->width, edge->width);
      scene->edges[bundled[i].edge].n_on_line = 0;
    }
  line->width += JOINED_WIDTH * line->width;
}

/* Those that say something and those that deny it, each for themselves. */
static void
join_lines (WhenceGraphScene *scene, const WhenceScenePair *bundled, guint n_positive, guint n)
{
  join_some (scene, bundled, n_positive);
  join_some (scene, bundled + n_positive, n - n_positive);
}

/* The line of the edge at @i in the order of a pair: those that are said not to be after those that are. */
static guint
rank_of_line (guint i, guint n_positive, guint n)
{
  guint n_lines = count_lines (n_positive);

  if (i < n_positive)
    return MIN (i, n_lines - 1);
  return n_lines + MIN (i - n_positive, count_lines (n - n_positive) - 1);
}

static Fan
spread_fan (const WhenceGraphScene *scene, const WhenceRectGrid *obstacles, const WhenceScenePair *pair,
            guint n)
{
  guint n_positive = count_positive (scene, pair, n);
  Fan fan = { pair->low, pair->high, count_lines (n_positive) + count_lines (n - n_positive), 0, 0 }, turned;
  double length = whence_distance (scene->nodes[fan.low].at, scene->nodes[fan.high].at);

  if (fan.n_lines > 1)
    fan.gap = MIN (MIN (FAN_GAP, FAN_WIDTH / (fan.n_lines - 1)), 0.32 * length);
  fan.bow = choose_bow (scene, obstacles, fan);
  turned = fan;
  turned.gap = -fan.gap;
  /* The line that matters most goes where there is most room. */
  if (obstacles != NULL && fan.n_lines > 1
      && weigh_way (scene, obstacles, fan.low, fan.high, offset_in_fan (&turned, 0))
           < weigh_way (scene, obstacles, fan.low, fan.high, offset_in_fan (&fan, 0)))
    return turned;
  return fan;
}

static void
route_fan (WhenceGraphScene *scene, const WhenceRectGrid *obstacles, const WhenceScenePair *bundled, guint n)
{
  WhencePoint a = scene->nodes[bundled->low].at, b = scene->nodes[bundled->high].at;
  double length = MAX (1e-6, whence_distance (a, b));
  WhencePoint normal = { (a.y - b.y) / length, (b.x - a.x) / length };
  guint n_positive = count_positive (scene, bundled, n);
  Fan fan = spread_fan (scene, obstacles, bundled, n);

  join_lines (scene, bundled, n_positive, n);
  for (guint i = 0; i < n; i++)
    {
      WhenceGraphEdge *edge = &scene->edges[bundled[i].edge];
      double up = 2 * offset_in_fan (&fan, rank_of_line (i, n_positive, n));
      WhencePoint control = { (a.x + b.x) / 2 + normal.x * up, (a.y + b.y) / 2 + normal.y * up };
      if (edge->from == bundled->low)
        whence_curve_from_quadratic (a, control, b, edge->curve);
      else
        whence_curve_from_quadratic (b, control, a, edge->curve);
    }
}

static void
route_loops (WhenceGraphScene *scene, const WhenceScenePair *bundled, guint n)
{
  WhencePoint at = scene->nodes[bundled->low].at;
  double radius = scene->nodes[bundled->low].radius;
  guint n_positive = count_positive (scene, bundled, n);

  join_lines (scene, bundled, n_positive, n);
  for (guint i = 0; i < n; i++)
    {
      WhenceGraphEdge *edge = &scene->edges[bundled[i].edge];
      double reach = radius * 2.2 + 38 + 18 * rank_of_line (i, n_positive, n);
      edge->curve[0] = edge->curve[3] = at;
      edge->curve[1] = (WhencePoint){ at.x + reach * 0.15, at.y - reach };
      edge->curve[2] = (WhencePoint){ at.x + reach, at.y - reach * 0.15 };
    }
}

void
whence_graph_route_pair (WhenceGraphScene *scene, const WhenceRectGrid *obstacles,
                         const WhenceScenePair *pair, guint n)
{
  if (pair->low == pair->high)
    route_loops (scene, pair, n);
  else
    route_fan (scene, obstacles, pair, n);
}
