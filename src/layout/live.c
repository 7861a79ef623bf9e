/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dragging as elasticity of what was moved: each node is drawn to be moved as its neighbours are, and weakly
 * to be where it was (a screened Laplacian of the displacement: Sorkine et al. 2004), then out of the boxes
 * it came to lie on (projection: Müller et al. 2007). So the picture at rest is the one that was there,
 * whatever made it. One node after the other, in the order in which they woke, which is that of hops from the
 * hand: a tick carries the news all the way. A node sleeps when it moved less than a reader sees, and wakes
 * when a neighbour or a box moves near it. O(edges and boxes near the nodes that are awake) a tick. */
#include "layout/live.h"

#include <math.h>

#include "layout/box-grid.h"

#define HOME 0.15    /* pull to where a node was, beside 1 for each neighbour */
#define STILL 0.08   /* px a tick: less is no motion */
#define GAP 3.0      /* px between boxes */
#define BRISK 24     /* ticks after the last hold with full steps */
#define CALMER 0.955 /* by which the steps shrink after that, until even a quarrel ends */
#define NEVER 0.002  /* steps this small are none */

typedef enum
{
  ASLEEP,
  DROWSY, /* did not move in this tick, and sleeps from the next on unless woken */
  AWAKE,
} State;

struct _WhenceLive
{
  WhenceNet *net;
  WhenceRect *boxes;
  WhencePoint *home, *at;
  guint8 *held, *pinned, *absent, *state;
  guint32 *queue; /* nodes that are not asleep */
  guint32 n_queued;
  gboolean parting; /* nothing is held: homes go along */
  double pace;      /* of the steps: 1 … 0 */
  guint since;      /* ticks since the last hold */
  WhenceBoxGrid grid;
};

/* --- Waking -------------------------------------------------------------------------------------- */

static gboolean
may_move (const WhenceLive *live, guint32 node)
{
  return !live->held[node] && !live->pinned[node] && !live->absent[node];
}

static void
wake (WhenceLive *live, guint32 node)
{
  if (!may_move (live, node))
    return;
  if (live->state[node] == ASLEEP)
    live->queue[live->n_queued++] = node;
  live->state[node] = AWAKE;
}

static void
wake_neighbours (WhenceLive *live, guint32 node)
{
  const WhenceNet *net = live->net;

  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    wake (live, net->target[e]);
}

/* How far the boxes of two nodes would have to part, along x or y; 0, 0 when they do not meet. */
static WhencePoint
way_out (const WhenceLive *live, guint32 node, guint32 other)
{
  const WhenceRect *a = &live->boxes[node], *b = &live->boxes[other];
  WhencePoint from = whence_box_middle (*a, live->at[node]), to = whence_box_middle (*b, live->at[other]);
  double dx = from.x - to.x, dy = from.y - to.y;
  double x = (a->width + b->width) / 2 + GAP - fabs (dx), y = (a->height + b->height) / 2 + GAP - fabs (dy);

  if (x <= 0 || y <= 0)
    return (WhencePoint){ 0, 0 };
  if (x < y)
    return (WhencePoint){ dx < 0 || (dx <= 0 && node < other) ? -x : x, 0 };
  return (WhencePoint){ 0, dy < 0 || (dy <= 0 && node < other) ? -y : y };
}

/* Steps out of the boxes around: all the way where the other may not move, else half of it. Wakes the others.
 */
static WhencePoint
step_aside (WhenceLive *live, guint32 node)
{
  const WhenceBoxGrid *grid = &live->grid;
  WhenceCellSpan span = whence_box_grid_around (grid, live->boxes[node], live->at[node], GAP);
  WhencePoint out = { 0, 0 };

  for (guint32 row = span.top; row <= span.bottom; row++)
    for (guint32 column = span.left; column <= span.right; column++)
      for (guint32 other = grid->first[row * grid->columns + column]; other != G_MAXUINT32;
           other = grid->next[other])
        {
          WhencePoint way;
          double part;
          if (other == node)
            continue;
          way = way_out (live, node, other);
          part = may_move (live, other) ? 0.5 : 1;
          if (fabs (way.x) * part > fabs (out.x))
            out.x = way.x * part;
          if (fabs (way.y) * part > fabs (out.y))
            out.y = way.y * part;
          if (fabs (way.x) + fabs (way.y) > STILL)
            wake (live, other);
        }
  return out;
}

/* --- The hand ------------------------------------------------------------------------------------ */

static void
move_to (WhenceLive *live, guint32 node, double x, double y)
{
  live->at[node] = (WhencePoint){ x, y };
  whence_box_grid_move (&live->grid, node, whence_box_middle (live->boxes[node], live->at[node]));
}

static void
start_clock (WhenceLive *live)
{
  live->since = 0;
  live->pace = 1;
}

void
whence_live_hold (WhenceLive *live, guint32 node, double x, double y)
{
  g_return_if_fail (node < live->net->n && isfinite (x) && isfinite (y));

  if (live->absent[node])
    return;
  live->held[node] = TRUE;
  live->parting = FALSE;
  start_clock (live);
  move_to (live, node, x, y);
  wake_neighbours (live, node);
  step_aside (live, node);
}

