/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What windows remember for the next one. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings, or NULL where their schema is not installed: everything has a default then. Transfer none. */
GSettings *whence_settings_get (void);

typedef enum
{
  WHENCE_EXAMPLE_DEAL,    /* what two articles tell */
  WHENCE_EXAMPLE_HARBOUR, /* sources that contradict one another */
  WHENCE_N_EXAMPLES,
} WhenceExample;

/* What is installed with the program, by its @name below its folder, or in the source tree. Transfer full. */
GFile *whence_data_get_file (const char *name);

/* A shipped example, in the build tree or installed. Transfer full. */
GFile *whence_example_get_file (WhenceExample example);
gboolean whence_is_example (GFile *file);

G_END_DECLS
