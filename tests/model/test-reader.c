/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader: a table of records with the problems they must give, line and column included; texts that are
 * refused; what is read from a well-formed bundle; and files that are none. */
#include "model/reader.h"
#include "model/writer.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "read-text.h"

/* Each line "LINE:COLUMN: CODE: path". */
static char *
list_problems (const WhenceBundle *bundle)
{
  GString *lines = g_string_new (NULL);
  guint n;
  const WhenceProblem *const *problems = whence_bundle_get_problems (bundle, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (lines, "%u:%u: %s: %s\n", problems[i]->line, problems[i]->column,
                              whence_problem_code_name (problems[i]->code), problems[i]->path);
      g_assert_cmpint (strlen (problems[i]->message), >, 10);
    }
  return g_string_free (lines, FALSE);
}

/* --- Problems ----------------------------------------------------------------------------------------- */

/* What stands before the facts, all on the first line; the facts begin on the second. */
#define BEFORE                                                                                               \
  "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"S\"}],\"entities\":[{\"id\":\"a\",\"type\":"         \
  "\"company\","                                                                                             \
  "\"name\":\"A\"},{\"id\":\"b\",\"type\":\"person\",\"name\":\"B\"}],\"facts\":[\n"

typedef struct
{
  const char *facts;
  const char *problems;
  guint n_facts; /* that are loaded */
} Case;

