/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A uniform grid of buckets. Adding, removing and asking cost the squares that the rectangle touches. */
#include "layout/rect-grid.h"

typedef struct
{
  guint32 id;
  WhenceRect rect;
} Item;

struct _WhenceRectGrid
{
  WhenceRect area;
  double cell;
  gint columns, rows;
  GArray **buckets; /* NULL while empty */
  guint64 *work, unasked;
};

WhenceRectGrid *
whence_rect_grid_new (WhenceRect area, double cell, guint64 *work)
{
  WhenceRectGrid *grid = g_new0 (WhenceRectGrid, 1);

  grid->area = area;
  grid->cell = MAX (cell, MAX (area.width, area.height) / 400);
  grid->columns = (gint) (area.width / grid->cell) + 1;
  grid->rows = (gint) (area.height / grid->cell) + 1;
  grid->buckets = g_new0 (GArray *, (gsize) grid->columns * (gsize) grid->rows);
  grid->work = work != NULL ? work : &grid->unasked;
  return grid;
}

void
whence_rect_grid_free (WhenceRectGrid *grid)
{
  if (grid == NULL)
    return;
  for (gint i = 0; i < grid->columns * grid->rows; i++)
    if (grid->buckets[i] != NULL)
      g_array_unref (grid->buckets[i]);
  g_free (grid->buckets);
  g_free (grid);
}

typedef struct
{
  gint left, right, top, bottom;
} Span;

/* No square at all for what lies outside. */
static Span
span_of (const WhenceRectGrid *grid, WhenceRect rect)
{
  if (rect.x > whence_rect_right (grid->area) || rect.y > whence_rect_bottom (grid->area)
      || whence_rect_right (rect) < grid->area.x || whence_rect_bottom (rect) < grid->area.y)
    return (Span){ 0, -1, 0, -1 };
  return (Span){ (gint) CLAMP ((rect.x - grid->area.x) / grid->cell, 0, grid->columns - 1),
                 (gint) CLAMP ((whence_rect_right (rect) - grid->area.x) / grid->cell, 0, grid->columns - 1),
                 (gint) CLAMP ((rect.y - grid->area.y) / grid->cell, 0, grid->rows - 1),
                 (gint) CLAMP ((whence_rect_bottom (rect) - grid->area.y) / grid->cell, 0, grid->rows - 1) };
}

void
whence_rect_grid_add (WhenceRectGrid *grid, guint32 id, WhenceRect rect)
{
  Span span = span_of (grid, rect);
  Item item = { id, rect };

  for (gint row = span.top; row <= span.bottom; row++)
    for (gint column = span.left; column <= span.right; column++)
      {
        GArray **bucket = &grid->buckets[row * grid->columns + column];
        if (*bucket == NULL)
          *bucket = g_array_new (FALSE, FALSE, sizeof (Item));
        g_array_append_val (*bucket, item);
      }
}

void
whence_rect_grid_remove (WhenceRectGrid *grid, guint32 id, WhenceRect rect)
{
  Span span = span_of (grid, rect);

  for (gint row = span.top; row <= span.bottom; row++)
    for (gint column = span.left; column <= span.right; column++)
      {
        GArray *bucket = grid->buckets[row * grid->columns + column];
        for (guint i = 0; bucket != NULL && i < bucket->len; i++)
          if (g_array_index (bucket, Item, i).id == id)
            {
              g_array_remove_index (bucket, i);
              break;
            }
      }
}

gboolean
whence_rect_grid_foreach_apart (const WhenceRectGrid *grid, WhenceRect rect, WhenceRectGridFunc func,
                                gpointer user_data, guint64 *work)
{
  Span span = span_of (grid, rect);

  for (gint row = span.top; row <= span.bottom; row++)
    for (gint column = span.left; column <= span.right; column++)
      {
        const GArray *bucket = grid->buckets[row * grid->columns + column];
        for (guint i = 0; bucket != NULL && i < bucket->len; i++)
          {
            const Item *item = &g_array_index (bucket, Item, i);
            ++*work;
            if (whence_rect_overlaps (item->rect, rect) && !func (item->id, item->rect, user_data))
              return FALSE;
          }
      }
  return TRUE;
}

gboolean
whence_rect_grid_foreach (const WhenceRectGrid *grid, WhenceRect rect, WhenceRectGridFunc func,
                          gpointer user_data)
{
  return whence_rect_grid_foreach_apart (grid, rect, func, user_data, grid->work);
}

static gboolean
is_exempt (guint32 id, WhenceRect rect, gpointer except)
{
  return id == *(const guint32 *) except;
}

gboolean
whence_rect_grid_hits (const WhenceRectGrid *grid, WhenceRect rect, guint32 except)
{
  return !whence_rect_grid_foreach (grid, rect, is_exempt, &except);
}
