/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JPEG by GdkPixbuf, turned as the camera was held. */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "paint/image-decode.h"
#include "paint/image.h"

static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  WhenceDecoded *decoded = user_data;
  double part = (double) WHENCE_IMAGE_SIDE / MAX (1, MIN (width, height));

  if (width <= 0 || height <= 0 || width > WHENCE_IMAGE_LARGEST_SIDE || height > WHENCE_IMAGE_LARGEST_SIDE)
    *decoded = WHENCE_DECODED_TOO_LARGE;
  if (*decoded != WHENCE_DECODED)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (part < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * part)), MAX (1, (int) (height * part)));
}

static void
take_pixels (const GdkPixbuf *pixbuf, WhencePixels *pixels)
{
  gsize channels = (gsize) gdk_pixbuf_get_n_channels (pixbuf);
  guint8 *to;

  pixels->width = gdk_pixbuf_get_width (pixbuf);
  pixels->height = gdk_pixbuf_get_height (pixbuf);
  pixels->rgba = to = g_malloc ((gsize) pixels->width * (gsize) pixels->height * 4);
  for (int y = 0; y < pixels->height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf);
      for (int x = 0; x < pixels->width; x++, from += channels, to += 4)
        {
          memcpy (to, from, 3);
          to[3] = channels == 4 ? from[3] : 255;
        }
    }
}

WhenceDecoded
whence_decode_jpeg (GBytes *bytes, WhencePixels *pixels)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type ("image/jpeg", NULL);
  g_autoptr (GdkPixbuf) turned = NULL;
  WhenceDecoded decoded = WHENCE_DECODED;
  gboolean whole;

  if (loader == NULL)
    return WHENCE_DECODED_DAMAGED;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &decoded);
  whole = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  whole = gdk_pixbuf_loader_close (loader, NULL) && whole;
  if (decoded != WHENCE_DECODED)
    return decoded;
  if (!whole || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return WHENCE_DECODED_DAMAGED;
  turned = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  take_pixels (turned, pixels);
  return WHENCE_DECODED;
}
