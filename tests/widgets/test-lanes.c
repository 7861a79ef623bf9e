/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes of the timeline by hand and by key: headers open, close and move, keep the focus where they go, and
 * what is done stays with the grouping. */
#include "fixture.h"
#include "widgets/mark.h"
#include "widgets/timeline-canvas.h"

/* Three lanes by entity: Ann, Bar, Car. */
static const char story[] =
  "{\"whence\": 1, \"entities\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Ann\"},\n"
  "  {\"id\": \"b\", \"type\": \"person\", \"name\": \"Bar\"}, {\"id\": \"c\", \"type\": \"person\", "
  "\"name\": "
  "\"Car\"}],\n"
  " \"facts\": [{\"id\": \"1\", \"type\": \"launch\", \"subject\": \"a\", \"date\": \"2001\"},\n"
  "  {\"id\": \"2\", \"type\": \"launch\", \"subject\": \"a\", \"date\": \"2004\"},\n"
  "  {\"id\": \"3\", \"type\": \"launch\", \"subject\": \"a\", \"date\": \"2007\"},\n"
  "  {\"id\": \"4\", \"type\": \"launch\", \"subject\": \"b\", \"date\": \"2002\"},\n"
  "  {\"id\": \"5\", \"type\": \"launch\", \"subject\": \"b\", \"date\": \"2005\"},\n"
  "  {\"id\": \"6\", \"type\": \"launch\", \"subject\": \"c\", \"date\": \"2003\"}]}\n";

typedef struct
{
  WhenceDocument *document;
  GtkWidget *canvas;
  GtkWindow *window;
} Fixture;

static WhenceMark *
find_header (GtkWidget *canvas, guint lane)
{
  return fixture_find_mark (canvas, (WhenceRef){ WHENCE_REF_LANE, lane });
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = fixture_document_new_for_text (story);
  whence_document_set_grouping (fixture->document, WHENCE_GROUP_ENTITY);
  fixture->canvas = g_object_new (WHENCE_TYPE_TIMELINE_CANVAS, NULL);
  whence_timeline_canvas_set_document (WHENCE_TIMELINE_CANVAS (fixture->canvas), fixture->document);
  fixture->window = fixture_show (fixture->canvas, 700, 500);
  fixture_wait_for (find_header (fixture->canvas, 2) != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->window);
  g_assert_finalize_object (fixture->document);
}

static void
focus_lane (Fixture *fixture, guint lane)
{
  whence_canvas_focus (WHENCE_CANVAS (fixture->canvas), (WhenceRef){ WHENCE_REF_LANE, lane });
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->canvas, action, NULL));
}

static gboolean
is_collapsed (Fixture *fixture, const char *id)
{
  return whence_lane_state_is_collapsed (whence_document_get_lanes (fixture->document), id);
}

static const char *
first_of (Fixture *fixture, guint i)
{
  guint n;
  const char *const *order = whence_lane_state_get_order (whence_document_get_lanes (fixture->document), &n);

  return i < n ? order[i] : NULL;
}

static gboolean
is_closed (WhenceMark *header)
{
  g_autofree char *difference =
    gtk_test_accessible_check_state (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  return difference == NULL;
}

static void
test_header_is_a_button (Fixture *fixture, gconstpointer data)
{
  WhenceMark *header = find_header (fixture->canvas, 1);

  gtk_test_accessible_assert_role (header, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (header, GTK_ACCESSIBLE_PROPERTY_LABEL, "Bar: 2 facts in view");
  gtk_test_accessible_assert_state (header, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (header), "mark.activate", NULL);
  g_assert_true (is_collapsed (fixture, "b"));
  fixture_wait_for (is_closed (find_header (fixture->canvas, 1)));
}

static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  act (fixture, "lane.toggle"); /* of none */
  g_assert_false (is_collapsed (fixture, "a"));
  focus_lane (fixture, 0);
  act (fixture, "lane.toggle");
  g_assert_true (is_collapsed (fixture, "a"));
  g_assert_false (is_collapsed (fixture, "b"));
  act (fixture, "lane.collapse-all");
  g_assert_true (is_collapsed (fixture, "b"));
  act (fixture, "lane.expand-all");
  g_assert_false (is_collapsed (fixture, "a"));
  g_assert_false (is_collapsed (fixture, "c"));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  WhenceRef last = { WHENCE_REF_LANE, 2 }, first = { WHENCE_REF_LANE, 0 };

  focus_lane (fixture, 0);
  act (fixture, "lane.up"); /* no further */
  g_assert_null (first_of (fixture, 0));
  act (fixture, "lane.down");
  g_assert_cmpstr (first_of (fixture, 0), ==, "b");
  /* The focus goes along. */
  fixture_wait_for (whence_document_get_focus (fixture->document).index == 1);
  act (fixture, "lane.down");
  fixture_wait_for (whence_ref_equal (whence_document_get_focus (fixture->document), last));
  act (fixture, "lane.top"); /* as it was at first */
  g_assert_null (first_of (fixture, 0));
  fixture_wait_for (whence_ref_equal (whence_document_get_focus (fixture->document), first));
  whence_document_go_back (fixture->document);
  g_assert_cmpstr (first_of (fixture, 0), ==, "b");
}

/* From the middle of one header to below the last lane. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (fixture->canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhenceRef lane = { WHENCE_REF_LANE, 0 };
  WhenceRect from, to;

  g_assert_true (klass->find (canvas, lane, &from));
  g_assert_true (klass->find (canvas, (WhenceRef){ WHENCE_REF_LANE, 2 }, &to));
  g_assert_true (klass->drag_begin (canvas, lane, from.x + 5, from.y + 5));
  klass->drag_move (canvas, lane, to.x + 5, whence_rect_bottom (to) + 200);
  klass->drag_end (canvas, lane);
  g_assert_cmpstr (first_of (fixture, 0), ==, "b");
  g_assert_cmpstr (first_of (fixture, 1), ==, "c");
}

static void
test_drag_back (Fixture *fixture, gconstpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (fixture->canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhenceRef lane = { WHENCE_REF_LANE, 1 };
  WhenceRect at;

  g_assert_true (klass->find (canvas, lane, &at));
  g_assert_true (klass->drag_begin (canvas, lane, at.x + 5, at.y + 5));
  klass->drag_move (canvas, lane, at.x + 5, at.y);
  klass->drag_end (canvas, lane);
  g_assert_null (first_of (fixture, 0));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/widgets/lanes/header", Fixture, NULL, set_up, test_header_is_a_button, tear_down);
  g_test_add ("/widgets/lanes/toggle", Fixture, NULL, set_up, test_toggle, tear_down);
  g_test_add ("/widgets/lanes/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/widgets/lanes/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/widgets/lanes/drag-back", Fixture, NULL, set_up, test_drag_back, tear_down);
  return g_test_run ();
}
