/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures as files: the same bytes every time and in every thread, what the formats promise, and sizes,
 * titles and bundles of every kind. The pictures of the example, and of a bundle with everything, are
 * compared with tests/paint/expected/, which WHENCE_REGENERATE=1 writes anew: look at them before you commit
 * them. */
#include <math.h>

#include "paint/pen-backs.h"

#include "pictures.h"

/* Scripts for which the machine has fonts, or not: how wide they are is not ours to expect. */
static WhenceScope *
read_scripts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "scripts.facts.json", NULL);
  return read_file (path);
}

/* --- The same bytes --- */

static gpointer
export_in_thread (gpointer data)
{
  const WhencePictureOptions *options = data;
  g_autoptr (WhenceScope) scope = read_example ();
  return export_picture (scope, options);
}

static void
test_same_bytes (gconstpointer data)
{
  WhencePictureOptions options = options_of (GPOINTER_TO_UINT (data), WHENCE_SHOW_BOTH);
  g_autoptr (GBytes) first = export_in_thread (&options);
  g_autoptr (GBytes) other = g_thread_join (g_thread_new ("export", export_in_thread, &options));
  g_assert_true (g_bytes_equal (first, other));
}

/* --- Formats --- */

static guint32
read_be32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
test_png (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  WhencePictureOptions options = options_of (WHENCE_PICTURE_PNG, WHENCE_SHOW_GRAPH);
  options.scale = 1.5;
  options.transparent = TRUE;
  g_autoptr (GBytes) png = export_picture (scope, &options);
  gsize length;
  const guint8 *data = g_bytes_get_data (png, &length);

  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1A\n", 8);
  g_assert_cmpuint (read_be32 (data + 16), ==, 1920);
  g_assert_cmpuint (read_be32 (data + 20), ==, 1200);
  g_assert_cmpuint (data[25], ==, 6); /* RGBA */
  g_assert_true (contains (png, "pHYs"));
  g_assert_false (contains (png, "tIME"));
  g_assert_true (contains (png, "Meta, Scale AI and Alexandr Wang"));

  options.transparent = FALSE;
  g_autoptr (GBytes) opaque = export_picture (scope, &options);
  g_assert_cmpuint (((const guint8 *) g_bytes_get_data (opaque, NULL))[25], ==, 2); /* RGB */
}

static void
test_pdf (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  WhencePictureOptions options = options_of (WHENCE_PICTURE_PDF, WHENCE_SHOW_BOTH);
  g_autoptr (GBytes) pdf = export_picture (scope, &options);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_true (contains (pdf, "/Title (Meta, Scale AI and Alexandr Wang)"));
  g_assert_true (contains (pdf, "/MediaBox [ 0 0 960 600 ]"));
  g_assert_false (contains (pdf, "CreationDate"));
}

/* --- Sizes --- */

