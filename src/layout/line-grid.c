/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pieces of lines, sorted into squares by counting: first[s] … first[s + 1] - 1 are those of square s. A line
 * costs the squares that it crosses, not those of its box; a question costs at most CROWDED comparisons a
 * square. Until then a piece is a run of squares in each row that it crosses, in a word each: written for
 * each square, very many lines would cost most in the memory that they pass through. */
#include "layout/line-grid.h"

#include <math.h>
#include <string.h>

#include "layout/curve.h"
#include "layout/in-parts.h"
#include "layout/large-array.h"

#define CROWDED 160 /* pieces in one square: enough to call any place in it taken */
#define MAX_LIMIT 16
#define LEAST_ROOM 1024u
#define MAX_PIECES 24
#define MAX_SQUARES 400 /* along a side */
#define RUN_BITS 9      /* of a run: how many squares follow the first */
G_STATIC_ASSERT (MAX_SQUARES < 1 << RUN_BITS
                 && (MAX_SQUARES + 1) * (MAX_SQUARES + 1) <= 1 << (32 - RUN_BITS));

typedef struct
{
  WhencePoint from, to;
  guint32 id;
  guint32 end; /* of its runs in its part */
} Piece;

/* What one thread adds. Pieces and runs come by the hundred thousand: a call of GArray for each would be most
 * of the work. */
typedef struct
{
  Piece *pieces;
  guint32 *runs;
  guint32 n_pieces, n_runs;
  guint32 room_for_pieces, room_for_runs;
} Part;

struct _WhenceLineGrid
{
  WhenceRect area;
  double cell, per_px; /* px of a side, and its inverse */
  gint columns, rows;
  Part parts[WHENCE_MOST_PARTS]; /* until all are added */
  Piece *pieces;
  guint32 *first, *items; /* indices of pieces */
  guint64 *work, unasked;
};

WhenceLineGrid *
whence_line_grid_new (WhenceRect area, double cell, guint64 *work)
{
  WhenceLineGrid *grid = g_new0 (WhenceLineGrid, 1);

  grid->area = area;
  grid->cell = MAX (cell, MAX (area.width, area.height) / MAX_SQUARES);
  grid->per_px = 1 / grid->cell;
  grid->columns = (gint) (area.width / grid->cell) + 1;
  grid->rows = (gint) (area.height / grid->cell) + 1;
  grid->first = g_new0 (guint32, (gsize) grid->columns * (gsize) grid->rows + 2);
  grid->work = work != NULL ? work : &grid->unasked;
  return grid;
}

static void
clear_part (Part *part)
{
  whence_large_array_free (part->pieces);
  whence_large_array_free (part->runs);
  *part = (Part){ 0 };
}

void
whence_line_grid_free (WhenceLineGrid *grid)
{
  if (grid == NULL)
    return;
  for (guint i = 0; i < WHENCE_MOST_PARTS; i++)
    clear_part (&grid->parts[i]);
  whence_large_array_free (grid->pieces);
  g_free (grid->first);
  whence_large_array_free (grid->items);
  g_free (grid);
}

/* --- Lines and rectangles ------------------------------------------------------------------------ */

/* Narrows the stretch [t[0], t[1]] of a line to where low <= at + t step <= high. */
static gboolean
clip_axis (double at, double step, double low, double high, double *t)
{
  double enter, leave;

  if (step == 0)
    return at >= low && at <= high;
  enter = ((step > 0 ? low : high) - at) / step;
  leave = ((step > 0 ? high : low) - at) / step;
  t[0] = MAX (t[0], enter);
  t[1] = MIN (t[1], leave);
  return t[0] <= t[1];
}

/* The stretch of the line within @rect (Liang and Barsky 1984); FALSE if there is none. */
static gboolean
clip (const Piece *piece, WhenceRect rect, double *t)
{
  t[0] = 0;
  t[1] = 1;
  return clip_axis (piece->from.x, piece->to.x - piece->from.x, rect.x, whence_rect_right (rect), t)
         && clip_axis (piece->from.y, piece->to.y - piece->from.y, rect.y, whence_rect_bottom (rect), t);
}

static gboolean
crosses (const WhenceLineGrid *grid, const Piece *piece, WhenceRect rect)
{
  double t[2];

  ++*grid->work;
  return clip (piece, rect, t);
}

/* --- Adding -------------------------------------------------------------------------------------- */

