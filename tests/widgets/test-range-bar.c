/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The range bar: three grips with names and values as text, which keys move by the calendar, and a date of
 * the ties that comes and goes. */
#include "fixture.h"
#include "widgets/range-bar.h"
#include "widgets/range-grip.h"

static GtkWidget *
range_bar_new (WhenceDocument *document)
{
  GtkWidget *bar = g_object_new (WHENCE_TYPE_RANGE_BAR, NULL);

  whence_range_bar_set_document (WHENCE_RANGE_BAR (bar), document);
  return bar;
}

/* The @n-th grip: the start of the window, its end, the date of the ties. */
static GtkWidget *
get_grip (GtkWidget *bar, guint n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (WHENCE_IS_RANGE_GRIP (child) && n-- == 0)
      return child;
  return NULL;
}

static GtkWidget *
get_date_button (GtkWidget *bar)
{
  return fixture_find (bar, GTK_TYPE_BUTTON);
}

static void
move (GtkWidget *grip, WhenceGripMove move, int direction)
{
  g_signal_emit_by_name (grip, "moved", (int) move, direction);
}

static void
wait_for_value (GtkWidget *grip, const char *value)
{
  fixture_wait_for (g_strcmp0 (whence_range_grip_get_value (WHENCE_RANGE_GRIP (grip)), value) == 0);
}

static gint64
year (int number)
{
  return whence_instant_from_civil ((WhenceCivil){ number, 1, 1, 0, 0, 0 });
}

static void
test_nothing_dated (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new_for_text (
    "{\"whence\": 1, \"facts\": [{\"id\": \"f\", \"type\": \"statement\", \"title\": \"Once\"}]}");
  g_autoptr (WhenceDocument) dated = fixture_document_new ();
  GtkWidget *bar = range_bar_new (document);
  GtkWindow *window = fixture_show (bar, 400, 70);

  g_assert_true (fixture_says (bar, "No fact here has a date."));
  g_assert_false (gtk_widget_get_visible (get_grip (bar, 0)));
  whence_document_set_bundle (document, whence_document_get_bundle (dated), NULL);
  g_assert_false (fixture_says (bar, "No fact here has a date."));
  g_assert_true (gtk_widget_get_visible (get_grip (bar, 0)));
  fixture_close (window);
}

/* No timeline is there to say what is visible: the bar stands for itself, under the graph and the table. */
static void
test_window_by_keys (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *bar = range_bar_new (document);
  GtkWindow *window = fixture_show (bar, 800, 70);
  GtkWidget *from = get_grip (bar, 0), *to = get_grip (bar, 1);
  gint64 start, end;

  gtk_test_accessible_assert_role (from, GTK_ACCESSIBLE_ROLE_SLIDER);
  wait_for_value (from, "January 2016");
  wait_for_value (to, "December 2025");
  move (from, WHENCE_GRIP_STEP, 1);
  g_assert_true (whence_document_get_range (document, &start, &end));
  g_assert_cmpint (start, ==, whence_instant_from_civil ((WhenceCivil){ 2016, 2, 1, 0, 0, 0 }));
  wait_for_value (from, "February 2016");
  move (from, WHENCE_GRIP_PAGE, 1);
  g_assert_true (whence_document_get_range (document, &start, &end));
  g_assert_cmpint (start, >=, whence_instant_from_civil ((WhenceCivil){ 2016, 7, 1, 0, 0, 0 }));
  move (to, WHENCE_GRIP_STEP, -1);
  g_assert_true (whence_document_get_range (document, &start, &end));
  g_assert_cmpint (end, ==, whence_instant_from_civil ((WhenceCivil){ 2025, 12, 1, 0, 0, 0 }));
  /* The ends do not pass each other. */
  for (guint i = 0; i < 300; i++)
    move (to, WHENCE_GRIP_STEP, -1);
  g_assert_true (whence_document_get_range (document, &start, &end));
  g_assert_cmpint (start, <, end);
  move (to, WHENCE_GRIP_END, 1);
  move (from, WHENCE_GRIP_END, -1);
  g_assert_true (whence_document_get_range (document, &start, &end));
  g_assert_cmpint (start, ==, year (2016));
  g_assert_cmpint (end, ==, year (2026));
  move (from, WHENCE_GRIP_ZOOM, 1);
  g_assert_true (whence_document_get_range (document, &start, &end));
  g_assert_cmpint (start, >, year (2016));
  g_assert_cmpint (end, <, year (2026));
  move (from, WHENCE_GRIP_FIT, 1);
  g_assert_false (whence_document_get_range (document, &start, &end));
  fixture_close (window);
}

