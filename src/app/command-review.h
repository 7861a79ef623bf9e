/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * whence --review. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints what an editor should look at in @file before publication, for people or (@json) for programs.
 * Returns the exit status: 0 nothing, 1 something, 2 the file cannot be read (one line on standard error). */
int whence_command_review (const char *file, gboolean json);

G_END_DECLS
