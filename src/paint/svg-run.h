/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as SVG. */
#pragma once

#include "paint/pen.h"

G_BEGIN_DECLS

/* The whole element, with the line through it where it is struck. */
void whence_svg_append_run (GString *svg, const WhenceTextRun *run);

G_END_DECLS
