/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The promises of the timeline, kept for bundles by chance at many zooms, in every grouping: nothing overlaps
 * or is cut, nothing is lost, what is pointed at is what is found. */
#include <math.h>

#include "random-bundle.h"
#include "layout/shelf-column.h"
#include "layout/timeline-scene-private.h"

/* Address sanitizer takes a hundred times as long over every small allocation. */
#ifdef __SANITIZE_ADDRESS__
#  define N_BUNDLES 50
#else
#  define N_BUNDLES 500
#endif
#define N_ZOOMS 20
#define N_SCROLLS 5

static WhenceScope *
scope_of (WhenceBundle *bundle, const guint8 *shown)
{
  return whence_scope_new (&(WhenceScopeSpec){
    .bundle = bundle, .shown = shown, .today = whence_bundle_get_latest_instant (bundle) });
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

static WhenceSpot
fact_spot (guint32 fact)
{
  return (WhenceSpot){ WHENCE_SPOT_FACT, fact };
}

static gboolean
is_group (const WhenceTimelineItem *item)
{
  return item->kind == WHENCE_ITEM_CLUSTER || item->kind == WHENCE_ITEM_BAR;
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

/* Lines are not equally long: what stands beside a short one does not meet the text. */
static gboolean
meets_text (const WhenceTextBlock *block, WhencePoint at, WhenceRect rect)
{
  double line_height = whence_font_get_metrics (block->font)->line_height;
  for (guint i = 0; i < block->n_lines; i++)
    {
      double width = block->lines[i].width;
      double x = at.x + (block->rtl ? block->width - width : 0);
      if (whence_rect_overlaps ((WhenceRect){ x, at.y + i * line_height, width, line_height }, rect))
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
  g_assert_cmpfloat (item->bounds.width, <=, scene->width);
  if (item->kind == WHENCE_ITEM_BAR)
    {
      /* Its count may be wider than its column. */
      assert_inside (
        title, (WhenceRect){ scene->left, item->bounds.y, scene->right - scene->left, item->bounds.height });
      return;
    }
  assert_inside (title, item->bounds);
  if (label->figures.n_lines > 0)
    {
      assert_inside (figures, item->bounds);
      g_assert_false (meets_text (&label->title, item->label_at, figures));
    }
  if (label->remark.n_lines > 0)
    {
      assert_inside (remark, item->bounds);
      g_assert_false (meets_text (&label->title, item->label_at, remark));
      g_assert_false (label->figures.n_lines > 0 && whence_rect_overlaps (remark, figures));
    }
  if (item->kind != WHENCE_ITEM_CLUSTER)
    g_assert_false (whence_rect_overlaps (item->mark, title));
}

/* Every other date of a disputed fact stands in the item of the fact, upon nothing, and is pointed at as the
 * fact; one that is out of view is led to by a line up to the edge. */
static void
assert_ghosts (const WhenceTimelineScene *scene, const WhenceTimelineItem *item, guint *n_ghosts,
               guint *n_beyond)
{
  WhenceRect title = block_box (&item->label.title, item->label_at);
  g_assert_true (item->n_ghosts == 0 || item->kind == WHENCE_ITEM_MARK);
  g_assert_true (item->n_ghosts > 0 || !item->displaced);
  g_assert_cmpuint (item->first_ghost + item->n_ghosts, <=, scene->n_ghosts);
  for (guint i = 0; i < item->n_ghosts; i++)
    {
      const WhenceGhost *ghost = &scene->ghosts[item->first_ghost + i];
      WhenceRect box = whence_ghost_box (ghost, item->mark);
      *n_beyond += ghost->beyond != 0;
      *n_ghosts += ghost->beyond == 0;
      if (ghost->beyond != 0)
        {
          double end = ghost->beyond < 0 ? item->bounds.x : whence_rect_right (item->bounds);
          g_assert_cmpfloat (fabs (end - (ghost->beyond < 0 ? scene->left : scene->right)), <, 0.02);
          continue;
        }
      assert_inside (box, item->bounds);
      g_assert_false (whence_rect_overlaps (box, item->mark));
      g_assert_false (meets_text (&item->label.title, item->label_at, box));
      g_assert_false (whence_rect_overlaps (box, title));
      for (guint k = 0; k < i; k++)
        {
          const WhenceGhost *other = &scene->ghosts[item->first_ghost + k];
          g_assert_false (other->beyond == 0
                          && whence_rect_overlaps (box, whence_ghost_box (other, item->mark)));
        }
    }
}

static void
add_box (GArray *boxes, WhenceRect box, double top)
{
  double bottom = whence_rect_bottom (box);
  box.y = MAX (box.y, top);
  box.height = bottom - box.y;
  if (box.width > 0 && box.height > 0)
    g_array_append_val (boxes, box);
}

static void
add_item_boxes (GArray *boxes, const WhenceTimelineItem *item, double top)
{
  if (item->kind != WHENCE_ITEM_BAR)
    {
      add_box (boxes, item->bounds, top);
      return;
    }
  add_box (boxes, item->mark, top);
  add_box (boxes, block_box (&item->label.title, item->label_at), top);
}

/* Every box that is drawn, apart from those inside of items, as far as it can be seen when the content is
 * scrolled: the axis covers what is above, and in a narrow view a header what is scrolled below it. */
static GArray *
collect_boxes (const WhenceTimelineScene *scene, double scroll)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  double top = scroll + WHENCE_AXIS_HEIGHT;
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      double below = top;
      if (item->lane < scene->n_lanes)
        below = MAX (top, whence_lane_visible_top (scene, &scene->lanes[item->lane], scroll));
      add_item_boxes (boxes, item, below);
    }
  for (guint i = 0; i < scene->n_lanes; i++)
    if (scene->lanes[i].header.n_lines > 0)
      add_box (boxes, whence_lane_header_at (scene, &scene->lanes[i], scroll), top);
  add_box (boxes, block_box (&scene->shelf_head, (WhencePoint){ WHENCE_SIDE_MARGIN, scene->shelf.y + 4 }),
           top);
  add_box (boxes, block_box (&scene->shelf_note, scene->shelf_note_at), top);
  add_box (boxes, block_box (&scene->shelf_more, scene->shelf_more_at), top);
  return boxes;
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const WhenceRect *p = a, *q = b;
  return p->y < q->y ? -1 : p->y > q->y;
}

/* Takes over @boxes. */
static void
assert_apart (GArray *boxes)
{
  g_array_sort (boxes, compare_tops);
  for (guint i = 0; i < boxes->len; i++)
    for (guint k = i + 1; k < boxes->len; k++)
      {
        WhenceRect a = g_array_index (boxes, WhenceRect, i), b = g_array_index (boxes, WhenceRect, k);
        if (b.y >= whence_rect_bottom (a))
          break;
        g_assert_false (whence_rect_overlaps (a, b));
      }
  g_array_unref (boxes);
}

/* What can be pointed at. */
static GArray *
collect_bounds (const WhenceTimelineScene *scene)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  for (guint i = 0; i < scene->n_items; i++)
    add_box (boxes, scene->items[i].bounds, 0);
  return boxes;
}

