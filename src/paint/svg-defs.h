/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an SVG defines before it refers to it: gradients, hatches, and whatever else takes a number of its
 * own. */
#pragma once

#include "paint/pen-private.h"

G_BEGIN_DECLS

typedef struct _WhenceSvgDefs WhenceSvgDefs;

WhenceSvgDefs *whence_svg_defs_new (void);
void whence_svg_defs_free (WhenceSvgDefs *defs);

/* A number that nothing else in the document has: the id is "d" and it. */
guint whence_svg_defs_take_number (WhenceSvgDefs *defs);

/* Writes what @fill refers to, unless it has been written. Returns its number, or 0 for a plain colour. */
guint whence_svg_defs_define (WhenceSvgDefs *defs, GString *svg, const WhenceFill *fill);

/* The attribute @name that paints with @fill, which is defined as @number; where that is 0, with its colour.
 */
void whence_svg_append_paint (GString *svg, const char *name, const WhenceFill *fill, guint number);

G_END_DECLS
