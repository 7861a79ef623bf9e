/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a decoded picture as small as it is ever shown. Linear in its pixels. */
#include "paint/image-decode.h"
#include "paint/image.h"

/* Each pixel is the mean of those that it stands for, weighed by their alpha. */
static void
average (const WhencePixels *from, int x0, int x1, int y0, int y1, guint8 *to)
{
  guint64 sums[4] = { 0 };
  guint64 n = (guint64) (x1 - x0) * (guint64) (y1 - y0);

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      {
        const guint8 *pixel = from->rgba + ((gsize) y * (gsize) from->width + (gsize) x) * 4;
        for (int i = 0; i < 3; i++)
          sums[i] += (guint64) pixel[i] * pixel[3];
        sums[3] += pixel[3];
      }
  for (int i = 0; i < 3; i++)
    to[i] = (guint8) (sums[3] > 0 ? (sums[i] + sums[3] / 2) / sums[3] : 0);
  to[3] = (guint8) ((sums[3] + n / 2) / n);
}

void
whence_pixels_shrink (WhencePixels *pixels)
{
  const WhencePixels large = *pixels;
  double part = (double) WHENCE_IMAGE_SIDE / MIN (large.width, large.height);

  if (part >= 1)
    return;
  pixels->width = MAX (1, (int) (large.width * part));
  pixels->height = MAX (1, (int) (large.height * part));
  pixels->rgba = g_malloc ((gsize) pixels->width * (gsize) pixels->height * 4);
  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < pixels->width; x++)
      average (&large, x * large.width / pixels->width, (x + 1) * large.width / pixels->width,
               y * large.height / pixels->height, (y + 1) * large.height / pixels->height,
               pixels->rgba + ((gsize) y * (gsize) pixels->width + (gsize) x) * 4);
  g_free (large.rgba);
}