/* The parts of a header do not overlap either, and stay within it and its lane. */
static void
assert_header (const WhenceTimelineScene *scene, const WhenceTimelineLane *lane, double scroll)
{
  WhenceRect box = whence_lane_header_at (scene, lane, scroll);
  WhenceRect name = block_box (&lane->header, moved (lane->header_at, (WhencePoint){ box.x, box.y }));
  WhenceRect count = block_box (&lane->count, moved (lane->count_at, (WhencePoint){ box.x, box.y }));
  if (lane->header.n_lines == 0)
    return;
  assert_inside (name, box);
  assert_inside (count, box);
  g_assert_false (meets_text (&lane->header, (WhencePoint){ name.x, name.y }, count));
  g_assert_cmpfloat (whence_rect_right (box), <=, scene->gutter > 0 ? scene->gutter : scene->width);
  g_assert_cmpfloat (box.y, >=, lane->y);
  g_assert_cmpfloat (whence_rect_bottom (box), <=, lane->y + lane->height);
}

/* --- Nothing is lost ----------------------------------------------------------------------------- */

static void
assert_complete (const WhenceTimelineScene *scene)
{
  WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope));
  guint n_marks = 0, n_clustered = 0, n_counted = 0, n_shelved = 0, n_in_lanes = 0;
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      n_marks += item->kind == WHENCE_ITEM_MARK;
      n_shelved += item->kind == WHENCE_ITEM_SHELVED;
      n_clustered += item->kind == WHENCE_ITEM_CLUSTER ? item->n_facts : 0;
      n_counted += item->kind == WHENCE_ITEM_BAR ? item->n_unmarked : 0;
      g_assert_true (item->kind != WHENCE_ITEM_CLUSTER || item->carried || item->n_facts > 1);
    }
  for (guint i = 0; i < scene->n_lanes; i++)
    n_in_lanes += scene->lanes[i].n_facts;
  g_assert_cmpuint (n_clustered, ==, omitted.n_clustered);
  g_assert_cmpuint (n_counted, ==, omitted.n_counted);
  g_assert_cmpuint (n_shelved, ==, omitted.n_shelved);
  g_assert_cmpuint (omitted.n_shelved, <=, omitted.n_undated);
  g_assert_cmpuint (omitted.n_earlier, <=, omitted.n_off_range);
  g_assert_cmpuint (omitted.n_empty_lanes, <=, omitted.n_off_range);
  g_assert_cmpuint (n_marks + n_clustered + n_counted, ==, n_in_lanes);
  g_assert_cmpuint (n_in_lanes + omitted.n_undated + omitted.n_off_range + omitted.n_hidden, ==, n_facts);
  guint n_found = 0;
  WhenceRect bounds;
  for (guint32 fact = 0; fact < n_facts; fact++)
    n_found += whence_timeline_scene_find (scene, fact_spot (fact), 0, &bounds);
  g_assert_cmpuint (n_found, ==, n_in_lanes + n_shelved);
}

