/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review as a table: small bundles, and what an editor is told of each. */
#include <string.h>

#include "model/review.h"

#include "model/reader.h"

static const char header[] =
  "{\"whence\":1,"
  "\"sources\":[{\"id\":\"s1\",\"title\":\"One\",\"publisher\":\"A\",\"url\":\"https://news.org/1\"},"
  "{\"id\":\"s2\",\"title\":\"Two\",\"publisher\":\"B\"}],"
  "\"entities\":[{\"id\":\"ann\",\"type\":\"person\",\"name\":\"Ann\"},"
  "{\"id\":\"bob\",\"type\":\"person\",\"name\":\"Bob\",\"date\":\"1900/1950-03\"},"
  "{\"id\":\"co\",\"type\":\"company\",\"name\":\"Co\",\"citations\":[{\"source\":\"s1\"},{\"source\":\"s2\"}"
  "]},"
  "{\"id\":\"old\",\"type\":\"company\",\"name\":\"Old\",\"date\":\"1980/..\"}],"
  "\"facts\":[";

/* Well sourced, unless a case says otherwise. */
#define SOURCED ",\"citations\":[{\"source\":\"s1\"},{\"source\":\"s2\"}]}"

static const struct
{
  const char *facts;
  const char *expected; /* "code:id code:id" */
} cases[] = {
  { "", "" },
  { "{\"id\":\"f\",\"type\":\"other\",\"subject\":\"ann\"" SOURCED, "" },
  { "{\"id\":\"f\",\"type\":\"other\",\"subject\":\"ann\"}", "unsourced:f" },
  { "{\"id\":\"f\",\"type\":\"other\",\"subject\":\"ann\",\"citations\":[{\"source\":\"s1\"}]}",
    "single-source:f" },
  { "{\"id\":\"f\",\"type\":\"other\",\"subject\":\"ann\",\"citations\":[{\"source\":\"s1\"},{\"source\":"
    "\"s2\","
    "\"stance\":\"disputes\"}]}",
    "disputed:f" },
  /* The faulty member is passed over; the fact stays. */
  { "{\"id\":\"f\",\"type\":\"other\",\"subject\":\"ann\",\"date\":\"2020/2010\"" SOURCED,
    "end-before-start:-" },
  /* Money before the founding: only what no reading allows. */
  { "{\"id\":\"b\",\"type\":\"founding\",\"subject\":\"ann\",\"object\":\"co\",\"date\":\"2016\"" SOURCED
    ",{\"id\":\"f\",\"type\":\"investment\",\"subject\":\"ann\",\"object\":\"co\",\"date\":\"2015-12-"
    "31\"" SOURCED,
    "payment-before-founding:f" },
  { "{\"id\":\"b\",\"type\":\"founding\",\"subject\":\"ann\",\"object\":\"co\",\"date\":\"2016\"" SOURCED
    ",{\"id\":\"f\",\"type\":\"investment\",\"subject\":\"ann\",\"object\":\"co\",\"date\":\"2016\"" SOURCED,
    "" },
  { "{\"id\":\"b\",\"type\":\"founding\",\"subject\":\"ann\",\"object\":\"co\",\"date\":\"2016~\"" SOURCED
    ",{\"id\":\"f\",\"type\":\"investment\",\"subject\":\"ann\",\"object\":\"co\",\"date\":\"2015\"" SOURCED,
    "" },
  { "{\"id\":\"b\",\"type\":\"founding\",\"subject\":\"co\",\"date\":\"2016\"" SOURCED
    ",{\"id\":\"f\",\"type\":\"contract\",\"subject\":\"ann\",\"object\":\"co\",\"date\":\"2001/"
    "2003\",\"amount\":"
    "{\"value\":1,\"currency\":\"USD\"}" SOURCED,
    "payment-before-founding:f" },
  { "{\"id\":\"f\",\"type\":\"acquisition\",\"subject\":\"ann\",\"object\":\"old\",\"date\":\"1979-"
    "12\"" SOURCED,
    "payment-before-founding:f" },
  { "{\"id\":\"f\",\"type\":\"acquisition\",\"subject\":\"ann\",\"object\":\"old\",\"date\":\"1979-12\","
    "\"negated\":"
    "true" SOURCED,
    "" },
  { "{\"id\":\"f\",\"type\":\"acquisition\",\"subject\":\"ann\",\"object\":\"old\"" SOURCED, "" },
  /* Roles after a death, by a fact or by the dates of a life. */
  { "{\"id\":\"f\",\"type\":\"employment\",\"subject\":\"bob\",\"object\":\"co\",\"date\":\"1951\"" SOURCED,
    "role-after-death:f" },
  { "{\"id\":\"f\",\"type\":\"employment\",\"subject\":\"bob\",\"object\":\"co\",\"date\":\"1950\"" SOURCED,
    "" },
  { "{\"id\":\"f\",\"type\":\"employment\",\"subject\":\"bob\",\"object\":\"co\",\"date\":\"1940/"
    "..\"" SOURCED,
    "role-after-death:f" },
  { "{\"id\":\"f\",\"type\":\"employment\",\"subject\":\"bob\",\"object\":\"co\",\"date\":\"1940/\"" SOURCED,
    "" },
  { "{\"id\":\"f\",\"type\":\"board-seat\",\"subject\":\"bob\",\"object\":\"co\",\"date\":\"1940/"
    "1960\"" SOURCED,
    "role-after-death:f" },
  { "{\"id\":\"d\",\"type\":\"death\",\"subject\":\"ann\",\"date\":\"2001-02\"" SOURCED
    ",{\"id\":\"f\",\"type\":\"membership\",\"subject\":\"ann\",\"object\":\"co\",\"date\":\"2001-03/"
    "2002\"" SOURCED,
    "role-after-death:f" },
  { "{\"id\":\"d\",\"type\":\"death\",\"subject\":\"ann\",\"date\":\"2001-02\",\"status\":\"denied\"" SOURCED
    ",{\"id\":\"f\",\"type\":\"membership\",\"subject\":\"ann\",\"object\":\"co\",\"date\":\"2001-03/"
    "2002\"" SOURCED,
    "" },
};

