/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line covers two pixels in each column (or row, where it is steep) in proportion to how near their middles
 * are, after Wu, "An efficient antialiasing technique" (1991); its ends cover their columns in part. Blending
 * is OVER in integers, rounded like pixman's. O(pixels). */
#include "paint/pixels.h"

#include <math.h>

#include "layout/in-parts.h"
#include "paint/pen-private.h"

#define STRIPS 4  /* of rows, for two threads to take in turn */
#define FLAT 0.15 /* px: a curve that is nowhere further from its chord is straight */
#define MOST_PIECES 32
#define ONE 65536 /* positions across a line are in 16.16 */

/* --- Opening ------------------------------------------------------------------------------------------- */

static WhenceRect
clip_of (cairo_t *cr, const WhencePixels *pixels, int width, int height)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  x0 = MAX (0, round (x0 * pixels->scale + pixels->dx));
  y0 = MAX (0, round (y0 * pixels->scale + pixels->dy));
  x1 = MIN (width, round (x1 * pixels->scale + pixels->dx));
  y1 = MIN (height, round (y1 * pixels->scale + pixels->dy));
  return (WhenceRect){ x0, y0, MAX (0, x1 - x0), MAX (0, y1 - y0) };
}

gboolean
whence_pixels_open (WhencePixels *pixels, cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double scale_x, scale_y, dx, dy;
  cairo_matrix_t m;
  cairo_format_t format;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE
      || cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  format = cairo_image_surface_get_format (surface);
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cairo_surface_get_device_offset (surface, &dx, &dy);
  cairo_get_matrix (cr, &m);
  if ((format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24) || m.xy != 0 || m.yx != 0 || m.xx <= 0
      || m.xx * scale_x != m.yy * scale_y)
    return FALSE;
  cairo_surface_flush (surface);
  *pixels = (WhencePixels){ .surface = surface,
                            .data = cairo_image_surface_get_data (surface),
                            .stride = cairo_image_surface_get_stride (surface),
                            .scale = m.xx * scale_x,
                            .dx = m.x0 * scale_x + dx,
                            .dy = m.y0 * scale_y + dy };
  pixels->clip =
    clip_of (cr, pixels, cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));
  return TRUE;
}

void
whence_pixels_close (WhencePixels *pixels)
{
  if (pixels->surface != NULL)
    cairo_surface_mark_dirty (pixels->surface);
  pixels->surface = NULL;
}

/* --- Blending ------------------------------------------------------------------------------------------ */

typedef struct
{
  guint32 red_blue, alpha_green; /* of the colour without its opacity */
} Ink;

static guint32
byte_of (double channel)
{
  return (guint32) (CLAMP (channel, 0, 1) * 255 + 0.5);
}

static Ink
ink_of (WhenceColor color)
{
  return (Ink){ byte_of (color.r) << 16 | byte_of (color.b), 0xFFu << 16 | byte_of (color.g) };
}

/* @share of 256. */
static inline void
blend (guint32 *pixel, Ink ink, guint32 share)
{
  guint32 rest = 256 - share, p = *pixel;
  guint32 red_blue = ((p & 0xFF00FF) * rest + ink.red_blue * share + 0x800080) >> 8 & 0xFF00FF;
  guint32 alpha_green = ((p >> 8 & 0xFF00FF) * rest + ink.alpha_green * share + 0x800080) & 0xFF00FF00;

  *pixel = red_blue | alpha_green;
}

/* --- Lines --------------------------------------------------------------------------------------------- */

/* Cuts the stretch [*t0, *t1] of p + t d down to low ≤ … ≤ high; FALSE when nothing is left. */
static gboolean
cut (double p, double d, double low, double high, double *t0, double *t1)
{
  double a = (low - p) / d, b = (high - p) / d;

  if (d == 0)
    return p >= low && p <= high;
  *t0 = MAX (*t0, MIN (a, b));
  *t1 = MIN (*t1, MAX (a, b));
  return *t0 < *t1;
}

/* A line as seen along its longer side: u runs along it, v across. */
typedef struct
{
  char *at;              /* pixel (0, 0) */
  gssize step_u, step_v; /* bytes */
  int v0, v1;            /* clip, [v0, v1) */
  Ink ink;
  double weight; /* of 256: how much of a column the whole line covers */
} Run;

