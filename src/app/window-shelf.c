/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shelf in the window: the action that puts it away and back, and what the timeline shows in its stead.
 */
#include "app/window-private.h"

static void
on_place (WhenceWindow *self)
{
  whence_timeline_canvas_set_shelf (self->timeline, whence_shelf_get_place (self->shelf));
}

/* The keyboard does not stay with what is gone. */
static void
on_closed (WhenceWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean closed = whence_shelf_is_closed (self->shelf);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "shelf");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (!closed));
  if (closed && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->shelf)))
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

static gboolean
on_open (WhenceWindow *self)
{
  return whence_shelf_enter (self->shelf);
}

static void
change_shelf (GSimpleAction *action, GVariant *value, gpointer data)
{
  whence_shelf_set_closed (((WhenceWindow *) data)->shelf, !g_variant_get_boolean (value));
}

void
whence_window_add_shelf (WhenceWindow *self)
{
  const GActionEntry entries[] = { { "shelf", NULL, NULL, "true", change_shelf } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->shelf, "notify::place", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shelf, "notify::closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "open-shelf", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  whence_shelf_set_document (self->shelf, self->document);
}
