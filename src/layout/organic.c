/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The organic layout as a table of contents: components apart; each one by stress (small) or level by level
 * (large), turned and stretched into the room there is, freed of overlaps, polished; single nodes in rows;
 * all packed. Deterministic: one thread, one order, no libm but the square root. */
#include "layout/organic-steps.h"

#include <math.h>

#define GAP 9.0            /* px between boxes */
#define COMPONENT_GAP 26.0 /* px between components */
#define SMALL_GAP 3.0      /* the same in large components */
#define MIDDLING_MAX 600   /* nodes up to which stress over all pairs is worth its time */
#define LEAST_PROGRESS 0.004
#define MOST_EFFORT 3.0 /* times what one small component may take, for all of them together */
#define MAX_FILL 1.35   /* how much longer edges get to fill the room */
#define MAX_STRETCH 1.9 /* how far a picture is stretched along one axis to fit the room */

/* One component as a problem of its own. */
typedef struct
{
  guint32 n;
  guint32 *nodes; /* in the whole graph */
  WhenceNet *net;
  WhenceRect *boxes;
  WhenceOrganicEdge *edges;
  WhencePoint *at;
} Part;

static void
part_clear (Part *part)
{
  whence_net_free (part->net);
  g_free (part->boxes);
  g_free (part->edges);
  g_free (part->at);
}

/* Rows are sorted by target, and nodes of a part keep their order: so do the edges. */
static void
copy_edges (Part *part, const WhenceOrganic *organic)
{
  part->edges = g_new (WhenceOrganicEdge, MAX (1, part->net->first[part->n]));
  for (guint32 i = 0; i < part->n; i++)
    {
      guint32 row = organic->net->first[part->nodes[i]];
      for (guint32 e = part->net->first[i]; e < part->net->first[i + 1]; e++)
        part->edges[e] = organic->edges[row++];
    }
}

static void
part_init (Part *part, const WhenceOrganic *organic, const guint32 *nodes, guint32 n, guint32 *local)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (WhencePair));

  *part = (Part){ .n = n, .nodes = (guint32 *) nodes };
  part->boxes = g_new (WhenceRect, n);
  part->at = g_new0 (WhencePoint, n);
  for (guint32 i = 0; i < n; i++)
    {
      local[nodes[i]] = i;
      part->boxes[i] = organic->boxes[nodes[i]];
    }
  for (guint32 i = 0; i < n; i++)
    for (guint32 e = organic->net->first[nodes[i]]; e < organic->net->first[nodes[i] + 1]; e++)
      if (organic->net->target[e] > nodes[i])
        {
          WhencePair pair = { i, local[organic->net->target[e]] };
          g_array_append_val (pairs, pair);
        }
  part->net = whence_net_new (n, (const WhencePair *) pairs->data, pairs->len);
  if (organic->edges != NULL)
    copy_edges (part, organic);
}

static WhenceRect
bounds_of (const WhencePoint *at, const WhenceRect *boxes, guint32 n)
{
  WhenceRect all = { at[0].x + boxes[0].x, at[0].y + boxes[0].y, boxes[0].width, boxes[0].height };

  for (guint32 i = 1; i < n; i++)
    all = whence_rect_union (
      all, (WhenceRect){ at[i].x + boxes[i].x, at[i].y + boxes[i].y, boxes[i].width, boxes[i].height });
  return all;
}

/* Turns the points so that their longest extent lies along x (or y for a tall room): the eigenvector of the 2
 * × 2 covariance matrix by half-angle formulae, which need only square roots. */
