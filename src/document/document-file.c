/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading and saving in workers. A worker sees a file and an immutable bundle, nothing of the document; its
 * answer counts only while the document still waits for it. */
#include "document/document-private.h"

#include <glib/gi18n-lib.h>

#include "model/reader.h"
#include "model/writer.h"

#define PROGRESS_INTERVAL 50 /* ms */

/* What tells whether a file has been written since; its time alone is too coarse where two programs write at
 * once. NULL when nothing does. Transfer full. */
static char *
query_stamp (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
    file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_UNIX_INODE,
    G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL || g_file_info_get_etag (info) == NULL)
    return NULL;
  return g_strdup_printf ("%s %" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT, g_file_info_get_etag (info),
                          g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

static void
take_stamp (WhenceDocument *document, char **stamp)
{
  g_free (document->stamp);
  document->stamp = g_steal_pointer (stamp);
}

/* --- Loading --- */

typedef struct
{
  GFile *file;
  char *stamp;
  int permille; /* atomic: written by the worker, read by the main thread */
  WhenceOverviewMaker *maker;
  WhenceRenewal *renewal; /* of what is open, where it is the same file; or NULL */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->file);
  g_free (load->stamp);
  whence_overview_maker_free (load->maker);
  g_clear_pointer (&load->renewal, whence_renewal_free);
  g_free (load);
}

static void
on_progress (double fraction, gpointer user_data)
{
  Load *load = user_data;

  g_atomic_int_set (&load->permille, (int) (CLAMP (fraction, 0, 1) * 1000));
}

static void
on_so_far (const WhenceBundle *so_far, gpointer user_data)
{
  whence_overview_maker_look (((Load *) user_data)->maker, so_far);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  WhenceBundle *bundle;

  /* Before reading: what is written meanwhile must not pass for what was read. */
  load->stamp = query_stamp (load->file);
  whence_overview_maker_sample (load->maker, load->file, cancellable);
  bundle = whence_reader_watch_file (load->file, on_progress, on_so_far, load, cancellable, &error);
  if (bundle != NULL && load->renewal != NULL
      && !(whence_renewal_work_out (load->renewal, bundle, cancellable)
           && whence_translation_prepare (load->renewal->translation, cancellable)))
    g_clear_pointer (&load->renewal, whence_renewal_free);
  if (bundle != NULL)
    g_task_return_pointer (task, bundle, (GDestroyNotify) whence_bundle_unref);
  else
    g_task_return_error (task, error);
}

static void
take_overview (WhenceDocument *document, WhenceOverview *overview)
{
  whence_overview_free (document->overview);
  document->overview = overview;
}

static gboolean
show_progress (gpointer data)
{
  GTask *task = data;
  WhenceDocument *document = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  WhenceOverview *overview = whence_overview_maker_take (load->maker);
  double progress = g_atomic_int_get (&load->permille) / 1000.0;

  if (overview != NULL || progress > document->progress)
    {
      document->progress = MAX (progress, document->progress);
      if (overview != NULL)
        take_overview (document, overview);
      whence_document_notify (document, WHENCE_DOCUMENT_PROP_PROGRESS);
    }
  return G_SOURCE_CONTINUE;
}

/* Ends the waiting for the load that @cancellable stands for, if the document still waits for that one. */
static gboolean
stop_waiting (WhenceDocument *document, GCancellable *cancellable)
{
  if (document->loading == NULL || document->loading != cancellable)
    return FALSE;
  g_clear_object (&document->loading);
  g_clear_handle_id (&document->progress_source, g_source_remove);
  take_overview (document, NULL);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_LOADING);
  return TRUE;
}

void
whence_document_cancel_load (WhenceDocument *document)
{
  if (document->loading == NULL)
    return;
  g_cancellable_cancel (document->loading);
  stop_waiting (document, document->loading);
}

void
whence_document_load_async (WhenceDocument *document, GFile *file, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load = g_new0 (Load, 1);

  whence_document_cancel_load (document);
  document->loading = g_cancellable_new ();
  document->progress = 0;
  load->file = g_object_ref (file);
  load->maker = whence_overview_maker_new (PROGRESS_INTERVAL * 1000);
  if (document->file != NULL && g_file_equal (file, document->file))
    load->renewal = whence_renewal_new (document);

  task = g_task_new (document, document->loading, callback, user_data);
  g_task_set_source_tag (task, whence_document_load_async);
  g_task_set_task_data (task, load, load_free);
  document->progress_source = g_timeout_add_full (G_PRIORITY_DEFAULT, PROGRESS_INTERVAL, show_progress,
                                                  g_object_ref (task), g_object_unref);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_LOADING);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_PROGRESS);
  g_task_run_in_thread (task, load_in_thread);
}

