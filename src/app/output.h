/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a command's result goes. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes @bytes to the file @out, atomically, or to standard output if it is "-". FALSE with @error set. */
gboolean whence_write_out (const char *out, GBytes *bytes, GError **error);

G_END_DECLS
