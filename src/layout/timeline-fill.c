/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills a view with lanes: how many facts become marks, and how closely they stand. When the rows are too
 * high, the pass over labels and rows is run again, more densely; where nothing scrolls marks give way to
 * counts, and these to strips, before a lane is out of sight. Text is set for a bounded number of marks. */
#include "layout/timeline-groups.h"

#include <math.h>

/* Marks in a view: as many as are readable on it and on another screen of scrolling, and some in each lane.
 */
#define AREA_OF_MARK 8000.0
#define LEAST_MARKS 60
#define MARKS_OF_LANE 5
/* Parts of the height of the view: what the shelf may ask for, and how much the densest rows may fill. */
#define MOST_SHELF 0.45
#define MOST_DENSE 1.2
#define FAR_BEYOND 3.0 /* so much too high are rows that no level would help */
/* px that a lane with a histogram takes, or with a strip beside or below its header; and how often marks may
 * be chosen anew for the sake of all lanes. */
#define LEAST_LANE 56.0
#define STRIP_LANE 24.0
#define STRIP_LANE_NARROW 38.0
#define MOST_LANES 150
#define MOST_CHOICES 3

typedef struct
{
  const WhenceTimelineFill *fill;
  WhenceTimelineScene *scene;
  WhenceRowBuilder *rows;
} Filler;

static WhenceLanePlan *
get_plan (const Filler *filler, guint i)
{
  return &g_array_index (filler->fill->plans, WhenceLanePlan, i);
}

static double
get_room (const WhenceTimelineScene *scene, guint n_shelved)
{
  gboolean has_shelf = n_shelved > 0 || scene->omitted.n_off_range > 0;
  double shelf = has_shelf ? whence_shelf_full_height (scene, n_shelved) : 0;
  return scene->height - MIN (shelf, MOST_SHELF * scene->height);
}

guint
whence_timeline_fill_most_lanes (const WhenceTimelineScene *scene, guint n_shelved, gboolean still)
{
  double room = get_room (scene, n_shelved) - WHENCE_AXIS_HEIGHT - STRIP_LANE;
  double lane = scene->gutter > 0 ? STRIP_LANE : STRIP_LANE_NARROW;
  return still ? (guint) CLAMP (room / lane, 2, MOST_LANES) : MOST_LANES;
}

/* --- Marks, clusters and bars -------------------------------------------------------------------- */

/* As many as @budget; what an earlier choice has left is forgotten. */
static void
choose_marks (const Filler *filler, guint budget)
{
  WhenceTimelineScene *scene = filler->scene;
  GArray *array = filler->fill->candidates;
  WhenceCandidate *candidates = (WhenceCandidate *) array->data;
  for (guint i = 0; i < array->len; i++)
    candidates[i].cluster = WHENCE_NONE;
  whence_density_choose (candidates, array->len, budget, scene->view.seconds_per_px, scene->scope,
                         &scene->stretch);
  for (guint i = 0; i < filler->fill->plans->len; i++)
    {
      WhenceLanePlan *plan = get_plan (filler, i);
      if (plan->mode == WHENCE_LANE_BARS)
        {
          whence_lane_plan_clear (plan);
          plan->mode = WHENCE_LANE_MARKS;
        }
      if (plan->mode == WHENCE_LANE_MARKS && whence_groups_are_many (candidates + plan->first, plan->n))
        plan->mode = WHENCE_LANE_BARS;
    }
  whence_row_builder_forget_groups (filler->rows);
}

static guint
choose_budget (const Filler *filler)
{
  guint area = (guint) (filler->scene->width * filler->scene->height / AREA_OF_MARK);
  guint lanes = filler->fill->still ? 0 : MARKS_OF_LANE * filler->fill->plans->len;
  return MAX (MAX (LEAST_MARKS, area), lanes);
}

/* --- Rows ---------------------------------------------------------------------------------------- */

static void
lay_out_level (const Filler *filler, guint level)
{
  const WhenceCandidate *candidates = (const WhenceCandidate *) filler->fill->candidates->data;
  whence_row_builder_reset (filler->rows, level);
  for (guint i = 0; i < filler->fill->plans->len; i++)
    {
      WhenceLanePlan *plan = get_plan (filler, i);
      whence_row_builder_add_lane (filler->rows, plan, candidates + plan->first);
    }
  whence_row_builder_add_empty_lanes (filler->rows);
}

/* The airiest rows that leave the shelf its room; else the densest, as long as the view hardly scrolls; where
 * it has to scroll a long way anyway, rows that read well. */
