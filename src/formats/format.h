/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of file formats: what Whence reads and writes beside its own bundle. One file per format, one row
 * each. */
#pragma once

#include <gio/gio.h>

#include "model/bundle.h"

G_BEGIN_DECLS

#define WHENCE_FORMAT_ERROR (whence_format_error_quark ())
GQuark whence_format_error_quark (void);

/* Messages are sentences for people and begin with "LINE: " where there is a place. */
typedef enum
{
  WHENCE_FORMAT_ERROR_UNKNOWN, /* no format of that name, extension or content */
  WHENCE_FORMAT_ERROR_READ,    /* the text is not of the format */
  WHENCE_FORMAT_ERROR_WRITE,   /* the bundle cannot be put into the format */
  WHENCE_FORMAT_ERROR_ONE_WAY, /* the format is only read, or only written */
} WhenceFormatError;

typedef struct
{
  const char *name;          /* as in --from and --to: "csv" */
  const char *label;         /* for people; a message id */
  const char *extensions[4]; /* without the dot, longest first, NULL-terminated: "facts.json" */
  gboolean wants_positions; /* graphs: lay out before writing, so that positions go along in view.positions */

  /* Whether @text looks like it; NULL: never guessed by content. */
  gboolean (*sniff) (const char *text, gsize length);
  /* UTF-8 text to bundle, transfer full; NULL when the format is only written. */
  WhenceBundle *(*read) (const char *text, gsize length, GCancellable *cancellable, GError **error);
  /* Bundle to bytes, transfer full; NULL when the format is only read. The same bundle gives the same bytes.
   */
  GBytes *(*write) (const WhenceBundle *bundle, GError **error);
} WhenceFormat;

/* By name ("gexf"); NULL with @error set when there is none. */
const WhenceFormat *whence_format_by_name (const char *name, GError **error);

/* By the extension of @file_name, else, when @text is given, by its content; NULL with @error set. */
const WhenceFormat *whence_format_for_file (const char *file_name, const char *text, gsize length,
                                            GError **error);

/* --- The rows
 * --------------------------------------------------------------------------------------------------- */

/* Gephi's table of edges: a head line Source,Target[,Type,Label,Weight] in any order and case, separated by
 * commas, semicolons or tabs, quoted as in RFC 4180. Each row is a tie; nodes are named as given. */
WhenceBundle *whence_csv_read (const char *text, gsize length, GCancellable *cancellable, GError **error);
gboolean whence_csv_sniff (const char *text, gsize length);

/* GEXF 1.3 (gexf.net), with viz:position where the bundle has one. */
GBytes *whence_gexf_write (const WhenceBundle *bundle, GError **error);

G_END_DECLS
