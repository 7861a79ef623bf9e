/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The paint of what there are very many of. */
#pragma once

#include "paint/style.h"

G_BEGIN_DECLS

typedef struct _WhenceSvgInks WhenceSvgInks;

WhenceSvgInks *whence_svg_inks_new (void);
void whence_svg_inks_free (WhenceSvgInks *inks);

/* The attributes that fill with @color, and those that stroke with it, @width px wide. */
void whence_svg_append_filled (GString *svg, WhenceSvgInks *inks, WhenceColor color);
void whence_svg_append_stroked (GString *svg, WhenceSvgInks *inks, WhenceColor color, double width);

G_END_DECLS