/* The columns from @u0 to @u1, which lie in one column or begin and end on the border of one. */
static void
draw_columns (const Run *run, int first, int end, double v, double slope, double cover)
{
  gint64 across = (gint64) floor ((v - 0.5) * ONE), step = (gint64) floor (slope * ONE + 0.5);
  guint32 weight = (guint32) (run->weight * cover + 0.5);
  char *column = run->at + first * run->step_u;

  for (int u = first; u < end; u++, across += step, column += run->step_u)
    {
      int row = (int) (across >> 16);
      guint32 below = (guint32) (across >> 8 & 0xFF) * weight >> 8;
      char *pixel = column + row * run->step_v;

      if (row >= run->v0 && row < run->v1)
        blend ((guint32 *) (gpointer) pixel, run->ink, weight - below);
      if (row + 1 >= run->v0 && row + 1 < run->v1)
        blend ((guint32 *) (gpointer) (pixel + run->step_v), run->ink, below);
    }
}

static void
draw_run (const Run *run, double u0, double v0, double u1, double v1)
{
  double slope = (v1 - v0) / (u1 - u0);
  int first = (int) floor (u0), last = (int) ceil (u1) - 1;

  if (first == last)
    {
      draw_columns (run, first, first + 1, (v0 + v1) / 2, 0, u1 - u0);
      return;
    }
  draw_columns (run, first, first + 1, v0 + (first + 1 - u0) / 2 * slope, 0, first + 1 - u0);
  draw_columns (run, first + 1, last, v0 + (first + 1.5 - u0) * slope, slope, 1);
  draw_columns (run, last, last + 1, v1 - (u1 - last) / 2 * slope, 0, u1 - last);
}

/* From @a to @b, device px. */
static void
draw_segment (const WhencePixels *pixels, WhencePoint a, WhencePoint b, Ink ink, double weight)
{
  WhenceRect clip = pixels->clip;
  double dx = b.x - a.x, dy = b.y - a.y, t0 = 0, t1 = 1;
  gboolean steep = fabs (dy) > fabs (dx);
  double margin_x = steep ? 1 : 0, margin_y = steep ? 0 : 1;
  Run run = { .at = (char *) pixels->data, .ink = ink };

  if (!cut (a.x, dx, clip.x - margin_x, whence_rect_right (clip) + margin_x, &t0, &t1)
      || !cut (a.y, dy, clip.y - margin_y, whence_rect_bottom (clip) + margin_y, &t0, &t1)
      || (dx == 0 && dy == 0))
    return;
  b = (WhencePoint){ a.x + t1 * dx, a.y + t1 * dy };
  a = (WhencePoint){ a.x + t0 * dx, a.y + t0 * dy };
  run.step_u = steep ? pixels->stride : 4;
  run.step_v = steep ? 4 : pixels->stride;
  run.v0 = (int) (steep ? clip.x : clip.y);
  run.v1 = (int) (steep ? whence_rect_right (clip) : whence_rect_bottom (clip));
  run.weight = MIN (256, weight * sqrt (dx * dx + dy * dy) / (steep ? fabs (dy) : fabs (dx)));
  if (steep)
    {
      double low = MAX (MIN (a.y, b.y), clip.y), high = MIN (MAX (a.y, b.y), whence_rect_bottom (clip));
      if (low < high)
        draw_run (&run, low, a.y < b.y ? a.x : b.x, high, a.y < b.y ? b.x : a.x);
    }
  else
    {
      double low = MAX (MIN (a.x, b.x), clip.x), high = MIN (MAX (a.x, b.x), whence_rect_right (clip));
      if (low < high)
        draw_run (&run, low, a.x < b.x ? a.y : b.y, high, a.x < b.x ? b.y : a.y);
    }
}

static double
length_of (double x, double y)
{
  return sqrt (x * x + y * y);
}

static double
distance_from_chord (const WhencePoint *c, guint i)
{
  double dx = c[3].x - c[0].x, dy = c[3].y - c[0].y, length = length_of (dx, dy);
  double x = c[i].x - c[0].x, y = c[i].y - c[0].y;

  return length > 1e-6 ? fabs (x * dy - y * dx) / length : length_of (x, y);
}

