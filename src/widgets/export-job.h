/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a picture in a worker, for the preview and for the file. */
#pragma once

#include "document/document.h"
#include "paint/export.h"

G_BEGIN_DECLS

/* Draws the page into an image at most @width × @height device pixels large. */
void whence_export_preview_async (WhenceScope *scope, const WhencePictureOptions *options, int width,
                                  int height, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Transfer full. */
cairo_surface_t *whence_export_preview_finish (GAsyncResult *result, GError **error);

/* Draws the picture and writes it to @file, atomically. */
void whence_export_write_async (WhenceScope *scope, const WhencePictureOptions *options, GFile *file,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean whence_export_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
