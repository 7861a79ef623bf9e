/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The promises of the amounts track, kept for bundles by chance at many zooms: no label overlaps, time is
 * where the timeline has it, greater amounts stand higher, steps run forward, every amount is drawn or
 * counted. */
#include "layout/amounts.h"

#include "amounts-scenes.h"
#include "random-bundle.h"

#ifdef __SANITIZE_ADDRESS__
#  define N_BUNDLES 40
#else
#  define N_BUNDLES 300
#endif
#define N_ZOOMS 8

/* --- Bundles by chance --------------------------------------------------------------------------- */

static void
append_amount (GString *json, GRand *random)
{
  static const char *const currencies[] = { "USD", "USD", "USD", "EUR", "CHF", "JPY", "shells" };
  static const char *const exponents[] = { "", "00", "00000", "000000000", "e30", "e-9" };
  g_string_append_printf (json, ",\"amount\":{\"value\":%s%d%s,\"currency\":\"%s\"",
                          g_rand_int_range (random, 0, 9) == 0 ? "-" : "", g_rand_int_range (random, 1, 3000),
                          exponents[g_rand_int_range (random, 0, g_rand_boolean (random) ? 3 : 6)],
                          currencies[g_rand_int_range (random, 0, G_N_ELEMENTS (currencies))]);
  g_string_append (json, g_rand_int_range (random, 0, 4) == 0 ? ",\"approximate\":true}" : "}");
}

static void
append_amount_fact (GString *json, GRand *random, int number, int n_entities)
{
  static const char *const types[] = { "valuation", "valuation", "investment", "contract", "own-type" };
  g_string_append_printf (json, "%s{\"id\":\"f%d\",\"type\":\"%s\"", number > 0 ? "," : "", number,
                          types[g_rand_int_range (random, 0, G_N_ELEMENTS (types))]);
  if (g_rand_int_range (random, 0, 5) > 0)
    {
      g_string_append (json, ",\"date\":\"");
      append_date (json, random, 2005, 2026);
      g_string_append_c (json, '"');
    }
  if (g_rand_int_range (random, 0, 9) > 0)
    g_string_append_printf (json, ",\"subject\":\"e%d\"", g_rand_int_range (random, 0, n_entities));
  if (g_rand_boolean (random))
    g_string_append_printf (json, ",\"object\":\"e%d\"", g_rand_int_range (random, 0, n_entities));
  if (g_rand_int_range (random, 0, 10) > 0)
    append_amount (json, random);
  if (g_rand_int_range (random, 0, 6) == 0)
    g_string_append (json, ",\"citations\":[{\"source\":\"a\"},{\"source\":\"b\",\"amount\":"
                           "{\"value\":77,\"currency\":\"USD\"}}]");
  g_string_append_c (json, '}');
}

static WhenceScope *
random_scope (guint32 seed, int n_facts)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GString) entities = g_string_new (NULL), facts = g_string_new (NULL);
  int n_entities = 1 + n_facts / 5;
  for (int i = 0; i < n_entities; i++)
    {
      g_string_append_printf (entities, "%s{\"id\":\"e%d\",\"type\":\"company\",\"name\":\"",
                              i > 0 ? "," : "", i);
      append_title (entities, random);
      g_string_append (entities, "\"}");
    }
  for (int i = 0; i < n_facts; i++)
    append_amount_fact (facts, random, i, n_entities);
  return scope_of_json (entities->str, facts->str);
}

/* --- Promises ------------------------------------------------------------------------------------ */

static void
add_box (GArray *boxes, double x, double y, double width, double height)
{
  WhenceRect box = { x, y, width, height };
  if (width > 0)
    g_array_append_val (boxes, box);
}

static void
assert_labels_apart (const WhenceAmountsScene *scene)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  add_box (words, scene->head_at.x, scene->head_at.y, scene->head.width, scene->head.height);
  for (guint s = 0; s < scene->n_strips; s++)
    {
      const WhenceAmountStrip *strip = &scene->strips[s];
      add_box (words, strip->name_at.x, strip->name_at.y, strip->name.width, strip->name.height);
      for (guint i = 0; i < strip->axis.n_ticks; i++)
        if (strip->axis.ticks[i].label != NULL)
          {
            WhenceRect box = whence_amounts_tick_box (scene, &strip->axis.ticks[i]);
            g_array_append_val (words, box);
          }
    }
  guint n_fixed = words->len;
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceTimelineItem *item = &scene->marks[i].item;
      add_box (words, item->label_at.x, item->label_at.y, item->label.width, item->label.height);
    }
  for (guint i = 0; i < words->len; i++)
    for (guint k = MAX (i + 1, n_fixed); k < words->len; k++)
      g_assert_false (
        whence_rect_overlaps (g_array_index (words, WhenceRect, i), g_array_index (words, WhenceRect, k)));
  for (guint i = n_fixed; i < words->len; i++)
    {
      WhenceRect box = g_array_index (words, WhenceRect, i);
      g_assert_cmpfloat (box.x, >=, scene->left - 0.01);
      g_assert_cmpfloat (whence_rect_right (box), <=, scene->right + 0.01);
      g_assert_cmpfloat (box.y, >=, scene->top - 0.01);
      g_assert_cmpfloat (whence_rect_bottom (box), <=, scene->bottom + 0.01);
      for (guint k = 0; k < scene->n_marks; k++)
        g_assert_false (whence_rect_overlaps (box, scene->marks[k].item.mark));
    }
}