static void
test_date_by_keys (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *bar = range_bar_new (document);
  GtkWindow *window = fixture_show (bar, 800, 70);
  GtkWidget *date = get_grip (bar, 2);
  gint64 from, to;

  wait_for_value (date, "any time");
  g_assert_false (gtk_widget_get_visible (get_date_button (bar)));
  move (date, WHENCE_GRIP_STEP, -1);
  g_assert_true (whence_document_get_as_of (document, &from, &to));
  g_assert_cmpint (from, ==, whence_instant_from_civil ((WhenceCivil){ 2025, 12, 1, 0, 0, 0 }));
  g_assert_cmpint (to, ==, year (2026));
  wait_for_value (date, "December 2025");
  g_assert_true (gtk_widget_get_visible (get_date_button (bar)));
  g_assert_true (fixture_says (bar, "Ties as of December 2025"));
  move (date, WHENCE_GRIP_STEP, -1);
  wait_for_value (date, "November 2025");
  move (date, WHENCE_GRIP_END, -1);
  wait_for_value (date, "January 2016");
  move (date, WHENCE_GRIP_REMOVE, 1);
  wait_for_value (date, "any time");
  g_assert_false (whence_document_get_as_of (document, &from, &to));

  move (date, WHENCE_GRIP_STEP, 1);
  g_assert_true (whence_document_get_as_of (document, &from, &to));
  g_signal_emit_by_name (get_date_button (bar), "clicked");
  g_assert_false (whence_document_get_as_of (document, &from, &to));
  /* Both are steps that one can come back from. */
  whence_document_go_back (document);
  g_assert_true (whence_document_get_as_of (document, &from, &to));
  fixture_close (window);
}

/* Two flags, each with a grip of its own, that do not pass each other. */
static void
test_two_dates (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *bar = range_bar_new (document);
  GtkWindow *window = fixture_show (bar, 800, 70);
  GtkWidget *later = get_grip (bar, 2), *earlier = get_grip (bar, 3);
  WhencePeriod dates[2];

  g_assert_false (gtk_widget_get_visible (earlier));
  whence_document_set_as_of (document, year (2018), year (2019));
  fixture_wait_for (gtk_widget_get_width (bar) > 0);
  g_signal_emit_by_name (gtk_widget_get_next_sibling (get_date_button (bar)), "clicked");
  g_assert_true (whence_document_get_compared (document, dates));
  g_assert_cmpint (dates[0].from, ==, year (2018));
  g_assert_cmpint (dates[1].from, ==, year (2025));
  g_assert_true (gtk_widget_get_visible (earlier));
  g_assert_true (fixture_says (bar, "2018 compared with 2025"));
  wait_for_value (earlier, "2018");
  wait_for_value (later, "2025");
  move (earlier, WHENCE_GRIP_STEP, 1);
  wait_for_value (earlier, "February 2018");
  move (later, WHENCE_GRIP_END, -1);
  g_assert_true (whence_document_get_compared (document, dates));
  g_assert_cmpint (dates[1].from, >, dates[0].from);
  g_signal_emit_by_name (get_date_button (bar), "clicked");
  g_assert_false (whence_document_get_compared (document, dates));
  g_assert_false (gtk_widget_get_visible (earlier));
  fixture_close (window);
}

/* A finger needs 44 px. */
static void
test_narrow (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *bar = range_bar_new (document);
  GtkWindow *window = fixture_show (bar, 360, 120);
  graphene_rect_t place;

  whence_document_set_as_of (document, year (2020), year (2021));
  fixture_wait_for (gtk_widget_get_height (get_date_button (bar)) > 0);
  g_assert_true (gtk_widget_compute_bounds (get_date_button (bar), bar, &place));
  g_assert_cmpfloat (place.size.height, >=, 44);
  g_assert_true (fixture_says (bar, "Ties as of 2020"));
  fixture_close (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/range-bar/nothing-dated", test_nothing_dated);
  g_test_add_func ("/widgets/range-bar/window-by-keys", test_window_by_keys);
  g_test_add_func ("/widgets/range-bar/date-by-keys", test_date_by_keys);
  g_test_add_func ("/widgets/range-bar/two-dates", test_two_dates);
  g_test_add_func ("/widgets/range-bar/narrow", test_narrow);
  return g_test_run ();
}
