/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapes as SVG. */
#pragma once

#include "paint/pen.h"
#include "paint/svg-text.h"

G_BEGIN_DECLS

/* name="value", with a blank in front. */
static inline void
whence_svg_append_attribute (GString *svg, const char *name, double value)
{
  whence_svg_append (svg, " ", 1);
  whence_svg_append_text (svg, name);
  whence_svg_append (svg, "=\"", 2);
  whence_svg_append_number (svg, value);
  whence_svg_append (svg, "\"", 1);
}

/* The letter and the numbers after it, as in path data. */
void whence_svg_append_numbers (GString *svg, char letter, const double *numbers, guint n_numbers);

/* The start of an element; attributes and the end are the caller's. */
void whence_svg_append_rect (GString *svg, WhenceRect rect);
void whence_svg_append_shape (GString *svg, const WhencePath *path);

G_END_DECLS
