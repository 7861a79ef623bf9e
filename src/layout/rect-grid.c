/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A uniform grid of squares, each with a chain of what touches it, in the order in which that came; all
 * chains run through one array. Adding, removing and asking cost the squares that the rectangle touches. */
#include "layout/rect-grid.h"

#define FEWEST_ITEMS 256

typedef struct
{
  WhenceRect rect;
  guint32 id;
  guint32 next; /* in the chain; 0: none */
} Item;

typedef struct
{
  guint32 first, last; /* 0: the square is empty */
} Chain;

struct _WhenceRectGrid
{
  WhenceRect area;
  double cell;
  gint columns, rows;
  Chain *chains;
  Item *items; /* from 1 on */
  guint32 n_items, room;
  guint32 spare; /* the chain of those that have been removed */
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
  grid->chains = g_new0 (Chain, (gsize) grid->columns * (gsize) grid->rows);
  grid->work = work != NULL ? work : &grid->unasked;
  return grid;
}

void
whence_rect_grid_free (WhenceRectGrid *grid)
{
  if (grid == NULL)
    return;
  g_free (grid->chains);
  g_free (grid->items);
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

static guint32
take_spare (WhenceRectGrid *grid)
{
  guint32 spare = grid->spare;

  if (spare > 0)
    {
      grid->spare = grid->items[spare].next;
      return spare;
    }
  if (grid->n_items + 1 >= grid->room)
    {
      grid->room = MAX (FEWEST_ITEMS, 2 * grid->room);
      grid->items = g_renew (Item, grid->items, grid->room);
    }
  return ++grid->n_items;
}

static void
append (WhenceRectGrid *grid, Chain *chain, Item item)
{
  guint32 i = take_spare (grid);

  grid->items[i] = item;
  if (chain->last > 0)
    grid->items[chain->last].next = i;
  else
    chain->first = i;
  chain->last = i;
}

void
whence_rect_grid_add (WhenceRectGrid *grid, guint32 id, WhenceRect rect)
{
  Span span = span_of (grid, rect);

  for (gint row = span.top; row <= span.bottom; row++)
    for (gint column = span.left; column <= span.right; column++)
      append (grid, &grid->chains[row * grid->columns + column], (Item){ rect, id, 0 });
}

static void
take_out (WhenceRectGrid *grid, Chain *chain, guint32 id)
{
  for (guint32 before = 0, i = chain->first; i > 0; before = i, i = grid->items[i].next)
    if (grid->items[i].id == id)
      {
        *(before > 0 ? &grid->items[before].next : &chain->first) = grid->items[i].next;
        if (chain->last == i)
          chain->last = before;
        grid->items[i].next = grid->spare;
        grid->spare = i;
        return;
      }
}

void
whence_rect_grid_remove (WhenceRectGrid *grid, guint32 id, WhenceRect rect)
{
  Span span = span_of (grid, rect);

  for (gint row = span.top; row <= span.bottom; row++)
    for (gint column = span.left; column <= span.right; column++)
      take_out (grid, &grid->chains[row * grid->columns + column], id);
}

gboolean
whence_rect_grid_foreach (const WhenceRectGrid *grid, WhenceRect rect, WhenceRectGridFunc func,
                          gpointer user_data)
{
  Span span = span_of (grid, rect);

  for (gint row = span.top; row <= span.bottom; row++)
    for (gint column = span.left; column <= span.right; column++)
      for (guint32 i = grid->chains[row * grid->columns + column].first; i > 0; i = grid->items[i].next)
        {
          const Item *item = &grid->items[i];
          ++*grid->work;
          if (whence_rect_overlaps (item->rect, rect) && !func (item->id, item->rect, user_data))
            return FALSE;
        }
  return TRUE;
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
