/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts without the theme of GTK, which nobody would see: libadwaita has its own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Before any thread is started, and after all else that is put into the environment. */
void whence_theme_spare (void);

/* Lets GTK begin with no theme; before the parent's startup, where libadwaita loads its own. */
void whence_theme_begin (void);

G_END_DECLS
