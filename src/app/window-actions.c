/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's actions: one table, and which of them are possible now. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/shortcuts.h"
#include "document/document-subset.h"
#include "widgets/export-dialog.h"
#include "widgets/problems-dialog.h"

#define ACTION(name) static void on_##name (GSimpleAction *action, GVariant *parameter, gpointer data)

ACTION (open)
{
  whence_window_open (data);
}

ACTION (open_example)
{
  whence_window_open_example (data, WHENCE_EXAMPLE_DEAL);
}

ACTION (open_dispute)
{
  whence_window_open_example (data, WHENCE_EXAMPLE_HARBOUR);
}

ACTION (save)
{
  ((WhenceWindow *) data)->close_after_save = FALSE;
  whence_window_save (data);
}

ACTION (save_as)
{
  ((WhenceWindow *) data)->close_after_save = FALSE;
  whence_window_save_as (data);
}

ACTION (reload)
{
  WhenceWindow *self = data;
  GFile *file = whence_document_get_file (self->document);

  if (file != NULL)
    whence_window_load (self, file);
}

static void
on_exported (WhenceWindow *self, GFile *file)
{
  whence_window_toast_file (self, file);
}

ACTION (export)
{
  WhenceWindow *self = data;
  GtkWidget *dialog = whence_export_dialog_new (GTK_WINDOW (self), self->document);

  g_signal_connect_object (dialog, "exported", G_CALLBACK (on_exported), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

ACTION (open_folder)
{
  WhenceWindow *self = data;
  g_autoptr (GFile) folder = self->exported != NULL ? g_file_get_parent (self->exported) : NULL;
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

ACTION (problems)
{
  WhenceWindow *self = data;

  gtk_window_present (GTK_WINDOW (whence_problems_dialog_new (GTK_WINDOW (self), self->document)));
}

ACTION (cancel_load)
{
  WhenceWindow *self = data;

  whence_document_cancel_load (self->document);
}

ACTION (undo)
{
  whence_document_undo (((WhenceWindow *) data)->document);
}

ACTION (redo)
{
  whence_document_redo (((WhenceWindow *) data)->document);
}

ACTION (select_nothing)
{
  whence_document_leave (((WhenceWindow *) data)->document);
}

ACTION (search)
{
  whence_search_bar_open (whence_window_get_search_bar (data));
}

ACTION (next_hit)
{
  whence_search_bar_walk (whence_window_get_search_bar (data), 1);
}

ACTION (previous_hit)
{
  whence_search_bar_walk (whence_window_get_search_bar (data), -1);
}

ACTION (menu)
{
  gtk_menu_button_popup (((WhenceWindow *) data)->menu_button);
}

ACTION (show_help_overlay)
{
  gtk_window_present (whence_shortcuts_window_new (data));
}

/* --- Views --- */

static void
change_view (GSimpleAction *action, GVariant *value, gpointer data)
{
  whence_window_set_view (data, g_variant_get_string (value, NULL));
}

static void
change_inspector (GSimpleAction *action, GVariant *value, gpointer data)
{
  adw_flap_set_reveal_flap (((WhenceWindow *) data)->flap, g_variant_get_boolean (value));
}

/* The words of the menu, in the order of the enumerations. */
static const char *const groupings[] = { "none", "entity", "entity-type", "fact-type", "source", NULL };

int
whence_window_find_word (const char *const *words, GVariant *value)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], g_variant_get_string (value, NULL)))
      return i;
  return -1;
}

static void
change_grouping (GSimpleAction *action, GVariant *value, gpointer data)
{
  int i = whence_window_find_word (groupings, value);

  if (i >= 0)
    whence_document_set_grouping (((WhenceWindow *) data)->document, (WhenceGrouping) i);
}

/* --- The title --- */

static void
on_rename_response (AdwMessageDialog *dialog, const char *response, WhenceWindow *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "rename"))
    return;
  if (!whence_document_set_title (self->document, gtk_editable_get_text (entry), &error))
    whence_window_show_error (self, _ ("The title could not be changed"), error->message);
}

ACTION (rename)
{
  WhenceWindow *self = data;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Title of the Story"), NULL);
  GtkWidget *entry = gtk_entry_new ();
  const char *title = whence_bundle_get_title (whence_document_get_bundle (self->document));

  gtk_editable_set_text (GTK_EDITABLE (entry), title != NULL ? title : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the story"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "rename",
                                    _ ("Change _Title"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_rename_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- The table --- */

void
whence_window_add_actions (WhenceWindow *self)
{
  const GActionEntry entries[] = {
    { "open", on_open },
    { "open-example", on_open_example },
    { "open-dispute", on_open_dispute },
    { "save", on_save },
    { "save-as", on_save_as },
    { "reload", on_reload },
    { "export", on_export },
    { "open-folder", on_open_folder },
    { "problems", on_problems },
    { "cancel-load", on_cancel_load },
    { "undo", on_undo },
    { "redo", on_redo },
    { "rename", on_rename },
    { "search", on_search },
    { "next-hit", on_next_hit },
    { "previous-hit", on_previous_hit },
    { "menu", on_menu },
    { "show-help-overlay", on_show_help_overlay },
    { "select-nothing", on_select_nothing },
    { "view", NULL, "s", "'both'", change_view },
    { "inspector", NULL, NULL, "true", change_inspector },
    { "grouping", NULL, "s", "'none'", change_grouping },
  };

  g_autoptr (GPropertyAction) negated = g_property_action_new ("negated", self->document, "negated");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  whence_window_add_look_actions (self);
  whence_window_add_graph_actions (self);
  whence_window_add_side (self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (negated));
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (whence_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::grouping", G_CALLBACK (whence_window_update_actions),
                           self, G_CONNECT_SWAPPED);
}

static GSimpleAction *
find (WhenceWindow *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
enable (WhenceWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (find (self, name), enabled);
}

void
whence_window_update_actions (WhenceWindow *self)
{
  gboolean loading = whence_document_is_loading (self->document);
  gboolean filled = !loading && !whence_document_is_empty (self->document);
  const char *const need_a_story[] = { "save",     "save-as",   "export", "problems", "rename",      "view",
                                       "grouping", "inspector", "search", "next-hit", "previous-hit" };
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  for (guint i = 0; i < G_N_ELEMENTS (need_a_story); i++)
    enable (self, need_a_story[i], filled);
  whence_window_update_look_actions (self, filled);
  whence_window_update_graph_actions (self, filled);
  whence_window_update_side_actions (self, filled);
  enable (self, "reload", filled && whence_document_get_file (self->document) != NULL);
  enable (self, "cancel-load", loading);
  enable (self, "undo", filled && whence_document_get_undo_label (self->document) != NULL);
  enable (self, "redo", filled && whence_document_get_redo_label (self->document) != NULL);
  g_simple_action_set_state (find (self, "view"), g_variant_new_string (view != NULL ? view : "both"));
  g_simple_action_set_state (find (self, "inspector"),
                             g_variant_new_boolean (adw_flap_get_reveal_flap (self->flap)));
  g_simple_action_set_state (find (self, "grouping"),
                             g_variant_new_string (groupings[whence_document_get_grouping (self->document)]));
}
