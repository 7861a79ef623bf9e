/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bounded short-range force (t-FDP: Zhong, Xue, Zhang, Zhang, Ban, Deussen, Wang 2023): repulsion r / (1
 * + r²)², attraction r / (1 + r²) and a little of r along edges; never infinite, gone after a few edge
 * lengths. What repels is gathered once for all nodes of a cell of a uniform grid: the nodes of the nine
 * cells around one by one (some for all where it is crowded), the sixteen around those as one body each. So a
 * step is O(n + edges) whatever the crowding. Eight lanes of single precision, added up in a fixed order: the
 * same bits whether the machine has registers of eight or of four. */
#include "layout/organic-lanes.h"
#include "layout/organic-steps.h"

#include <math.h>

#define PULL 4.0f
#define PULL_FALL 0.7f /* part of the steps in which the linear pull reaches its last value */
#define SPARSE 7.0f    /* mean degree up to which the pull is as it is asked for */
#define MOMENTUM 0.4f  /* part of a step that goes on in the next: fewer are needed (Polyak 1964) */
#define REACH_FIRST 1.2f
#define REACH_LAST 0.05f
#define FAITH_EVERY 3
#define CELL 2.4f
#define CELLS_PER_NODE 4.0f
#define SAMPLE 24      /* nodes of a cell that are looked at one by one */
#define PIECES 32      /* that threads share out */
#define AHEAD 24       /* edges: how early a place is asked for that the cache may not hold */
#define TEAM_MIN 12000 /* nodes from which threads are worth waking */
#define BODIES_MAX (9 * SAMPLE + 16 + LANES)

/* The grid, and the nodes in the order of its cells. */
typedef struct
{
  float x0, y0, size;
  guint32 columns, rows;
  gsize room;     /* cells allocated */
  guint32 *first; /* columns × rows + 1 */
  float *middle_x, *middle_y;
  guint32 *cell, *node;
  float *x, *y;
} Grid;

typedef struct
{
  guint32 n;
  union
  {
    float at[BODIES_MAX];
    Lanes lanes[BODIES_MAX / LANES];
  } x, y, weight;
} Bodies;

typedef struct
{
  float x, y;
} Place;

typedef struct
{
  const WhenceNet *net;
  Grid grid;
  float *x, *y, *next_x, *next_y; /* between the halves of a step, next is what repels */
  Place *places;                  /* x and y again: one line of the cache for both */
  float *way_x, *way_y;           /* of the last step */
  float push, pull, reach;
  guint step;
} Field;

G_STATIC_ASSERT (BODIES_MAX % LANES == 0);

/* --- The grid ------------------------------------------------------------------------------------ */

static void
grid_measure (Grid *grid, const Field *field)
{
  guint32 n = field->net->n;
  float x1 = field->x[0], y1 = field->y[0];
  gsize n_cells;

  grid->x0 = field->x[0];
  grid->y0 = field->y[0];
  for (guint32 i = 1; i < n; i++)
    {
      grid->x0 = MIN (grid->x0, field->x[i]);
      grid->y0 = MIN (grid->y0, field->y[i]);
      x1 = MAX (x1, field->x[i]);
      y1 = MAX (y1, field->y[i]);
    }
  grid->size = MAX (CELL, sqrtf ((x1 - grid->x0) * (y1 - grid->y0) / (CELLS_PER_NODE * (float) n)));
  grid->size = MAX (grid->size, MAX (x1 - grid->x0, y1 - grid->y0) / (float) n);
  grid->columns = (guint32) ((x1 - grid->x0) / grid->size) + 1;
  grid->rows = (guint32) ((y1 - grid->y0) / grid->size) + 1;
  n_cells = (gsize) grid->columns * grid->rows;
  if (n_cells > grid->room)
    {
      grid->room = n_cells + n_cells / 4;
      grid->first = g_renew (guint32, grid->first, grid->room + 2);
      grid->middle_x = g_renew (float, grid->middle_x, grid->room);
      grid->middle_y = g_renew (float, grid->middle_y, grid->room);
    }
}

/* Those of empty cells are left as they are. */
static void
find_middles (Grid *grid, gsize n_cells)
{
  for (gsize cell = 0; cell < n_cells; cell++)
    {
      guint32 start = grid->first[cell], end = grid->first[cell + 1];
      float x = 0, y = 0;
      for (guint32 slot = start; slot < end; slot++)
        {
          x += grid->x[slot];
          y += grid->y[slot];
        }
      if (start < end)
        {
          grid->middle_x[cell] = x / (float) (end - start);
          grid->middle_y[cell] = y / (float) (end - start);
        }
    }
}

