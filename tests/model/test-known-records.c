/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What facts and lives were told to be by a date: date, amount and share as the sources had them by then. */
#include "model/bundle.h"
#include "model/evidence.h"
#include "model/known-by.h"
#include "model/readings.h"

#include <string.h>

#include "read-text.h"

#define BY "2017-12"

/* In June one, in August and September two of another publisher, then two more; 2019 comes later, and of one
 * nobody knows when it was. */
#define SOURCES                                                                                              \
  "{\"id\":\"jun\",\"title\":\"t\",\"publisher\":\"A\",\"published\":\"2017-06-20\"},"                       \
  "{\"id\":\"aug\",\"title\":\"t\",\"publisher\":\"B\",\"published\":\"2017-08-01\"},"                       \
  "{\"id\":\"sep\",\"title\":\"t\",\"publisher\":\"b \",\"published\":\"2017-09-01\"},"                      \
  "{\"id\":\"oct\",\"title\":\"t\",\"publisher\":\"C\",\"published\":\"2017-10-01\"},"                       \
  "{\"id\":\"nov\",\"title\":\"t\",\"publisher\":\"D\",\"published\":\"2017-11-01\"},"                       \
  "{\"id\":\"copy\",\"title\":\"t\",\"publisher\":\"E\",\"published\":\"2017-11-02\","                       \
  "\"derivedFrom\":[\"jun\"]},"                                                                              \
  "{\"id\":\"later\",\"title\":\"t\",\"publisher\":\"L\",\"published\":\"2019\"},"                           \
  "{\"id\":\"read\",\"title\":\"t\",\"publisher\":\"R\",\"accessed\":\"2017-06-20\"},"                       \
  "{\"id\":\"ever\",\"title\":\"t\",\"publisher\":\"U\"}"

#define C(source, more) "{\"source\":\"" source "\"" more "}"
#define D(date) ",\"date\":\"" date "\""
#define EUR(value) ",\"amount\":{\"value\":" value ",\"currency\":\"EUR\"}"
#define ABOUT(value) ",\"amount\":{\"value\":" value ",\"currency\":\"EUR\",\"approximate\":true}"
#define SHARE(value) ",\"share\":\"" value "\""
#define AGAINST ",\"stance\":\"disputes\""
#define LATER C ("later", "")

