/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of a load comes only after a moment, says what there is so far, and goes with the load. */
#include <glib/gstdio.h>

#include "fixture.h"
#include "widgets/loading-page.h"
#include "widgets/overview-chart.h"

static void
add_year (WhenceTimeTally *tally, const char *year, guint n)
{
  WhenceDate date;

  g_assert_true (whence_date_parse (year, &date, NULL));
  for (guint i = 0; i < n; i++)
    whence_time_tally_add (tally, &date);
}

static void
wait_until_seen (GtkWidget *chart)
{
  fixture_wait_for (whence_overview_chart_is_seen (WHENCE_OVERVIEW_CHART (chart)));
}

static void
test_chart (void)
{
  GtkWidget *chart = g_object_new (WHENCE_TYPE_OVERVIEW_CHART, NULL);
  GtkWindow *window = fixture_show (chart, 400, 150);
  WhenceOverview overview = { .counted = whence_time_tally_new (0), .weight = 3 };

  /* Nothing, and nothing dated yet: nothing to see. */
  whence_overview_chart_show (WHENCE_OVERVIEW_CHART (chart), &overview, 0);
  g_assert_false (whence_overview_chart_is_seen (WHENCE_OVERVIEW_CHART (chart)));
  add_year (overview.counted, "2016", 3);
  whence_overview_chart_show (WHENCE_OVERVIEW_CHART (chart), &overview, 0.2);
  wait_until_seen (chart);
  whence_overview_chart_show (WHENCE_OVERVIEW_CHART (chart), NULL, 0);
  g_assert_false (whence_overview_chart_is_seen (WHENCE_OVERVIEW_CHART (chart)));
  overview.expected = whence_time_tally_copy (overview.counted);
  add_year (overview.expected, "1950", 4);
  whence_overview_chart_show (WHENCE_OVERVIEW_CHART (chart), &overview, 0.4);
  wait_until_seen (chart);
  whence_overview_chart_show (WHENCE_OVERVIEW_CHART (chart), NULL, 0);
  g_assert_false (whence_overview_chart_is_seen (WHENCE_OVERVIEW_CHART (chart)));
  fixture_close (window);
  whence_time_tally_free (overview.counted);
  whence_time_tally_free (overview.expected);
}

/* --- The page --- */

/* What stands beside the chart was measured in a wide window; it keeps none from getting narrow. */
static void
test_sides (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (WHENCE_TYPE_LOADING_PAGE, NULL));
  GtkWidget *sides = gtk_widget_get_ancestor (fixture_find (page, WHENCE_TYPE_OVERVIEW_CHART), ADW_TYPE_BIN);
  GtkWidget *place = adw_bin_get_child (ADW_BIN (sides));
  static const struct
  {
    int width, x, chart;
  } cases[] = { { 1000, 60, 600 }, { 660, 60, 260 }, { 360, 60, 200 }, { 230, 30, 200 } };
  int least;

  whence_loading_page_place_chart (WHENCE_LOADING_PAGE (page), 60, 340, 70);
  gtk_widget_measure (sides, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 230);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_rect_t bounds;
      gtk_widget_measure (sides, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_allocate (sides, cases[i].width, least, -1, NULL);
      g_assert_true (gtk_widget_compute_bounds (place, sides, &bounds));
      g_assert_cmpfloat (bounds.origin.x, ==, cases[i].x);
      g_assert_cmpint (gtk_widget_get_width (place), ==, cases[i].chart);
    }
  g_object_unref (page);
}

typedef struct
{
  WhenceDocument *document;
  guint n_shown, n_gone;
  gboolean loaded;
} Watch;

static gboolean
names_the_file (GtkWidget *page)
{
  GtkWidget *label = fixture_find_text (page, "large.facts.json");

  return label != NULL && gtk_widget_is_visible (label);
}

static void
on_due (WhenceLoadingPage *page, GParamSpec *pspec, Watch *watch)
{
  if (!whence_loading_page_is_due (page))
    {
      watch->n_gone++;
      g_assert_false (names_the_file (GTK_WIDGET (page)));
      return;
    }
  watch->n_shown++;
  g_assert_true (whence_document_is_loading (watch->document));
  g_assert_true (names_the_file (GTK_WIDGET (page)));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Watch *watch = data;

  whence_document_load_finish (WHENCE_DOCUMENT (source), result, NULL);
  watch->loaded = TRUE;
}

/* While nobody looks the moment passes: it is due before the load that ended meanwhile. */
static void
test_page (void)
{
  g_autoptr (WhenceDocument) document = whence_document_new ();
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("whence-XXXXXX.facts.json", &path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *page = g_object_new (WHENCE_TYPE_LOADING_PAGE, NULL);
  GtkWindow *window = fixture_show (page, 360, 400);
  Watch watch = { .document = document };

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "{\"whence\": 1, \"facts\": []}", -1, NULL));
  whence_loading_page_set_document (WHENCE_LOADING_PAGE (page), document);
  whence_loading_page_set_name (WHENCE_LOADING_PAGE (page), "large.facts.json");
  g_signal_connect (page, "notify::due", G_CALLBACK (on_due), &watch);
  g_assert_false (names_the_file (page));
  whence_document_load_async (document, file, on_loaded, &watch);
  g_usleep (400000);
  fixture_wait_for (watch.loaded);
  g_assert_cmpuint (watch.n_shown, ==, 1);
  g_assert_cmpuint (watch.n_gone, ==, 1);
  /* Given up before the moment has passed: it never comes. */
  whence_document_load_async (document, file, on_loaded, &watch);
  whence_document_cancel_load (document);
  watch.loaded = FALSE;
  g_usleep (400000);
  fixture_wait_for (watch.loaded);
  g_assert_cmpuint (watch.n_shown, ==, 1);
  fixture_close (window);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/loading/chart", test_chart);
  g_test_add_func ("/loading/sides", test_sides);
  g_test_add_func ("/loading/page", test_page);
  return g_test_run ();
}
