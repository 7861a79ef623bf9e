/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writer: what is loaded and saved is the same JSON, with json-glib as the judge, and saving again gives
 * the same bytes; unknown members, faulty records and the order of everything included, in JSON and in JSON
 * Lines. */
#include "model/reader.h"
#include "model/writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

static WhenceBundle *
read_text (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  WhenceBundle *bundle = whence_reader_read_text (text, length, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

static char *
write_text (const WhenceBundle *bundle, WhenceSyntax syntax)
{
  g_autoptr (GBytes) bytes = whence_writer_to_bytes (bundle, syntax);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
resave (const char *text, WhenceSyntax syntax)
{
  g_autoptr (WhenceBundle) bundle = read_text (text, strlen (text));

  return write_text (bundle, syntax);
}

/* Equal values: json-glib compares objects without regard to order, so the order of keys is compared beside.
 */
static void
assert_same_json (const char *a, const char *b)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) first = json_from_string (a, &error), second = json_from_string (b, &error);

  g_assert_no_error (error);
  if (!json_node_equal (first, second))
    g_error ("%s\n\nis not equal to\n\n%s", a, b);
}

/* The text without any white space outside strings: equal means token for token. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean in_string = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        in_string = !in_string;
      if (in_string || strchr (" \r\n\t", *p) == NULL)
        g_string_append_c (out, *p);
      if (in_string && *p == '\\')
        g_string_append_c (out, *++p);
    }
  return g_string_free (out, FALSE);
}

static void
assert_same_tokens (const char *a, const char *b)
{
  g_autofree char *first = squeeze (a), *second = squeeze (b);

  g_assert_cmpstr (first, ==, second);
}

/* --- Oddities ----------------------------------------------------------------------------------------- */

/* Written back token for token. */
static const char *const odd[] = {
  "{\"whence\":1}",
  "{\"x\":{\"b\":1,\"a\":[{}]},\"whence\":1.0,\"title\":null,\"\\u0074itle\":\"t\",\"view\":{\"zoom\":2,"
  "\"positions\":{\"q\":[0,1]}}}",
  /* Arrays before, between and behind header members; an empty one; one that is none. */
  "{\"facts\":[],\"whence\":1,\"entities\":5,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"title\":\"S\"}],"
  "\"z\":0}",
  "{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"t\"}],\"facts\":[{\"id\":\"g\",\"type\":\"t\"}]}",
  /* Records: unknown members on every level, other orders, explicit defaults, unusual numbers. */
  "{\"whence\":1,\"sources\":[{\"title\":\"S\",\"id\":\"s\",\"x\":[1]},{\"id\":\"r\",\"title\":\"R\","
  "\"derivedFrom\":[]}],"
  "\"facts\":[{\"type\":\"t\",\"id\":\"f\",\"status\":\"reported\",\"negated\":false,\"dateBasis\":"
  "\"stated\",\"citations\":[],"
  "\"amount\":{\"currency\":\"USD\",\"value\":1.50,\"approximate\":false}},"
  "{\"id\":\"g\",\"type\":\"t\",\"amount\":{\"value\":14300000000,\"currency\":\"USD\"},\"share\":\"0.490\"},"
  "{\"id\":\"h\",\"type\":\"t\",\"amount\":{\"value\":1.43e10,\"currency\":\"USD\",\"low\":-0},\"share\":\"0."
  "49\"},"
  "{\"id\":\"i\",\"type\":\"t\",\"citations\":[{\"source\":\"s\",\"page\":7,\"amount\":{\"value\":1,"
  "\"currency\":\"EUR\",\"of\":1}}]},"
  "{\"id\":\"j\",\"type\":\"t\",\"citations\":[{\"stance\":\"supports\",\"quote\":\"q\",\"source\":\"r\"},{"
  "\"source\":\"s\"}]}]}",
  /* Faulty records, between good ones, stay where they are. */
  "{\"whence\":1,\"entities\":[7,{\"id\":\"a\",\"type\":\"t\",\"name\":\"A\"},{\"id\":\"b\"},null,{\"id\":"
  "\"a\",\"type\":\"t\","
  "\"name\":\"again\"},{\"id\":\"c\",\"type\":\"t\",\"name\":\"C\",\"url\":[]},[]],\"facts\":[{\"id\":\"f\","
  "\"type\":\"t\","
  "\"subject\":\"nobody\",\"participants\":[{\"entity\":\"c\"},{\"entity\":\"d\"},{\"entity\":\"a\"}],"
  "\"date\":\"2016-13\"},"
  "{\"id\":\"g\",\"type\":\"t\",\"title\":\"\\u0000\",\"title\":2,\"title\\u0000\":3}]}",
  /* References forward and backward. */
  "{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"t\",\"object\":\"e\",\"related\":[{\"fact\":\"g\"},{"
  "\"relation\":\"follows\","
  "\"fact\":\"f\"}],\"citations\":[{\"source\":\"s\"}]},{\"id\":\"g\",\"type\":\"t\"}],\"entities\":[{\"id\":"
  "\"e\",\"type\":\"t\","
  "\"name\":\"E\",\"aliases\":[\"\",\"x\"],\"citations\":[{\"source\":\"s\"}]}],\"sources\":[{\"id\":\"s\","
  "\"title\":\"S\","
  "\"derivedFrom\":[\"q\"]},{\"id\":\"q\",\"title\":\"Q\"}]}",
};

static void
test_odd (gconstpointer data)
{
  const char *text = data;
  g_autofree char *saved = resave (text, WHENCE_SYNTAX_JSON);
  g_autofree char *again = resave (saved, WHENCE_SYNTAX_JSON);

  assert_same_tokens (saved, text);
  g_assert_cmpstr (again, ==, saved);
}

static void
test_odd_lines (void)
{
  static const char text[] = "{\"whence\":1,\"x\":[1,2],\"title\":\"T\"}\n"
                             "{\"fact\":{\"id\":\"f\",\"type\":\"t\",\"subject\":\"e\"}}\n"
                             "{\"entity\":{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\"}}\n"
                             "{\"fact\":{\"type\":\"t\",\"id\":\"g\",\"x\":1}}\n"
                             "{\"a\":1,\"fact\":{\"id\":\"h\",\"type\":\"t\"},\"b\":[{}]}\n"
                             "{\"c\":1,\"fact\":{\"id\":\"h\",\"type\":\"t\"}}\n"
                             "{\"fact\":7}\n"
                             "[\"what\"]\n"
                             "{\"source\":{\"id\":\"s\",\"title\":\"S\"}}\n";
  g_autofree char *saved = resave (text, WHENCE_SYNTAX_JSON_LINES);
  g_autofree char *json = resave (text, WHENCE_SYNTAX_JSON);

  g_assert_cmpstr (saved, ==, text);
  assert_same_json (
    json, "{\"whence\":1,\"x\":[1,2],\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"title\":\"S\"}],"
          "\"entities\":[{\"id\":\"e\",\"type\":\"t\",\"name\":\"E\"}],"
          "\"facts\":[{\"id\":\"f\",\"type\":\"t\",\"subject\":\"e\"},{\"type\":\"t\",\"id\":\"g\",\"x\":1},"
          "{\"id\":\"h\",\"type\":\"t\"},{\"id\":\"h\",\"type\":\"t\"},7],\"lines\":[[\"what\"]]}");
}

/* From JSON to JSON Lines and back is the same bundle. */
static void
test_both_syntaxes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *lines = resave (odd[i], WHENCE_SYNTAX_JSON_LINES);
      g_autofree char *lines_again = resave (lines, WHENCE_SYNTAX_JSON_LINES);
      g_autoptr (WhenceBundle) before = read_text (odd[i], strlen (odd[i])),
                               after = read_text (lines, strlen (lines));
      guint n_before, n_after;

      g_assert_cmpstr (lines_again, ==, lines);
      g_assert_cmpuint (whence_bundle_get_n_facts (before), ==, whence_bundle_get_n_facts (after));
      g_assert_cmpuint (whence_bundle_get_n_entities (before), ==, whence_bundle_get_n_entities (after));
      whence_bundle_get_problems (before, &n_before);
      whence_bundle_get_problems (after, &n_after);
      g_assert_cmpuint (n_before, ==, n_after);
    }
}

