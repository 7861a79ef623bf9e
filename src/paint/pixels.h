/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small marks straight into the pixels of a Cairo image: thin lines and dots, of which a dense graph has
 * hundreds of thousands. They look like Cairo's, to a fraction of a shade, and cost a twentieth. */
#pragma once

#include <cairo.h>

#include "layout/geometry.h"
#include "paint/pen.h"

G_BEGIN_DECLS

/* Wider lines and larger dots (device px) are not for it. */
#define WHENCE_PIXELS_WIDEST 1.2
#define WHENCE_PIXELS_LARGEST 8.0

typedef struct
{
  cairo_surface_t *surface; /* NULL: closed. Not owned. */
  guint8 *data;
  int stride;
  WhenceRect clip;      /* device px, within the image */
  double scale, dx, dy; /* device px = scale × px + (dx, dy) */
} WhencePixels;

/* Opens the target of @cr, with its present transformation and clip; FALSE when it has no pixels. Until it is
 * closed nothing may be drawn with @cr. */
gboolean whence_pixels_open (WhencePixels *pixels, cairo_t *cr);
void whence_pixels_close (WhencePixels *pixels);

/* A cubic curve with cut ends, @width px wide. */
void whence_pixels_line (const WhencePixels *pixels, const WhencePoint curve[4], WhenceColor color,
                         double width);
/* Those that can be drawn, in their order, by two threads; each pixel by one of them. Some of them when
 * @cancellable, or NULL, is cancelled. */
void whence_pixels_lines (const WhencePixels *pixels, const WhenceHairline *lines, guint32 n,
                          GCancellable *cancellable);
void whence_pixels_dot (const WhencePixels *pixels, double x, double y, double radius, WhenceColor color);

G_END_DECLS
