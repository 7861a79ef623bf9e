/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes in time: x is the date, and y is found: near the neighbours, in a place that is free. What is known
 * by the year only may stand anywhere in it. Places are counted in squares, so that looking for a free one
 * takes a bounded number of looks; a date that too many share overflows downwards. Those without a date stand
 * in columns of their own. O(n · looks + edges) a sweep. */
#include "layout/layouts.h"

#include <math.h>

#define GAP 8.0
#define SQUARE 8.0     /* units */
#define ROOM 2.2       /* times the area of the boxes */
#define TALLEST 3.0    /* times as high as the room is wide */
#define MOST_LOOKS 400 /* rows up and down */
#define N_SIDEWAYS 7   /* places within a date that is wide */
#define N_SWEEPS 5
#define N_WIDTHS 4
#define LARGE 4000 /* nodes: one sweep, one width */
#define MOST_SIDE_COLUMNS 6

typedef struct
{
  const WhenceOrganic *problem;
  const WhenceWhen *when;
  WhenceTimeView time;
  double width;
  guint32 n_columns, n_rows; /* of squares; the middle row is y = 0 */
  guint8 *taken;
  guint32 *bottom; /* of each column: the first row below all that overflowed, counted from the last row */
  WhencePoint *at;
} Ground;

static gboolean
is_dated (const WhenceWhen *when)
{
  return when->earliest <= when->latest;
}

static guint32
column_of (const Ground *ground, double x)
{
  /* Boxes reach beyond the first and the last date. */
  return (guint32) CLAMP ((x + ground->width / 4) / SQUARE, 0, ground->n_columns - 1);
}

typedef struct
{
  guint32 left, right; /* columns, both within */
  gint64 top, bottom;  /* rows, both within */
} Squares;

static Squares
squares_of (const Ground *ground, guint32 node, WhencePoint at)
{
  const WhenceRect *box = &ground->problem->boxes[node];
  double middle = ground->n_rows / 2;

  return (Squares){ column_of (ground, at.x + box->x - GAP / 2),
                    column_of (ground, at.x + whence_rect_right (*box) + GAP / 2),
                    (gint64) floor ((at.y + box->y - GAP / 2) / SQUARE + middle),
                    (gint64) floor ((at.y + whence_rect_bottom (*box) + GAP / 2) / SQUARE + middle) };
}

static gboolean
is_free (const Ground *ground, Squares squares)
{
  if (squares.top < 0 || squares.bottom >= ground->n_rows)
    return FALSE;
  for (gint64 row = squares.top; row <= squares.bottom; row++)
    for (guint32 column = squares.left; column <= squares.right; column++)
      if (ground->taken[row * ground->n_columns + column])
        return FALSE;
  return TRUE;
}

static void
mark (Ground *ground, guint32 node, gboolean taken)
{
  Squares squares = squares_of (ground, node, ground->at[node]);

  for (gint64 row = MAX (0, squares.top); row <= MIN (squares.bottom, (gint64) ground->n_rows - 1); row++)
    for (guint32 column = squares.left; column <= squares.right; column++)
      ground->taken[row * ground->n_columns + column] = taken;
}

/* --- One node ------------------------------------------------------------------------------------ */

/* The places along x that the date allows, the middle first. */
static guint
list_places (const Ground *ground, guint32 node, double *places)
{
  const WhenceWhen *when = &ground->when[node];
  double from = whence_time_view_to_x (ground->time, when->earliest),
         to = whence_time_view_to_x (ground->time, when->latest), middle = (from + to) / 2;
  double step = ground->problem->boxes[node].width + GAP;
  guint n = 0;

  places[n++] = middle;
  for (guint i = 1; n + 1 < N_SIDEWAYS && middle + i * step <= to; i++)
    {
      places[n++] = middle - i * step;
      places[n++] = middle + i * step;
    }
  return n;
}

static void
overflow (Ground *ground, guint32 node, double x)
{
  const WhenceRect *box = &ground->problem->boxes[node];
  Squares squares = squares_of (ground, node, (WhencePoint){ x, 0 });
  guint32 row = 0;

  for (guint32 column = squares.left; column <= squares.right; column++)
    row = MAX (row, ground->bottom[column]);
  ground->at[node] =
    (WhencePoint){ x, (ground->n_rows - ground->n_rows / 2 + row) * SQUARE + GAP / 2 - box->y };
  row += (guint32) (squares.bottom - squares.top) + 1;
  for (guint32 column = squares.left; column <= squares.right; column++)
    ground->bottom[column] = row;
}

