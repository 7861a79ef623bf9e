/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where many lines meet one shape, their ends spread along its border, in the order in which they come, so
 * that no arrowhead covers another: the least change of angles that keeps a distance between neighbours
 * (isotonic regression; Barlow, Bartholomew, Bremner and Brunk 1972). O(edges log edges). */
#include "layout/graph-scene-private.h"

#include <math.h>

#define ARROW_SPACE 1.0 /* px between arrowheads */
#define LINE_SPACE 2.5  /* px between lines */
#define MOST_TURN 0.85  /* radians */
#define LEAST_WAY 14.0  /* px between two shapes */
#define MOST_ROUND 5.6  /* radians of the border that ends may take */
#define FOLLOW 0.6      /* part of its end's shift that the curve follows */
#define WITHIN 0.9      /* of the radius: where the curve may begin and still lie in the shape */

typedef struct
{
  guint32 edge;
  gboolean head;       /* at the edge's far end */
  double angle, space; /* radians; half the room it needs on the border */
  double most_turn;    /* radians that it may leave its direction by */
  double spread;       /* the angle it gets */
} Port;

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const Port *x = a, *y = b;

  if (x->angle != y->angle)
    return x->angle < y->angle ? -1 : 1;
  if (x->edge != y->edge)
    return x->edge < y->edge ? -1 : 1;
  return (int) x->head - (int) y->head;
}

static WhencePoint *
end_of (const Port *port, WhenceGraphEdge *edges)
{
  return &edges[port->edge].curve[port->head ? 3 : 0];
}

/* Between shapes that nearly touch there is no way to bend. */
static double
room_to_bend (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  const WhenceGraphNode *from = &scene->nodes[edge->from], *to = &scene->nodes[edge->to];
  double free_way = hypot (from->at.x - to->at.x, from->at.y - to->at.y) - from->radius - to->radius;

  return CLAMP ((free_way - LEAST_WAY) / LEAST_WAY, 0, 1);
}

static Port
make_port (const WhenceGraphScene *scene, guint32 index, gboolean head, double radius)
{
  const WhenceGraphEdge *edge = &scene->edges[index];
  WhencePoint end = edge->curve[head ? 3 : 0], control = edge->curve[head ? 2 : 1];
  double half = edge->width / 2 + LINE_SPACE / 2;

  if (head && edge->arrow)
    half = 0.42 * WHENCE_GRAPH_ARROW_LENGTH (edge->width) + 0.2 * edge->width + ARROW_SPACE / 2;
  return (Port){ .edge = index,
                 .head = head,
                 .angle = atan2 (control.y - end.y, control.x - end.x),
                 .space = half / MAX (1, radius),
                 .most_turn = MOST_TURN * room_to_bend (scene, edge) };
}

/* Turns the circle so that it is cut where it is widest open; angles then only grow. */
static void
cut_circle (Port *ports, guint n)
{
  g_autofree Port *turned = g_new (Port, n);
  double widest = ports[0].angle + 2 * G_PI - ports[n - 1].angle;
  guint first = 0;

  for (guint i = 1; i < n; i++)
    if (ports[i].angle - ports[i - 1].angle > widest)
      {
        widest = ports[i].angle - ports[i - 1].angle;
        first = i;
      }
  for (guint i = 0; i < n; i++)
    {
      turned[i] = ports[(first + i) % n];
      if (first + i >= n)
        turned[i].angle += 2 * G_PI;
    }
  memcpy (ports, turned, n * sizeof *ports);
}

/* Less room each where all of it is more than the border has. */
static void
fit_spaces (Port *ports, guint n)
{
  double all = 0;

  for (guint i = 0; i < n; i++)
    all += 2 * ports[i].space;
  for (guint i = 0; i < n && all > MOST_ROUND; i++)
    ports[i].space *= MOST_ROUND / all;
}

/* Pools of neighbours that push one another share the mean of what they want. */
static void
spread_ports (Port *ports, guint n)
{
  g_autofree double *mean = g_new (double, n), *offset = g_new (double, n);
  g_autofree guint *size = g_new (guint, n);
  guint n_pools = 0, at = 0;

  offset[0] = 0;
  for (guint i = 1; i < n; i++)
    offset[i] = offset[i - 1] + ports[i - 1].space + ports[i].space;
  for (guint i = 0; i < n; i++)
    {
      mean[n_pools] = ports[i].angle - offset[i];
      size[n_pools++] = 1;
      while (n_pools > 1 && mean[n_pools - 2] > mean[n_pools - 1])
        {
          guint both = size[n_pools - 2] + size[n_pools - 1];
          mean[n_pools - 2] =
            (mean[n_pools - 2] * size[n_pools - 2] + mean[n_pools - 1] * size[n_pools - 1]) / both;
          size[--n_pools - 1] = both;
        }
    }
  for (guint p = 0; p < n_pools; p++)
    for (guint k = 0; k < size[p]; k++, at++)
      ports[at].spread = mean[p] + offset[at];
}

/* The curve aims beside the middle of the shape, still within it, and bends after its end. */
static void
aim (const WhenceGraphNode *node, const Port *port, WhenceGraphEdge *edges)
{
  double turn = CLAMP (port->spread - port->angle, -port->most_turn, port->most_turn);
  WhencePoint *end = end_of (port, edges), *control = port->head ? end - 1 : end + 1;
  WhencePoint shift = { node->radius * (cos (port->angle + turn) - cos (port->angle)),
                        node->radius * (sin (port->angle + turn) - sin (port->angle)) };

  for (guint i = 0;
       i < 6 && !whence_graph_shape_contains (node->shape, node->radius * WITHIN, shift.x, shift.y); i++)
    shift = (WhencePoint){ shift.x * 0.8, shift.y * 0.8 };
  *end = (WhencePoint){ end->x + shift.x, end->y + shift.y };
  *control = (WhencePoint){ control->x + FOLLOW * shift.x, control->y + FOLLOW * shift.y };
}

static void
spread_at (WhenceGraphScene *scene, const WhenceGraphNode *node, Port *ports, guint n)
{
  if (n < 2)
    return;
  qsort (ports, n, sizeof *ports, compare_ports);
  cut_circle (ports, n);
  fit_spaces (ports, n);
  spread_ports (ports, n);
  for (guint i = 0; i < n; i++)
    aim (node, &ports[i], scene->edges);
}

void
whence_graph_spread_ends (WhenceGraphScene *scene)
{
  g_autofree guint32 *first = g_new0 (guint32, scene->n_nodes + 2);
  g_autofree Port *ports = g_new (Port, MAX (1, 2 * scene->n_edges));

  for (guint32 i = 0; i < scene->n_edges; i++)
    if (scene->edges[i].n_on_line > 0 && scene->edges[i].from != scene->edges[i].to)
      {
        first[scene->edges[i].from + 2]++;
        first[scene->edges[i].to + 2]++;
      }
  for (guint32 i = 2; i < scene->n_nodes + 2; i++)
    first[i] += first[i - 1];
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (scene->edges[i].n_on_line > 0 && scene->edges[i].from != scene->edges[i].to)
      {
        const WhenceGraphEdge *edge = &scene->edges[i];
        ports[first[edge->from + 1]++] = make_port (scene, i, FALSE, scene->nodes[edge->from].radius);
        ports[first[edge->to + 1]++] = make_port (scene, i, TRUE, scene->nodes[edge->to].radius);
      }
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (!scene->nodes[i].dot)
      spread_at (scene, &scene->nodes[i], ports + first[i], first[i + 1] - first[i]);
}
