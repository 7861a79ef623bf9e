/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only PNG and JPEG are handed to the decoder, and only of a sane size: a bundle comes from anywhere. Linear
 * in the pixels. */
#include "paint/image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "paint/export-png.h"

#define LARGEST_SIDE 4096

struct _WhenceImage
{
  gatomicrefcount ref_count;
  int width, height, stride;
  guint8 *pixels; /* premultiplied, as Cairo has them */
  GBytes *png;
};

typedef struct
{
  const char *start, *end, *type;
} Kind;

static const Kind kinds[] = { { "\x89PNG\r\n\x1A\n", "IEND", "image/png" },
                              { "\xFF\xD8\xFF", "\xFF\xD9", "image/jpeg" } };

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
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  gboolean *sane = user_data;
  double part = (double) WHENCE_IMAGE_SIDE / MAX (1, MIN (width, height));

  *sane = width > 0 && height > 0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE;
  if (!*sane)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (part < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * part)), MAX (1, (int) (height * part)));
}

static GdkPixbuf *
decode (GBytes *bytes, const char *type, gboolean *sane)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (type, NULL);
  GdkPixbuf *pixbuf;
  gboolean whole;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), sane);
  whole = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  whole = gdk_pixbuf_loader_close (loader, NULL) && whole;
  pixbuf = whole && *sane ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

static void
take_pixels (WhenceImage *image, const GdkPixbuf *pixbuf)
{
  int channels = gdk_pixbuf_get_n_channels (pixbuf);

  image->width = gdk_pixbuf_get_width (pixbuf);
  image->height = gdk_pixbuf_get_height (pixbuf);
  image->stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, image->width);
  image->pixels = g_malloc0 ((gsize) image->stride * (gsize) image->height);
  for (int y = 0; y < image->height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (gpointer) (image->pixels + y * image->stride);
      for (int x = 0; x < image->width; x++, from += channels)
        {
          guint32 a = channels == 4 ? from[3] : 255;
          to[x] = a << 24 | (from[0] * a / 255) << 16 | (from[1] * a / 255) << 8 | (from[2] * a / 255);
        }
    }
}

WhenceImage *
whence_image_new (GBytes *bytes, GError **error)
{
  const Kind *kind = sniff (bytes);
  gboolean sane = TRUE;
  g_autoptr (GdkPixbuf) pixbuf =
    kind != NULL && is_whole (bytes, kind) ? decode (bytes, kind->type, &sane) : NULL;
  g_autoptr (WhenceImage) image = NULL;
  cairo_surface_t *surface;

  if (pixbuf == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           kind == NULL ? _ ("it is neither PNG nor JPEG")
                           : sane       ? _ ("it is damaged")
                                        : _ ("it is larger than 4,096 pixels a side"));
      return NULL;
    }
  image = g_new0 (WhenceImage, 1);
  g_atomic_ref_count_init (&image->ref_count);
  take_pixels (image, pixbuf);
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
