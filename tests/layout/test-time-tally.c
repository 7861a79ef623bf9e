/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tally counts every dated fact once; while its stretches are few its histogram is that of the bundle, and
 * when they are many it is bounded, depends on no order, and is nowhere off by more than a few bars. */
#include <math.h>

#include "layout/range-scene.h"
#include "random-bundle.h"

static WhenceTimeTally *
count_all (WhenceBundle *bundle, gint64 anchor)
{
  WhenceTimeTally *tally = whence_time_tally_new (anchor);

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    whence_time_tally_add (tally, whence_bundle_get_fact_date (bundle, i));
  return tally;
}

static void
assert_same_scene (const WhenceRangeScene *a, const WhenceRangeScene *b)
{
  g_assert_cmpint (a->from, ==, b->from);
  g_assert_cmpint (a->to, ==, b->to);
  g_assert_cmpint (a->bent, ==, b->bent);
  g_assert_cmpfloat (a->softness, ==, b->softness);
  g_assert_cmpuint (a->n_bins, ==, b->n_bins);
  g_assert_cmpuint (a->axis.n_major, ==, b->axis.n_major);
  for (guint i = 0; i < a->n_bins; i++)
    g_assert_cmpfloat_with_epsilon (a->bins[i], b->bins[i], 1e-6);
}

static void
test_few (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 10 + seed * 60);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      g_autoptr (WhenceTimeTally) tally = count_all (bundle, (gint64) seed * 1000000000 - 5000000000);

      for (double width = 40; width < 3000; width *= 2.3)
        {
          g_autoptr (WhenceRangeScene) whole = whence_range_scene_new (scope, width, &whence_measure_plain);
          g_autoptr (WhenceRangeScene) counted =
            whence_range_scene_new_so_far (tally, NULL, 0, 0, width, &whence_measure_plain);
          assert_same_scene (whole, counted);
        }
    }
}

/* --- Many --- */

#define N_MANY 60000

/* Days of seventy years and, now and then, anything since the universe began. */
static WhenceDate *
make_days (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  WhenceDate *dates = g_new0 (WhenceDate, N_MANY);

  for (guint i = 0; i < N_MANY; i++)
    {
      char text[64];
      int year = g_rand_int_range (rand, 1955, 2026), month = g_rand_int_range (rand, 1, 13);

      if (seed % 2 == 1 && i % 100 == 0)
        g_snprintf (text, sizeof text, "Y-%uE%d", g_rand_int_range (rand, 1, 10),
                    g_rand_int_range (rand, 4, 10));
      else
        g_snprintf (text, sizeof text, "%d-%02d-%02d", year, month, g_rand_int_range (rand, 1, 29));
      g_assert_true (whence_date_parse (text, &dates[i], NULL));
    }
  return dates;
}

/* Stretches of any length anywhere in what 64 bits hold. */
static WhenceDate *
make_wild (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  WhenceDate *dates = make_days (0);

  for (guint i = 0; i < N_MANY; i++)
    {
      double sign = g_rand_boolean (rand) ? 1 : -1;
      gint64 from = (gint64) (sign * exp2 (g_rand_double_range (rand, 0, 62.9)));
      gint64 room = from > 0 ? G_MAXINT64 - from : G_MAXINT64;

      dates[i].start.earliest = from;
      dates[i].start.latest = dates[i].end.latest =
        from + MIN (room, (gint64) exp2 (g_rand_double_range (rand, 0, 62.9)));
    }
  return dates;
}

static guint32
total (const WhenceTimeTally *tally)
{
  guint n;
  guint32 sum = 0;
  const WhenceTallyEntry *entries = whence_time_tally_get_entries (tally, &n);

  g_assert_cmpuint (n, <=, WHENCE_TALLY_MOST);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (entries[i].from, <, entries[i].to);
      sum += entries[i].n;
    }
  return sum;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const WhenceTallyEntry *one = a, *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->to < other->to ? -1 : one->to > other->to;
}

static GArray *
sorted (const WhenceTimeTally *tally)
{
  guint n;
  const WhenceTallyEntry *entries = whence_time_tally_get_entries (tally, &n);
  GArray *array = g_array_new (FALSE, FALSE, sizeof (WhenceTallyEntry));

  g_array_append_vals (array, entries, n);
  g_array_sort (array, compare_entries);
  return array;
}

static void
assert_same_entries (const WhenceTimeTally *a, const WhenceTimeTally *b)
{
  g_autoptr (GArray) one = sorted (a), other = sorted (b);

  g_assert_cmpuint (one->len, ==, other->len);
  for (guint i = 0; i < one->len; i++)
    {
      const WhenceTallyEntry *x = &g_array_index (one, WhenceTallyEntry, i);
      const WhenceTallyEntry *y = &g_array_index (other, WhenceTallyEntry, i);

      g_assert_cmpint (compare_entries (x, y), ==, 0);
      g_assert_cmpuint (x->n, ==, y->n);
    }
}