/* A polyline of n pieces is off by at most the n²-th part of how far the curve bends. */
static guint
count_pieces (const WhencePoint *c)
{
  const double flat = 0.44; /* px: one will do */
  double bend = MAX (fabs (c[0].x - 2 * c[1].x + c[2].x) + fabs (c[0].y - 2 * c[1].y + c[2].y),
                     fabs (c[1].x - 2 * c[2].x + c[3].x) + fabs (c[1].y - 2 * c[2].y + c[3].y));
  return bend < flat ? 1 : (guint) CLAMP (ceil (sqrt (0.75 * bend / 0.33)), 1, MAX_PIECES);
}

static inline gint
square_at (double offset, double per_px, gint n)
{
  return (gint) CLAMP (offset * per_px, 0, n - 1);
}

static inline gint
column_at (const WhenceLineGrid *grid, double x)
{
  return square_at (x - grid->area.x, grid->per_px, grid->columns);
}

static inline gint
row_at (const WhenceLineGrid *grid, double y)
{
  return square_at (y - grid->area.y, grid->per_px, grid->rows);
}

typedef struct
{
  gint left, right, top, bottom;
} Span;

static Span
span_of (const WhenceLineGrid *grid, WhenceRect rect)
{
  return (Span){ column_at (grid, rect.x), column_at (grid, whence_rect_right (rect)), row_at (grid, rect.y),
                 row_at (grid, whence_rect_bottom (rect)) };
}

/* The squares of a row between the columns @a and @b. */
static inline void
cross_row (const WhenceLineGrid *grid, Part *part, gint row, gint a, gint b)
{
  guint32 first = (guint32) (row * grid->columns + MIN (a, b));

  if (part->n_runs == part->room_for_runs)
    {
      part->room_for_runs = MAX (LEAST_ROOM, 2 * part->n_runs);
      part->runs = whence_large_array_renew (guint32, part->runs, part->room_for_runs);
    }
  part->runs[part->n_runs++] = first << RUN_BITS | (guint32) ABS (b - a);
}

/* Row by row, the squares of the line from @a to @b, which are in the area. */
static void
list_squares (const WhenceLineGrid *grid, Part *part, WhencePoint a, WhencePoint b)
{
  gint row = row_at (grid, MIN (a.y, b.y)), last = row_at (grid, MAX (a.y, b.y)), column;
  double slope;

  if (row == last)
    {
      cross_row (grid, part, row, column_at (grid, a.x), column_at (grid, b.x));
      return;
    }
  if (a.y > b.y)
    {
      WhencePoint c = a;
      a = b;
      b = c;
    }
  slope = (b.x - a.x) / (b.y - a.y);
  column = column_at (grid, a.x);
  for (; row < last; row++)
    {
      double bottom = grid->area.y + (row + 1) * grid->cell;
      gint next = column_at (grid, a.x + (MIN (b.y, bottom) - a.y) * slope);
      cross_row (grid, part, row, column, next);
      column = next;
    }
  cross_row (grid, part, last, column, column_at (grid, b.x));
}

static void
add_piece (const WhenceLineGrid *grid, Part *part, Piece piece)
{
  WhencePoint step = { piece.to.x - piece.from.x, piece.to.y - piece.from.y };
  double t[2];

  if (!clip (&piece, grid->area, t))
    return;
  list_squares (grid, part, (WhencePoint){ piece.from.x + t[0] * step.x, piece.from.y + t[0] * step.y },
                (WhencePoint){ piece.from.x + t[1] * step.x, piece.from.y + t[1] * step.y });
  if (part->n_pieces == part->room_for_pieces)
    {
      part->room_for_pieces = MAX (LEAST_ROOM, 2 * part->n_pieces);
      part->pieces = whence_large_array_renew (Piece, part->pieces, part->room_for_pieces);
    }
  piece.end = part->n_runs;
  part->pieces[part->n_pieces++] = piece;
}

void
whence_line_grid_add_in_part (WhenceLineGrid *grid, guint part, guint32 id, const WhencePoint *curve)
{
  guint n = count_pieces (curve);
  WhencePoint from = curve[0];

  for (guint i = 1; i <= n; i++)
    {
      WhencePoint end = i < n ? whence_curve_point (curve, (double) i / n) : curve[3];
      add_piece (grid, &grid->parts[part], (Piece){ from, end, id, 0 });
      from = end;
    }
}

void
whence_line_grid_add (WhenceLineGrid *grid, guint32 id, const WhencePoint *curve)
{
  whence_line_grid_add_in_part (grid, 0, id, curve);
}

