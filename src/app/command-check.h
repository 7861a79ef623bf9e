/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * whence --check FILE…: what is wrong with each file, one line a problem. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints "FILE:LINE:COLUMN: CODE: path: message" per problem. Returns 0 (none), 1 (some) or 2 (a file is
 * unreadable, or no bundle: said on standard error). */
int whence_command_check (char **files);

G_END_DECLS