static void
test_form (void)
{
  static const char text[] =
    "{\n"
    "  \"whence\": 1,\n"
    "  \"title\": \"T\",\n"
    "  \"sources\": [],\n"
    "  \"facts\": [\n"
    "    {\n"
    "      \"id\": \"f\",\n"
    "      \"type\": \"t\",\n"
    "      \"amount\": { \"value\": 14300000000, \"currency\": \"USD\" },\n"
    "      \"citations\": [\n"
    "        { \"source\": \"s\", \"quote\": \"\xc3\xa4\xf0\x9f\x98\x80\\n\\u0001\\\"\" },\n"
    "        { \"source\": \"s\", \"x\": [1, 2, {}] }\n"
    "      ]\n"
    "    },\n"
    "    7,\n"
    "    {}\n"
    "  ],\n"
    "  \"view\": {\n"
    "    \"positions\": {\n"
    "      \"e\": [1, -2.5]\n"
    "    }\n"
    "  }\n"
    "}\n";
  g_autofree char *saved = resave (text, WHENCE_SYNTAX_JSON);

  g_assert_cmpstr (saved, ==, text);
}

/* --- Naughty strings ---------------------------------------------------------------------------------- */

/* Everything escaped, so that the saved text is another one; json-glib would leave some controls as they are.
 */
