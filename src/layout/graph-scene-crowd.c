/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far nodes shrink so that they do not cover one another. They are dealt out by size, then by the square
 * that their middle is in: each looks at what is near enough to touch it, and the many small ones never look
 * as far as the few large ones reach. O(nodes + pairs that are near), by two threads. */
#include "layout/graph-scene-private.h"
#include "layout/in-parts.h"
#include "layout/large-array.h"

#include <math.h>

#define SMALLEST_SHARE 0.22 /* of a node's size, when others are near */
#define GAP 3.0             /* px between two shapes */
#define ROOM 2.0            /* px around each */
#define N_SIZES 6
#define FIRST_SIZE 2.0 /* px: the largest radius of the first size; each next one reaches twice as far */
#define PER_SQUARE 2   /* nodes, were they spread evenly */

typedef struct
{
  double x, y, radius;
  guint32 index;
} Spot;

/* Nodes of about the same size. */
typedef struct
{
  guint32 n;
  double largest; /* radius */
  double side;    /* px, of a square */
  gint columns, rows;
  guint32 *first; /* of each square; one more */
  Spot *spots;    /* by square */
} Size;

typedef struct
{
  WhenceGraphScene *scene;
  WhenceRect area;
  Spot *spots; /* of all sizes, one after the other */
  Size sizes[N_SIZES];
  double *share;                   /* of each node */
  guint64 work[WHENCE_MOST_PARTS]; /* of each part */
} Crowding;

WhenceRect
whence_graph_area_of (const WhenceGraphScene *scene)
{
  const double beyond = 48;

  return (WhenceRect){ -beyond, -beyond, scene->width + 2 * beyond, scene->height + 2 * beyond };
}

WhenceRect
whence_graph_room_of (const WhenceGraphNode *node)
{
  double reach = node->radius + ROOM;

  return (WhenceRect){ node->at.x - reach, node->at.y - reach, 2 * reach, 2 * reach };
}

/* N_SIZES: it is not near the picture. */
static guint
size_of (const Crowding *crowding, const WhenceGraphNode *node)
{
  WhenceRect room = whence_graph_room_of (node);
  guint size = 0;

  if (room.x > whence_rect_right (crowding->area) || room.y > whence_rect_bottom (crowding->area)
      || whence_rect_right (room) < crowding->area.x || whence_rect_bottom (room) < crowding->area.y)
    return N_SIZES;
  for (double largest = FIRST_SIZE; size < N_SIZES - 1 && node->radius > largest; largest *= 2)
    size++;
  return size;
}

static gint
square_along (double offset, double side, gint n)
{
  return (gint) CLAMP (offset / side, 0, n - 1);
}

static gsize
square_of (const Crowding *crowding, const Size *size, WhencePoint at)
{
  return (gsize) square_along (at.y - crowding->area.y, size->side, size->rows) * (gsize) size->columns
         + (gsize) square_along (at.x - crowding->area.x, size->side, size->columns);
}

static void
prepare_sizes (Crowding *crowding, const guint8 *sizes)
{
  const WhenceGraphScene *scene = crowding->scene;
  WhenceRect area = crowding->area;
  guint32 before = 0;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (sizes[i] < N_SIZES)
      {
        Size *size = &crowding->sizes[sizes[i]];
        size->n++;
        size->largest = MAX (size->largest, scene->nodes[i].radius);
      }
  for (guint s = 0; s < N_SIZES; s++)
    {
      Size *size = &crowding->sizes[s];
      size->side = MAX (1, sqrt (PER_SQUARE * area.width * area.height / MAX (1, size->n)));
      size->columns = (gint) (area.width / size->side) + 1;
      size->rows = (gint) (area.height / size->side) + 1;
      size->first = g_new0 (guint32, (gsize) size->columns * (gsize) size->rows + 2);
      size->spots = crowding->spots + before;
      before += size->n;
    }
}

