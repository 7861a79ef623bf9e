/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures from a bundle that comes from anywhere: what lies beside it is shown, what lies elsewhere, is no
 * picture or is damaged is not, says why, and stops nothing. */
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "paint/export-png.h"
#include "paint/graph-painter.h"
#include "paint/pen-backs.h"

#include "drawn-graph.h"
#include "painted.h"
#include "read-text.h"

/* One red pixel. */
#define RED "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"

typedef struct
{
  char *folder, *elsewhere;
} Fixture;

static void
write_file (const char *folder, const char *name, const void *data, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

/* What must not be followed, or waited for. */
static void
lay_traps (const Fixture *fixture)
{
  g_autofree char *secret = g_build_filename (fixture->elsewhere, "secret.png", NULL);
  g_autofree char *away = g_build_filename (fixture->folder, "link.png", NULL);
  g_autofree char *out = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, "pipe.png", NULL);

  g_assert_cmpint (symlink (secret, away), ==, 0);
  g_assert_cmpint (symlink (fixture->elsewhere, out), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree guchar *red = g_base64_decode (RED, &length);
  g_autofree char *inner = NULL, *large = g_malloc0 (WHENCE_PORTRAIT_MAX_LENGTH + 1);

  fixture->folder = g_dir_make_tmp ("portraits-XXXXXX", NULL);
  fixture->elsewhere = g_dir_make_tmp ("elsewhere-XXXXXX", NULL);
  inner = g_build_filename (fixture->folder, "inner", NULL);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  write_file (fixture->folder, "red.png", red, length);
  write_file (inner, "red.png", red, length);
  write_file (fixture->elsewhere, "secret.png", red, length);
  write_file (fixture->folder, "cut.png", red, length - 28);
  write_file (fixture->folder, "text.png", "no picture", 10);
  write_file (fixture->folder, "empty.png", "", 0);
  memcpy (large, red, length);
  write_file (fixture->folder, "large.png", large, WHENCE_PORTRAIT_MAX_LENGTH + 1);
  lay_traps (fixture);
}

static void
remove_all (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_all (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  remove_all (fixture->elsewhere);
  g_free (fixture->folder);
  g_free (fixture->elsewhere);
}

static void
test_paths (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *path;
    gboolean shown;
  } cases[] = {
    { "red.png", TRUE },
    { "inner/red.png", TRUE },
    { "./inner//red.png", TRUE },
    { "data:image/png;base64," RED, TRUE },
    { "inner", FALSE },
    { "inner/", FALSE },
    { "missing.png", FALSE },
    { "red.png/x", FALSE },
    { "cut.png", FALSE },
    { "text.png", FALSE },
    { "empty.png", FALSE },
    { "large.png", FALSE },
    { "pipe.png", FALSE },
    { "link.png", FALSE },
    { "out/secret.png", FALSE },
    { "inner/../red.png", FALSE },
    { "../secret.png", FALSE },
    { "/etc/passwd", FALSE },
    { "", FALSE },
    { "data:image/png;base64,????", FALSE },
    { "data:image/png,x", FALSE },
    { "data:image/svg+xml;base64,PHN2Zy8+", FALSE },
  };
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WhenceImage) image = whence_portrait_load (cases[i].path, folder, &error);
      g_test_message ("%s: %s", cases[i].path, error != NULL ? error->message : "shown");
      g_assert_cmpint (image != NULL, ==, cases[i].shown);
      g_assert_cmpint (error != NULL, ==, !cases[i].shown);
    }
}

static WhenceGraphScene *
make_scene (void)
{
  g_autoptr (GString) text =
    g_string_new ("{\"whence\":1,\"entities\":["
                  "{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\",\"image\":\"red.png\"},"
                  "{\"id\":\"b\",\"type\":\"product\",\"name\":\"B\",\"image\":\"cut.png\"},"
                  "{\"id\":\"c\",\"type\":\"company\",\"name\":\"C\",\"image\":\"red.png\"}],\"facts\":[");
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceScope) scope = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"f%u\",\"type\":\"family\",\"subject\":\"%c\",\"object\":\"%c\"}",
                            i > 0 ? "," : "", i, "abc"[i % 3], "abc"[(i + 1) % 3]);
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  scope = whence_scope_new_whole (bundle);
  return draw_graph (scope, 400, 300);
}

