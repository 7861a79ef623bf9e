/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of a task: together they are all of it, each once, in order, and the same ones every time. */
#include "layout/in-parts.h"

typedef struct
{
  guint32 n;
  guint8 *seen;
  guint32 first[WHENCE_MOST_PARTS], end[WHENCE_MOST_PARTS];
} Task;

static void
on_part (guint32 first, guint32 end, guint part, gpointer data)
{
  Task *task = data;

  task->first[part] = first;
  task->end[part] = end;
  for (guint32 i = first; i < end; i++)
    task->seen[i]++;
}

static void
test_parts (void)
{
  static const struct
  {
    guint32 n, least;
    guint n_parts;
  } rows[] = { { 0, 10, 1 },    { 9, 10, 1 },    { 19, 10, 1 },        { 20, 10, 2 }, { 99, 10, 9 },
               { 1000, 0, 16 }, { 1000, 1, 16 }, { 300000, 4000, 16 }, { 7, 1, 7 } };

  for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
    {
      Task task = { rows[k].n, g_new0 (guint8, rows[k].n + 1), { 0 }, { 0 } };
      guint n_parts = whence_in_parts (rows[k].n, rows[k].least, on_part, &task);

      g_assert_cmpuint (n_parts, ==, rows[k].n_parts);
      g_assert_cmpuint (task.first[0], ==, 0);
      for (guint i = 1; i < n_parts; i++)
        g_assert_cmpuint (task.first[i], ==, task.end[i - 1]);
      g_assert_cmpuint (task.end[n_parts - 1], ==, rows[k].n);
      for (guint32 i = 0; i < rows[k].n; i++)
        g_assert_cmpuint (task.seen[i], ==, 1);
      g_free (task.seen);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/in-parts/all", test_parts);
  return g_test_run ();
}
