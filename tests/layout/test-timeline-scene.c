/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The promises of the timeline, kept for bundles by chance at many zooms, in every grouping: nothing overlaps
 * or is cut, nothing is lost, what is pointed at is what is found. */
#include <math.h>

#include "random-bundle.h"
#include "layout/timeline-scene-private.h"

/* Address sanitizer takes a hundred times as long over every small allocation. */
#ifdef __SANITIZE_ADDRESS__
#  define N_BUNDLES 50
#else
#  define N_BUNDLES 500
#endif
#define N_ZOOMS 20

static WhenceScope *
scope_of (WhenceBundle *bundle, const guint8 *shown)
{
  return whence_scope_new (bundle, shown, whence_bundle_get_latest_instant (bundle),
                           WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL);
}

static WhenceTimelineScene *
scene_of (WhenceScope *scope, WhenceTimeView view, double width, double height, WhenceGrouping grouping)
{
  WhenceTimelineRequest request = { .scope = scope,
                                    .view = view,
                                    .width = width,
                                    .height = height,
                                    .grouping = grouping,
                                    .rtl = grouping == WHENCE_GROUP_FACT_TYPE,
                                    .measure = whence_measure_plain };
  return whence_timeline_scene_new (&request, NULL);
}

/* --- Nothing overlaps or is cut ------------------------------------------------------------------ */

static void
assert_inside (WhenceRect inner, WhenceRect outer)
{
  const double slack = 0.02;
  g_assert_cmpfloat (inner.x, >=, outer.x - slack);
  g_assert_cmpfloat (inner.y, >=, outer.y - slack);
  g_assert_cmpfloat (whence_rect_right (inner), <=, whence_rect_right (outer) + slack);
  g_assert_cmpfloat (whence_rect_bottom (inner), <=, whence_rect_bottom (outer) + slack);
}

static WhenceRect
block_box (const WhenceTextBlock *block, WhencePoint at)
{
  return (WhenceRect){ at.x, at.y, block->width, block->height };
}

static WhencePoint
moved (WhencePoint point, WhencePoint by)
{
  return (WhencePoint){ point.x + by.x, point.y + by.y };
}

static gboolean
meets_title (const WhenceTimelineItem *item, WhenceRect rect)
{
  const WhenceTextBlock *title = &item->label.title;
  double line_height = whence_font_get_metrics (title->font)->line_height;
  for (guint i = 0; i < title->n_lines; i++)
    {
      double width = title->lines[i].width;
      double x = item->label_at.x + (title->rtl ? title->width - width : 0);
      WhenceRect line = { x, item->label_at.y + i * line_height, width, line_height };
      if (whence_rect_overlaps (line, rect))
        return TRUE;
    }
  return FALSE;
}

static void
assert_item_whole (const WhenceTimelineScene *scene, const WhenceTimelineItem *item)
{
  const WhenceLabel *label = &item->label;
  assert_inside (item->bounds, (WhenceRect){ 0, WHENCE_AXIS_HEIGHT, scene->width, scene->content_height });
  assert_inside (item->mark, item->bounds);
  WhenceRect title = block_box (&label->title, item->label_at);
  WhenceRect figures = block_box (&label->figures, moved (item->label_at, label->figures_at));
  WhenceRect remark = block_box (&label->remark, moved (item->label_at, label->remark_at));
  assert_inside (title, item->bounds);
  g_assert_cmpfloat (item->bounds.width, <=, scene->width);
  if (label->figures.n_lines > 0)
    {
      assert_inside (figures, item->bounds);
      g_assert_false (meets_title (item, figures));
    }
  if (label->remark.n_lines > 0)
    {
      assert_inside (remark, item->bounds);
      g_assert_false (meets_title (item, remark));
      g_assert_false (label->figures.n_lines > 0 && whence_rect_overlaps (remark, figures));
    }
  if (item->kind != WHENCE_ITEM_CLUSTER)
    g_assert_false (whence_rect_overlaps (item->mark, title));
}