static void
test_sizes (void)
{
  static const struct
  {
    double width, height, scale;
    WhencePictureType type;
    gboolean fine;
  } cases[] = {
    { 200, 150, 1, WHENCE_PICTURE_SVG, TRUE },      { 199, 150, 1, WHENCE_PICTURE_SVG, FALSE },
    { 200, 149, 1, WHENCE_PICTURE_PNG, FALSE },     { 32768, 800, 1, WHENCE_PICTURE_SVG, FALSE },
    { 1280, 800, 26, WHENCE_PICTURE_PNG, FALSE },   { 1280, 800, 26, WHENCE_PICTURE_SVG, TRUE },
    { 1280, 800, 0, WHENCE_PICTURE_PNG, FALSE },    { NAN, 800, 1, WHENCE_PICTURE_PNG, FALSE },
    { 1280, 800, NAN, WHENCE_PICTURE_PNG, FALSE },  { 1280, INFINITY, 1, WHENCE_PICTURE_PDF, FALSE },
    { 20000, 20000, 1, WHENCE_PICTURE_PNG, FALSE }, { 3000, 200, 1, WHENCE_PICTURE_SVG, TRUE },
    { 200, 3000, 1, WHENCE_PICTURE_SVG, TRUE },     { 640, 360, 1, WHENCE_PICTURE_SVG, TRUE },
  };
  g_autoptr (WhenceScope) scope = read_story ("{\"whence\":1,\"title\":\"t\",\"facts\":["
                                              "{\"id\":\"f\",\"type\":\"launch\",\"date\":\"2016\"}]}");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhencePictureOptions options = options_of (cases[i].type, WHENCE_SHOW_BOTH);
      g_autoptr (GError) error = NULL;
      options.width = cases[i].width;
      options.height = cases[i].height;
      options.scale = cases[i].scale;
      g_autoptr (GBytes) bytes = whence_export_picture (scope, &options, NULL, &error);
      g_test_message ("%g × %g at %g", cases[i].width, cases[i].height, cases[i].scale);
      g_assert_cmpint (bytes != NULL, ==, cases[i].fine);
      if (!cases[i].fine)
        g_assert_error (error, WHENCE_EXPORT_ERROR, WHENCE_EXPORT_ERROR_SIZE);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_null (whence_export_picture (scope, &whence_picture_defaults, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- Bundles of every kind --- */

static void
test_odd_bundles (void)
{
  g_autofree char *long_name = g_strnfill (400, 'W');
  g_autofree char *wide =
    g_strdup_printf ("{\"whence\":1,\"title\":\"%s\",\"summary\":\"%s\",\"language\":\"a\\\"<&\","
                     "\"sources\":[{\"id\":\"s\",\"title\":\"%s\",\"url\":\"https://x.example/%s\"}],"
                     "\"entities\":[{\"id\":\"<a>\",\"type\":\"person\",\"name\":\"%s\"},{\"id\":\"b&b\","
                     "\"type\":\"alien\",\"name\":\"مرحبا "
                     "👨‍👩‍👧\"}],"
                     "\"facts\":[{\"id\":\"f\\\"'\",\"type\":\"investment\",\"date\":\"2016~/"
                     "..\",\"title\":\"%s\",\"subject\":\"<a>\","
                     "\"object\":\"b&b\",\"citations\":[{\"source\":\"s\"}]}]}",
                     long_name, long_name, long_name, long_name, long_name, long_name);
  const char *const bundles[] = { "{\"whence\":1}", "{\"whence\":1,\"title\":\"\\u0001\\u202e\"}", wide };
  static const WhenceShow shows[] = { WHENCE_SHOW_TIMELINE, WHENCE_SHOW_GRAPH, WHENCE_SHOW_BOTH };

  for (guint i = 0; i < G_N_ELEMENTS (bundles); i++)
    for (guint j = 0; j < G_N_ELEMENTS (shows); j++)
      for (guint type = 0; type <= WHENCE_PICTURE_PDF; type++)
        {
          g_autoptr (WhenceScope) scope = read_story (bundles[i]);
          WhencePictureOptions options = options_of ((WhencePictureType) type, shows[j]);
          options.width = i == 2 ? 400 : 1280;
          options.theme = (WhenceTheme) (i % WHENCE_N_THEMES);
          g_autoptr (GBytes) bytes = export_picture (scope, &options);
          if (type == WHENCE_PICTURE_SVG)
            {
              Content content;
              parse (bytes, &content);
              clear_content (&content);
            }
        }
}

/* --- Expected pictures --- */

typedef struct
{
  const char *name;
  WhenceScope *(*read) (void);
  WhenceShow show;
} Expected;

static const Expected expected_pictures[] = {
  { "timeline", read_example, WHENCE_SHOW_TIMELINE },
  { "graph", read_example, WHENCE_SHOW_GRAPH },
  { "both", read_example, WHENCE_SHOW_BOTH },
  { "everything-timeline", read_everything, WHENCE_SHOW_TIMELINE },
  { "everything-graph", read_everything, WHENCE_SHOW_GRAPH },
};

/* Whatever fonts there are, names in all scripts stay text in SVG, whole, and every type of picture is drawn.
 */
static void
test_scripts (void)
{
  static const char *const words[] = { "ميتا", "阿里巴巴是磨坊的客户", "水野さくらはアリババで働く",
                                       "הטחנה נמכרה למשפחה מן הכפר" };
  static const WhencePictureType types[] = { WHENCE_PICTURE_SVG, WHENCE_PICTURE_PNG, WHENCE_PICTURE_PDF };
  g_autoptr (WhenceScope) scope = read_scripts ();

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      WhencePictureOptions options = options_of (types[t], WHENCE_SHOW_BOTH);
      g_autoptr (GBytes) picture = export_picture (scope, &options);
      for (guint i = 0; types[t] == WHENCE_PICTURE_SVG && i < G_N_ELEMENTS (words); i++)
        g_assert_true (contains (picture, words[i]));
    }
}

static void
test_expected (gconstpointer data)
{
  const Expected *picture = data;
  g_autofree char *name = g_strdup_printf ("%s.svg", picture->name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "expected", name, NULL);
  g_autoptr (WhenceScope) scope = picture->read ();
  WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, picture->show);
  g_autoptr (GBytes) svg = export_picture (scope, &options);
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("WHENCE_REGENERATE") != NULL)
    {
      g_file_set_contents (path, text, (gssize) length, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (strlen (expected) == length && memcmp (expected, text, length) == 0)
    return;
  g_autofree char *got = g_test_build_filename (G_TEST_BUILT, name, NULL);
  g_file_set_contents (got, text, (gssize) length, NULL);
  g_test_message ("%s differs from %s: look at both; WHENCE_REGENERATE=1 takes the new one", got, path);
  g_test_fail ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (whence_fonts_init ());
  g_test_add_data_func ("/paint/export/same-bytes/png", GUINT_TO_POINTER (WHENCE_PICTURE_PNG),
                        test_same_bytes);
  g_test_add_data_func ("/paint/export/same-bytes/svg", GUINT_TO_POINTER (WHENCE_PICTURE_SVG),
                        test_same_bytes);
  g_test_add_data_func ("/paint/export/same-bytes/pdf", GUINT_TO_POINTER (WHENCE_PICTURE_PDF),
                        test_same_bytes);
  g_test_add_func ("/paint/export/png", test_png);
  g_test_add_func ("/paint/export/pdf", test_pdf);
  g_test_add_func ("/paint/export/sizes", test_sizes);
  g_test_add_func ("/paint/export/cancelled", test_cancelled);
  g_test_add_func ("/paint/export/odd-bundles", test_odd_bundles);
  g_test_add_func ("/paint/export/scripts", test_scripts);
  for (guint i = 0; i < G_N_ELEMENTS (expected_pictures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paint/export/expected/%s", expected_pictures[i].name);
      g_test_add_data_func (path, &expected_pictures[i], test_expected);
    }
  return g_test_run ();
}
