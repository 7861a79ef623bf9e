/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line covers two pixels in each column (or row, where it is steep) in proportion to how near their middles
 * are, after Wu, "An efficient antialiasing technique" (1991); its ends cover their columns in part. Very
 * many are first cut into straight segments, which are dealt out to strips of rows; each strip is drawn by
 * one thread, in the order of the lines. O(pixels). */
#include <math.h>

#include "layout/curve.h"
#include "layout/in-parts.h"
#include "paint/pen-private.h"
#include "paint/pixels-ink.h"
#include "paint/pixels.h"

#define STRIPS 4         /* of rows, for two threads to take in turn */
#define LEAST_LINES 2000 /* that are worth a second thread */
#define FLAT 0.15        /* px: a curve that is nowhere further from its chord is straight */
#define MOST_PIECES 32
#define CANCEL_MASK 0x3FF
#define ONE 65536 /* positions across a line are in 16.16 */

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
  WhenceInk ink;
  double weight; /* of 256: how much of a column the whole line covers */
} Run;

/* Both pixels of a column at once: their eight channels, of 16 bits each. */
typedef guint8 Bytes __attribute__ ((vector_size (8)));
typedef guint16 Lanes __attribute__ ((vector_size (16)));

static inline Lanes
spread_ink (WhenceInk ink)
{
  guint32 color = ink.red_blue | ink.alpha_green << 8, both[] = { color, color };
  Bytes bytes;

  memcpy (&bytes, both, sizeof bytes);
  return __builtin_convertvector(bytes, Lanes);
}

/* As whence_ink_blend() does with one. */
static inline void
blend_both (char *near, char *far, Lanes ink, guint32 share, guint32 far_share)
{
  guint16 a = (guint16) share, b = (guint16) far_share;
  Lanes shares = { a, a, a, a, b, b, b, b }, mixed;
  guint32 both[2];
  Bytes bytes;

  memcpy (&both[0], near, 4);
  memcpy (&both[1], far, 4);
  memcpy (&bytes, both, sizeof bytes);
  mixed = (__builtin_convertvector(bytes, Lanes) * (256 - shares) + ink * shares + 128) >> 8;
  bytes = __builtin_convertvector(mixed, Bytes);
  memcpy (both, &bytes, sizeof bytes);
  memcpy (near, &both[0], 4);
  memcpy (far, &both[1], 4);
}

/* Those of which both pixels are within the clip. */
static void
draw_inner_columns (const Run *run, int n, gint64 across, gint64 step, guint32 weight, char *column)
{
  Lanes ink = spread_ink (run->ink);

  for (int u = 0; u < n; u++, across += step, column += run->step_u)
    {
      guint32 below = (guint32) (across >> 8 & 0xFF) * weight >> 8;
      char *pixel = column + (across >> 16) * run->step_v;

      blend_both (pixel, pixel + run->step_v, ink, weight - below, below);
    }
}

