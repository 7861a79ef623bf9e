/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene is put together in passes: which lanes and facts are in view (no text is looked at), which of
 * them become marks and which are counted, their labels, rows and lanes, the shelf, what is where. When the
 * rows are too high for the view, the pass over labels and rows is run again, more densely. With an index
 * linear in what is in view; text is set for a bounded number. */
#include "layout/timeline-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "layout/shelf-column.h"
#include "layout/timeline-bands.h"
#include "layout/timeline-rows.h"

/* So few that each can tell its date. */
#define MOST_DATED 60

typedef struct
{
  WhenceTimelineScene *scene;
  const WhenceTimelineRequest *request;
  GArray *plans;         /* WhenceLanePlan */
  GArray *candidates;    /* WhenceCandidate */
  const GArray *shelved; /* facts without a date that stand below the lanes */
} Builder;

static void
clear_item (gpointer data)
{
  WhenceTimelineItem *item = data;
  whence_label_clear (&item->label);
}

/* Of a mark the label is the builder's. */
static void
clear_item_of_rows (gpointer data)
{
  if (((WhenceTimelineItem *) data)->kind != WHENCE_ITEM_MARK)
    clear_item (data);
}

static void
clear_lane (gpointer data)
{
  WhenceTimelineLane *lane = data;
  whence_text_block_clear (&lane->header);
  whence_text_block_clear (&lane->count);
}

