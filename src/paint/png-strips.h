/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pixels of an image as the stream that a PNG file holds (RFC 1950), made of strips that two threads
 * compress. The strips are the same whatever the number of threads, and so are the bytes. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Compressed pieces, in order, which together are the stream: GBytes. NULL when cancelled, or when there is
 * no memory. The surface is flushed. Transfer full. */
GPtrArray *whence_png_strips_new (cairo_surface_t *surface, gboolean alpha, GCancellable *cancellable);

G_END_DECLS
