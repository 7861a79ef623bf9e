/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each strip is rows without filters, deflated on its own and ended on a byte, so that strips can be put one
 * after the other; drawings are mostly flat, which makes this small enough. Linear in the pixels; memory for
 * some strips besides the result. */
#include "paint/png-strips.h"

#include <zlib.h>

#include "paint/quick-deflate.h"

#define STRIP_BYTES (1u << 20) /* about as much in each */

typedef struct
{
  const guint8 *data;
  gsize stride, row; /* bytes of a row in the image, and in the stream */
  int width, height, rows, n_strips;
  gboolean alpha;
  GCancellable *cancellable;
  GBytes **pieces;
  uLong *sums;
  gint next; /* atomic: the strip that nobody has taken */
} Work;

/* From Cairo's premultiplied native-endian pixels to bytes. */
static guint8 *
convert_opaque (const guint32 *from, guint8 *to, int width)
{
  for (int x = 0; x < width; x++, to += 3)
    {
      guint32 p = from[x];

      to[0] = (guint8) (p >> 16);
      to[1] = (guint8) (p >> 8);
      to[2] = (guint8) p;
    }
  return to;
}

static guint8 *
convert_alpha (const guint32 *from, guint8 *to, int width)
{
  for (int x = 0; x < width; x++)
    {
      guint32 p = from[x], a = p >> 24;

      for (int shift = 16; shift >= 0; shift -= 8)
        {
          guint32 channel = p >> shift & 0xFF;
          *to++ = (guint8) (a == 255 ? channel : a == 0 ? 0 : MIN (255, (channel * 255 + a / 2) / a));
        }
      *to++ = (guint8) a;
    }
  return to;
}

static gsize
fill_strip (const Work *work, int strip, guint8 *bytes)
{
  int first = strip * work->rows, end = MIN (work->height, first + work->rows);
  guint8 *to = bytes;

  for (int y = first; y < end; y++)
    {
      const guint32 *from = (const guint32 *) (gconstpointer) (work->data + (gsize) y * work->stride);

      *to++ = 0; /* no filter */
      to = (work->alpha ? convert_alpha : convert_opaque) (from, to, work->width);
    }
  return (gsize) (to - bytes);
}

static gpointer
work_in_thread (gpointer data)
{
  Work *work = data;
  g_autofree guint8 *bytes = g_malloc0 ((gsize) work->rows * work->row + WHENCE_DEFLATE_BEYOND);

  for (int strip; (strip = g_atomic_int_add (&work->next, 1)) < work->n_strips;)
    {
      gsize length;

      if (g_cancellable_is_cancelled (work->cancellable))
        break;
      length = fill_strip (work, strip, bytes);
      work->sums[strip] = adler32 (adler32 (0, NULL, 0), bytes, (uInt) length);
      work->pieces[strip] = whence_deflate_rows (bytes, work->row, length / work->row, work->alpha ? 4 : 3,
                                                 strip + 1 == work->n_strips);
    }
  return NULL;
}

/* RFC 1950: a head, the strips, and the sum of what they were made of. */
static GPtrArray *
join (const Work *work)
{
  static const guint8 head[] = { 0x78, 0x01 };
  GPtrArray *stream = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  uLong sum = adler32 (0, NULL, 0);
  guint32 tail;

  g_ptr_array_add (stream, g_bytes_new_static (head, sizeof head));
  for (int strip = 0; strip < work->n_strips; strip++)
    {
      int rows = MIN (work->rows, work->height - strip * work->rows);

      g_ptr_array_add (stream, g_bytes_ref (work->pieces[strip]));
      sum = adler32_combine (sum, work->sums[strip], (z_off_t) ((gsize) rows * work->row));
    }
  tail = GUINT32_TO_BE ((guint32) sum);
  g_ptr_array_add (stream, g_bytes_new (&tail, sizeof tail));
  return stream;
}

GPtrArray *
whence_png_strips_new (cairo_surface_t *surface, gboolean alpha, GCancellable *cancellable)
{
  Work work = { .data = cairo_image_surface_get_data (surface),
                .stride = (gsize) cairo_image_surface_get_stride (surface),
                .width = cairo_image_surface_get_width (surface),
                .height = cairo_image_surface_get_height (surface),
                .alpha = alpha,
                .cancellable = cancellable };
  GThread *helper;
  GPtrArray *stream = NULL;
  gboolean whole = TRUE;

  work.row = 1 + (gsize) work.width * (alpha ? 4 : 3);
  work.rows = (int) MAX (1, STRIP_BYTES / work.row);
  work.n_strips = (work.height + work.rows - 1) / work.rows;
  work.pieces = g_new0 (GBytes *, work.n_strips);
  work.sums = g_new0 (uLong, work.n_strips);
  /* Where no other thread may be, this one does it all. */
  helper = work.n_strips > 1 ? g_thread_try_new ("png", work_in_thread, &work, NULL) : NULL;
  work_in_thread (&work);
  if (helper != NULL)
    g_thread_join (helper);
  for (int strip = 0; strip < work.n_strips; strip++)
    whole = whole && work.pieces[strip] != NULL;
  if (whole)
    stream = join (&work);
  for (int strip = 0; strip < work.n_strips; strip++)
    g_clear_pointer (&work.pieces[strip], g_bytes_unref);
  g_free (work.pieces);
  g_free (work.sums);
  return stream;
}