static const Case cases[] = {
  { "{\"id\":\"f\",\"type\":\"founding\"}", "", 1 },
  { "{\"id\":\"f\",\"type\":\"no-such-type\",\"other\":[null]}", "", 1 },
  /* Ids */
  { "{\"id\":\"f\",\"type\":\"t\",\"subject\":\"c\"}", "2:32: dangling-id: $.facts[0].subject\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"object\":\"s\"}", "2:31: dangling-id: $.facts[0].object\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\n\"participants\":[{\"entity\":\"a\"},{\"entity\":\"x\"},{\"entity\":"
    "\"b\"}]}",
    "3:42: dangling-id: $.facts[0].participants[1].entity\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"citations\":[{\"source\":\"a\"}]}",
    "2:45: dangling-id: $.facts[0].citations[0].source\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"related\":[{\"fact\":\"g\"}]},\n{\"id\":\"g\",\"type\":\"t\",\"related\":"
    "[{\"fact\":\"h\"}]}",
    "3:41: dangling-id: $.facts[1].related[0].fact\n", 2 },
  { "{\"id\":\"f\",\"type\":\"t\"},\n{\"id\":\"f\",\"type\":\"u\"}", "3:1: duplicate-id: $.facts[1]\n", 1 },
  { "{\"id\":\"\",\"type\":\"t\"}", "2:7: bad-id: $.facts[0].id\n", 0 },
  { "{\"id\":\"a,b\",\"type\":\"t\"}", "2:7: bad-id: $.facts[0].id\n", 0 },
  { "{\"id\":\"a b\",\"type\":\"t\"}", "2:7: bad-id: $.facts[0].id\n", 0 },
  { "{\"id\":\"a\xe2\x80\x83z\",\"type\":\"t\"}", "2:7: bad-id: $.facts[0].id\n", 0 },
  { "{\"id\":\"a\\u0007\",\"type\":\"t\"}", "2:7: bad-id: $.facts[0].id\n", 0 },
  /* Keys and U+0000 */
  { "{\"id\":\"f\",\"type\":\"t\",\"title\":\"1\",\"title\":\"2\"}",
    "2:34: duplicate-key: $.facts[0].title\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"x\":{\"a\":1,\"\\u0061\":2}}", "2:33: duplicate-key: $.facts[0].x.a\n",
    1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"title\":\"1\\u00002\"}", "2:30: nul-character: $.facts[0].title\n", 1 },
  { "{\"id\":\"f\\u0000\",\"type\":\"t\"}", "2:7: nul-character: $.facts[0].id\n", 0 },
  { "{\"id\":\"f\",\"type\":\"t\",\"title\\u0000\":\"x\"}",
    "2:22: nul-character: $.facts[0]['title\\u0000']\n", 1 },
  /* Dates */
  { "{\"id\":\"f\",\"type\":\"t\",\"date\":\"2016-13\"}", "2:29: bad-date: $.facts[0].date\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"date\":\"2015-02-29\"}", "2:29: bad-date: $.facts[0].date\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"date\":\"in May\"}", "2:29: bad-date: $.facts[0].date\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"date\":\"2016/2015\"}", "2:29: end-before-start: $.facts[0].date\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"date\":\"Y9E18\"}", "2:29: date-range: $.facts[0].date\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"date\":2016}", "2:29: wrong-type: $.facts[0].date\n", 1 },
  /* Members */
  { "{\"type\":\"t\"}", "2:1: missing-member: $.facts[0]\n", 0 },
  { "{\"id\":\"f\"}", "2:1: missing-member: $.facts[0]\n", 0 },
  { "{}", "2:1: missing-member: $.facts[0]\n2:1: missing-member: $.facts[0]\n", 0 },
  { "{\"id\":\"f\",\"type\":\"\"}", "2:18: bad-value: $.facts[0].type\n", 0 },
  { "{\"id\":7,\"type\":\"t\"}", "2:7: wrong-type: $.facts[0].id\n", 0 },
  { "null", "2:1: wrong-type: $.facts[0]\n", 0 },
  { "[{\"id\":\"f\",\"type\":\"t\"}]", "2:1: wrong-type: $.facts[0]\n", 0 },
  { "{\"id\":\"f\",\"type\":\"t\",\"title\":null}", "2:30: wrong-type: $.facts[0].title\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"negated\":\"true\"}", "2:32: wrong-type: $.facts[0].negated\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"citations\":{}}", "2:34: wrong-type: $.facts[0].citations\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"citations\":[\"s\",{\"quote\":\"q\"}]}",
    "2:35: wrong-type: $.facts[0].citations[0]\n2:39: missing-member: $.facts[0].citations[1]\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"status\":\"maybe\"}", "2:31: bad-value: $.facts[0].status\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"dateBasis\":\"guessed\"}", "2:34: bad-value: $.facts[0].dateBasis\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"citations\":[{\"source\":\"s\",\"stance\":\"no\"}]}",
    "2:58: bad-value: $.facts[0].citations[0].stance\n", 1 },
  /* Numbers */
  { "{\"id\":\"f\",\"type\":\"t\",\"amount\":{\"value\":12345678901234567891,\"currency\":\"USD\"}}",
    "2:40: bad-number: $.facts[0].amount.value\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"amount\":{\"value\":1e999,\"currency\":\"USD\"}}",
    "2:40: bad-number: $.facts[0].amount.value\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"amount\":{\"value\":\"1\",\"currency\":\"USD\"}}",
    "2:40: wrong-type: $.facts[0].amount.value\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"amount\":{\"value\":1}}", "2:31: missing-member: $.facts[0].amount\n",
    1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"share\":0.49}", "2:30: wrong-type: $.facts[0].share\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"share\":\"49%\"}", "2:30: bad-share: $.facts[0].share\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"share\":\"1.01\"}", "2:30: bad-share: $.facts[0].share\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"share\":\"-0.1\"}", "2:30: bad-share: $.facts[0].share\n", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"share\":\"1.0\"}", "", 1 },
  { "{\"id\":\"f\",\"type\":\"t\",\"quantities\":[{\"value\":1,\"unit\":\"kg\"},{\"value\":1}]}",
    "2:60: missing-member: $.facts[0].quantities[1]\n", 1 },
  /* Several at once, in the order of the text; columns count code points. */
  { "{\"id\":\"f\",\"type\":\"t\",\"title\":\"\xf0\x9f\x98\x80\xc3\xa4\",\"date\":\"x\"},\n\n "
    "5,{\"id\":\"g\",\"type\":\"t\",\"subject\":\"?\"}",
    "2:42: bad-date: $.facts[0].date\n4:2: wrong-type: $.facts[1]\n4:35: dangling-id: $.facts[2].subject\n",
    2 },
};

static void
test_problems (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = g_strconcat (BEFORE, c->facts, "]}", NULL);
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autofree char *problems = list_problems (bundle);

  g_assert_cmpstr (problems, ==, c->problems);
  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, c->n_facts);
  g_assert_cmpuint (whence_bundle_get_n_entities (bundle), ==, 2);
}