static char *
quote (const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  GString *out = g_string_new ("\"");

  for (const gunichar2 *unit = units; *unit != 0; unit++)
    g_string_append_printf (out, "\\u%04x", *unit);
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}

static void
check_string (const char *text)
{
  g_autofree char *json = quote (text);
  g_autofree char *bundle_json = g_strdup_printf (
    "{\"whence\":1,\"title\":%s,\"entities\":[{\"id\":\"e\",\"type\":\"company\",\"name\":%s}],"
    "\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"title\":%s,\"subject\":\"e\",\"note\":%s}]}",
    json, json, json, json);
  g_autofree char *saved = resave (bundle_json, WHENCE_SYNTAX_JSON);
  g_autofree char *lines = resave (saved, WHENCE_SYNTAX_JSON_LINES);
  g_autoptr (WhenceBundle) bundle = read_text (lines, strlen (lines));
  WhenceFact fact;
  guint n;

  assert_same_json (saved, bundle_json);
  g_assert_true (g_utf8_validate (saved, -1, NULL));
  whence_bundle_get_problems (bundle, &n);
  g_assert_cmpuint (n, ==, 0);
  whence_bundle_get_fact (bundle, 0, &fact);
  g_assert_cmpstr (fact.title, ==, text);
  g_assert_cmpstr (fact.note, ==, text);
  g_assert_cmpstr (whence_bundle_get_title (bundle), ==, text);
  g_assert_cmpstr (whence_bundle_get_entity_name (bundle, 0), ==, text);
}

static void
test_naughty_strings (void)
{
  static const char *const own[] = {
    "",
    " ",
    "\"",
    "\\",
    "\\u0041",
    "\t\n\r\b\f",
    "\x01\x1f\x7f",
    "</script>",
    "%s%n",
    "\xe2\x80\xae"
    "abc",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
    "\xef\xbb\xbf",
    "\xef\xbf\xbf",
    "a\xcc\x81",
    "\xe2\x80\xa8",
  };
  g_autofree char *path =
    g_build_filename (g_getenv ("WHENCE_SHARED_DATA"), "naughty-strings", "blns.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *array;

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    check_string (own[i]);
  if (!json_parser_load_from_file (parser, path, NULL))
    {
      g_test_message ("the naughty strings are not there");
      return;
    }
  array = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (array), >, 400);
  for (guint i = 0; i < json_array_get_length (array); i++)
    check_string (json_array_get_string_element (array, i));
}

/* --- Random bundles ----------------------------------------------------------------------------------- */

static gboolean
chance (GRand *rand, double probability)
{
  return g_rand_double (rand) < probability;
}

