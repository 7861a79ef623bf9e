/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What exports cost without the start of a program: export FILE prints, as a line of JSON, the processor ms
 * and the bytes of an SVG and of a PNG of the graph at 3,840 × 2,160, with its saved positions; and of the
 * PNG writer alone against Cairo's, with the same image. */
#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "model/reader.h"
#include "paint/export-png.h"
#include "paint/export.h"
#include "paint/pen-backs.h"

#define WIDTH 3840
#define HEIGHT 2160
#define ROUNDS 5

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static gint64
wall (void)
{
  return g_get_monotonic_time ();
}

static cairo_status_t
on_write (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
print (const char *name, double ms, double wall_ms, gsize bytes)
{
  printf (", \"%s\": {\"cpu\": %.1f, \"wall\": %.1f, \"bytes\": %zu}", name, ms, wall_ms, bytes);
}

static void
measure_picture (WhenceScope *scope, WhencePictureOptions options, WhencePictureType type, const char *name)
{
  double best = G_MAXDOUBLE, best_wall = 0;
  gsize bytes = 0;

  options.type = type;
  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now ();
      gint64 wall_start = wall ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) picture = whence_export_picture (scope, &options, NULL, &error);

      if (picture == NULL)
        g_error ("%s", error->message);
      bytes = g_bytes_get_size (picture);
      if (now () - start < best)
        {
          best = now () - start;
          best_wall = (double) (wall () - wall_start) / 1000;
        }
    }
  print (name, best, best_wall, bytes);
}

static void
measure_writers (WhenceScope *scope, const WhencePictureOptions *options)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double ours = G_MAXDOUBLE, cairo = G_MAXDOUBLE, ours_wall = G_MAXDOUBLE, cairo_wall = G_MAXDOUBLE;
  gsize bytes = 0, cairo_bytes = 0;

  if (!whence_export_draw (scope, options, cr, NULL, NULL))
    g_error ("not drawn");
  cairo_destroy (cr);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now ();
      gint64 wall_start = wall ();
      g_autoptr (GBytes) png = whence_png_encode (surface, 1, NULL, NULL, NULL);

      bytes = g_bytes_get_size (png);
      ours = MIN (ours, now () - start);
      ours_wall = MIN (ours_wall, (double) (wall () - wall_start) / 1000);
      start = now ();
      wall_start = wall ();
      cairo_bytes = 0;
      cairo_surface_write_to_png_stream (surface, on_write, &cairo_bytes);
      cairo = MIN (cairo, now () - start);
      cairo_wall = MIN (cairo_wall, (double) (wall () - wall_start) / 1000);
    }
  print ("png_writer", ours, ours_wall, bytes);
  print ("cairo_png_writer", cairo, cairo_wall, cairo_bytes);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  WhencePictureOptions options = whence_picture_defaults;
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceScope) scope = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  double start = now ();

  if (argc != 2)
    g_error ("export FILE");
  setlocale (LC_ALL, "");
  whence_fonts_init ();
  file = g_file_new_for_path (argv[1]);
  bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);
  if (bundle == NULL)
    g_error ("%s", error->message);
  printf ("{\"read\": %.1f", now () - start);
  scope = whence_scope_new_whole (bundle);
  options.show = WHENCE_SHOW_GRAPH;
  options.layout = WHENCE_LAYOUT_SAVED;
  options.width = WIDTH;
  options.height = HEIGHT;
  measure_picture (scope, options, WHENCE_PICTURE_SVG, "svg");
  measure_picture (scope, options, WHENCE_PICTURE_PNG, "png");
  measure_writers (scope, &options);
  printf ("}\n");
  return 0;
}