/* In the order of the squares, then of the nodes. */
static void
deal_out (Crowding *crowding)
{
  const WhenceGraphScene *scene = crowding->scene;
  g_autofree guint8 *sizes = g_new (guint8, MAX (1, scene->n_nodes));

  for (guint32 i = 0; i < scene->n_nodes; i++)
    sizes[i] = (guint8) size_of (crowding, &scene->nodes[i]);
  prepare_sizes (crowding, sizes);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (sizes[i] < N_SIZES)
      {
        Size *size = &crowding->sizes[sizes[i]];
        size->first[square_of (crowding, size, scene->nodes[i].at) + 2]++;
      }
  for (guint s = 0; s < N_SIZES; s++)
    for (gsize k = 2; k < (gsize) crowding->sizes[s].columns * (gsize) crowding->sizes[s].rows + 2; k++)
      crowding->sizes[s].first[k] += crowding->sizes[s].first[k - 1];
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (sizes[i] < N_SIZES)
      {
        const WhenceGraphNode *node = &scene->nodes[i];
        Size *size = &crowding->sizes[sizes[i]];
        size->spots[size->first[square_of (crowding, size, node->at) + 1]++] =
          (Spot){ node->at.x, node->at.y, node->radius, i };
      }
}

/* The least of @share and of what those of @size within @reach px leave to @spot. */
static double
share_among (const Crowding *crowding, const Size *size, const Spot *spot, double reach, double share,
             guint64 *work)
{
  gint left = square_along (spot->x - reach - crowding->area.x, size->side, size->columns),
       right = square_along (spot->x + reach - crowding->area.x, size->side, size->columns),
       top = square_along (spot->y - reach - crowding->area.y, size->side, size->rows),
       bottom = square_along (spot->y + reach - crowding->area.y, size->side, size->rows);

  for (gint row = top; row <= bottom && share > SMALLEST_SHARE; row++)
    {
      const guint32 *first = size->first + (gsize) row * (gsize) size->columns;
      const Spot *end = size->spots + first[right + 1];
      for (const Spot *other = size->spots + first[left]; other < end; other++)
        {
          double dx = spot->x - other->x, dy = spot->y - other->y, squared = dx * dx + dy * dy,
                 all = spot->radius + other->radius + GAP;
          if (squared < share * share * all * all && other->index != spot->index)
            share = sqrt (squared) / all;
        }
      *work += (guint64) (end - (size->spots + first[left]));
    }
  return share;
}

static void
share_part (guint32 first, guint32 end, guint part, gpointer data)
{
  Crowding *crowding = data;
  guint64 work = 0;
  guint size = 0;

  for (guint32 i = first; i < end; i++)
    {
      const Spot *spot = &crowding->spots[i];
      while (spot >= crowding->sizes[size].spots + crowding->sizes[size].n)
        size++;
      /* In a crowd, the nearest of its own kind leave it the least already. */
      double share = share_among (crowding, &crowding->sizes[size], spot, 0, 1, &work);
      for (guint s = 0; s < N_SIZES && share > SMALLEST_SHARE; s++)
        if (crowding->sizes[s].n > 0)
          share = share_among (crowding, &crowding->sizes[s], spot,
                               spot->radius + crowding->sizes[s].largest + GAP, share, &work);
      crowding->share[spot->index] = MAX (share, SMALLEST_SHARE);
    }
  crowding->work[part] = work;
}

void
whence_graph_shrink_crowded (WhenceGraphScene *scene)
{
  g_autofree double *share = g_new (double, MAX (1, scene->n_nodes));
  Spot *spots = whence_large_array_new (Spot, scene->n_nodes);
  Crowding crowding = {
    .scene = scene, .area = whence_graph_area_of (scene), .spots = spots, .share = share
  };
  guint32 n = 0;
  guint n_parts;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    share[i] = 1;
  deal_out (&crowding);
  for (guint s = 0; s < N_SIZES; s++)
    n += crowding.sizes[s].n;
  n_parts = whence_in_parts (n, WHENCE_GRAPH_LEAST_PART, share_part, &crowding);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    scene->nodes[i].radius *= share[i];
  for (guint i = 0; i < n_parts; i++)
    scene->work += crowding.work[i];
  for (guint s = 0; s < N_SIZES; s++)
    g_free (crowding.sizes[s].first);
  whence_large_array_free (spots);
}
