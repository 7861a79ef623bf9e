/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader: texts that are refused, and what is read from a well-formed bundle. */
#include "read-text.h"

/* --- Refusals ----------------------------------------------------------------------------------------- */

static const struct
{
  const char *text;
  WhenceReaderError code;
  const char *begins;
} refusals[] = {
  { "", WHENCE_READER_ERROR_NOT_JSON, "1:1: " },
  { " \n", WHENCE_READER_ERROR_NOT_JSON, "2:1: " },
  { "\xef\xbb\xbf", WHENCE_READER_ERROR_NOT_JSON, "1:1: " },
  { "null", WHENCE_READER_ERROR_NOT_A_BUNDLE, "1:1: " },
  { "[]", WHENCE_READER_ERROR_NOT_A_BUNDLE, "1:1: " },
  { "{}", WHENCE_READER_ERROR_NOT_A_BUNDLE, "1:1: " },
  { "{\"whence\":2}", WHENCE_READER_ERROR_NOT_A_BUNDLE, "1:11: " },
  { "{\"whence\":\"1\"}", WHENCE_READER_ERROR_NOT_A_BUNDLE, "1:11: " },
  { "{\"title\":\"x\",\n\"facts\":[]}", WHENCE_READER_ERROR_NOT_A_BUNDLE, "1:1: " },
  { "{\"whence\":1", WHENCE_READER_ERROR_NOT_JSON, "1:12: " },
  { "{\"whence\":1,}", WHENCE_READER_ERROR_NOT_JSON, "1:13: " },
  { "{\"whence\":1,\"facts\":[{\"id\":\"a\",", WHENCE_READER_ERROR_NOT_JSON, "1:32: " },
  { "{\"whence\":1,\"facts\":[{}", WHENCE_READER_ERROR_NOT_JSON, "1:24: " },
  { "{\"whence\":1,\n\"facts\":[{},\n  x]}", WHENCE_READER_ERROR_NOT_JSON, "3:3: " },
  { "{\"whence\":1} x", WHENCE_READER_ERROR_NOT_JSON, "1:14: " },
  { "{\"whence\":1}{\"fact\":{}}", WHENCE_READER_ERROR_NOT_JSON, "1:13: " },
  { "{\"whence\":1}\n{\"fact\":{\n}}", WHENCE_READER_ERROR_NOT_JSON, "2:10: " },
  { "{\"whence\":1}\n{\"fact\":{}} {}", WHENCE_READER_ERROR_NOT_JSON, "2:13: " },
  { "{\"whence\":1,\"title\":\"\\ud800\"}", WHENCE_READER_ERROR_NOT_JSON, "1:22: " },
  { "{\"whence\":01}", WHENCE_READER_ERROR_NOT_JSON, "1:11: " },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = strlen (refusals[i].text);
      g_autofree char *exact = g_memdup2 (refusals[i].text, length);

      g_test_message ("case %u", i);
      g_assert_null (whence_reader_read_text (exact, length, NULL, NULL, NULL, &error));
      g_assert_error (error, WHENCE_READER_ERROR, (int) refusals[i].code);
      g_assert_true (g_str_has_prefix (error->message, refusals[i].begins));
    }
}

static void
test_split_message (void)
{
  static const struct
  {
    const char *message, *sentence;
    guint line, column;
  } messages[] = {
    { "976002:59: A comma is missing", "A comma is missing", 976002, 59 },
    { "1:1: ", "", 1, 1 },
    { "It is 12:30: late", "It is 12:30: late", 0, 0 },
    { "12: late", "12: late", 0, 0 },
    { "12:30:late", "12:30:late", 0, 0 },
    { "0:30: late", "0:30: late", 0, 0 },
    { "99999999999:1: far", "99999999999:1: far", 0, 0 },
    { "", "", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      guint line = 7, column = 7;
      g_assert_cmpstr (whence_problem_split_message (messages[i].message, &line, &column), ==,
                       messages[i].sentence);
      g_assert_cmpuint (line, ==, messages[i].line);
      g_assert_cmpuint (column, ==, messages[i].column);
    }
}

static void
test_deep (void)
{
  enum
  {
    DEPTH = 100000
  };
  static const struct
  {
    const char *before;
    const char *begins;
  } deep[] = {
    { "", "1:65: " },
    { "{\"whence\":1,\"x\":", "1:80: " },
    { "{\"whence\":1,\"facts\":[", "1:84: " },
    { "{\"whence\":1}\n", "2:64: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (deep); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new (deep[i].before);

      for (guint j = 0; j < DEPTH; j++)
        g_string_append_c (text, '[');
      g_assert_null (whence_reader_read_text (text->str, text->len, NULL, NULL, NULL, &error));
      g_assert_error (error, WHENCE_READER_ERROR, WHENCE_READER_ERROR_TOO_DEEP);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, deep[i].begins));
    }
}