static void
append_member (GRand *rand, double probability, GString *out, const char *json)
{
  if (chance (rand, probability))
    g_string_append_printf (out, ",%s", json);
}

static void
append_citations (GRand *rand, GString *out)
{
  static const char *const members[] = {
    "\"quote\":\"q \\\"x\\\"\"",    "\"locator\":\"p. 1\"",   "\"stance\":\"disputes\"",
    "\"date\":\"2016~\"",           "\"share\":\"0.5\"",      "\"amount\":{\"value\":2,\"currency\":\"EUR\"}",
    "\"amount\":{\"value\":\"2\"}", "\"unknown\":{\"a\":[]}", "\"date\":\"never\"",
  };

  g_string_append (out, ",\"citations\":[");
  for (int i = 0, n = g_rand_int_range (rand, 0, 4); i < n; i++)
    {
      g_string_append_printf (out, "%s{\"source\":\"s%d\"", i > 0 ? "," : "", g_rand_int_range (rand, 0, 5));
      append_member (rand, 0.6, out, members[g_rand_int_range (rand, 0, G_N_ELEMENTS (members))]);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_fact (GRand *rand, GString *out)
{
  g_autofree char *subject = g_strdup_printf ("\"subject\":\"e%d\"", g_rand_int_range (rand, 0, 8));
  g_autofree char *object = g_strdup_printf ("\"object\":\"e%d\"", g_rand_int_range (rand, 0, 8));
  g_autofree char *related =
    g_strdup_printf ("\"related\":[{\"fact\":\"f%d\"}]", g_rand_int_range (rand, 0, 12));

  g_string_append_printf (out, "{\"id\":\"f%d\",\"type\":\"%s\"", g_rand_int_range (rand, 0, 12),
                          chance (rand, 0.7) ? "investment" : "mine");
  append_member (rand, 0.7, out, "\"title\":\"\xc3\xa4 title\"");
  append_member (rand, 0.7, out, "\"date\":\"2016-05/..\"");
  append_member (rand, 0.1, out, "\"date\":\"2016-05-32\"");
  append_member (rand, 0.7, out, subject);
  append_member (rand, 0.5, out, object);
  append_member (rand, 0.3, out, "\"participants\":[{\"entity\":\"e0\"},{\"role\":\"r\",\"entity\":\"e7\"}]");
  append_member (rand, 0.4, out, "\"amount\":{\"value\":14300000000,\"currency\":\"USD\",\"low\":1.5}");
  append_member (rand, 0.3, out,
                 "\"quantities\":[{\"value\":1500,\"unit\":\"people\"},{\"value\":1e3,\"unit\":\"\"}]");
  append_member (rand, 0.2, out, "\"share\":\"0.49\"");
  append_member (rand, 0.2, out, "\"negated\":true");
  append_member (rand, 0.1, out, "\"x-unknown\":[1,{\"y\":null}]");
  append_member (rand, 0.3, out, related);
  append_citations (rand, out);
  append_member (rand, 0.05, out, "\"id\":\"second\"");
  g_string_append_c (out, '}');
}

static char *
make_random_bundle (GRand *rand)
{
  GString *out = g_string_new ("{\"whence\":1,\"title\":\"Random\",\"facts\":[");

  for (int i = 0, n = g_rand_int_range (rand, 0, 20); i < n; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      append_fact (rand, out);
    }
  g_string_append (out, "],\"entities\":[{\"id\":\"e0\",\"type\":\"person\",\"name\":\"Zero\"}");
  for (int i = 1; i < 8; i++)
    if (chance (rand, 0.8))
      g_string_append_printf (out, ",{\"id\":\"e%d\",\"type\":\"company\",\"name\":\"%d\"%s}", i, i,
                              chance (rand, 0.2) ? ",\"aliases\":[\"a\",5]" : "");
  g_string_append (out, "],\"sources\":[{\"id\":\"s0\",\"title\":\"S\",\"derivedFrom\":[\"s1\"]}");
  for (int i = 1; i < 5; i++)
    if (chance (rand, 0.8))
      g_string_append_printf (out, ",{\"id\":\"s%d\",\"title\":\"S%d\"}", i, i);
  g_string_append (out, "],\"view\":{\"positions\":{\"e0\":[1.25,1e3],\"e1\":[0,0]},\"z\":0}}");
  return g_string_free (out, FALSE);
}

static void
test_random_bundles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *text = make_random_bundle (rand);
      g_autofree char *saved = resave (text, WHENCE_SYNTAX_JSON);
      g_autofree char *lines = resave (saved, WHENCE_SYNTAX_JSON_LINES);
      g_autofree char *lines_again = resave (lines, WHENCE_SYNTAX_JSON_LINES);

      assert_same_tokens (saved, text);
      g_assert_cmpstr (lines, ==, lines_again);
    }
}

