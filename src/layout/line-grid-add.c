/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding lines to a grid, and sorting their pieces into squares by counting. A line costs the squares that
 * it crosses, not those of its box. */
#include "layout/line-grid-private.h"

#include <math.h>
#include <string.h>

#include "layout/curve.h"
#include "layout/large-array.h"

#define LEAST_ROOM 1024u
#define MAX_PIECES 24

/* A polyline of n pieces is off by at most the n²-th part of how far the curve bends. */
static guint
count_pieces (const WhencePoint *c)
{
  const double flat = 0.44; /* px: one will do */
  double bend = MAX (fabs (c[0].x - 2 * c[1].x + c[2].x) + fabs (c[0].y - 2 * c[1].y + c[2].y),
                     fabs (c[1].x - 2 * c[2].x + c[3].x) + fabs (c[1].y - 2 * c[2].y + c[3].y));
  return bend < flat ? 1 : (guint) CLAMP (ceil (sqrt (0.75 * bend / 0.33)), 1, MAX_PIECES);
}

/* The squares of a row between the columns @a and @b. */
static inline void
cross_row (const WhenceLineGrid *grid, LinePart *part, gint row, gint a, gint b)
{
  guint32 first = (guint32) (row * grid->columns + MIN (a, b));

  if (part->n_runs == part->room_for_runs)
    {
      part->room_for_runs = MAX (LEAST_ROOM, 2 * part->n_runs);
      part->runs = whence_large_array_renew (guint32, part->runs, part->room_for_runs);
    }
  part->runs[part->n_runs++] = first << WHENCE_LINE_RUN_BITS | (guint32) ABS (b - a);
}

/* Row by row, the squares of the line from @a to @b, which are in the area. */
static void
list_squares (const WhenceLineGrid *grid, LinePart *part, WhencePoint a, WhencePoint b)
{
  gint row = whence_line_grid_row (grid, MIN (a.y, b.y)), last = whence_line_grid_row (grid, MAX (a.y, b.y)),
       column;
  double slope;

  if (row == last)
    {
      cross_row (grid, part, row, whence_line_grid_column (grid, a.x), whence_line_grid_column (grid, b.x));
      return;
    }
  if (a.y > b.y)
    {
      WhencePoint c = a;
      a = b;
      b = c;
    }
  slope = (b.x - a.x) / (b.y - a.y);
  column = whence_line_grid_column (grid, a.x);
  for (; row < last; row++)
    {
      double bottom = grid->area.y + (row + 1) * grid->cell;
      gint next = whence_line_grid_column (grid, a.x + (MIN (b.y, bottom) - a.y) * slope);
      cross_row (grid, part, row, column, next);
      column = next;
    }
  cross_row (grid, part, last, column, whence_line_grid_column (grid, b.x));
}

static void
add_piece (const WhenceLineGrid *grid, LinePart *part, LinePiece piece)
{
  WhencePoint step = { piece.to.x - piece.from.x, piece.to.y - piece.from.y };
  double t[2];

  if (!whence_line_clip (&piece, grid->area, t))
    return;
  list_squares (grid, part, (WhencePoint){ piece.from.x + t[0] * step.x, piece.from.y + t[0] * step.y },
                (WhencePoint){ piece.from.x + t[1] * step.x, piece.from.y + t[1] * step.y });
  if (part->n_pieces == part->room_for_pieces)
    {
      part->room_for_pieces = MAX (LEAST_ROOM, 2 * part->n_pieces);
      part->pieces = whence_large_array_renew (LinePiece, part->pieces, part->room_for_pieces);
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
      add_piece (grid, &grid->parts[part], (LinePiece){ from, end, id, 0 });
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
      const LinePart *part = &grid->parts[i];
      for (guint32 k = 0; k < part->n_runs; k++)
        {
          guint32 square = part->runs[k] >> WHENCE_LINE_RUN_BITS;
          grid->first[square + 1]++;
          grid->first[square + 2 + (part->runs[k] & ((1u << WHENCE_LINE_RUN_BITS) - 1))]--;
        }
      n_pieces += part->n_pieces;
    }
  for (gsize s = 0; s < n_squares; s++)
    grid->first[s + 1] = n += grid->first[s + 1];
  return n_pieces;
}

static void
deal_out (WhenceLineGrid *grid, const LinePart *part, guint32 before, guint32 *next)
{
  guint32 k = 0;

  for (guint32 piece = 0; piece < part->n_pieces; piece++)
    for (; k < part->pieces[piece].end; k++)
      {
        guint32 square = part->runs[k] >> WHENCE_LINE_RUN_BITS,
                last = square + (part->runs[k] & ((1u << WHENCE_LINE_RUN_BITS) - 1));
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

  grid->pieces = whence_large_array_new (LinePiece, n_pieces);
  for (gsize s = 0; s < n_squares; s++)
    {
      grid->first[s + 1] += grid->first[s];
      next[s] = grid->first[s];
    }
  grid->items = whence_large_array_new (guint32, grid->first[n_squares]);
  for (guint i = 0; i < WHENCE_MOST_PARTS; i++)
    {
      LinePart *part = &grid->parts[i];
      deal_out (grid, part, before, next);
      if (part->n_pieces > 0)
        memcpy (grid->pieces + before, part->pieces, part->n_pieces * sizeof (LinePiece));
      before += part->n_pieces;
      whence_line_part_clear (part);
    }
}