static const struct
{
  const char *name, *own, *citations;
  const char *date, *amount, *share; /* expected; NULL: none */
} cases[] = {
  { "the one source of that time", D ("2017-03-03") EUR ("42") SHARE ("0.49"),
    C ("jun", D ("2017-06-19") EUR ("57") SHARE ("0.51")) "," LATER, "2017-06-19", "57", "0.51" },
  { "without a value it says what the fact says", D ("2017-03-03") EUR ("42") SHARE ("0.49"),
    C ("jun", "") "," LATER, "2017-03-03", "42", "0.49" },
  { "each aspect by itself", D ("2017-03-03") EUR ("42") SHARE ("0.49"), C ("jun", SHARE ("0.51")) "," LATER,
    "2017-03-03", "42", "0.51" },
  { "one of two is silent", D ("2017-03-03") EUR ("42"), C ("jun", EUR ("57")) "," C ("oct", "") "," LATER,
    "2017-03-03", "42", NULL },
  { "one of two says the same as the fact", D ("2017-03-03") EUR ("42"),
    C ("jun", EUR ("57")) "," C ("oct", EUR ("42")) "," LATER, "2017-03-03", "42", NULL },
  { "nothing came later", D ("2017-03-03") EUR ("42"), C ("jun", EUR ("57")), "2017-03-03", "42", NULL },
  { "nothing in support came later", EUR ("42"), C ("jun", EUR ("57")) "," C ("later", AGAINST), NULL, "42",
    NULL },
  { "nothing is cited", D ("2017-03-03") EUR ("42"), "", "2017-03-03", "42", NULL },
  { "nothing was known yet", D ("2017-03-03") EUR ("42"), LATER "," C ("later", EUR ("7")), "2017-03-03",
    "42", NULL },
  { "a value that the record leaves open", "", C ("jun", D ("2016-08") EUR ("7")) "," LATER, "2016-08", "7",
    NULL },
  /* Imprecise: what was coarse then stays coarse, what was fine stays fine. */
  { "coarse then", D ("2017-05-24"), C ("jun", D ("2017-05")) "," LATER, "2017-05", NULL, NULL },
  { "fine then", D ("2017-05"), C ("jun", D ("2017-05-24")) "," LATER, "2017-05-24", NULL, NULL },
  { "about then", EUR ("86"), C ("jun", ABOUT ("85")) "," LATER, NULL, "85~", NULL },
  { "qualified then", D ("2017-05-24"), C ("jun", D ("2017-05~")) "," LATER, "2017-05~", NULL, NULL },
  { "the finest of those that agree", D ("2017-03"),
    C ("jun", D ("2017-05")) "," C ("oct", D ("2017-05-24")) "," C ("nov", D ("2017")) "," LATER,
    "2017-05-24", NULL, NULL },
  { "what contradicts another is no finer one", D ("2014/2017"),
    C ("jun", D ("2014/2017-03")) "," C ("oct", D ("2012/2017-08")) "," LATER, "2012/2017-08", NULL, NULL },
  { "the exact one of those that agree", EUR ("70"),
    C ("jun", ABOUT ("85")) "," C ("oct", EUR ("86")) "," LATER, NULL, "86", NULL },
  /* Several that cannot all be true. */
  { "most publishers", SHARE ("0.49"),
    C ("jun", SHARE ("0.51")) "," C ("oct", SHARE ("0.5")) "," C ("nov", SHARE ("0.51")) "," LATER, NULL,
    NULL, "0.51" },
  { "not the most sources of one", SHARE ("0.49"),
    C ("aug", SHARE ("0.51")) "," C ("sep", SHARE ("0.51")) "," C ("nov", SHARE ("0.5")) "," LATER, NULL,
    NULL, "0.5" },
  { "not the most that copy", SHARE ("0.49"),
    C ("jun", SHARE ("0.51")) "," C ("copy", SHARE ("0.51")) "," C ("aug", SHARE ("0.5")) "," C (
      "nov", SHARE ("0.5")) "," LATER,
    NULL, NULL, "0.5" },
  { "the last", SHARE ("0.49"), C ("nov", SHARE ("0.51")) "," C ("jun", SHARE ("0.5")) "," LATER, NULL, NULL,
    "0.51" },
  { "the first of the file", SHARE ("0.49"), C ("jun", SHARE ("0.5")) "," C ("jun", SHARE ("0.51")) "," LATER,
    NULL, NULL, "0.5" },
  { "who disputes it does not say it", SHARE ("0.49"),
    C ("jun", SHARE ("0.51")) "," C ("aug", SHARE ("0.3") AGAINST) "," C ("sep",
                                                                          SHARE ("0.3") AGAINST) "," LATER,
    NULL, NULL, "0.51" },
  { "who disputes it may be silent", SHARE ("0.49"),
    C ("jun", SHARE ("0.51")) "," C ("oct", AGAINST) "," LATER, NULL, NULL, "0.51" },
  /* Of no date, or of one that leaves it open: it counts where no other certainly does. */
  { "beside a dated one", EUR ("42"), C ("jun", EUR ("57")) "," C ("ever", ""), NULL, "57", NULL },
  { "alone", D ("2017-03") EUR ("42"), C ("ever", EUR ("57")) "," LATER, "2017-03", "57", NULL },
  /* Ends. */
  { "it went on", D ("2016/2018-10"), C ("jun", D ("2016/..")) "," LATER, "2016/..", NULL, NULL },
  { "nobody can have known when it would end", D ("2016/2018-10"), C ("jun", "") "," LATER, "2016/..", NULL,
    NULL },
  { "nor who has read of it before", D ("2016/2018-10"), C ("read", "") "," LATER, "2016/..", NULL, NULL },
  { "whenever that was, by the date", D ("2016/2018-10"), C ("ever", "") "," LATER, "2016/..", NULL, NULL },
  { "as late as the date it may", D ("2016/2017-11"), C ("ever", "") "," LATER, "2016/2017-11", NULL, NULL },
  { "of what happens, neither", D ("2016/2018-10") ",\"type\":\"investment\"", C ("jun", "") "," LATER,
    "2016/..", NULL, NULL },
  { "of which nobody knows when it began", D ("/2018-10"), C ("jun", "") "," LATER, "/..", NULL, NULL },
  { "nor the one nor the other", D ("2016/2018-10"), C ("jun", "") "," C ("oct", D ("2016/..")) "," LATER,
    "2016/..", NULL, NULL },
  { "it may have ended by then", D ("2016/2017-06"), C ("jun", "") "," LATER, "2016/2017-06", NULL, NULL },
  { "it had ended by then", D ("2016/2017-05"), C ("jun", "") "," LATER, "2016/2017-05", NULL, NULL },
  { "its end is about then", D ("2016/2017-07~"), C ("jun", "") "," LATER, "2016/2017-07~", NULL, NULL },
  { "it ended after all who count wrote", D ("2016/2017-12"), C ("jun", "") "," C ("nov", "") "," LATER,
    "2016/..", NULL, NULL },
  { "one of them wrote after it", D ("2016/2017-10"), C ("jun", "") "," C ("nov", "") "," LATER,
    "2016/2017-10", NULL, NULL },
  { "its end was told before", D ("2016/2018-10"), C ("jun", "") "," C ("oct", D ("2016/2018-10")) "," LATER,
    "2016/2018-10", NULL, NULL },
  { "nothing else is cited for its end", D ("2016/2018-10"), C ("jun", ""), "2016/2018-10", NULL, NULL },
  { "it was planned to end", D ("2016/2018-10") ",\"status\":\"planned\"", C ("jun", "") "," LATER,
    "2016/2018-10", NULL, NULL },
  { "it goes on", D ("2016/.."), C ("jun", "") "," LATER, "2016/..", NULL, NULL },
};

