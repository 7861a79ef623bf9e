/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scanner: a table of texts with the error and its place, the published test suite of JSON parsers when
 * it is there, duplicate keys and U+0000, and json-glib as a second opinion on values of seeded random texts.
 */
#include "model/json-value.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  const char *text;
  WhenceJsonError error;
  guint line, column; /* of the error */
} Case;

#define OK WHENCE_JSON_OK, 0, 0

static const Case cases[] = {
  { "{}", OK },
  { "[]", OK },
  { " \t\r\n[ ] ", OK },
  { "null", OK },
  { "\"\"", OK },
  { "-0", OK },
  { "1E+2", OK },
  { "1.5e-300", OK },
  { "1e400", OK },
  { "[1,[2,{\"a\":[]}],\"b\"]", OK },
  { "\"\\ud83d\\ude00\"", OK },
  { "\"\\u0000\"", OK },
  { "\"\x7f\"", OK },
  { "\"\xf4\x8f\xbf\xbf\"", OK },
  { "{\"a\":1,\"a\":2}", OK },
  { "", WHENCE_JSON_ERROR_END, 1, 1 },
  { "  \n ", WHENCE_JSON_ERROR_END, 2, 2 },
  { "{", WHENCE_JSON_ERROR_END, 1, 2 },
  { "[1", WHENCE_JSON_ERROR_END, 1, 3 },
  { "[1,", WHENCE_JSON_ERROR_END, 1, 4 },
  { "{\"a\"", WHENCE_JSON_ERROR_END, 1, 5 },
  { "{\"a\":", WHENCE_JSON_ERROR_END, 1, 6 },
  { "\"abc", WHENCE_JSON_ERROR_END, 1, 5 },
  { "\"abc\\", WHENCE_JSON_ERROR_END, 1, 6 },
  { "\"\\u12", WHENCE_JSON_ERROR_END, 1, 6 },
  { "-", WHENCE_JSON_ERROR_END, 1, 2 },
  { "[1.", WHENCE_JSON_ERROR_END, 1, 4 },
  { "[1e", WHENCE_JSON_ERROR_END, 1, 4 },
  { "[1,]", WHENCE_JSON_ERROR_VALUE, 1, 4 },
  { "[,1]", WHENCE_JSON_ERROR_VALUE, 1, 2 },
  { "[nul]", WHENCE_JSON_ERROR_VALUE, 1, 2 },
  { "['a']", WHENCE_JSON_ERROR_VALUE, 1, 2 },
  { "[/* */]", WHENCE_JSON_ERROR_VALUE, 1, 2 },
  { "[.5]", WHENCE_JSON_ERROR_VALUE, 1, 2 },
  { "[+1]", WHENCE_JSON_ERROR_VALUE, 1, 2 },
  { "[NaN]", WHENCE_JSON_ERROR_VALUE, 1, 2 },
  { "[Infinity]", WHENCE_JSON_ERROR_VALUE, 1, 2 },
  { "\xef\xbb\xbf[]", WHENCE_JSON_ERROR_VALUE, 1, 1 },
  { "[1 2]", WHENCE_JSON_ERROR_COMMA, 1, 4 },
  { "[1}", WHENCE_JSON_ERROR_COMMA, 1, 3 },
  { "{\"a\":1 \"b\":2}", WHENCE_JSON_ERROR_COMMA, 1, 8 },
  { "{a:1}", WHENCE_JSON_ERROR_KEY, 1, 2 },
  { "{\"a\":1,}", WHENCE_JSON_ERROR_KEY, 1, 8 },
  { "{1:1}", WHENCE_JSON_ERROR_KEY, 1, 2 },
  { "{\"a\" 1}", WHENCE_JSON_ERROR_COLON, 1, 6 },
  { "[0123]", WHENCE_JSON_ERROR_NUMBER, 1, 2 },
  { "[-01]", WHENCE_JSON_ERROR_NUMBER, 1, 2 },
  { "[5.]", WHENCE_JSON_ERROR_NUMBER, 1, 2 },
  { "[1e]", WHENCE_JSON_ERROR_NUMBER, 1, 2 },
  { "[- 5]", WHENCE_JSON_ERROR_NUMBER, 1, 2 },
  { "[0x1F]", WHENCE_JSON_ERROR_COMMA, 1, 3 },
  { "[\"\\x41\"]", WHENCE_JSON_ERROR_ESCAPE, 1, 3 },
  { "[\"\\u12g4\"]", WHENCE_JSON_ERROR_ESCAPE, 1, 3 },
  { "[\"a\nb\"]", WHENCE_JSON_ERROR_CONTROL, 1, 4 },
  { "[\"a\x1f\"]", WHENCE_JSON_ERROR_CONTROL, 1, 4 },
  { "[\"\xff\"]", WHENCE_JSON_ERROR_UTF8, 1, 3 },
  { "[\"\xc0\x80\"]", WHENCE_JSON_ERROR_UTF8, 1, 3 },
  { "[\"\xed\xa0\x80\"]", WHENCE_JSON_ERROR_UTF8, 1, 3 },
  { "[\"\xf4\x90\x80\x80\"]", WHENCE_JSON_ERROR_UTF8, 1, 3 },
  { "[\"\xe2\x82\"]", WHENCE_JSON_ERROR_UTF8, 1, 3 },
  { "[\"\\ud800\"]", WHENCE_JSON_ERROR_SURROGATE, 1, 3 },
  { "[\"\\udc00\"]", WHENCE_JSON_ERROR_SURROGATE, 1, 3 },
  { "[\"\\ud800\\u0041\"]", WHENCE_JSON_ERROR_SURROGATE, 1, 3 },
  { "{\"a\":1}{\"b\":2}", WHENCE_JSON_ERROR_TRAILING, 1, 8 },
  { "1 x", WHENCE_JSON_ERROR_TRAILING, 1, 3 },
  /* Columns count code points, lines end at a line feed. */
  { "[\n  \"\xc3\xa4\xf0\x9f\x98\x80\", x]", WHENCE_JSON_ERROR_VALUE, 2, 9 },
  { "[\r\n\r\n x", WHENCE_JSON_ERROR_VALUE, 3, 2 },
};

