/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all dialogs need, whatever made them: over a narrow window they are for fingers, too, and their
 * buttons have one name each. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For all windows from now on. */
void whence_dialogs_follow (void);

G_END_DECLS