static WhenceBundle *
read_fact (const char *own, const char *citations)
{
  g_autofree char *text =
    g_strdup_printf ("{\"whence\":1,\"sources\":[" SOURCES "],"
                     "\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"Ann\"},"
                     "{\"id\":\"b\",\"type\":\"company\",\"name\":\"Bee\"}],"
                     "\"facts\":[{\"id\":\"f\",%s\"title\":\"Own title\","
                     "\"subject\":\"a\",\"object\":\"b\",\"summary\":\"Own summary\",\"note\":\"Own note\","
                     "\"quantities\":[{\"value\":3,\"unit\":\"ships\"}],\"dateBasis\":\"inferred\"%s,"
                     "\"citations\":[%s]}]}",
                     strstr (own, "\"type\"") != NULL ? "" : "\"type\":\"ownership\",", own, citations);

  return read_sound_text (text);
}

static char *
print (const WhenceFact *fact)
{
  g_autofree char *amount = fact->has_amount ? whence_decimal_to_text (fact->amount.value) : NULL;
  g_autofree char *share = fact->has_share ? whence_decimal_to_text (fact->share) : NULL;
  gboolean about = fact->has_amount && (fact->amount.flags & WHENCE_AMOUNT_APPROXIMATE) != 0;

  return g_strdup_printf ("%s | %s%s | %s", fact->dated.text, amount, about ? "~" : "", share);
}

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WhenceBundle) bundle = read_fact (cases[i].own, cases[i].citations);
      g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (bundle, BY, NULL);
      WhenceBundle *told = whence_known_by_get_bundle (known_by, bundle);
      g_autofree char *expected =
        g_strdup_printf ("%s | %s | %s", cases[i].date, cases[i].amount, cases[i].share);
      WhenceFact own, fact;
      whence_bundle_get_fact (bundle, 0, &own);
      whence_bundle_get_fact (told, 0, &fact);
      g_autofree char *before = print (&own), *found = print (&fact);
      gboolean same = g_str_equal (before, found);

      if (!g_str_equal (found, expected))
        g_error ("%s: %s instead of %s", cases[i].name, found, expected);
      g_assert_true (whence_bundle_has_same_records (bundle, told));
      g_assert_cmpint (whence_bundle_says_same (bundle, told, 0), ==, same);
      g_assert_true ((told == bundle) == same);
      /* Its own words may tell the later values. */
      g_assert_cmpstr (fact.title, ==, same ? "Own title" : NULL);
      g_assert_cmpstr (fact.summary, ==, same ? "Own summary" : NULL);
      g_assert_cmpstr (fact.note, ==, same ? "Own note" : NULL);
      g_assert_cmpstr (fact.id, ==, "f");
      g_assert_cmpuint (fact.n_quantities, ==, 1);
      g_assert_cmpuint (fact.n_citations, ==, own.n_citations);
    }
}

/* The value that a fact has is not set against the source that it is from. */
static void
test_evidence (void)
{
  g_autoptr (WhenceBundle) bundle =
    read_fact (D ("2017-03-03") EUR ("42"), C ("jun", D ("2017-06-19") EUR ("57")) "," LATER);
  g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (bundle, BY, NULL);
  WhenceBundle *told = whence_known_by_get_bundle (known_by, bundle);
  WhenceEvidence evidence = whence_evidence_for_fact_until (told, 0, known_by);
  const WhenceDate *dates[4];
  WhenceFact fact;

  g_assert_cmpint (evidence.support, ==, WHENCE_SUPPORT_SINGLE);
  g_assert_cmpuint (whence_readings_list_dates (told, 0, known_by, dates, G_N_ELEMENTS (dates)), ==, 1);
  g_assert_null (whence_readings_new (told, 0, WHENCE_ASPECT_AMOUNT, known_by));
  whence_bundle_get_fact (told, 0, &fact);
  g_assert_false (fact.date_inferred);
}

/* --- Lives --- */