static char *
paint (const WhenceGraphScene *scene, const WhencePortraits *portraits)
{
  g_autoptr (WhencePen) pen = whence_pen_new_svg (400, 300, "Graph", NULL, "en");

  whence_graph_paint (&(WhenceGraphPaint){ .scene = scene,
                                           .style = whence_style_get (WHENCE_THEME_LIGHT),
                                           .portraits = portraits,
                                           .width = 400,
                                           .height = 300 },
                      pen);
  return take_svg (pen);
}

/* A pixel of an image, as Cairo has it. */
static guint32
get_pixel (WhenceImage *image, int x, int y)
{
  cairo_surface_t *surface = whence_image_create_surface (image);
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];

  cairo_surface_destroy (surface);
  return pixel;
}

/* What is larger than is ever shown is made smaller, with the colours that it had. */
static void
test_shrinks (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 611, 403);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (WhenceImage) image = NULL;
  int width, height;

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, 0, 0, 300, 403);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, 0, 0, 1, 0.2);
  cairo_rectangle (cr, 300, 0, 311, 403);
  cairo_fill (cr);
  cairo_destroy (cr);
  png = whence_png_encode (surface, 1, NULL, NULL, NULL);
  cairo_surface_destroy (surface);
  image = whence_image_new (png, NULL);
  g_assert_nonnull (image);
  whence_image_get_size (image, &width, &height);
  g_assert_cmpint (height, ==, WHENCE_IMAGE_SIDE);
  g_assert_cmpint (width, ==, 611 * WHENCE_IMAGE_SIDE / 403);
  g_assert_cmphex (get_pixel (image, 0, 0), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (image, 130, height - 1), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (image, width - 1, height - 1), ==, 0x33000033);
}

/* Two are shown, one is damaged and keeps its initials, and a second scene reads nothing again. */
static void
test_scene (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WhenceGraphScene) scene = make_scene ();
  g_autofree char *path = g_build_filename (fixture->folder, "story.facts.json", NULL);
  g_autofree char *red = g_build_filename (fixture->folder, "red.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (WhencePortraits) first = whence_portraits_new (scene, file, NULL, NULL);
  g_autoptr (WhencePortraits) second = NULL, apart = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *svg = paint (scene, first), *again = NULL;
  const char *reason;

  g_assert_nonnull (whence_portraits_get (first, 0));
  g_assert_null (whence_portraits_get (first, 1));
  g_assert_true (whence_portraits_get (first, 0) == whence_portraits_get (first, 2));
  g_assert_cmpuint (whence_portraits_get_n_failed (first, &reason), ==, 1);
  g_assert_nonnull (strstr (reason, "cut.png"));
  g_assert_nonnull (strstr (svg, "data:image/png;base64,"));
  g_assert_cmpint (g_remove (red), ==, 0);
  second = whence_portraits_new (scene, file, first, NULL);
  again = paint (scene, second);
  g_assert_cmpstr (svg, ==, again);
  apart = whence_portraits_new (scene, NULL, first, NULL);
  g_assert_null (whence_portraits_get (apart, 0));
  g_assert_cmpuint (whence_portraits_get_n_failed (apart, &reason), ==, 2);
  g_cancellable_cancel (cancelled);
  g_assert_null (whence_portraits_new (scene, file, NULL, cancelled));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/portraits/paths", Fixture, NULL, set_up, test_paths, tear_down);
  g_test_add_func ("/portraits/shrinks", test_shrinks);
  g_test_add ("/portraits/scene", Fixture, NULL, set_up, test_scene, tear_down);
  return g_test_run ();
}
