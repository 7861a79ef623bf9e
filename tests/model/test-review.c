/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review as a table: small bundles, and what an editor is told of each. */
#include <string.h>

#include "model/review.h"

#include "read-text.h"

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
    "end-before-start:f" },
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

static char *
list_findings (const WhenceReview *review)
{
  const WhenceBundle *bundle = whence_review_get_bundle (review);
  GString *list = g_string_new (NULL);
  guint n;

  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    {
      const WhenceFinding *findings = whence_review_get_findings (review, kind, &n);
      for (guint i = 0; i < n; i++)
        {
          const char *id = whence_finding_get_id (&findings[i], bundle);
          g_autofree char *matter = whence_finding_describe (&findings[i], review);

          g_assert_cmpint (findings[i].kind, ==, kind);
          g_assert_cmpstr (matter, !=, "");
          g_string_append_printf (list, "%s%s:%s", list->len > 0 ? " " : "", whence_review_kind_name (kind),
                                  id != NULL ? id : "-");
        }
    }
  return g_string_free (list, FALSE);
}

static WhenceReview *
review_text (const char *text)
{
  g_autoptr (WhenceBundle) bundle = read_text (text);

  return whence_review_new (bundle, NULL, NULL, NULL, NULL);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (header, cases[i].facts, "]}", NULL);
      g_autoptr (WhenceReview) review = review_text (text);
      g_autofree char *found = list_findings (review);

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
      g_autoptr (WhenceReview) review = review_text (text);
      g_test_message ("%s", links[i].url);
      g_assert_cmpuint (whence_review_get_n_findings (review), ==, links[i].good ? 0 : 1);
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
  g_autoptr (WhenceReview) review = review_text (text);
  g_autofree char *found = list_findings (review);

  g_assert_cmpstr (found, ==, "uncited-source:b uncited-source:d");
}

