/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only PNG and JPEG are handed to the decoder, and only of a sane size: a bundle comes from anywhere. Linear
 * in the pixels. */
#include "paint/cairo-image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define LARGEST_SIDE 4096

const char *
whence_image_sniff (GBytes *bytes)
{
  static const struct
  {
    const char *start, *type;
  } kinds[] = { { "\x89PNG\r\n\x1A\n", "image/png" }, { "\xFF\xD8\xFF", "image/jpeg" } };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length > strlen (kinds[i].start) && memcmp (data, kinds[i].start, strlen (kinds[i].start)) == 0)
      return kinds[i].type;
  return NULL;
}

static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  gboolean *sane = user_data;
  *sane = width > 0 && height > 0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE;
  if (!*sane)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
}

static cairo_surface_t *
to_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8 *pixels = cairo_image_surface_get_data (surface);

  for (int y = 0; pixels != NULL && y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (gpointer) (pixels + y * cairo_image_surface_get_stride (surface));
      for (int x = 0; x < width; x++, from += channels)
        {
          guint32 a = channels == 4 ? from[3] : 255;
          to[x] = a << 24 | (from[0] * a / 255) << 16 | (from[1] * a / 255) << 8 | (from[2] * a / 255);
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

cairo_surface_t *
whence_cairo_image_new (GBytes *bytes)
{
  const char *type = whence_image_sniff (bytes);
  gboolean sane = FALSE;
  if (type == NULL)
    return NULL;

  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (type, NULL);
  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &sane);
  gboolean whole = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  whole = gdk_pixbuf_loader_close (loader, NULL) && whole;
  GdkPixbuf *pixbuf = whole && sane ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  return pixbuf != NULL ? to_surface (pixbuf) : NULL;
}
