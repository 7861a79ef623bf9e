/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of edges: separators, quoting, columns in any order, names that are no ids, and what is refused and
 * where. */
#include <string.h>

#include "formats/format.h"

static WhenceBundle *
read_table (const char *text)
{
  g_autoptr (GError) error = NULL;
  WhenceBundle *bundle = whence_csv_read (text, strlen (text), NULL, &error);
  g_assert_no_error (error);
  return bundle;
}

static void
assert_names (const WhenceBundle *bundle, const char *expected)
{
  GString *names = g_string_new (NULL);
  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", whence_bundle_get_entity_name (bundle, i));
  g_assert_cmpstr (names->str, ==, expected);
  g_string_free (names, TRUE);
}

static void
test_rows (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (WhenceBundle) bundle = read_table (row[0]);
  guint n_problems;
  whence_bundle_get_problems (bundle, &n_problems);
  g_assert_cmpuint (n_problems, ==, 0);
  assert_names (bundle, row[1]);
  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, (guint) strlen (row[2]));
  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    g_assert_cmpint (whence_bundle_get_fact_type (bundle, i)->directed, ==, row[2][i] == 'd');
}

/* text, names, one letter a tie: d(irected) or u(ndirected) */
static const char *const rows[][3] = {
  { "Source,Target\na,b\nb,c\n", "a|b|c", "uu" },
  { "source;TARGET;Type\na;b;Directed\nb;a;Undirected\n", "a|b", "du" },
  { "Target\tSource\nb\ta\n", "a|b", "u" },
  { "\xef\xbb\xbfSource,Target\r\na,b\r\n\r\nc,d", "a|b|c|d", "uu" },
  { "Source,Target\n\"Smith, John\",\"He said \"\"no\"\"\"\n", "Smith, John|He said \"no\"", "u" },
  { "Source,Target\n\"two\nlines\",b\n", "two\nlines|b", "u" },
  { "Source,Target,Label,Weight\na,a,loves,0.50\n", "a", "u" },
  { "Id,Source,Target,Extra\n1,名前,اسم,x\n", "名前|اسم", "u" },
  { "Source,Target\nnode 2,b\nnode-1,c\n", "node 2|b|node-1|c", "uu" },
  { "Source,Target\n", "", "" },
};

static void
test_values (void)
{
  g_autoptr (WhenceBundle) bundle = read_table ("Source,Target,Type,Label,Weight\na,b,directed,pays,2.50\n");
  WhenceFact fact;
  WhenceAmount weight;
  whence_bundle_get_fact (bundle, 0, &fact);
  g_assert_cmpstr (fact.title, ==, "pays");
  g_assert_cmpuint (fact.n_quantities, ==, 1);
  whence_bundle_get_quantity (bundle, 0, 0, &weight);
  g_autofree char *value = whence_decimal_to_json (weight.value);
  g_assert_cmpstr (value, ==, "2.5");
}

static void
test_refused (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr (GError) error = NULL;
  g_assert_null (whence_csv_read (row[0], strlen (row[0]), NULL, &error));
  g_assert_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_READ);
  g_assert_true (g_str_has_prefix (error->message, row[1]));
}

static const char *const refused[][2] = {
  { "", "1: " },
  { "From,To\na,b\n", "1: " },
  { "Source,Target\na,b\nc\n", "3: " },
  { "Source,Target\na,b\n\n,d\n", "4: " },
  { "Source,Target\n\"a\nb,c\n", "2: " },
  { "Source,Target,Weight\na,b,heavy\n", "2: " },
  { "Source,Target\na,\xff\n", "The table is not UTF-8" },
};

static void
test_sniff (void)
{
  g_assert_true (whence_csv_sniff ("Label;Source;Target\n", 20));
  g_assert_false (whence_csv_sniff ("{\"whence\":1}", 12));
  g_assert_false (whence_csv_sniff ("", 0));
}

static void
test_choice (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_cmpstr (whence_format_for_file ("a.facts.jsonl", NULL, 0, NULL)->name, ==, "facts-lines");
  g_assert_cmpstr (whence_format_for_file ("A.GEXF", NULL, 0, NULL)->name, ==, "gexf");
  g_assert_cmpstr (whence_format_for_file ("edges", "Source,Target\n", 14, NULL)->name, ==, "csv");
  g_assert_cmpstr (whence_format_for_file ("story", " {\"whence\": 1}", 14, NULL)->name, ==, "facts");
  g_assert_null (whence_format_for_file ("csv", "?", 1, &error));
  g_assert_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (whence_format_by_name ("xls", &error));
  g_assert_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/rows/%zu", i);
      g_test_add_data_func (path, rows[i], test_rows);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/refused/%zu", i);
      g_test_add_data_func (path, refused[i], test_refused);
    }
  g_test_add_func ("/csv/values", test_values);
  g_test_add_func ("/csv/sniff", test_sniff);
  g_test_add_func ("/formats/choice", test_choice);
  return g_test_run ();
}
