/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small components, for which there is time to try: maps by stress and force together in several mixtures,
 * the best by score, its crossings undone; and where names are long, a picture to read beside it. O(n²) a
 * try. */
#include "layout/organic-part.h"

#include <math.h>

#define GAP 9.0         /* px between boxes */
#define MAX_STRETCH 1.9 /* how far a picture is stretched along one axis to fit the room */
#define MOST_EFFORT 3.0 /* times what one small component may take, for all of them together */
#define SMALL_GAP 2.9   /* px that boxes of a map stay apart */
#define STEPS 80
#define PUSH 6.0
#define PULL_FIRST 3.0
#define MOST_EDGES_COUNTED 4000

/* The room that these boxes need to breathe, as wide as @aspect says. */
static WhenceRect
frame_for (const WhencePart *part, double aspect)
{
  double area = 0, share = 0.44 / (1 + 0.09 * (double) part->net->first[part->n] / part->n), height;

  for (guint32 i = 0; i < part->n; i++)
    area += (part->boxes[i].width + GAP) * (part->boxes[i].height + GAP);
  height = sqrt (area / share / aspect);
  return (WhenceRect){ -height * aspect / 2, -height / 2, height * aspect, height };
}

static void
stretch_into (WhencePart *part, WhenceRect frame)
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

/* 1 for a component that is most of the graph; less for one of many. */
static double
effort_for (const WhencePart *part, const WhenceOrganic *organic)
{
  return MIN (1, MOST_EFFORT * part->n / organic->net->n);
}

/* For reading: edges of even length in the room there is, moved off the names. */
static gboolean
lay_out_to_read (WhencePart *part, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  WhenceWatch stress = whence_watch_share (watch, 0, 0.25), apart = whence_watch_share (watch, 0.25, 0.3),
              polish = whence_watch_share (watch, 0.3, 0.95), last = whence_watch_share (watch, 0.95, 1);
  WhenceRect frame = frame_for (part, organic->aspect);
  double effort = effort_for (part, organic);

  if (!whence_organic_stress (part->net, organic->seed, effort, part->at, &stress))
    return FALSE;
  whence_part_turn (part->at, part->n, organic->aspect);
  stretch_into (part, frame);
  if (!whence_organic_separate (part->boxes, NULL, part->n, GAP, part->at, &apart))
    return FALSE;
  if (part->n > 2)
    {
      WhenceOrganic own = { part->net, part->boxes, part->edges, NULL, organic->aspect, organic->seed };
      WhenceRect bounds = whence_part_bounds_of (part->at, part->boxes, part->n);
      frame.width = MAX (frame.width, 0.9 * bounds.width);
      frame.height = MAX (frame.height, 0.9 * bounds.height);
      frame.x = bounds.x + (bounds.width - frame.width) / 2;
      frame.y = bounds.y + (bounds.height - frame.height) / 2;
      if (!whence_organic_polish (&own, frame, whence_part_median_edge (part), effort, part->at, &polish))
        return FALSE;
    }
  return whence_organic_separate (part->boxes, NULL, part->n, GAP, part->at, &last);
}

/* --- Maps ---------------------------------------------------------------------------------------- */

/* Mixtures of stress, whose pull goes @faith of the way at each third step, and force. */
typedef struct
{
  double last_pull, faith;
} Mixture;

static const Mixture mixtures[][3] = {
  [WHENCE_FAITH_BALANCED] = { { 0.3, 0 }, { 0.05, 0.4 }, { 0.05, 0.2 } },
  [WHENCE_FAITH_DISTANCES] = { { 0.3, 0.9 }, { 0.3, 0.8 }, { 0.3, 0.7 } },
  [WHENCE_FAITH_NEIGHBOURS] = { { 0.05, 0 }, { 0.05, 0.1 }, { 0.05, 0.2 } },
};

static gboolean
mix (WhencePart *part, const WhencePoint *start, const Mixture *mixture, WhencePivots *pivots,
     const WhenceWatch *watch)
{
  WhenceRefine how = { STEPS, PUSH, PULL_FIRST, mixture->last_pull, pivots, mixture->faith };
  g_auto (WhenceCloud) cloud = { 0 };
  gboolean done;

  whence_cloud_init (&cloud, part->n);
  for (guint32 i = 0; i < part->n; i++)
    {
      cloud.x[i] = (float) start[i].x;
      cloud.y[i] = (float) start[i].y;
    }
  done = whence_organic_refine (part->net, &how, &cloud, watch);
  for (guint32 i = 0; i < part->n; i++)
    part->at[i] = (WhencePoint){ cloud.x[i], cloud.y[i] };
  return done;
}

