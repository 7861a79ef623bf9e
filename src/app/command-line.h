/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The headless commands: --check, --export, --version, --help. They need no display, are never forwarded to a
 * running window, and their output and exit codes are a contract. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Serves the command if there is one in @argv and puts its exit code into @status. FALSE: there is none, and
 * what is there are files for the window. An option that does not exist is served too: one line on standard
 * error, and 2. */
gboolean whence_command_line_serve (int argc, char **argv, int *status);

G_END_DECLS
