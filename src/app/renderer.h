/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of GTK's renderers draws the windows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be called before GTK is initialised and before there are threads: it sets environment variables, and
 * leaves alone those that are set already. */
void whence_renderer_choose (void);

G_END_DECLS
