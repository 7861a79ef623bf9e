/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * whence --convert=OUT [--from=FORMAT] [--to=FORMAT] FILE: between the bundle and every other format. The
 * same input gives the same bytes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Formats are named as in formats/format.h; NULL: by the name of the file, or by its content. FALSE with
 * @error set, and nothing written, when anything fails. */
gboolean whence_command_convert (const char *file, const char *from, const char *out, const char *to,
                                 GError **error);

G_END_DECLS
