/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a hand waits for: interact ACT FILE opens it in the whole window and prints, as a line of JSON, how
 * long it took until the window could be used (with "usable" only that), and the processor ms of the main
 * thread from the act to the end of the next frame, and the longest stretch for which it was busy until all
 * was at rest; of "search" also the wall time, of "play" how often the graph follows. With "start" it ends
 * after the first frame that shows the file, in a window as large as the first one is, and as that of
 * hello.c. */
#include <stdio.h>

#include "app/application.h"
#include "app/language.h"
#include "app/memory.h"
#include "app/renderer.h"
#include "app/theme.h"
#include "find-widget.h"
#include "interact-acts.h"
#include "meter.h"
#include "paint/pen-backs.h"
#include "widgets/canvas-private.h"

#define ROUNDS 5
#define PATIENCE (180 * G_USEC_PER_SEC)

/* --- Frames that are waited for ------------------------------------------------------------------------ */

static void
on_after_paint (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

static gboolean
is_at_rest (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  return !gtk_widget_get_mapped (GTK_WIDGET (canvas))
         || (priv->has_scene && !priv->stale && priv->building == NULL && priv->printing == NULL
             && priv->rest_source == 0);
}

static gboolean
on_timeout (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs until both views have been at rest for a while; the longest stretch that the main thread was busy, ms.
 */
static double
settle (WhenceWindow *window)
{
  double longest = 0;
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint n_quiet = 0;

  while (n_quiet < 5 && g_get_monotonic_time () < end)
    {
      gboolean done = FALSE;

      g_timeout_add (20, on_timeout, &done);
      while (!done)
        {
          double start = meter_thread_cpu ();

          g_main_context_iteration (NULL, TRUE);
          longest = MAX (longest, (meter_thread_cpu () - start) * 1000);
        }
      n_quiet = is_at_rest (WHENCE_CANVAS (window->timeline)) && is_at_rest (WHENCE_CANVAS (window->graph))
                    && !whence_document_is_weighing (window->document)
                    && !whence_document_is_loading (window->document)
                  ? n_quiet + 1
                  : 0;
    }
  return longest;
}

/* --- Actions ------------------------------------------------------------------------------------------- */

static void
measure_action (WhenceWindow *window, const InteractAct *action)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  GArray *first = g_array_new (FALSE, FALSE, sizeof (double)),
         *longest = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &n_frames);

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start, ms, most;

      if (action->prepare != NULL)
        {
          action->prepare (window, i);
          settle (window);
        }
      n_frames = 0;
      start = meter_thread_cpu ();
      action->act (window, i);
      gtk_widget_queue_draw (GTK_WIDGET (window));
      while (n_frames == 0)
        g_main_context_iteration (NULL, TRUE);
      ms = (meter_thread_cpu () - start) * 1000;
      most = settle (window);
      if (i == 0)
        continue;
      g_array_append_val (first, ms);
      g_array_append_val (longest, most);
    }
  g_signal_handler_disconnect (clock, handler);
  printf (", \"%s\": {", action->name);
  meter_print ("first", first);
  printf (", ");
  meter_print ("longest", longest);
  printf ("}");
  g_array_unref (first);
  g_array_unref (longest);
}

/* Until the list of the hits is painted. */
static void
type (WhenceWindow *window, const char *query)
{
  GtkWidget *list = find_widget (GTK_WIDGET (window->search_bar), GTK_TYPE_LIST_BOX);
  GtkWidget *entry = find_widget (GTK_WIDGET (window->search_bar), GTK_TYPE_SEARCH_ENTRY);
  guint n_frames = 0;
  gulong handler;

  gtk_editable_set_text (GTK_EDITABLE (entry), query);
  while (g_strcmp0 (whence_document_get_query (window->document), query) != 0
         || whence_document_is_searching (window->document))
    g_main_context_iteration (NULL, TRUE);
  handler = g_signal_connect (gtk_widget_get_frame_clock (list), "after-paint", G_CALLBACK (on_after_paint),
                              &n_frames);
  gtk_widget_queue_draw (list);
  while (n_frames == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (list), handler);
}

static void
measure_search (WhenceWindow *window)
{
  static const char *const queries[] = { "k", "ka", "kal", "kalo", "kalom", "ren", "renta", "shi" };
  GArray *wall = g_array_new (FALSE, FALSE, sizeof (double)),
         *cpu = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 begin = g_get_monotonic_time ();

  whence_search_bar_open (whence_window_get_search_bar (window));
  type (window, "vo");
  printf (", \"search_index\": %.0f", (double) (g_get_monotonic_time () - begin) / 1000);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gint64 start;
      double start_cpu, ms;

      settle (window);
      start = g_get_monotonic_time ();
      start_cpu = meter_thread_cpu ();
      type (window, queries[i]);
      ms = (double) (g_get_monotonic_time () - start) / 1000;
      g_array_append_val (wall, ms);
      ms = (meter_thread_cpu () - start_cpu) * 1000;
      g_array_append_val (cpu, ms);
    }
  printf (", ");
  meter_print ("search", wall);
  printf (", ");
  meter_print ("search_main", cpu);
  g_array_unref (wall);
  g_array_unref (cpu);
  whence_document_search (window->document, NULL);
}

