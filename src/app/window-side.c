/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands at the side of the views where it is asked for: the filter, or the review. Invariant: at most
 * one of them is shown, and the two actions say which. While the menu is open a worker reviews the story, so
 * that its entry says how much there is to look at. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "model/text-list.h"

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
    whence_window_show_side (self, name);
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

/* --- How much there is to review ------------------------------------------------------------------ */

#define REVIEW_ITEM 1 /* of the menu's section */

static void
count_findings (WhenceWindow *self)
{
  WhenceReview *review = whence_document_get_review (self->document);
  gboolean counted = review != NULL
                     && whence_bundle_has_same_records (whence_review_get_bundle (review),
                                                        whence_document_get_bundle (self->document));
  g_autofree char *text = counted ? whence_text_count (_ ("Re_view"), whence_review_get_n_findings (review))
                                  : g_strdup (_ ("Re_view"));
  g_autofree char *before = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (self->side_menu == NULL)
    return;
  g_menu_model_get_item_attribute (G_MENU_MODEL (self->side_menu), REVIEW_ITEM, G_MENU_ATTRIBUTE_LABEL, "s",
                                   &before);
  if (g_strcmp0 (text, before) == 0)
    return;
  item = g_menu_item_new (text, "win.review");
  g_menu_remove (self->side_menu, REVIEW_ITEM);
  g_menu_insert_item (self->side_menu, REVIEW_ITEM, item);
}

static void
on_menu (WhenceWindow *self)
{
  GtkWidget *menu = GTK_WIDGET (gtk_menu_button_get_popover (self->view_button));

  whence_document_want_review (
    self->document,
    gtk_widget_get_visible (menu)
      || (self->review_page != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->review_page))));
}

void
whence_window_watch_side_menu (WhenceWindow *self)
{
  g_signal_connect_object (gtk_menu_button_get_popover (self->view_button), "notify::visible",
                           G_CALLBACK (on_menu), self, G_CONNECT_SWAPPED);
  count_findings (self);
}

void
whence_window_watch_review_page (WhenceWindow *self)
{
  whence_review_page_set_document (self->review_page, self->document);
  g_signal_connect_object (self->review_page, "went", G_CALLBACK (whence_window_reveal_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->review_page, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->review_page, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
}

void
whence_window_add_side (WhenceWindow *self)
{
  const GActionEntry entries[] = {
    { "filter", NULL, NULL, "false", change },
    { "review", NULL, NULL, "false", change },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->document, "notify::review", G_CALLBACK (count_findings), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::bundle", G_CALLBACK (count_findings), self,
                           G_CONNECT_SWAPPED);
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
