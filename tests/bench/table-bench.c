/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the table of facts costs: table-bench FILE. Opens it in a window of its own and prints, line by line,
 * how long it takes to list, to sort by every column (and how long the main loop stood still meanwhile), to
 * select all, and the CPU time of a frame while it is scrolled by rows and by leaps. */
#include <stdlib.h>

#include "find-widget.h"
#include "meter.h"
#include "model/reader.h"
#include "widgets/facts-columns.h"
#include "widgets/facts-table.h"

#define N_FRAMES 200

/* Milliseconds of this thread. */
static double
get_cpu (void)
{
  return 1e3 * meter_thread_cpu ();
}

static double
get_time (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

/* Runs the main loop until @spinner rests; the longest turn of it, in CPU time. */
static double
wait_for_sort (GtkWidget *spinner)
{
  double longest = 0;

  do
    {
      double cpu = get_cpu ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, get_cpu () - cpu);
      g_usleep (200);
    }
  while (gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
  for (double end = get_time () + 200; get_time () < end;)
    {
      double cpu = get_cpu ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, get_cpu () - cpu);
    }
  return longest;
}

static void
sort (GtkWidget *table)
{
  GtkWidget *spinner = find_widget (table, GTK_TYPE_SPINNER);

  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    {
      g_autofree char *action = g_strconcat ("facts.sort::", whence_facts_column_name (key), NULL);
      g_autofree char *detail = NULL;
      g_autoptr (GVariant) target = NULL;
      double begin = get_time (), longest;

      g_action_parse_detailed_name (action, &detail, &target, NULL);
      gtk_widget_activate_action_variant (table, detail, target);
      longest = wait_for_sort (spinner);
      g_print ("sort by %s: %.0f ms, longest turn of the main loop %.1f ms\n", whence_facts_column_name (key),
               get_time () - begin - 200, longest);
    }
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  (*(guint *) n_frames)++;
  return G_SOURCE_CONTINUE;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
scroll (GtkWidget *table, const char *name, double by)
{
  GtkAdjustment *adjustment =
    gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_widget (table, GTK_TYPE_COLUMN_VIEW)));
  double costs[N_FRAMES], value = 0;
  guint n_frames = 0, tick = gtk_widget_add_tick_callback (table, on_tick, &n_frames, NULL);

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double cpu = get_cpu ();
      guint frame = n_frames;

      value += by;
      gtk_adjustment_set_value (adjustment, value);
      gtk_widget_queue_draw (table);
      while (n_frames == frame)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      costs[i] = get_cpu () - cpu;
    }
  gtk_widget_remove_tick_callback (table, tick);
  qsort (costs, N_FRAMES, sizeof *costs, compare_doubles);
  g_print ("scroll %s: CPU a frame %.1f ms in the median, %.1f ms at the 99th percentile\n", name,
           costs[N_FRAMES / 2], costs[N_FRAMES * 99 / 100]);
}

static void
on_clipboard (gboolean *changed)
{
  *changed = TRUE;
}

static void
copy (GtkWidget *table)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (table);
  gboolean changed = FALSE;
  gulong handler = g_signal_connect_swapped (clipboard, "changed", G_CALLBACK (on_clipboard), &changed);
  double begin = get_time (), longest = 0;

  gtk_widget_activate_action (table, "facts.copy-csv", NULL);
  g_print ("copy: %.1f ms until it goes on", get_time () - begin);
  while (!changed)
    {
      double cpu = get_cpu ();
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_cpu () - cpu);
    }
  g_signal_handler_disconnect (clipboard, handler);
  g_print (", %.0f ms in all, longest turn of the main loop %.1f ms\n", get_time () - begin, longest);
}

/* As the application does it for every window. */
static void
style (void)
{
  g_autoptr (GtkCssProvider) sheet = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (sheet, "/io/github/whence_app/Whence/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (sheet),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = argc > 1 ? g_file_new_for_commandline_arg (argv[1]) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle =
    file != NULL ? whence_reader_read_file (file, NULL, NULL, NULL, &error) : NULL;
  g_autoptr (WhenceDocument) document = NULL;
  GtkWidget *window, *table;
  double begin;

  if (bundle == NULL)
    {
      g_printerr ("table-bench FILE\n");
      return 2;
    }
  meter_init ();
  style ();
  document = whence_document_new ();
  whence_document_set_bundle (document, bundle, NULL);
  window = gtk_window_new ();
  table = g_object_new (WHENCE_TYPE_FACTS_TABLE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 1000);
  gtk_window_set_child (GTK_WINDOW (window), table);
  begin = get_time ();
  whence_facts_table_set_document (WHENCE_FACTS_TABLE (table), document);
  g_print ("%u facts\nlist: %.1f ms\n", whence_bundle_get_n_facts (bundle), get_time () - begin);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (table) || gtk_widget_get_width (table) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("shown: %.1f ms\n", get_time () - begin);
  scroll (table, "nowhere", 0);
  scroll (table, "by three rows", 75);
  scroll (table, "by leaps", 20000);
  sort (table);
  begin = get_time ();
  gtk_widget_activate_action (table, "facts.select-all", NULL);
  g_print ("select all: %.1f ms\n", get_time () - begin);
  scroll (table, "by leaps, sorted", 20000);
  copy (table);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