/* --- A play ------------------------------------------------------------------------------------------- */

#define PLAYED 3000 /* ms */

/* How often a second the graph followed a play, and the ms that all threads worked for each time. */
static void
measure_play (WhenceWindow *window)
{
  WhenceCanvasPrivate *graph = whence_canvas_private (WHENCE_CANVAS (window->graph));
  guint n = 0, look = graph->look;
  gboolean done = FALSE;
  double cpu;

  whence_window_set_view (window, "graph");
  whence_document_clear_as_of (window->document);
  settle (window);
  whence_document_play (window->document);
  cpu = meter_cpu ();
  g_timeout_add (PLAYED, on_timeout, &done);
  while (!done)
    {
      g_main_context_iteration (NULL, TRUE);
      n += graph->look != look;
      look = graph->look;
    }
  cpu = (meter_cpu () - cpu) * 1000 / MAX (1, n);
  whence_document_pause (window->document);
  printf (", \"play\": %.1f, \"play_cpu\": %.1f", n * 1000.0 / PLAYED, cpu);
}

/* --- The window ---------------------------------------------------------------------------------------- */

/* As the application does: what is in the file is on its way before there is a window. */
static WhenceWindow *
open_window (GtkApplication *application, GFile *file, gboolean large)
{
  WhenceWindow *window = whence_window_new (application, NULL);

  whence_window_load (window, file);
  if (large)
    gtk_window_set_default_size (GTK_WINDOW (window), 1600, 1000);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

typedef struct
{
  WhenceWindow *window;
  gboolean done;
} Wait;

static gboolean
is_drawn (WhenceCanvas *canvas)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (canvas)) || whence_canvas_has_scene (canvas);
}

/* A scene does not change while a frame is made: what there is after it was in it. */
static void
on_painted (GdkFrameClock *clock, Wait *wait)
{
  WhenceWindow *window = wait->window;

  wait->done = window->loading_file == NULL && whence_canvas_has_scene (WHENCE_CANVAS (window->timeline))
               && is_drawn (WHENCE_CANVAS (window->graph));
}

static void
wait_for_frame (WhenceWindow *window)
{
  Wait wait = { window, FALSE };
  gulong handler = g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                                     G_CALLBACK (on_painted), &wait);

  while (!wait.done)
    g_main_context_iteration (NULL, TRUE);
  gdk_display_sync (gdk_display_get_default ());
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), handler);
}

/* @opened: when the file was, µs. */
static void
measure_usable (WhenceWindow *window, gint64 start, gint64 opened)
{
  gint64 overview = 0, loaded;

  while (window->loading_file != NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      if (overview == 0 && whence_loading_page_has_shown (window->loading_page))
        overview = g_get_monotonic_time ();
    }
  loaded = g_get_monotonic_time ();
  printf ("{\"loaded\": %.0f", (double) (loaded - start) / 1000);
  if (overview != 0)
    printf (", \"overview\": %.0f, \"overview_part\": %.4f", (double) (overview - opened) / 1000,
            (double) (overview - opened) / (double) (loaded - opened));
  wait_for_frame (window);
  printf (", \"usable\": %.0f", (double) (g_get_monotonic_time () - start) / 1000);
}

/* @name: of one of the acts, "play" or "search". */
static void
measure_named (WhenceWindow *window, gint64 start, const char *name)
{
  double longest = settle (window);

  printf (", \"at_rest\": %.0f, \"longest\": %.1f", (double) (g_get_monotonic_time () - start) / 1000,
          longest);
  for (guint i = 0; i < n_interact_acts; i++)
    if (g_str_equal (interact_acts[i].name, name))
      {
        whence_window_set_view (window, interact_acts[i].view);
        settle (window);
        measure_action (window, &interact_acts[i]);
      }
  if (g_str_equal (name, "play"))
    measure_play (window);
  if (g_str_equal (name, "search"))
    measure_search (window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (WhenceApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 opened;
  gboolean starts;
  WhenceWindow *window;

  if (argc != 3)
    g_error ("interact start|usable|search|play|ACT FILE");
  g_set_prgname ("whence-bench");
  whence_language_init ();
  whence_memory_tune ();
  whence_renderer_choose ();
  whence_theme_spare ();
  whence_fonts_begin ();
  file = g_file_new_for_path (argv[2]);
  application = whence_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  opened = g_get_monotonic_time ();
  starts = g_str_equal (argv[1], "start");
  window = open_window (GTK_APPLICATION (application), file, !starts);
  if (starts)
    {
      wait_for_frame (window);
      return 0;
    }
  whence_window_set_view (window, "timeline");
  measure_usable (window, start, opened);
  measure_named (window, start, argv[1]);
  printf ("}\n");
  return 0;
}
