/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lives as tables: beginnings and ends that are imprecise and qualified, several of each, against ties whose
 * dates leave something open, and against dates that are imprecise themselves. */
#include <string.h>

#include "model/lives.h"

#include "read-text.h"

/* Foundings and deaths (separated by blanks), the life span, the date of a tie, and whether it is ruled out
 * in each of a series of stretches: a year, the first day of it, and two years. */
static const struct
{
  const char *foundings, *deaths, *span, *tie;
  const char *stretch[3], *ruled_out; /* y or n for each */
} cases[] = {
  /* Plain. */
  { "2016", "", "", "", { "2015", "2016", "2016-01-01" }, "ynn" },
  { "2016-05", "", "", "", { "2016-04", "2016", "2016-05-01" }, "ynn" },
  { "", "2016", "", "", { "2016", "2017", "2016-12-31" }, "nyn" },
  { "", "2016-05", "", "", { "2016-05", "2016-06", "2016" }, "nyn" },
  /* Qualified: as wide again on either side. */
  { "2016~", "", "", "", { "2014", "2015", "2016" }, "ynn" },
  { "2016?", "", "", "", { "2014-12", "2015-01", "2015" }, "ynn" },
  { "2016-05%", "", "", "", { "2016-03", "2016-04", "2016" }, "ynn" },
  { "", "2016~", "", "", { "2017", "2018", "2016" }, "nyn" },
  { "", "2016-05?", "", "", { "2016-06", "2016-07", "2016" }, "nyn" },
  /* Coarse. */
  { "201X", "", "", "", { "2009", "2010", "2015" }, "ynn" },
  { "", "201X", "", "", { "2019", "2020", "2015" }, "nyn" },
  { "[2014,2016]", "", "", "", { "2013", "2014", "2015" }, "ynn" },
  { "", "[2014,2016]", "", "", { "2015", "2016", "2017" }, "nny" },
  /* Of several beginnings that which may be the earliest, however it is written. */
  { "2016 2014", "", "", "", { "2013", "2014", "2015" }, "ynn" },
  { "2015-06 2016~", "", "", "", { "2014", "2015-01", "2015-07" }, "ynn" },
  { "2016~ 2015-06", "", "", "", { "2014", "2015-01", "2015-07" }, "ynn" },
  { "2016-02 2016-05~", "", "", "", { "2015-12", "2016-01", "2016-02" }, "yyn" },
  { "2016-05 201X", "", "", "", { "2009", "2010", "2016" }, "ynn" },
  { "2010 /2016", "", "", "", { "2005", "2009", "2010" }, "nnn" },
  /* And of several ends that which may be the latest. */
  { "", "2016 2014", "", "", { "2015", "2016", "2017" }, "nny" },
  { "", "2016-06 2015~", "", "", { "2016", "2016-12", "2017" }, "nny" },
  { "", "2015~ 2016-06", "", "", { "2016", "2016-12", "2017" }, "nny" },
  { "", "2016-05~ 2016-06-30", "", "", { "2016-06", "2016-07", "2016" }, "nyn" },
  { "", "2010 2016/", "", "", { "2016", "2017", "2050" }, "nnn" },
  /* A life span; an open or unknown side of it says nothing, and a single date is one within it. */
  { "", "", "2014/2016", "", { "2013", "2014", "2017" }, "yny" },
  { "", "", "2014~/2016~", "", { "2012", "2013", "2018" }, "yny" },
  { "", "", "/2016?", "", { "2000", "2017", "2018" }, "nny" },
  { "", "", "2014/..", "", { "2013", "2014", "2050" }, "ynn" },
  { "", "", "2014", "", { "2013", "2014", "2015" }, "nnn" },
  { "2015", "", "2014~/..", "", { "2012", "2013", "2014" }, "ynn" },
  { "", "2015", "2000/2014~", "", { "2015", "2016", "1999" }, "nyy" },
  /* What the tie says itself stands. */
  { "2016", "", "", "2014", { "2013", "2014", "2015" }, "nnn" },
  { "2016~", "", "", "/2020", { "2014", "2015", "2018" }, "ynn" },
  { "2016~", "", "", "../2020", { "2014", "2015", "2018" }, "ynn" },
  { "", "2016~", "", "2010/", { "2017", "2018", "2011" }, "nyn" },
  { "", "2016~", "", "2010/..", { "2017", "2018", "2011" }, "nnn" },
  /* The stretch is one of two years, or may be of no length. */
  { "2016~", "", "", "", { "2013/2014", "2014/2015", "2015/2016" }, "ynn" },
  { "", "2016~", "", "", { "2017/2018", "2018/2019", "2015/2018" }, "nyn" },
};

