/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Processor time rather than wall: others may be at work on the machine. */
#include "meter.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

#include "app/memory.h"
#include "widgets/canvas-private.h"

#define PATIENCE (60 * G_USEC_PER_SEC)
#define LOOK_EVERY 4 /* ms */
#define QUIET_LOOKS 15

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

double
meter_cpu (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

double
meter_thread_cpu (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

void
meter_print (const char *name, GArray *ms)
{
  const double *v;

  g_array_sort (ms, compare);
  v = (const double *) (gconstpointer) ms->data;
  if (ms->len > 0)
    printf ("\"%s\": {\"median\": %.3f, \"low\": %.3f, \"p99\": %.3f, \"high\": %.3f, \"n\": %u}", name,
            v[ms->len / 2], v[0], v[(ms->len * 99 - 1) / 100], v[ms->len - 1], ms->len);
}

/* --- Frames ------------------------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget *widget;
  MeterMove move;
  gpointer data;
  guint nth, n_drop, n;
  double cpu, thread_cpu;
  GArray *ms, *thread;
} Frames;

static void
on_before (GdkFrameClock *clock, Frames *frames)
{
  frames->cpu = meter_cpu ();
  frames->thread_cpu = meter_thread_cpu ();
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Frames *frames = data;

  frames->move (frames->data, frames->nth);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
on_after (GdkFrameClock *clock, Frames *frames)
{
  double ms, thread;

  gdk_display_sync (gtk_widget_get_display (frames->widget));
  ms = (meter_cpu () - frames->cpu) * 1000;
  thread = (meter_thread_cpu () - frames->thread_cpu) * 1000;
  if (frames->nth >= frames->n_drop && frames->nth < frames->n_drop + frames->n)
    {
      g_array_append_val (frames->ms, ms);
      if (frames->thread != NULL)
        g_array_append_val (frames->thread, thread);
    }
  frames->nth++;
}

void
meter_frames (GtkWidget *widget, MeterMove move, gpointer data, guint n_drop, guint n, GArray *ms,
              GArray *thread)
{
  Frames frames = { widget, move, data, 0, n_drop, n, 0, 0, ms, thread };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (on_before), &frames);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after), &frames);
  guint tick = gtk_widget_add_tick_callback (widget, on_tick, &frames, NULL);

  while (frames.nth < n_drop + n)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (widget, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
}

/* --- Settling ---------------------------------------------------------------------------------------- */

static gboolean
on_timeout (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, on_timeout, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_quiet (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  return priv->has_scene && !priv->stale && priv->rest_source == 0 && priv->building == NULL
         && priv->printing == NULL;
}

double
meter_settle (WhenceCanvas *canvas)
{
  gint64 start = g_get_monotonic_time (), quiet_since = start;
  guint n_quiet = 0;

  while (n_quiet < QUIET_LOOKS && g_get_monotonic_time () - start < PATIENCE)
    {
      run_for (LOOK_EVERY);
      if (!is_quiet (canvas))
        n_quiet = 0;
      else if (n_quiet++ == 0)
        quiet_since = g_get_monotonic_time ();
    }
  return (double) (quiet_since - start) / 1000;
}

/* --- Windows ----------------------------------------------------------------------------------------- */

void
meter_init (void)
{
  whence_memory_tune ();
  adw_init ();
}

GtkWindow *
meter_show (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (child) || gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  run_for (200);
  return window;
}

#define METER_TYPE_BLANK (meter_blank_get_type ())
G_DECLARE_FINAL_TYPE (MeterBlank, meter_blank, METER, BLANK, GtkWidget)

struct _MeterBlank
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MeterBlank, meter_blank, GTK_TYPE_WIDGET)

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                              (float) gtk_widget_get_height (widget)));

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
meter_blank_class_init (MeterBlankClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = snapshot;
}

static void
meter_blank_init (MeterBlank *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
meter_blank_new (void)
{
  return g_object_new (METER_TYPE_BLANK, NULL);
}
