/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of a whole window share: the example in a window as narrow as a phone. */
#pragma once

#include <adwaita.h>

#include "app/window-private.h"

G_BEGIN_DECLS

#define STAGE_WIDTH 360
#define STAGE_HEIGHT 640

/* FALSE: there is no display for such tests, which has been said. */
gboolean stage_init (int *argc, char ***argv);
GtkApplication *stage_get_application (void);
/* Transfer none. */
WhenceWindow *stage_open_example (void);
void stage_settle (WhenceWindow *window);
/* Activates an action of the window. */
void stage_act (WhenceWindow *window, const char *name, GVariant *target);
void stage_close (WhenceWindow *window);

G_END_DECLS