static void
turn_to_room (WhencePoint *at, guint32 n, double aspect)
{
  double cx = 0, cy = 0, xx = 0, yy = 0, xy = 0, root, c2, c, s;

  for (guint32 i = 0; i < n; i++)
    {
      cx += at[i].x / n;
      cy += at[i].y / n;
    }
  for (guint32 i = 0; i < n; i++)
    {
      double x = at[i].x - cx, y = at[i].y - cy;
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
  root = sqrt ((xx - yy) * (xx - yy) + 4 * xy * xy);
  c2 = root > 0 ? (xx - yy) / root : 1;
  c = sqrt (MAX (0, (1 + c2) / 2));
  s = (xy < 0 ? -1 : 1) * sqrt (MAX (0, (1 - c2) / 2));
  for (guint32 i = 0; i < n; i++)
    {
      double x = at[i].x - cx, y = at[i].y - cy;
      double along = c * x + s * y, across = c * y - s * x;
      at[i] = aspect >= 1 ? (WhencePoint){ along, across } : (WhencePoint){ across, along };
    }
}

/* The room that these boxes need to breathe, as wide as @aspect says. */
static WhenceRect
frame_for (const Part *part, double aspect)
{
  double area = 0, share = 0.44 / (1 + 0.09 * (double) part->net->first[part->n] / part->n), height;

  for (guint32 i = 0; i < part->n; i++)
    area += (part->boxes[i].width + GAP) * (part->boxes[i].height + GAP);
  height = sqrt (area / share / aspect);
  return (WhenceRect){ -height * aspect / 2, -height / 2, height * aspect, height };
}

static void
stretch_into (Part *part, WhenceRect frame)
{
  double min_x = G_MAXDOUBLE, max_x = -G_MAXDOUBLE, min_y = G_MAXDOUBLE, max_y = -G_MAXDOUBLE, sx, sy;

  for (guint32 i = 0; i < part->n; i++)
    {
      min_x = MIN (min_x, part->at[i].x);
      max_x = MAX (max_x, part->at[i].x);
      min_y = MIN (min_y, part->at[i].y);
      max_y = MAX (max_y, part->at[i].y);
    }
  sx = 0.86 * frame.width / MAX (max_x - min_x, 1e-6);
  sy = 0.86 * frame.height / MAX (max_y - min_y, 1e-6);
  sx = MIN (sx, sy * MAX_STRETCH);
  sy = MIN (sy, sx * MAX_STRETCH);
  for (guint32 i = 0; i < part->n; i++)
    {
      part->at[i].x = (part->at[i].x - (min_x + max_x) / 2) * sx;
      part->at[i].y = (part->at[i].y - (min_y + max_y) / 2) * sy;
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

static double
median_edge (const Part *part)
{
  guint32 m = part->net->first[part->n], count = 0;
  g_autofree double *lengths = g_new (double, MAX (1, m));

  for (guint32 i = 0; i < part->n; i++)
    for (guint32 e = part->net->first[i]; e < part->net->first[i + 1]; e++)
      {
        double dx = part->at[i].x - part->at[part->net->target[e]].x;
        double dy = part->at[i].y - part->at[part->net->target[e]].y;
        lengths[count++] = sqrt (dx * dx + dy * dy);
      }
  qsort (lengths, count, sizeof *lengths, compare_doubles);
  return count == 0 ? 1 : MAX (1, lengths[count / 2]);
}

/* So many px that all boxes together fill at most half of where they are. */
static double
scale_for_area (const Part *part)
{
  g_autofree double *from_middle = g_new (double, part->n);
  double area = 0, x = 0, y = 0;

  for (guint32 i = 0; i < part->n; i++)
    {
      area += (part->boxes[i].width + SMALL_GAP) * (part->boxes[i].height + SMALL_GAP);
      x += part->at[i].x / part->n;
      y += part->at[i].y / part->n;
    }
  for (guint32 i = 0; i < part->n; i++)
    from_middle[i] = (part->at[i].x - x) * (part->at[i].x - x) + (part->at[i].y - y) * (part->at[i].y - y);
  qsort (from_middle, part->n, sizeof *from_middle, compare_doubles);
  /* Half of the nodes lie in this disc. */
  return sqrt (area / (3.1416 * MAX (from_middle[part->n / 2], 1e-6)));
}

/* Of how many px a unit must be for a node to be clear of its nearest neighbour, the value that suits half of
 * the nodes. Neighbours in the graph stand for those in the picture: they are nearly the same, and need no
 * search. */
static double
scale_for_sizes (const Part *part)
{
  g_autofree double *needs = g_new (double, part->n);

  for (guint32 i = 0; i < part->n; i++)
    {
      double nearest = G_MAXDOUBLE, size = MAX (part->boxes[i].width, part->boxes[i].height);
      for (guint32 e = part->net->first[i]; e < part->net->first[i + 1]; e++)
        {
          double dx = part->at[i].x - part->at[part->net->target[e]].x;
          double dy = part->at[i].y - part->at[part->net->target[e]].y;
          nearest = MIN (nearest, sqrt (dx * dx + dy * dy));
        }
      needs[i] = 2.2 * (size + SMALL_GAP) / MAX (nearest, 0.05);
    }
  qsort (needs, part->n, sizeof *needs, compare_doubles);
  return MAX (needs[part->n / 2], scale_for_area (part));
}

/* Positions as a cloud and back, for one step of force. */
static gboolean
refine_part (Part *part, const WhenceRefine *how, const WhenceWatch *watch)
{
  g_auto (WhenceCloud) cloud = { 0 };
  gboolean done;

  whence_cloud_init (&cloud, part->n);
  for (guint32 i = 0; i < part->n; i++)
    {
      cloud.x[i] = (float) part->at[i].x;
      cloud.y[i] = (float) part->at[i].y;
    }
  done = whence_organic_refine (part->net, how, &cloud, watch);
  for (guint32 i = 0; i < part->n; i++)
    part->at[i] = (WhencePoint){ cloud.x[i], cloud.y[i] };
  return done;
}

/* Large components: the force leaves neighbours about a unit apart; a unit becomes so many px that most nodes
 * have the room they need, and the others are pushed apart. */
static gboolean
lay_out_large (Part *part, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  WhenceWatch core = whence_watch_share (watch, 0, 0.7), faith = whence_watch_share (watch, 0.7, 0.8),
              apart = whence_watch_share (watch, 0.8, 1);
  gboolean done = whence_organic_multilevel (part->net, organic->seed, organic->faith, part->at, &core);
  double scale;

  if (!done || (part->n <= 600 && !refine_part (part, &(WhenceRefine){ 80, 6, 3, .3 }, &faith)))
    return FALSE;
  turn_to_room (part->at, part->n, organic->aspect);
  scale = scale_for_sizes (part);
  for (guint32 i = 0; i < part->n; i++)
    part->at[i] = (WhencePoint){ part->at[i].x * scale, part->at[i].y * scale };
  return whence_organic_separate (part->boxes, NULL, part->n, SMALL_GAP, part->at, &apart);
}

static gboolean
lay_out_small (Part *part, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  WhenceWatch stress = whence_watch_share (watch, 0, 0.25), apart = whence_watch_share (watch, 0.25, 0.3),
              polish = whence_watch_share (watch, 0.3, 0.95), last = whence_watch_share (watch, 0.95, 1);
  WhenceRect frame = frame_for (part, organic->aspect);
  double effort = MIN (1, MOST_EFFORT * part->n / organic->net->n);

  if (!whence_organic_stress (part->net, organic->seed, effort, part->at, &stress))
    return FALSE;
  turn_to_room (part->at, part->n, organic->aspect);
  stretch_into (part, frame);
  if (!whence_organic_separate (part->boxes, NULL, part->n, GAP, part->at, &apart))
    return FALSE;
  if (part->n > 2)
    {
      WhenceOrganic own = { part->net, part->boxes, part->edges, NULL, organic->aspect, organic->seed };
      WhenceRect bounds = bounds_of (part->at, part->boxes, part->n);
      frame.width = MAX (frame.width, 0.9 * bounds.width);
      frame.height = MAX (frame.height, 0.9 * bounds.height);
      frame.x = bounds.x + (bounds.width - frame.width) / 2;
      frame.y = bounds.y + (bounds.height - frame.height) / 2;
      if (!whence_organic_polish (&own, frame, median_edge (part), effort, part->at, &polish))
        return FALSE;
    }
  return whence_organic_separate (part->boxes, NULL, part->n, GAP, part->at, &last);
}

static gboolean
lay_out_part (Part *part, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  return part->n <= WHENCE_POLISH_MAX ? lay_out_small (part, organic, watch)
                                      : lay_out_large (part, organic, watch);
}

/* Single nodes stand in rows, about as wide as the room. */
static void
lay_out_singles (Part *part, double aspect, double widest)
{
  double area = 0, width, x = 0, y = 0, row = 0;

  for (guint32 i = 0; i < part->n; i++)
    area += (part->boxes[i].width + GAP) * (part->boxes[i].height + GAP);
  width = MAX (widest, sqrt (area * aspect));
  for (guint32 i = 0; i < part->n; i++)
    {
      if (x > 0 && x + part->boxes[i].width > width)
        {
          x = 0;
          y += row + GAP;
          row = 0;
        }
      part->at[i] = (WhencePoint){ x - part->boxes[i].x, y - part->boxes[i].y };
      x += part->boxes[i].width + GAP;
      row = MAX (row, part->boxes[i].height);
    }
}

/* Nodes in the order of their component, singles last as one part of their own. */
static GArray *
split (const WhenceOrganic *organic, guint32 *nodes, guint32 *n_singles)
{
  guint32 n = organic->net->n, at = 0;
  g_autofree guint32 *component = g_new (guint32, MAX (1, n));
  guint32 n_components = whence_net_components (organic->net, component);
  g_autofree guint32 *fill = g_new0 (guint32, (gsize) n_components + 1);
  g_autofree guint32 *local = g_new (guint32, MAX (1, n));
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint32 i = 0; i < n; i++)
    fill[component[i] + 1] += whence_net_degree (organic->net, i) > 0;
  for (guint32 c = 0; c < n_components; c++)
    fill[c + 1] += fill[c];
  at = fill[n_components];
  *n_singles = n - at;
  for (guint32 i = 0; i < n; i++)
    nodes[whence_net_degree (organic->net, i) > 0 ? fill[component[i]]++ : at++] = i;
  for (guint32 start = 0, end; start < n; start = end)
    {
      Part part;
      end = start + 1;
      if (start >= n - *n_singles)
        end = n;
      else
        while (end < n - *n_singles && component[nodes[end]] == component[nodes[start]])
          end++;
      part_init (&part, organic, nodes + start, end - start, local);
      g_array_append_val (parts, part);
    }
  return parts;
}

static void
assemble (GArray *parts, double aspect, WhencePoint *positions)
{
  g_autofree WhenceRect *bounds = g_new (WhenceRect, MAX (1, parts->len));
  g_autofree WhencePoint *corners = g_new (WhencePoint, MAX (1, parts->len));

  for (guint p = 0; p < parts->len; p++)
    {
      const Part *part = &g_array_index (parts, Part, p);
      bounds[p] = bounds_of (part->at, part->boxes, part->n);
    }
  whence_organic_pack (bounds, parts->len, aspect, COMPONENT_GAP, corners);
  for (guint p = 0; p < parts->len; p++)
    {
      const Part *part = &g_array_index (parts, Part, p);
      for (guint32 i = 0; i < part->n; i++)
        positions[part->nodes[i]] = (WhencePoint){ part->at[i].x - bounds[p].x + corners[p].x,
                                                   part->at[i].y - bounds[p].y + corners[p].y };
    }
}

/* Room that is left along one axis is given to the edges; what is apart stays apart. Only where names want
 * room: in a large graph it would cost more in true distances than it gives. */
static void
fill_room (const WhenceOrganic *organic, WhencePoint *positions)
{
  guint32 n = organic->net->n;
  WhenceRect all = bounds_of (positions, organic->boxes, n);
  double wider = organic->aspect * all.height / all.width;

  for (guint32 i = 0; i < n; i++)
    if (wider > 1)
      positions[i].x *= MIN (wider, MAX_FILL);
    else
      positions[i].y *= MIN (1 / wider, MAX_FILL);
}

/* What the caller hears: never less than before, and not each step. */
typedef struct
{
  const WhenceOrganic *organic;
  double told;
} Teller;

static void
on_progress (double fraction, gpointer data)
{
  Teller *teller = data;

  if (fraction < teller->told + LEAST_PROGRESS || teller->organic->progress == NULL)
    return;
  teller->told = fraction;
  teller->organic->progress (MIN (fraction, 1), teller->organic->progress_data);
}

static gboolean
lay_out_parts (GArray *parts, gboolean singles, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  double widest = 0, n = organic->net->n, n_done = 0;

  for (guint p = 0; p < parts->len; p++)
    {
      Part *part = &g_array_index (parts, Part, p);
      WhenceWatch share = whence_watch_share (watch, n_done / n, (n_done + part->n) / n);
      if (singles && p + 1 == parts->len)
        lay_out_singles (part, organic->aspect, widest);
      else if (!lay_out_part (part, organic, &share))
        return FALSE;
      widest = MAX (widest, bounds_of (part->at, part->boxes, part->n).width);
      n_done += part->n;
      if (!whence_watch_go_on (&share, 1))
        return FALSE;
    }
  return TRUE;
}

gboolean
whence_organic_layout (const WhenceOrganic *organic, WhencePoint *positions, GCancellable *cancellable)
{
  Teller teller = { organic, 0 };
  WhenceWatch watch = { cancellable, on_progress, &teller, 0, 1 };
  g_autofree guint32 *nodes = g_new (guint32, MAX (1, organic->net->n));
  guint32 n_singles;
  g_autoptr (GArray) parts = split (organic, nodes, &n_singles);
  gboolean done = lay_out_parts (parts, n_singles > 0, organic, &watch);

  if (done && parts->len > 0)
    {
      assemble (parts, organic->aspect, positions);
      if (n_singles < organic->net->n && organic->net->n <= MIDDLING_MAX)
        fill_room (organic, positions);
    }
  for (guint p = 0; p < parts->len; p++)
    part_clear (&g_array_index (parts, Part, p));
  return done;
}