static WhenceJsonError
scan (const char *text, gsize length, guint *line, guint *column)
{
  /* A copy of exactly that length, so that reading beyond it is noticed. */
  g_autofree char *exact = g_memdup2 (text, length);
  WhenceJsonScanner scanner;
  WhenceJsonPlace place = { 0, 1, 1 };
  WhenceJsonError error;

  whence_json_scanner_init (&scanner, exact, (guint32) length, 1000);
  error = whence_json_scan_text (&scanner) ? WHENCE_JSON_OK : scanner.error;
  if (error != WHENCE_JSON_OK)
    whence_json_place_advance (&place, exact, scanner.error_at);
  *line = place.line;
  *column = place.column;
  whence_json_scanner_clear (&scanner);
  return error;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint line, column;
      WhenceJsonError error = scan (cases[i].text, strlen (cases[i].text), &line, &column);

      g_test_message ("case %u", i);
      g_assert_cmpint (error, ==, cases[i].error);
      if (error == WHENCE_JSON_OK)
        continue;
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
      g_assert_cmpint (strlen (whence_json_error_message (error)), >, 10);
    }
}

/* Whatever begins well and is cut off ends too early, at its end. */
static void
test_truncated (void)
{
  static const char text[] =
    "{\"a\": [1.5e3, true, null, \"\\u00e4\\ud83d\\ude00\\n\", {\"b\": -0}], \"c\": {}}";

  for (gsize length = 0; length < sizeof text - 1; length++)
    {
      guint line, column;

      g_assert_cmpint (scan (text, length, &line, &column), !=, WHENCE_JSON_OK);
      g_assert_cmpuint (column, <=, length + 1);
    }
}

static void
test_deep (void)
{
  enum
  {
    DEPTH = 100000
  };
  g_autofree char *text = g_malloc (2 * DEPTH);
  WhenceJsonScanner scanner;

  memset (text, '[', DEPTH);
  memset (text + DEPTH, ']', DEPTH);
  whence_json_scanner_init (&scanner, text, 2 * DEPTH, 64);
  g_assert_false (whence_json_scan_text (&scanner));
  g_assert_cmpint (scanner.error, ==, WHENCE_JSON_ERROR_DEEP);
  g_assert_cmpuint (scanner.error_at, ==, 64);
  whence_json_scanner_clear (&scanner);
  whence_json_scanner_init (&scanner, text, 2 * DEPTH, DEPTH);
  g_assert_true (whence_json_scan_text (&scanner));
  whence_json_scanner_clear (&scanner);
}

