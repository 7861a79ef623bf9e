/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes in time: x is the date, and y is found: near the neighbours, in a place that is free. What is known
 * by the year only may stand anywhere in it. O(n · looks + edges) a sweep. */
#include "layout/chronological-private.h"
#include "layout/organic-steps.h"

#include <math.h>

#define ROOM 2.2 /* times the area of the boxes */
#define N_SWEEPS 5
#define N_WIDTHS 4
#define LARGE 4000 /* nodes: one sweep, one width */

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

/* @known ones keep their height. */
static gboolean
settle (WhenceGround *ground, const guint8 *known, const guint32 *order, const WhenceWatch *watch)
{
  guint32 n = ground->problem->net->n, n_sweeps = n <= LARGE ? N_SWEEPS : 1;
  g_autofree guint8 *placed = g_new0 (guint8, MAX (1, n));

  for (guint32 i = 0; i < n; i++)
    if (known != NULL && known[i] && whence_when_is_dated (&ground->when[i]))
      {
        double from = whence_time_view_to_x (ground->time, ground->when[i].earliest),
               to = whence_time_view_to_x (ground->time, ground->when[i].latest);
        if (ground->at[i].x < from || ground->at[i].x > to)
          ground->at[i].x = (from + to) / 2;
        whence_ground_mark (ground, i, TRUE);
        placed[i] = TRUE;
      }
  for (guint sweep = 0; sweep < n_sweeps; sweep++)
    for (guint32 k = 0; k < n; k++)
      {
        guint32 node = order[sweep % 2 == 0 ? k : n - 1 - k];
        gboolean stays = (known != NULL && known[node]) || !whence_when_is_dated (&ground->when[node]);
        if (k % 256 == 0 && !whence_watch_go_on (watch, (sweep + (double) k / n) / n_sweeps))
          return FALSE;
        if (stays || (sweep > 0 && ground->at[node].y > ground->n_rows / 2 * WHENCE_GROUND_SQUARE))
          continue;
        if (placed[node])
          whence_ground_mark (ground, node, FALSE);
        whence_ground_put (ground, node, whence_ground_height_wanted (ground, placed, node));
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
      if (!whence_when_is_dated (&when[i]))
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

/* A crowd on one date is as high as it is: the width grows until both fit the room alike. */
static gboolean
place_dated (WhenceGround *ground, gint64 from, gint64 to, const guint32 *order, const WhenceWatch *watch)
{
  const WhenceOrganic *problem = ground->problem;
  guint n_widths = problem->net->n <= LARGE ? N_WIDTHS : 1;
  double area = 0, width;

  for (guint32 i = 0; i < problem->net->n; i++)
    if (whence_when_is_dated (&ground->when[i]))
      area += (problem->boxes[i].width + WHENCE_GROUND_GAP) * (problem->boxes[i].height + WHENCE_GROUND_GAP);
  width = MAX (240, sqrt (ROOM * area * problem->aspect));
  for (guint round = 0; round < n_widths; round++)
    {
      WhenceWatch part = whence_watch_share (watch, (double) round / n_widths, (round + 1.0) / n_widths);
      WhenceRect all;
      gboolean done;
      whence_ground_init (ground, width);
      ground->time = time_over (from, to, width);
      done = settle (ground, NULL, order, &part);
      all = whence_ground_extent (ground);
      whence_ground_clear (ground);
      if (!done)
        return FALSE;
      if (all.height * problem->aspect <= 1.1 * all.width)
        break;
      width *= CLAMP (sqrt (all.height * problem->aspect / all.width), 1.1, 3);
    }
  return TRUE;
}

gboolean
whence_chronological_layout (const WhenceOrganic *problem, const WhenceWhen *when, const guint8 *known,
                             WhenceTimeView *time, guint32 *n_columns, WhencePoint *positions,
                             GCancellable *cancellable)
{
  g_autofree guint32 *order = order_outwards (problem->net);
  WhenceGround ground = { .problem = problem, .when = when, .at = positions };
  WhenceWatch watch = whence_watch_over (problem, cancellable);
  gint64 from = 0, to = 86400;
  gboolean any = span_of (when, problem->net->n, &from, &to), done = TRUE;

  if (any && known != NULL && time->seconds_per_px > 0)
    {
      ground.time = *time;
      whence_ground_init (&ground, MAX (240, whence_time_view_to_x (*time, to)));
      done = settle (&ground, known, order, &watch);
      whence_ground_clear (&ground);
    }
  else
    {
      ground.time = time_over (from, to, 240);
      done = !any || place_dated (&ground, from, to, order, &watch);
    }
  *time = ground.time;
  if (done && *n_columns > 0 && whence_ground_knows_undated (&ground, known))
    whence_ground_append_undated (&ground, known, MIN (*n_columns, WHENCE_MOST_SIDE_COLUMNS), positions);
  else if (done)
    *n_columns = whence_ground_place_undated (&ground, positions);
  return done;
}
