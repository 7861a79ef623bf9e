/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only PNG and JPEG are handed to the decoder, and only of a sane size: a bundle comes from anywhere. Linear
 * in the pixels. */
#include "paint/image.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "paint/export-png.h"
#include "paint/image-decode.h"

struct _WhenceImage
{
  gatomicrefcount ref_count;
  int width, height, stride;
  guint8 *pixels; /* premultiplied, as Cairo has them */
  GBytes *png;
};

typedef struct
{
  const char *start, *end;
  WhenceDecode decode;
} Kind;

static const Kind kinds[] = { { "\x89PNG\r\n\x1A\n", "IEND", whence_decode_png },
                              { "\xFF\xD8\xFF", "\xFF\xD9", whence_decode_jpeg } };

/* By the first bytes, or NULL. */
static const Kind *
sniff (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length > strlen (kinds[i].start) && memcmp (data, kinds[i].start, strlen (kinds[i].start)) == 0)
      return &kinds[i];
  return NULL;
}

/* A decoder makes do with half a picture. */
static gboolean
is_whole (GBytes *bytes, const Kind *kind)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, kind->end, strlen (kind->end)) != NULL;
}

static void
take_pixels (WhenceImage *image, const WhencePixels *pixels)
{
  const guint8 *from = pixels->rgba;

  image->width = pixels->width;
  image->height = pixels->height;
  image->stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, image->width);
  image->pixels = g_malloc0 ((gsize) image->stride * (gsize) image->height);
  for (int y = 0; y < image->height; y++)
    {
      guint32 *to = (guint32 *) (gpointer) (image->pixels + y * image->stride);
      for (int x = 0; x < image->width; x++, from += 4)
        {
          guint32 a = from[3];
          to[x] = a << 24 | (from[0] * a / 255) << 16 | (from[1] * a / 255) << 8 | (from[2] * a / 255);
        }
    }
}

WhenceImage *
whence_image_new (GBytes *bytes, GError **error)
{
  const Kind *kind = sniff (bytes);
  WhencePixels pixels = { 0 };
  WhenceDecoded decoded =
    kind != NULL && is_whole (bytes, kind) ? kind->decode (bytes, &pixels) : WHENCE_DECODED_DAMAGED;
  g_autoptr (WhenceImage) image = NULL;
  cairo_surface_t *surface;

  if (decoded != WHENCE_DECODED)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           kind == NULL                        ? _ ("it is neither PNG nor JPEG")
                           : decoded == WHENCE_DECODED_DAMAGED ? _ ("it is damaged")
                                                               : _ ("it is larger than 4,096 pixels a side"));
      return NULL;
    }
  image = g_new0 (WhenceImage, 1);
  g_atomic_ref_count_init (&image->ref_count);
  take_pixels (image, &pixels);
  g_free (pixels.rgba);
  surface = whence_image_create_surface (image);
  image->png = whence_png_encode (surface, 1, NULL, NULL, error);
  cairo_surface_destroy (surface);
  return image->png != NULL ? g_steal_pointer (&image) : NULL;
}

WhenceImage *
whence_image_ref (WhenceImage *image)
{
  g_atomic_ref_count_inc (&image->ref_count);
  return image;
}

void
whence_image_unref (WhenceImage *image)
{
  if (!g_atomic_ref_count_dec (&image->ref_count))
    return;
  g_clear_pointer (&image->png, g_bytes_unref);
  g_free (image->pixels);
  g_free (image);
}

void
whence_image_get_size (const WhenceImage *image, int *width, int *height)
{
  *width = image->width;
  *height = image->height;
}

cairo_surface_t *
whence_image_create_surface (const WhenceImage *image)
{
  return cairo_image_surface_create_for_data (image->pixels, CAIRO_FORMAT_ARGB32, image->width, image->height,
                                              image->stride);
}

GBytes *
whence_image_get_png (const WhenceImage *image)
{
  return image->png;
}
