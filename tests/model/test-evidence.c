/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What citations are worth: small bundles, one fact each, and what is said about it. */
#include "model/evidence.h"

#include <string.h>

#include "read-text.h"

/* Who published what, and what rests on what: a ring of three, a chain, and two that copy the same report. */
#define SOURCES                                                                                              \
  "[{\"id\":\"times\",\"title\":\"t\",\"publisher\":\"The Times\"},"                                         \
  "{\"id\":\"times2\",\"title\":\"t\",\"publisher\":\" the TIMES \"},"                                       \
  "{\"id\":\"post\",\"title\":\"t\",\"publisher\":\"Post\"},"                                                \
  "{\"id\":\"wire\",\"title\":\"t\",\"publisher\":\"Wire\"},"                                                \
  "{\"id\":\"blog\",\"title\":\"t\",\"publisher\":\"Blog\",\"derivedFrom\":[\"copy\"]},"                     \
  "{\"id\":\"copy\",\"title\":\"t\",\"publisher\":\"Copy\",\"derivedFrom\":[\"wire\"]},"                     \
  "{\"id\":\"echo\",\"title\":\"t\",\"publisher\":\"Echo\",\"derivedFrom\":[\"wire\"]},"                     \
  "{\"id\":\"ring1\",\"title\":\"t\",\"publisher\":\"Ring 1\",\"derivedFrom\":[\"ring2\"]},"                 \
  "{\"id\":\"ring2\",\"title\":\"t\",\"publisher\":\"Ring 2\",\"derivedFrom\":[\"ring3\"]},"                 \
  "{\"id\":\"ring3\",\"title\":\"t\",\"publisher\":\"Ring 3\",\"derivedFrom\":[\"ring1\"]},"                 \
  "{\"id\":\"self\",\"title\":\"t\",\"publisher\":\"Self\",\"derivedFrom\":[\"self\"]},"                     \
  "{\"id\":\"anon\",\"title\":\"t\"},{\"id\":\"anon2\",\"title\":\"t\"},{\"id\":\"blank\",\"title\":\"t\","  \
  "\"publisher\":\"  \"}]"

static WhenceBundle *
read_fact (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"whence\":1,\"sources\":" SOURCES ",\"entities\":[],\"facts\":"
                                           "[{\"id\":\"f\",\"type\":\"valuation\"%s}]}",
                                           members);

  return read_sound_text (text);
}

/* @sources is a list separated by commas, @members what the fact says itself. */
static char *
cite (const char *members, const char *sources)
{
  g_auto (GStrv) ids = g_strsplit (sources, ",", -1);
  GString *text = g_string_new (members);

  g_string_append (text, ",\"citations\":[");
  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (text, "%s{\"source\":\"%s\"}", i > 0 ? "," : "", ids[i]);
  g_string_append (text, "]");
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *sources;
  WhenceSupport support;
  guint n_sources, n_independent;
  const char *text;
} supports[] = {
  { "", WHENCE_SUPPORT_UNSOURCED, 0, 0, "No source" },
  { "times", WHENCE_SUPPORT_SINGLE, 1, 1, "One source" },
  { "times,times", WHENCE_SUPPORT_SINGLE, 1, 1, "One source" },
  { "anon", WHENCE_SUPPORT_SINGLE, 1, 1, "One source" },
  { "anon,anon2", WHENCE_SUPPORT_SINGLE, 2, 1, "Two sources, not known to be independent" },
  { "anon,times", WHENCE_SUPPORT_SINGLE, 2, 1, "Two sources, not known to be independent" },
  { "blank,times", WHENCE_SUPPORT_SINGLE, 2, 1, "Two sources, not known to be independent" },
  { "times,times2", WHENCE_SUPPORT_SINGLE, 2, 1, "Two sources, not known to be independent" },
  { "times,post", WHENCE_SUPPORT_CORROBORATED, 2, 2, "Two independent sources" },
  { "times,self", WHENCE_SUPPORT_CORROBORATED, 2, 2, "Two independent sources" },
  { "times,post,wire", WHENCE_SUPPORT_CORROBORATED, 3, 3, "Three independent sources" },
  { "times,post,anon", WHENCE_SUPPORT_CORROBORATED, 3, 2, "3 sources, 2 of them independent" },
  { "times,post,wire,self", WHENCE_SUPPORT_CORROBORATED, 4, 4, "4 independent sources" },
  { "wire,copy", WHENCE_SUPPORT_SINGLE, 2, 1, "Two sources, not known to be independent" },
  { "wire,blog", WHENCE_SUPPORT_SINGLE, 2, 1, "Two sources, not known to be independent" },
  { "blog,wire", WHENCE_SUPPORT_SINGLE, 2, 1, "Two sources, not known to be independent" },
  { "copy,echo", WHENCE_SUPPORT_SINGLE, 2, 1, "Two sources, not known to be independent" },
  { "copy,echo,times", WHENCE_SUPPORT_CORROBORATED, 3, 2, "3 sources, 2 of them independent" },
  { "ring1,ring2,ring3", WHENCE_SUPPORT_SINGLE, 3, 1, "Three sources, not known to be independent" },
  { "ring1,times", WHENCE_SUPPORT_CORROBORATED, 2, 2, "Two independent sources" },
  { "wire,copy,echo,blog", WHENCE_SUPPORT_SINGLE, 4, 1, "4 sources, not known to be independent" },
};

