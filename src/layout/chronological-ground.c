/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ground of the layout in time, counted in squares, so that looking for a free place takes a bounded
 * number of looks; a date that too many share overflows downwards. O(looks × squares of a box) a node. */
#include "layout/chronological-private.h"

#include <math.h>

#define TALLEST 3.0    /* times as high as the room is wide */
#define MOST_LOOKS 400 /* rows up and down */
#define N_SIDEWAYS 7   /* places within a date that is wide */

static guint32
column_of (const WhenceGround *ground, double x)
{
  /* Boxes reach beyond the first and the last date. */
  return (guint32) CLAMP ((x + ground->width / 4) / WHENCE_GROUND_SQUARE, 0, ground->n_columns - 1);
}

typedef struct
{
  guint32 left, right; /* columns, both within */
  gint64 top, bottom;  /* rows, both within */
} Squares;

static Squares
squares_of (const WhenceGround *ground, guint32 node, WhencePoint at)
{
  const WhenceRect *box = &ground->problem->boxes[node];
  double middle = ground->n_rows / 2;

  return (
    Squares){ column_of (ground, at.x + box->x - WHENCE_GROUND_GAP / 2),
              column_of (ground, at.x + whence_rect_right (*box) + WHENCE_GROUND_GAP / 2),
              (gint64) floor ((at.y + box->y - WHENCE_GROUND_GAP / 2) / WHENCE_GROUND_SQUARE + middle),
              (gint64) floor (
                (at.y + whence_rect_bottom (*box) + WHENCE_GROUND_GAP / 2) / WHENCE_GROUND_SQUARE + middle) };
}

static gboolean
is_free (const WhenceGround *ground, Squares squares)
{
  if (squares.top < 0 || squares.bottom >= ground->n_rows)
    return FALSE;
  for (gint64 row = squares.top; row <= squares.bottom; row++)
    for (guint32 column = squares.left; column <= squares.right; column++)
      if (ground->taken[row * ground->n_columns + column])
        return FALSE;
  return TRUE;
}

void
whence_ground_mark (WhenceGround *ground, guint32 node, gboolean taken)
{
  Squares squares = squares_of (ground, node, ground->at[node]);

  for (gint64 row = MAX (0, squares.top); row <= MIN (squares.bottom, (gint64) ground->n_rows - 1); row++)
    for (guint32 column = squares.left; column <= squares.right; column++)
      ground->taken[row * ground->n_columns + column] = taken;
}

/* --- One node ------------------------------------------------------------------------------------ */

/* The places along x that the date allows, the middle first. */
static guint
list_places (const WhenceGround *ground, guint32 node, double *places)
{
  const WhenceWhen *when = &ground->when[node];
  double from = whence_time_view_to_x (ground->time, when->earliest),
         to = whence_time_view_to_x (ground->time, when->latest), middle = (from + to) / 2;
  double step = ground->problem->boxes[node].width + WHENCE_GROUND_GAP;
  guint n = 0;

  places[n++] = middle;
  for (guint i = 1; n + 1 < N_SIDEWAYS && middle + i * step <= to; i++)
    {
      places[n++] = middle - i * step;
      places[n++] = middle + i * step;
    }
  return n;
}

static void
overflow (WhenceGround *ground, guint32 node, double x)
{
  const WhenceRect *box = &ground->problem->boxes[node];
  Squares squares = squares_of (ground, node, (WhencePoint){ x, 0 });
  guint32 row = 0;

  for (guint32 column = squares.left; column <= squares.right; column++)
    row = MAX (row, ground->bottom[column]);
  ground->at[node] = (WhencePoint){ x, (ground->n_rows - ground->n_rows / 2 + row) * WHENCE_GROUND_SQUARE
                                         + WHENCE_GROUND_GAP / 2 - box->y };
  row += (guint32) (squares.bottom - squares.top) + 1;
  for (guint32 column = squares.left; column <= squares.right; column++)
    ground->bottom[column] = row;
}

void
whence_ground_put (WhenceGround *ground, guint32 node, double y)
{
  double places[N_SIDEWAYS];
  guint n_places = list_places (ground, node, places);

  y = WHENCE_GROUND_SQUARE * round (y / WHENCE_GROUND_SQUARE);
  if (ground->bottom[column_of (ground, places[0])] == 0)
    for (guint look = 0; look < 2 * MOST_LOOKS; look++)
      for (guint p = 0; p < n_places; p++)
        {
          double away = (look + 1) / 2 * WHENCE_GROUND_SQUARE;
          WhencePoint at = { places[p], look % 2 == 0 ? y - away : y + away };
          if (!is_free (ground, squares_of (ground, node, at)))
            continue;
          ground->at[node] = at;
          whence_ground_mark (ground, node, TRUE);
          return;
        }
  overflow (ground, node, places[0]);
}

double
whence_ground_height_wanted (const WhenceGround *ground, const guint8 *placed, guint32 node)
{
  const WhenceNet *net = ground->problem->net;
  double sum = 0;
  guint32 count = 0;

  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    if (placed[net->target[e]])
      {
        sum += ground->at[net->target[e]].y;
        count++;
      }
  return count > 0 ? sum / count : 0;
}

void
whence_ground_init (WhenceGround *ground, double width)
{
  double height = TALLEST * width;

  ground->width = width;
  ground->n_columns = (guint32) (1.5 * width / WHENCE_GROUND_SQUARE) + 2;
  ground->n_rows = (guint32) (height / WHENCE_GROUND_SQUARE) + 2;
  ground->taken = g_new0 (guint8, (gsize) ground->n_columns * ground->n_rows);
  ground->bottom = g_new0 (guint32, ground->n_columns);
}

void
whence_ground_clear (WhenceGround *ground)
{
  g_free (ground->taken);
  g_free (ground->bottom);
}

WhenceRect
whence_ground_extent (const WhenceGround *ground)
{
  WhenceRect all = { 0 };
  gboolean any = FALSE;

  for (guint32 i = 0; i < ground->problem->net->n; i++)
    {
      WhenceRect box = ground->problem->boxes[i];
      if (!whence_when_is_dated (&ground->when[i]))
        continue;
      box.x += ground->at[i].x;
      box.y += ground->at[i].y;
      all = any ? whence_rect_union (all, box) : box;
      any = TRUE;
    }
  return all;
}
