/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a fact bundle, version 1 (*.facts.json, *.facts.jsonl). What is no JSON, or no bundle, is refused
 * with line and column; a record with a fault becomes a problem of the bundle, and everything else is loaded.
 */
#pragma once

#include <gio/gio.h>

#include "model/bundle.h"
#include "model/progress.h"

G_BEGIN_DECLS

#define WHENCE_READER_ERROR (whence_reader_error_quark ())
GQuark whence_reader_error_quark (void);

/* The message is a sentence for people and begins with "LINE:COLUMN: " where there is a place. */
typedef enum
{
  WHENCE_READER_ERROR_NOT_JSON,
  WHENCE_READER_ERROR_NOT_A_BUNDLE, /* JSON, but "whence" is missing, or of a version that is not known */
  WHENCE_READER_ERROR_NOT_A_FILE,   /* a directory, a pipe, a device */
  WHENCE_READER_ERROR_TOO_LARGE,
  WHENCE_READER_ERROR_TOO_DEEP,
} WhenceReaderError;

/* Bundle from the @length bytes of @text. NULL with @error set when it is none. Transfer full. */
WhenceBundle *whence_reader_read_text (const char *text, gsize length, WhenceProgressFunc progress,
                                       gpointer user_data, GCancellable *cancellable, GError **error);

/* What a reading lets others see of it: @so_far holds the records up to now, whose numbers, and the facts'
 * types and dates, may be asked for until the function returns. Called from the thread that reads, for every
 * 64 KB of the text and when the last record has been read. */
typedef void (*WhenceSoFarFunc) (const WhenceBundle *so_far, gpointer user_data);

/* The same from a file. Only regular files, read bounded. Blocking: call it from a worker. */
WhenceBundle *whence_reader_read_file (GFile *file, WhenceProgressFunc progress, gpointer user_data,
                                       GCancellable *cancellable, GError **error);
/* The same, seen by @so_far. */
WhenceBundle *whence_reader_watch_file (GFile *file, WhenceProgressFunc progress, WhenceSoFarFunc so_far,
                                        gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
