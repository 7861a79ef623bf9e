/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The workers of the export dialog: they get a scope, options and an arrangement, all immutable. */
#include "widgets/export-job.h"

#include "model/writer.h"

typedef struct
{
  WhenceScope *scope;
  WhencePictureOptions options;
  GFile *file;       /* of a picture */
  int width, height; /* of a preview */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  whence_scope_unref (job->scope);
  g_clear_object (&job->options.file);
  g_clear_pointer (&job->options.subset, whence_graph_subset_unref);
  g_clear_pointer (&job->options.arrangement, whence_arrangement_unref);
  g_free ((gpointer) job->options.amounts_of);
  g_free ((gpointer) job->options.amounts_currency);
  g_clear_object (&job->file);
  g_free (job);
}

static Job *
job_new (WhenceScope *scope, const WhencePictureOptions *options)
{
  Job *job = g_new0 (Job, 1);

  job->scope = whence_scope_ref (scope);
  job->options = *options;
  if (options->file != NULL)
    g_object_ref (options->file);
  if (options->subset != NULL)
    whence_graph_subset_ref (options->subset);
  if (options->arrangement != NULL)
    whence_arrangement_ref (options->arrangement);
  job->options.amounts_of =
    g_memdup2 (options->amounts_of, options->n_amounts_of * sizeof *options->amounts_of);
  job->options.amounts_currency = g_strdup (options->amounts_currency);
  return job;
}

static void
run (Job *job, GTaskThreadFunc func, GCancellable *cancellable, GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

static void
preview (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  double scale = MIN (job->width / job->options.width, job->height / job->options.height);
  int width = MAX (1, (int) (job->options.width * scale)),
      height = MAX (1, (int) (job->options.height * scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GError *error = NULL;

  cairo_scale (cr, scale, scale);
  if (whence_export_draw (job->scope, &job->options, cr, cancellable, &error))
    g_task_return_pointer (task, cairo_surface_reference (surface), (GDestroyNotify) cairo_surface_destroy);
  else
    g_task_return_error (task, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

void
whence_export_preview_async (WhenceScope *scope, const WhencePictureOptions *options, int width, int height,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (scope, options);

  job->width = width;
  job->height = height;
  run (job, preview, cancellable, callback, user_data);
}

cairo_surface_t *
whence_export_preview_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
write_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = whence_export_picture (job->scope, &job->options, cancellable, &error);

  if (bytes != NULL && whence_save_bytes (job->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
whence_export_write_async (WhenceScope *scope, const WhencePictureOptions *options, GFile *file,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (scope, options);

  job->file = g_object_ref (file);
  run (job, write_picture, cancellable, callback, user_data);
}

gboolean
whence_export_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
