/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reading of a whole text: the reader, with those who hear of it. */
#pragma once

#include "model/reader-private.h"

G_BEGIN_DECLS

/* Who hears of the reading. */
typedef struct
{
  WhenceProgressFunc progress; /* or NULL */
  WhenceSoFarFunc so_far;      /* or NULL */
  gpointer user_data;
} LoadWatch;

typedef struct
{
  Reader reader;
  GHashTable *keys; /* of the header */
  guint32 length;
  guint32 checked_at;
  int percent;
  LoadWatch watch;
  GCancellable *cancellable;
  GError **error;
} Load;

/* Sets load->error with the place of the byte offset @at. Returns FALSE. */
gboolean whence_load_refuse (Load *load, WhenceReaderError code, guint32 at, const char *message);
/* The same for text that is no JSON. */
gboolean whence_load_refuse_syntax (Load *load, WhenceJsonError error, guint32 at);
/* The same for the error that the scanner has met. */
gboolean whence_load_refuse_scan (Load *load);
/* Passes on progress, looks for a cancel and lets go of the text, all now and then. FALSE: cancelled. */
gboolean whence_load_check_in (Load *load);

/* A bundle that is one JSON value, or the first line of JSON Lines. FALSE: refused or cancelled. */
gboolean whence_load_read_json (Load *load);
/* The other lines. */
gboolean whence_load_read_lines (Load *load);

G_END_DECLS