/* The same dates are at the same places as on the timeline of the same size and view. */
static void
assert_time_agrees (const WhenceAmountsScene *scene, const WhenceTimelineScene *timeline)
{
  g_assert_cmpfloat (scene->left, ==, timeline->left);
  g_assert_cmpfloat (scene->right, ==, timeline->right);
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceTimelineItem *item = &scene->marks[i].item;
      if (item->kind != WHENCE_ITEM_MARK)
        continue;
      guint32 place = whence_timeline_scene_item_of (timeline, item->fact);
      if (place == WHENCE_NONE)
        continue;
      const WhenceTimelineItem *other = &timeline->items[place];
      if (other->kind != WHENCE_ITEM_MARK)
        continue;
      g_assert_cmpfloat (item->shape.x0, ==, other->shape.x0);
      g_assert_cmpfloat (item->shape.x1, ==, other->shape.x1);
    }
}

static WhenceDecimal
value_of (const WhenceAmountsScene *scene, const WhenceAmountMark *mark)
{
  WhenceFact record;
  whence_bundle_get_fact (whence_scope_get_bundle (scene->scope), mark->item.fact, &record);
  return record.amount.value;
}

static void
assert_values_in_order (const WhenceAmountsScene *scene)
{
  for (guint s = 0; s < scene->n_strips; s++)
    for (guint i = scene->strips[s].first_mark; i < scene->strips[s].first_mark + scene->strips[s].n_marks;
         i++)
      {
        const WhenceAmountMark *mark = &scene->marks[i], *next = mark + 1;
        g_assert_cmpfloat (mark->y, >=, scene->strips[s].top);
        g_assert_cmpfloat (mark->y, <=, scene->strips[s].bottom);
        if (i + 1 == scene->strips[s].first_mark + scene->strips[s].n_marks
            || mark->look == WHENCE_AMOUNT_GROUP || next->look == WHENCE_AMOUNT_GROUP)
          continue;
        int order = whence_decimal_compare (value_of (scene, mark), value_of (scene, next));
        g_assert_true (order == 0 ? mark->y == next->y : order < 0 ? mark->y >= next->y : mark->y <= next->y);
      }
}

static guint32
valued_by (const WhenceAmountsScene *scene, const WhenceAmountStep *step)
{
  guint32 subject, object;
  whence_bundle_get_fact_pair (whence_scope_get_bundle (scene->scope), step->fact, &subject, &object);
  return subject != WHENCE_NONE ? subject : object;
}

static void
assert_steps_run_forward (const WhenceAmountsScene *scene)
{
  for (guint s = 0; s < scene->n_strips; s++)
    for (guint i = 0; i < scene->strips[s].n_steps; i++)
      {
        const WhenceAmountStep *step = &scene->steps[scene->strips[s].first_step + i], *next = step + 1;
        g_assert_cmpfloat (step->x0, <=, step->x1);
        g_assert_cmpfloat (step->x0, >=, scene->left);
        g_assert_cmpfloat (step->x1, <=, scene->right);
        if (i + 1 < scene->strips[s].n_steps && valued_by (scene, step) == valued_by (scene, next))
          g_assert_cmpfloat (step->x1, <=, next->x1);
      }
}

/* Each that has a place is listed once, and no more than there is room for. */
static void
assert_listed (const WhenceAmountsScene *scene, guint n_found)
{
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope));
  g_autofree guint32 *facts = g_new (guint32, n_facts + 1);
  g_autofree guint8 *seen = g_new0 (guint8, n_facts + 1);
  guint n = whence_amounts_scene_list (scene, facts, n_facts + 1);

  g_assert_cmpuint (n, ==, n_found);
  for (guint i = 0; i < n; i++)
    {
      WhenceRect bounds;

      g_assert_true (whence_amounts_scene_find (scene, facts[i], &bounds));
      g_assert_cmpuint (seen[facts[i]]++, ==, 0);
    }
  g_assert_cmpuint (whence_amounts_scene_list (scene, facts, n / 2), ==, n / 2);
}

