/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way in which files are read, whatever their format. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* As much as is read of one file: strings are referred to with 32 bits, and text may be kept twice, packed
 * and as it was. */
#define WHENCE_INPUT_MAX_LENGTH ((gsize) 1 << 30)

/* The bytes of @file, which are not ended by a NUL. NULL with @error set (WHENCE_READER_ERROR or G_IO_ERROR)
 * when it is no regular file, is too large, or cannot be read. Blocking. Transfer full. */
char *whence_input_file_read (GFile *file, gsize *length, GCancellable *cancellable, GError **error);

/* A descriptor of the regular file at @path, which is never waited for, and its length; -1 with @error set
 * when it is none, is too large, or cannot be opened. To be closed. */
int whence_input_file_open (const char *path, gsize *length, GError **error);

G_END_DECLS
