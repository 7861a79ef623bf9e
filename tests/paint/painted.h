/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the SVG pen has written, as text to look into. */
#pragma once

#include <string.h>

#include "paint/pen-backs.h"

/* Ends the picture. Transfer full. */
static inline char *
take_svg (WhencePen *pen)
{
  g_autoptr (GBytes) bytes = whence_pen_finish_svg (pen);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static inline guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}
