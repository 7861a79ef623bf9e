/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * whence --review. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints what an editor should look at in @file before publication, for people or (@json) for programs; with
 * @known_by, a date or NULL, of what was known by then. Returns the exit status: 0 nothing, 1 something, 2
 * the file cannot be read or the date is none (one line on standard error). */
int whence_command_review (const char *file, const char *known_by, gboolean json);

G_END_DECLS