static void
lay_out_marks (const Filler *filler, double room)
{
  double y = 0;
  for (guint level = 0; level < WHENCE_N_ROW_LEVELS && y <= FAR_BEYOND * filler->scene->height; level++)
    {
      lay_out_level (filler, level);
      y = filler->rows->y;
      if (y <= room)
        return;
    }
  if (y > MOST_DENSE * filler->scene->height)
    lay_out_level (filler, WHENCE_READABLE_LEVEL);
}

static gboolean
has_bars (const Filler *filler)
{
  for (guint i = 0; i < filler->fill->plans->len; i++)
    if (get_plan (filler, i)->mode == WHENCE_LANE_BARS)
      return TRUE;
  return FALSE;
}

/* --- Strips -------------------------------------------------------------------------------------- */

static int
compare_heights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WhenceTimelineLane *lanes = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  if (lanes[i].height != lanes[j].height)
    return lanes[i].height > lanes[j].height ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
collapse (WhenceLanePlan *plan)
{
  whence_lane_plan_clear (plan);
  plan->mode = WHENCE_LANE_COLLAPSED;
}

/* All histograms, which are alike, and then the highest of the others, until all lanes should have room. */
static void
collapse_some (const Filler *filler, double room)
{
  WhenceTimelineLane *lanes = (WhenceTimelineLane *) filler->rows->lanes->data;
  guint n = filler->rows->lanes->len;
  double least = filler->scene->gutter > 0 ? STRIP_LANE : STRIP_LANE_NARROW, y = filler->rows->y;
  g_autofree guint *order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      WhenceLaneMode mode = get_plan (filler, i)->mode;
      order[i] = i;
      if (mode != WHENCE_LANE_BARS && mode != WHENCE_LANE_BARS_ONLY)
        continue;
      collapse (get_plan (filler, i));
      y -= lanes[i].height - least;
    }
  g_qsort_with_data (order, (int) n, sizeof *order, compare_heights, lanes);
  for (guint i = 0; i < n && y > room; i++)
    if (get_plan (filler, order[i])->mode == WHENCE_LANE_MARKS && lanes[order[i]].height > least)
      {
        collapse (get_plan (filler, order[i]));
        y -= lanes[order[i]].height - least;
      }
  whence_row_builder_forget_groups (filler->rows);
}

/* Lanes become strips, as high as the room allows. */
static void
thin_out (const Filler *filler, double room)
{
  const guint densest = WHENCE_N_ROW_LEVELS - 1;
  guint n_strips = 0;
  lay_out_level (filler, densest);
  if (filler->rows->y <= room)
    return;
  collapse_some (filler, room);
  lay_out_level (filler, densest);
  for (guint i = 0; i < filler->fill->plans->len; i++)
    n_strips += get_plan (filler, i)->mode == WHENCE_LANE_COLLAPSED;
  filler->scene->thinned = n_strips > 0;
  if (n_strips == 0 || filler->rows->y >= room)
    return;
  filler->rows->more_strip = floor ((room - filler->rows->y) / n_strips);
  lay_out_level (filler, densest);
}

/* Halves the number of marks until all lanes have room; then looks for as many as have. */
static void
choose_fewer (const Filler *filler, guint budget, double room)
{
  guint fits = 0, most = MIN (budget, MAX (2, filler->fill->candidates->len));
  for (guint i = 0; i < 2 * MOST_CHOICES; i++)
    {
      guint tried = fits == 0 ? most / 2 : (fits + most) / 2;
      if ((fits == 0 && i >= MOST_CHOICES) || tried == fits || tried == 0)
        break;
      choose_marks (filler, tried);
      lay_out_marks (filler, room);
      if (filler->rows->y > room)
        most = tried;
      else
        fits = tried;
    }
  if (fits > 0 && filler->rows->y > room)
    {
      choose_marks (filler, fits);
      lay_out_marks (filler, room);
    }
}

/* --- The whole ----------------------------------------------------------------------------------- */

void
whence_timeline_fill (const WhenceTimelineFill *fill, WhenceTimelineScene *scene, WhenceRowBuilder *rows)
{
  Filler filler = { fill, scene, rows };
  double room = get_room (scene, fill->n_shelved);
  guint budget = choose_budget (&filler);
  choose_marks (&filler, budget);
  lay_out_marks (&filler, room);
  /* Where histograms show everything anyway, or nothing scrolls, there are fewer marks rather than lanes out
   * of sight. */
  gboolean fewer =
    fill->still || (fill->plans->len >= 2 && has_bars (&filler) && fill->plans->len * LEAST_LANE < room);
  if (rows->y > room && fewer)
    choose_fewer (&filler, budget, room);
  if (fill->still && fill->plans->len > 1 && rows->y > room)
    thin_out (&filler, room);
}
