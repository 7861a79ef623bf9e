/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The histogram of the range bar: every dated fact is counted once, whatever its precision, at any width. */
#include <math.h>
#include <string.h>

#include "layout/range-scene.h"

#include "read-text.h"

static WhenceScope *
make_scope (const char *const *dates, guint n_dates)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\": 1, \"facts\": [");
  g_autoptr (WhenceBundle) bundle = NULL;

  for (guint i = 0; i < n_dates; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"f%u\", \"type\": \"launch\"", i > 0 ? ", " : "", i);
      if (dates[i] != NULL)
        g_string_append_printf (text, ", \"date\": \"%s\"", dates[i]);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, n_dates);
  return whence_scope_new_whole (bundle);
}

static double
sum (const WhenceRangeScene *scene)
{
  double total = 0;

  for (guint i = 0; i < scene->n_bins; i++)
    {
      g_assert_cmpfloat (scene->bins[i], >=, 0);
      g_assert_cmpfloat (scene->bins[i], <=, scene->highest);
      total += scene->bins[i];
    }
  return total;
}

typedef struct
{
  const char *name;
  const char *dates[6];
  guint n_dates, n_counted;
} Case;

static const Case cases[] = {
  { "none", { NULL }, 0, 0 },
  { "undated", { NULL, NULL }, 2, 0 },
  { "one-year", { "2016" }, 1, 1 },
  { "one-second", { "2016-05-03T10:00:00Z" }, 1, 1 },
  { "mixed", { "2016", "2024-05", "2025", NULL, "2025-06-13", "1984~" }, 6, 5 },
  { "open-ends", { "../2010", "2016/..", "/2012", "2014/" }, 4, 4 },
  { "no-end-given", { "../..", "2016" }, 2, 1 },
  { "far", { "-0043", "Y-138E8", "2025" }, 3, 3 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WhenceScope) scope = make_scope (c->dates, c->n_dates);

  for (double width = 10; width < 3000; width *= 1.7)
    {
      g_autoptr (WhenceRangeScene) scene = whence_range_scene_new (scope, width, &whence_measure_plain);
      g_assert_cmpfloat_with_epsilon (sum (scene), c->n_counted, 1e-6);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (16);

  for (guint round = 0; round < 50; round++)
    {
      char texts[40][32];
      const char *dates[40];
      g_autoptr (WhenceScope) scope = NULL;
      g_autoptr (WhenceRangeScene) scene = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
        {
          int year = g_rand_int_range (rand, 1000, 2100), month = g_rand_int_range (rand, 1, 13);
          if (g_rand_boolean (rand))
            g_snprintf (texts[i], sizeof texts[i], "%d", year);
          else
            g_snprintf (texts[i], sizeof texts[i], "%d-%02d", year, month);
          dates[i] = texts[i];
        }
      scope = make_scope (dates, G_N_ELEMENTS (dates));
      scene = whence_range_scene_new (scope, g_rand_double_range (rand, 100, 2000), &whence_measure_plain);
      g_assert_cmpfloat_with_epsilon (sum (scene), G_N_ELEMENTS (dates), 1e-6);
    }
}

/* A year is spread over its width, evenly. */
static void
test_spread (void)
{
  const char *const dates[] = { "2000" };
  g_autoptr (WhenceScope) scope = make_scope (dates, 1);
  g_autoptr (WhenceRangeScene) scene = whence_range_scene_new (scope, 1000, &whence_measure_plain);
  guint filled = 0;

  for (guint i = 0; i < scene->n_bins; i++)
    filled += scene->bins[i] > 0;
  g_assert_cmpuint (filled, >, scene->n_bins * 9 / 10);
  g_assert_cmpfloat (scene->highest, <, 2.0 / filled);
}

/* Where a universe comes before a day, the day is still seen: the bar goes by how long ago. */
static void
test_bent (void)
{
  const char *const dates[] = { "Y-138E8",    "Y-66E6",     "1492",       "2024-05-01", "2024-05-02",
                                "2024-06-01", "2024-07-01", "2024-08-02", "2024-09-02", "2024-12-31" };
  const char *const even[] = { "1990", "2000", "2001", "2010", "2020" };
  g_autoptr (WhenceScope) scope = make_scope (dates, G_N_ELEMENTS (dates));
  g_autoptr (WhenceScope) other = make_scope (even, G_N_ELEMENTS (even));

  for (double width = 340; width < 2000; width *= 1.4)
    {
      g_autoptr (WhenceRangeScene) scene = whence_range_scene_new (scope, width, &whence_measure_plain);
      g_autoptr (WhenceRangeScene) straight = whence_range_scene_new (other, width, &whence_measure_plain);
      double last = -G_MAXDOUBLE;

      g_assert_true (scene->bent);
      g_assert_false (straight->bent);
      g_assert_cmpfloat_with_epsilon (sum (scene), G_N_ELEMENTS (dates), 1e-6);
      g_assert_cmpfloat (width - whence_range_to_x (scene, 1714521600), >, width / 20);
      for (guint i = 0; i < scene->axis.n_major; i++)
        {
          const WhenceAxisTick *tick = &scene->axis.major[scene->axis.n_major - 1 - i];
          g_assert_cmpfloat (tick->label_x, >, last);
          last = tick->label_x + tick->label_width;
        }
      g_assert_cmpfloat (last, <=, width);
      g_assert_cmpuint (scene->axis.n_major, >=, 2);
      /* There and back is within a px, everywhere. */
      for (double x = -20; x < width + 20; x += 7)
        {
          gint64 instant = whence_range_to_instant (scene, x);
          g_assert_cmpfloat_with_epsilon (whence_range_to_x (scene, instant), x, 1);
          instant = whence_range_to_instant (straight, x);
          g_assert_cmpfloat_with_epsilon (whence_range_to_x (straight, instant), x, 1);
        }
    }
}

/* A set that is open on a side begins where its last word does. */
static void
test_open_sets (void)
{
  const char *const dates[] = { "[..1760]", "[1765..]", "1763" };
  g_autoptr (WhenceScope) scope = make_scope (dates, G_N_ELEMENTS (dates));
  g_autoptr (WhenceRangeScene) scene = whence_range_scene_new (scope, 800, &whence_measure_plain);

  g_assert_cmpfloat_with_epsilon (sum (scene), G_N_ELEMENTS (dates), 1e-6);
  g_assert_cmpint (whence_instant_to_civil (scene->from).year, >, 1700);
  g_assert_cmpint (whence_instant_to_civil (scene->to).year, <, 1800);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/range-scene/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/range-scene/random", test_random);
  g_test_add_func ("/range-scene/spread", test_spread);
  g_test_add_func ("/range-scene/bent", test_bent);
  g_test_add_func ("/range-scene/open-sets", test_open_sets);
  return g_test_run ();
}
