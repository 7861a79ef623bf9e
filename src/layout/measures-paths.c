/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Betweenness: one search from each source, then its dependencies summed from the far end back (Brandes
 * 2001). Distances are whole numbers of half steps, so that three buckets serve as the queue. */
#include "layout/measures-net.h"
#include "layout/organic-steps.h"

typedef struct
{
  const WhenceNet *net;
  guint32 n_ends;
  guint32 *distance; /* half steps */
  double *n_paths;   /* shortest ones from the source */
  double *dependency;
  guint32 *order; /* as they were settled */
  guint32 n_settled;
  GArray *bucket[3]; /* by distance modulo 3 */
} Search;

static void
search_init (Search *search, const WhenceNet *net, guint32 n_ends)
{
  gsize n = MAX (1, net->n);

  *search = (Search){ .net = net, .n_ends = n_ends };
  search->distance = g_new (guint32, n);
  memset (search->distance, 0xff, n * sizeof *search->distance);
  search->n_paths = g_new (double, n);
  search->dependency = g_new (double, n);
  search->order = g_new (guint32, n);
  for (guint i = 0; i < 3; i++)
    search->bucket[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
search_clear (Search *search)
{
  g_free (search->distance);
  g_free (search->n_paths);
  g_free (search->dependency);
  g_free (search->order);
  for (guint i = 0; i < 3; i++)
    g_array_unref (search->bucket[i]);
}

static guint32
length_of (const Search *search, guint32 a, guint32 b)
{
  return a < search->n_ends && b < search->n_ends ? 2 : 1;
}

static void
reach (Search *search, guint32 node, guint32 distance, double n_paths)
{
  if (distance < search->distance[node])
    {
      search->distance[node] = distance;
      search->n_paths[node] = 0;
      search->dependency[node] = 0;
      g_array_append_val (search->bucket[distance % 3], node);
    }
  if (distance == search->distance[node])
    search->n_paths[node] += n_paths;
}

/* Who is reached by a shorter way later is still in the bucket of the longer one, and passed over there. */
static void
settle (Search *search, guint32 distance)
{
  const WhenceNet *net = search->net;
  GArray *bucket = search->bucket[distance % 3];

  for (guint k = 0; k < bucket->len; k++)
    {
      guint32 node = g_array_index (bucket, guint32, k);
      if (search->distance[node] != distance)
        continue;
      search->order[search->n_settled++] = node;
      for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
        reach (search, net->target[e], distance + length_of (search, node, net->target[e]),
               search->n_paths[node]);
    }
  g_array_set_size (bucket, 0);
}

static void
spread (Search *search, guint32 source)
{
  search->n_settled = 0;
  reach (search, source, 0, 1);
  for (guint32 d = 0; search->bucket[0]->len + search->bucket[1]->len + search->bucket[2]->len > 0; d++)
    settle (search, d);
}

/* From the farthest back; leaves the distances as it found them before the search. */
static void
gather (Search *search, guint32 source, double *sums)
{
  const WhenceNet *net = search->net;

  for (guint32 k = search->n_settled; k-- > 0;)
    {
      guint32 node = search->order[k];
      double owed = (node < search->n_ends ? 1 : 0) + search->dependency[node];
      for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
        {
          guint32 other = net->target[e];
          if (search->distance[other] + length_of (search, node, other) == search->distance[node])
            search->dependency[other] += search->n_paths[other] / search->n_paths[node] * owed;
        }
      if (node != source && node < search->n_ends)
        sums[node] += search->dependency[node];
    }
  for (guint32 k = 0; k < search->n_settled; k++)
    search->distance[search->order[k]] = G_MAXUINT32;
}

/* The first @n_sources of a shuffle. */
static guint32 *
choose_sources (guint32 n, guint32 n_sources, guint32 seed)
{
  guint32 *sources = g_new (guint32, MAX (1, n));
  WhenceRandom random;

  for (guint32 i = 0; i < n; i++)
    sources[i] = i;
  whence_random_init (&random, seed);
  for (guint32 i = 0; i < n_sources && n_sources < n; i++)
    {
      guint32 j = i + whence_random_next (&random) % (n - i), taken = sources[j];
      sources[j] = sources[i];
      sources[i] = taken;
    }
  return sources;
}

gboolean
whence_measure_betweenness (const WhenceNet *net, guint32 n_ends, guint32 n_sources, guint32 seed,
                            double *betweenness, GCancellable *cancellable)
{
  guint32 n = MIN (n_ends, net->n), k = MIN (n_sources, n);
  g_autofree guint32 *sources = choose_sources (n, k, seed);
  double scale = n > 2 && k > 0 ? (double) n / k / ((double) (n - 1) * (n - 2)) : 0;
  gboolean done = TRUE;
  Search search;

  for (guint32 i = 0; i < n; i++)
    betweenness[i] = 0;
  search_init (&search, net, n);
  for (guint32 s = 0; s < k && done; s++)
    {
      spread (&search, sources[s]);
      gather (&search, sources[s], betweenness);
      done = !g_cancellable_is_cancelled (cancellable);
    }
  search_clear (&search);
  for (guint32 i = 0; i < n; i++)
    betweenness[i] *= scale;
  return done;
}
