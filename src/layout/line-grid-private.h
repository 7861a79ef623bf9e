/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a grid of lines is made of. Until all are added, a piece is a run of squares in each row that it
 * crosses, in a word each: written for each square, very many lines would cost most in the memory that they
 * pass through. */
#pragma once

#include "layout/in-parts.h"
#include "layout/line-grid.h"

G_BEGIN_DECLS

#define WHENCE_LINE_MOST_SQUARES 400 /* along a side */
#define WHENCE_LINE_RUN_BITS 9       /* of a run: how many squares follow the first */
G_STATIC_ASSERT (WHENCE_LINE_MOST_SQUARES < 1 << WHENCE_LINE_RUN_BITS
                 && (WHENCE_LINE_MOST_SQUARES + 1) * (WHENCE_LINE_MOST_SQUARES + 1)
                      <= 1 << (32 - WHENCE_LINE_RUN_BITS));

typedef struct
{
  WhencePoint from, to;
  guint32 id;
  guint32 end; /* of its runs in its part */
} LinePiece;

/* What one thread adds. Pieces and runs come by the hundred thousand: a call of GArray for each would be most
 * of the work. */
typedef struct
{
  LinePiece *pieces;
  guint32 *runs;
  guint32 n_pieces, n_runs;
  guint32 room_for_pieces, room_for_runs;
} LinePart;

struct _WhenceLineGrid
{
  WhenceRect area;
  double cell, per_px; /* px of a side, and its inverse */
  gint columns, rows;
  LinePart parts[WHENCE_MOST_PARTS]; /* until all are added */
  LinePiece *pieces;
  guint32 *first, *items; /* indices of pieces */
  guint64 *work, unasked;
};

/* Narrows the stretch [t[0], t[1]] of a line to where low <= at + t step <= high. */
static inline gboolean
whence_line_clip_axis (double at, double step, double low, double high, double *t)
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
static inline gboolean
whence_line_clip (const LinePiece *piece, WhenceRect rect, double *t)
{
  t[0] = 0;
  t[1] = 1;
  return whence_line_clip_axis (piece->from.x, piece->to.x - piece->from.x, rect.x, whence_rect_right (rect),
                                t)
         && whence_line_clip_axis (piece->from.y, piece->to.y - piece->from.y, rect.y,
                                   whence_rect_bottom (rect), t);
}

static inline gint
whence_line_grid_square (double offset, double per_px, gint n)
{
  return (gint) CLAMP (offset * per_px, 0, n - 1);
}

static inline gint
whence_line_grid_column (const WhenceLineGrid *grid, double x)
{
  return whence_line_grid_square (x - grid->area.x, grid->per_px, grid->columns);
}

static inline gint
whence_line_grid_row (const WhenceLineGrid *grid, double y)
{
  return whence_line_grid_square (y - grid->area.y, grid->per_px, grid->rows);
}

typedef struct
{
  gint left, right, top, bottom;
} LineSpan;

static inline LineSpan
whence_line_grid_span (const WhenceLineGrid *grid, WhenceRect rect)
{
  return (LineSpan){ whence_line_grid_column (grid, rect.x),
                     whence_line_grid_column (grid, whence_rect_right (rect)),
                     whence_line_grid_row (grid, rect.y),
                     whence_line_grid_row (grid, whence_rect_bottom (rect)) };
}

/* Empties it. */
void whence_line_part_clear (LinePart *part);

G_END_DECLS