/* What a reader minds in a map; the less the better. Very many edges cross whatever one does. */
static double
cost_of_map (const WhencePart *part)
{
  double crossings = part->net->first[part->n] <= 2 * MOST_EDGES_COUNTED
                       ? (double) whence_organic_count_crossings (part->net, part->at)
                       : 0;

  return (0.01 + whence_organic_measure_stress (part->net, part->at)) * (1 + crossings)
         * (1.1 - whence_organic_measure_neighbours (part->net, part->at));
}

static gboolean
start_map (const WhencePart *part, guint32 seed, double effort, WhencePoint *start, const WhenceWatch *watch)
{
  return part->n <= WHENCE_POLISH_MAX
           ? whence_organic_stress (part->net, seed, effort, start, watch)
           : whence_organic_multilevel (part->net, &(WhenceOrganic){ .seed = seed }, start, watch);
}

static gboolean
lay_out_map (WhencePart *part, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  double effort = effort_for (part, organic), least = G_MAXDOUBLE;
  guint n_starts = effort < 1 ? 1 : 2,
        n_mixtures = effort < 0.2 || part->n > WHENCE_POLISH_MAX ? 1 : G_N_ELEMENTS (mixtures[0]), n_done = 0;
  g_autofree WhencePoint *start = g_new (WhencePoint, part->n), *best = g_new (WhencePoint, part->n);
  g_autoptr (WhencePivots) pivots = whence_pivots_new (part->net, part->n);
  WhenceWatch uncross = whence_watch_share (watch, 0.6, 1);

  for (guint s = 0; s < n_starts; s++)
    {
      WhenceWatch share = whence_watch_share (watch, 0.6 * s / n_starts, 0.6 * (s + 0.5) / n_starts);
      if (!start_map (part, organic->seed + s, effort, start, &share))
        return FALSE;
      for (guint m = 0; m < n_mixtures; m++)
        {
          double cost;
          share = whence_watch_share (watch, 0.6 * n_done / (n_starts * n_mixtures),
                                      0.6 * (n_done + 1) / (n_starts * n_mixtures));
          n_done++;
          if (!mix (part, start, &mixtures[organic->faith][m], pivots, &share)
              || !whence_part_spread (part, organic->aspect, &share))
            return FALSE;
          cost = n_starts * n_mixtures > 1 ? cost_of_map (part) : 0;
          if (cost < least)
            {
              least = cost;
              memcpy (best, part->at, part->n * sizeof *best);
            }
        }
    }
  memcpy (part->at, best, part->n * sizeof *best);
  return whence_organic_uncross (part->net, part->boxes, SMALL_GAP, organic->seed, part->at, &uncross);
}

/* --- Which of them ------------------------------------------------------------------------------- */

static gboolean
has_long_names (const WhencePart *part)
{
  double excess = 0;

  for (guint32 i = 0; i < part->n; i++)
    excess += part->boxes[i].width - part->boxes[i].height;
  return excess > 0;
}

/* Where names are short and each edge is crossed more than once or twice, nobody follows single edges, and
 * who stands near whom is what the picture says. */
static gboolean
is_tangled (const WhencePart *part)
{
  guint64 n_edges = part->net->first[part->n] / 2;

  return n_edges > MOST_EDGES_COUNTED || whence_organic_count_crossings (part->net, part->at) > n_edges;
}

gboolean
whence_organic_lay_out_small (WhencePart *part, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  gboolean may_read = organic->faith == WHENCE_FAITH_BALANCED && part->n <= WHENCE_POLISH_MAX;
  WhenceWatch map = whence_watch_share (watch, 0, 0.3), read = whence_watch_share (watch, 0.3, 1);

  part->to_read = may_read && has_long_names (part);
  if (!part->to_read && !lay_out_map (part, organic, may_read ? &map : watch))
    return FALSE;
  part->to_read = may_read && (part->to_read || !is_tangled (part));
  return !part->to_read || lay_out_to_read (part, organic, &read);
}