/* --- Pointing ------------------------------------------------------------------------------------ */

/* Every fact of a group is found there, unless it has a mark of its own. */
static void
assert_group (const WhenceTimelineScene *scene, const WhenceTimelineItem *item)
{
  WhenceSpot spot = { WHENCE_SPOT_GROUP, item->fact };
  g_autoptr (GArray) facts = whence_timeline_scene_list_group (scene, spot);
  g_autofree char *stretch = whence_timeline_scene_describe_stretch (scene, spot);
  WhenceRect bounds;
  guint n_unmarked = 0;
  g_assert_cmpuint (facts->len, ==, item->n_facts);
  g_assert_cmpuint (whence_timeline_scene_count_group (scene, spot), ==, facts->len);
  g_assert_true (stretch != NULL || item->carried);
  g_assert_true (whence_timeline_scene_find (scene, spot, 0, &bounds));
  g_assert_cmpmem (&bounds, sizeof bounds, &item->bounds, sizeof bounds);
  for (guint i = 0; i < facts->len; i++)
    {
      g_assert_true (
        whence_timeline_scene_find (scene, fact_spot (g_array_index (facts, guint32, i)), 0, &bounds));
      n_unmarked += bounds.x == item->bounds.x && bounds.y == item->bounds.y;
    }
  g_assert_cmpuint (n_unmarked, ==, item->n_unmarked);
}

static void
assert_picked (const WhenceTimelineScene *scene, const WhenceTimelineItem *item, double x, double y)
{
  WhenceSpot spot = whence_timeline_scene_pick (scene, x, y, 0);
  if (whence_rect_contains (whence_shelf_head_at (scene, 0), x, y))
    {
      g_assert_cmpuint (spot.kind, ==, WHENCE_SPOT_SHELF);
      return;
    }
  g_assert_cmpuint (spot.index, ==, item->fact);
  g_assert_true ((spot.kind == WHENCE_SPOT_GROUP) == is_group (item));
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
      for (guint k = 0; k < item->n_ghosts; k++)
        {
          const WhenceGhost *ghost = &scene->ghosts[item->first_ghost + k];
          WhenceRect box = whence_ghost_box (ghost, item->mark);
          if (ghost->beyond == 0)
            assert_picked (scene, item, box.x + box.width / 2, box.y + box.height / 2);
        }
      if (is_group (item))
        assert_group (scene, item);
    }
  g_assert_cmpuint (whence_timeline_scene_pick (scene, scene->width / 2, 10, 0).kind, ==, WHENCE_SPOT_NONE);
  g_assert_cmpuint (whence_timeline_scene_pick (scene, -5, 1e9, 0).kind, ==, WHENCE_SPOT_NONE);
}

static guint n_ghosts_seen, n_beyond_seen;