static void
check_many (const WhenceDate *dates, gint64 anchor)
{
  g_autoptr (WhenceTimeTally) forward = whence_time_tally_new (anchor),
                              backward = whence_time_tally_new (anchor);
  g_autoptr (WhenceTimeTally) copy = NULL;
  gint64 from = G_MAXINT64, to = G_MININT64, got_from, got_to;

  for (guint i = 0; i < N_MANY; i++)
    {
      gint64 start, end;

      g_assert_true (whence_range_get_stretch (&dates[i], &start, &end));
      from = MIN (from, start);
      to = MAX (to, end);
      whence_time_tally_add (forward, &dates[i]);
      whence_time_tally_add (backward, &dates[N_MANY - 1 - i]);
    }
  g_assert_cmpuint (total (forward), ==, N_MANY);
  g_assert_cmpuint (whence_time_tally_get_n_facts (forward), ==, N_MANY);
  g_assert_true (whence_time_tally_get_extent (forward, &got_from, &got_to));
  g_assert_cmpint (got_from, ==, from);
  g_assert_cmpint (got_to, ==, to);
  assert_same_entries (forward, backward);
  copy = whence_time_tally_copy (forward);
  whence_time_tally_add (forward, &dates[0]);
  assert_same_entries (copy, backward);
}

static void
test_many (void)
{
  static const gint64 anchors[] = { 0, 1764115200, -3000000000, G_MININT64, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      g_autofree WhenceDate *days = make_days (i), *wild = make_wild (i);

      check_many (days, anchors[i]);
      check_many (wild, anchors[i]);
    }
}

/* Up to each bar about as many facts lie before it as there are exactly. */
static void
test_shape (void)
{
  for (guint seed = 0; seed < 4; seed++)
    {
      g_autofree WhenceDate *dates = make_days (seed);
      g_autoptr (WhenceTimeTally) tally = whence_time_tally_new (1764115200);
      g_autoptr (WhenceRangeScene) scene = NULL;
      g_autofree double *exact = NULL;
      double before = 0, exactly_before = 0;

      for (guint i = 0; i < N_MANY; i++)
        whence_time_tally_add (tally, &dates[i]);
      scene = whence_range_scene_new_so_far (tally, NULL, 0, 0, 1600, &whence_measure_plain);
      g_assert_cmpint (scene->bent, ==, seed % 2 == 1);
      exact = g_new0 (double, scene->n_bins);
      for (guint i = 0; i < N_MANY; i++)
        exact[(guint) (whence_range_to_x (scene, dates[i].start.earliest) / WHENCE_RANGE_BIN)]++;
      for (guint i = 0; i < scene->n_bins; i++)
        {
          before += scene->bins[i];
          exactly_before += exact[i];
          g_assert_cmpfloat (fabs (before - exactly_before), <, 0.01 * N_MANY);
        }
      g_assert_cmpfloat_with_epsilon (before, N_MANY, 1e-3);
    }
}

/* What a sample lets expect is as high as it says at first, and nothing beyond what was counted at the end.
 */
static void
test_expected (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (5, 400);
  g_autoptr (WhenceTimeTally) counted = count_all (bundle, 0), nothing = whence_time_tally_new (0);
  g_autoptr (WhenceRangeScene) first =
    whence_range_scene_new_so_far (nothing, counted, 3, 1, 800, &whence_measure_plain);
  g_autoptr (WhenceRangeScene) middle =
    whence_range_scene_new_so_far (counted, counted, 3, 1, 800, &whence_measure_plain);
  g_autoptr (WhenceRangeScene) last =
    whence_range_scene_new_so_far (counted, counted, 3, 0, 800, &whence_measure_plain);
  g_autoptr (WhenceRangeScene) none =
    whence_range_scene_new_so_far (nothing, NULL, 0, 1, 800, &whence_measure_plain);

  assert_same_scene (middle, last);
  for (guint i = 0; i < last->n_bins; i++)
    {
      g_assert_cmpfloat (first->bins[i], ==, 0);
      g_assert_cmpfloat_with_epsilon (first->expected[i], 3 * last->bins[i], 1e-6);
      g_assert_cmpfloat_with_epsilon (middle->expected[i], 3 * last->bins[i], 1e-6);
      g_assert_cmpfloat_with_epsilon (last->expected[i], last->bins[i], 1e-6);
      g_assert_cmpfloat (none->bins[i], ==, 0);
    }
  g_assert_null (none->expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-tally/few", test_few);
  g_test_add_func ("/time-tally/many", test_many);
  g_test_add_func ("/time-tally/shape", test_shape);
  g_test_add_func ("/time-tally/expected", test_expected);
  return g_test_run ();
}