static WhencePoint
point_at (const WhencePoint *c, double t)
{
  double s = 1 - t, a = s * s * s, b = 3 * s * s * t, d = 3 * s * t * t, e = t * t * t;

  return (WhencePoint){ a * c[0].x + b * c[1].x + d * c[2].x + e * c[3].x,
                        a * c[0].y + b * c[1].y + d * c[2].y + e * c[3].y };
}

void
whence_pixels_line (const WhencePixels *pixels, const WhencePoint curve[4], WhenceColor color, double width)
{
  double weight = 256 * CLAMP (color.a, 0, 1) * MIN (width * pixels->scale, 1), bend;
  Ink ink = ink_of (color);
  WhencePoint c[4], from;
  guint n = 1;

  for (guint i = 0; i < 4; i++)
    c[i] = (WhencePoint){ curve[i].x * pixels->scale + pixels->dx, curve[i].y * pixels->scale + pixels->dy };
  bend = MAX (distance_from_chord (c, 1), distance_from_chord (c, 2));
  if (bend > FLAT)
    n = (guint) CLAMP (ceil (sqrt (bend / FLAT)), 2, MOST_PIECES);
  from = c[0];
  for (guint i = 1; i <= n; i++)
    {
      WhencePoint to = i < n ? point_at (c, (double) i / n) : c[3];

      draw_segment (pixels, from, to, ink, weight);
      from = to;
    }
}

typedef struct
{
  const WhencePixels *pixels;
  const WhenceHairline *lines;
  guint32 n;
} Lines;

/* Whether the curve, which lies between its points, comes near these rows. */
static gboolean
meets_rows (const WhencePixels *strip, const WhencePoint *c)
{
  double top = (strip->clip.y - strip->dy) / strip->scale - 2,
         bottom = (whence_rect_bottom (strip->clip) - strip->dy) / strip->scale + 2;

  return (c[0].y > top || c[1].y > top || c[2].y > top || c[3].y > top)
         && (c[0].y < bottom || c[1].y < bottom || c[2].y < bottom || c[3].y < bottom);
}

static void
draw_strip (guint32 first, guint32 end, guint part, gpointer data)
{
  const Lines *lines = data;
  WhencePixels strip = *lines->pixels;

  strip.clip.y += first;
  strip.clip.height = end - first;
  for (guint32 i = 0; i < lines->n; i++)
    {
      const WhenceHairline *line = &lines->lines[i];
      if (line->curve != NULL && meets_rows (&strip, line->curve)
          && whence_hairline_is_drawable (line->curve, line->color, line->width))
        whence_pixels_line (&strip, line->curve, line->color, line->width);
    }
}

void
whence_pixels_lines (const WhencePixels *pixels, const WhenceHairline *lines, guint32 n)
{
  guint32 height = (guint32) pixels->clip.height;

  whence_in_parts (height, MAX (1, height / STRIPS), draw_strip, &(Lines){ pixels, lines, n });
}

/* --- Dots ---------------------------------------------------------------------------------------------- */

void
whence_pixels_dot (const WhencePixels *pixels, double x, double y, double radius, WhenceColor color)
{
  double cx = x * pixels->scale + pixels->dx, cy = y * pixels->scale + pixels->dy, r = radius * pixels->scale;
  WhenceRect clip = pixels->clip;
  int x0 = (int) MAX (clip.x, floor (cx - r - 0.5)),
      x1 = (int) MIN (whence_rect_right (clip), ceil (cx + r + 0.5));
  int y0 = (int) MAX (clip.y, floor (cy - r - 0.5)),
      y1 = (int) MIN (whence_rect_bottom (clip), ceil (cy + r + 0.5));
  Ink ink = ink_of (color);
  double opacity = 256 * CLAMP (color.a, 0, 1);

  for (int row = y0; row < y1; row++)
    for (int column = x0; column < x1; column++)
      {
        double dx = column + 0.5 - cx, dy = row + 0.5 - cy;
        double cover = CLAMP (r + 0.5 - sqrt (dx * dx + dy * dy), 0, 1);

        if (cover > 0)
          blend ((guint32 *) (gpointer) (pixels->data + (gsize) row * (gsize) pixels->stride) + column, ink,
                 (guint32) (cover * opacity + 0.5));
      }
}