static void
test_support (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (supports); i++)
    {
      g_autofree char *members =
        supports[i].sources[0] != '\0' ? cite ("", supports[i].sources) : g_strdup ("");
      g_autoptr (WhenceBundle) bundle = read_fact (members);
      WhenceEvidence evidence = whence_evidence_for_fact (bundle, 0);
      g_autofree char *text = whence_evidence_to_text (evidence);

      g_test_message ("%s", supports[i].sources);
      g_assert_cmpint (evidence.support, ==, supports[i].support);
      g_assert_cmpuint (evidence.n_sources, ==, supports[i].n_sources);
      g_assert_cmpuint (evidence.n_independent, ==, supports[i].n_independent);
      g_assert_cmpuint (evidence.conflicts, ==, 0);
      g_assert_cmpstr (text, ==, supports[i].text);
    }
}

static void
test_independence_is_symmetric (void)
{
  g_autoptr (WhenceBundle) bundle = read_fact ("");
  guint n = whence_bundle_get_n_sources (bundle);

  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++)
      g_assert_cmpint (whence_sources_are_independent (bundle, a, b), ==,
                       whence_sources_are_independent (bundle, b, a));
  for (guint32 a = 0; a < n; a++)
    g_assert_false (whence_sources_are_independent (bundle, a, a));
}

#define USD(value) "\"amount\":{\"value\":" value ",\"currency\":\"USD\"}"
#define ABOUT(value) "\"amount\":{\"value\":" value ",\"currency\":\"USD\",\"approximate\":true}"
#define EUR(value) "\"amount\":{\"value\":" value ",\"currency\":\"EUR\"}"

#define STANCE WHENCE_CONFLICT_STANCE
#define DATE WHENCE_CONFLICT_DATE
#define AMOUNT WHENCE_CONFLICT_AMOUNT
#define SHARE WHENCE_CONFLICT_SHARE

/* The fact's own members, then what the Times and the Post say. */
static const struct
{
  const char *fact, *times, *post;
  guint conflicts;
  const char *text;
} disputes[] = {
  { "", "", "", 0, "Two independent sources" },
  { "", ",\"stance\":\"disputes\"", "", STANCE, "Disputed by a source" },
  { "", ",\"stance\":\"disputes\"", ",\"stance\":\"disputes\"", STANCE, "Disputed by a source" },
  { ",\"date\":\"2024-05\"", "", ",\"date\":\"2024\"", 0, "Two independent sources" },
  { ",\"date\":\"2024-05\"", "", ",\"date\":\"2024-06\"", DATE, "Disputed: date" },
  { ",\"date\":\"2024-05\"", "", ",\"date\":\"2024-06~\"", 0, "Two independent sources" },
  { "", ",\"date\":\"2024-05\"", "", 0, "Two independent sources" },
  { "", ",\"date\":\"2024-05\"", ",\"date\":\"2023\"", DATE, "Disputed: date" },
  { "," USD ("14e9"), "", "", 0, "Two independent sources" },
  { "," USD ("14e9"), "", "," ABOUT ("14.3e9"), 0, "Two independent sources" },
  { "," USD ("14e9"), "", "," USD ("14.3e9"), AMOUNT, "Disputed: amount" },
  { "," USD ("14e9"), "", "," EUR ("14.3e9"), 0, "Two independent sources" },
  { "", "," USD ("1"), "," USD ("2"), AMOUNT, "Disputed: amount" },
  { ",\"share\":\"0.49\"", "", ",\"share\":\"0.490\"", 0, "Two independent sources" },
  { ",\"share\":\"0.49\"", "", ",\"share\":\"0.5\"", SHARE, "Disputed: share" },
  { ",\"date\":\"2024\"," USD ("1"), "", ",\"date\":\"2025\"," USD ("2"), DATE | AMOUNT,
    "Disputed: date and amount" },
  { ",\"date\":\"2024\",\"share\":\"0.49\"," USD ("1"), "", ",\"date\":\"2025\",\"share\":\"0.5\"," USD ("2"),
    DATE | AMOUNT | SHARE, "Disputed: date, amount and share" },
  { ",\"share\":\"0.49\"", ",\"stance\":\"disputes\"", ",\"share\":\"0.5\"", STANCE | SHARE,
    "Disputed by a source, and sources disagree: share" },
};

