/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text for Cairo. */
#pragma once

#include <cairo.h>

#include "paint/pen.h"

G_BEGIN_DECLS

/* @screen_scale: device pixels a unit of the target; 0: not for the screen. */
void whence_cairo_draw_run (cairo_t *cr, const WhenceTextRun *run, gboolean on_paper, double screen_scale);

G_END_DECLS