static WhenceBundle *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  WhenceBundle *bundle = whence_reader_read_text (text, strlen (text), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

static char *
list_findings (const GPtrArray *findings, const WhenceBundle *bundle)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const WhenceFinding *finding = g_ptr_array_index (findings, i);
      const char *id = whence_finding_get_id (finding, bundle);
      g_assert_cmpstr (finding->message, !=, "");
      g_string_append_printf (list, "%s%s:%s", i > 0 ? " " : "", whence_review_kind_name (finding->kind),
                              id != NULL ? id : "-");
    }
  return g_string_free (list, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (header, cases[i].facts, "]}", NULL);
      g_autoptr (WhenceBundle) bundle = read_text (text);
      g_autoptr (GPtrArray) findings = whence_review_new (bundle, NULL);
      g_autofree char *found = list_findings (findings, bundle);

      g_test_message ("case %u", i);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_links (void)
{
  static const struct
  {
    const char *url;
    gboolean good;
  } links[] = {
    { "https://www.politico.eu/article/x?y=1#z", TRUE },
    { "http://93.184.216.34/", TRUE },
    { "https://[2606:2800:220:1::1]/", TRUE },
    { "HTTPS://NEWS.ORG", TRUE },
    { "https://müller.de/", TRUE },
    { "ftp://news.org/a", FALSE },
    { "javascript:alert(1)", FALSE },
    { "mailto:a@b.org", FALSE },
    { "www.news.org", FALSE },
    { "https://", FALSE },
    { "https://news", FALSE },
    { "https://news..org/", FALSE },
    { "https://example.com/a", FALSE },
    { "https://www.example.org/a", FALSE },
    { "https://notexample.org/a", TRUE },
    { "https://site.invalid/", FALSE },
    { "http://localhost:8000/", FALSE },
    { "http://192.168.0.4/", FALSE },
    { "http://127.0.0.1/", FALSE },
    { "http://[::1]/", FALSE },
    { "https://news.org/with blank", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\",\"url\":\"%s\"}]}",
        links[i].url);
      g_autoptr (WhenceBundle) bundle = read_text (text);
      g_autoptr (GPtrArray) findings = whence_review_new (bundle, NULL);
      g_test_message ("%s", links[i].url);
      g_assert_cmpuint (findings->len, ==, links[i].good ? 0 : 1);
    }
}

static void
test_sources (void)
{
  static const char text[] =
    "{\"whence\":1,\"sources\":[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\",\"derivedFrom\":"
    "[\"a\"]},"
    "{\"id\":\"c\",\"title\":\"C\"},{\"id\":\"d\",\"title\":\"D\"}],"
    "\"entities\":[{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\",\"citations\":[{\"source\":\"c\"}]}]}";
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (GPtrArray) findings = whence_review_new (bundle, NULL);
  g_autofree char *found = list_findings (findings, bundle);

  g_assert_cmpstr (found, ==, "uncited-source:b uncited-source:d");
}

static void
test_duplicates_lead_to_both (void)
{
  static const char text[] =
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"Scale AI\"},"
    "{\"id\":\"b\",\"type\":\"company\",\"name\":\"Scale AI, Inc.\"}]}";
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (GPtrArray) findings = whence_review_new (bundle, NULL);
  const WhenceFinding *finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->kind, ==, WHENCE_REVIEW_LIKELY_DUPLICATE);
  g_assert_cmpstr (whence_finding_get_id (finding, bundle), ==, "a");
  g_assert_cmpstr (whence_finding_get_other_id (finding, bundle), ==, "b");
}

static void
test_headings (void)
{
  for (guint i = 0; i < WHENCE_N_REVIEW_KINDS; i++)
    {
      g_assert_cmpstr (whence_review_kind_heading (i), !=, "");
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (whence_review_kind_name (i), !=, whence_review_kind_name (k));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/review/cases", test_cases);
  g_test_add_func ("/model/review/links", test_links);
  g_test_add_func ("/model/review/sources", test_sources);
  g_test_add_func ("/model/review/duplicates", test_duplicates_lead_to_both);
  g_test_add_func ("/model/review/headings", test_headings);
  return g_test_run ();
}
