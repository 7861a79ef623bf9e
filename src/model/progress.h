/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long work tells how far it is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Called from the thread that works, from 0 to 1 and never back, at most some hundred times. */
typedef void (*WhenceProgressFunc) (double fraction, gpointer user_data);

G_END_DECLS