/* Problems outside the facts. */
static const struct
{
  const char *text, *problems;
} header_cases[] = {
  { "{\"whence\":1}", "" },
  { "\xef\xbb\xbf{\"whence\":1, \"title\": 5}", "1:23: wrong-type: $.title\n" },
  { "{\"whence\":1,\"title\":\"A\",\"title\":\"B\"}", "1:25: duplicate-key: $.title\n" },
  { "{\"whence\":1,\"facts\":[],\"facts\":[{\"id\":\"f\",\"type\":\"t\"}]}",
    "1:24: duplicate-key: $.facts\n" },
  { "{\"whence\":1,\"facts\":{}}", "1:21: wrong-type: $.facts\n" },
  { "{\"whence\":1,\"types\":{\"facts\":{\"t\":{\"kind\":\"era\"}}}}",
    "1:43: bad-value: $.types.facts.t.kind\n" },
  { "{\"whence\":1,\"types\":{\"entities\":{\"t\":{\"color\":\"red\"}}}}",
    "1:47: bad-value: $.types.entities.t.color\n" },
  { "{\"whence\":1,\"types\":[]}", "1:21: wrong-type: $.types\n" },
  { "{\"whence\":1,\"view\":{\"positions\":{\"e\":[1,2],\"x\":[1,2]}},\"entities\":"
    "[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\"}]}",
    "1:44: dangling-id: $.view.positions.x\n" },
  { "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\"}],\n\"view\":{\"positions\":{"
    "\"e\":[1e400,2]}}}",
    "2:26: bad-position: $.view.positions.e\n" },
  { "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\"}],\n\"view\":{\"positions\":{"
    "\"e\":[1,2,3]}}}",
    "2:26: bad-position: $.view.positions.e\n" },
  { "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\"}],\n\"view\":{\"positions\":{"
    "\"e\":[\"NaN\",0]}}}",
    "2:26: bad-position: $.view.positions.e\n" },
  { "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\",\"image\":\"../e.png\"}]}",
    "1:65: bad-image: $.entities[0].image\n" },
  { "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\",\"image\":\"http://e/e.png\"}]}",
    "1:65: bad-image: $.entities[0].image\n" },
  { "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\",\"image\":\"/e.png\"}]}",
    "1:65: bad-image: $.entities[0].image\n" },
  { "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\",\"image\":\"a/e.png\"}]}", "" },
  { "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\",\"image\":\"data:image/"
    "png;base64,AA==\"}]}",
    "" },
  { "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"derivedFrom\":[\"t\",\"u\",\"s\"]},{\"id\":"
    "\"t\",\"title\":\"T\"}]}",
    "1:65: dangling-id: $.sources[0].derivedFrom[1]\n" },
  /* JSON Lines, in any order */
  { "{\"whence\":1}\n{\"fact\":{\"id\":\"f\",\"type\":\"t\",\"subject\":\"e\"}}\n\n"
    "{\"entity\":{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\"}}\n",
    "" },
  { "{\"whence\":1}\n{\"fact\":{\"id\":\"f\",\"type\":\"t\",\"subject\":\"e\"}}\n",
    "2:40: dangling-id: $.fact.subject\n" },
  { "{\"whence\":1}\n{\"fakt\":{}}\n7\n", "2:1: wrong-type: $\n3:1: wrong-type: $\n" },
  { "{\"whence\":1}\n{\"x\":{\"a\":1,\"a\":2},\"entity\":{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\"},\"y\":"
    "0}\n",
    "2:13: duplicate-key: $.x.a\n" },
};

static void
test_header (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_cases); i++)
    {
      g_autoptr (WhenceBundle) bundle = read_text (header_cases[i].text);
      g_autofree char *problems = list_problems (bundle);

      g_test_message ("case %u", i);
      g_assert_cmpstr (problems, ==, header_cases[i].problems);
    }
}

static void
test_line (void)
{
  g_autoptr (WhenceBundle) bundle = read_text ("{\"whence\":1,\n\"title\":[]}");
  guint n;
  g_autofree char *line = whence_problem_to_line (whence_bundle_get_problems (bundle, &n)[0], "a.json");

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (line, ==,
                   "a.json:2:9: wrong-type: $.title: A string is expected here; the value is passed over.");
}

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

