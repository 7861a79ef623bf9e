/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PNG by libpng alone: a picture is drawn without a desktop, and the loaders of newer desktops are processes
 * that need one. Linear in the pixels of the file. */
#include <png.h>

#include "paint/image-decode.h"

WhenceDecoded
whence_decode_png (GBytes *bytes, WhencePixels *pixels)
{
  png_image image = { .version = PNG_IMAGE_VERSION };
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  guint8 *rgba;

  if (!png_image_begin_read_from_memory (&image, data, length))
    return WHENCE_DECODED_DAMAGED;
  if (image.width > WHENCE_IMAGE_LARGEST_SIDE || image.height > WHENCE_IMAGE_LARGEST_SIDE)
    {
      png_image_free (&image);
      return WHENCE_DECODED_TOO_LARGE;
    }
  image.format = PNG_FORMAT_RGBA;
  rgba = g_malloc (PNG_IMAGE_SIZE (image));
  if (!png_image_finish_read (&image, NULL, rgba, 0, NULL))
    {
      png_image_free (&image);
      g_free (rgba);
      return WHENCE_DECODED_DAMAGED;
    }
  *pixels = (WhencePixels){ (int) image.width, (int) image.height, rgba };
  whence_pixels_shrink (pixels);
  return WHENCE_DECODED;
}
