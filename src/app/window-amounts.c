/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track in the window: whether there is anything to show in it and room for it, and the actions
 * on it. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "document/amounts-choice.h"

#define LEAST_HEIGHT 250 /* px of both: less, and the lanes keep all of it */

static gboolean
is_wanted (WhenceWindow *self)
{
  return whence_document_get_amounts_shown (self->document) && whence_document_has_amounts (self->document);
}

char *
whence_window_describe_amounts (WhenceWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->amounts)))
    return whence_amounts_canvas_describe_omitted (whence_amounts_track_get_canvas (self->amounts));
  return is_wanted (self) ? g_strdup (_ ("The amounts have no room at this size")) : NULL;
}

static gboolean
arrange (gpointer data)
{
  WhenceWindow *self = data;
  int height = gtk_widget_get_height (GTK_WIDGET (self->times));

  self->arranging = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->amounts),
                          is_wanted (self) && (height <= 0 || height >= LEAST_HEIGHT));
  whence_window_update_omitted (self);
  return G_SOURCE_REMOVE;
}

/* Room is found out about while it is being allocated, which is too late to ask for other sizes. */
static void
arrange_soon (WhenceWindow *self)
{
  if (self->arranging == 0)
    self->arranging = g_idle_add (arrange, self);
}

static void
update_actions (WhenceWindow *self)
{
  GActionMap *map = G_ACTION_MAP (self);
  gboolean has_amounts = whence_document_has_amounts (self->document);
  gboolean logarithmic = whence_document_get_amounts_scale (self->document) == WHENCE_SCALE_LOG;

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "amounts")),
                             g_variant_new_boolean (whence_document_get_amounts_shown (self->document)));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "amounts-logarithmic")),
                             g_variant_new_boolean (logarithmic));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "amounts")), has_amounts);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "choose-amounts")),
                               has_amounts);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "amounts-logarithmic")),
                               has_amounts);
  arrange_soon (self);
}

static void
change_shown (GSimpleAction *action, GVariant *value, gpointer data)
{
  whence_document_set_amounts_shown (((WhenceWindow *) data)->document, g_variant_get_boolean (value));
}

static void
change_logarithmic (GSimpleAction *action, GVariant *value, gpointer data)
{
  whence_document_set_amounts_scale (((WhenceWindow *) data)->document,
                                     g_variant_get_boolean (value) ? WHENCE_SCALE_LOG : WHENCE_SCALE_LINEAR);
}

static void
on_choose (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WhenceWindow *self = data;

  whence_document_set_amounts_shown (self->document, TRUE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->amounts)))
    whence_amounts_track_choose (self->amounts);
}

void
whence_window_add_amounts (WhenceWindow *self)
{
  const GActionEntry entries[] = {
    { "amounts", NULL, NULL, "true", change_shown },
    { "amounts-logarithmic", NULL, NULL, "false", change_logarithmic },
    { "choose-amounts", on_choose },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  whence_amounts_track_set_document (self->amounts, self->document);
  g_signal_connect_object (self->document, "notify::amounts", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::scope", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->times, "notify::max-position", G_CALLBACK (arrange_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (whence_amounts_track_get_canvas (self->amounts), "scene-changed",
                           G_CALLBACK (whence_window_update_omitted), self, G_CONNECT_SWAPPED);
  update_actions (self);
}
