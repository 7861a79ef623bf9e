/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shelf below the lanes: facts without a date, in columns read downwards like the index of a book, as
 * many as there is room for; and a line that says what lies before and after the view. O(what is listed). */
#include "layout/timeline-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "layout/shelf-column.h"
#include "model/text-fill.h"

/* px */
#define COLUMN 280.0
#define COLUMN_GAP 18.0
#define TEXT_INSET 14.0 /* room for the sign before an entry */
#define BELOW 8.0
#define LEAST_ROWS 3
#define LEAST_NOTE 60.0
#define MOST_ROWS 60

typedef struct
{
  guint n_columns, n_rows;
  guint n_listed;
  double x, column_width;
} Grid;

/* As many columns as have room; of few entries fewer, so that none is shortened for want of width. */
static guint
count_columns (const WhenceTimelineScene *scene, guint n_undated)
{
  double width = scene->width - 2 * WHENCE_SIDE_MARGIN;
  guint columns = MAX (1, (guint) ((width + COLUMN_GAP) / (COLUMN + COLUMN_GAP)));
  while (columns > 1 && n_undated <= LEAST_ROWS * (columns - 1))
    columns--;
  return columns;
}

static double
height_of (const WhenceTimelineScene *scene, guint n_undated, guint most_rows)
{
  guint columns = count_columns (scene, n_undated);
  guint rows = scene->shelf_closed ? 0 : MIN ((n_undated + columns - 1) / columns, most_rows);
  return WHENCE_SHELF_HEAD + (rows > 0 ? rows * WHENCE_SHELF_ROW + BELOW : 0);
}

double
whence_shelf_full_height (const WhenceTimelineScene *scene, guint n_undated)
{
  return height_of (scene, n_undated, MOST_ROWS);
}

static Grid
make_grid (const WhenceTimelineScene *scene, guint n_undated, double room)
{
  Grid grid = { .n_columns = count_columns (scene, n_undated), .x = WHENCE_SIDE_MARGIN };
  guint wanted = (n_undated + grid.n_columns - 1) / grid.n_columns;
  double fitting = floor ((room - WHENCE_SHELF_HEAD - BELOW) / WHENCE_SHELF_ROW);
  grid.n_rows = MIN (wanted, (guint) CLAMP (fitting, LEAST_ROWS, MOST_ROWS));
  if (scene->shelf_closed)
    grid.n_rows = 0;
  guint cells = grid.n_columns * grid.n_rows;
  /* The last cell tells how many more there are. */
  grid.n_listed = n_undated <= cells ? n_undated : MAX (cells, 1) - 1;
  double width = scene->width - 2 * WHENCE_SIDE_MARGIN;
  grid.column_width = (width - (grid.n_columns - 1) * COLUMN_GAP) / grid.n_columns;
  return grid;
}

static WhencePoint
cell_at (const Grid *grid, double top, guint column, guint row)
{
  return (WhencePoint){ grid->x + column * (grid->column_width + COLUMN_GAP), top + row * WHENCE_SHELF_ROW };
}

static void
add_entry (WhenceTimelineScene *scene, const Grid *grid, WhencePoint at, guint32 fact, guint row,
           GArray *items, const WhenceMeasure *measure)
{
  WhenceTimelineItem item = { .kind = WHENCE_ITEM_SHELVED, .row = row, .lane = G_MAXUINT };
  whence_timeline_item_init (&item, scene->scope, fact);
  WhenceLabelText text;
  whence_label_text_init (&text, whence_scope_get_bundle (scene->scope), fact, NULL, measure);
  whence_label_init (&item.label, &text, grid->column_width - TEXT_INSET, 1, measure);
  whence_label_text_clear (&text);
  item.mark = (WhenceRect){ at.x, at.y + 3.5, WHENCE_DOT, WHENCE_DOT };
  item.label_at = (WhencePoint){ at.x + TEXT_INSET, at.y };
  item.bounds = (WhenceRect){ at.x, at.y, TEXT_INSET + item.label.width, WHENCE_SHELF_ROW };
  g_array_append_val (items, item);
}