static void
assert_scene (const WhenceTimelineScene *scene)
{
  for (guint i = 0; i < scene->n_items; i++)
    {
      assert_item_whole (scene, &scene->items[i]);
      assert_ghosts (scene, &scene->items[i], &n_ghosts_seen, &n_beyond_seen);
    }
  assert_apart (collect_bounds (scene));
  for (guint part = 0; part < N_SCROLLS; part++)
    {
      double scroll = floor ((scene->content_height - WHENCE_AXIS_HEIGHT) * part / N_SCROLLS);
      assert_apart (collect_boxes (scene, scroll));
      for (guint i = 0; i < scene->n_lanes; i++)
        assert_header (scene, &scene->lanes[i], scroll);
    }
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

/* Some lanes collapsed, one moved: what a person may have done to those of @scene. */
static WhenceLaneState *
arrange_by_chance (const WhenceTimelineScene *scene, GRand *random)
{
  guint n_lanes = whence_timeline_scene_get_n_lanes (scene);
  g_autoptr (WhenceLaneState) state = whence_lane_state_new ();
  if (n_lanes == 0)
    return g_steal_pointer (&state);
  guint lane = (guint) g_rand_int_range (random, 0, (int) n_lanes);
  g_autoptr (GPtrArray) order =
    whence_timeline_scene_move_lane (scene, lane, (guint) g_rand_int_range (random, 0, (int) n_lanes + 1));
  g_autoptr (GPtrArray) collapsed = g_ptr_array_new ();
  for (guint i = 0; i < n_lanes; i++)
    if (g_rand_int_range (random, 0, 3) == 0)
      g_ptr_array_add (collapsed, (gpointer) whence_timeline_scene_get_lane (scene, i).id);
  g_autoptr (WhenceLaneState) arranged =
    whence_lane_state_arrange (state, (const char *const *) order->pdata, order->len);
  return whence_lane_state_collapse (arranged, (const char *const *) collapsed->pdata, collapsed->len, TRUE);
}

/* Each scene gets the index of the one before. */
static void
check_request (WhenceTimelineRequest *request, GRand *random)
{
  g_autoptr (WhenceTimelineIndex) index = NULL;
  for (guint zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      request->index = index;
      g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (request, NULL);
      assert_scene (scene);
      if (index == NULL)
        index = whence_timeline_index_ref (whence_timeline_scene_get_index (scene));
      if (zoom == N_ZOOMS / 2)
        request->lanes = arrange_by_chance (scene, random);
      request->view = wander (request->view, random, request->width);
    }
  g_clear_pointer (&request->lanes, whence_lane_state_unref);
}

static void
check_bundle (guint32 seed)
{
  static const double sizes[][2] = { { 640, 700 }, { 1280, 700 }, { 360, 600 }, { 1920, 900 }, { 300, 200 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int most = seed % 50 == 7 ? 3000 : seed % 10 == 0 ? 400 : 60;
  g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, g_rand_int_range (random, 0, most));
  guint n_facts = whence_bundle_get_n_facts (bundle);
  g_autofree guint8 *shown = g_new (guint8, n_facts + 1);
  for (guint i = 0; i < n_facts; i++)
    shown[i] = g_rand_int_range (random, 0, 8) > 0;
  g_autoptr (WhenceScope) scope = scope_of (bundle, seed % 3 == 0 ? shown : NULL);
  const double *size = sizes[seed / 5 % G_N_ELEMENTS (sizes)];
  WhenceTimelineRequest request = { .scope = scope,
                                    .width = size[0],
                                    .height = size[1],
                                    .grouping = (WhenceGrouping) (seed % (WHENCE_GROUP_SOURCE + 1)),
                                    .controls = seed % 2 == 0,
                                    .still = seed % 5 == 0,
                                    .rtl = seed % 7 < 3,
                                    .measure = whence_measure_plain };
  request.view = whence_timeline_fit (scope, size[0], &whence_measure_plain, request.grouping);
  check_request (&request, random);
}

static void
test_property (gconstpointer data)
{
  guint part = GPOINTER_TO_UINT (data);
  for (guint32 seed = part * (N_BUNDLES / 5); seed < (part + 1) * (N_BUNDLES / 5); seed++)
    check_bundle (seed);
  g_assert_cmpuint (n_ghosts_seen, >, 200);
  g_assert_cmpuint (n_beyond_seen, >, 200);
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
      WhenceSpot last = WHENCE_SPOT_NOTHING, spot = whence_timeline_scene_step (scene, last, 1, 0);
      for (; spot.kind != WHENCE_SPOT_NONE; spot = whence_timeline_scene_step (scene, spot, 1, 0))
        {
          g_assert_cmpuint (++reached, <=, expected);
          if (last.kind != WHENCE_SPOT_NONE)
            g_assert_cmpuint (whence_timeline_scene_step (scene, spot, -1, 0).index, ==, last.index);
          last = spot;
        }
      g_assert_cmpuint (reached, ==, expected);
      g_assert_cmpuint (whence_timeline_scene_step (scene, WHENCE_SPOT_NOTHING, -1, 0).index, ==, last.index);
    }
}

/* However small the view and wherever it is scrolled to, the head of the shelf is in it, and what is pointed
 * at there; closed, it is all there is. */
static void
test_shelf_head (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 60);
      g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
      double height = 150 + seed % 5 * 120;
      WhenceTimelineRequest request = { .scope = scope,
                                        .view = whence_timeline_fit (scope, 500, &whence_measure_plain, 0),
                                        .width = 500,
                                        .height = height,
                                        .controls = TRUE,
                                        .shelf_closed = seed % 2 == 0,
                                        .measure = whence_measure_plain };
      g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (&request, NULL);
      WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
      WhenceSpot head = { WHENCE_SPOT_SHELF, WHENCE_NONE };
      double most = MAX (0, whence_timeline_scene_get_content_height (scene) - height);
      WhenceRect at;
      g_assert_true (!request.shelf_closed || omitted.n_shelved == 0);
      g_assert_true (whence_timeline_scene_find (scene, head, 0, &at) == (omitted.n_undated > 0));
      for (guint i = 0; i <= 4 && omitted.n_undated > 0; i++)
        {
          double scroll = most * i / 4;
          g_assert_true (whence_timeline_scene_find (scene, head, scroll, &at));
          g_assert_cmpfloat (whence_rect_bottom (at), <=, scroll + height);
          g_assert_cmpuint (whence_timeline_scene_pick (scene, 250, at.y + 5, scroll).kind, ==,
                            WHENCE_SPOT_SHELF);
        }
    }
}

