/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a bundle: faulty records and unknown members as equal JSON values in their original order. The same
 * bundle gives the same bytes, and reading them back an equal bundle. */
#pragma once

#include <gio/gio.h>

#include "model/bundle.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_SYNTAX_JSON,
  WHENCE_SYNTAX_JSON_LINES,
} WhenceSyntax;

WhenceSyntax whence_syntax_for_name (const char *file_name);

/* Transfer full. */
GBytes *whence_writer_to_bytes (const WhenceBundle *bundle, WhenceSyntax syntax);

/* Replaces @file by @bytes atomically: on any failure (full disk, no permission) the old content stays, and
 * @error says what to do. Symbolic links are followed, the mode is kept; another name of the same file keeps
 * the old content. Refused: what is no regular file, a file or a folder that may not be written. Used for
 * bundles and for exported pictures. Blocking. */
gboolean whence_save_bytes (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
