/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A texture is made of the file and its pixels are put into order. Linear in them. */
#include "widgets/jpeg.h"

#include <gdk/gdk.h>

gboolean
whence_jpeg_decode (GBytes *bytes, int width, int height, guint8 *rgba)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);
  const gsize n = (gsize) width * (gsize) height;

  if (texture == NULL || gdk_texture_get_width (texture) != width
      || gdk_texture_get_height (texture) != height)
    return FALSE;
  gdk_texture_download (texture, rgba, (gsize) width * 4);
  /* It came as words, alpha first. */
  for (guint8 *to = rgba; to < rgba + n * 4; to += 4)
    {
      guint32 word = *(const guint32 *) (gconstpointer) to;
      to[0] = word >> 16 & 0xff;
      to[1] = word >> 8 & 0xff;
      to[2] = word & 0xff;
      to[3] = word >> 24;
    }
  return TRUE;
}
