/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a frame costs: frames timeline|graph FILE FRAMES [DISTANCES] opens the view alone at 1,600 × 1,000 and
 * prints, as a line of JSON, the processor ms of an empty frame, of panning and
 * of zooming at each distance, a timeline where at that distance the most facts begin, what Cairo alone needs
 * for the same visible marks, how long the picture takes to be sharp after the hand has stopped, and what a
 * hit test costs. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "layout/graph-scene-private.h"
#include "layout/timeline-ghosts.h"
#include "meter.h"
#include "model/reader.h"
#include "paint/pen-backs.h"
#include "widgets/graph-canvas-private.h"
#include "widgets/graph-canvas.h"
#include "widgets/timeline-canvas.h"

#define WIDTH 1600
#define HEIGHT 1000
#define DROP 20
#define HITS 2000
#define RESTS 6
#define MOVES_BEFORE_REST 10
#define MOST_MARKS 20000
#define MARGIN 0.1 /* of the width, where nothing need begin */
#define CLOSER 60  /* from one distance to the next */
#define MINUTE_SPP (60.0 / WIDTH * 10)

static GArray *
new_times (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static void
print_times (const char *before, const char *name, GArray *ms)
{
  printf ("%s", before);
  meter_print (name, ms);
  g_array_unref (ms);
}

static WhenceDocument *
open_document (const char *path)
{
  WhenceDocument *document = whence_document_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);

  if (bundle == NULL)
    g_error ("%s", error->message);
  whence_document_set_bundle (document, bundle, file);
  return document;
}

static void
do_nothing (gpointer data, guint nth)
{
}

static void
measure_empty (guint n, GArray *ms)
{
  GtkWidget *blank = meter_blank_new ();
  GtkWindow *window = meter_show (blank, WIDTH, HEIGHT);

  meter_frames (blank, do_nothing, NULL, DROP, n, ms, NULL);
  gtk_window_destroy (window);
}

/* --- Moves ------------------------------------------------------------------------------------------- */

static void
pan_there (gpointer canvas, guint nth)
{
  WHENCE_CANVAS_GET_CLASS (canvas)->pan (canvas, -7, 0, WHENCE_MOTION_FOLLOW);
}

static void
pan_back (gpointer canvas, guint nth)
{
  WHENCE_CANVAS_GET_CLASS (canvas)->pan (canvas, 7, 0, WHENCE_MOTION_FOLLOW);
}

static void
zoom_there (gpointer canvas, guint nth)
{
  WHENCE_CANVAS_GET_CLASS (canvas)->zoom (canvas, WIDTH / 2, HEIGHT / 2, 1.03, WHENCE_MOTION_FOLLOW);
}

static void
zoom_back (gpointer canvas, guint nth)
{
  WHENCE_CANVAS_GET_CLASS (canvas)->zoom (canvas, WIDTH / 2, HEIGHT / 2, 1 / 1.03, WHENCE_MOTION_FOLLOW);
}

static void
pan (gpointer canvas, guint nth)
{
  (nth % 80 < 40 ? pan_there : pan_back) (canvas, nth);
}

static void
zoom (gpointer canvas, guint nth)
{
  (nth % 20 < 10 ? zoom_there : zoom_back) (canvas, nth);
}

/* How long the picture takes to be sharp after a move: of several rests, there and back in turn. */
static void
measure_rests (WhenceCanvas *canvas, const char *name, MeterMove there, MeterMove back)
{
  GArray *ms = new_times ();

  for (guint i = 0; i < RESTS; i++)
    {
      double rest;

      meter_frames (GTK_WIDGET (canvas), i % 2 == 0 ? there : back, canvas, MOVES_BEFORE_REST, 0, NULL, NULL);
      rest = meter_settle (canvas);
      g_array_append_val (ms, rest);
    }
  print_times (", ", name, ms);
}

static void
measure_moves (WhenceCanvas *canvas, guint n)
{
  GArray *panning = new_times (), *zooming = new_times (), *thread = new_times ();

  meter_frames (GTK_WIDGET (canvas), pan, canvas, DROP, n, panning, thread);
  print_times (", ", "pan", panning);
  print_times (", ", "pan_main", thread);
  meter_settle (canvas);
  measure_rests (canvas, "sharp", pan_there, pan_back);
  meter_frames (GTK_WIDGET (canvas), zoom, canvas, DROP, n, zooming, NULL);
  print_times (", ", "zoom", zooming);
  meter_settle (canvas);
  measure_rests (canvas, "sharp_zoom", zoom_there, zoom_back);
}

/* --- The same marks by Cairo alone -------------------------------------------------------------------- */

