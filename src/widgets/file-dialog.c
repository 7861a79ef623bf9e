/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wraps GtkFileChooserNative: the portal's dialog where there is one. */
#include "widgets/file-dialog.h"

#include <glib/gi18n-lib.h>

/* GTK 4.10 deprecates the chooser; its successor is not in the floor. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

typedef struct
{
  WhenceFileFunc func;
  gpointer user_data; /* weak: a window that goes is not kept by what it asked */
} Request;

static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Request *request = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (file != NULL && request->user_data != NULL)
    request->func (file, request->user_data);
  g_clear_weak_pointer (&request->user_data);
  g_free (request);
  g_object_unref (dialog);
}

/* Nobody is left who could use a file. */
static void
on_parent_gone (GtkNativeDialog *dialog)
{
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
show (GtkFileChooserNative *chooser, WhenceFileFunc func, gpointer user_data)
{
  Request *request = g_new (Request, 1);
  GtkWindow *parent = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (chooser));

  *request = (Request){ .func = func };
  g_set_weak_pointer (&request->user_data, user_data);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), request);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (on_parent_gone), chooser, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
add_story_filters (GtkFileChooserNative *chooser)
{
  add_filter (chooser, _ ("Stories"), (const char *[]){ "*.facts.json", "*.facts.jsonl", NULL });
  add_filter (chooser, _ ("All files"), (const char *[]){ "*", NULL });
}

void
whence_file_dialog_open (GtkWindow *parent, WhenceFileFunc func, gpointer user_data)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Open a Story"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  add_story_filters (chooser);
  show (chooser, func, user_data);
}

void
whence_file_dialog_save (GtkWindow *parent, const char *name, WhenceFileFunc func, gpointer user_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Save the Story"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);

  add_story_filters (chooser);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show (chooser, func, user_data);
}

void
whence_file_dialog_export (GtkWindow *parent, const char *name, const char *suffix, WhenceFileFunc func,
                           gpointer user_data)
{
  g_autofree char *pattern = g_strdup_printf ("*.%s", suffix), *label = g_ascii_strup (suffix, -1);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Export a Picture"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);

  add_filter (chooser, label, (const char *[]){ pattern, NULL });
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show (chooser, func, user_data);
}

G_GNUC_END_IGNORE_DEPRECATIONS
