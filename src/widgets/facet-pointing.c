/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a long story whoever only passes over a row lights nothing, since each light asks all facts. The
 * keyboard may be on one row and the pointer on another: the one that came last is seen, then the other one
 * again. Constant time, but for the light. */
#include "widgets/facet-pointing.h"

#define MANY 5000 /* facts from which on a row waits … */
#define REST 150  /* … for a hand at rest, ms */

typedef struct
{
  WhenceDocument *document;
  WhenceBundle *bundle; /* that the value is of */
  WhenceFacet facet;
  guint32 value;
  gboolean hovered, focused, lit;
  guint waiting; /* a timeout, or 0 */
} Pointing;

/* The rows that are lit, from the one that is seen. */
static GQueue *
get_lit (WhenceDocument *document)
{
  GQueue *lit = g_object_get_data (G_OBJECT (document), "lit-rows");

  if (lit == NULL)
    {
      lit = g_queue_new ();
      g_object_set_data_full (G_OBJECT (document), "lit-rows", lit, (GDestroyNotify) g_queue_free);
    }
  return lit;
}

/* When the bundle has become another one, the rows of the old one go one by one. */
static void
show_first (WhenceDocument *document)
{
  const Pointing *first = g_queue_peek_head (get_lit (document));

  if (first != NULL && first->bundle == whence_document_get_bundle (document))
    whence_document_point_at (document, first->facet, first->value);
  else
    whence_document_point_at_nothing (document);
}

static gboolean
light (gpointer data)
{
  Pointing *pointing = data;

  pointing->waiting = 0;
  pointing->lit = TRUE;
  g_queue_push_head (get_lit (pointing->document), pointing);
  show_first (pointing->document);
  return G_SOURCE_REMOVE;
}

static void
put_out (Pointing *pointing)
{
  GQueue *lit = get_lit (pointing->document);
  gboolean seen = g_queue_peek_head (lit) == pointing;

  g_clear_handle_id (&pointing->waiting, g_source_remove);
  g_queue_remove (lit, pointing);
  pointing->lit = FALSE;
  if (seen)
    show_first (pointing->document);
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

/* Whatever is folded away or closed is not pointed at, whether or not anybody says that it is left. */
static void
on_unmapped (GtkWidget *row, Pointing *pointing)
{
  pointing->hovered = pointing->focused = FALSE;
  update (pointing);
}

static void
pointing_free (gpointer data)
{
  Pointing *pointing = data;

  put_out (pointing);
  whence_bundle_unref (pointing->bundle);
  g_object_unref (pointing->document);
  g_free (pointing);
}

void
whence_facet_pointing_watch (GtkWidget *row, GtkWidget *check, WhenceDocument *document, WhenceFacet facet,
                             guint32 value)
{
  GtkEventController *motion = gtk_event_controller_motion_new (), *focus = gtk_event_controller_focus_new ();
  Pointing *pointing = g_new (Pointing, 1);

  *pointing = (Pointing){ .document = g_object_ref (document),
                          .bundle = whence_bundle_ref (whence_document_get_bundle (document)),
                          .facet = facet,
                          .value = value };
  /* The controllers and the handlers are gone before it is. */
  g_object_set_data_full (G_OBJECT (row), "pointing", pointing, pointing_free);
  g_signal_connect (motion, "enter", G_CALLBACK (on_enter), pointing);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), pointing);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_in), pointing);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_out), pointing);
  g_signal_connect (row, "unmap", G_CALLBACK (on_unmapped), pointing);
  gtk_widget_add_controller (row, motion);
  gtk_widget_add_controller (row, focus);
}