static void
test_duplicates_lead_to_both (void)
{
  static const char text[] =
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"Scale AI\"},"
    "{\"id\":\"b\",\"type\":\"company\",\"name\":\"Scale AI, Inc.\"}]}";
  g_autoptr (WhenceReview) review = review_text (text);
  const WhenceFinding *finding;
  guint n;

  g_assert_cmpuint (whence_review_get_n_findings (review), ==, 1);
  finding = whence_review_get_findings (review, WHENCE_REVIEW_LIKELY_DUPLICATE, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (whence_finding_get_id (finding, whence_review_get_bundle (review)), ==, "a");
  g_assert_cmpstr (whence_finding_get_other_id (finding, whence_review_get_bundle (review)), ==, "b");
}

/* Where a fault of a date leads, when the record around it is used, and when it is not. */
static void
test_faulty_dates (void)
{
  static const char text[] =
    "{\"whence\":1,\"facts\":[{\"type\":\"other\",\"date\":\"2020/2010\"},{\"id\":\"f\",\"type\":\"other\"},"
    "{\"id\":\"g\",\"type\":\"other\",\"date\":\"2020/2010\"}],"
    "\"entities\":[{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\",\"date\":\"2020/2010\"}]}";
  g_autoptr (WhenceReview) review = review_text (text);
  g_autofree char *found = list_findings (review);

  g_assert_nonnull (strstr (found, "end-before-start:g"));
  g_assert_nonnull (strstr (found, "end-before-start:e"));
  g_assert_null (strstr (found, "end-before-start:f"));
}

static void
on_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_cancel (void)
{
  g_autoptr (WhenceBundle) bundle =
    read_text ("{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"other\"}]}");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (WhenceReview) review = NULL;
  double last = 0;

  review = whence_review_new (bundle, NULL, on_progress, &last, cancellable);
  g_assert_cmpuint (whence_review_get_n_findings (review), ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (whence_review_new (bundle, NULL, on_progress, &last, cancellable));
}

/* Everything that is found is in the text, under its heading. */
static void
test_text (void)
{
  static const char text[] =
    "{\"whence\":1,\"facts\":[{\"id\":\"f1\",\"type\":\"other\"},{\"id\":\"f2\",\"type\":\"other\",\"title\":"
    "\"Rain\"}]}";
  g_autoptr (WhenceReview) review = review_text (text);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    whence_review_append_text (review, kind, all);
  g_assert_true (g_str_has_prefix (all->str, "Facts without a source · 2\n  f1\n"));
  g_assert_nonnull (strstr (all->str, "  f2\n    Rain\n"));
}

static void
test_headings (void)
{
  for (guint i = 0; i < WHENCE_N_REVIEW_KINDS; i++)
    {
      g_assert_cmpstr (whence_review_kind_heading (i), !=, "");
      g_assert_cmpstr (whence_review_kind_advice (i), !=, "");
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (whence_review_kind_name (i), !=, whence_review_kind_name (k));
    }
}

/* --- What was known by a date --------------------------------------------------------------------- */

/* Each shows what is found by 2024, and what at all. */
static const struct
{
  const char *records; /* beside the sources early and later */
  const char *then, *now;
} known_cases[] = {
  /* The dispute comes later; so does the second source. */
  { "\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"citations\":[{\"source\":\"early\"},"
    "{\"source\":\"later\",\"stance\":\"disputes\"}]}]",
    "single-source:f", "disputed:f" },
  { "\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"citations\":[{\"source\":\"early\"},"
    "{\"source\":\"later\"}]}]",
    "single-source:f", "" },
  /* What nobody had said yet needs no source. */
  { "\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"citations\":[{\"source\":\"early\"},{\"source\":\"later\"}"
    "]},"
    "{\"id\":\"g\",\"type\":\"other\",\"date\":\"2025\"}]",
    "single-source:f", "unsourced:g" },
  /* Only the later source is not cited, or the earlier one by later facts alone. */
  { "\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"citations\":[{\"source\":\"early\"}]}]", "single-source:f",
    "single-source:f uncited-source:later" },
  { "\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"citations\":[{\"source\":\"later\"},{\"source\":\"early\","
    "\"stance\":\"disputes\"}]}]",
    "uncited-source:early", "disputed:f" },
  /* The founding, and the death, become known later. */
  { "\"entities\":[{\"id\":\"c\",\"type\":\"company\",\"name\":\"C\"},{\"id\":\"p\",\"type\":\"person\","
    "\"name\":\"P\"}],"
    "\"facts\":[{\"id\":\"f\",\"type\":\"investment\",\"subject\":\"p\",\"object\":\"c\",\"date\":\"2001\","
    "\"citations\":[{\"source\":\"early\"},{\"source\":\"later\"}]},"
    "{\"id\":\"g\",\"type\":\"founding\",\"object\":\"c\",\"date\":\"2010\",\"citations\":[{\"source\":"
    "\"later\"}]}]",
    "single-source:f", "single-source:g payment-before-founding:f" },
  { "\"entities\":[{\"id\":\"c\",\"type\":\"company\",\"name\":\"C\"},{\"id\":\"p\",\"type\":\"person\","
    "\"name\":\"P\","
    "\"date\":\"1950/2001\",\"citations\":[{\"source\":\"later\"}]}],"
    "\"facts\":[{\"id\":\"f\",\"type\":\"employment\",\"subject\":\"p\",\"object\":\"c\",\"date\":\"2005/"
    "2010\","
    "\"citations\":[{\"source\":\"early\"},{\"source\":\"later\"}]}]",
    "single-source:f", "role-after-death:f" },
  /* The double turns up later; or what ties the two. */
  { "\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"Scale "
    "AI\",\"citations\":[{\"source\":\"early\"}]},"
    "{\"id\":\"b\",\"type\":\"company\",\"name\":\"Scale AI, "
    "Inc.\",\"citations\":[{\"source\":\"later\"}]}],\"facts\":[]",
    "", "likely-duplicate:a" },
  { "\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"Scale "
    "AI\",\"citations\":[{\"source\":\"early\"}]},"
    "{\"id\":\"b\",\"type\":\"company\",\"name\":\"Scale AI, Inc.\",\"citations\":[{\"source\":\"early\"}]}],"
    "\"facts\":[{\"id\":\"f\",\"type\":\"ownership\",\"subject\":\"a\",\"object\":\"b\","
    "\"citations\":[{\"source\":\"later\"}]}]",
    "likely-duplicate:a", "single-source:f" },
  /* A link of somebody of whom only later sources tell. */
  { "\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"A\",\"url\":\"ftp://a/\","
    "\"citations\":[{\"source\":\"later\"}]},{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\",\"url\":\"ftp:"
    "//b/\","
    "\"citations\":[{\"source\":\"early\"}]}],\"facts\":[]",
    "bad-link:b", "bad-link:a bad-link:b" },
  /* A date that is passed over, of a later fact. */
  { "\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"date\":\"2002/"
    "2001\",\"citations\":[{\"source\":\"later\"},"
    "{\"source\":\"early\",\"stance\":\"disputes\"}]}]",
    "uncited-source:early", "disputed:f end-before-start:f" },
};

static void
test_known_by (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_cases); i++)
    {
      g_autofree char *text =
        g_strconcat ("{\"whence\":1,\"sources\":[{\"id\":\"early\",\"title\":\"E\",\"publisher\":\"E\","
                     "\"published\":\"2023\"},"
                     "{\"id\":\"later\",\"title\":\"L\",\"publisher\":\"L\",\"published\":\"2025\"}],",
                     known_cases[i].records, "}", NULL);
      g_autoptr (WhenceBundle) bundle = read_text (text);
      g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (bundle, "2024", NULL);
      g_autoptr (WhenceReview) then = whence_review_new (bundle, known_by, NULL, NULL, NULL);
      g_autoptr (WhenceReview) now = whence_review_new (bundle, NULL, NULL, NULL, NULL);
      g_autofree char *found_then = list_findings (then), *found_now = list_findings (now);

      g_test_message ("case %u", i);
      g_assert_cmpstr (found_then, ==, known_cases[i].then);
      g_assert_cmpstr (found_now, ==, known_cases[i].now);
      g_assert_true (whence_review_get_known_by (then) == known_by);
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
  g_test_add_func ("/model/review/faulty-dates", test_faulty_dates);
  g_test_add_func ("/model/review/cancel", test_cancel);
  g_test_add_func ("/model/review/text", test_text);
  g_test_add_func ("/model/review/headings", test_headings);
  g_test_add_func ("/review/known-by", test_known_by);
  return g_test_run ();
}
