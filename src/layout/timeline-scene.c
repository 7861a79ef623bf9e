/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene is put together in passes: which facts are in view (no text is looked at), which of them become
 * marks and which are counted, their labels, rows and lanes, the shelf, the index. When the rows are too high
 * for the view, the pass over labels and rows is run again, more densely. O(n log n) in the facts; text is
 * set for a bounded number. */
#include "layout/timeline-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "layout/timeline-rows.h"

#define MOST_LANES 150
/* Marks in a view: as many as are readable on it and on another screen of scrolling. */
#define AREA_OF_MARK 8000.0
#define LEAST_MARKS 60
/* Parts of the height of the view: what the shelf may ask for, and how much the densest rows may fill. */
#define MOST_SHELF 0.45
#define MOST_DENSE 1.2
/* So few that each can tell its date. */
#define MOST_DATED 60
#define CANCEL_MASK 0xFFF

typedef enum
{
  LANE_IN_VIEW = 1 << 0,
  LANE_OFF_RANGE = 1 << 1,
} LaneState;

typedef struct
{
  WhenceTimelineScene *scene;
  const WhenceTimelineRequest *request;
  WhenceLaneGrouping grouping;
  GArray *candidates; /* WhenceCandidate */
  GArray *undated;    /* guint32 */
  guint8 *lanes;      /* for each rank, LaneState bits */
} Builder;

static void
clear_item (gpointer data)
{
  WhenceTimelineItem *item = data;
  whence_label_clear (&item->label);
}

static void
clear_lane (gpointer data)
{
  WhenceTimelineLane *lane = data;
  whence_text_block_clear (&lane->header);
}

void
whence_timeline_item_init (WhenceTimelineItem *item, const WhenceBundle *bundle, guint32 fact)
{
  WhenceFact record;
  whence_bundle_get_fact (bundle, fact, &record);
  item->fact = fact;
  item->type = record.type;
  item->support = (guint8) whence_evidence_for_fact (bundle, fact).support;
  item->status = (guint8) record.status;
  item->negated = (guint8) record.negated;
  item->inferred = (guint8) record.date_inferred;
}

/* --- Who is in view ------------------------------------------------------------------------------ */

static void
collect_in_view (Builder *builder, guint32 fact, guint lane, gint64 from)
{
  const WhenceTimelineScene *scene = builder->scene;
  gint64 left = whence_time_view_to_instant (scene->view, scene->left);
  WhenceCandidate candidate = { fact, lane, MAX (from, left), WHENCE_NONE };
  g_array_append_val (builder->candidates, candidate);
  builder->lanes[lane] |= LANE_IN_VIEW;
}

static void
count_off_range (Builder *builder, guint lane, gint64 from)
{
  WhenceTimelineScene *scene = builder->scene;
  scene->omitted.n_off_range++;
  scene->omitted.n_earlier += whence_time_view_to_x (scene->view, from) < (scene->left + scene->right) / 2;
  builder->lanes[lane] |= LANE_OFF_RANGE;
}

static void
collect_fact (Builder *builder, guint32 fact)
{
  WhenceTimelineScene *scene = builder->scene;
  WhenceMarkShape shape;
  gint64 from, to;
  const WhenceDate *date = whence_bundle_get_fact_date (whence_scope_get_bundle (scene->scope), fact);
  if (!whence_scope_shows (scene->scope, fact))
    {
      scene->omitted.n_hidden++;
      return;
    }
  if (!whence_mark_extent (date, &from, &to))
    {
      g_array_append_val (builder->undated, fact);
      return;
    }
  guint lane = whence_lane_grouping_get_rank (&builder->grouping, fact);
  if (whence_mark_shape_init (&shape, date, scene->view, scene->left, scene->right,
                              whence_scope_get_today (scene->scope)))
    collect_in_view (builder, fact, lane, from);
  else
    count_off_range (builder, lane, from);
}