/* How many pieces cross each square, into first[s + 1]. Returns the number of all pieces. */
static guint32
count_parts (WhenceLineGrid *grid, gsize n_squares)
{
  guint32 n_pieces = 0, n = 0;

  /* First by how much it is more than in the square before. */
  for (guint i = 0; i < WHENCE_MOST_PARTS; i++)
    {
      const Part *part = &grid->parts[i];
      for (guint32 k = 0; k < part->n_runs; k++)
        {
          guint32 square = part->runs[k] >> RUN_BITS;
          grid->first[square + 1]++;
          grid->first[square + 2 + (part->runs[k] & ((1u << RUN_BITS) - 1))]--;
        }
      n_pieces += part->n_pieces;
    }
  for (gsize s = 0; s < n_squares; s++)
    grid->first[s + 1] = n += grid->first[s + 1];
  return n_pieces;
}

static void
deal_out (WhenceLineGrid *grid, const Part *part, guint32 before, guint32 *next)
{
  guint32 k = 0;

  for (guint32 piece = 0; piece < part->n_pieces; piece++)
    for (; k < part->pieces[piece].end; k++)
      {
        guint32 square = part->runs[k] >> RUN_BITS, last = square + (part->runs[k] & ((1u << RUN_BITS) - 1));
        for (; square <= last; square++)
          grid->items[next[square]++] = before + piece;
      }
}

void
whence_line_grid_sort (WhenceLineGrid *grid)
{
  gsize n_squares = (gsize) grid->columns * (gsize) grid->rows;
  g_autofree guint32 *next = g_new (guint32, n_squares);
  guint32 n_pieces = count_parts (grid, n_squares), before = 0;

  grid->pieces = whence_large_array_new (Piece, n_pieces);
  for (gsize s = 0; s < n_squares; s++)
    {
      grid->first[s + 1] += grid->first[s];
      next[s] = grid->first[s];
    }
  grid->items = whence_large_array_new (guint32, grid->first[n_squares]);
  for (guint i = 0; i < WHENCE_MOST_PARTS; i++)
    {
      Part *part = &grid->parts[i];
      deal_out (grid, part, before, next);
      if (part->n_pieces > 0)
        memcpy (grid->pieces + before, part->pieces, part->n_pieces * sizeof (Piece));
      before += part->n_pieces;
      clear_part (part);
    }
}

/* --- Asking -------------------------------------------------------------------------------------- */

static gboolean
is_outside (const WhenceLineGrid *grid, WhenceRect rect)
{
  return rect.x > whence_rect_right (grid->area) || rect.y > whence_rect_bottom (grid->area)
         || whence_rect_right (rect) < grid->area.x || whence_rect_bottom (rect) < grid->area.y;
}

static gboolean
is_among (const guint32 *ids, guint n, guint32 id)
{
  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

guint
whence_line_grid_count (const WhenceLineGrid *grid, WhenceRect rect, guint32 except, guint limit)
{
  Span span = span_of (grid, rect);
  guint32 seen[MAX_LIMIT];
  guint n = 0;

  limit = MIN (limit, MAX_LIMIT);
  if (is_outside (grid, rect))
    return 0;
  for (gint row = span.top; row <= span.bottom; row++)
    for (gint column = span.left; column <= span.right; column++)
      {
        gint square = row * grid->columns + column;
        if (grid->first[square + 1] - grid->first[square] > CROWDED)
          return limit;
        for (guint32 i = grid->first[square]; i < grid->first[square + 1] && n < limit; i++)
          {
            const Piece *piece = &grid->pieces[grid->items[i]];
            if (piece->id != except && !is_among (seen, n, piece->id) && crosses (grid, piece, rect))
              seen[n++] = piece->id;
          }
      }
  return n;
}

void
whence_line_grid_foreach (const WhenceLineGrid *grid, WhenceRect rect, WhenceLineGridFunc func,
                          gpointer user_data)
{
  Span span = span_of (grid, rect);

  if (is_outside (grid, rect))
    return;
  for (gint row = span.top; row <= span.bottom; row++)
    for (gint column = span.left; column <= span.right; column++)
      for (guint32 i = grid->first[row * grid->columns + column];
           i < grid->first[row * grid->columns + column + 1]; i++)
        {
          const Piece *piece = &grid->pieces[grid->items[i]];
          if (crosses (grid, piece, rect))
            func (piece->id, user_data);
        }
}
