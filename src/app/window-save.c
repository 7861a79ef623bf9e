/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saves the story of a window, and asks before what would be lost: what another program has written, and what
 * is not saved when the window closes. A failure leaves the file as it was. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/settings.h"
#include "widgets/file-dialog.h"

static void save_to (GFile *file, gpointer data);

static void
on_unsaved_response (AdwMessageDialog *dialog, const char *response, WhenceWindow *self)
{
  if (g_str_equal (response, "overwrite"))
    {
      whence_document_allow_overwriting (self->document);
      save_to (whence_document_get_file (self->document), self);
      return;
    }
  self->close_after_save = FALSE;
  if (g_str_equal (response, "save-as"))
    whence_window_save_as (self);
}

static void
ask_before_overwriting (WhenceWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (self), _ ("Overwrite What Another Program Has Written?"),
    _ ("The file was changed by another program since it was opened. Saving here overwrites those changes."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save-as",
                                    _ ("Save _As…"), "overwrite", _ ("_Overwrite"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_unsaved_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_unsaved (WhenceWindow *self, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (self->saving_file);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", error->message, name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The story could not be saved"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "save-as",
                                    _ ("Save _As…"), NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_unsaved_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WhenceWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = whence_document_save_finish (WHENCE_DOCUMENT (source), result, &error);

  if (self->document == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    ask_before_overwriting (self);
  else if (!saved)
    tell_unsaved (self, error);
  else if (self->close_after_save)
    gtk_window_close (GTK_WINDOW (self));
  else
    whence_window_toast (self, _ ("Saved"));
}

static void
save_to (GFile *file, gpointer data)
{
  WhenceWindow *self = data;

  g_set_object (&self->saving_file, file);
  whence_document_save_async (self->document, file, on_saved, g_object_ref (self));
}

void
whence_window_save (WhenceWindow *self)
{
  GFile *file = whence_document_get_file (self->document);

  /* The shipped examples are nobody's to change. */
  if (file == NULL || whence_is_example (file))
    whence_window_save_as (self);
  else
    save_to (file, self);
}

void
whence_window_save_as (WhenceWindow *self)
{
  GFile *file = whence_document_get_file (self->document);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup ("story.facts.json");

  whence_file_dialog_save (GTK_WINDOW (self), name, save_to, self);
}

/* --- Closing --- */

gboolean
whence_window_has_unsaved (WhenceWindow *self)
{
  return !whence_document_is_empty (self->document) && whence_document_is_modified (self->document);
}

static void
on_close_response (AdwMessageDialog *dialog, const char *response, WhenceWindow *self)
{
  if (g_str_equal (response, "discard"))
    {
      self->discard = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_str_equal (response, "save"))
    {
      self->close_after_save = TRUE;
      whence_window_save (self);
    }
}

gboolean
whence_window_may_close (WhenceWindow *self)
{
  GtkWidget *dialog;

  if (self->discard || !whence_window_has_unsaved (self))
    return TRUE;
  self->close_after_save = FALSE;
  dialog =
    adw_message_dialog_new (GTK_WINDOW (self), _ ("Save Changes?"),
                            _ ("This story has changes that are not saved. They are lost if you do not save "
                               "them."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self, 0);
  /* The window goes while the dialog answers, which looks at it once more when it goes itself. */
  g_object_set_data_full (G_OBJECT (dialog), "window", g_object_ref (self), g_object_unref);
  gtk_window_present (GTK_WINDOW (dialog));
  return FALSE;
}
