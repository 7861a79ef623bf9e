/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signs of what facts are about: each has an outline of its own, so that it is told without colour. */
#pragma once

#include "model/types.h"
#include "paint/pen.h"
#include "paint/style.h"

G_BEGIN_DECLS

/* Adds the outline of @glyph about (x, y) to @path; all of them look as large as a circle of @radius px. */
void whence_glyph_path (WhencePath *path, WhenceGlyph glyph, double x, double y, double radius);

/* A bead on a line: the sign, cleared of what runs behind it. */
void whence_glyph_paint_bead (const WhenceStyle *style, WhencePen *pen, WhencePath *path, WhenceGlyph glyph,
                              WhencePoint at, double radius, const WhenceFill *fill,
                              const WhenceStroke *outline);

/* Whether a line needs it: what is about nothing special has none. */
gboolean whence_glyph_is_special (WhenceGlyph glyph);

G_END_DECLS
