/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GEXF is well-formed whatever the names hold, and has every node, tie and place of the bundle. */
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "formats/format.h"
#include "model/reader.h"

static const char story[] =
  "{\"whence\":1,\"title\":\"A & B <1>\","
  "\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A \\u0001 & <b> \\\"q\\\"\"},"
  "{\"id\":\"b\",\"type\":\"company\",\"name\":\"名前\"},{\"id\":\"c\",\"type\":\"place\",\"name\":\"C\"}],"
  "\"facts\":[{\"id\":\"f\",\"type\":\"investment\",\"subject\":\"a\",\"object\":\"b\",\"share\":\"0.49\","
  "\"amount\":{\"value\":14300000000,\"currency\":\"USD\"},\"date\":\"2025\"},"
  "{\"id\":\"g\",\"type\":\"contract\",\"subject\":\"a\",\"object\":\"b\",\"participants\":[{\"entity\":"
  "\"c\",\"role\":"
  "\"where\"}]},"
  "{\"id\":\"h\",\"type\":\"other\",\"subject\":\"a\"},"
  "{\"id\":\"n\",\"type\":\"board-seat\",\"subject\":\"a\",\"object\":\"b\",\"negated\":true}],"
  "\"view\":{\"positions\":{\"a\":[1.5,-2],\"b\":[3,4]}}}";

static xmlDoc *
write_and_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_text (text, strlen (text), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = whence_gexf_write (bundle, &error);
  g_autoptr (GBytes) again = whence_gexf_write (bundle, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *document = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET);
  g_assert_nonnull (document);
  return document;
}

static char *
evaluate (xmlDoc *document, const char *expression)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathRegisterNs (context, (const xmlChar *) "g", (const xmlChar *) "http://gexf.net/1.3");
  xmlXPathRegisterNs (context, (const xmlChar *) "v", (const xmlChar *) "http://gexf.net/1.3/viz");
  g_autofree char *wrapped = g_strdup_printf ("string(%s)", expression);
  xmlXPathObject *object = xmlXPathEval ((const xmlChar *) wrapped, context);
  char *result = g_strdup ((const char *) object->stringval);
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);
  return result;
}

/* XPath expression, value */
static const char *const expected[][2] = {
  { "count(//g:node)", "4" },
  { "count(//g:edge)", "4" },
  { "//g:node[@id='a']/@label", "A  & <b> \"q\"" },
  { "//g:node[@id='b']/@label", "名前" },
  { "//g:node[@id='a']/v:position/@x", "1.5" },
  { "//g:node[@id='a']/v:position/@y", "2" },
  { "count(//g:node[@id='c']/v:position)", "0" },
  { "//g:node[@id='fact,g']/v:position/@x", "2.25" },
  { "//g:edge[@id='f']/@type", "directed" },
  { "//g:edge[@id='f']/g:attvalues/g:attvalue[@for='2']/@value", "14300000000" },
  { "//g:edge[@id='f']/g:attvalues/g:attvalue[@for='4']/@value", "0.49" },
  { "count(//g:edge[@source='fact,g'])", "3" },
  { "//g:edge[@target='c']/@label", "where" },
  { "count(//g:edge[@id='n'])", "0" },
};

static void
test_content (gconstpointer data)
{
  const char *const *row = data;
  xmlDoc *document = write_and_parse (story);
  g_autofree char *value = evaluate (document, row[0]);
  g_assert_cmpstr (value, ==, row[1]);
  xmlFreeDoc (document);
}

static void
test_empty (void)
{
  xmlFreeDoc (write_and_parse ("{\"whence\":1}"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *path = g_strdup_printf ("/gexf/content/%zu", i);
      g_test_add_data_func (path, expected[i], test_content);
    }
  g_test_add_func ("/gexf/empty", test_empty);
  return g_test_run ();
}