gboolean
whence_document_load_finish (WhenceDocument *document, GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Load *load = g_task_get_task_data (task);
  g_autoptr (WhenceBundle) bundle = g_task_propagate_pointer (task, error);

  stop_waiting (document, g_task_get_cancellable (task));
  if (bundle == NULL)
    return FALSE;
  if (load->renewal != NULL && !whence_renewal_is_current (load->renewal, document))
    g_clear_pointer (&load->renewal, whence_renewal_free);
  whence_document_open (document, bundle, load->file, load->renewal);
  take_stamp (document, &load->stamp);
  return TRUE;
}

gboolean
whence_document_is_loading (WhenceDocument *document)
{
  return document->loading != NULL;
}

double
whence_document_get_progress (WhenceDocument *document)
{
  return document->progress;
}

const WhenceOverview *
whence_document_get_overview (WhenceDocument *document)
{
  return document->overview;
}

/* --- Saving --- */

typedef struct
{
  WhenceBundle *bundle;
  GFile *file;
  char *stamp; /* that the file is expected to have, or NULL; then that which it has */
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  whence_bundle_unref (save->bundle);
  g_object_unref (save->file);
  g_free (save->stamp);
  g_free (save);
}

static gboolean
is_as_expected (const Save *save, GError **error)
{
  g_autofree char *stamp = save->stamp != NULL ? query_stamp (save->file) : NULL;

  /* A file that is gone is no loss to overwrite. */
  if (stamp == NULL || g_str_equal (stamp, save->stamp))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                       _ ("The file was changed by another program since it was opened."));
  return FALSE;
}

static gboolean
write_file (Save *save, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (save->file);
  g_autoptr (GBytes) bytes = NULL;

  if (!is_as_expected (save, error))
    return FALSE;
  bytes = whence_writer_to_bytes (save->bundle, whence_syntax_for_name (name));
  if (!whence_save_bytes (save->file, bytes, cancellable, error))
    return FALSE;
  g_free (save->stamp);
  save->stamp = query_stamp (save->file);
  return TRUE;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_saved (WhenceDocument *document, Save *save)
{
  whence_bundle_unref (document->saved);
  document->saved = whence_bundle_ref (save->bundle);
  g_set_object (&document->file, save->file);
  take_stamp (document, &save->stamp);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_FILE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_TITLE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_MODIFIED);
}

static void start_saving (WhenceDocument *document);

/* The next one begins when this one has been told of: it may be what the caller does about an error. */
static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceDocument *document = WHENCE_DOCUMENT (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      take_saved (document, g_task_get_task_data (task));
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
  g_queue_pop_head (&document->saves);
  start_saving (document);
}

static void
start_saving (WhenceDocument *document)
{
  GTask *task = g_queue_peek_head (&document->saves);
  g_autoptr (GTask) writing = NULL;
  Save *save;

  if (task == NULL)
    return;
  save = g_task_get_task_data (task);
  if (document->file != NULL && g_file_equal (document->file, save->file))
    save->stamp = g_strdup (document->stamp);
  writing = g_task_new (document, NULL, on_written, task);
  g_task_set_task_data (writing, save, NULL);
  g_task_run_in_thread (writing, save_in_thread);
}

void
whence_document_allow_overwriting (WhenceDocument *document)
{
  g_clear_pointer (&document->stamp, g_free);
}

void
whence_document_save_async (WhenceDocument *document, GFile *file, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (document, NULL, callback, user_data);
  Save *save = g_new0 (Save, 1);

  save->bundle = whence_bundle_ref (document->bundle);
  save->file = g_object_ref (file);
  g_task_set_source_tag (task, whence_document_save_async);
  g_task_set_task_data (task, save, save_free);
  /* One after the other, or an older state could end up in the file. */
  g_queue_push_tail (&document->saves, task);
  if (g_queue_get_length (&document->saves) == 1)
    start_saving (document);
}

gboolean
whence_document_save_finish (WhenceDocument *document, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