static void
test_suite (void)
{
  g_autofree char *folder =
    g_build_filename (g_getenv ("WHENCE_SHARED_DATA"), "json-test-suite", "test_parsing", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  if (dir == NULL)
    {
      g_test_message ("the JSON test suite is not there");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;
      guint line, column;
      WhenceJsonError error;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      error = scan (text, length, &line, &column);
      if ((name[0] == 'y' && error != WHENCE_JSON_OK) || (name[0] == 'n' && error == WHENCE_JSON_OK))
        g_error ("%s: %s", name, whence_json_error_message (error));
      n++;
    }
  g_assert_cmpuint (n, >, 300);
}

/* Which members are duplicates, and which strings hold U+0000, by their number among the tokens. */
static void
test_odd_tokens (void)
{
  static const struct
  {
    const char *text;
    const char *duplicates, *nuls;
  } odd[] = {
    { "{\"a\":1,\"b\":2}", "", "" },
    { "{\"a\":1,\"b\":2,\"a\":3}", "5 ", "" },
    { "{\"a\":1,\"\\u0061\":2}", "3 ", "" },
    { "{\"\\u0061\":1,\"\\u0061\":2,\"a\":3}", "3 5 ", "" },
    { "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1,\"a\":2}]}", "13 ", "" },
    { "{\"a\\u0000b\":1,\"a\\u0000c\":2}", "", "1 3 " },
    { "[\"\\u0000\", \"\\\\u0000\"]", "", "1 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GString) duplicates = g_string_new (NULL), nuls = g_string_new (NULL);
      WhenceJsonScanner scanner;
      guint n = 0;

      whence_json_scanner_init (&scanner, odd[i].text, (guint32) strlen (odd[i].text), 64);
      g_assert_true (whence_json_scan_text (&scanner));
      for (guint j = 0; j < scanner.tokens->len; j++)
        {
          guint8 flags = g_array_index (scanner.tokens, WhenceJsonToken, j).flags;

          if (flags & WHENCE_JSON_DUPLICATE)
            g_string_append_printf (duplicates, "%u ", j);
          if (flags & WHENCE_JSON_HAS_NUL)
            g_string_append_printf (nuls, "%u ", j);
          n += ((flags & WHENCE_JSON_DUPLICATE) != 0) + ((flags & WHENCE_JSON_HAS_NUL) != 0);
        }
      g_assert_cmpstr (duplicates->str, ==, odd[i].duplicates);
      g_assert_cmpstr (nuls->str, ==, odd[i].nuls);
      g_assert_cmpuint (scanner.n_odd, ==, n);
      whence_json_scanner_clear (&scanner);
    }
}

/* Objects with many members take another way. */
static void
test_many_members (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  WhenceJsonScanner scanner;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s\"k%u\":%u", i > 0 ? "," : "", i, i);
  g_string_append (text, ",\"\\u006b777\":1}");
  whence_json_scanner_init (&scanner, text->str, (guint32) text->len, 64);
  g_assert_true (whence_json_scan_text (&scanner));
  g_assert_cmpuint (scanner.n_odd, ==, 1);
  g_assert_cmpuint (g_array_index (scanner.tokens, WhenceJsonToken, 40001).flags & WHENCE_JSON_DUPLICATE, !=,
                    0);
  whence_json_scanner_clear (&scanner);
}

/* --- A second opinion --------------------------------------------------------------------------------- */

static void
append_random_string (GRand *rand, GString *out)
{
  static const char *const pieces[] = { "a",
                                        "Z",
                                        " ",
                                        "\\n",
                                        "\\\"",
                                        "\\\\",
                                        "\\/",
                                        "\\u00e4",
                                        "\xc3\xa4",
                                        "\xe2\x80\xae",
                                        "\\ud83d\\ude00",
                                        "\xf0\x9f\x98\x80",
                                        "\\u001f",
                                        "{",
                                        "]",
                                        "," };

  g_string_append_c (out, '"');
  for (int i = g_rand_int_range (rand, 0, 8); i > 0; i--)
    g_string_append (out, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (out, '"');
}

static void
append_random_value (GRand *rand, guint depth, GString *out)
{
  static const char *const scalars[] = { "null", "true", "false", "0", "-1", "1.5", "123456789", "2.5e10" };
  int n = g_rand_int_range (rand, 0, 5), what = g_rand_int_range (rand, 0, depth > 4 ? 2 : 4);

  if (what == 0)
    g_string_append (out, scalars[g_rand_int_range (rand, 0, G_N_ELEMENTS (scalars))]);
  else if (what == 1)
    append_random_string (rand, out);
  else
    {
      g_string_append_c (out, what == 2 ? '[' : '{');
      for (int i = 0; i < n; i++)
        {
          g_string_append (out, i > 0 ? " ,\n" : " ");
          if (what == 3)
            g_string_append_printf (out, "\"k%d\" :\t", i);
          append_random_value (rand, depth + 1, out);
        }
      g_string_append_c (out, what == 2 ? ']' : '}');
    }
}

static void
append_pretty (const char *text, gsize length, GString *out)
{
  WhenceJsonScanner scanner;

  whence_json_scanner_init (&scanner, text, (guint32) length, 64);
  g_assert_true (whence_json_scan_text (&scanner));
  whence_json_append_pretty (&scanner, 0, 0, 1, out);
  whence_json_scanner_clear (&scanner);
}

static void
assert_same_value (const char *a, const char *b)
{
  g_autoptr (JsonNode) first = json_from_string (a, NULL), second = json_from_string (b, NULL);

  g_assert_true (json_node_equal (first, second));
}

static void
test_random_values (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new ("["), compact = g_string_new (NULL),
                          pretty = g_string_new (NULL);
      g_autoptr (GString) again = g_string_new (NULL);

      append_random_value (rand, 0, text);
      g_string_append_c (text, ']');
      whence_json_append_compact (text->str, text->len, compact);
      append_pretty (text->str, text->len, pretty);
      append_pretty (compact->str, compact->len, again);
      assert_same_value (text->str, compact->str);
      assert_same_value (text->str, pretty->str);
      g_assert_cmpstr (pretty->str, ==, again->str);
    }
}

static void
test_decode (void)
{
  static const struct
  {
    const char *json, *text;
  } strings[] = {
    { "\"\"", "" },
    { "\"a\\/b\"", "a/b" },
    { "\"\\\"\\\\\\b\\f\\n\\r\\t\"", "\"\\\b\f\n\r\t" },
    { "\"\\u00E4\\u20ac\\ud83d\\ude00x\"", "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL), json = g_string_new (NULL);
      WhenceJsonScanner scanner;

      whence_json_scanner_init (&scanner, strings[i].json, (guint32) strlen (strings[i].json), 64);
      g_assert_true (whence_json_scan_text (&scanner));
      whence_json_decode (strings[i].json, &g_array_index (scanner.tokens, WhenceJsonToken, 0), text);
      g_assert_cmpstr (text->str, ==, strings[i].text);
      whence_json_append_string (text->str, text->len, json);
      assert_same_value (json->str, strings[i].json);
      whence_json_scanner_clear (&scanner);
    }
}

static void
test_paths (void)
{
  static const char text[] = "{\"a\": [1, {\"two words\": true, \"it's\": [[0]]}], \"b_1\": null, \"1b\": 0}";
  static const char *const paths[] = {
    "$",
    "$.a",
    "$.a",
    "$.a[0]",
    "$.a[1]",
    "$.a[1]['two words']",
    "$.a[1]['two words']",
    "$.a[1]['it\\'s']",
    "$.a[1]['it\\'s']",
    "$.a[1]['it\\'s'][0]",
    "$.a[1]['it\\'s'][0][0]",
    "$.b_1",
    "$.b_1",
    "$['1b']",
    "$['1b']",
  };
  WhenceJsonScanner scanner;

  whence_json_scanner_init (&scanner, text, sizeof text - 1, 64);
  g_assert_true (whence_json_scan_text (&scanner));
  g_assert_cmpuint (scanner.tokens->len, ==, G_N_ELEMENTS (paths));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GString) path = g_string_new ("$");

      whence_json_append_path (&scanner, 0, i, path);
      g_assert_cmpstr (path->str, ==, paths[i]);
    }
  whence_json_scanner_clear (&scanner);
}

