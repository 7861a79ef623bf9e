/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JPEG by the toolkit, whose own decoder is a piece of it; GdkPixbuf's is a process of its own in newer
 * desktops, which a command line without a session, or a sandbox, cannot start. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A WhenceJpegFunc; needs no display. */
gboolean whence_jpeg_decode (GBytes *bytes, int width, int height, guint8 *rgba);

G_END_DECLS
