/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text shaped and measured by Pango, the same on every machine and in every thread: the font that Whence
 * ships under a family name of our own, no hinting, no rounding, no locale. */
#pragma once

#include "layout/text.h"
#include "paint/shaped-line.h"

G_BEGIN_DECLS

/* What an SVG viewer is told to use. */
#define WHENCE_SVG_FONT_FAMILY "Inter, 'Adwaita Sans', Cantarell, 'Noto Sans', sans-serif"

/* The line @text in @font, shaped by this thread's font map and cached: transfer none, valid until the
 * thread's next call of a function of this file. */
const WhenceShapedLine *whence_fonts_shape (const char *text, WhenceFont font, gboolean rtl);

G_END_DECLS
