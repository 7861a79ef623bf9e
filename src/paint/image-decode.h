/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decoders behind an image, one for each kind of file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WHENCE_IMAGE_LARGEST_SIDE 4096

typedef enum
{
  WHENCE_DECODED,
  WHENCE_DECODED_DAMAGED,
  WHENCE_DECODED_TOO_LARGE,
} WhenceDecoded;

typedef struct
{
  int width, height;
  guint8 *rgba; /* not premultiplied, without padding */
} WhencePixels;

/* Fills @pixels only when it is decoded; free its rgba. The shorter side is at most WHENCE_IMAGE_SIDE. */
typedef WhenceDecoded (*WhenceDecode) (GBytes *bytes, WhencePixels *pixels);

WhenceDecoded whence_decode_png (GBytes *bytes, WhencePixels *pixels);
WhenceDecoded whence_decode_jpeg (GBytes *bytes, WhencePixels *pixels);

/* Until the shorter side is WHENCE_IMAGE_SIDE; nothing when it is no longer than that. */
void whence_pixels_shrink (WhencePixels *pixels);

G_END_DECLS
