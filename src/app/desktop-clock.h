/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the clock of the desktop. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For as long as @application is there; its windows draw anew when the desktop's clock is set otherwise. */
void whence_desktop_clock_follow (GtkApplication *application);

G_END_DECLS