/* The columns from @first to @end, which lie in one column or begin and end on the border of one. */
static void
draw_columns (const Run *run, int first, int end, double v, double slope, double cover)
{
  gint64 across = (gint64) floor ((v - 0.5) * ONE), step = (gint64) floor (slope * ONE + 0.5),
         last = across + (end - 1 - first) * step;
  guint32 weight = (guint32) (run->weight * cover + 0.5);
  char *column = run->at + first * run->step_u;

  if (end <= first)
    return;
  if (MIN (across, last) >> 16 >= run->v0 && (MAX (across, last) >> 16) + 1 < run->v1)
    {
      draw_inner_columns (run, end - first, across, step, weight, column);
      return;
    }
  for (int u = first; u < end; u++, across += step, column += run->step_u)
    {
      int row = (int) (across >> 16);
      guint32 below = (guint32) (across >> 8 & 0xFF) * weight >> 8;
      char *pixel = column + row * run->step_v;

      if (row >= run->v0 && row < run->v1)
        whence_ink_blend ((guint32 *) (gpointer) pixel, run->ink, weight - below);
      if (row + 1 >= run->v0 && row + 1 < run->v1)
        whence_ink_blend ((guint32 *) (gpointer) (pixel + run->step_v), run->ink, below);
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
draw_segment (const WhencePixels *pixels, WhencePoint a, WhencePoint b, WhenceInk ink, double weight)
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

/* The points of a polyline, device px, that nobody can tell from the curve. Returns the number of its pieces,
 * at most MOST_PIECES. */
static guint
flatten (const WhencePixels *pixels, const WhencePoint *curve, WhencePoint *points)
{
  WhencePoint c[4];
  double bend;
  guint n = 1;

  for (guint i = 0; i < 4; i++)
    c[i] = (WhencePoint){ curve[i].x * pixels->scale + pixels->dx, curve[i].y * pixels->scale + pixels->dy };
  bend = MAX (distance_from_chord (c, 1), distance_from_chord (c, 2));
  if (bend > FLAT)
    n = (guint) CLAMP (ceil (sqrt (bend / FLAT)), 2, MOST_PIECES);
  points[0] = c[0];
  points[n] = c[3];
  for (guint i = 1; i < n; i++)
    points[i] = whence_curve_point (c, (double) i / n);
  return n;
}

static double
weight_of (const WhencePixels *pixels, WhenceColor color, double width)
{
  return 256 * CLAMP (color.a, 0, 1) * MIN (width * pixels->scale, 1);
}

void
whence_pixels_line (const WhencePixels *pixels, const WhencePoint curve[4], WhenceColor color, double width)
{
  WhencePoint points[MOST_PIECES + 1];
  guint n = flatten (pixels, curve, points);

  for (guint i = 0; i < n; i++)
    draw_segment (pixels, points[i], points[i + 1], whence_ink_of (color), weight_of (pixels, color, width));
}

/* --- Very many ------------------------------------------------------------------------------------------ */

typedef struct
{
  WhencePoint a, b; /* device px */
  WhenceInk ink;
  double weight;
} Segment;

/* What one part of the lines comes to. */
typedef struct
{
  GArray *segments;
  GArray *of_strip[STRIPS]; /* their numbers */
} Part;

typedef struct
{
  const WhencePixels *pixels;
  const WhenceHairline *lines;
  GCancellable *cancellable; /* or NULL */
  guint n_strips, n_parts;
  Part parts[WHENCE_MOST_PARTS];
} Lines;

/* Counted from the top of the clip. */
static double
row_of_strip (const Lines *lines, guint strip)
{
  return (double) ((guint) lines->pixels->clip.height * strip / lines->n_strips);
}

static void
deal_out (const Lines *lines, Part *part, const Segment *segment)
{
  WhenceRect clip = lines->pixels->clip;
  double top = MIN (segment->a.y, segment->b.y) - clip.y - 2,
         bottom = MAX (segment->a.y, segment->b.y) - clip.y + 2;
  guint32 number = part->segments->len;

  if (MAX (segment->a.x, segment->b.x) < clip.x - 2
      || MIN (segment->a.x, segment->b.x) > whence_rect_right (clip) + 2 || bottom < 0 || top > clip.height)
    return;
  g_array_append_vals (part->segments, segment, 1);
  for (guint s = 0; s < lines->n_strips; s++)
    if (top < row_of_strip (lines, s + 1) && bottom > row_of_strip (lines, s))
      g_array_append_val (part->of_strip[s], number);
}

/* Asked of every line, and answered for some. */
static gboolean
is_given_up (const Lines *lines, guint32 nth)
{
  return (nth & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (lines->cancellable);
}

static void
cut_part (guint32 first, guint32 end, guint nth, gpointer data)
{
  Lines *lines = data;
  Part *part = &lines->parts[nth];
  WhencePoint points[MOST_PIECES + 1];

  part->segments = g_array_sized_new (FALSE, FALSE, sizeof (Segment), end - first);
  for (guint s = 0; s < lines->n_strips; s++)
    part->of_strip[s] = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (end - first) / 2);
  for (guint32 i = first; i < end && !is_given_up (lines, i); i++)
    {
      const WhenceHairline *line = &lines->lines[i];
      guint n;
      if (line->curve == NULL || !whence_hairline_is_drawable (line->curve, line->color, line->width))
        continue;
      n = flatten (lines->pixels, line->curve, points);
      for (guint k = 0; k < n; k++)
        deal_out (lines, part,
                  &(Segment){ points[k], points[k + 1], whence_ink_of (line->color),
                              weight_of (lines->pixels, line->color, line->width) });
    }
}

static void
draw_strip (guint32 first, guint32 end, guint nth, gpointer data)
{
  const Lines *lines = data;
  WhencePixels strip = *lines->pixels;

  strip.clip.y += row_of_strip (lines, nth);
  strip.clip.height = row_of_strip (lines, nth + 1) - row_of_strip (lines, nth);
  for (guint p = 0; p < lines->n_parts; p++)
    for (guint i = 0; i < lines->parts[p].of_strip[nth]->len && !is_given_up (lines, i); i++)
      {
        guint32 number = g_array_index (lines->parts[p].of_strip[nth], guint32, i);
        const Segment *segment = &g_array_index (lines->parts[p].segments, Segment, number);
        draw_segment (&strip, segment->a, segment->b, segment->ink, segment->weight);
      }
}

void
whence_pixels_lines (const WhencePixels *pixels, const WhenceHairline *lines, guint32 n,
                     GCancellable *cancellable)
{
  Lines all = { .pixels = pixels,
                .lines = lines,
                .cancellable = cancellable,
                .n_strips = (guint) MIN (STRIPS, pixels->clip.height) };

  all.n_parts = whence_in_parts (n, LEAST_LINES, cut_part, &all);
  if (all.n_strips > 0)
    whence_in_parts (all.n_strips, 1, draw_strip, &all);
  for (guint p = 0; p < all.n_parts; p++)
    {
      g_array_unref (all.parts[p].segments);
      for (guint s = 0; s < all.n_strips; s++)
        g_array_unref (all.parts[p].of_strip[s]);
    }
}
