/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scores a layout, whoever made it: score GRAPH LAYOUT reads lines "u v" and "id x y" and prints one JSON
 * object. Turning, moving and scaling a layout changes none of its scores. Large graphs are sampled with a
 * fixed seed; a sample costs O(n + edges). */
#include <glib.h>
#include <math.h>
#include <stdio.h>

#include "layout/quickselect.h"

#define EXACT_NODES 6000 /* up to these, all nodes count */
#define SAMPLED_NODES 400
#define EXACT_EDGES 20000
#define SAMPLED_EDGES 1500
#define RADIUS 0.1 /* of a node, in mean edge lengths, for the overlaps */

typedef struct
{
  GHashTable *index;
  GArray *pairs; /* guint64, the lower end first */
  guint n;
  double *x, *y;
  guint *first, *neighbour;
} Drawing;

static guint
index_of (Drawing *drawing, const char *id)
{
  gpointer value;

  if (g_hash_table_lookup_extended (drawing->index, id, NULL, &value))
    return GPOINTER_TO_UINT (value);
  g_hash_table_insert (drawing->index, g_strdup (id), GUINT_TO_POINTER (drawing->n));
  return drawing->n++;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return (x > y) - (x < y);
}

static char **
read_lines (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  return g_strsplit (text, "\n", -1);
}

static void
read_graph (Drawing *drawing, const char *path)
{
  g_auto (GStrv) lines = read_lines (path);

  for (guint l = 0; lines[l] != NULL; l++)
    {
      char from[256], to[256];
      guint64 a, b, pair;
      if (sscanf (lines[l], "%255s %255s", from, to) != 2 || from[0] == '#')
        continue;
      a = index_of (drawing, from);
      b = index_of (drawing, to);
      pair = MIN (a, b) << 32 | MAX (a, b);
      if (a != b)
        g_array_append_val (drawing->pairs, pair);
    }
  g_array_sort (drawing->pairs, compare_pairs);
  for (guint i = drawing->pairs->len; i-- > 1;)
    if (g_array_index (drawing->pairs, guint64, i) == g_array_index (drawing->pairs, guint64, i - 1))
      g_array_index (drawing->pairs, guint64, i) = G_MAXUINT64;
  g_array_sort (drawing->pairs, compare_pairs);
  while (drawing->pairs->len > 0
         && g_array_index (drawing->pairs, guint64, drawing->pairs->len - 1) == G_MAXUINT64)
    g_array_set_size (drawing->pairs, drawing->pairs->len - 1);
}

static void
read_layout (Drawing *drawing, const char *path)
{
  g_auto (GStrv) lines = read_lines (path);
  guint n_lines = g_strv_length (lines);

  drawing->x = g_new (double, drawing->n + n_lines);
  drawing->y = g_new (double, drawing->n + n_lines);
  for (guint i = 0; i < drawing->n + n_lines; i++)
    drawing->x[i] = NAN;
  for (guint l = 0; l < n_lines; l++)
    {
      char id[256];
      double x, y;
      if (sscanf (lines[l], "%255s %lf %lf", id, &x, &y) == 3)
        {
          guint node = index_of (drawing, id);
          drawing->x[node] = x;
          drawing->y[node] = y;
        }
    }
  for (guint i = 0; i < drawing->n; i++)
    if (!isfinite (drawing->x[i]) || !isfinite (drawing->y[i]))
      g_error ("%s: a node has no finite position", path);
}

static guint
from_of (const Drawing *drawing, guint edge)
{
  return (guint) (g_array_index (drawing->pairs, guint64, edge) >> 32);
}

static guint
to_of (const Drawing *drawing, guint edge)
{
  return (guint) g_array_index (drawing->pairs, guint64, edge);
}

