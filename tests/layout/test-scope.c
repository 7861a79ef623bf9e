/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scope shows of a story: at a date, and as it was known by one. */
#include "layout/scope.h"
#include "model/reader.h"

#include <string.h>

#include "read-text.h"

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
  g_autoptr (WhenceBundle) bundle = read_text (story);

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
      /* All at once they are judged as one by one. */
      whence_scope_judge (scope);
      for (guint32 fact = 0; fact < 5; fact++)
        g_assert_cmpint ("npc"[whence_scope_get_activity (scope, fact)], ==, cases[i].activities[fact]);
      g_assert_cmpuint (whence_scope_get_n_shown (scope), ==, cases[i].n_shown);
      g_assert_cmpuint (whence_scope_get_n_unknown (scope), ==, cases[i].n_unknown);
    }
}

/* What a filter hides is not counted as unknown, and what was unknown is not shown by a filter. */
static void
test_filter (void)
{
  const guint8 shown[] = { 1, 0, 0, 0, 0 }, later[] = { 0, 1, 1, 0, 0 };
  g_autoptr (WhenceBundle) bundle = read_text (story);
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

/* --- The example --- */

static WhenceScope *
example_at (const char *date)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("WHENCE_DATADIR"), "examples", "meta-scale-ai.facts.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, NULL);
  WhenceDate at;

  g_assert_nonnull (bundle);
  g_assert_true (whence_date_parse (date, &at, NULL));
  return whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle,
                                               .today = whence_bundle_get_latest_instant (bundle),
                                               .as_of = { at.start.earliest, at.end.latest } });
}

/* Who is tied to whom in the example: not at all, possibly or certainly in 2015, 2017, May 2024 and 2025. */
static const struct
{
  const char *fact, *activities;
} ties[] = {
  { "scale-founded", "nccc" },
  /* Its beginning is not given, but Scale AI is founded in 2016. */
  { "wang-ceo", "nppp" },
  { "accel-invests", "nppp" },
  { "index-invests", "nppp" },
  { "scale-customers-served", "nppp" },
  { "droege-strategy", "nppp" },
  { "nvidia-joins-cap-table", "nncc" },
  { "amazon-joins-cap-table", "nncc" },
  { "meta-joins-cap-table", "nncc" },
  { "deal", "nnnc" },
  { "meta-stake", "nnnp" },
  { "wang-to-meta", "nnnp" },
  { "wang-board", "nnnp" },
  { "droege-interim", "nnnp" },
  { "collaboration", "nnnp" },
  { "zuckerberg-meta", "pppp" },
  { "altman-openai", "pppp" },
  { "whatsapp-acquired", "pppp" },
  { "wang-family", "pppp" },
};

static void
test_example (void)
{
  const char *const dates[] = { "2015", "2017", "2024-05", "2025" };

  for (guint d = 0; d < G_N_ELEMENTS (dates); d++)
    {
      g_autoptr (WhenceScope) scope = example_at (dates[d]);

      for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
        {
          guint32 fact = whence_bundle_find_fact (whence_scope_get_bundle (scope), ties[i].fact);
          char activity;

          g_assert_cmpuint (fact, !=, WHENCE_NONE);
          activity = "npc"[whence_scope_get_activity (scope, fact)];
          if (activity != ties[i].activities[d])
            g_error ("%s in %s: %c, not %c", ties[i].fact, dates[d], activity, ties[i].activities[d]);
        }
    }
}

/* --- Lives --- */

#define PERSON(id, more) "{\"id\":\"" id "\",\"type\":\"person\",\"name\":\"" id "\"" more "}"
#define COMPANY(id, more) "{\"id\":\"" id "\",\"type\":\"company\",\"name\":\"" id "\"" more "}"
#define TIE(id, type, from, to, more)                                                                        \
  "{\"id\":\"" id "\",\"type\":\"" type "\",\"subject\":\"" from "\",\"object\":\"" to "\"" more "}"

static const char lives[] =
  "{\"whence\":1,\"entities\":[" PERSON ("ann", ",\"date\":\"1950/2010\"") "," PERSON ("bob", "") "," COMPANY (
    "new", "") "," COMPANY ("about",
                            "") "," COMPANY ("plan", "") "," COMPANY ("any",
                                                                      "") "],\"facts\":[" TIE ("founded",
                                                                                               "founding", "bob", "new", ",\"date\":\"2016\"") "," TIE ("about", "founding", "bob", "about", ",\"date\":\"2016~\"") "," TIE ("planned", "founding", "bob", "plan", ",\"date\":\"2016\",\"status\":\"planned\"") ","
                                                                                                                                                                                                                                                                                                                "{\"id\":\"death\",\"type\":\"death\",\"subject\":\"bob\",\"date\":\"2018\"}," TIE ("undated",
                                                                                                                                                                                                                                                                                                                                                                                                    "employment", "bob", "new", "") "," TIE ("event",
                                                                                                                                                                                                                                                                                                                                                                                                                                             "investment",
                                                                                                                                                                                                                                                                                                                                                                                                                                             "any",
                                                                                                                                                                                                                                                                                                                                                                                                                                             "new",
                                                                                                                                                                                                                                                                                                                                                                                                                                             "") "," TIE ("dated",
                                                                                                                                                                                                                                                                                                                                                                                                                                                          "employment",
                                                                                                                                                                                                                                                                                                                                                                                                                                                          "bob",
                                                                                                                                                                                                                                                                                                                                                                                                                                                          "new", ",\"date\":\"2015\"") "," TIE ("to-2020",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                "employment",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                "any",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                "new", ",\"date\":\"/2020\"") "," TIE ("since-2000",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       "employment", "ann", "any", ",\"date\":\"2000/\"") "," TIE ("paid",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                   "investment",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                   "ann",
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                   "any", "") "," TIE ("work-about", "employment", "any", "about", "") "," TIE ("work-plan", "employment", "any", "plan", "") "]}";

/* By 2014, 2015, 2016, 2017, and 2020. */
static const struct
{
  const char *fact, *activities;
} lived[] = {
  { "undated", "nnppn" },    { "event", "nnppp" }, { "dated", "npnnn" },      { "to-2020", "nnppp" },
  { "since-2000", "nnnnn" }, { "paid", "ppppp" },  { "work-about", "npppp" }, { "work-plan", "ppppp" },
};

static void
test_lives (void)
{
  const int years[] = { 2014, 2015, 2016, 2017, 2020 };
  g_autoptr (WhenceBundle) bundle = read_text (lives);
  g_autoptr (WhenceScope) any = whence_scope_new_whole (bundle);

  for (guint y = 0; y < G_N_ELEMENTS (years); y++)
    {
      gint64 from = whence_instant_from_civil ((WhenceCivil){ years[y], 1, 1, 0, 0, 0 });
      gint64 to = whence_instant_from_civil ((WhenceCivil){ years[y] + 1, 1, 1, 0, 0, 0 });
      g_autoptr (WhenceScope) scope = whence_scope_at (any, (WhencePeriod){ from, to });

      for (guint i = 0; i < G_N_ELEMENTS (lived); i++)
        {
          guint32 fact = whence_bundle_find_fact (bundle, lived[i].fact);
          char activity = "npc"[whence_scope_get_activity (scope, fact)];

          if (activity != lived[i].activities[y])
            g_error ("%s in %d: %c, not %c", lived[i].fact, years[y], activity, lived[i].activities[y]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scope/activity", test_activity);
  g_test_add_func ("/scope/filter", test_filter);
  g_test_add_func ("/scope/example", test_example);
  g_test_add_func ("/scope/lives", test_lives);
  return g_test_run ();
}