/* A faulty member is passed over and the rest used; of duplicates the first counts. */
static void
test_rest_is_used (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (
    BEFORE
    "{\"id\":\"f\",\"type\":\"t\",\"title\":\"first\",\"title\":\"second\",\"date\":\"x\",\"subject\":\"a\","
    "\"object\":\"nobody\",\"citations\":[{\"source\":\"x\"},{\"source\":\"s\",\"quote\":\"q\"},{\"source\":"
    "\"y\"}]}]}");
  WhenceFact fact;
  WhenceCitation citation;

  whence_bundle_get_fact (bundle, 0, &fact);
  g_assert_cmpstr (fact.title, ==, "first");
  g_assert_null (fact.dated.text);
  g_assert_cmpuint (fact.subject, ==, 0);
  g_assert_cmpuint (fact.object, ==, WHENCE_NONE);
  g_assert_cmpuint (fact.n_citations, ==, 1);
  whence_bundle_get_fact_citation (bundle, 0, 0, &citation);
  g_assert_cmpstr (citation.quote, ==, "q");
}

/* Every third participant is there, the others are told with their places, all in linear time. */
static void
test_many_faults (void)
{
  enum
  {
    N = 60000
  };
  g_autoptr (GString) text = g_string_new (BEFORE "{\"id\":\"f\",\"type\":\"t\",\"participants\":[");
  g_autoptr (WhenceBundle) bundle = NULL;
  const WhenceProblem *const *problems;
  WhenceFact fact;
  guint n;

  for (guint i = 0; i < N; i++)
    g_string_append_printf (text, "%s{\"entity\":\"%s\",\"role\":\"r%u\"}", i > 0 ? ",\n" : "",
                            i % 3 == 0 ? "a" : "x", i);
  g_string_append (text, "]}]}");
  bundle = read_text (text->str);
  problems = whence_bundle_get_problems (bundle, &n);
  g_assert_cmpuint (n, ==, N / 3 * 2);
  g_assert_cmpstr (problems[n - 1]->path, ==, "$.facts[0].participants[59999].entity");
  g_assert_cmpuint (problems[n - 1]->line, ==, N + 1);
  whence_bundle_get_fact (bundle, 0, &fact);
  g_assert_cmpuint (fact.n_participants, ==, N / 3);
  for (guint i = 0; i < fact.n_participants; i++)
    {
      g_autofree char *role = g_strdup_printf ("r%u", i * 3);
      WhenceParticipant participant;

      whence_bundle_get_participant (bundle, 0, i, &participant);
      g_assert_cmpuint (participant.entity, ==, 0);
      g_assert_cmpstr (participant.role, ==, role);
    }
}

/* --- Files, progress, cancelling ---------------------------------------------------------------------- */

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (whence_reader_read_file (file, NULL, NULL, NULL, &error));
  g_assert_error (error, WHENCE_READER_ERROR, code);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *path = g_build_filename (folder, "a.facts.json", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), no_file = g_file_new_for_path (missing);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = NULL;
  int fd;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, WHENCE_READER_ERROR_NOT_A_FILE);
  assert_refused (folder, WHENCE_READER_ERROR_NOT_A_FILE);
  assert_refused ("/dev/zero", WHENCE_READER_ERROR_NOT_A_FILE);
  g_assert_null (whence_reader_read_file (no_file, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* A file with holes takes no room, and is too large all the same. */
  fd = open (path, O_WRONLY | O_CREAT, 0600);
  g_assert_cmpint (ftruncate (fd, (off_t) 1 << 31), ==, 0);
  close (fd);
  assert_refused (path, WHENCE_READER_ERROR_TOO_LARGE);

  g_assert_true (g_file_set_contents (path, story, -1, NULL));
  bundle = whence_reader_read_file (file, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, 2);
  /* A second value is JSON Lines only in a file that does not claim to be JSON. */
  g_assert_true (g_file_set_contents (path, "{\"whence\":1}\n{\"fact\":{}}", -1, NULL));
  assert_refused (path, WHENCE_READER_ERROR_NOT_JSON);
  g_unlink (path);
  g_unlink (fifo);
  g_rmdir (folder);
}

/* Some megabytes in which little is wrong, now and then: references forward, to nothing and to a later fact,
 * faults, and header members behind it all. */
static char *
make_long (gboolean lines)
{
  GString *text = g_string_new (lines ? "{\"whence\":1,\"title\":\"T\"}\n" : "{\"whence\":1,\"facts\":[\n");

  for (guint i = 0; i < 30000; i++)
    {
      g_string_append (text, lines ? "{\"fact\":" : i > 0 ? ",\n" : "");
      g_string_append_printf (text, "{\"id\":\"f%u\",\"type\":\"t\",\"title\":\"%0100u é\"", i, i);
      if (i % 4999 == 7)
        g_string_append_printf (text, ",\"related\":[{\"fact\":\"f%u\"},{\"fact\":\"f%u\"}]", i + 3000,
                                i + 40000);
      if (i % 6007 == 3)
        g_string_append (text, ",\"date\":\"201\",\"title\":\"again\"");
      if (i % 9001 == 5)
        g_string_append (text, ",\"subject\":\"e\",\"object\":\"nobody\"");
      g_string_append (text, lines ? "}}\n" : "}");
    }
  g_string_append (text, lines ? "{\"entity\":{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"}}\n"
                               : "],\"entities\":[{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"}],"
                                 "\"view\":{\"positions\":{\"e\":[1,\"x\"],\"n\":3}}}\n");
  return g_string_free (text, FALSE);
}

