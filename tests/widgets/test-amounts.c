/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track as a widget: it shows the timeline's time, moves with it and moves it, lights what is
 * selected, is reached by keys and assistive technology, and its menu changes the document. */
#include "fixture.h"
#include "widgets/amounts-chooser.h"
#include "widgets/amounts-track.h"
#include "widgets/mark.h"
#include "widgets/timeline-canvas.h"

#include "document/amounts-choice.h"

typedef struct
{
  WhenceDocument *document;
  GtkWidget *timeline, *track;
  WhenceCanvas *canvas;
  GtkWindow *window;
} Stage;

static gboolean
has_mark (const Stage *stage, guint32 fact)
{
  WhenceRect bounds;
  return whence_canvas_has_scene (stage->canvas)
         && WHENCE_CANVAS_GET_CLASS (stage->canvas)->find (stage->canvas, whence_ref_fact (fact), &bounds);
}

static WhenceMark *
find_mark (const Stage *stage, guint32 fact)
{
  return fixture_find_mark (GTK_WIDGET (stage->canvas), whence_ref_fact (fact));
}

static void
set_up (Stage *stage)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  stage->document = fixture_document_new ();
  stage->timeline = g_object_new (WHENCE_TYPE_TIMELINE_CANVAS, NULL);
  stage->track = g_object_ref (g_object_new (WHENCE_TYPE_AMOUNTS_TRACK, NULL));
  stage->canvas = WHENCE_CANVAS (whence_amounts_track_get_canvas (WHENCE_AMOUNTS_TRACK (stage->track)));
  gtk_box_append (GTK_BOX (box), stage->timeline);
  gtk_box_append (GTK_BOX (box), stage->track);
  whence_timeline_canvas_set_document (WHENCE_TIMELINE_CANVAS (stage->timeline), stage->document);
  whence_amounts_track_set_document (WHENCE_AMOUNTS_TRACK (stage->track), stage->document);
  stage->window = fixture_show (box, 700, 600);
  fixture_wait_for (has_mark (stage, FACT_INVESTED));
}

static void
tear_down (Stage *stage)
{
  fixture_close (stage->window);
  g_assert_finalize_object (stage->track);
  g_assert_finalize_object (stage->document);
}

static double
x_of (GtkWidget *canvas, guint32 fact)
{
  WhenceRect bounds = { 0 };
  g_assert_true (
    WHENCE_CANVAS_GET_CLASS (canvas)->find (WHENCE_CANVAS (canvas), whence_ref_fact (fact), &bounds));
  return bounds.x;
}

static void
test_marks (void)
{
  Stage stage;
  set_up (&stage);
  gtk_test_accessible_assert_role (GTK_WIDGET (stage.canvas), GTK_ACCESSIBLE_ROLE_LIST);
  fixture_wait_for (find_mark (&stage, FACT_INVESTED) != NULL);
  g_assert_null (find_mark (&stage, FACT_FOUNDED));
  gtk_widget_activate_action (GTK_WIDGET (find_mark (&stage, FACT_INVESTED)), "mark.activate", NULL);
  g_assert_true (whence_document_is_selected (stage.document, whence_ref_fact (FACT_INVESTED)));
  tear_down (&stage);
}