/* Every box that is drawn, apart from those inside of items. */
static GArray *
collect_boxes (const WhenceTimelineScene *scene)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  for (guint i = 0; i < scene->n_items; i++)
    g_array_append_val (boxes, scene->items[i].bounds);
  for (guint i = 0; i < scene->n_lanes; i++)
    if (scene->lanes[i].header.n_lines > 0)
      g_array_append_val (boxes, scene->lanes[i].header_box);
  WhenceRect words[] = {
    block_box (&scene->shelf_head, (WhencePoint){ WHENCE_SIDE_MARGIN, scene->shelf.y + 4 }),
    block_box (&scene->shelf_note, scene->shelf_note_at),
    block_box (&scene->shelf_more, scene->shelf_more_at),
    { 0, 0, scene->width, WHENCE_AXIS_HEIGHT },
  };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].width > 0)
      g_array_append_val (boxes, words[i]);
  return boxes;
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const WhenceRect *p = a, *q = b;
  return p->y < q->y ? -1 : p->y > q->y;
}

static void
assert_apart (const WhenceTimelineScene *scene)
{
  g_autoptr (GArray) boxes = collect_boxes (scene);
  g_array_sort (boxes, compare_tops);
  for (guint i = 0; i < boxes->len; i++)
    for (guint k = i + 1; k < boxes->len; k++)
      {
        WhenceRect a = g_array_index (boxes, WhenceRect, i), b = g_array_index (boxes, WhenceRect, k);
        if (b.y >= whence_rect_bottom (a))
          break;
        g_assert_false (whence_rect_overlaps (a, b));
      }
}

/* --- Nothing is lost ----------------------------------------------------------------------------- */

static void
assert_complete (const WhenceTimelineScene *scene)
{
  WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope));
  guint n_marks = 0, n_clustered = 0, n_shelved = 0;
  for (guint i = 0; i < scene->n_items; i++)
    {
      n_marks += scene->items[i].kind == WHENCE_ITEM_MARK;
      n_shelved += scene->items[i].kind == WHENCE_ITEM_SHELVED;
      n_clustered += scene->items[i].n_facts;
      g_assert_true (scene->items[i].kind != WHENCE_ITEM_CLUSTER || scene->items[i].n_facts > 1);
    }
  g_assert_cmpuint (n_clustered, ==, omitted.n_clustered);
  g_assert_cmpuint (n_shelved, ==, omitted.n_shelved);
  g_assert_cmpuint (omitted.n_shelved, <=, omitted.n_undated);
  g_assert_cmpuint (omitted.n_earlier, <=, omitted.n_off_range);
  g_assert_cmpuint (omitted.n_empty_lanes, <=, omitted.n_off_range);
  g_assert_cmpuint (n_marks + n_clustered + omitted.n_undated + omitted.n_off_range + omitted.n_hidden, ==,
                    n_facts);
  guint n_found = 0;
  WhenceRect bounds;
  for (guint32 fact = 0; fact < n_facts; fact++)
    n_found += whence_timeline_scene_find (scene, fact, &bounds);
  g_assert_cmpuint (n_found, ==, n_marks + n_clustered + n_shelved);
}

/* --- Pointing ------------------------------------------------------------------------------------ */

static void
assert_picked (const WhenceTimelineScene *scene, const WhenceTimelineItem *item, double x, double y)
{
  guint n_facts;
  g_assert_cmpuint (whence_timeline_scene_pick (scene, x, y), ==, item->fact);
  const guint32 *facts = whence_timeline_scene_pick_cluster (scene, x, y, &n_facts);
  g_assert_cmpuint (n_facts, ==, item->n_facts);
  for (guint i = 0; i < n_facts; i++)
    {
      WhenceRect bounds;
      g_assert_true (whence_timeline_scene_find (scene, facts[i], &bounds));
      g_assert_true (whence_rect_contains (bounds, x, y));
    }
}

static void
assert_pickable (const WhenceTimelineScene *scene)
{
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      WhenceRect r = item->bounds;
      assert_picked (scene, item, r.x, r.y);
      assert_picked (scene, item, r.x + r.width / 2, r.y + r.height / 2);
      assert_picked (scene, item, whence_rect_right (r) - 0.01, whence_rect_bottom (r) - 0.01);
    }
  g_assert_cmpuint (whence_timeline_scene_pick (scene, scene->width / 2, 10), ==, WHENCE_NONE);
  g_assert_cmpuint (whence_timeline_scene_pick (scene, -5, 1e9), ==, WHENCE_NONE);
}

