/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes that move, by the cell that their middle is in: where a box is looked for, those that could meet it
 * are in the cells around. To move one is constant time. */
#pragma once

#include "layout/geometry.h"

G_BEGIN_DECLS

typedef struct
{
  double x0, y0, cell_width, cell_height;
  double half_width, half_height; /* of the largest box */
  guint32 columns, rows;
  guint32 *first;                  /* box of each cell, or G_MAXUINT32 */
  guint32 *next, *previous, *cell; /* of each box: doubly linked lists */
} WhenceBoxGrid;

/* Cells, from the first to the last in both directions. */
typedef struct
{
  guint32 left, right, top, bottom;
} WhenceCellSpan;

/* @boxes are relative to the points of @at; both are only looked at now. @absent has
 * a byte for each, 1 for those that are in no cell and must not be moved; NULL: all are there. O(n). */
void whence_box_grid_init (WhenceBoxGrid *grid, const WhenceRect *boxes, const WhencePoint *at,
                           const guint8 *absent, guint32 n, double gap);
void whence_box_grid_clear (WhenceBoxGrid *grid);
void whence_box_grid_move (WhenceBoxGrid *grid, guint32 box, WhencePoint middle);
/* Every box that is nearer than @gap to this one is in one of these cells. */
WhenceCellSpan whence_box_grid_around (const WhenceBoxGrid *grid, WhenceRect box, WhencePoint at, double gap);

static inline WhencePoint
whence_box_middle (WhenceRect box, WhencePoint at)
{
  return (WhencePoint){ at.x + box.x + box.width / 2, at.y + box.y + box.height / 2 };
}

G_END_DECLS