static void
grid_fill (Field *field)
{
  Grid *grid = &field->grid;
  guint32 n = field->net->n;
  float per_cell;
  gsize n_cells;

  grid_measure (grid, field);
  per_cell = 1 / grid->size;
  n_cells = (gsize) grid->columns * grid->rows;
  memset (grid->first, 0, (n_cells + 2) * sizeof *grid->first);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 column = (guint32) ((field->x[i] - grid->x0) * per_cell);
      guint32 row = (guint32) ((field->y[i] - grid->y0) * per_cell);
      guint32 cell = MIN (row, grid->rows - 1) * grid->columns + MIN (column, grid->columns - 1);
      grid->cell[i] = cell;
      grid->first[cell + 2]++;
      field->places[i] = (Place){ field->x[i], field->y[i] };
    }
  for (gsize c = 0; c < n_cells; c++)
    grid->first[c + 2] += grid->first[c + 1];
  /* first[c + 1] is where cell c is filled next, and ends up as its end. */
  for (guint32 i = 0; i < n; i++)
    {
      guint32 slot = grid->first[grid->cell[i] + 1]++;
      grid->node[slot] = i;
      grid->x[slot] = field->x[i];
      grid->y[slot] = field->y[i];
    }
  find_middles (grid, n_cells);
}

static guint32
rows_of_piece (const Grid *grid)
{
  return MAX (1, grid->rows / PIECES);
}

/* --- Repulsion ----------------------------------------------------------------------------------- */

static inline void
add_body (Bodies *bodies, float x, float y, float weight)
{
  bodies->x.at[bodies->n] = x;
  bodies->y.at[bodies->n] = y;
  bodies->weight.at[bodies->n++] = weight;
}

/* Some for all, others in each step, so that none is overlooked for long. */
static void
add_nodes (Bodies *bodies, const Grid *grid, guint32 start, guint32 end, guint step)
{
  guint32 count = end - start, stride = (count + SAMPLE - 1) / SAMPLE, offset = step * 7 % stride;
  float weight = (float) count / (float) ((count - offset + stride - 1) / stride);

  for (guint32 slot = start + offset; slot < end; slot += stride)
    add_body (bodies, grid->x[slot], grid->y[slot], weight);
}

static void
gather (const Field *field, gint column, gint row, Bodies *bodies)
{
  const Grid *grid = &field->grid;
  gint last_column = MIN ((gint) grid->columns - 1, column + 2);

  bodies->n = 0;
  for (gint r = MAX (0, row - 2); r <= MIN ((gint) grid->rows - 1, row + 2); r++)
    for (gint c = MAX (0, column - 2); c <= last_column; c++)
      {
        gsize cell = (gsize) r * grid->columns + (gsize) c;
        guint32 start = grid->first[cell], end = grid->first[cell + 1];
        if (start == end)
          continue;
        if (ABS (r - row) > 1 || ABS (c - column) > 1)
          add_body (bodies, grid->middle_x[cell], grid->middle_y[cell], (float) (end - start));
        else
          add_nodes (bodies, grid, start, end, field->step);
      }
  while (bodies->n % LANES != 0)
    add_body (bodies, 0, 0, 0);
}

/* A node is among its own bodies; at distance 0 the force is 0. */
static inline void
repel (const Bodies *bodies, float x, float y, float *force_x, float *force_y)
{
  const Lanes none = { 0 }, one = none + 1, at_x = none + x, at_y = none + y;
  Lanes sum_x = none, sum_y = none;

  for (guint32 b = 0; b < bodies->n / LANES; b++)
    {
      Lanes dx = at_x - bodies->x.lanes[b], dy = at_y - bodies->y.lanes[b], near = one + dx * dx + dy * dy;
      Lanes k = bodies->weight.lanes[b] / (near * near);
      sum_x += dx * k;
      sum_y += dy * k;
    }
  *force_x = sum_of (&sum_x);
  *force_y = sum_of (&sum_y);
}

/* Each piece of rows looks after the nodes of its own cells, by places that nobody changes. */
BOTH_WIDTHS static void
repel_piece (guint piece, gpointer data)
{
  Field *field = data;
  const Grid *grid = &field->grid;
  guint32 n_rows = rows_of_piece (grid), start = piece * n_rows, end = MIN (grid->rows, start + n_rows);
  Bodies bodies;

  for (guint32 row = start; row < end; row++)
    for (guint32 column = 0; column < grid->columns; column++)
      {
        gsize cell = (gsize) row * grid->columns + column;
        if (grid->first[cell] < grid->first[cell + 1])
          gather (field, (gint) column, (gint) row, &bodies);
        for (guint32 slot = grid->first[cell]; slot < grid->first[cell + 1]; slot++)
          {
            float force_x, force_y;
            repel (&bodies, grid->x[slot], grid->y[slot], &force_x, &force_y);
            field->next_x[grid->node[slot]] = field->push * force_x;
            field->next_y[grid->node[slot]] = field->push * force_y;
          }
      }
}

/* --- Attraction, and the step ---------------------------------------------------------------------- */