static void
test_disputes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (disputes); i++)
    {
      g_autofree char *members =
        g_strdup_printf ("%s,\"citations\":[{\"source\":\"times\"%s},{\"source\":\"post\"%s}]",
                         disputes[i].fact, disputes[i].times, disputes[i].post);
      g_autoptr (WhenceBundle) bundle = read_fact (members);
      WhenceEvidence evidence = whence_evidence_for_fact (bundle, 0);
      WhenceComparison pair = whence_evidence_compare (bundle, 0, 0, 1);
      g_autofree char *text = whence_evidence_to_text (evidence);

      g_test_message ("%s", members);
      g_assert_cmpuint (evidence.conflicts, ==, disputes[i].conflicts);
      g_assert_cmpstr (text, ==, disputes[i].text);
      g_assert_cmpint (pair.date == WHENCE_AGREEMENT_CONFLICT, ==, (disputes[i].conflicts & DATE) != 0);
      g_assert_cmpint (pair.amount == WHENCE_AGREEMENT_CONFLICT, ==, (disputes[i].conflicts & AMOUNT) != 0);
      g_assert_cmpint (pair.share == WHENCE_AGREEMENT_CONFLICT, ==, (disputes[i].conflicts & SHARE) != 0);
    }
}

/* Two that agree with the one in the middle need not agree with each other. */
static void
test_agreement_is_not_transitive (void)
{
  g_autoptr (WhenceBundle) bundle =
    read_fact (",\"citations\":[{\"source\":\"times\",\"date\":\"2024\"},"
               "{\"source\":\"post\",\"date\":\"2024-05\"},{\"source\":\"wire\",\"date\":\"2024-06\"}]");

  g_assert_cmpuint (whence_evidence_for_fact (bundle, 0).conflicts, ==, DATE);
}

static void
test_dissent (void)
{
  g_autoptr (WhenceBundle) bundle =
    read_fact (",\"citations\":[{\"source\":\"times\"},{\"source\":\"post\",\"stance\":\"disputes\"}]");
  WhenceEvidence evidence = whence_evidence_for_fact (bundle, 0);

  g_assert_cmpuint (evidence.n_sources, ==, 1);
  g_assert_cmpint (evidence.support, ==, WHENCE_SUPPORT_DISPUTED);
}

static void
test_labels_differ (void)
{
  for (WhenceSupport a = WHENCE_SUPPORT_UNSOURCED; a <= WHENCE_SUPPORT_DISPUTED; a++)
    for (WhenceSupport b = WHENCE_SUPPORT_UNSOURCED; b < a; b++)
      g_assert_cmpstr (whence_support_label (a), !=, whence_support_label (b));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/support", test_support);
  g_test_add_func ("/evidence/independence-is-symmetric", test_independence_is_symmetric);
  g_test_add_func ("/evidence/disputes", test_disputes);
  g_test_add_func ("/evidence/agreement-is-not-transitive", test_agreement_is_not_transitive);
  g_test_add_func ("/evidence/dissent", test_dissent);
  g_test_add_func ("/evidence/labels-differ", test_labels_differ);
  return g_test_run ();
}