/* A file is given up while it is read; a text is not. */
static void
test_long_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  const char *const names[] = { "a.facts.json", "a.facts.jsonl" };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *text = make_long (i == 1), *problems = NULL, *same_problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (WhenceBundle) of_text = read_text (text), of_file = NULL;
      g_autoptr (GBytes) bytes = whence_writer_to_bytes (of_text, whence_syntax_for_name (path)), same = NULL;

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      of_file = whence_reader_read_file (file, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      problems = list_problems (of_text);
      same_problems = list_problems (of_file);
      g_assert_cmpuint (strlen (problems), >, 500);
      g_assert_cmpstr (same_problems, ==, problems);
      same = whence_writer_to_bytes (of_file, whence_syntax_for_name (path));
      g_assert_true (g_bytes_equal (bytes, same));

      /* What is refused late is told where it is. */
      text[strlen (text) - 2] = '\x01';
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_null (whence_reader_read_file (file, NULL, NULL, NULL, &error));
      g_assert_true (g_str_has_prefix (error->message, i == 1 ? "30002:" : "30001:"));
      g_unlink (path);
    }
  g_rmdir (folder);
}

static char *
make_large (guint n)
{
  GString *text = g_string_new ("{\"whence\":1,\"facts\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"f%u\",\"type\":\"t\",\"title\":\"The fact with the number %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

typedef struct
{
  GCancellable *cancellable;
  double last;
  guint n;
} Progress;

static void
on_progress (double fraction, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  progress->n++;
  if (progress->cancellable != NULL && fraction > 0.5)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress (void)
{
  g_autofree char *text = make_large (100000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 }, cancelling = { cancellable };
  g_autoptr (WhenceBundle) bundle =
    whence_reader_read_text (text, strlen (text), on_progress, &progress, NULL, NULL);

  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, 100000);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.n, >, 10);
  g_assert_cmpuint (progress.n, <=, 100);
  g_assert_cmpuint (whence_bundle_find_fact (bundle, "f77777"), ==, 77777);
  g_assert_null (
    whence_reader_read_text (text, strlen (text), on_progress, &cancelling, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader/problems/%02u", i);

      g_test_add_data_func (path, &cases[i], test_problems);
    }
  g_test_add_func ("/reader/header", test_header);
  g_test_add_func ("/reader/line", test_line);
  g_test_add_func ("/reader/refusals", test_refusals);
  g_test_add_func ("/reader/split-message", test_split_message);
  g_test_add_func ("/reader/deep", test_deep);
  g_test_add_func ("/reader/records", test_records);
  g_test_add_func ("/reader/fact", test_fact);
  g_test_add_func ("/reader/rest-is-used", test_rest_is_used);
  g_test_add_func ("/reader/many-faults", test_many_faults);
  g_test_add_func ("/reader/files", test_files);
  g_test_add_func ("/reader/long-files", test_long_files);
  g_test_add_func ("/reader/progress", test_progress);
  return g_test_run ();
}