void
whence_timeline_item_init (WhenceTimelineItem *item, const WhenceScope *scope, guint32 fact)
{
  WhenceFact record;
  whence_bundle_get_fact (whence_scope_get_bundle (scope), fact, &record);
  item->fact = fact;
  item->type = record.type;
  item->support = (guint8) whence_scope_get_evidence (scope, fact).support;
  item->status = (guint8) record.status;
  item->negated = (guint8) record.negated;
  item->inferred = (guint8) record.date_inferred;
  item->perhaps =
    whence_known_by_get_fact (whence_scope_get_known_by (scope), fact) == WHENCE_ACTIVITY_POSSIBLE;
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
  else if (omitted.n_unknown > 0)
    text = _ ("No fact was known by then.");
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

static int
compare_item_of (gconstpointer a, gconstpointer b)
{
  const WhenceItemOf *p = a, *q = b;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

static void
add_item_of (GArray *item_of, guint32 fact, guint32 item)
{
  WhenceItemOf entry = { fact, item };
  g_array_append_val (item_of, entry);
}

/* The facts of bars are found by their dates. */
static void
index_item (WhenceTimelineScene *scene, guint i, GArray *item_of)
{
  const WhenceTimelineItem *item = &scene->items[i];
  WhenceTimelineLane *lane = item->lane < scene->n_lanes ? &scene->lanes[item->lane] : NULL;
  if (item->kind == WHENCE_ITEM_EMPTY_LANES)
    return;
  scene->in_time[scene->n_in_time++] = i;
  if (item->kind == WHENCE_ITEM_BAR && lane->n_bars++ == 0)
    {
      lane->first_bar = i;
      lane->base = whence_rect_bottom (item->bounds);
    }
  else if (item->kind == WHENCE_ITEM_CLUSTER && item->carried)
    lane->carried = i;
  if (item->kind == WHENCE_ITEM_CLUSTER && item->first_fact != WHENCE_NONE)
    for (guint k = 0; k < item->n_facts; k++)
      add_item_of (item_of, scene->clustered[item->first_fact + k], i);
  else if (item->kind == WHENCE_ITEM_MARK || item->kind == WHENCE_ITEM_BAND
           || item->kind == WHENCE_ITEM_SHELVED)
    add_item_of (item_of, item->fact, i);
}

static void
index_items (WhenceTimelineScene *scene)
{
  GArray *item_of = g_array_new (FALSE, FALSE, sizeof (WhenceItemOf));
  for (guint i = 0; i < scene->n_lanes; i++)
    scene->lanes[i].carried = WHENCE_NONE;
  scene->in_time = g_new (guint32, MAX (scene->n_items, 1));
  for (guint i = 0; i < scene->n_items; i++)
    index_item (scene, i, item_of);
  g_array_sort (item_of, compare_item_of);
  scene->n_item_of = item_of->len;
  scene->item_of = (WhenceItemOf *) g_array_free (item_of, FALSE);
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
count_groups (Builder *builder, guint n_clustered)
{
  WhenceTimelineOmitted *omitted = &builder->scene->omitted;
  omitted->n_clustered = n_clustered;
  for (guint i = 0; i < builder->plans->len; i++)
    {
      const WhenceLanePlan *plan = &g_array_index (builder->plans, WhenceLanePlan, i);
      omitted->n_counted += plan->n_counted;
      omitted->n_clustered += plan->first_carried == WHENCE_NONE ? plan->n_carried : 0;
    }
}

static void
count_omitted (WhenceTimelineScene *scene)
{
  scene->omitted.n_undated = whence_timeline_index_get_undated (scene->index)->len;
  scene->omitted.n_unknown = whence_scope_get_n_unknown (scene->scope);
  scene->omitted.n_hidden = whence_timeline_index_get_n_hidden (scene->index) - scene->omitted.n_unknown;
}

/* Beside the lanes, rather than below them. */
static void
add_column (Builder *builder)
{
  WhenceTimelineScene *scene = builder->scene;
  const WhenceTimelineRequest *request = builder->request;

  if (request->shelf_width <= 0)
    return;
  scene->column =
    whence_shelf_column_new (scene->scope, request->shelf_width, request->shelf_height, &request->measure);
  scene->omitted.n_shelved = scene->column->n_items;
}

static void
take_rows (WhenceTimelineScene *scene, WhenceRowBuilder *rows)
{
  whence_row_builder_finish_marks (rows);
  scene->items = steal (rows->items, &scene->n_items);
  scene->rows = steal (rows->rows, &scene->n_rows);
  scene->lanes = steal (rows->lanes, &scene->n_lanes);
  scene->clustered = steal (rows->clustered, &scene->n_clustered);
  scene->ghosts = steal (rows->ghosts, &scene->n_ghosts);
  g_array_unref (rows->clusters);
}

static void
build (Builder *builder)
{
  WhenceTimelineScene *scene = builder->scene;
  const WhenceMeasure *measure = &builder->request->measure;
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (guint32));
  count_omitted (scene);
  builder->shelved = builder->request->without_shelf || builder->request->shelf_width > 0
                       ? nothing
                       : whence_timeline_index_get_undated (scene->index);
  scene->most_lanes = whence_timeline_fill_most_lanes (scene, builder->shelved->len, builder->request->still);
  whence_columns_init (&scene->columns, scene);
  whence_lanes_plan (scene, builder->request->lanes, builder->plans, builder->candidates);

  WhenceRowBuilder rows;
  WhenceBands bands;
  whence_row_builder_init (&rows, scene, measure, builder->request->rtl);
  g_array_set_clear_func (rows.items, clear_item_of_rows);
  g_array_set_clear_func (rows.lanes, clear_lane);
  rows.with_dates = builder->candidates->len <= MOST_DATED;
  whence_bands_init (&bands, scene, builder->request->rtl, measure);
  rows.top = bands.height;
  whence_timeline_fill (&(WhenceTimelineFill){ builder->plans, builder->candidates, builder->shelved->len,
                                               builder->request->still },
                        scene, &rows);
  count_groups (builder, rows.clustered->len);
  if (rows.items->len == 0 && bands.items->len == 0)
    add_message (scene, measure);
  whence_shelf_build (scene, rows.y, builder->shelved, rows.items, rows.rows, measure);
  scene->content_height = MAX (rows.y, whence_rect_bottom (scene->shelf));
  add_column (builder);
  whence_bands_join (&bands, rows.items, rows.rows, rows.lanes);
  take_rows (scene, &rows);
  index_items (scene);
  /* Where nothing has a date, no date is as good as any other. */
  if (builder->plans->len > 0 || bands.height > 0 || scene->omitted.n_off_range > 0)
    whence_axis_init (&scene->axis, scene->view, scene->gutter, scene->width, measure);
}

static WhenceTimelineIndex *
get_index (const WhenceTimelineRequest *request, GCancellable *cancellable)
{
  if (request->index != NULL
      && whence_timeline_index_is_for (request->index, request->scope, request->grouping))
    return whence_timeline_index_ref (request->index);
  return whence_timeline_index_new (request->scope, request->grouping, cancellable);
}

WhenceTimelineScene *
whence_timeline_scene_new (const WhenceTimelineRequest *request, GCancellable *cancellable)
{
  g_autoptr (WhenceTimelineIndex) index = get_index (request, cancellable);
  if (index == NULL || g_cancellable_is_cancelled (cancellable))
    return NULL;
  WhenceTimelineScene *scene = g_new0 (WhenceTimelineScene, 1);
  g_atomic_ref_count_init (&scene->references);
  scene->scope = whence_scope_ref (request->scope);
  scene->index = g_steal_pointer (&index);
  scene->view = request->view;
  scene->width = MAX (request->width, WHENCE_TIMELINE_LEAST_WIDTH);
  scene->height = MAX (request->height, WHENCE_AXIS_HEIGHT);
  scene->controls = request->controls;
  scene->shelf_closed = request->shelf_closed;
  scene->gutter = whence_lane_gutter (request->grouping, scene->width);
  scene->left = scene->gutter + WHENCE_SIDE_MARGIN;
  scene->right = scene->width - WHENCE_SIDE_MARGIN;
  scene->from = whence_time_view_to_instant (scene->view, scene->left);
  scene->to = whence_time_view_to_instant (scene->view, scene->right);

  Builder builder = { .scene = scene, .request = request };
  builder.plans = g_array_new (FALSE, FALSE, sizeof (WhenceLanePlan));
  g_array_set_clear_func (builder.plans, whence_lane_plan_clear);
  builder.candidates = g_array_new (FALSE, FALSE, sizeof (WhenceCandidate));
  build (&builder);
  g_array_unref (builder.plans);
  g_array_unref (builder.candidates);
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
  g_free (scene->ghosts);
  g_free (scene->order);
  g_free (scene->rest);
  g_free (scene->empty);
  g_free (scene->item_of);
  g_free (scene->in_time);
  whence_columns_clear (&scene->columns);
  whence_text_block_clear (&scene->shelf_head);
  whence_text_block_clear (&scene->shelf_note);
  whence_text_block_clear (&scene->shelf_more);
  whence_text_block_clear (&scene->message);
  g_clear_pointer (&scene->column, whence_shelf_column_free);
  whence_axis_clear (&scene->axis);
  whence_timeline_index_unref (scene->index);
  whence_scope_unref (scene->scope);
  g_free (scene);
}

WhenceTimelineIndex *
whence_timeline_scene_get_index (const WhenceTimelineScene *scene)
{
  return scene->index;
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
