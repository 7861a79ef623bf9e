/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a long story whoever only passes over a row lights nothing, since each light asks all facts. Constant
 * time, but for that. */
#include "widgets/facet-pointing.h"

#define MANY 5000 /* facts from which on a row waits … */
#define REST 150  /* … for a hand at rest, ms */

typedef struct
{
  WhenceDocument *document;
  WhenceFacet facet;
  guint32 value;
  gboolean hovered, focused, lit;
  guint waiting; /* a timeout, or 0 */
} Pointing;

static gboolean
light (gpointer data)
{
  Pointing *pointing = data;

  pointing->waiting = 0;
  pointing->lit = TRUE;
  whence_document_point_at (pointing->document, pointing->facet, pointing->value);
  return G_SOURCE_REMOVE;
}

static void
put_out (Pointing *pointing)
{
  g_clear_handle_id (&pointing->waiting, g_source_remove);
  if (pointing->lit)
    whence_document_point_at_nothing (pointing->document);
  pointing->lit = FALSE;
}

static void
update (Pointing *pointing)
{
  gboolean many = whence_bundle_get_n_facts (whence_document_get_bundle (pointing->document)) >= MANY;

  if (!pointing->hovered && !pointing->focused)
    put_out (pointing);
  else if (!pointing->lit && pointing->waiting == 0 && many)
    pointing->waiting = g_timeout_add (REST, light, pointing);
  else if (!pointing->lit && pointing->waiting == 0)
    light (pointing);
}

static void
on_enter (GtkEventControllerMotion *motion, double x, double y, Pointing *pointing)
{
  pointing->hovered = TRUE;
  update (pointing);
}

static void
on_leave (GtkEventControllerMotion *motion, Pointing *pointing)
{
  pointing->hovered = FALSE;
  update (pointing);
}

/* A click, too, gives it the focus, which is then not seen. */
static void
on_focus_in (GtkEventControllerFocus *focus, Pointing *pointing)
{
  GtkRoot *root = gtk_widget_get_root (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)));

  pointing->focused = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
  update (pointing);
}

static void
on_focus_out (GtkEventControllerFocus *focus, Pointing *pointing)
{
  pointing->focused = FALSE;
  update (pointing);
}

static void
pointing_free (gpointer data)
{
  Pointing *pointing = data;

  put_out (pointing);
  g_object_unref (pointing->document);
  g_free (pointing);
}

void
whence_facet_pointing_watch (GtkWidget *row, GtkWidget *check, WhenceDocument *document, WhenceFacet facet,
                             guint32 value)
{
  GtkEventController *motion = gtk_event_controller_motion_new (), *focus = gtk_event_controller_focus_new ();
  Pointing *pointing = g_new (Pointing, 1);

  *pointing = (Pointing){ .document = g_object_ref (document), .facet = facet, .value = value };
  /* The controllers are gone before it is. */
  g_object_set_data_full (G_OBJECT (row), "pointing", pointing, pointing_free);
  g_signal_connect (motion, "enter", G_CALLBACK (on_enter), pointing);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), pointing);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_in), pointing);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_out), pointing);
  gtk_widget_add_controller (row, motion);
  gtk_widget_add_controller (row, focus);
}
