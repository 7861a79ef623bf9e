/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two backs of the pen, and the fonts under both. */
#pragma once

#include <cairo.h>

#include "paint/pen.h"

G_BEGIN_DECLS

/* Draws on @cr, which must outlive the pen. Links become PDF links where the surface knows them. Transfer
 * full. */
WhencePen *whence_pen_new_cairo (cairo_t *cr);

/* The same for frames that must be quick: words are kept as masks between them and lie on a grid of a quarter
 * of a device pixel. @scale is device pixels a unit of the target, as gtk_widget_get_scale_factor() tells.
 * Transfer full. */
WhencePen *whence_pen_new_screen (cairo_t *cr, double scale);

/* Writes SVG 1.1 of @width × @height px; real text, a <g id> with <title> a group, no script, the same bytes
 * for the same calls. @language is a BCP 47 tag or NULL. Transfer full. */
WhencePen *whence_pen_new_svg (double width, double height, const char *title, const char *description,
                               const char *language);
/* Ends the document. Transfer full. */
GBytes *whence_pen_finish_svg (WhencePen *pen);

/* The measure of the fonts that the pens draw with: hint metrics off, one font map a thread. For any thread:
 * what one has measured the others find, behind a lock. */
extern const WhenceMeasure whence_measure_pango;

/* Makes the text font that Whence ships known to this process. FALSE when
 * the file is not there: text then falls back to the machine's sans. */
gboolean whence_fonts_init (void);
/* Begins with that in a thread, which takes some ms; whoever needs the fonts waits for it. After all changes
 * of the environment. */
void whence_fonts_begin (void);
/* Lets GTK have the same configuration of fonts, rather than read it once more: before GTK is initialised. */
void whence_fonts_share (void);

G_END_DECLS