static gboolean
collect_facts (Builder *builder, GCancellable *cancellable)
{
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (builder->scene->scope));
  for (guint32 fact = 0; fact < n_facts; fact++)
    {
      if ((fact & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      collect_fact (builder, fact);
    }
  builder->scene->omitted.n_undated = builder->undated->len;
  for (guint lane = 0; lane < builder->grouping.n_keys; lane++)
    builder->scene->omitted.n_empty_lanes += builder->lanes[lane] == LANE_OFF_RANGE;
  return TRUE;
}

/* Lanes beyond the bound share the last one. */
static void
merge_lanes (Builder *builder)
{
  WhenceCandidate *candidates = (WhenceCandidate *) builder->candidates->data;
  guint n = builder->candidates->len, n_lanes = 0, n_keys = builder->grouping.n_keys;
  guint rank = 0;
  for (; rank < n_keys && n_lanes < MOST_LANES; rank++)
    n_lanes += (builder->lanes[rank] & LANE_IN_VIEW) != 0;
  for (guint i = 0; i < n; i++)
    if (candidates[i].lane >= rank)
      candidates[i].lane = n_keys;
}

static void
choose_marks (Builder *builder)
{
  WhenceTimelineScene *scene = builder->scene;
  merge_lanes (builder);
  guint budget = MAX (LEAST_MARKS, (guint) (scene->width * scene->height / AREA_OF_MARK));
  whence_density_choose ((WhenceCandidate *) builder->candidates->data, builder->candidates->len, budget,
                         scene->view.seconds_per_px, whence_scope_get_bundle (scene->scope));
}

/* --- Rows and lanes ------------------------------------------------------------------------------ */

static void
lay_out_level (Builder *builder, WhenceRowBuilder *rows, guint level)
{
  const WhenceCandidate *candidates = (const WhenceCandidate *) builder->candidates->data;
  guint n = builder->candidates->len;
  whence_row_builder_reset (rows, level);
  for (guint first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && candidates[end].lane == candidates[first].lane;)
        end++;
      guint lane = candidates[first].lane;
      const char *name = lane == builder->grouping.n_keys
                           ? _ ("All others")
                           : whence_lane_grouping_get_name (&builder->grouping, lane);
      whence_row_builder_add_lane (rows, name, candidates + first, end - first);
    }
}

/* The airiest rows that leave the shelf its room; else the densest, as long as the view hardly scrolls; where
 * it has to scroll a long way anyway, rows that read well. */
static void
lay_out (Builder *builder, WhenceRowBuilder *rows)
{
  WhenceTimelineScene *scene = builder->scene;
  gboolean has_shelf = builder->undated->len > 0 || scene->omitted.n_off_range > 0;
  double shelf = has_shelf ? whence_shelf_full_height (scene, builder->undated->len) : 0;
  double room = scene->height - MIN (shelf, MOST_SHELF * scene->height);
  for (guint level = 0; level < WHENCE_N_ROW_LEVELS; level++)
    {
      lay_out_level (builder, rows, level);
      if (rows->y <= room)
        return;
    }
  if (rows->y > MOST_DENSE * scene->height)
    lay_out_level (builder, rows, WHENCE_READABLE_LEVEL);
}

static void
add_message (WhenceTimelineScene *scene, const WhenceMeasure *measure)
{
  WhenceTimelineOmitted omitted = scene->omitted;
  const char *text = _ ("There are no facts yet.");
  if (omitted.n_off_range > 0)
    text = _ ("Nothing is known of this stretch of time. Zoom out or fit the view to see the facts.");
  else if (omitted.n_undated > 0)
    text = _ ("No fact here has a date.");
  else if (omitted.n_hidden > 0)
    text = _ ("The filter hides every fact.");
  whence_text_block_init (&scene->message, text, WHENCE_FONT_LABEL, MIN (320, scene->right - scene->left), 3,
                          measure);
}

/* --- Index --------------------------------------------------------------------------------------- */

static int
compare_in_time (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WhenceTimelineItem *items = user_data;
  const WhenceTimelineItem *p = &items[*(const guint32 *) a], *q = &items[*(const guint32 *) b];
  gboolean p_shelved = p->kind == WHENCE_ITEM_SHELVED, q_shelved = q->kind == WHENCE_ITEM_SHELVED;
  if (p_shelved != q_shelved)
    return p_shelved ? 1 : -1;
  if (!p_shelved && p->start != q->start)
    return p->start < q->start ? -1 : 1;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

static void
index_items (WhenceTimelineScene *scene)
{
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope));
  scene->item_of = g_new (guint32, MAX (n_facts, 1));
  memset (scene->item_of, 0xFF, n_facts * sizeof *scene->item_of);
  scene->in_time = g_new (guint32, MAX (scene->n_items, 1));
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      for (guint k = 0; k < item->n_facts; k++)
        scene->item_of[scene->clustered[item->first_fact + k]] = i;
      if (item->fact == WHENCE_NONE)
        continue;
      scene->item_of[item->fact] = i;
      scene->in_time[scene->n_in_time++] = i;
    }
  g_qsort_with_data (scene->in_time, (int) scene->n_in_time, sizeof (guint32), compare_in_time, scene->items);
}

/* --- The whole ----------------------------------------------------------------------------------- */

