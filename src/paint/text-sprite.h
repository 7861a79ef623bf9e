/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of text as masks, kept: what makes a screen full of haloed labels quick to draw again and again. */
#pragma once

#include <cairo.h>

#include "paint/pen.h"
#include "paint/shaped-line.h"

G_BEGIN_DECLS

/* Draws @run, shaped as @line (NULL: only if its mask is kept), with the left end of its baseline at (x, y)
 * px of @cr's user space, whose matrix must neither turn nor distort; @device_scale is device pixels a unit
 * of the target. It lies on a grid of a quarter of a device pixel across and half a one down. FALSE, and
 * nothing drawn, when the text is too large to keep. */
gboolean whence_text_sprite_draw (cairo_t *cr, const WhenceTextRun *run, const WhenceShapedLine *line,
                                  double x, double y, double device_scale);

/* Masks on their way from the thread that has made them to another one. */
typedef struct _WhenceTextSprites WhenceTextSprites;

/* All that this thread keeps; it keeps them no longer. Transfer full. */
WhenceTextSprites *whence_text_sprites_steal (void);
/* This thread keeps them from now on, as far as there is room. Takes over @sprites. */
void whence_text_sprites_adopt (WhenceTextSprites *sprites);
void whence_text_sprites_free (WhenceTextSprites *sprites);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceTextSprites, whence_text_sprites_free)

G_END_DECLS