static void
link_neighbours (Drawing *drawing)
{
  g_autofree guint *fill = NULL;

  drawing->first = g_new0 (guint, drawing->n + 1);
  drawing->neighbour = g_new (guint, 2 * drawing->pairs->len + 1);
  for (guint e = 0; e < drawing->pairs->len; e++)
    {
      drawing->first[from_of (drawing, e) + 1]++;
      drawing->first[to_of (drawing, e) + 1]++;
    }
  for (guint i = 0; i < drawing->n; i++)
    drawing->first[i + 1] += drawing->first[i];
  fill = g_memdup2 (drawing->first, (drawing->n + 1) * sizeof *fill);
  for (guint e = 0; e < drawing->pairs->len; e++)
    {
      drawing->neighbour[fill[from_of (drawing, e)]++] = to_of (drawing, e);
      drawing->neighbour[fill[to_of (drawing, e)]++] = from_of (drawing, e);
    }
}

static double
distance (const Drawing *drawing, guint a, guint b)
{
  return hypot (drawing->x[a] - drawing->x[b], drawing->y[a] - drawing->y[b]);
}

/* Some @wanted of the numbers below @n, or all. Transfer full. */
static GArray *
sample (guint n, guint wanted)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (all, i);
  for (guint i = 0; i < wanted && wanted < n; i++)
    {
      guint j = (guint) g_rand_int_range (random, (gint32) i, (gint32) n);
      guint swap = g_array_index (all, guint, i);
      g_array_index (all, guint, i) = g_array_index (all, guint, j);
      g_array_index (all, guint, j) = swap;
    }
  g_array_set_size (all, MIN (n, wanted));
  return all;
}

/* Mean of (s·length / hops - 1)² over pairs with a path between them, at the best s: with r = length / hops
 * it is 1 - (Σr)² / (N Σr²). */
static double
score_stress (const Drawing *drawing)
{
  g_autoptr (GArray) sources = sample (drawing->n, drawing->n <= EXACT_NODES ? drawing->n : SAMPLED_NODES);
  g_autofree guint *hops = g_new (guint, drawing->n), *queue = g_new (guint, drawing->n);
  double sum = 0, squares = 0, count = 0;

  for (guint s = 0; s < sources->len; s++)
    {
      guint source = g_array_index (sources, guint, s), head = 0, tail = 0;
      memset (hops, 0xff, drawing->n * sizeof *hops);
      hops[source] = 0;
      queue[tail++] = source;
      while (head < tail)
        {
          guint at = queue[head++];
          double r = at == source ? 0 : distance (drawing, source, at) / hops[at];
          sum += r;
          squares += r * r;
          count += at != source;
          for (guint e = drawing->first[at]; e < drawing->first[at + 1]; e++)
            if (hops[drawing->neighbour[e]] == G_MAXUINT)
              {
                hops[drawing->neighbour[e]] = hops[at] + 1;
                queue[tail++] = drawing->neighbour[e];
              }
        }
    }
  return squares > 0 ? 1 - sum * sum / (count * squares) : count > 0 ? 1 : 0;
}

/* How many of the neighbours of @node are among as many nearest nodes; of those that are equally far, each is
 * so in part. @lengths and @sorted are room for n. */
static double
nearest_hits (const Drawing *drawing, guint node, double *lengths, double *sorted)
{
  guint degree = drawing->first[node + 1] - drawing->first[node], n = 0, nearer = 0, equal = 0;
  double limit, hits = 0;

  for (guint i = 0; i < drawing->n; i++)
    if (i != node)
      lengths[n++] = distance (drawing, node, i);
  memcpy (sorted, lengths, n * sizeof *sorted);
  limit = whence_quickselect_double (sorted, n, degree - 1);
  for (guint i = 0; i < n; i++)
    {
      nearer += lengths[i] < limit;
      equal += lengths[i] == limit;
    }
  for (guint e = drawing->first[node]; e < drawing->first[node + 1]; e++)
    {
      double length = distance (drawing, node, drawing->neighbour[e]);
      hits += length < limit ? 1 : length > limit ? 0 : (double) (degree - nearer) / equal;
    }
  return hits;
}

