/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When facts begin and end: the same as their activity says at every date, and a pace that never goes back.
 */
#include <string.h>

#include "layout/moments.h"
#include "random-bundle.h"

#define YEAR(n) whence_instant_from_civil ((WhenceCivil){ .year = (n), .month = 1, .day = 1 })

static const char story[] =
  "{\"whence\": 1, \"entities\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Ann\"},"
  "  {\"id\": \"b\", \"type\": \"company\", \"name\": \"Bee\"}],\n"
  " \"facts\": ["
  "{\"id\": \"0\", \"type\": \"employment\", \"subject\": \"a\", \"object\": \"b\", \"date\": "
  "\"2016/2018\"},\n"
  "{\"id\": \"1\", \"type\": \"employment\", \"subject\": \"a\", \"object\": \"b\", \"date\": "
  "\"2017~/..\"},\n"
  "{\"id\": \"2\", \"type\": \"founding\", \"subject\": \"a\", \"object\": \"b\", \"date\": \"2016\"},\n"
  "{\"id\": \"3\", \"type\": \"founding\", \"subject\": \"a\", \"object\": \"b\"},\n"
  "{\"id\": \"4\", \"type\": \"ownership\", \"subject\": \"a\", \"object\": \"b\", \"date\": \"../2017\"}]}";

static void
assert_facts (const guint32 *facts, guint n, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u", facts[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

/* What begins and ends from one year to another. */
typedef struct
{
  int before, now;
  const char *begun, *ended;
} Step;

static WhencePeriod
year_of (int year)
{
  return (WhencePeriod){ YEAR (year), YEAR (year + 1) };
}

static void
assert_step (const WhenceMoments *moments, const Step *step)
{
  guint n;
  const guint32 *facts = whence_moments_list_begun (moments, year_of (step->before), year_of (step->now), &n);

  assert_facts (facts, n, step->begun);
  facts = whence_moments_list_ended (moments, year_of (step->before), year_of (step->now), &n);
  assert_facts (facts, n, step->ended);
}

static void
test_story (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceMoments) moments = whence_moments_new (scope, NULL);
  const Step steps[] = {
    { 2014, 2015, "", "" },  { 2015, 2016, "0123", "" }, { 2016, 2017, "", "" },
    { 2017, 2018, "", "4" }, { 2018, 2019, "", "0" },    { 2014, 2030, "0123", "40" },
  };
  WhencePeriod span;
  gint64 next;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    assert_step (moments, &steps[i]);
  g_assert_true (whence_moments_get_span (moments, &span));
  g_assert_cmpint (span.from, ==, YEAR (2016));
  g_assert_cmpint (span.to, ==, YEAR (2019) + 1);
  g_assert_true (whence_moments_find_next (moments, YEAR (2016) + 1, &next));
  g_assert_cmpint (next, ==, YEAR (2018));
  g_assert_false (whence_moments_find_next (moments, span.to, &next));
}

static gboolean
has (const guint32 *facts, guint n, guint32 fact)
{
  for (guint i = 0; i < n; i++)
    if (facts[i] == fact)
      return TRUE;
  return FALSE;
}

/* From one date to the one that follows it, what begins is what becomes active, and what ends what ceases to
 * be. */
static void
assert_like_activity (const WhenceMoments *moments, const WhenceScope *scope, WhencePeriod before,
                      WhencePeriod now)
{
  g_autoptr (WhenceScope) then = whence_scope_at (scope, before), later = whence_scope_at (scope, now);
  guint n_begun, n_ended;
  const guint32 *begun = whence_moments_list_begun (moments, before, now, &n_begun);
  const guint32 *ended = whence_moments_list_ended (moments, before, now, &n_ended);

  for (guint32 i = 0; i < whence_bundle_get_n_facts (whence_scope_get_bundle (scope)); i++)
    {
      gboolean was = whence_scope_get_activity (then, i) != WHENCE_ACTIVITY_NOT,
               is = whence_scope_get_activity (later, i) != WHENCE_ACTIVITY_NOT;
      g_assert_cmpint (has (begun, n_begun, i), ==, !was && is);
      g_assert_cmpint (has (ended, n_ended, i), ==, was && !is);
    }
}

/* Nobody works for a company before its founding, nor after they have died: what the dates leave open begins
 * and ends with those in it, as it does at a date that is looked at. */
