/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files come into a window: opened, dropped or loaded again. Whatever fails says what, where and what to do,
 * and leaves what was open as it was. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/application.h"
#include "app/settings.h"
#include "model/problem.h"
#include "model/text-fill.h"
#include "widgets/describe.h"
#include "widgets/file-dialog.h"

static WhenceApplication *
application_of (WhenceWindow *self)
{
  return WHENCE_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* --- Loading --- */

/* What is wrong, the place in words, and with which file. Transfer full. */
static char *
describe_failure (GFile *file, const GError *error)
{
  guint line, column;
  const char *sentence = whence_problem_split_message (error->message, &line, &column);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *place = line > 0 ? g_strdup_printf (_ ("Line %u, column %u"), line, column) : NULL;

  return place != NULL ? g_strdup_printf ("%s\n%s\n\n%s", sentence, place, name)
                       : g_strdup_printf ("%s\n\n%s", sentence, name);
}

/* A window that was opened for this file alone and got nothing goes away, and the one it came from tells why.
 */
static void
tell_failure (WhenceWindow *self, GFile *file, const GError *error)
{
  g_autoptr (WhenceWindow) origin = g_weak_ref_get (&self->origin);
  g_autofree char *body = describe_failure (file, error);
  gboolean vacant = whence_document_is_empty (self->document);

  whence_window_show_error (vacant && origin != NULL ? origin : self, _ ("The file could not be opened"),
                            body);
  if (vacant && origin != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* "Meta and Scale AI, 71 facts, Loaded, with 4 problems". */
static void
tell_loaded (WhenceWindow *self)
{
  WhenceBundle *bundle = whence_document_get_bundle (self->document);
  guint n_facts = whence_bundle_get_n_facts (bundle), n_problems;
  g_autofree char *count = whence_text_compose (ngettext ("%'u fact", "%'u facts", n_facts), n_facts);
  char *text = whence_describe_and (whence_document_dup_title (self->document), count);

  whence_bundle_get_problems (bundle, &n_problems);
  if (n_problems > 0)
    text = whence_describe_and (text, gtk_label_get_text (self->problems_label));
  whence_announce (GTK_WIDGET (self), text);
  g_free (text);
}

static void
go_to_wanted (WhenceWindow *self)
{
  g_autofree char *id = g_steal_pointer (&self->wanted);
  guint32 entity =
    id != NULL ? whence_bundle_find_entity (whence_document_get_bundle (self->document), id) : WHENCE_NONE;

  if (entity == WHENCE_NONE)
    return;
  whence_document_select (self->document, whence_ref_entity (entity), FALSE);
  whence_window_reveal_selection (self);
}

void
whence_window_go_to_entity (WhenceWindow *self, const char *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  if (self->loading_file == NULL)
    go_to_wanted (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WhenceWindow) self = data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GFile *open = whence_document_get_file (WHENCE_DOCUMENT (source));
  g_autoptr (GFile) before = open != NULL ? g_object_ref (open) : NULL;
  gboolean loaded = whence_document_load_finish (WHENCE_DOCUMENT (source), result, &error);

  /* Closed, or another load has taken over. */
  if (self->document == NULL || (!loaded && whence_document_is_loading (self->document)))
    return;
  file = g_steal_pointer (&self->loading_file);
  if (loaded && file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
      if (before == NULL || !g_file_equal (before, file))
        whence_window_recall_story (self, file);
      gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
      tell_loaded (self);
      go_to_wanted (self);
    }
  else
    {
      g_clear_pointer (&self->wanted, g_free);
      whence_window_update_page (self);
      if (file != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_failure (self, file, error);
    }
}

static void
start_loading (WhenceWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  whence_loading_page_set_name (self->loading_page, shown);
  g_set_object (&self->loading_file, file);
  if (whence_document_is_empty (self->document))
    whence_window_recall_size (self, file);
  whence_document_load_async (self->document, file, on_loaded, g_object_ref (self));
}

static void
on_reload_response (AdwMessageDialog *dialog, const char *response, WhenceWindow *self)
{
  if (g_str_equal (response, "reload"))
    start_loading (self, whence_document_get_file (self->document));
}

static void
ask_before_reload (WhenceWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Reload and Lose the Changes?"),
                                              _ ("What you have changed since the last save will be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "reload",
                                    _ ("_Reload"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reload",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_reload_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
whence_window_load (WhenceWindow *self, GFile *file)
{
  GFile *open = whence_document_get_file (self->document);
  gboolean reload = open != NULL && g_file_equal (open, file);

  if (reload && whence_window_has_unsaved (self))
    ask_before_reload (self);
  else if (reload || whence_window_is_vacant (self))
    start_loading (self, file);
  else
    whence_application_open_file (application_of (self), file, GTK_WINDOW (self));
}

static void
on_open_chosen (GFile *file, gpointer data)
{
  whence_application_open_file (application_of (data), file, data);
}

void
whence_window_open (WhenceWindow *self)
{
  whence_file_dialog_open (GTK_WINDOW (self), on_open_chosen, self);
}

void
whence_window_open_example (WhenceWindow *self, WhenceExample example)
{
  g_autoptr (GFile) file = whence_example_get_file (example);

  whence_application_open_file (application_of (self), file, GTK_WINDOW (self));
}

/* --- Dropping --- */

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, WhenceWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    whence_application_open_file (application_of (self), l->data, GTK_WINDOW (self));
  return files != NULL;
}

void
whence_window_add_drop_target (WhenceWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