/* Whatever is done to the text, it is refused with a reason, or it is saved token for token. */
static void
test_mutations (void)
{
  static const char *const pieces[] = {
    "{",           "}",    "[",     "]",    ",",  ":", "\"",  "\\u0000", "\"id\":\"f1\",",
    "\"date\":5,", "null", "1e999", "\xff", "\n", "-", "{},", "0",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_loaded = 0;

  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *text = make_random_bundle (rand);
      g_autoptr (GString) mutated = g_string_new (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (WhenceBundle) bundle = NULL;
      g_autofree char *saved = NULL;

      for (int j = g_rand_int_range (rand, 1, 4); j > 0; j--)
        {
          int at = g_rand_int_range (rand, 0, (int) mutated->len);
          int length = g_rand_int_range (rand, 1, 12);

          if (g_rand_boolean (rand))
            g_string_erase (mutated, at, MIN (length, (int) mutated->len - at));
          else
            g_string_insert (mutated, at, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          if (mutated->len == 0)
            g_string_append_c (mutated, ' ');
        }
      bundle = whence_reader_read_text (mutated->str, mutated->len, NULL, NULL, NULL, &error);
      g_assert_true ((bundle == NULL) == (error != NULL));
      if (bundle == NULL)
        continue;
      n_loaded++;
      saved = write_text (bundle, WHENCE_SYNTAX_JSON);
      assert_same_tokens (saved, mutated->str);
    }
  g_assert_cmpuint (n_loaded, >, 300);
}

/* It is kept in the form that a save gives, so that moving one node changes one line. */
static void
test_example (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("WHENCE_DATADIR"), "examples", "meta-scale-ai.facts.json", NULL);
  g_autofree char *text = NULL, *saved = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  saved = resave (text, WHENCE_SYNTAX_JSON);
  g_assert_cmpstr (saved, ==, text);
}

static void
test_empty (void)
{
  g_autoptr (WhenceBundle) bundle = whence_bundle_new_empty ();
  g_autofree char *text = write_text (bundle, WHENCE_SYNTAX_JSON);
  g_autofree char *again = resave (text, WHENCE_SYNTAX_JSON);

  g_assert_cmpstr (text, ==, "{\n  \"whence\": 1\n}\n");
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, 0);
}

static void
test_syntax_for_name (void)
{
  g_assert_cmpint (whence_syntax_for_name ("a.facts.json"), ==, WHENCE_SYNTAX_JSON);
  g_assert_cmpint (whence_syntax_for_name ("a.facts.jsonl"), ==, WHENCE_SYNTAX_JSON_LINES);
  g_assert_cmpint (whence_syntax_for_name ("jsonl"), ==, WHENCE_SYNTAX_JSON);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *path = g_strdup_printf ("/writer/odd/%u", i);

      g_test_add_data_func (path, odd[i], test_odd);
    }
  g_test_add_func ("/writer/odd-lines", test_odd_lines);
  g_test_add_func ("/writer/both-syntaxes", test_both_syntaxes);
  g_test_add_func ("/writer/form", test_form);
  g_test_add_func ("/writer/naughty-strings", test_naughty_strings);
  g_test_add_func ("/writer/random-bundles", test_random_bundles);
  g_test_add_func ("/writer/mutations", test_mutations);
  g_test_add_func ("/writer/example", test_example);
  g_test_add_func ("/writer/empty", test_empty);
  g_test_add_func ("/writer/syntax-for-name", test_syntax_for_name);
  return g_test_run ();
}