static void
add_entries (WhenceTimelineScene *scene, const Grid *grid, double top, const GArray *undated, GArray *items,
             GArray *rows, const WhenceMeasure *measure)
{
  for (guint row = 0; row < grid->n_rows; row++)
    {
      double y = top + row * WHENCE_SHELF_ROW;
      WhenceTimelineRow made = { y, y + WHENCE_SHELF_ROW, items->len, 0 };
      for (guint column = 0; column < grid->n_columns; column++)
        {
          guint index = column * grid->n_rows + row;
          if (index < grid->n_listed)
            add_entry (scene, grid, cell_at (grid, top, column, row), g_array_index (undated, guint32, index),
                       rows->len, items, measure);
        }
      made.n_items = items->len - made.first;
      g_array_append_val (rows, made);
    }
}

static void
add_more (WhenceTimelineScene *scene, const Grid *grid, double top, guint n_more,
          const WhenceMeasure *measure)
{
  if (n_more == 0 || scene->shelf_closed)
    return;
  g_autofree char *text =
    whence_text_compose (ngettext ("and %'u more fact", "and %'u more facts", n_more), n_more);
  whence_text_block_init (&scene->shelf_more, text, WHENCE_FONT_SMALL, grid->column_width - TEXT_INSET, 1,
                          measure);
  WhencePoint cell = cell_at (grid, top, grid->n_columns - 1, grid->n_rows - 1);
  scene->shelf_more_at = (WhencePoint){ cell.x + TEXT_INSET, cell.y + 1 };
}

static char *
join_notes (char *first, char *second)
{
  if (first == NULL)
    return second;
  /* Translators: what lies outside of the view: “3 earlier · 12 later”. */
  char *joined = g_strdup_printf (C_ ("outside of the view", "%s · %s"), first, second);
  g_free (first);
  g_free (second);
  return joined;
}

/* What lies outside of the view, at the right end of the head line. */
static void
add_note (WhenceTimelineScene *scene, double top, const WhenceMeasure *measure)
{
  guint earlier = scene->omitted.n_earlier, later = scene->omitted.n_off_range - earlier;
  char *note = NULL;
  if (earlier > 0)
    note = join_notes (note, whence_text_compose (ngettext ("%'u earlier", "%'u earlier", earlier), earlier));
  if (later > 0)
    note = join_notes (note, whence_text_compose (ngettext ("%'u later", "%'u later", later), later));
  double room = scene->width - 3 * WHENCE_SIDE_MARGIN - scene->shelf_head.width;
  if (note != NULL && room >= LEAST_NOTE)
    whence_text_block_init (&scene->shelf_note, note, WHENCE_FONT_SMALL, room, 1, measure);
  scene->shelf_note_at =
    (WhencePoint){ scene->width - WHENCE_SIDE_MARGIN - scene->shelf_note.width, top + 6 };
  g_free (note);
}

WhenceRect
whence_shelf_head_at (const WhenceTimelineScene *scene, double scroll)
{
  double y = scene->shelf.y;
  if (scene->shelf_head.n_lines == 0)
    return (WhenceRect){ 0 };
  if (scene->controls)
    y = MIN (y, floor (scroll + scene->height - WHENCE_SHELF_HEAD));
  return (WhenceRect){ 0, y, scene->width, WHENCE_SHELF_HEAD };
}

void
whence_shelf_build (WhenceTimelineScene *scene, double top, const GArray *undated, GArray *items,
                    GArray *rows, const WhenceMeasure *measure)
{
  if (undated->len == 0 && scene->omitted.n_off_range == 0)
    return;
  Grid grid = make_grid (scene, undated->len, scene->height - top);
  double height = height_of (scene, undated->len, grid.n_rows);
  scene->shelf = (WhenceRect){ 0, MAX (top, floor (scene->height - height)), scene->width, height };
  scene->omitted.n_shelved = grid.n_listed;
  double first = scene->shelf.y + WHENCE_SHELF_HEAD;
  if (undated->len > 0)
    {
      g_autofree char *head = whence_shelf_head_to_text (undated->len);
      whence_text_block_init (&scene->shelf_head, head, WHENCE_FONT_STRONG,
                              scene->width - 2 * WHENCE_SIDE_MARGIN, 1, measure);
    }
  add_note (scene, scene->shelf.y, measure);
  add_entries (scene, &grid, first, undated, items, rows, measure);
  add_more (scene, &grid, first, undated->len - grid.n_listed, measure);
}