static void
append_facts (GString *text, const char *type, const char *end, const char *dates)
{
  g_auto (GStrv) each = g_strsplit (dates, " ", -1);

  for (guint i = 0; each[i] != NULL && *each[i] != '\0'; i++)
    g_string_append_printf (text, "{\"id\":\"%s%u\",\"type\":\"%s\",\"%s\":\"e\",\"date\":\"%s\"},", type, i,
                            type, end, each[i]);
}

static WhenceBundle *
make_story (guint i)
{
  g_autoptr (GString) text = g_string_new (NULL);
  WhenceBundle *bundle;

  g_string_append_printf (
    text,
    "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"company\",\"name\":\"E\"%s%s%s},"
    "{\"id\":\"o\",\"type\":\"person\",\"name\":\"O\"}],\"facts\":[",
    *cases[i].span != '\0' ? ",\"date\":\"" : "", cases[i].span, *cases[i].span != '\0' ? "\"" : "");
  append_facts (text, "founding", "object", cases[i].foundings);
  append_facts (text, "death", "subject", cases[i].deaths);
  g_string_append_printf (
    text, "{\"id\":\"tie\",\"type\":\"employment\",\"subject\":\"o\",\"object\":\"e\"%s%s%s}]}",
    *cases[i].tie != '\0' ? ",\"date\":\"" : "", cases[i].tie, *cases[i].tie != '\0' ? "\"" : "");
  bundle = read_text (text->str);
  return bundle;
}

/* All at once the facts are judged as one by one. */
static void
assert_judged (const WhenceBundle *bundle, const WhenceLives *lives, gint64 from, gint64 to)
{
  guint n_facts = whence_bundle_get_n_facts (bundle);
  g_autofree guint8 *activities = g_new (guint8, n_facts);

  whence_lives_judge (lives, from, to, activities);
  for (guint32 i = 0; i < n_facts; i++)
    g_assert_cmpint (activities[i], ==, whence_lives_get_activity (lives, i, from, to));
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WhenceBundle) bundle = make_story (i);
      g_autoptr (WhenceLives) lives = whence_lives_new (bundle, NULL);
      guint32 tie = whence_bundle_find_fact (bundle, "tie");

      for (guint k = 0; k < 3; k++)
        {
          WhenceDate stretch;
          gboolean out;

          g_assert_true (whence_date_parse (cases[i].stretch[k], &stretch, NULL));
          out = whence_lives_rule_out (lives, tie, stretch.start.earliest, stretch.end.latest);
          assert_judged (bundle, lives, stretch.start.earliest, stretch.end.latest);
          if (out != (cases[i].ruled_out[k] == 'y'))
            g_error ("founded %s, died %s, lived %s, tied %s: %s %s", cases[i].foundings, cases[i].deaths,
                     cases[i].span, cases[i].tie, cases[i].stretch[k], out ? "is ruled out" : "is not");
        }
    }
}

/* Neither what was said later begins or ends a life, nor a span of which later sources alone tell. */
static void
test_known_by (void)
{
  static const char story[] =
    "{\"whence\":1,\"sources\":[{\"id\":\"early\",\"title\":\"t\",\"published\":\"2020\"},"
    "{\"id\":\"later\",\"title\":\"t\",\"published\":\"2025\"}],\"entities\":["
    "{\"id\":\"a\",\"type\":\"company\",\"name\":\"A\"},{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\","
    "\"date\":\"2016/..\",\"citations\":[{\"source\":\"later\"}]}],\"facts\":["
    "{\"id\":\"founded\",\"type\":\"founding\",\"object\":\"a\",\"date\":\"2016\","
    "\"citations\":[{\"source\":\"later\"}]},"
    "{\"id\":\"with-a\",\"type\":\"other\",\"subject\":\"a\",\"citations\":[{\"source\":\"early\"}]},"
    "{\"id\":\"with-b\",\"type\":\"other\",\"subject\":\"b\",\"citations\":[{\"source\":\"early\"}]}]}";
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (bundle, "2024", NULL);
  g_autoptr (WhenceLives) now = whence_lives_new (bundle, NULL), then = whence_lives_new (bundle, known_by);

  for (const char *const *id = (const char *const[]){ "with-a", "with-b", NULL }; *id != NULL; id++)
    {
      guint32 fact = whence_bundle_find_fact (bundle, *id);

      g_assert_true (whence_lives_rule_out (now, fact, 0, 1));
      g_assert_false (whence_lives_rule_out (then, fact, 0, 1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lives/cases", test_cases);
  g_test_add_func ("/lives/known-by", test_known_by);
  return g_test_run ();
}