/* Puts @node where it is free nearest to @y. */
static void
put (Ground *ground, guint32 node, double y)
{
  double places[N_SIDEWAYS];
  guint n_places = list_places (ground, node, places);

  y = SQUARE * round (y / SQUARE);
  if (ground->bottom[column_of (ground, places[0])] == 0)
    for (guint look = 0; look < 2 * MOST_LOOKS; look++)
      for (guint p = 0; p < n_places; p++)
        {
          double away = (look + 1) / 2 * SQUARE;
          WhencePoint at = { places[p], look % 2 == 0 ? y - away : y + away };
          if (!is_free (ground, squares_of (ground, node, at)))
            continue;
          ground->at[node] = at;
          mark (ground, node, TRUE);
          return;
        }
  overflow (ground, node, places[0]);
}

/* The mean height of the neighbours that have a place. */
static double
height_wanted (const Ground *ground, const guint8 *placed, guint32 node)
{
  const WhenceNet *net = ground->problem->net;
  double sum = 0;
  guint32 count = 0;

  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    if (placed[net->target[e]])
      {
        sum += ground->at[net->target[e]].y;
        count++;
      }
  return count > 0 ? sum / count : 0;
}

/* --- All of them --------------------------------------------------------------------------------- */

/* From the node with most ties outwards, component by component: each finds somebody it knows. */
static guint32 *
order_outwards (const WhenceNet *net)
{
  guint32 *order = g_new (guint32, MAX (1, net->n));
  g_autofree guint32 *by_degree = g_new (guint32, MAX (1, net->n));
  g_autofree guint32 *count = g_new0 (guint32, (gsize) net->n + 2);
  g_autofree guint8 *seen = g_new0 (guint8, MAX (1, net->n));
  guint32 head = 0, tail = 0;

  for (guint32 i = 0; i < net->n; i++)
    count[net->n - whence_net_degree (net, i) + 1]++;
  for (guint32 d = 0; d <= net->n; d++)
    count[d + 1] += count[d];
  for (guint32 i = 0; i < net->n; i++)
    by_degree[count[net->n - whence_net_degree (net, i)]++] = i;
  for (guint32 k = 0; k < net->n; k++)
    {
      if (!seen[by_degree[k]])
        order[tail++] = by_degree[k];
      seen[by_degree[k]] = TRUE;
      for (; head < tail; head++)
        for (guint32 e = net->first[order[head]]; e < net->first[order[head] + 1]; e++)
          if (!seen[net->target[e]])
            {
              seen[net->target[e]] = TRUE;
              order[tail++] = net->target[e];
            }
    }
  return order;
}

static void
ground_init (Ground *ground, double width)
{
  double height = TALLEST * width;

  ground->width = width;
  ground->n_columns = (guint32) (1.5 * width / SQUARE) + 2;
  ground->n_rows = (guint32) (height / SQUARE) + 2;
  ground->taken = g_new0 (guint8, (gsize) ground->n_columns * ground->n_rows);
  ground->bottom = g_new0 (guint32, ground->n_columns);
}

static void
ground_clear (Ground *ground)
{
  g_free (ground->taken);
  g_free (ground->bottom);
}

/* @known ones keep their height. */
static gboolean
settle (Ground *ground, const guint8 *known, const guint32 *order, GCancellable *cancellable)
{
  guint32 n = ground->problem->net->n, n_sweeps = n <= LARGE ? N_SWEEPS : 1;
  g_autofree guint8 *placed = g_new0 (guint8, MAX (1, n));

  for (guint32 i = 0; i < n; i++)
    if (known != NULL && known[i] && is_dated (&ground->when[i]))
      {
        double from = whence_time_view_to_x (ground->time, ground->when[i].earliest),
               to = whence_time_view_to_x (ground->time, ground->when[i].latest);
        if (ground->at[i].x < from || ground->at[i].x > to)
          ground->at[i].x = (from + to) / 2;
        mark (ground, i, TRUE);
        placed[i] = TRUE;
      }
  for (guint sweep = 0; sweep < n_sweeps; sweep++)
    for (guint32 k = 0; k < n; k++)
      {
        guint32 node = order[sweep % 2 == 0 ? k : n - 1 - k];
        gboolean stays = (known != NULL && known[node]) || !is_dated (&ground->when[node]);
        if (k % 256 == 0 && g_cancellable_is_cancelled (cancellable))
          return FALSE;
        if (stays || (sweep > 0 && ground->at[node].y > ground->n_rows / 2 * SQUARE))
          continue;
        if (placed[node])
          mark (ground, node, FALSE);
        put (ground, node, height_wanted (ground, placed, node));
        placed[node] = TRUE;
      }
  return TRUE;
}

