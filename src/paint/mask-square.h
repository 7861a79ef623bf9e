/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Very many small squares on a mask, as if they were one shape. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Adds a square about (x, y), pixels, to what each pixel of @mask (A8, flushed) is covered with, and cuts it
 * at its edges. The caller marks the mask dirty. O(pixels of the square). */
void whence_mask_add_square (cairo_surface_t *mask, double x, double y, double size);

G_END_DECLS