/* Down from the first item every row and every header is met, and the head of the shelf, from above. */
static void
test_step_down (void)
{
  for (guint grouping = 0; grouping <= WHENCE_GROUP_SOURCE; grouping++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (4, 50);
      g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
      WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, grouping);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 700, grouping);
      WhenceSpot spot = { WHENCE_SPOT_FACT, scene->items[0].fact }, next;
      guint n_headers = grouping == WHENCE_GROUP_NONE ? 0 : 1, n_stops = 1 + n_headers, n_heads = 0;
      WhenceRect above, below;
      g_assert_true (whence_timeline_scene_find (scene, spot, 0, &above));
      for (; (next = whence_timeline_scene_step (scene, spot, 0, 1)).kind != WHENCE_SPOT_NONE; spot = next)
        {
          g_assert_true (whence_timeline_scene_find (scene, next, 0, &below));
          g_assert_cmpfloat (below.y, >=, above.y);
          above = below;
          n_headers += next.kind == WHENCE_SPOT_LANE;
          n_heads += next.kind == WHENCE_SPOT_SHELF;
          n_stops++;
        }
      g_assert_cmpfloat (above.y, >=, scene->rows[scene->n_rows - 1].y0 - 1);
      g_assert_cmpuint (n_headers, ==, grouping == WHENCE_GROUP_NONE ? 0 : scene->n_lanes);
      g_assert_cmpuint (n_heads, ==, whence_timeline_scene_get_omitted (scene).n_undated > 0);
      g_assert_cmpuint (n_stops, ==, scene->n_rows + n_headers + n_heads);
    }
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
      WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
      g_assert_cmpuint (omitted.n_clustered + omitted.n_counted, >, 10000);
      g_assert_cmpuint (scene->n_items, <, 4000);
    }
}

/* In a lane of so many facts none is looked at by itself: each bar counts those that are between its places.
 */
