/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who says what of a fact, and what of it cannot be true together: a table of small facts, and the shipped
 * story of sources that contradict one another. */
#include "model/readings.h"

#include <string.h>

#include "read-text.h"

static WhenceBundle *
read_fact (const char *members)
{
  g_autofree char *text = g_strdup_printf (
    "{\"whence\":1,\"sources\":[{\"id\":\"p\",\"title\":\"P\",\"publisher\":\"Post\"},"
    "{\"id\":\"q\",\"title\":\"Q\"},{\"id\":\"r\",\"title\":\"R\"},{\"id\":\"t\",\"title\":"
    "\"T\"},{\"id\":\"u\",\"title\":\"U\"}],\"facts\":[{\"id\":\"f\",\"type\":\"valuation\",%s}]}",
    members);
  return read_text (text);
}

#define OWN(date) "\"date\":\"" date "\",\"citations\":["
#define SAYS(source, date) "{\"source\":\"" source "\",\"date\":\"" date "\"}"
#define SILENT(source) "{\"source\":\"" source "\"}"

/* @dates: how many are drawn; @words: what is said of them, or NULL where none contradict. */
static const struct
{
  const char *members;
  guint n_values, n_dates;
  gboolean disputed;
  const char *words;
} cases[] = {
  { OWN ("2024") SILENT ("p") "," SILENT ("q") "]", 0, 1, FALSE, NULL },
  { OWN ("2024") SAYS ("p", "2024-05") "]", 2, 1, FALSE, NULL },
  { OWN ("2024") SAYS ("p", "2025") "]", 2, 2, FALSE, "2024: the record itself\n2025: Post" },
  { OWN ("2024") SILENT ("q") "," SAYS ("p", "2025") "]", 2, 2, TRUE, "2024: Q\n2025: Post" },
  { OWN ("2024") SAYS ("p", "2024-05") "," SAYS ("q", "2024-09") "]", 3, 3, TRUE,
    "May 2024: Post\nSeptember 2024: Q" },
  { OWN ("2024") SAYS ("p", "2025") "," SAYS ("q", "2025") "]", 2, 2, FALSE,
    "2024: the record itself\n2025: Post, Q" },
  { "\"citations\":[" SAYS ("p", "2024") "," SAYS ("q", "2025") "]", 2, 0, TRUE, "2024: Post\n2025: Q" },
  { "\"citations\":[" SAYS ("p", "2024") "," SILENT ("q") "]", 0, 0, FALSE, NULL },
  { OWN ("2020") SAYS ("p", "2021") "," SAYS ("q", "2021") "," SAYS ("r", "2021") "," SAYS ("t", "2021") "]",
    2, 2, FALSE, "2020: the record itself\n2021: Post, Q, R, …" },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WhenceBundle) bundle = read_fact (cases[i].members);
      g_autoptr (WhenceReadings) readings = whence_readings_new (bundle, 0, WHENCE_ASPECT_DATE, NULL);
      g_autofree char *words = whence_readings_describe (bundle, 0, WHENCE_ASPECT_DATE, NULL);
      const WhenceDate *dates[8];
      guint n_dates = whence_readings_list_dates (bundle, 0, NULL, dates, G_N_ELEMENTS (dates));

      g_test_message ("%s", cases[i].members);
      g_assert_cmpuint (readings != NULL ? readings->values->len : 0, ==, cases[i].n_values);
      g_assert_cmpuint (n_dates, ==, cases[i].n_dates);
      g_assert_cmpint (whence_readings_find_conflicts (bundle, 0, NULL) == WHENCE_CONFLICT_DATE, ==,
                       cases[i].disputed);
      g_assert_cmpstr (words, ==, cases[i].words);
      if (n_dates > 0)
        g_assert_true (dates[0] == whence_bundle_get_fact_date (bundle, 0));
      g_assert_cmpuint (whence_readings_list_dates (bundle, 0, NULL, dates, 1), ==, MIN (n_dates, 1));
    }
}

/* The readings that agree, and which of two is the coarser. */
static void
test_containing (void)
{
  g_autoptr (WhenceBundle) bundle = read_fact (
    "\"date\":\"2024-05\",\"amount\":{\"value\":13800000000,\"currency\":\"USD\"},\"citations\":[{\"source\":"
    "\"p\"},{\"source\":\"q\",\"date\":\"2024\",\"amount\":{\"value\":14000000000,\"currency\":\"USD\","
    "\"approximate\":true}}]");
  for (guint aspect = WHENCE_ASPECT_DATE; aspect <= WHENCE_ASPECT_AMOUNT; aspect++)
    {
      g_autoptr (WhenceReadings) readings = whence_readings_new (bundle, 0, (WhenceAspect) aspect, NULL);
      g_assert_cmpuint (readings->values->len, ==, 2);
      g_assert_cmpint (whence_readings_compare (readings, 0, 1), ==, WHENCE_AGREEMENT_COMPATIBLE);
      g_assert_true (whence_readings_contains (readings, 1, 0));
      g_assert_false (whence_readings_contains (readings, 0, 1));
    }
  g_assert_cmpuint (whence_readings_find_conflicts (bundle, 0, NULL), ==, 0);
  g_assert_null (whence_readings_new (bundle, 0, WHENCE_ASPECT_SHARE, NULL));
}

/* --- The shipped story --- */

static const struct
{
  const char *fact;
  guint conflicts;
} promises[] = {
  { "founded", 0 },
  { "valuation", 0 },
  { "sale", WHENCE_CONFLICT_DATE | WHENCE_CONFLICT_AMOUNT | WHENCE_CONFLICT_SHARE | WHENCE_CONFLICT_STANCE },
  { "haan-adviser", WHENCE_CONFLICT_DATE | WHENCE_CONFLICT_AMOUNT },
  { "vote", WHENCE_CONFLICT_DATE },
  { "inquiry-opened", WHENCE_CONFLICT_DATE },
  { "dinner", WHENCE_CONFLICT_DATE },
  { "seat", WHENCE_CONFLICT_STANCE },
  { "charged", 0 },
};

static void
test_story (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "who-sold-the-harbour.facts.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (WhenceBundle) bundle = NULL;
  guint supports = 0;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bundle = read_sound_text (text);
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      guint32 fact = whence_bundle_find_fact (bundle, promises[i].fact);
      g_test_message ("%s", promises[i].fact);
      g_assert_cmpuint (fact, !=, WHENCE_NONE);
      g_assert_cmpuint (whence_evidence_for_fact (bundle, fact).conflicts, ==, promises[i].conflicts);
    }
  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle); fact++)
    supports |= 1u << whence_evidence_for_fact (bundle, fact).support;
  g_assert_cmpuint (supports, ==, 0xF);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readings/dates", test_dates);
  g_test_add_func ("/readings/containing", test_containing);
  g_test_add_func ("/readings/story", test_story);
  return g_test_run ();
}