void
whence_live_release (WhenceLive *live)
{
  start_clock (live);
  live->parting = TRUE;
  memset (live->held, FALSE, live->net->n);
  for (guint32 i = 0; i < live->net->n; i++)
    {
      double dx = live->at[i].x - live->home[i].x, dy = live->at[i].y - live->home[i].y;
      if (dx * dx + dy * dy > 0)
        wake (live, i);
      live->home[i] = live->at[i];
    }
}

void
whence_live_pin (WhenceLive *live, guint32 node, gboolean pinned)
{
  g_return_if_fail (node < live->net->n);
  live->pinned[node] = pinned != FALSE;
}

gboolean
whence_live_is_pinned (const WhenceLive *live, guint32 node)
{
  return node < live->net->n && live->pinned[node];
}

/* --- A tick -------------------------------------------------------------------------------------- */

static gboolean
is_seen (double dx, double dy)
{
  return dx * dx + dy * dy > STILL * STILL;
}

/* Where its neighbours' displacements and its own home want it. */
static WhencePoint
wanted_place (const WhenceLive *live, guint32 node)
{
  const WhenceNet *net = live->net;
  double x = 0, y = 0, weight = HOME + whence_net_degree (net, node);

  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    {
      guint32 other = net->target[e];
      x += live->at[other].x - live->home[other].x;
      y += live->at[other].y - live->home[other].y;
    }
  return (WhencePoint){ live->home[node].x + x / weight, live->home[node].y + y / weight };
}

/* TRUE when it moved so that one sees it. One that a box keeps from where it belongs stays awake, to go back
 * when the box has gone. */
static gboolean
move_node (WhenceLive *live, guint32 node)
{
  WhencePoint from = live->at[node], to = live->parting ? from : wanted_place (live, node), aside, out;

  move_to (live, node, from.x + (to.x - from.x) * live->pace, from.y + (to.y - from.y) * live->pace);
  out = step_aside (live, node);
  aside = live->at[node];
  move_to (live, node, aside.x + out.x * live->pace, aside.y + out.y * live->pace);
  if (is_seen (live->at[node].x - to.x, live->at[node].y - to.y))
    live->state[node] = AWAKE;
  if (live->parting)
    live->home[node] = live->at[node];
  return is_seen (live->at[node].x - from.x, live->at[node].y - from.y);
}

/* Those that wake in this tick are moved in it too. TRUE when one sees anything move. */
static gboolean
tick (WhenceLive *live)
{
  gboolean moved = FALSE;
  guint32 n_kept = 0;

  if (++live->since > BRISK)
    live->pace *= CALMER;
  for (guint32 k = 0; k < live->n_queued && live->pace > NEVER; k++)
    {
      guint32 node = live->queue[k];
      live->state[node] = DROWSY;
      if (may_move (live, node) && move_node (live, node))
        {
          live->state[node] = AWAKE;
          wake_neighbours (live, node);
          moved = TRUE;
        }
    }
  for (guint32 k = 0; k < live->n_queued; k++)
    if (live->state[live->queue[k]] == AWAKE)
      live->queue[n_kept++] = live->queue[k];
    else
      live->state[live->queue[k]] = ASLEEP;
  live->n_queued = n_kept;
  return moved;
}

gboolean
whence_live_tick (WhenceLive *live, guint n)
{
  gboolean moved = live->n_queued > 0;

  for (guint i = 0; i < n && moved; i++)
    moved = tick (live);
  return moved;
}

const WhencePoint *
whence_live_get_positions (const WhenceLive *live)
{
  return live->at;
}

/* --- Its life ------------------------------------------------------------------------------------ */

WhenceLive *
whence_live_new (const WhenceNet *net, const WhenceRect *boxes, const WhencePoint *positions,
                 const guint8 *absent)
{
  WhenceLive *live = g_new0 (WhenceLive, 1);
  gsize n = MAX (1, net->n);

  live->net = whence_net_copy (net);
  live->boxes = g_memdup2 (boxes, net->n * sizeof *boxes);
  live->home = g_memdup2 (positions, net->n * sizeof *positions);
  live->at = g_memdup2 (positions, net->n * sizeof *positions);
  live->held = g_new0 (guint8, n);
  live->pinned = g_new0 (guint8, n);
  live->absent = g_new0 (guint8, n);
  if (absent != NULL)
    memcpy (live->absent, absent, net->n);
  live->state = g_new0 (guint8, n);
  live->queue = g_new (guint32, n);
  whence_box_grid_init (&live->grid, boxes, positions, absent, net->n, GAP);
  return live;
}

void
whence_live_free (WhenceLive *live)
{
  gpointer arrays[] = { live->boxes,  live->home,   live->at,    live->held,
                        live->pinned, live->absent, live->state, live->queue };

  whence_net_free (live->net);
  whence_box_grid_clear (&live->grid);
  for (guint a = 0; a < G_N_ELEMENTS (arrays); a++)
    g_free (arrays[a]);
  g_free (live);
}
