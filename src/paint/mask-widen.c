/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Greyscale dilation by a cone: a pixel that is covered by c reaches a pixel at distance d with c + radius −
 * d, cut off at nothing and at all; of all that reach it the most counts. Along a straight edge that is
 * exactly the coverage of the edge moved by the radius, wherever in a pixel the edge lies. Rows stand in a
 * frame that covers nothing, so that no pixel asks whether it is at the border. */
#include "paint/mask-widen.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define LANES 8
#define FULL 255
#define NOTHING (-20000) /* what covers nothing reaches nothing, however near */

typedef gint16 Lanes
  __attribute__ ((vector_size (LANES * sizeof (gint16)), aligned (sizeof (gint16)), may_alias));

typedef struct
{
  int width, height, reach; /* @reach: of the frame, pixels */
  gsize stride;             /* numbers a row */
  gint16 *rows;             /* with the frame, of whole lanes */
} Field;

static Lanes
larger (Lanes a, Lanes b)
{
  const Lanes first = (Lanes) (a > b);
  return (a & first) | (b & ~first);
}

static gint16 *
get_row (const Field *field, int y)
{
  return field->rows + (gsize) (y + field->reach) * field->stride + field->reach;
}

static Field
read_field (cairo_surface_t *mask, int reach)
{
  int width = cairo_image_surface_get_width (mask), height = cairo_image_surface_get_height (mask);
  const guchar *pixels = cairo_image_surface_get_data (mask);
  int bytes = cairo_image_surface_get_stride (mask);
  gsize stride = (gsize) (width + 2 * reach + LANES), n = stride * (gsize) (height + 2 * reach);
  Field field = { width, height, reach, stride, g_new (gint16, n) };

  for (gsize i = 0; i < n; i++)
    field.rows[i] = NOTHING;
  for (int y = 0; y < height; y++)
    {
      const guchar *from = pixels + (gsize) y * (gsize) bytes;
      gint16 *to = get_row (&field, y);
      for (int x = 0; x < width; x++)
        if (from[x] > 0)
          to[x] = from[x];
    }
  return field;
}

/* What the rows around row @y reach it with, into @out. */
static void
widen_row (const Field *field, const gint16 *gains, int y, guchar *out)
{
  int reach = field->reach, side = 2 * reach + 1;

  for (int x = 0; x < field->width; x += LANES)
    {
      Lanes most = { 0 };
      for (int dy = -reach; dy <= reach; dy++)
        {
          const gint16 *row = get_row (field, y + dy) + x;
          const gint16 *gain = gains + (dy + reach) * side + reach;
          for (int dx = -reach; dx <= reach; dx++)
            if (gain[dx] > -FULL)
              most = larger (most, *(const Lanes *) (row + dx) + gain[dx]);
        }
      for (int k = 0; k < MIN (LANES, field->width - x); k++)
        out[x + k] = (guchar) MIN (most[k], FULL);
    }
}

void
whence_mask_widen (cairo_surface_t *mask, double radius, cairo_surface_t *wide)
{
  int reach = (int) ceil (radius), side = 2 * reach + 1;
  g_autofree gint16 *gains = g_new (gint16, side * side);
  g_autofree gint16 *rows = NULL;
  int stride = cairo_image_surface_get_stride (wide);
  guchar *out = cairo_image_surface_get_data (wide);
  Field field;

  for (int dy = -reach; dy <= reach; dy++)
    for (int dx = -reach; dx <= reach; dx++)
      gains[(dy + reach) * side + dx + reach] =
        (gint16) MAX (-FULL, lround (FULL * (radius - sqrt (dx * dx + dy * dy))));
  cairo_surface_flush (mask);
  field = read_field (mask, reach);
  rows = field.rows;
  for (int y = 0; y < field.height; y++)
    widen_row (&field, gains, y, out + (gsize) y * (gsize) stride);
  cairo_surface_mark_dirty (wide);
}
