/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is lit in the bars of a histogram: as many as are lit among the facts that a bar counts, whatever the
 * lanes and the view; and the share can be seen. */
#include "paint/lit-bars.h"
#include "paint/pen-backs.h"
#include "paint/timeline-painter.h"

#include "pictures.h"

#define N_FACTS 4000
#define WIDTH 900
#define HEIGHT 300

static WhenceScope *
read_many (void)
{
  g_autoptr (GString) json =
    g_string_new ("{\"whence\":1,\"entities\":[{\"id\":\"e0\",\"type\":\"person\",\"name\":\"A\"},"
                  "{\"id\":\"e1\",\"type\":\"person\",\"name\":\"B\"}],\"facts\":[");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  for (guint i = 0; i < N_FACTS; i++)
    {
      int year = g_rand_int_range (random, 1950, 2020);
      g_string_append_printf (
        json, "%s{\"id\":\"f%u\",\"type\":\"statement\",\"subject\":\"e%u\",\"date\":\"%d-%02d\"}",
        i > 0 ? "," : "", i, i % 2, year, g_rand_int_range (random, 1, 13));
    }
  g_string_append (json, "]}");
  return read_story (json->str);
}

static WhenceTimelineScene *
build_scene (WhenceScope *scope, WhenceGrouping grouping, double zoom)
{
  WhenceTimelineRequest request = {
    .scope = scope, .grouping = grouping, .width = WIDTH, .height = HEIGHT, .measure = whence_measure_pango
  };
  request.view = whence_timeline_fit (scope, WIDTH, &request.measure, grouping);
  request.view.seconds_per_px /= zoom;
  return whence_timeline_scene_new (&request, NULL);
}

/* By listing the group of each bar. */
static guint
check_bars (const WhenceTimelineScene *scene, const WhenceLitBars *bars, const guint8 *facts)
{
  guint n_bars = 0;
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      WhenceLitBar lit = whence_lit_bars_get (bars, item), expected = { 0 };
      if (item->kind != WHENCE_ITEM_BAR)
        continue;
      g_autoptr (GArray) listed =
        whence_timeline_scene_list_group (scene, (WhenceSpot){ WHENCE_SPOT_GROUP, item->fact });
      for (guint k = 0; k < listed->len; k++)
        {
          guint8 bits = facts[g_array_index (listed, guint32, k)];
          expected.n_lit += (bits & (WHENCE_LIT_SELECTED | WHENCE_LIT_RELATED)) != 0;
          expected.n_found += (bits & WHENCE_LIT_FOUND) != 0;
        }
      g_assert_cmpuint (lit.n_lit, ==, expected.n_lit);
      g_assert_cmpuint (lit.n_found, ==, expected.n_found);
      n_bars++;
    }
  return n_bars;
}

static void
test_counts (void)
{
  static const WhenceLit bits[] = { WHENCE_LIT_SELECTED, WHENCE_LIT_RELATED, WHENCE_LIT_FOUND,
                                    WHENCE_LIT_HOVERED };
  static const struct
  {
    WhenceGrouping grouping;
    double zoom;
    int of; /* one of so many is lit */
  } cases[] = { { WHENCE_GROUP_NONE, 1, 3 },
                { WHENCE_GROUP_NONE, 3, 7 },
                { WHENCE_GROUP_NONE, 1, 4000 },
                { WHENCE_GROUP_ENTITY, 1, 3 },
                { WHENCE_GROUP_ENTITY, 2, 1 } };
  g_autoptr (WhenceScope) scope = read_many ();
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autofree guint8 *facts = g_new0 (guint8, N_FACTS);
      g_autoptr (WhenceTimelineScene) scene = build_scene (scope, cases[c].grouping, cases[c].zoom);
      for (guint i = 0; i < N_FACTS; i++)
        if (g_rand_int_range (random, 0, cases[c].of) == 0)
          facts[i] = bits[g_rand_int_range (random, 0, G_N_ELEMENTS (bits))];
      g_autoptr (WhenceLitBars) bars = whence_lit_bars_new (scene, &(WhenceHighlight){ .facts = facts });
      g_assert_cmpuint (check_bars (scene, bars, facts), >, 10);
    }
}

static void
test_nothing (void)
{
  g_autoptr (WhenceScope) scope = read_many ();
  g_autoptr (WhenceTimelineScene) scene = build_scene (scope, WHENCE_GROUP_NONE, 1);
  g_autofree guint8 *facts = g_new0 (guint8, N_FACTS);
  facts[0] = WHENCE_LIT_HOVERED;
  g_assert_null (whence_lit_bars_new (scene, &(WhenceHighlight){ .facts = facts }));
  g_assert_null (whence_lit_bars_new (scene, &(WhenceHighlight){ 0 }));
  g_assert_cmpuint (whence_lit_bars_get (NULL, &scene->items[0]).n_lit, ==, 0);
}

static gsize
measure_picture (const WhenceTimelineScene *scene, const WhenceLitBars *bars)
{
  g_autoptr (WhencePen) pen = whence_pen_new_svg (WIDTH, HEIGHT, NULL, NULL, NULL);
  whence_timeline_paint (&(WhenceTimelinePaint){ .scene = scene,
                                                 .style = whence_style_get (WHENCE_THEME_LIGHT),
                                                 .lit_bars = bars,
                                                 .width = WIDTH,
                                                 .height = HEIGHT },
                         pen);
  g_autoptr (GBytes) bytes = whence_pen_finish_svg (pen);
  return g_bytes_get_size (bytes);
}

/* One selected fact of four thousand leaves a trace. */
static void
test_seen (void)
{
  g_autoptr (WhenceScope) scope = read_many ();
  g_autoptr (WhenceTimelineScene) scene = build_scene (scope, WHENCE_GROUP_NONE, 1);
  g_autofree guint8 *facts = g_new0 (guint8, N_FACTS);
  facts[N_FACTS / 2] = WHENCE_LIT_SELECTED;
  g_autoptr (WhenceLitBars) bars = whence_lit_bars_new (scene, &(WhenceHighlight){ .facts = facts });
  g_assert_cmpuint (measure_picture (scene, bars), >, measure_picture (scene, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/lit-bars/counts", test_counts);
  g_test_add_func ("/paint/lit-bars/nothing", test_nothing);
  g_test_add_func ("/paint/lit-bars/seen", test_seen);
  return g_test_run ();
}
