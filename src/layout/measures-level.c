/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graphs that a search for communities works on, level by level, and what it measures and numbers them
 * by. Linear in nodes and edges. */
#include "layout/measures-level.h"

#include "model/invert.h"

#include "layout/measures-net.h"

void
whence_level_free (WhenceLevel *level)
{
  g_free (level->first);
  g_free (level->target);
  g_free (level->weight);
  g_free (level->strength);
  g_free (level);
}

WhenceLevel *
whence_level_new (const WhenceNet *net)
{
  WhenceLevel *level = g_new0 (WhenceLevel, 1);
  guint32 n_ends = net->first[net->n];

  level->n = net->n;
  level->first = g_memdup2 (net->first, ((gsize) net->n + 1) * sizeof *net->first);
  level->target = g_memdup2 (net->target, MAX (1, n_ends) * sizeof *net->target);
  level->weight = g_new (double, MAX (1, n_ends));
  level->strength = g_new (double, MAX (1, net->n));
  for (guint32 e = 0; e < n_ends; e++)
    level->weight[e] = 1;
  for (guint32 i = 0; i < net->n; i++)
    level->strength[i] = whence_net_degree (net, i);
  level->total = n_ends;
  return level;
}

static guint
count_parts (gconstpointer part, guint32 node)
{
  return 1;
}

static guint32
part_of (gconstpointer part, guint32 node, guint n)
{
  return ((const guint32 *) part)[node];
}

WhenceLevel *
whence_level_fold (const WhenceLevel *fine, const guint32 *part, guint32 n_parts)
{
  WhenceInverse nodes = whence_invert (part, fine->n, n_parts, count_parts, part_of);
  g_autofree double *into = g_new0 (double, MAX (1, n_parts));
  g_autofree guint32 *near = g_new (guint32, MAX (1, n_parts));
  guint32 n_ends = 0;
  WhenceLevel *level = g_new0 (WhenceLevel, 1);

  level->n = n_parts;
  level->total = fine->total;
  level->first = g_new0 (guint32, (gsize) n_parts + 1);
  level->target = g_new (guint32, MAX (1, fine->first[fine->n]));
  level->weight = g_new (double, MAX (1, fine->first[fine->n]));
  level->strength = g_new0 (double, MAX (1, n_parts));
  for (guint32 p = 0; p < n_parts; p++)
    {
      guint32 n_near = 0;
      guint n_nodes;
      const guint32 *node = whence_inverse_get (&nodes, p, &n_nodes);
      for (guint k = 0; k < n_nodes; k++)
        {
          level->strength[p] += fine->strength[node[k]];
          for (guint32 e = fine->first[node[k]]; e < fine->first[node[k] + 1]; e++)
            {
              guint32 other = part[fine->target[e]];
              if (into[other] == 0)
                near[n_near++] = other;
              into[other] += fine->weight[e];
            }
        }
      for (guint32 c = 0; c < n_near; c++)
        {
          level->target[n_ends] = near[c];
          level->weight[n_ends++] = into[near[c]];
          into[near[c]] = 0;
        }
      level->first[p + 1] = n_ends;
    }
  whence_inverse_clear (&nodes);
  return level;
}

/* --- Measuring and numbering --------------------------------------------------------------------- */

double
whence_measure_modularity (const WhenceNet *net, const guint32 *community)
{
  g_autofree double *ends = g_new0 (double, MAX (1, net->n));
  double total = net->first[net->n], within = 0, chance = 0;

  for (guint32 i = 0; i < net->n; i++)
    {
      ends[community[i]] += whence_net_degree (net, i);
      for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
        within += community[net->target[e]] == community[i];
    }
  for (guint32 i = 0; i < net->n && total > 0; i++)
    chance += ends[i] / total * (ends[i] / total);
  return total > 0 ? within / total - chance : 0;
}

typedef struct
{
  guint32 count, first, class;
} Counted;

static int
compare_counted (gconstpointer a, gconstpointer b)
{
  const Counted *x = a, *y = b;
  return x->count > y->count ? -1 : x->count < y->count ? 1 : x->first < y->first ? -1 : x->first > y->first;
}

guint32
whence_measure_number_by_size (guint32 n, guint32 *class_of)
{
  guint32 n_numbers = 1, n_classes = 0;

  for (guint32 i = 0; i < n; i++)
    n_numbers = MAX (n_numbers, class_of[i] + 1);

  g_autofree Counted *counted = g_new (Counted, n_numbers);
  g_autofree guint32 *number_of = g_new (guint32, n_numbers);

  for (guint32 c = 0; c < n_numbers; c++)
    counted[c] = (Counted){ 0, G_MAXUINT32, c };
  for (guint32 i = 0; i < n; i++)
    {
      counted[class_of[i]].count++;
      counted[class_of[i]].first = MIN (counted[class_of[i]].first, i);
    }
  qsort (counted, n_numbers, sizeof *counted, compare_counted);
  for (guint32 c = 0; c < n_numbers; c++)
    {
      number_of[counted[c].class] = c;
      n_classes += counted[c].count > 0;
    }
  for (guint32 i = 0; i < n; i++)
    class_of[i] = number_of[class_of[i]];
  return n_classes;
}
