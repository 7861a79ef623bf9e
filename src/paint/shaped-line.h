/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of text, shaped: what a layout of Pango would make of a single paragraph without a width. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _WhenceShapedLine WhenceShapedLine;

/* The @length bytes of @text in the font and the direction of @context, which stays in use; @attributes, or
 * NULL. Linear in the text. Transfer full. */
WhenceShapedLine *whence_shaped_line_new (PangoContext *context, PangoAttrList *attributes, const char *text,
                                          gsize length);
void whence_shaped_line_free (WhenceShapedLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceShapedLine, whence_shaped_line_free)

/* Pango's units. O(1). */
int whence_shaped_line_get_width (const WhenceShapedLine *line);
/* The box of what is inked, from the left end of the baseline, Pango's units. */
PangoRectangle whence_shaped_line_get_ink (const WhenceShapedLine *line);

/* With the left end of the baseline at (@x, 0): adds the outlines to the path of @cr, or draws the glyphs, as
 * text where the target knows any. */
void whence_shaped_line_add_path (const WhenceShapedLine *line, cairo_t *cr, double x);
void whence_shaped_line_show (const WhenceShapedLine *line, cairo_t *cr, double x);

G_END_DECLS
