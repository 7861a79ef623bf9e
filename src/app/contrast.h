/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the desktop asks for high contrast, the style of the windows has it, too. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on; to be called when there is a display. */
void whence_contrast_follow (void);

/* Puts high contrast over the style of the program, or takes it away. */
void whence_contrast_show (gboolean high);

G_END_DECLS
