/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to the "view" member of a bundle as text: what Whence does not know in it stays, byte for byte. */
#pragma once

#include <glib.h>

#include "layout/geometry.h"

G_BEGIN_DECLS

/* The JSON object @view (NULL: none yet) with "positions" → @id set to [x, y], or taken out when @position is
 * NULL. NULL when nothing is left in it. @view must be valid JSON. Linear in its length. Transfer full. */
char *whence_view_edit_position (const char *view, const char *id, const WhencePoint *position);

/* @text as a JSON string, quotes included. Transfer full. */
char *whence_json_quote (const char *text);

G_END_DECLS
