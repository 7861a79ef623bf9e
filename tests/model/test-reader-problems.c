/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of records with the problems that the reader must give, line and column included; the rest of a
 * faulty record is used, and very many faults are told in linear time. */
#include "problems-text.h"
#include "read-text.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader-problems/facts/%02u", i);

      g_test_add_data_func (path, &cases[i], test_problems);
    }
  g_test_add_func ("/reader-problems/header", test_header);
  g_test_add_func ("/reader-problems/line", test_line);
  g_test_add_func ("/reader-problems/rest-is-used", test_rest_is_used);
  g_test_add_func ("/reader-problems/many-faults", test_many_faults);
  return g_test_run ();
}