/* np1: how well as many nearest nodes as a node has neighbours are its neighbours (Jaccard), in the mean. */
static double
score_neighbours (const Drawing *drawing)
{
  g_autoptr (GArray) nodes = sample (drawing->n, drawing->n <= EXACT_NODES ? drawing->n : SAMPLED_NODES);
  g_autofree double *lengths = g_new (double, drawing->n), *sorted = g_new (double, drawing->n);
  double sum = 0, hits;
  guint count = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      guint degree = drawing->first[node + 1] - drawing->first[node];
      if (degree == 0)
        continue;
      hits = nearest_hits (drawing, node, lengths, sorted);
      sum += hits / (2 * degree - hits);
      count++;
    }
  return count > 0 ? sum / count : 1;
}

static double
side_of (const Drawing *drawing, guint a, guint b, guint p)
{
  return (drawing->x[b] - drawing->x[a]) * (drawing->y[p] - drawing->y[a])
         - (drawing->y[b] - drawing->y[a]) * (drawing->x[p] - drawing->x[a]);
}

static gboolean
cross (const Drawing *drawing, guint e, guint f)
{
  guint a = from_of (drawing, e), b = to_of (drawing, e), c = from_of (drawing, f), d = to_of (drawing, f);

  if (a == c || a == d || b == c || b == d)
    return FALSE;
  return side_of (drawing, a, b, c) * side_of (drawing, a, b, d) < 0
         && side_of (drawing, c, d, a) * side_of (drawing, c, d, b) < 0;
}

static double
score_crossings (const Drawing *drawing)
{
  guint m = drawing->pairs->len;
  g_autoptr (GArray) edges = sample (m, m <= EXACT_EDGES ? m : SAMPLED_EDGES);
  double count = 0;

  for (guint e = 0; e < edges->len; e++)
    for (guint f = 0; f < m; f++)
      count += f != g_array_index (edges, guint, e) && cross (drawing, g_array_index (edges, guint, e), f);
  return edges->len > 0 ? count / 2 * m / edges->len : 0;
}

/* Part of the sampled nodes whose disc meets another. */
static double
score_overlaps (const Drawing *drawing)
{
  g_autoptr (GArray) nodes = sample (drawing->n, drawing->n <= EXACT_NODES ? drawing->n : SAMPLED_NODES);
  double mean = 0, count = 0;

  for (guint e = 0; e < drawing->pairs->len; e++)
    mean += distance (drawing, from_of (drawing, e), to_of (drawing, e)) / drawing->pairs->len;
  for (guint i = 0; i < nodes->len; i++)
    {
      gboolean meets = FALSE;
      for (guint j = 0; j < drawing->n && !meets; j++)
        meets = j != g_array_index (nodes, guint, i)
                && distance (drawing, g_array_index (nodes, guint, i), j) < 2 * RADIUS * mean;
      count += meets;
    }
  return nodes->len > 0 ? count / nodes->len : 0;
}

int
main (int argc, char **argv)
{
  Drawing drawing = { 0 };

  if (argc != 3)
    {
      g_printerr ("usage: score GRAPH LAYOUT\n");
      return 2;
    }
  drawing.index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  drawing.pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  read_graph (&drawing, argv[1]);
  read_layout (&drawing, argv[2]);
  link_neighbours (&drawing);
  g_print (
    "{\"nodes\": %u, \"edges\": %u, \"stress\": %.4f, \"np1\": %.4f, \"crossings\": %.0f, \"overlaps\": "
    "%.4f}\n",
    drawing.n, drawing.pairs->len, score_stress (&drawing), score_neighbours (&drawing),
    score_crossings (&drawing), score_overlaps (&drawing));
  g_hash_table_unref (drawing.index);
  g_array_unref (drawing.pairs);
  g_free (drawing.x);
  g_free (drawing.y);
  g_free (drawing.first);
  g_free (drawing.neighbour);
  return 0;
}
