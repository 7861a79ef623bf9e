/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paths and paint for Cairo. */
#pragma once

#include <cairo.h>

#include "paint/pen.h"

G_BEGIN_DECLS

/* In place of the current path. */
void whence_cairo_append_path (cairo_t *cr, const WhencePath *path);
/* The source. */
void whence_cairo_set_color (cairo_t *cr, WhenceColor color);
void whence_cairo_set_fade (cairo_t *cr, const WhenceFill *fill);
/* Hatches the current path. */
void whence_cairo_fill_hatch (cairo_t *cr, WhenceColor color);

G_END_DECLS
