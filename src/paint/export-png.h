/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An image surface as the bytes of a PNG file. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* @surface is RGB24 or ARGB32; @scale is device pixels a CSS pixel, written as the resolution; @title may be
 * NULL. No time is written. NULL with @error set. Transfer full. */
GBytes *whence_png_encode (cairo_surface_t *surface, double scale, const char *title,
                           GCancellable *cancellable, GError **error);

G_END_DECLS