/* --- Time ---------------------------------------------------------------------------------------- */

static gboolean
span_of (const WhenceWhen *when, guint32 n, gint64 *from, gint64 *to)
{
  gboolean any = FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      if (!is_dated (&when[i]))
        continue;
      *from = any ? MIN (*from, when[i].earliest) : when[i].earliest;
      *to = any ? MAX (*to, when[i].latest) : when[i].latest;
      any = TRUE;
    }
  return any;
}

static WhenceTimeView
time_over (gint64 from, gint64 to, double width)
{
  WhenceTimeView time = { .origin = from, .seconds_per_px = 1 };
  double length = whence_time_view_to_x (time, to);

  /* All on one day: the width of a day. */
  time.seconds_per_px = MAX (length, 86400) / width;
  return time;
}

static WhenceRect
extent_of (const Ground *ground)
{
  WhenceRect all = { 0 };
  gboolean any = FALSE;

  for (guint32 i = 0; i < ground->problem->net->n; i++)
    {
      WhenceRect box = ground->problem->boxes[i];
      if (!is_dated (&ground->when[i]))
        continue;
      box.x += ground->at[i].x;
      box.y += ground->at[i].y;
      all = any ? whence_rect_union (all, box) : box;
      any = TRUE;
    }
  return all;
}

/* A crowd on one date is as high as it is: the width grows until both fit the room alike. */
static gboolean
place_dated (Ground *ground, gint64 from, gint64 to, const guint32 *order, GCancellable *cancellable)
{
  const WhenceOrganic *problem = ground->problem;
  guint n_widths = problem->net->n <= LARGE ? N_WIDTHS : 1;
  double area = 0, width;

  for (guint32 i = 0; i < problem->net->n; i++)
    if (is_dated (&ground->when[i]))
      area += (problem->boxes[i].width + GAP) * (problem->boxes[i].height + GAP);
  width = MAX (240, sqrt (ROOM * area * problem->aspect));
  for (guint round = 0; round < n_widths; round++)
    {
      WhenceRect all;
      gboolean done;
      ground_init (ground, width);
      ground->time = time_over (from, to, width);
      done = settle (ground, NULL, order, cancellable);
      all = extent_of (ground);
      ground_clear (ground);
      if (!done)
        return FALSE;
      if (all.height * problem->aspect <= 1.1 * all.width)
        break;
      width *= CLAMP (sqrt (all.height * problem->aspect / all.width), 1.1, 3);
    }
  return TRUE;
}

/* --- Those without a date ------------------------------------------------------------------------ */

typedef struct
{
  double y;
  guint32 node;
} Aside;

static int
compare_aside (gconstpointer a, gconstpointer b)
{
  const Aside *x = a, *y = b;
  return x->y < y->y ? -1 : x->y > y->y ? 1 : x->node < y->node ? -1 : x->node > y->node;
}

/* Lines of as many as there are columns, in the order of the neighbours' heights. */
static void
place_lines (const WhenceOrganic *problem, const Aside *aside, guint32 n_aside, guint32 n_columns,
             WhenceRect beside, WhencePoint *at)
{
  double height = -GAP, y;

  for (guint pass = 0; pass < 2; pass++)
    {
      y = beside.y + beside.height / 2 - height / 2;
      for (guint32 k = 0; k < n_aside; k += n_columns)
        {
          double above = 0, below = 0;
          for (guint32 i = k; i < MIN (k + n_columns, n_aside); i++)
            {
              const WhenceRect *box = &problem->boxes[aside[i].node];
              above = MAX (above, -box->y);
              below = MAX (below, whence_rect_bottom (*box));
            }
          for (guint32 i = k; i < MIN (k + n_columns, n_aside); i++)
            at[aside[i].node] = (WhencePoint){ i - k, y + above };
          y += above + below + GAP;
        }
      height = y - beside.y - beside.height / 2 + height / 2 - GAP;
    }
}