static void
assert_scene (const WhenceTimelineScene *scene)
{
  for (guint i = 0; i < scene->n_items; i++)
    assert_item_whole (scene, &scene->items[i]);
  assert_apart (scene);
  assert_complete (scene);
  assert_pickable (scene);
}

/* A step from one zoom to the next, in and out and sideways. */
static WhenceTimeView
wander (WhenceTimeView view, GRand *random, double width)
{
  double factor = pow (2, g_rand_double_range (random, -2.5, 1.8));
  view = whence_time_view_zoom (view, g_rand_double_range (random, 0, width), factor);
  return whence_time_view_pan (view, g_rand_double_range (random, -width / 2, width / 2));
}

static void
check_bundle (guint32 seed)
{
  static const double sizes[][2] = { { 640, 700 }, { 1280, 700 }, { 360, 600 }, { 1920, 900 }, { 300, 200 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int most = seed % 10 == 0 ? 400 : 60;
  g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, g_rand_int_range (random, 0, most));
  guint n_facts = whence_bundle_get_n_facts (bundle);
  g_autofree guint8 *shown = g_new (guint8, n_facts + 1);
  for (guint i = 0; i < n_facts; i++)
    shown[i] = g_rand_int_range (random, 0, 8) > 0;
  g_autoptr (WhenceScope) scope = scope_of (bundle, seed % 3 == 0 ? shown : NULL);
  const double *size = sizes[seed % G_N_ELEMENTS (sizes)];
  WhenceGrouping grouping = (WhenceGrouping) (seed % (WHENCE_GROUP_SOURCE + 1));
  WhenceTimeView view = whence_timeline_fit (scope, size[0], &whence_measure_plain, grouping);
  for (guint zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, size[0], size[1], grouping);
      assert_scene (scene);
      view = wander (view, random, size[0]);
    }
}

static void
test_property (gconstpointer data)
{
  guint part = GPOINTER_TO_UINT (data);
  for (guint32 seed = part * (N_BUNDLES / 5); seed < (part + 1) * (N_BUNDLES / 5); seed++)
    check_bundle (seed);
}

/* --- Fit, steps, the many, cancelling ------------------------------------------------------------ */

static void
test_fit_shows_all (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 40);
      g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
      WhenceGrouping grouping = (WhenceGrouping) (seed % 5);
      WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, grouping);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 700, grouping);
      g_assert_cmpuint (whence_timeline_scene_get_omitted (scene).n_off_range, ==, 0);
    }
}

static void
test_step (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 50);
      g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
      WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_ENTITY);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 700, WHENCE_GROUP_ENTITY);
      guint expected = 0, reached = 0;
      for (guint i = 0; i < scene->n_items; i++)
        expected += scene->items[i].fact != WHENCE_NONE;
      guint32 last = WHENCE_NONE;
      for (guint32 fact = whence_timeline_scene_step (scene, WHENCE_NONE, 1, 0); fact != WHENCE_NONE;
           fact = whence_timeline_scene_step (scene, fact, 1, 0))
        {
          g_assert_cmpuint (++reached, <=, expected);
          if (last != WHENCE_NONE)
            g_assert_cmpuint (whence_timeline_scene_step (scene, fact, -1, 0), ==, last);
          last = fact;
        }
      g_assert_cmpuint (reached, ==, expected);
      g_assert_cmpuint (whence_timeline_scene_step (scene, WHENCE_NONE, -1, 0), ==, last);
    }
}

static void
test_step_down (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (4, 50);
  g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
  WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_NONE);
  g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 700, WHENCE_GROUP_NONE);
  guint32 fact = scene->items[0].fact;
  WhenceRect above, below;
  g_assert_true (whence_timeline_scene_find (scene, fact, &above));
  for (guint32 next; (next = whence_timeline_scene_step (scene, fact, 0, 1)) != WHENCE_NONE; fact = next)
    {
      g_assert_true (whence_timeline_scene_find (scene, next, &below));
      g_assert_cmpfloat (below.y, >, above.y);
      above = below;
    }
  g_assert_cmpfloat (above.y, >=, scene->rows[scene->n_rows - 1].y0 - 1);
}

static void
test_many (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (9, 20000);
  g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
  for (guint grouping = 0; grouping <= WHENCE_GROUP_SOURCE; grouping++)
    {
      WhenceTimeView view = whence_timeline_fit (scope, 1280, &whence_measure_plain, grouping);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 1280, 700, grouping);
      assert_scene (scene);
      g_assert_cmpuint (whence_timeline_scene_get_omitted (scene).n_clustered, >, 10000);
      g_assert_cmpuint (scene->n_items, <, 1500);
    }
}

