/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an edge begins and ends: on the borders of both shapes, with an arrow at the arrow's base. Before it,
 * a curve runs from middle to middle, more or less. A bounded number of steps each. */
#include "layout/graph-scene-private.h"

#include <math.h>

#define HALVINGS 24
#define HALVINGS_BESIDE                                                                                      \
  12 /* beside the picture: a hair's breadth, should it come into view before it is drawn anew */
#define EXACT 0.01     /* px */
#define INNERMOST 0.4  /* radii: of a circle that lies in any shape */
#define OUTERMOST 1.35 /* and of one that any shape lies in */

static gboolean
is_inside (const WhenceGraphNode *node, WhencePoint p)
{
  return whence_graph_shape_contains (node->shape, node->radius, p.x - node->at.x, p.y - node->at.y);
}

/* The t at which the curve leaves @node, in whose middle it is at @inside: in the nearer half of its way, or
 * in the other where a small neighbour stands close to a large shape. @halvings: of that half, at the most;
 * @least: of t, where nobody could see more. */
static double
find_border (const WhencePoint curve[4], const WhenceGraphNode *node, double inside, guint halvings,
             double least)
{
  double outside = 0.5;

  if (is_inside (node, whence_curve_point (curve, outside)))
    {
      outside = 1 - inside;
      inside = 0.5;
    }
  for (guint i = 0; i < halvings && fabs (outside - inside) > least; i++)
    {
      double middle = (inside + outside) / 2;
      if (is_inside (node, whence_curve_point (curve, middle)))
        inside = middle;
      else
        outside = middle;
    }
  return outside;
}

static gboolean
is_straight (const WhencePoint curve[4])
{
  return fabs (3 * curve[1].x - 2 * curve[0].x - curve[3].x)
           + fabs (3 * curve[2].x - curve[0].x - 2 * curve[3].x)
           + fabs (3 * curve[1].y - 2 * curve[0].y - curve[3].y)
           + fabs (3 * curve[2].y - curve[0].y - 2 * curve[3].y)
         < 0.01;
}

/* The same for a round shape in a dense scene, by false position: where a line hardly bends two steps do. */
static double
find_round_border (const WhencePoint curve[4], const WhenceGraphSpot *spot, double inside)
{
  double outside = 0.5, before = -spot->radius,
         beyond = whence_distance (whence_curve_point (curve, outside), spot->at) - spot->radius;

  if (beyond < 0)
    {
      before = beyond;
      outside = 1 - inside;
      inside = 0.5;
      beyond = whence_distance (whence_curve_point (curve, outside), spot->at) - spot->radius;
    }
  for (guint i = 0; i < HALVINGS_BESIDE && beyond > EXACT; i++)
    {
      double t = inside + (outside - inside) * before / (before - beyond),
             away = whence_distance (whence_curve_point (curve, t), spot->at) - spot->radius;
      if (fabs (away) <= EXACT)
        return t;
      if (away < 0)
        {
          inside = t;
          before = away;
        }
      else
        {
          outside = t;
          beyond = away;
        }
    }
  return outside;
}

/* The part of @way, from the middle of @spot and @length long, at which it leaves the shape, at most 1: on
 * whole radii for what has corners or roundings between what lies in any shape and the furthest corner. */
static double
find_exit (const WhenceGraphSpot *spot, WhencePoint way, double length)
{
  double part = length > 0 ? spot->radius / length : 1, near = MIN (INNERMOST * part, 1),
         far = MIN (OUTERMOST * part, 1);

  if (spot->shape == WHENCE_SHAPE_CIRCLE)
    return MIN (part, 1);
  while ((far - near) * length > EXACT)
    {
      double middle = (near + far) / 2;
      if (whence_graph_shape_contains (spot->shape, spot->radius, way.x * middle, way.y * middle))
        near = middle;
      else
        far = middle;
    }
  return far;
}

/* What whence_graph_end_edge() does, for a straight line in a dense scene, of which there may be hundreds of
 * thousands. */