/* --- What is read ------------------------------------------------------------------------------------- */

static const char story[] =
  "{\"whence\":1,\"title\":\"T\",\"summary\":\"\",\"language\":\"de\","
  "\"sources\":[{\"id\":\"s1\",\"title\":\"One\",\"publisher\":\"P\",\"author\":\"Q\",\"url\":\"https://x\","
  "\"published\":\"2025-06-13\",\"accessed\":\"2025-07\",\"note\":\"n\"},{\"id\":\"s2\",\"title\":\"Two\","
  "\"derivedFrom\":[\"s1\"]}],"
  "\"entities\":[{\"id\":\"meta\",\"type\":\"company\",\"name\":\"Meta\",\"aliases\":[\"Facebook\",\"FB\"],"
  "\"citations\":[{\"source\":\"s2\"}]},"
  "{\"id\":\"scale\",\"type\":\"startup\",\"name\":\"Scale \\u00c4I\",\"date\":\"2016/..\"},"
  "{\"id\":\"wang\",\"type\":\"person\",\"name\":\"Wang\"}],"
  "\"facts\":[{\"id\":\"deal\",\"type\":\"investment\",\"date\":\"2025\",\"dateBasis\":\"inferred\","
  "\"subject\":\"meta\",\"object\":\"scale\","
  "\"participants\":[{\"entity\":\"wang\",\"role\":\"founder\"},{\"entity\":\"meta\"}],"
  "\"amount\":{\"value\":14300000000,\"currency\":\"USD\",\"approximate\":true},\"share\":\"0.49\","
  "\"status\":\"confirmed\","
  "\"quantities\":[{\"value\":1500,\"unit\":\"people\",\"of\":\"staff\",\"low\":1400}],\"negated\":true,"
  "\"related\":[{\"fact\":\"era\",\"relation\":\"part-of\"},{\"fact\":\"deal\"}],\"place\":\"here\",\"note\":"
  "\"why\",\"summary\":\"all\","
  "\"citations\":[{\"source\":\"s1\",\"quote\":\"q\",\"locator\":\"p. "
  "1\",\"attribution\":\"insiders\",\"stance\":\"disputes\","
  "\"date\":\"2024\",\"amount\":{\"value\":1,\"currency\":\"EUR\"},\"share\":\"0.5\"}]},"
  "{\"id\":\"era\",\"type\":\"my-era\",\"title\":\"Era\"}],"
  "\"types\":{\"facts\":{\"my-era\":{\"label\":\"An "
  "era\",\"kind\":\"state\",\"directed\":false,\"color\":\"#aabbcc\"},"
  "\"investment\":{\"label\":\"Money\"},\"unused\":{}},\"entities\":{\"startup\":{\"label\":\"Start-up\"}}},"
  "\"view\":{\"positions\":{\"wang\":[1.5,-2e1]}}}";