static void
assert_nothing_lost (const WhenceAmountsScene *scene, const WhenceAmountsRequest *request)
{
  g_autoptr (GArray) facts = whence_amounts_of (request->scope, request->entities, request->n_entities);
  WhenceAmountsOmitted o = scene->omitted;
  guint n_signs = 0;
  for (guint i = 0; i < scene->n_marks; i++)
    n_signs += scene->marks[i].look != WHENCE_AMOUNT_GROUP;
  g_assert_cmpuint (n_signs + o.n_grouped + o.n_undated + o.n_off_range + o.n_currencies + o.n_placeless, ==,
                    facts->len);
  guint n_found = 0;
  for (guint i = 0; i < facts->len; i++)
    {
      WhenceRect bounds;
      n_found += whence_amounts_scene_find (scene, g_array_index (facts, guint32, i), &bounds);
    }
  g_assert_cmpuint (n_found, ==, n_signs + o.n_grouped);
  assert_listed (scene, n_found);
}

/* What is said of a fact leads to it, and every sign is reached by steps in time. */
static void
assert_reachable (const WhenceAmountsScene *scene)
{
  guint n = 0;
  for (guint32 fact = whence_amounts_scene_step (scene, WHENCE_NONE, 1, 0); fact != WHENCE_NONE;
       fact = whence_amounts_scene_step (scene, fact, 1, 0))
    n++;
  g_assert_cmpuint (n, ==, scene->n_marks);
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceTimelineItem *item = &scene->marks[i].item;
      if (item->label.width > 0)
        g_assert_cmpuint (whence_amounts_scene_pick (scene, item->label_at.x + item->label.width / 2,
                                                     item->label_at.y + item->label.height / 2),
                          ==, item->fact);
    }
}

static void
check_scene (WhenceAmountsRequest request)
{
  WhenceTimelineRequest timeline_request = { .scope = request.scope,
                                             .view = request.view,
                                             .width = request.width,
                                             .height = 400,
                                             .grouping = request.grouping,
                                             .measure = whence_measure_plain };
  g_autoptr (WhenceAmountsScene) scene = whence_amounts_scene_new (&request, NULL);
  g_autoptr (WhenceTimelineScene) timeline = whence_timeline_scene_new (&timeline_request, NULL);
  assert_labels_apart (scene);
  assert_time_agrees (scene, timeline);
  assert_values_in_order (scene);
  assert_steps_run_forward (scene);
  assert_nothing_lost (scene, &request);
  assert_reachable (scene);
}

static void
check_zooms (WhenceScope *scope, guint32 seed)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  static const double widths[] = { 300, 620, 1100, 1900 }, heights[] = { 90, 130, 180, 260 };
  g_autofree guint32 *entities = NULL;
  guint n_entities;
  g_cancellable_cancel (cancellable);
  g_assert_null (whence_amounts_rank_entities (scope, &n_entities, cancellable));
  entities = whence_amounts_rank_entities (scope, &n_entities, NULL);
  for (guint zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      WhenceAmountsRequest request =
        request_of (scope, (WhenceTimeView){ 0 }, widths[(seed + zoom) % 4], heights[(seed / 4 + zoom) % 4]);
      request.grouping = (seed + zoom) % 3 == 0 ? WHENCE_GROUP_ENTITY : WHENCE_GROUP_NONE;
      request.scale = zoom % 2 == 0 ? WHENCE_SCALE_LINEAR : WHENCE_SCALE_LOG;
      request.entities = entities;
      request.n_entities = zoom % 3 == 0 ? 0 : MIN (n_entities, zoom);
      request.currency = zoom == 5 ? "USD" : NULL;
      request.view = whence_timeline_fit (scope, request.width, &request.measure, request.grouping);
      if (zoom >= 4)
        request.view = whence_time_view_zoom (request.view, request.width * (0.2 + 0.1 * zoom), 0.3);
      check_scene (request);
    }
}

static void
test_promises (void)
{
  for (guint32 seed = 0; seed < N_BUNDLES; seed++)
    {
      g_autoptr (WhenceScope) scope = random_scope (seed, 1 + (int) (seed % 7) * (int) (seed % 11) * 2);
      check_zooms (scope, seed);
    }
}

/* So many that they must be counted: signs stay few, and nothing is lost. */
static void
test_many (void)
{
  g_autoptr (WhenceScope) scope = random_scope (99, 10000);
  WhenceAmountsRequest request = request_of (scope, (WhenceTimeView){ 0 }, 1200, 180);
  request.view = whence_timeline_fit (scope, request.width, &request.measure, request.grouping);
  g_autoptr (WhenceAmountsScene) scene = whence_amounts_scene_new (&request, NULL);
  g_assert_cmpuint (scene->n_marks, <, 600);
  g_assert_cmpuint (scene->n_steps, <, 200000);
  assert_labels_apart (scene);
  assert_nothing_lost (scene, &request);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amounts/promises", test_promises);
  g_test_add_func ("/amounts/many", test_many);
  return g_test_run ();
}
