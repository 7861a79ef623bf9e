/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a JPEG says before its pixels: how large it is, so that nothing too large is ever decoded, and how the
 * camera was held, so that it is turned upright. The pixels are decoded by whom the program has named.
 * (ITU T.81, annex B; Exif 2.32, 4.6) */
#include <string.h>

#include "paint/image-decode.h"
#include "paint/image.h"

typedef struct
{
  int width, height;
  int orientation; /* 1 to 8, as Exif numbers them; 1 is upright */
} Header;

static WhenceJpegFunc jpeg_func;

void
whence_image_set_jpeg_func (WhenceJpegFunc func)
{
  jpeg_func = func;
}

/* --- What it says ------------------------------------------------------------------------------- */

static guint
read_number (const guint8 *data, gsize n_bytes, gboolean little)
{
  guint number = 0;

  for (gsize i = 0; i < n_bytes; i++)
    number = number << 8 | data[little ? n_bytes - 1 - i : i];
  return number;
}

/* The tag of the first directory of a TIFF; 1 where there is none, or none that can be. */
static int
read_orientation (const guint8 *tiff, gsize length)
{
  const gboolean little = length > 0 && tiff[0] == 'I';
  gsize at, n_entries;

  if (length < 14 || (memcmp (tiff, "II*\0", 4) != 0 && memcmp (tiff, "MM\0*", 4) != 0))
    return 1;
  at = read_number (tiff + 4, 4, little);
  if (at > length - 2)
    return 1;
  n_entries = MIN (read_number (tiff + at, 2, little), (length - at - 2) / 12);
  at += 2;
  for (gsize i = 0; i < n_entries; i++, at += 12)
    if (read_number (tiff + at, 2, little) == 0x0112)
      {
        guint value = read_number (tiff + at + 8, 2, little);
        return value >= 1 && value <= 8 ? (int) value : 1;
      }
  return 1;
}

/* Frames of all kinds but for the tables that are numbered among them. */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static gboolean
read_header (GBytes *bytes, Header *header)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize at = 2;

  *header = (Header){ .orientation = 1 };
  while (at + 4 <= length && data[at] == 0xFF)
    {
      const guint8 marker = data[at + 1], *segment = data + at + 4;
      gsize size;

      if (marker == 0xFF)
        {
          at++;
          continue;
        }
      size = read_number (data + at + 2, 2, FALSE);
      if (size < 2 || size > length - at - 2)
        return FALSE;
      if (marker == 0xE1 && size >= 8 && memcmp (segment, "Exif\0\0", 6) == 0)
        header->orientation = read_orientation (segment + 6, size - 8);
      if (is_frame (marker) && size >= 8)
        {
          header->height = (int) read_number (segment + 1, 2, FALSE);
          header->width = (int) read_number (segment + 3, 2, FALSE);
          return header->width > 0 && header->height > 0;
        }
      at += 2 + size;
    }
  return FALSE;
}

/* --- Its pixels --------------------------------------------------------------------------------- */

static void
turn (WhencePixels *pixels, int orientation)
{
  const WhencePixels from = *pixels;
  const gboolean lies = orientation >= 5;
  const gboolean from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const gboolean from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;

  if (orientation == 1)
    return;
  pixels->width = lies ? from.height : from.width;
  pixels->height = lies ? from.width : from.height;
  pixels->rgba = g_malloc ((gsize) from.width * (gsize) from.height * 4);
  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < pixels->width; x++)
      {
        int u = lies ? y : x, v = lies ? x : y;
        gsize at = (gsize) (from_below ? from.height - 1 - v : v) * (gsize) from.width
                   + (gsize) (from_right ? from.width - 1 - u : u);
        memcpy (pixels->rgba + ((gsize) y * (gsize) pixels->width + (gsize) x) * 4, from.rgba + at * 4, 4);
      }
  g_free (from.rgba);
}

WhenceDecoded
whence_decode_jpeg (GBytes *bytes, WhencePixels *pixels)
{
  Header header;
  WhencePixels decoded;

  if (!read_header (bytes, &header))
    return WHENCE_DECODED_DAMAGED;
  if (header.width > WHENCE_IMAGE_LARGEST_SIDE || header.height > WHENCE_IMAGE_LARGEST_SIDE)
    return WHENCE_DECODED_TOO_LARGE;
  decoded.width = header.width;
  decoded.height = header.height;
  decoded.rgba = g_malloc ((gsize) header.width * (gsize) header.height * 4);
  if (jpeg_func == NULL || !jpeg_func (bytes, header.width, header.height, decoded.rgba))
    {
      g_free (decoded.rgba);
      return WHENCE_DECODED_DAMAGED;
    }
  whence_pixels_shrink (&decoded);
  turn (&decoded, header.orientation);
  *pixels = decoded;
  return WHENCE_DECODED;
}
