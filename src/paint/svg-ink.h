/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and dots of which there are very many, as SVG. */
#pragma once

#include "paint/pen.h"

G_BEGIN_DECLS

typedef struct _WhenceSvgInks WhenceSvgInks;

WhenceSvgInks *whence_svg_inks_new (void);
void whence_svg_inks_free (WhenceSvgInks *inks);

/* The whole element, in as few characters as possible: a hairline has no corners, and a straight one nothing
 * to fill. */
void whence_svg_append_hairline (GString *svg, WhenceSvgInks *inks, const WhencePoint *curve,
                                 WhenceColor color, double width);
void whence_svg_append_dot (GString *svg, WhenceSvgInks *inks, double x, double y, double radius,
                            WhenceColor color);

G_END_DECLS
