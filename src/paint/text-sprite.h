/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of text as masks, kept: what makes a screen full of haloed labels quick to draw again and again. */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "paint/pen.h"

G_BEGIN_DECLS

/* Draws @run, shaped as @line, with the left end of its baseline at (x, y) px of @cr's user space, whose
 * matrix must neither turn nor distort; @device_scale is device pixels a unit of the target. It lies on a
 * grid of a quarter of a device pixel across and half a one down. FALSE, and nothing drawn, when the text is
 * too large to keep. */
gboolean whence_text_sprite_draw (cairo_t *cr, const WhenceTextRun *run, PangoLayoutLine *line, double x,
                                  double y, double device_scale);

G_END_DECLS
