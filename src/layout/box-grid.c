/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A uniform grid of moving boxes. Its cells are about as large as a mean box, and not many more than boxes;
 * what moves off the grid is in the nearest cell at its border. */
#include "layout/box-grid.h"

#include <math.h>

static guint32
index_along (double way, double size, guint32 n)
{
  return (guint32) CLAMP (way / size, 0, n - 1);
}

static void
enter_cell (WhenceBoxGrid *grid, guint32 box, WhencePoint middle)
{
  guint32 cell = index_along (middle.y - grid->y0, grid->cell_height, grid->rows) * grid->columns
                 + index_along (middle.x - grid->x0, grid->cell_width, grid->columns);
  guint32 old = grid->first[cell];

  grid->cell[box] = cell;
  grid->previous[box] = G_MAXUINT32;
  grid->next[box] = old;
  if (old != G_MAXUINT32)
    grid->previous[old] = box;
  grid->first[cell] = box;
}

static void
leave_cell (WhenceBoxGrid *grid, guint32 box)
{
  guint32 before = grid->previous[box], after = grid->next[box];

  if (before == G_MAXUINT32)
    grid->first[grid->cell[box]] = after;
  else
    grid->next[before] = after;
  if (after != G_MAXUINT32)
    grid->previous[after] = before;
}

static gboolean
is_absent (const guint8 *absent, guint32 box)
{
  return absent != NULL && absent[box] != 0;
}

static void
choose_cells (WhenceBoxGrid *grid, const WhenceRect *boxes, const WhencePoint *at, const guint8 *absent,
              guint32 n, double gap)
{
  WhenceRect all = { 0 };
  double width = 0, height = 0, share;
  guint32 n_there = 0;

  for (guint32 i = 0; i < n; i++)
    {
      if (is_absent (absent, i))
        continue;
      WhenceRect box = { at[i].x + boxes[i].x, at[i].y + boxes[i].y, boxes[i].width, boxes[i].height };
      all = n_there++ == 0 ? box : whence_rect_union (all, box);
      width += box.width;
      height += box.height;
      grid->half_width = MAX (grid->half_width, box.width / 2);
      grid->half_height = MAX (grid->half_height, box.height / 2);
    }
  grid->x0 = all.x;
  grid->y0 = all.y;
  grid->cell_width = MAX (width / MAX (1, n_there) + gap, 1);
  grid->cell_height = MAX (height / MAX (1, n_there) + gap, 1);
  share = sqrt (all.width / grid->cell_width * (all.height / grid->cell_height) / (4.0 * n_there + 16));
  grid->cell_width = MAX (grid->cell_width * MAX (share, 1), all.width / (n_there + 1));
  grid->cell_height = MAX (grid->cell_height * MAX (share, 1), all.height / (n_there + 1));
  grid->columns = (guint32) (all.width / grid->cell_width) + 1;
  grid->rows = (guint32) (all.height / grid->cell_height) + 1;
}

void
whence_box_grid_init (WhenceBoxGrid *grid, const WhenceRect *boxes, const WhencePoint *at,
                      const guint8 *absent, guint32 n, double gap)
{
  gsize n_cells;

  *grid = (WhenceBoxGrid){ 0 };
  choose_cells (grid, boxes, at, absent, n, gap);
  n_cells = (gsize) grid->columns * grid->rows;
  grid->first = g_new (guint32, n_cells);
  memset (grid->first, 0xff, n_cells * sizeof *grid->first);
  grid->next = g_new (guint32, MAX (1, n));
  grid->previous = g_new (guint32, MAX (1, n));
  grid->cell = g_new (guint32, MAX (1, n));
  for (guint32 i = n; i-- > 0;)
    if (!is_absent (absent, i))
      enter_cell (grid, i, whence_box_middle (boxes[i], at[i]));
}

void
whence_box_grid_clear (WhenceBoxGrid *grid)
{
  g_free (grid->first);
  g_free (grid->next);
  g_free (grid->previous);
  g_free (grid->cell);
}

void
whence_box_grid_move (WhenceBoxGrid *grid, guint32 box, WhencePoint middle)
{
  leave_cell (grid, box);
  enter_cell (grid, box, middle);
}

WhenceCellSpan
whence_box_grid_around (const WhenceBoxGrid *grid, WhenceRect box, WhencePoint at, double gap)
{
  WhencePoint middle = whence_box_middle (box, at);
  double reach_x = box.width / 2 + grid->half_width + gap, reach_y = box.height / 2 + grid->half_height + gap;

  return (WhenceCellSpan){
    .left = index_along (middle.x - reach_x - grid->x0, grid->cell_width, grid->columns),
    .right = index_along (middle.x + reach_x - grid->x0, grid->cell_width, grid->columns),
    .top = index_along (middle.y - reach_y - grid->y0, grid->cell_height, grid->rows),
    .bottom = index_along (middle.y + reach_y - grid->y0, grid->cell_height, grid->rows),
  };
}