/* What the timeline does, the track does, and the other way round. */
static void
test_time (void)
{
  Stage stage;
  WhenceTimeView before, after;
  set_up (&stage);
  g_assert_true (whence_document_get_visible_view (stage.document, &before));
  WHENCE_CANVAS_GET_CLASS (stage.canvas)->pan (stage.canvas, -40, 0, WHENCE_MOTION_FOLLOW);
  g_assert_true (whence_document_get_visible_view (stage.document, &after));
  g_assert_cmpfloat_with_epsilon (whence_time_view_to_x (after, before.origin), -40, 0.01);
  fixture_wait_for (has_mark (&stage, FACT_INVESTED));
  double x = x_of (GTK_WIDGET (stage.canvas), FACT_INVESTED);
  WHENCE_CANVAS_GET_CLASS (stage.timeline)
    ->pan (WHENCE_CANVAS (stage.timeline), -25, 0, WHENCE_MOTION_FOLLOW);
  g_assert_cmpfloat_with_epsilon (x_of (GTK_WIDGET (stage.canvas), FACT_INVESTED), x - 25, 0.5);
  WHENCE_CANVAS_GET_CLASS (stage.canvas)->zoom (stage.canvas, 350, 10, 3, WHENCE_MOTION_FOLLOW);
  g_assert_true (whence_document_get_visible_view (stage.document, &before));
  g_assert_cmpfloat_with_epsilon (before.seconds_per_px, after.seconds_per_px / 3,
                                  0.001 * after.seconds_per_px);
  WHENCE_CANVAS_GET_CLASS (stage.canvas)->fit (stage.canvas);
  gint64 from, to;
  g_assert_false (whence_document_get_range (stage.document, &from, &to));
  tear_down (&stage);
}

static void
test_chosen (void)
{
  const guint32 ann = ENTITY_ANN;
  Stage stage;
  set_up (&stage);
  whence_document_choose_amounts_of (stage.document, &ann, 1);
  fixture_wait_for (!has_mark (&stage, FACT_INVESTED));
  g_autofree char *text = whence_amounts_canvas_describe_omitted (WHENCE_AMOUNTS_CANVAS (stage.canvas));
  g_assert_cmpstr (text, ==, "1 amount belongs to nobody who is shown in the amounts track.");
  whence_document_choose_amounts_of (stage.document, NULL, 0);
  fixture_wait_for (has_mark (&stage, FACT_INVESTED));
  tear_down (&stage);
}

static GtkWidget *
find_check (GtkWidget *widget, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (widget)
      && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_menu (void)
{
  Stage stage;
  set_up (&stage);
  whence_amounts_track_choose (WHENCE_AMOUNTS_TRACK (stage.track));
  GtkWidget *chooser = fixture_find (stage.track, WHENCE_TYPE_AMOUNTS_CHOOSER);
  fixture_wait_for (find_check (chooser, "Bar") != NULL && find_check (chooser, "Car") != NULL);
  fixture_wait_for (gtk_widget_get_mapped (chooser));
  g_assert_null (find_check (chooser, "Ann"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (chooser, "Bar"))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (chooser, "Bar")), FALSE);
  g_autoptr (GArray) shown = whence_document_dup_amounts_of (stage.document);
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_cmpuint (g_array_index (shown, guint32, 0), ==, ENTITY_CAR);
  GtkWidget *list = gtk_widget_get_ancestor (find_check (chooser, "Bar"), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 0u);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (chooser, "Bar"))));
  GtkWidget *linear = fixture_find (chooser, GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (linear)), TRUE);
  g_assert_cmpint (whence_document_get_amounts_scale (stage.document), ==, WHENCE_SCALE_LOG);
  whence_document_choose_amounts_of (stage.document, NULL, 0);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (chooser, "Bar"))));
  gtk_popover_popdown (GTK_POPOVER (chooser));
  tear_down (&stage);
}

/* A bundle that is replaced while its scene is shown must not leave indices of the old one behind. */
static void
test_other_bundle (void)
{
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();
  Stage stage;
  set_up (&stage);
  whence_document_set_bundle (stage.document, empty, NULL);
  fixture_wait_for (!has_mark (&stage, FACT_INVESTED));
  g_assert_false (whence_document_has_amounts (stage.document));
  tear_down (&stage);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/amounts/marks", test_marks);
  g_test_add_func ("/amounts/time", test_time);
  g_test_add_func ("/amounts/chosen", test_chosen);
  g_test_add_func ("/amounts/menu", test_menu);
  g_test_add_func ("/amounts/other-bundle", test_other_bundle);
  return g_test_run ();
}
