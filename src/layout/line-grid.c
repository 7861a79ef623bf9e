/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pieces of lines in squares: first[s] … first[s + 1] - 1 are those of square s. A question costs at most
 * CROWDED comparisons a square. */
#include "layout/line-grid-private.h"

#include "layout/large-array.h"

#define CROWDED 160 /* pieces in one square: enough to call any place in it taken */
#define MAX_LIMIT 16

WhenceLineGrid *
whence_line_grid_new (WhenceRect area, double cell, guint64 *work)
{
  WhenceLineGrid *grid = g_new0 (WhenceLineGrid, 1);

  grid->area = area;
  grid->cell = MAX (cell, MAX (area.width, area.height) / WHENCE_LINE_MOST_SQUARES);
  grid->per_px = 1 / grid->cell;
  grid->columns = (gint) (area.width / grid->cell) + 1;
  grid->rows = (gint) (area.height / grid->cell) + 1;
  grid->first = g_new0 (guint32, (gsize) grid->columns * (gsize) grid->rows + 2);
  grid->work = work != NULL ? work : &grid->unasked;
  return grid;
}

void
whence_line_part_clear (LinePart *part)
{
  whence_large_array_free (part->pieces);
  whence_large_array_free (part->runs);
  *part = (LinePart){ 0 };
}

void
whence_line_grid_free (WhenceLineGrid *grid)
{
  if (grid == NULL)
    return;
  for (guint i = 0; i < WHENCE_MOST_PARTS; i++)
    whence_line_part_clear (&grid->parts[i]);
  whence_large_array_free (grid->pieces);
  g_free (grid->first);
  whence_large_array_free (grid->items);
  g_free (grid);
}

static gboolean
crosses (const WhenceLineGrid *grid, const LinePiece *piece, WhenceRect rect)
{
  double t[2];

  ++*grid->work;
  return whence_line_clip (piece, rect, t);
}

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
  LineSpan span = whence_line_grid_span (grid, rect);
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
            const LinePiece *piece = &grid->pieces[grid->items[i]];
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
  LineSpan span = whence_line_grid_span (grid, rect);

  if (is_outside (grid, rect))
    return;
  for (gint row = span.top; row <= span.bottom; row++)
    for (gint column = span.left; column <= span.right; column++)
      for (guint32 i = grid->first[row * grid->columns + column];
           i < grid->first[row * grid->columns + column + 1]; i++)
        {
          const LinePiece *piece = &grid->pieces[grid->items[i]];
          if (crosses (grid, piece, rect))
            func (piece->id, user_data);
        }
}