/* Newcomers go below those who are there already. */
static void
append_undated (const Ground *ground, const guint8 *known, guint32 n_columns, WhencePoint *at)
{
  const WhenceOrganic *problem = ground->problem;
  double bottom[MOST_SIDE_COLUMNS] = { 0 };
  guint32 next = 0;

  for (guint32 i = 0; i < problem->net->n; i++)
    if (!is_dated (&ground->when[i]) && known[i])
      {
        guint32 column = (guint32) CLAMP (at[i].x, 0, n_columns - 1);
        bottom[column] = MAX (bottom[column], at[i].y + whence_rect_bottom (problem->boxes[i]) + GAP);
      }
  for (guint32 i = 0; i < problem->net->n; i++)
    if (!is_dated (&ground->when[i]) && !known[i])
      {
        at[i] = (WhencePoint){ next, bottom[next] - problem->boxes[i].y };
        bottom[next] = at[i].y + whence_rect_bottom (problem->boxes[i]) + GAP;
        next = (next + 1) % n_columns;
      }
}

static gboolean
knows_undated (const Ground *ground, const guint8 *known)
{
  for (guint32 i = 0; known != NULL && i < ground->problem->net->n; i++)
    if (!is_dated (&ground->when[i]) && known[i])
      return TRUE;
  return FALSE;
}

static guint32
place_undated (const Ground *ground, WhencePoint *at)
{
  const WhenceOrganic *problem = ground->problem;
  const WhenceNet *net = problem->net;
  g_autofree Aside *aside = g_new (Aside, MAX (1, net->n));
  g_autofree guint8 *dated = g_new (guint8, MAX (1, net->n));
  WhenceRect beside = extent_of (ground);
  guint32 n_aside = 0, n_columns;
  double height = 0;

  for (guint32 i = 0; i < net->n; i++)
    dated[i] = is_dated (&ground->when[i]);
  for (guint32 i = 0; i < net->n; i++)
    if (!dated[i])
      {
        aside[n_aside++] = (Aside){ height_wanted (ground, dated, i), i };
        height += problem->boxes[i].height + GAP;
      }
  if (n_aside == 0)
    return 0;
  qsort (aside, n_aside, sizeof *aside, compare_aside);
  n_columns = (guint32) CLAMP (ceil (height / MAX (beside.height, 1)), 1, MOST_SIDE_COLUMNS);
  if (beside.height == 0)
    n_columns = (guint32) CLAMP (sqrt (n_aside * problem->aspect / 4), 1, MOST_SIDE_COLUMNS);
  place_lines (problem, aside, n_aside, MIN (n_columns, n_aside), beside, at);
  return MIN (n_columns, n_aside);
}

gboolean
whence_chronological_layout (const WhenceOrganic *problem, const WhenceWhen *when, const guint8 *known,
                             WhenceTimeView *time, guint32 *n_columns, WhencePoint *positions,
                             GCancellable *cancellable)
{
  g_autofree guint32 *order = order_outwards (problem->net);
  Ground ground = { .problem = problem, .when = when, .at = positions };
  gint64 from = 0, to = 86400;
  gboolean any = span_of (when, problem->net->n, &from, &to), done = TRUE;

  if (any && known != NULL && time->seconds_per_px > 0)
    {
      ground.time = *time;
      ground_init (&ground, MAX (240, whence_time_view_to_x (*time, to)));
      done = settle (&ground, known, order, cancellable);
      ground_clear (&ground);
    }
  else
    {
      ground.time = time_over (from, to, 240);
      done = !any || place_dated (&ground, from, to, order, cancellable);
    }
  *time = ground.time;
  if (done && *n_columns > 0 && knows_undated (&ground, known))
    append_undated (&ground, known, MIN (*n_columns, MOST_SIDE_COLUMNS), positions);
  else if (done)
    *n_columns = place_undated (&ground, positions);
  return done;
}
