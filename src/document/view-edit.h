/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to the "view" member of a bundle as text: what Whence does not know in it stays, byte for byte. */
#pragma once

#include <glib.h>

#include "layout/geometry.h"

G_BEGIN_DECLS

/* The JSON object @view (NULL: none yet) with "positions" → each of @ids set to [x, y], or taken out when
 * @positions is NULL. NULL when nothing is left in it. @view must be valid JSON. Linear in its length and in
 * @n. Transfer full. */
char *whence_view_edit_positions (const char *view, const char *const *ids, const WhencePoint *positions,
                                  guint n);

/* @text as a JSON string, quotes included. Transfer full. */
char *whence_json_quote (const char *text);

G_END_DECLS