static const char lives[] =
  "{\"whence\": 1, \"entities\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Ann\"},"
  "  {\"id\": \"b\", \"type\": \"company\", \"name\": \"Bee\"}],\n"
  " \"facts\": ["
  "{\"id\": \"0\", \"type\": \"founding\", \"subject\": \"a\", \"object\": \"b\", \"date\": \"2016\"},\n"
  "{\"id\": \"1\", \"type\": \"employment\", \"subject\": \"a\", \"object\": \"b\"},\n"
  "{\"id\": \"2\", \"type\": \"employment\", \"subject\": \"a\", \"object\": \"b\", \"date\": \"/2018\"},\n"
  "{\"id\": \"3\", \"type\": \"employment\", \"subject\": \"a\", \"object\": \"b\", \"date\": \"2017/\"},\n"
  "{\"id\": \"4\", \"type\": \"investment\", \"subject\": \"a\", \"object\": \"b\"},\n"
  "{\"id\": \"5\", \"type\": \"death\", \"subject\": \"a\", \"date\": \"2020\"},\n"
  "{\"id\": \"6\", \"type\": \"ownership\", \"subject\": \"a\", \"object\": \"b\", \"date\": \"../2018\"},\n"
  "{\"id\": \"7\", \"type\": \"investment\", \"subject\": \"a\", \"object\": \"b\", \"date\": \"/2014\"}]}";

static void
test_lives (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (lives);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceMoments) moments = whence_moments_new (scope, NULL);
  const Step steps[] = {
    { 2013, 2014, "7", "" },  { 2014, 2015, "", "" },  { 2015, 2016, "0124", "" }, { 2016, 2017, "3", "" },
    { 2018, 2019, "", "26" }, { 2019, 2020, "5", "" }, { 2020, 2021, "", "13" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      assert_step (moments, &steps[i]);
      assert_like_activity (moments, scope, year_of (steps[i].before), year_of (steps[i].now));
    }
}

static void
test_nothing (void)
{
  g_autoptr (WhenceBundle) bundle = whence_bundle_new_empty ();
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceMoments) moments = whence_moments_new (scope, NULL);
  WhencePeriod span = { 0, 0 }, some = { 10, 20 };
  guint n;

  g_assert_false (whence_moments_get_span (moments, &span));
  whence_moments_list_begun (moments, some, (WhencePeriod){ 20, 30 }, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpfloat (whence_moments_get_progress (moments, some, 15), ==, 0.5);
  g_assert_cmpint (whence_moments_find_instant (moments, some, 0.5), ==, 15);
}

/* --- By chance ----------------------------------------------------------------------------------- */

static void
assert_pace (const WhenceMoments *moments, WhencePeriod span)
{
  gint64 before = span.from;
  double last = 0;

  for (guint i = 0; i <= 1000; i++)
    {
      double progress = i / 1000.0, reached;
      gint64 instant = whence_moments_find_instant (moments, span, progress);
      g_assert_cmpint (instant, >=, before);
      g_assert_cmpint (instant, <, span.to);
      reached = whence_moments_get_progress (moments, span, instant);
      g_assert_cmpfloat (reached, <=, progress);
      g_assert_cmpfloat (reached, >=, last);
      before = instant;
      last = reached;
    }
  g_assert_cmpfloat (whence_moments_get_progress (moments, span, span.from), ==, 0);
  g_assert_cmpfloat (whence_moments_get_progress (moments, span, span.to), ==, 1);
}

static void
test_chance (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 120);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      g_autoptr (WhenceMoments) moments = whence_moments_new (scope, NULL);
      WhencePeriod span;

      g_assert_true (whence_moments_get_span (moments, &span));
      for (guint i = 0; i < 60; i++)
        {
          gint64 at = YEAR (g_rand_int_range (random, 1890, 2040)) + g_rand_int_range (random, 0, 30000000);
          gint64 middle = at + g_rand_int_range (random, 1, 90 * 86400),
                 end = middle + g_rand_int_range (random, 1, 90 * 86400);
          assert_like_activity (moments, scope, (WhencePeriod){ at, middle }, (WhencePeriod){ middle, end });
        }
      assert_pace (moments, span);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/moments/lives", test_lives);
  g_test_add_func ("/layout/moments/story", test_story);
  g_test_add_func ("/layout/moments/nothing", test_nothing);
  g_test_add_func ("/layout/moments/chance", test_chance);
  return g_test_run ();
}