static cairo_t *
new_image (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgba (cr, 0.2, 0.3, 0.4, 0.6);
  return cr;
}

static void
measure_raw_marks (WhenceCanvas *canvas)
{
  g_autofree WhenceRef *refs = g_new (WhenceRef, MOST_MARKS);
  guint n = WHENCE_CANVAS_GET_CLASS (canvas)->list (canvas, refs, MOST_MARKS);
  cairo_t *cr = new_image ();
  double start = meter_thread_cpu ();
  WhenceRect r;

  n = MIN (n, MOST_MARKS);
  for (guint i = 0; i < n; i++)
    if (WHENCE_CANVAS_GET_CLASS (canvas)->find (canvas, refs[i], &r))
      {
        cairo_rectangle (cr, r.x, r.y, r.width, r.height);
        cairo_fill (cr);
      }
  cairo_surface_flush (cairo_get_target (cr));
  printf (", \"marks\": %u, \"raw\": %.3f", n, (meter_thread_cpu () - start) * 1000);
  cairo_destroy (cr);
}

static void
measure_raw_graph (WhenceGraphCanvas *canvas)
{
  const WhenceGraphScene *scene = canvas->scene;
  cairo_t *cr = new_image ();
  double start = meter_thread_cpu ();
  guint n = 0;

  cairo_set_line_width (cr, 1);
  for (guint32 i = 0; i < scene->n_edges && meter_thread_cpu () - start < 10; i++)
    {
      const WhencePoint *c = scene->edges[i].curve;

      if (!whence_rect_overlaps (scene->edges[i].bounds, (WhenceRect){ 0, 0, WIDTH, HEIGHT }))
        continue;
      cairo_move_to (cr, c[0].x, c[0].y);
      cairo_curve_to (cr, c[1].x, c[1].y, c[2].x, c[2].y, c[3].x, c[3].y);
      cairo_stroke (cr);
      n++;
    }
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      cairo_arc (cr, scene->nodes[i].at.x, scene->nodes[i].at.y, MAX (scene->nodes[i].radius, 1), 0,
                 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_surface_flush (cairo_get_target (cr));
  printf (", \"marks\": %u, \"raw\": %.3f", n, (meter_thread_cpu () - start) * 1000);
  cairo_destroy (cr);
}

/* What a worker needs for the scene, and for its picture. */
static void
measure_making (WhenceCanvas *canvas)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  gpointer request = klass->make_request (canvas, WIDTH, HEIGHT);
  cairo_t *cr = new_image ();
  WhencePen *pen = whence_pen_new_screen (cr, 1);
  double start = meter_thread_cpu (), built;
  gpointer scene = klass->build (request, NULL);
  WhenceHighlight highlight = whence_document_get_highlight (whence_canvas_get_document (canvas));

  built = meter_thread_cpu ();
  klass->paint (
    canvas,
    &(WhenceCanvasPaint){
      .style = whence_canvas_get_style (), .highlight = &highlight, .width = WIDTH, .height = HEIGHT },
    pen);
  printf (", \"build\": %.3f, \"paint\": %.3f", (built - start) * 1000, (meter_thread_cpu () - built) * 1000);
  klass->free_scene (scene);
  klass->free_request (request);
  whence_pen_free (pen);
  cairo_destroy (cr);
}

static void
measure_hits (WhenceCanvas *canvas)
{
  double start = meter_thread_cpu ();
  guint hit = 0;

  for (guint i = 0; i < HITS; i++)
    hit += WHENCE_CANVAS_GET_CLASS (canvas)->pick (canvas, i * 797 % WIDTH, i * 443 % HEIGHT).kind
           != WHENCE_REF_NONE;
  printf (", \"hit\": %.5f, \"hits\": %.3f", (meter_thread_cpu () - start) * 1000 / HITS,
          (double) hit / HITS);
}

/* --- Where the most facts are -------------------------------------------------------------------------- */

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  gint64 p = *(const gint64 *) a, q = *(const gint64 *) b;

  return p < q ? -1 : p > q;
}

/* When the marks of the facts begin, in order. Transfer full. */
static GArray *
list_starts (const WhenceScope *scope)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 from, to;

  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (whence_scope_get_bundle (scope)); fact++)
    if (whence_fact_reach (scope, fact, &from, &to))
      g_array_append_val (starts, from);
  g_array_sort (starts, compare_instants);
  return starts;
}

