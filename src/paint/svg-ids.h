/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which ids a document has. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WhenceSvgIds WhenceSvgIds;

WhenceSvgIds *whence_svg_ids_new (void);
void whence_svg_ids_free (WhenceSvgIds *ids);

/* How often the name that is at @start of @svg, to its end, was asked for, this time included. What is there
 * must stay there. Constant time on average. */
guint whence_svg_ids_count (WhenceSvgIds *ids, const GString *svg, gsize start);

G_END_DECLS