static void
test_bars_only (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[");
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  for (guint i = 0; i < 60000; i++)
    {
      int year = g_rand_int_range (random, 1950, 2020);
      g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"launch\",\"date\":\"%d-%02d/%d\"}",
                              i > 0 ? "," : "", i, year, g_rand_int_range (random, 1, 13),
                              year + g_rand_int_range (random, 1, 9));
    }
  g_string_append (text, "]}");
  g_autoptr (WhenceBundle) bundle = read_text (text->str);
  g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
  WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_NONE);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 600, WHENCE_GROUP_NONE);
      guint n_pills = 0;
      g_assert_false (scene->lanes[0].listed);
      g_assert_cmpuint (scene->n_items, >, 20);
      for (guint k = 0; k < scene->n_items; k++)
        n_pills += scene->items[k].kind == WHENCE_ITEM_CLUSTER;
      g_assert_cmpuint (n_pills, ==, i > 0);
      assert_complete (scene);
      for (guint k = 0; k < scene->n_items; k++)
        assert_group (scene, &scene->items[k]);
      view = whence_time_view_pan (view, 50);
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
      g_autoptr (WhenceBundle) bundle = read_text (text);
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
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
  WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_SOURCE);
  g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 600, WHENCE_GROUP_SOURCE);

  g_assert_cmpuint (scene->n_lanes, ==, G_N_ELEMENTS (lanes));
  for (guint i = 0; i < scene->n_lanes; i++)
    g_assert_cmpstr (scene->lanes[i].header.lines[0].text, ==, lanes[i]);
}

/* Beside a wide timeline, what has no date is listed one below the other, and what has no room is counted. */
static void
test_shelf_column (void)
{
  static const double widths[] = { 300, WHENCE_SHELF_WIDE - 1, WHENCE_SHELF_WIDE, 1280, 1920 };
  guint n_full = 0;
  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, seed % 4 == 0 ? 300 : 40);
      g_autoptr (WhenceScope) scope = scope_of (bundle, NULL);
      double width = widths[seed % G_N_ELEMENTS (widths)], height = 100 + 5 * seed;
      double shelf = whence_shelf_column_width (scope, width, &whence_measure_plain);
      WhenceTimelineRequest request = { .scope = scope,
                                        .view = { 0, 1e6, 0 },
                                        .width = width - shelf,
                                        .height = height,
                                        .measure = whence_measure_plain,
                                        .shelf_width = shelf,
                                        .shelf_height = height };
      g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (&request, NULL);
      WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
      const WhenceShelfColumn *column = scene->column;
      g_assert_true ((column != NULL) == (width >= WHENCE_SHELF_WIDE && omitted.n_undated > 0));
      if (column == NULL)
        continue;
      g_assert_cmpfloat (shelf, <=, width / 4);
      g_assert_cmpuint (column->n_undated, ==, omitted.n_undated);
      g_assert_cmpuint (column->n_items, ==, omitted.n_shelved);
      g_assert_true ((column->more.n_lines > 0) == (column->n_items < column->n_undated));
      n_full += column->n_items < column->n_undated;
      double taken = WHENCE_AXIS_HEIGHT;
      for (guint i = 0; i < column->n_items; i++)
        {
          const WhenceTimelineItem *item = &column->items[i];
          g_assert_cmpfloat (item->bounds.y, >=, taken);
          assert_inside (item->mark, item->bounds);
          assert_inside (block_box (&item->label.title, item->label_at), item->bounds);
          assert_inside (item->bounds,
                         (WhenceRect){ 0, 0, shelf, MAX (height, whence_rect_bottom (item->bounds)) });
          taken = whence_rect_bottom (item->bounds);
        }
      if (column->more.n_lines > 0)
        {
          g_assert_cmpfloat (column->more_at.y, >=, taken);
          g_assert_cmpfloat (column->more_at.y + column->more.height, <=, height);
        }
      else
        g_assert_cmpfloat (taken, <=, height);
    }
  g_assert_cmpuint (n_full, >, 10);
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
  g_test_add_func ("/timeline-scene/shelf-column", test_shelf_column);
  g_test_add_func ("/timeline-scene/shelf-head", test_shelf_head);
  g_test_add_func ("/timeline-scene/step", test_step);
  g_test_add_func ("/timeline-scene/step-down", test_step_down);
  g_test_add_func ("/timeline-scene/many", test_many);
  g_test_add_func ("/timeline-scene/bars-only", test_bars_only);
  g_test_add_func ("/timeline-scene/fit-alone", test_fit_alone);
  g_test_add_func ("/timeline-scene/lanes-by-source", test_lanes_by_source);
  g_test_add_func ("/timeline-scene/cancel", test_cancel);
  g_test_add_func ("/timeline-scene/same-input-same-scene", test_same_input_same_scene);
  return g_test_run ();
}
