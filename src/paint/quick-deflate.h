/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A deflate (RFC 1951) for rows of pixels. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many bytes at @bytes + row · n_rows must be there to read, whatever they hold. */
#define WHENCE_DEFLATE_BEYOND 16

/* The @n_rows rows at @bytes, each of @row bytes of which the first is the filter and the others are pixels
 * of @pixel bytes (3 or 4), as blocks that end on a byte, so that others may follow; with @last it is the end
 * of the stream. They refer to nothing outside. At most 16 MiB. Linear in the bytes, and memory for two to
 * four times as many. Transfer full. */
GBytes *whence_deflate_rows (const guint8 *bytes, gsize row, gsize n_rows, gsize pixel, gboolean last);

G_END_DECLS
