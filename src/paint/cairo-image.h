/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture in a bundle as a Cairo surface. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Decodes PNG or JPEG of at most 4,096 px a side. NULL when it is neither, is damaged or larger. Transfer
 * full. */
cairo_surface_t *whence_cairo_image_new (GBytes *bytes);

/* "image/png", "image/jpeg" or NULL, by the first bytes. */
const char *whence_image_sniff (GBytes *bytes);

G_END_DECLS
