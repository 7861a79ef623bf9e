/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Masks made wider all around. */
#pragma once

#include <cairo.h>

/* Fills @wide with what lies within @radius pixels of what @mask covers, its edge as soft as the mask's. Both
 * are A8 image surfaces of one size. O(pixels · radius²), eight pixels at a time. */
void whence_mask_widen (cairo_surface_t *mask, double radius, cairo_surface_t *wide);
