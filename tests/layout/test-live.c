/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture in the hand: what is held is where the hand is, neighbours follow, others stay, nothing overlaps
 * in the end, and it comes to rest. */
#include <math.h>
#include <time.h>

#include "layout/live.h"

#define SIDE 30
#define PITCH 40.0

typedef struct
{
  WhenceNet *net;
  WhenceRect *boxes;
  WhencePoint *at;
  guint32 n;
} Map;

/* A square of nodes, joined to those beside, with room between. */
static Map
map_new (guint32 side)
{
  Map map = { .n = side * side };
  g_autofree WhencePair *pairs = g_new (WhencePair, 2 * map.n);
  guint count = 0;

  map.boxes = g_new (WhenceRect, map.n);
  map.at = g_new (WhencePoint, map.n);
  for (guint32 i = 0; i < map.n; i++)
    {
      map.boxes[i] = (WhenceRect){ -8, -8, 16, 16 + i % 3 };
      map.at[i] = (WhencePoint){ i % side * PITCH, i / side * PITCH };
      if (i % side + 1 < side)
        pairs[count++] = (WhencePair){ i, i + 1 };
      if (i + side < map.n)
        pairs[count++] = (WhencePair){ i, i + side };
    }
  map.net = whence_net_new (map.n, pairs, count);
  return map;
}

static void
map_clear (Map *map)
{
  whence_net_free (map->net);
  g_free (map->boxes);
  g_free (map->at);
}

static double
moved (const Map *map, const WhenceLive *live, guint32 node)
{
  const WhencePoint *at = whence_live_get_positions (live);
  return hypot (at[node].x - map->at[node].x, at[node].y - map->at[node].y);
}

static guint
count_overlaps (const Map *map, const WhenceLive *live)
{
  const WhencePoint *at = whence_live_get_positions (live);
  guint count = 0;

  for (guint32 i = 0; i < map->n; i++)
    for (guint32 j = 0; j < i; j++)
      {
        WhenceRect a = map->boxes[i], b = map->boxes[j];
        a.x += at[i].x, a.y += at[i].y, b.x += at[j].x, b.y += at[j].y;
        count += whence_rect_overlaps (a, b);
      }
  return count;
}

static guint
settle (WhenceLive *live)
{
  guint n = 0;

  while (whence_live_tick (live, 1))
    g_assert_cmpuint (++n, <, 400);
  return n;
}

static void
test_rest (void)
{
  Map map = map_new (SIDE);
  g_autoptr (WhenceLive) live = whence_live_new (map.net, map.boxes, map.at, NULL);

  g_assert_false (whence_live_tick (live, 10));
  g_assert_cmpmem (map.at, map.n * sizeof *map.at, whence_live_get_positions (live), map.n * sizeof *map.at);
  map_clear (&map);
}

static void
test_drag (void)
{
  Map map = map_new (SIDE);
  g_autoptr (WhenceLive) live = whence_live_new (map.net, map.boxes, map.at, NULL);
  guint32 node = SIDE * SIDE / 2 + SIDE / 2;
  const WhencePoint *at = whence_live_get_positions (live);
  double near, far;

  for (guint step = 1; step <= 20; step++)
    {
      whence_live_hold (live, node, map.at[node].x + step * 6, map.at[node].y + step * 3);
      whence_live_tick (live, 1);
    }
  settle (live);
  g_assert_cmpfloat (at[node].x, ==, map.at[node].x + 120);
  near = moved (&map, live, node - 1);
  far = moved (&map, live, node - 4);
  g_test_message ("moved 134 px: the neighbour %.1f, four hops away %.1f, the corner %.2f", near, far,
                  moved (&map, live, 0));
  g_assert_cmpfloat (near, >, 30);
  g_assert_cmpfloat (far, <, near / 2);
  g_assert_cmpfloat (moved (&map, live, 0), ==, 0);
  /* Let go, it stays where it is, and nothing lies on anything. */
  whence_live_release (live);
  settle (live);
  g_assert_cmpuint (count_overlaps (&map, live), ==, 0);
  g_assert_cmpfloat (hypot (at[node].x - map.at[node].x - 120, at[node].y - map.at[node].y - 60), <, 20);
  map_clear (&map);
}

