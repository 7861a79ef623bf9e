/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The popover that lists the facts of one place: what its rows say, what choosing one does, and that a
 * cluster of the timeline opens it. */
#include "fixture.h"
#include "model/clock.h"
#include "widgets/describe.h"
#include "widgets/facts-popover.h"
#include "widgets/timeline-canvas.h"

static GtkWidget *
list_of (GtkWidget *popover)
{
  return fixture_find (popover, GTK_TYPE_LIST_VIEW);
}

static void
on_chosen (WhenceFactsPopover *popover, guint fact, guint *chosen)
{
  *chosen = fact;
}

static void
on_zoom (WhenceFactsPopover *popover, guint *n_zooms)
{
  (*n_zooms)++;
}

static GtkWidget *
popover_new (GtkWidget *parent, WhenceDocument *document, gboolean can_zoom)
{
  static const guint32 facts[] = { FACT_INVESTED, FACT_NEGATED, FACT_FOUNDED };
  WhenceFactsPopover *popover = whence_facts_popover_new ();

  gtk_widget_set_parent (GTK_WIDGET (popover), parent);
  whence_facts_popover_set_facts (popover, whence_document_get_bundle (document), NULL, facts,
                                  G_N_ELEMENTS (facts), NULL, NULL, can_zoom);
  gtk_popover_popup (GTK_POPOVER (popover));
  return GTK_WIDGET (popover);
}

static void
test_list (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWindow *window = fixture_show (button, 400, 400);
  GtkWidget *popover = popover_new (button, document, TRUE), *zoom;
  guint chosen = G_MAXUINT, n_zooms = 0;
  g_autofree char *line = NULL;

  g_signal_connect (popover, "chosen", G_CALLBACK (on_chosen), &chosen);
  g_signal_connect (popover, "zoom", G_CALLBACK (on_zoom), &n_zooms);
  fixture_wait_for (fixture_says (popover, "Bar pays for Car"));
  g_assert_true (fixture_says (popover, "3 facts"));
  line = whence_describe_line (whence_document_get_bundle (document), FACT_INVESTED);
  g_assert_true (fixture_says (popover, line));
  g_assert_true (fixture_says (popover, "Undated · Alleged · Said not to be so"));
  g_signal_emit_by_name (list_of (popover), "activate", 1);
  g_assert_cmpuint (chosen, ==, FACT_NEGATED);
  g_assert_false (gtk_widget_get_visible (popover));

  gtk_popover_popup (GTK_POPOVER (popover));
  zoom = fixture_find_text (popover, "Zoom in");
  g_signal_emit_by_name (gtk_widget_get_ancestor (zoom, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpuint (n_zooms, ==, 1);
  gtk_widget_unparent (popover);
  fixture_close (window);
}

/* Where nothing can be zoomed nobody is offered it. */
static void
test_without_zoom (void)
{
  WhenceDocument *document = fixture_document_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWindow *window = fixture_show (button, 400, 400);
  GtkWidget *popover = popover_new (button, document, FALSE);
  GtkWidget *zoom;

  fixture_wait_for (fixture_says (popover, "3 facts"));
  zoom = fixture_find_text (popover, "Zoom in");
  g_assert_false (zoom != NULL && gtk_widget_get_mapped (zoom));
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_unparent (popover);
  fixture_close (window);
  g_assert_finalize_object (document);
}

/* The desktop's clock is set otherwise while the list is open: neither its rows nor what stands above them
 * say times as before. */
static void
test_clock (void)
{
  static const guint32 first = 0;
  g_autoptr (WhenceDocument) document = fixture_document_new_for_text (
    "{\"whence\": 1, \"facts\": [{\"id\": \"f\", \"type\": \"statement\", \"title\": \"F\", "
    "\"date\": \"2025-01-01T14:05:00Z\"}]}");
  GtkWidget *button = gtk_button_new ();
  GtkWindow *window = fixture_show (button, 400, 400);
  GtkWidget *popover = GTK_WIDGET (whence_facts_popover_new ());

  gtk_widget_set_parent (popover, button);
  whence_facts_popover_set_facts (WHENCE_FACTS_POPOVER (popover), whence_document_get_bundle (document), NULL,
                                  &first, 1, NULL, NULL, FALSE);
  gtk_popover_popup (GTK_POPOVER (popover));
  fixture_wait_for (fixture_says (popover, "1 January 2025, 14:05 UTC"));
  whence_clock_set_twelve_hours (TRUE);
  whence_facts_popover_tell_anew (WHENCE_FACTS_POPOVER (popover));
  g_assert_false (gtk_widget_get_visible (popover));
  whence_facts_popover_set_facts (WHENCE_FACTS_POPOVER (popover), whence_document_get_bundle (document), NULL,
                                  &first, 1, NULL, NULL, FALSE);
  gtk_popover_popup (GTK_POPOVER (popover));
  fixture_wait_for (fixture_says (popover, "1 January 2025, 2:05 PM UTC"));
  whence_clock_set_twelve_hours (FALSE);
  gtk_widget_unparent (popover);
  fixture_close (window);
}

/* --- On the timeline --- */

static WhenceDocument *
document_new_dense (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\": 1, \"facts\": [");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "%s{\"id\": \"f%u\", \"type\": \"statement\", \"date\": \"2000-05-%02u\"}",
                            i > 0 ? "," : "", i, 1 + i % 3);
  g_string_append (text, "]}");
  return fixture_document_new_for_text (text->str);
}

/* What holds facts that have no mark of their own. */
static WhenceRef
find_group (WhenceCanvas *canvas)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhenceRect bounds;

  for (guint32 fact = 0; fact < 400; fact++)
    if (klass->find (canvas, whence_ref_fact (fact), &bounds))
      {
        WhenceRef ref = klass->pick (canvas, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        if (ref.kind == WHENCE_REF_GROUP)
          return ref;
      }
  g_assert_not_reached ();
}

static void
test_cluster (void)
{
  g_autoptr (WhenceDocument) document = document_new_dense ();
  GtkWidget *canvas = g_object_new (WHENCE_TYPE_TIMELINE_CANVAS, NULL), *popover;
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  GtkWindow *window;
  WhenceRef group;
  gint64 from, to;
  guint n_selected;

  whence_timeline_canvas_set_document (WHENCE_TIMELINE_CANVAS (canvas), document);
  window = fixture_show (canvas, 700, 500);
  fixture_wait_for (whence_canvas_has_scene (WHENCE_CANVAS (canvas)));
  group = find_group (WHENCE_CANVAS (canvas));
  g_assert_true (klass->activate (WHENCE_CANVAS (canvas), group, 1));
  fixture_wait_for ((popover = fixture_find (canvas, WHENCE_TYPE_FACTS_POPOVER)) != NULL
                    && gtk_widget_get_mapped (popover));
  g_signal_emit_by_name (list_of (popover), "activate", 0);
  whence_document_get_selection (document, &n_selected);
  g_assert_cmpuint (n_selected, ==, 1);

  g_assert_false (whence_document_get_range (document, &from, &to));
  g_assert_true (klass->activate (WHENCE_CANVAS (canvas), group, 1));
  g_assert_true (klass->activate (WHENCE_CANVAS (canvas), group, 2));
  g_assert_true (whence_document_get_range (document, &from, &to));
  fixture_close (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/widgets/facts-popover/list", test_list);
  g_test_add_func ("/widgets/facts-popover/without-zoom", test_without_zoom);
  g_test_add_func ("/widgets/facts-popover/clock", test_clock);
  g_test_add_func ("/widgets/facts-popover/cluster", test_cluster);
  return g_test_run ();
}