static const struct
{
  const char *own, *citations, *date;
} lives[] = {
  { "1950/2024", C ("jun", "") "," LATER, "1950/.." },
  { "1950/2024", C ("jun", "") "," C ("later", AGAINST), "1950/2024" },
  { "1950/2017-06", C ("jun", "") "," LATER, "1950/2017-06" },
  { "1950-03-04/2024", C ("jun", D ("1950/..")) "," LATER, "1950/.." },
  { "1950-03-04/2024", C ("jun", D ("1950/..")) "," C ("oct", D ("1950-03/..")) "," LATER, "1950-03/.." },
  { "1950/2024", C ("ever", "") "," LATER, "1950/.." },
  { "1950/2024", C ("read", "") "," LATER, "1950/.." },
  { "1950/2024", "", "1950/2024" },
  { "1950/2024", LATER "," LATER, "1950/2024" },
  { "1950", C ("jun", "") "," LATER, "1950" },
};

static void
test_lives (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{\"whence\":1,\"sources\":[" SOURCES "],\"entities\":[{\"id\":\"a\",\"type\":\"person\","
        "\"name\":\"Ann\",\"summary\":\"Own summary\",\"date\":\"%s\",\"citations\":[%s]}]}",
        lives[i].own, lives[i].citations);
      g_autoptr (WhenceBundle) bundle = read_text (text);
      g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (bundle, BY, NULL);
      gboolean same = g_str_equal (lives[i].own, lives[i].date);
      WhenceEntity entity;
      whence_bundle_get_entity (whence_known_by_get_bundle (known_by, bundle), 0, &entity);
      if (g_strcmp0 (entity.dated.text, lives[i].date) != 0)
        g_error ("%s, %s: %s", lives[i].own, lives[i].citations, entity.dated.text);
      g_assert_cmpstr (entity.summary, ==, same ? "Own summary" : NULL);
      g_assert_cmpstr (entity.name, ==, "Ann");
    }
}

/* Records, numbers and lists are those of the bundle; only what facts say is another. */
static void
test_same_records (void)
{
  g_autoptr (WhenceBundle) bundle = read_fact (EUR ("42"), C ("jun", EUR ("57")) "," LATER);
  g_autoptr (WhenceBundle) other = read_fact (EUR ("42"), C ("jun", EUR ("57")) "," LATER);
  g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (bundle, BY, NULL);
  g_autoptr (WhenceBundle) told = whence_bundle_ref (whence_known_by_get_bundle (known_by, bundle));
  guint n, n_told;

  g_assert_true (told != bundle);
  g_assert_true (whence_bundle_get_original (told) == bundle);
  g_assert_true (whence_bundle_get_original (bundle) == bundle);
  g_assert_false (whence_bundle_has_same_records (told, other));
  g_assert_cmpuint (whence_bundle_find_fact (told, "f"), ==, 0);
  g_assert_true (whence_bundle_get_entity_facts (told, 1, &n_told)
                 == whence_bundle_get_entity_facts (bundle, 1, &n));
  g_assert_true (whence_bundle_get_source_facts (told, 0, &n_told)
                 == whence_bundle_get_source_facts (bundle, 0, &n));
  g_assert_cmpuint (n_told, ==, n);
  g_assert_true (whence_known_by_get_bundle (NULL, bundle) == bundle);
  /* It stays when everything else is gone. */
  g_clear_pointer (&known_by, whence_known_by_unref);
  g_clear_pointer (&bundle, whence_bundle_unref);
  g_autofree char *title = whence_bundle_describe_fact (told, 0);
  g_assert_cmpstr (title, ==, "Ownership: Ann → Bee");
}

/* Of many values the first ones are weighed; whoever disputes does not crowd them out. */
static void
test_many (void)
{
  g_autoptr (GString) citations = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (citations, "{\"source\":\"jun\",\"share\":\"0.%04u\"%s},", 1 + i,
                            i < 2000 ? AGAINST : "");
  g_string_append (citations, LATER);
  g_autoptr (WhenceBundle) bundle = read_fact (SHARE ("0.49"), citations->str);
  g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (bundle, BY, NULL);
  WhenceFact fact;

  whence_bundle_get_fact (whence_known_by_get_bundle (known_by, bundle), 0, &fact);
  g_autofree char *share = whence_decimal_to_text (fact.share);
  g_assert_cmpstr (share, ==, "0.2001");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-records/values", test_values);
  g_test_add_func ("/known-records/evidence", test_evidence);
  g_test_add_func ("/known-records/same-records", test_same_records);
  g_test_add_func ("/known-records/lives", test_lives);
  g_test_add_func ("/known-records/many", test_many);
  return g_test_run ();
}