/* The first of the stretches of @seconds in which most marks begin; how many do is in @n. */
static gint64
find_densest (const GArray *starts, double seconds, guint *n)
{
  const gint64 *at = (const gint64 *) (gconstpointer) starts->data;
  guint best = 0;

  *n = 0;
  for (guint first = 0, end = 0; first < starts->len; first++)
    {
      while (end < starts->len && (double) at[end] - (double) at[first] < seconds)
        end++;
      if (end - first > *n)
        {
          *n = end - first;
          best = first;
        }
    }
  return starts->len > 0 ? at[best] : 0;
}

/* As near as @seconds_per_px, with the most facts in view that there can be; returns how many begin there. */
static guint
look_at_densest (WhenceDocument *document, const GArray *starts, double seconds_per_px)
{
  double margin = WIDTH * MARGIN * seconds_per_px;
  guint n;
  gint64 from = find_densest (starts, WIDTH * seconds_per_px - 2 * margin, &n) - (gint64) margin;

  whence_document_move_range (document, from, from + (gint64) ceil (WIDTH * seconds_per_px));
  return n;
}

/* --- The views --------------------------------------------------------------------------------------- */

static void
measure_timeline (WhenceDocument *document, guint n, guint n_distances)
{
  GtkWidget *canvas = g_object_new (WHENCE_TYPE_TIMELINE_CANVAS, NULL);
  GtkWindow *window;
  g_autoptr (GArray) starts = list_starts (whence_document_get_scope (document));
  WhenceTimeView view = { 0 };
  guint n_starts = starts->len;
  const char *before = "";

  whence_timeline_canvas_set_document (WHENCE_TIMELINE_CANVAS (canvas), document);
  window = meter_show (canvas, WIDTH, HEIGHT);
  printf ("\"first\": %.0f, \"at\": [", meter_settle (WHENCE_CANVAS (canvas)));
  do
    {
      whence_document_get_visible_view (document, &view);
      printf ("%s{\"seconds_per_px\": %g, \"facts\": %u", before, view.seconds_per_px, n_starts);
      measure_raw_marks (WHENCE_CANVAS (canvas));
      measure_making (WHENCE_CANVAS (canvas));
      measure_hits (WHENCE_CANVAS (canvas));
      measure_moves (WHENCE_CANVAS (canvas), n);
      printf ("}");
      before = ", ";
      n_starts = look_at_densest (document, starts, view.seconds_per_px / CLOSER);
      meter_settle (WHENCE_CANVAS (canvas));
    }
  while (view.seconds_per_px > MINUTE_SPP && --n_distances > 0);
  printf ("]");
  gtk_window_destroy (window);
}

static void
measure_graph (WhenceDocument *document, guint n, guint n_distances)
{
  GtkWidget *canvas = g_object_new (WHENCE_TYPE_GRAPH_CANVAS, NULL);
  GtkWindow *window;

  whence_document_set_layout (document, WHENCE_LAYOUT_SAVED);
  whence_graph_canvas_set_document (WHENCE_GRAPH_CANVAS (canvas), document);
  window = meter_show (canvas, WIDTH, HEIGHT);
  printf ("\"first\": %.0f, \"at\": [", meter_settle (WHENCE_CANVAS (canvas)));
  for (guint i = 0; i < MIN (3, n_distances); i++)
    {
      printf ("%s{\"closer\": %.0f", i > 0 ? ", " : "", pow (6, i));
      measure_raw_graph (WHENCE_GRAPH_CANVAS (canvas));
      measure_making (WHENCE_CANVAS (canvas));
      measure_hits (WHENCE_CANVAS (canvas));
      measure_moves (WHENCE_CANVAS (canvas), n);
      printf ("}");
      WHENCE_CANVAS_GET_CLASS (canvas)->zoom (WHENCE_CANVAS (canvas), WIDTH * 0.5, HEIGHT / 2, 6,
                                              WHENCE_MOTION_FOLLOW);
      meter_settle (WHENCE_CANVAS (canvas));
    }
  printf ("]");
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (WhenceDocument) document = NULL;
  guint n = argc > 3 ? (guint) atoi (argv[3]) : 0, n_distances = argc > 4 ? (guint) atoi (argv[4]) : 99;
  GArray *empty = new_times ();

  if (n == 0)
    g_error ("frames timeline|graph FILE FRAMES [DISTANCES]");
  setlocale (LC_ALL, "");
  whence_fonts_init ();
  meter_init ();
  printf ("{");
  /* Before and after: what an empty frame costs differs a little from one minute to the next. */
  measure_empty (n, empty);
  document = open_document (argv[2]);
  if (g_str_equal (argv[1], "timeline"))
    measure_timeline (document, n, n_distances);
  else
    measure_graph (document, n, n_distances);
  measure_empty (n, empty);
  print_times (", ", "empty", empty);
  printf ("}\n");
  return 0;
}