static void
test_pretty (void)
{
  static const char text[] =
    "{\"e\":{},\"n\":[ "
    "],\"p\":[1,2],\"q\":{\"value\":1,\"unit\":\"kg\"},\"l\":[{\"a\":1},{\"b\":2}],\"m\":{\"x\":[1,2]}}";
  g_autoptr (GString) pretty = g_string_new (NULL);

  append_pretty (text, sizeof text - 1, pretty);
  g_assert_cmpstr (pretty->str, ==,
                   "{\n"
                   "  \"e\": {},\n"
                   "  \"n\": [],\n"
                   "  \"p\": [1, 2],\n"
                   "  \"q\": { \"value\": 1, \"unit\": \"kg\" },\n"
                   "  \"l\": [\n"
                   "    { \"a\": 1 },\n"
                   "    { \"b\": 2 }\n"
                   "  ],\n"
                   "  \"m\": {\n"
                   "    \"x\": [1, 2]\n"
                   "  }\n"
                   "}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scan/cases", test_cases);
  g_test_add_func ("/json-scan/truncated", test_truncated);
  g_test_add_func ("/json-scan/deep", test_deep);
  g_test_add_func ("/json-scan/test-suite", test_suite);
  g_test_add_func ("/json-scan/odd-tokens", test_odd_tokens);
  g_test_add_func ("/json-scan/many-members", test_many_members);
  g_test_add_func ("/json-value/random", test_random_values);
  g_test_add_func ("/json-value/decode", test_decode);
  g_test_add_func ("/json-value/paths", test_paths);
  g_test_add_func ("/json-value/pretty", test_pretty);
  return g_test_run ();
}
