/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bounded short-range force (t-FDP: Zhong, Xue, Zhang, Zhang, Ban, Deussen, Wang 2023): repulsion r / (1
 * + r²)², attraction r / (1 + r²) and a little of r along edges; never infinite, gone after a few edge
 * lengths. Neighbours come from a uniform grid: the nine cells around node by node (every k-th one when they
 * are crowded), the sixteen around those as one body each. A step is O(n + edges) whatever the crowding. */
#include "layout/organic.h"

#include <math.h>

#define PULL_LINEAR 0.1
#define PULL 4.0
#define PUSH 4.0
#define CELL 2.0
#define SAMPLE 14 /* nodes of a cell that are looked at one by one */

typedef struct
{
  double x0, y0, size;
  guint32 columns, rows;
  guint32 *first; /* columns × rows + 1 */
  guint32 *node;
  WhencePoint *center; /* of the nodes in the cell */
} Grid;

static guint32
cell_column (const Grid *grid, double x)
{
  return (guint32) CLAMP ((x - grid->x0) / grid->size, 0, grid->columns - 1);
}

static guint32
cell_row (const Grid *grid, double y)
{
  return (guint32) CLAMP ((y - grid->y0) / grid->size, 0, grid->rows - 1);
}

static void
grid_measure (Grid *grid, const WhencePoint *at, guint32 n)
{
  double x1 = at[0].x, y1 = at[0].y;

  grid->x0 = at[0].x;
  grid->y0 = at[0].y;
  for (guint32 i = 1; i < n; i++)
    {
      grid->x0 = MIN (grid->x0, at[i].x);
      grid->y0 = MIN (grid->y0, at[i].y);
      x1 = MAX (x1, at[i].x);
      y1 = MAX (y1, at[i].y);
    }
  grid->size = MAX (CELL, sqrt ((x1 - grid->x0) * (y1 - grid->y0) / (2.0 * n)));
  grid->size = MAX (grid->size, MAX (x1 - grid->x0, y1 - grid->y0) / n);
  grid->columns = (guint32) ((x1 - grid->x0) / grid->size) + 1;
  grid->rows = (guint32) ((y1 - grid->y0) / grid->size) + 1;
}

static void
grid_fill (Grid *grid, const WhencePoint *at, guint32 n)
{
  gsize n_cells;

  grid_measure (grid, at, n);
  n_cells = (gsize) grid->columns * grid->rows;
  grid->first = g_realloc_n (grid->first, n_cells + 2, sizeof *grid->first);
  grid->center = g_realloc_n (grid->center, n_cells, sizeof *grid->center);
  memset (grid->first, 0, (n_cells + 2) * sizeof *grid->first);
  memset (grid->center, 0, n_cells * sizeof *grid->center);
  for (guint32 i = 0; i < n; i++)
    {
      gsize cell = (gsize) cell_row (grid, at[i].y) * grid->columns + cell_column (grid, at[i].x);
      grid->first[cell + 2]++;
      grid->center[cell].x += at[i].x;
      grid->center[cell].y += at[i].y;
    }
  for (gsize c = 0; c < n_cells; c++)
    {
      guint32 count = MAX (1, grid->first[c + 2]);
      grid->center[c].x /= count;
      grid->center[c].y /= count;
      grid->first[c + 2] += grid->first[c + 1];
    }
  /* first[c + 1] is where cell c is filled next, and ends up as its end. */
  for (guint32 i = 0; i < n; i++)
    {
      gsize cell = (gsize) cell_row (grid, at[i].y) * grid->columns + cell_column (grid, at[i].x);
      grid->node[grid->first[cell + 1]++] = i;
    }
}

static void
repel (WhencePoint from, WhencePoint by, double weight, WhencePoint *force)
{
  double dx = from.x - by.x, dy = from.y - by.y, near = 1 + dx * dx + dy * dy;
  double k = PUSH * weight / (near * near);
  force->x += dx * k;
  force->y += dy * k;
}

static void
repel_all (const Grid *grid, const WhencePoint *at, guint32 i, WhencePoint *force)
{
  gint64 column = cell_column (grid, at[i].x), row = cell_row (grid, at[i].y);

  for (gint64 r = MAX (0, row - 2); r <= MIN ((gint64) grid->rows - 1, row + 2); r++)
    for (gint64 c = MAX (0, column - 2); c <= MIN ((gint64) grid->columns - 1, column + 2); c++)
      {
        gsize cell = (gsize) r * grid->columns + (gsize) c;
        guint32 start = grid->first[cell], end = grid->first[cell + 1], count = end - start, stride;
        if (count == 0)
          continue;
        if (r < row - 1 || r > row + 1 || c < column - 1 || c > column + 1)
          {
            repel (at[i], grid->center[cell], count, force);
            continue;
          }
        stride = 1 + (count - 1) / SAMPLE;
        for (guint32 k = start + i % stride; k < end; k += stride)
          if (grid->node[k] != i)
            repel (at[i], at[grid->node[k]], stride, force);
      }
}

static void
attract (const WhenceNet *net, const WhencePoint *at, guint32 i, WhencePoint *force)
{
  for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
    {
      double dx = at[net->target[e]].x - at[i].x, dy = at[net->target[e]].y - at[i].y;
      double k = PULL_LINEAR + PULL / (1 + dx * dx + dy * dy);
      force->x += dx * k;
      force->y += dy * k;
    }
}

gboolean
whence_organic_refine (const WhenceNet *net, guint n_steps, WhencePoint *positions, GCancellable *cancellable)
{
  g_autofree WhencePoint *next = g_new (WhencePoint, net->n);
  Grid grid = { .node = g_new (guint32, net->n) };
  gboolean done = TRUE;

  for (guint step = 0; step < n_steps && done; step++)
    {
      double reach = 0.05 + 1.2 * (1 - (double) step / n_steps);
      grid_fill (&grid, positions, net->n);
      for (guint32 i = 0; i < net->n; i++)
        {
          WhencePoint force = { 0, 0 };
          double slow, length;
          repel_all (&grid, positions, i, &force);
          attract (net, positions, i, &force);
          /* Divided by the stiffness of all its edges, or hubs overshoot without end. */
          slow = 1 / (1 + 0.5 * (PULL_LINEAR + PULL) * whence_net_degree (net, i));
          length = slow * sqrt (force.x * force.x + force.y * force.y);
          if (length > reach)
            slow *= reach / length;
          next[i].x = positions[i].x + force.x * slow;
          next[i].y = positions[i].y + force.y * slow;
        }
      memcpy (positions, next, net->n * sizeof *next);
      done = !g_cancellable_is_cancelled (cancellable);
    }
  g_free (grid.first);
  g_free (grid.node);
  g_free (grid.center);
  return done;
}