static void
test_cancel (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (9, 50);
  g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  WhenceTimelineRequest request = {
    .scope = scope, .view = { 0, 1e6, 0 }, .width = 600, .height = 400, .measure = whence_measure_plain
  };
  g_cancellable_cancel (cancellable);
  g_assert_null (whence_timeline_scene_new (&request, cancellable));
}

static void
test_same_input_same_scene (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (21, 300);
  g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
  WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_ENTITY);
  g_autoptr (WhenceTimelineScene) a = scene_of (scope, view, 900, 700, WHENCE_GROUP_ENTITY);
  g_autoptr (WhenceTimelineScene) b = scene_of (scope, view, 900, 700, WHENCE_GROUP_ENTITY);
  g_assert_cmpuint (a->n_items, ==, b->n_items);
  for (guint i = 0; i < a->n_items; i++)
    {
      g_assert_cmpuint (a->items[i].fact, ==, b->items[i].fact);
      g_assert_cmpmem (&a->items[i].bounds, sizeof (WhenceRect), &b->items[i].bounds, sizeof (WhenceRect));
    }
}

/* A fact alone does not fill the view: a day is seen among days, a year among years. */
static void
test_fit_alone (void)
{
  static const char *const dates[] = { "1984-05-03", "1984-05", "1984", "198X", "1984/1999", "1984/.." };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{\"whence\":1,\"facts\":[{\"id\":\"a\",\"type\":\"launch\",\"date\":\"%s\"}]}", dates[i]);
      g_autoptr (WhenceBundle) bundle = whence_reader_read_text (text, strlen (text), NULL, NULL, NULL, NULL);
      g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
      WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_NONE);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 600, WHENCE_GROUP_NONE);
      g_assert_cmpuint (scene->n_items, ==, 1);
      g_assert_cmpfloat (scene->items[0].mark.width, >, 100);
      g_assert_cmpfloat (scene->items[0].mark.width, <, 320);
    }
}

/* What two sources say is in the lane of neither. */
static void
test_lanes_by_source (void)
{
  static const char text[] =
    "{\"whence\":1,\"sources\":[{\"id\":\"p\",\"title\":\"P\"},{\"id\":\"q\",\"title\":\"Q\"}],\"facts\":["
    "{\"id\":\"a\",\"type\":\"launch\",\"date\":\"2001\",\"citations\":[{\"source\":\"p\"},{\"source\":\"q\"}"
    "]},"
    "{\"id\":\"b\",\"type\":\"launch\",\"date\":\"2002\",\"citations\":[{\"source\":\"q\"},{\"source\":\"q\"}"
    "]},"
    "{\"id\":\"c\",\"type\":\"launch\",\"date\":\"2003\"}]}";
  static const char *const lanes[] = { "Q", "Several sources", "No source" };
  g_autoptr (WhenceBundle) bundle = whence_reader_read_text (text, strlen (text), NULL, NULL, NULL, NULL);
  g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
  WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_SOURCE);
  g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 600, WHENCE_GROUP_SOURCE);

  g_assert_cmpuint (scene->n_lanes, ==, G_N_ELEMENTS (lanes));
  for (guint i = 0; i < scene->n_lanes; i++)
    g_assert_cmpstr (scene->lanes[i].header.lines[0].text, ==, lanes[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint part = 0; part < 5; part++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-scene/property/%u", part);
      g_test_add_data_func (path, GUINT_TO_POINTER (part), test_property);
    }
  g_test_add_func ("/timeline-scene/fit-shows-all", test_fit_shows_all);
  g_test_add_func ("/timeline-scene/step", test_step);
  g_test_add_func ("/timeline-scene/step-down", test_step_down);
  g_test_add_func ("/timeline-scene/many", test_many);
  g_test_add_func ("/timeline-scene/fit-alone", test_fit_alone);
  g_test_add_func ("/timeline-scene/lanes-by-source", test_lanes_by_source);
  g_test_add_func ("/timeline-scene/cancel", test_cancel);
  g_test_add_func ("/timeline-scene/same-input-same-scene", test_same_input_same_scene);
  return g_test_run ();
}
