/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands at the side of the views where it is asked for: the filter, or the review. Invariant: at most
 * one of them is shown, and the two actions say which. */
#include "app/window-private.h"

/* The actions, the children of the stack by the same names. */
static const char *const names[] = { "filter", "review" };

static gboolean
is_shown (WhenceWindow *self, const char *name)
{
  return adw_flap_get_reveal_flap (self->filter_flap)
         && g_strcmp0 (gtk_stack_get_visible_child_name (self->side), name) == 0;
}

static void
change (GSimpleAction *action, GVariant *value, gpointer data)
{
  WhenceWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  gboolean shown = g_variant_get_boolean (value);

  if (shown)
    gtk_stack_set_visible_child_name (self->side, name);
  if (shown || is_shown (self, name))
    adw_flap_set_reveal_flap (self->filter_flap, shown);
  whence_window_update_actions (self);
  if (shown)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->side), GTK_DIR_TAB_FORWARD);
}

/* Where the side covers the pictures it gives way to what was asked for. */
static void
on_opened (WhenceWindow *self)
{
  if (adw_flap_get_folded (self->filter_flap))
    adw_flap_set_reveal_flap (self->filter_flap, FALSE);
}

static void
on_closed (WhenceWindow *self)
{
  adw_flap_set_reveal_flap (self->filter_flap, FALSE);
}

void
whence_window_add_side (WhenceWindow *self)
{
  const GActionEntry entries[] = {
    { "filter", NULL, NULL, "false", change },
    { "review", NULL, NULL, "false", change },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  whence_review_page_set_document (self->review_page, self->document);
  g_signal_connect_object (self->review_page, "went", G_CALLBACK (whence_window_reveal_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->review_page, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->review_page, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_flap, "notify::reveal-flap",
                           G_CALLBACK (whence_window_update_actions), self, G_CONNECT_SWAPPED);
}

void
whence_window_update_side_actions (WhenceWindow *self, gboolean filled)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GSimpleAction *action = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i]));
      g_simple_action_set_enabled (action, filled);
      g_simple_action_set_state (action, g_variant_new_boolean (is_shown (self, names[i])));
    }
}