static inline void
move_node (Field *field, guint32 i, guint32 last)
{
  const WhenceNet *net = field->net;
  const Place *places = field->places, at = places[i];
  float force_x = field->next_x[i], force_y = field->next_y[i], stiffness = 0, slow, length;

  for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
    {
      Place other = places[net->target[e]];
      float dx = other.x - at.x, dy = other.y - at.y;
      float k = field->pull + PULL / (1 + dx * dx + dy * dy);
      __builtin_prefetch (&places[net->target[MIN (e + AHEAD, last)]]);
      force_x += dx * k;
      force_y += dy * k;
      stiffness += k;
    }
  /* Divided by the stiffness of all its edges, or hubs overshoot without end. */
  slow = 1 / (1 + 0.5f * stiffness);
  length = slow * sqrtf (force_x * force_x + force_y * force_y);
  if (length > field->reach)
    slow *= field->reach / length;
  field->way_x[i] = MOMENTUM * field->way_x[i] + force_x * slow;
  field->way_y[i] = MOMENTUM * field->way_y[i] + force_y * slow;
  field->next_x[i] = at.x + field->way_x[i];
  field->next_y[i] = at.y + field->way_y[i];
}

/* In the order of the numbers: edges are read one after the other, and what they lead to is known early. */
BOTH_WIDTHS static void
move_piece (guint piece, gpointer data)
{
  Field *field = data;
  const WhenceNet *net = field->net;
  guint32 start = (guint32) ((guint64) net->n * piece / PIECES);
  guint32 end = (guint32) ((guint64) net->n * (piece + 1) / PIECES), last = net->first[net->n];

  if (last > 0)
    last--;
  for (guint32 i = start; i < end; i++)
    move_node (field, i, last);
}

static void
run (WhenceTeam *team, WhenceTeamFunc func, Field *field, guint n_pieces)
{
  if (team != NULL)
    whence_team_run (team, func, field, n_pieces);
  else
    for (guint piece = 0; piece < n_pieces; piece++)
      func (piece, field);
}

static void
move_all (Field *field, WhenceTeam *team)
{
  float *swap;

  grid_fill (field);
  run (team, repel_piece, field, (field->grid.rows - 1) / rows_of_piece (&field->grid) + 1);
  run (team, move_piece, field, PIECES);
  swap = field->x, field->x = field->next_x, field->next_x = swap;
  swap = field->y, field->y = field->next_y, field->next_y = swap;
}

static void
field_init (Field *field, const WhenceNet *net, WhenceCloud *cloud)
{
  float **arrays[] = { &field->next_x, &field->next_y, &field->way_x,
                       &field->way_y,  &field->grid.x, &field->grid.y };

  *field = (Field){ .net = net, .x = cloud->x, .y = cloud->y };
  for (guint a = 0; a < G_N_ELEMENTS (arrays); a++)
    *arrays[a] = g_new0 (float, net->n);
  field->places = g_new (Place, net->n);
  field->grid.cell = g_new (guint32, net->n);
  field->grid.node = g_new (guint32, net->n);
}

static void
field_clear (Field *field)
{
  gpointer arrays[] = { field->places,    field->next_x,     field->way_x,         field->way_y,
                        field->next_y,    field->grid.x,     field->grid.y,        field->grid.cell,
                        field->grid.node, field->grid.first, field->grid.middle_x, field->grid.middle_y };

  for (guint a = 0; a < G_N_ELEMENTS (arrays); a++)
    g_free (arrays[a]);
}

gboolean
whence_organic_refine (const WhenceNet *net, const WhenceRefine *how, WhenceCloud *cloud,
                       const WhenceWatch *watch)
{
  /* What has many edges is drawn together enough as it is. */
  float sparse = MIN (1, SPARSE * (float) net->n / (float) MAX (1, net->first[net->n]));
  float first = (float) how->first_pull * sparse, last = (float) how->last_pull * sparse;
  g_autoptr (WhenceTeam) team =
    net->n >= TEAM_MIN && how->n_threads != 1 ? whence_team_new (how->n_threads) : NULL;
  Field field;
  gboolean done = TRUE;

  field_init (&field, net, cloud);
  field.push = (float) how->push;
  for (field.step = 0; field.step < how->n_steps && done; field.step++)
    {
      float part = (float) field.step / (float) how->n_steps, fallen = MIN (1, part / PULL_FALL);
      field.pull = first + (last - first) * fallen;
      field.reach = REACH_LAST + REACH_FIRST * (1 - part);
      move_all (&field, team);
      *cloud = (WhenceCloud){ net->n, field.x, field.y };
      if (how->pivots != NULL && how->faith > 0 && field.step % FAITH_EVERY == 0)
        whence_pivots_pull (how->pivots, how->faith, cloud);
      done = whence_watch_go_on (watch, part);
    }
  field_clear (&field);
  return done;
}
