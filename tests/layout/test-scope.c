/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scope shows of a story: at a date, and as it was known by one. */
#include "layout/scope.h"
#include "model/reader.h"

#include <string.h>

#define FACT(id, members)                                                                                    \
  "{\"id\":\"" id "\",\"type\":\"employment\",\"subject\":\"a\",\"object\":\"b\"" members "}"
#define BY(source) ",\"citations\":[{\"source\":\"" source "\"}]"

static const char story[] =
  "{\"whence\":1,"
  "\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},"
  "{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\"}],"
  "\"sources\":[{\"id\":\"old\",\"title\":\"o\",\"published\":\"2023\"},"
  "{\"id\":\"vague\",\"title\":\"v\",\"published\":\"2024\"},"
  "{\"id\":\"new\",\"title\":\"n\",\"published\":\"2025\"}],"
  "\"facts\":[" FACT ("0", ",\"date\":\"2020/2022\"" BY ("old")) "," FACT (
    "1",
    ",\"date\":\"2020/2022\"" BY (
      "vague")) "," FACT ("2",
                          ",\"date\":\"2020/2022\"" BY (
                            "new")) "," FACT ("3",
                                              ",\"date\":\"2021-06/2022\"" BY (
                                                "old")) "," FACT ("4",
                                                                  ",\"date\":\"2010/2011\"" BY ("old")) "]}";

typedef struct
{
  WhencePeriod as_of;
  const char *known_by;
  const char *activities; /* of the facts: n, p or c */
  guint n_shown, n_unknown;
} Case;

static void
test_activity (void)
{
  const gint64 from = whence_instant_from_civil ((WhenceCivil){ 2021, 1, 1, 0, 0, 0 });
  const gint64 to = whence_instant_from_civil ((WhenceCivil){ 2022, 1, 1, 0, 0, 0 });
  const Case cases[] = {
    { { 0, 0 }, NULL, "ccccc", 5, 0 },       { { from, to }, NULL, "cccpn", 5, 0 },
    { { 0, 0 }, "2024-05", "cpncc", 4, 1 },  { { from, to }, "2024-05", "cpnpn", 4, 1 },
    { { from, to }, "2025", "cccpn", 5, 0 }, { { 0, 0 }, "2022", "nnnnn", 0, 5 },
    { { 0, 0 }, "2024~", "cppcc", 5, 0 },
  };
  g_autoptr (WhenceBundle) bundle = whence_reader_read_text (story, strlen (story), NULL, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WhenceKnownBy) known =
        cases[i].known_by != NULL ? whence_known_by_new (bundle, cases[i].known_by, NULL) : NULL;
      g_autoptr (WhenceScope) scope =
        whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .as_of = cases[i].as_of, .known_by = known });
      char activities[6] = "";

      for (guint32 fact = 0; fact < 5; fact++)
        {
          WhenceActivity activity = whence_scope_get_activity (scope, fact);
          activities[fact] = "npc"[activity];
          g_assert_cmpint (whence_scope_ties (scope, fact), ==, activity != WHENCE_ACTIVITY_NOT);
        }
      g_assert_cmpstr (activities, ==, cases[i].activities);
      g_assert_cmpuint (whence_scope_get_n_shown (scope), ==, cases[i].n_shown);
      g_assert_cmpuint (whence_scope_get_n_unknown (scope), ==, cases[i].n_unknown);
    }
}

/* What a filter hides is not counted as unknown, and what was unknown is not shown by a filter. */
static void
test_filter (void)
{
  const guint8 shown[] = { 1, 0, 0, 0, 0 }, later[] = { 0, 1, 1, 0, 0 };
  g_autoptr (WhenceBundle) bundle = whence_reader_read_text (story, strlen (story), NULL, NULL, NULL, NULL);
  g_autoptr (WhenceKnownBy) known = whence_known_by_new (bundle, "2024-05", NULL);
  g_autoptr (WhenceScope) scope =
    whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .shown = shown, .known_by = known });
  g_autoptr (WhenceScope) other =
    whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .shown = later, .known_by = known });
  g_autoptr (WhenceScope) anyway = whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .shown = shown });

  g_assert_cmpuint (whence_scope_get_n_shown (scope), ==, 1);
  g_assert_cmpuint (whence_scope_get_n_unknown (scope), ==, 0);
  g_assert_cmpuint (whence_scope_get_n_shown (other), ==, 1);
  g_assert_cmpuint (whence_scope_get_n_unknown (other), ==, 1);
  g_assert_true (whence_scope_shows (other, 1));
  g_assert_false (whence_scope_shows (other, 2));
  g_assert_false (whence_scope_has_same_facts (scope, other));
  {
    g_autoptr (WhenceScope) at = whence_scope_at (scope, (WhencePeriod){ 0, 1 });

    g_assert_true (whence_scope_has_same_facts (scope, at));
    g_assert_true (whence_scope_get_known_by (at) == known);
    g_assert_cmpint (whence_scope_get_activity (at, 0), ==, WHENCE_ACTIVITY_NOT);
  }
  /* The same facts, but what is said of them may differ. */
  g_assert_false (whence_scope_has_same_facts (scope, anyway));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scope/activity", test_activity);
  g_test_add_func ("/scope/filter", test_filter);
  return g_test_run ();
}