/* Those in the way step aside, and are back where they were when it has passed. */
static void
test_passing (void)
{
  Map map = map_new (SIDE);
  g_autoptr (WhenceLive) live = NULL;
  guint32 node = 0;

  whence_net_free (map.net);
  map.net = whence_net_new (map.n, NULL, 0);
  live = whence_live_new (map.net, map.boxes, map.at, NULL);
  whence_live_hold (live, node, map.at[65].x + 3, map.at[65].y);
  whence_live_tick (live, 30);
  g_assert_cmpfloat (moved (&map, live, 65), >, 10);
  whence_live_hold (live, node, -300, 0);
  settle (live);
  g_assert_cmpfloat (moved (&map, live, 65), <, 1);
  map_clear (&map);
}

static void
test_pinned (void)
{
  Map map = map_new (SIDE);
  g_autoptr (WhenceLive) live = whence_live_new (map.net, map.boxes, map.at, NULL);

  whence_live_pin (live, 1, TRUE);
  whence_live_hold (live, 0, map.at[1].x + 2, map.at[1].y);
  settle (live);
  g_assert_cmpfloat (moved (&map, live, 1), ==, 0);
  g_assert_true (whence_live_is_pinned (live, 1));
  /* What was dropped on a pinned node gives way itself. */
  whence_live_release (live);
  settle (live);
  g_assert_cmpfloat (moved (&map, live, 1), ==, 0);
  g_assert_cmpuint (count_overlaps (&map, live), ==, 0);
  map_clear (&map);
}

static void
test_same_again (void)
{
  Map map = map_new (SIDE);
  g_autoptr (WhenceLive) a = whence_live_new (map.net, map.boxes, map.at, NULL);
  g_autoptr (WhenceLive) b = whence_live_new (map.net, map.boxes, map.at, NULL);

  for (guint step = 0; step < 30; step++)
    {
      whence_live_hold (a, 100 + step / 10, step * 9.0, step * 31 % 200);
      whence_live_hold (b, 100 + step / 10, step * 9.0, step * 31 % 200);
      whence_live_tick (a, 2);
      whence_live_tick (b, 1);
      whence_live_tick (b, 1);
    }
  g_assert_cmpmem (whence_live_get_positions (a), map.n * sizeof *map.at, whence_live_get_positions (b),
                   map.n * sizeof *map.at);
  map_clear (&map);
}

/* Nothing, one node, all in one place. */
static void
test_bounds (void)
{
  const WhenceRect boxes[] = { { -5, -5, 10, 10 }, { -5, -5, 10, 10 }, { -5, -5, 10, 10 } };
  const WhencePoint at[3] = { 0 };

  for (guint32 n = 0; n <= 3; n++)
    {
      g_autoptr (WhenceNet) net = whence_net_new (n, NULL, 0);
      g_autoptr (WhenceLive) live = whence_live_new (net, boxes, at, NULL);
      if (n > 0)
        whence_live_hold (live, n - 1, 3, 4);
      settle (live);
      whence_live_release (live);
      settle (live);
      for (guint32 i = 0; i < n; i++)
        g_assert_true (isfinite (whence_live_get_positions (live)[i].x));
    }
}

/* Every node is moved in every tick: the cost that a frame has at worst. Told, not judged. */
static void
test_cost (void)
{
  Map map = map_new (95);
  g_autoptr (WhenceLive) live = whence_live_new (map.net, map.boxes, map.at, NULL);
  clock_t start = clock ();
  const guint n_ticks = 20;

  for (guint tick = 0; tick < n_ticks; tick++)
    {
      for (guint32 i = 0; i < map.n; i += 16)
        whence_live_hold (live, i, map.at[i].x + (tick + 1) * 7.0, map.at[i].y + tick % 5 * 9.0);
      whence_live_tick (live, 1);
    }
  g_test_message ("%u nodes: %.2f ms of processor a tick", map.n,
                  1e3 * (double) (clock () - start) / CLOCKS_PER_SEC / n_ticks);
  map_clear (&map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/live/rest", test_rest);
  g_test_add_func ("/live/drag", test_drag);
  g_test_add_func ("/live/passing", test_passing);
  g_test_add_func ("/live/pinned", test_pinned);
  g_test_add_func ("/live/same-again", test_same_again);
  g_test_add_func ("/live/bounds", test_bounds);
  g_test_add_func ("/live/cost", test_cost);
  return g_test_run ();
}