static void
test_records (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  WhenceSource source;
  WhenceEntity entity;
  double x, y;
  guint n;

  whence_bundle_get_problems (bundle, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (whence_bundle_get_title (bundle), ==, "T");
  g_assert_cmpstr (whence_bundle_get_summary (bundle), ==, "");
  g_assert_cmpstr (whence_bundle_get_language (bundle), ==, "de");
  whence_bundle_get_source (bundle, 0, &source);
  g_assert_cmpstr (source.publisher, ==, "P");
  g_assert_cmpstr (source.published.text, ==, "2025-06-13");
  g_assert_cmpint (source.accessed.date.start.precision, ==, WHENCE_PRECISION_MONTH);
  whence_bundle_get_source (bundle, 1, &source);
  g_assert_cmpuint (source.n_derived_from, ==, 1);
  g_assert_cmpuint (whence_bundle_get_derived_from (bundle, 1, 0), ==, 0);
  g_assert_null (source.url);
  g_assert_cmpint (source.published.date.form, ==, WHENCE_DATE_NONE);
  whence_bundle_get_entity (bundle, 0, &entity);
  g_assert_cmpuint (entity.n_aliases, ==, 2);
  g_assert_cmpstr (whence_bundle_get_alias (bundle, 0, 1), ==, "FB");
  g_assert_cmpuint (entity.n_citations, ==, 1);
  whence_bundle_get_entity (bundle, 1, &entity);
  g_assert_cmpstr (entity.name, ==, "Scale \xc3\x84I");
  g_assert_cmpstr (entity.type->label, ==, "Start-up");
  g_assert_true (entity.type->known);
  g_assert_true (whence_bundle_get_position (bundle, 2, &x, &y));
  g_assert_cmpfloat (x, ==, 1.5);
  g_assert_cmpfloat (y, ==, -20);
  g_assert_false (whence_bundle_get_position (bundle, 0, &x, &y));
}

static void
test_fact (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  WhenceFact fact;
  WhenceCitation citation;
  WhenceParticipant participant;
  WhenceAmount quantity;
  WhenceRelation relation;

  whence_bundle_get_fact (bundle, 0, &fact);
  g_assert_null (fact.title);
  g_assert_true (fact.date_inferred && fact.negated && fact.has_amount && fact.has_share);
  g_assert_cmpint (fact.status, ==, WHENCE_STATUS_CONFIRMED);
  g_assert_cmpint (fact.amount.value.coefficient, ==, 143);
  g_assert_cmpint (fact.amount.value.exponent, ==, 8);
  g_assert_cmpint (fact.amount.flags, ==, WHENCE_AMOUNT_APPROXIMATE);
  g_assert_cmpint (fact.share.coefficient, ==, 49);
  g_assert_cmpstr (fact.place, ==, "here");
  g_assert_cmpstr (fact.note, ==, "why");
  g_assert_cmpstr (fact.summary, ==, "all");
  g_assert_cmpstr (fact.type->label, ==, "Money");
  whence_bundle_get_participant (bundle, 0, 0, &participant);
  g_assert_cmpstr (participant.role, ==, "founder");
  whence_bundle_get_quantity (bundle, 0, 0, &quantity);
  g_assert_cmpint (quantity.flags, ==, WHENCE_AMOUNT_HAS_LOW);
  g_assert_cmpstr (quantity.currency, ==, "people");
  whence_bundle_get_relation (bundle, 0, 0, &relation);
  g_assert_cmpuint (relation.fact, ==, 1);
  g_assert_cmpint (relation.kind, ==, WHENCE_RELATION_PART_OF);
  whence_bundle_get_relation (bundle, 0, 1, &relation);
  g_assert_cmpint (relation.kind, ==, WHENCE_RELATION_UNSAID);
  whence_bundle_get_fact_citation (bundle, 0, 0, &citation);
  g_assert_true (citation.disputes && citation.has_amount && citation.has_share);
  g_assert_cmpstr (citation.amount.currency, ==, "EUR");
  g_assert_cmpstr (citation.dated.text, ==, "2024");
  whence_bundle_get_fact (bundle, 1, &fact);
  g_assert_cmpint (fact.type->kind, ==, WHENCE_KIND_STATE);
  g_assert_false (fact.type->directed || fact.has_amount);
  g_assert_cmpstr (fact.type->color, ==, "#aabbcc");
  g_assert_cmpuint (fact.subject, ==, WHENCE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/refusals", test_refusals);
  g_test_add_func ("/reader/split-message", test_split_message);
  g_test_add_func ("/reader/deep", test_deep);
  g_test_add_func ("/reader/records", test_records);
  g_test_add_func ("/reader/fact", test_fact);
  return g_test_run ();
}