static void
end_straight (const WhenceGraphSpot *from, const WhenceGraphSpot *to, WhenceGraphEdge *edge)
{
  WhencePoint a = edge->curve[0], b = edge->curve[3], way = { b.x - a.x, b.y - a.y };
  double length = whence_distance (a, b), t0 = find_exit (from, way, length),
         t1 = MAX (t0, 1 - find_exit (to, (WhencePoint){ -way.x, -way.y }, length));

  b = (WhencePoint){ a.x + t1 * way.x, a.y + t1 * way.y };
  a = (WhencePoint){ a.x + t0 * way.x, a.y + t0 * way.y };
  edge->curve[0] = a;
  edge->curve[1] = (WhencePoint){ a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3 };
  edge->curve[2] = (WhencePoint){ b.x - (b.x - a.x) / 3, b.y - (b.y - a.y) / 3 };
  edge->curve[3] = b;
}

static void
bound_edge (WhenceGraphEdge *edge)
{
  edge->bounds = whence_rect_union (whence_curve_bounds (edge->curve),
                                    (WhenceRect){ edge->tip.x - 4, edge->tip.y - 4, 8, 8 });
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
      if (whence_distance (tip, whence_curve_point (curve, middle)) < length)
        near = middle;
      else
        far = middle;
    }
  return far;
}

static gboolean
is_in_picture (const WhenceGraphScene *scene, const WhencePoint curve[4])
{
  return whence_rect_overlaps (whence_curve_bounds (curve),
                               (WhenceRect){ 0, 0, scene->width, scene->height });
}

void
whence_graph_draw_straight (const WhenceGraphScene *scene, WhenceGraphEdge *edge)
{
  const WhenceGraphSpot *from = &scene->spots[edge->from], *to = &scene->spots[edge->to];

  whence_curve_from_quadratic (
    from->at, (WhencePoint){ (from->at.x + to->at.x) / 2, (from->at.y + to->at.y) / 2 }, to->at, edge->curve);
  if (!scene->dense)
    return;
  if (is_in_picture (scene, edge->curve))
    end_straight (from, to, edge);
  edge->tip = edge->curve[3];
  bound_edge (edge);
}

/* A curve in a dense scene, which has no arrows. */
static void
end_hairline (const WhenceGraphScene *scene, WhenceGraphEdge *edge)
{
  const WhenceGraphNode *nodes = scene->nodes;
  const WhenceGraphSpot *from = &scene->spots[edge->from], *to = &scene->spots[edge->to];
  double least = EXACT / MAX (1, whence_distance (edge->curve[0], edge->curve[3]));
  double t0 = from->shape == WHENCE_SHAPE_CIRCLE
                ? find_round_border (edge->curve, from, 0)
                : find_border (edge->curve, &nodes[edge->from], 0, HALVINGS, least);
  double t1 = to->shape == WHENCE_SHAPE_CIRCLE
                ? find_round_border (edge->curve, to, 1)
                : find_border (edge->curve, &nodes[edge->to], 1, HALVINGS, least);

  whence_curve_trim (edge->curve, t0, MAX (t1, t0));
}

/* Beside the picture a line ends in the middle of the shape, which lies on it. */
static void
end_dense (const WhenceGraphScene *scene, WhenceGraphEdge *edge)
{
  if (is_in_picture (scene, edge->curve))
    {
      if (is_straight (edge->curve))
        end_straight (&scene->spots[edge->from], &scene->spots[edge->to], edge);
      else
        end_hairline (scene, edge);
    }
  edge->tip = edge->curve[3];
  bound_edge (edge);
}

void
whence_graph_end_edge (const WhenceGraphScene *scene, WhenceGraphEdge *edge)
{
  const WhenceGraphNode *from = &scene->nodes[edge->from], *to = &scene->nodes[edge->to];
  guint halvings = is_in_picture (scene, edge->curve) ? HALVINGS : HALVINGS_BESIDE;
  double t0, t1, base, length;

  if (scene->dense)
    {
      end_dense (scene, edge);
      return;
    }
  t0 = find_border (edge->curve, from, 0, halvings, 0);
  t1 = find_border (edge->curve, to, 1, halvings, 0);
  base = t1;

  edge->tip = whence_curve_point (edge->curve, t1);
  if (edge->arrow)
    base = find_base (edge->curve, t0, t1, WHENCE_GRAPH_ARROW_LENGTH (edge->width));
  length = whence_distance (edge->tip, whence_curve_point (edge->curve, base));
  edge->arrow = edge->arrow && length > 1;
  if (edge->arrow)
    {
      WhencePoint start = whence_curve_point (edge->curve, base);
      edge->heading = (WhencePoint){ (edge->tip.x - start.x) / length, (edge->tip.y - start.y) / length };
    }
  whence_curve_trim (edge->curve, t0, MAX (base, t0));
  bound_edge (edge);
}