static gpointer
steal (GArray *array, guint *n)
{
  *n = array->len;
  g_array_set_clear_func (array, NULL);
  return g_array_free (array, FALSE);
}

static void
build (Builder *builder)
{
  WhenceTimelineScene *scene = builder->scene;
  const WhenceMeasure *measure = &builder->request->measure;
  choose_marks (builder);

  WhenceRowBuilder rows;
  whence_row_builder_init (&rows, scene, measure, builder->request->rtl);
  g_array_set_clear_func (rows.items, clear_item);
  g_array_set_clear_func (rows.lanes, clear_lane);
  rows.with_dates = builder->candidates->len <= MOST_DATED;
  lay_out (builder, &rows);
  scene->omitted.n_clustered = rows.clustered->len;
  if (rows.items->len == 0)
    add_message (scene, measure);
  whence_shelf_build (scene, rows.y, builder->undated, rows.items, rows.rows, measure);
  scene->content_height = MAX (rows.y, whence_rect_bottom (scene->shelf));

  guint n_clustered;
  scene->items = steal (rows.items, &scene->n_items);
  scene->rows = steal (rows.rows, &scene->n_rows);
  scene->lanes = steal (rows.lanes, &scene->n_lanes);
  scene->clustered = steal (rows.clustered, &n_clustered);
  g_array_unref (rows.clusters);
  index_items (scene);
  /* Where nothing has a date, no date is as good as any other. */
  if (builder->candidates->len > 0 || scene->omitted.n_off_range > 0)
    whence_axis_init (&scene->axis, scene->view, scene->gutter, scene->width, measure);
}

WhenceTimelineScene *
whence_timeline_scene_new (const WhenceTimelineRequest *request, GCancellable *cancellable)
{
  WhenceTimelineScene *scene = g_new0 (WhenceTimelineScene, 1);
  g_atomic_ref_count_init (&scene->references);
  scene->scope = whence_scope_ref (request->scope);
  scene->view = request->view;
  scene->width = MAX (request->width, WHENCE_TIMELINE_LEAST_WIDTH);
  scene->height = MAX (request->height, WHENCE_AXIS_HEIGHT);
  scene->gutter = whence_lane_gutter (request->grouping, scene->width);
  scene->left = scene->gutter + WHENCE_SIDE_MARGIN;
  scene->right = scene->width - WHENCE_SIDE_MARGIN;

  Builder builder = { .scene = scene, .request = request };
  builder.candidates = g_array_new (FALSE, FALSE, sizeof (WhenceCandidate));
  builder.undated = g_array_new (FALSE, FALSE, sizeof (guint32));
  whence_lane_grouping_init (&builder.grouping, whence_scope_get_bundle (request->scope), request->grouping);
  builder.lanes = g_new0 (guint8, builder.grouping.n_keys);
  gboolean done = collect_facts (&builder, cancellable);
  if (done)
    build (&builder);
  else
    g_clear_pointer (&scene, whence_timeline_scene_unref);
  whence_lane_grouping_clear (&builder.grouping);
  g_free (builder.lanes);
  g_array_unref (builder.candidates);
  g_array_unref (builder.undated);
  return scene;
}

WhenceTimelineScene *
whence_timeline_scene_ref (WhenceTimelineScene *scene)
{
  g_atomic_ref_count_inc (&scene->references);
  return scene;
}

void
whence_timeline_scene_unref (WhenceTimelineScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->references))
    return;
  if (scene->lenders[0] != NULL)
    {
      whence_timeline_scene_give_back (scene);
      return;
    }
  for (guint i = 0; i < scene->n_items; i++)
    clear_item (&scene->items[i]);
  for (guint i = 0; i < scene->n_lanes; i++)
    clear_lane (&scene->lanes[i]);
  g_free (scene->items);
  g_free (scene->rows);
  g_free (scene->lanes);
  g_free (scene->clustered);
  g_free (scene->item_of);
  g_free (scene->in_time);
  whence_text_block_clear (&scene->shelf_head);
  whence_text_block_clear (&scene->shelf_note);
  whence_text_block_clear (&scene->shelf_more);
  whence_text_block_clear (&scene->message);
  whence_axis_clear (&scene->axis);
  whence_scope_unref (scene->scope);
  g_free (scene);
}

double
whence_timeline_scene_get_content_height (const WhenceTimelineScene *scene)
{
  return scene->content_height;
}

WhenceTimelineOmitted
whence_timeline_scene_get_omitted (const WhenceTimelineScene *scene)
{
  return scene->omitted;
}
