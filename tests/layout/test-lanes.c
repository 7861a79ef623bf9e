/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packing: a table of small cases, and for random spans that none meet in a row and, where marks
 * stand at the left, that no packing has fewer rows. */
#include "layout/lanes.h"

typedef struct
{
  const char *name;
  guint n;
  WhenceSpan spans[6];
  double gap;
  guint rows[6];
} Case;

static const Case cases[] = {
  { "one", 1, { { 0, 10 } }, 4, { 0 } },
  { "apart", 2, { { 0, 10 }, { 14, 20 } }, 4, { 0, 0 } },
  { "too near", 2, { { 0, 10 }, { 13, 20 } }, 4, { 0, 1 } },
  { "equal ones keep their order", 3, { { 0, 10 }, { 0, 10 }, { 0, 10 } }, 4, { 0, 1, 2 } },
  { "any order of input", 3, { { 30, 40 }, { 0, 10 }, { 15, 25 } }, 4, { 0, 0, 0 } },
  { "the first free row", 4, { { 0, 100 }, { 0, 10 }, { 0, 50 }, { 20, 30 } }, 4, { 0, 1, 2, 1 } },
  { "a long one first", 4, { { 0, 100 }, { 10, 20 }, { 30, 40 }, { 110, 120 } }, 4, { 0, 1, 1, 0 } },
  { "labels before marks keep the order of the marks",
    3,
    { { 50, 110, 100 }, { 1, 110, 100 }, { 20, 110, 100 } },
    4,
    { 0, 1, 2 } },
  { "an early mark before a long label",
    3,
    { { 0, 30 }, { 10, 110, 100 }, { 40, 112, 101 } },
    4,
    { 0, 1, 0 } },
  { "negative", 2, { { -1e9, -5 }, { 0, 1 } }, 4, { 0, 0 } },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  guint rows[6];
  WhenceSpan spans[6];
  for (guint i = 0; i < c->n; i++)
    {
      spans[i] = c->spans[i];
      spans[i].at = spans[i].at != 0 ? spans[i].at : spans[i].x0;
    }
  whence_lanes_pack (spans, c->n, c->gap, rows);
  for (guint i = 0; i < c->n; i++)
    g_assert_cmpuint (rows[i], ==, c->rows[i]);
}

/* The most spans (grown by the gap) over one point: no packing has fewer rows. */
static guint
deepest (const WhenceSpan *spans, guint n, double gap)
{
  guint deepest = 0;
  for (guint i = 0; i < n; i++)
    {
      guint depth = 0;
      for (guint k = 0; k < n; k++)
        depth += spans[k].x0 <= spans[i].x0 && spans[i].x0 < spans[k].x1 + gap;
      deepest = MAX (deepest, depth);
    }
  return deepest;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 120);
      g_autofree WhenceSpan *spans = g_new (WhenceSpan, n);
      g_autofree guint *rows = g_new (guint, n);
      for (guint i = 0; i < n; i++)
        {
          spans[i].x0 = g_rand_int_range (random, 0, 800);
          spans[i].x1 = spans[i].x0 + g_rand_int_range (random, 1, 300);
          spans[i].at = round % 2 == 0 ? spans[i].x0 : g_rand_double_range (random, spans[i].x0, spans[i].x1);
        }
      guint n_rows = whence_lanes_pack (spans, n, 5, rows);
      for (guint i = 0; i < n; i++)
        for (guint k = 0; k < i; k++)
          if (rows[i] == rows[k])
            g_assert_true (spans[i].x0 >= spans[k].x1 + 5 || spans[k].x0 >= spans[i].x1 + 5);
      if (round % 2 == 0)
        g_assert_cmpuint (n_rows, ==, deepest (spans, n, 5));
    }
}

/* A hundred thousand at one place, and in a chain: a quadratic packing would not come back. */
static void
test_many (void)
{
  const guint n = 100000;
  g_autofree WhenceSpan *spans = g_new (WhenceSpan, n);
  g_autofree guint *rows = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    spans[i] = (WhenceSpan){ 0, 10, 0 };
  g_assert_cmpuint (whence_lanes_pack (spans, n, 1, rows), ==, n);
  for (guint i = 0; i < n; i++)
    spans[i] = (WhenceSpan){ 12.0 * i, 12.0 * i + 10, 12.0 * i };
  g_assert_cmpuint (whence_lanes_pack (spans, n, 1, rows), ==, 1);
  g_assert_cmpuint (whence_lanes_pack (spans, 0, 1, rows), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lanes/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/lanes/random", test_random);
  g_test_add_func ("/lanes/many", test_many);
  return g_test_run ();
}
