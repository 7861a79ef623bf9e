/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain graph in compressed rows: built from pairs, walked breadth first. Linear in nodes and edges. */
#include "layout/net.h"

/* Rows are sorted by turning them over: whoever walks the sources in order finds the targets in order. */
static void
sort_rows (WhenceNet *net, guint32 *fill)
{
  guint32 *sorted = g_new (guint32, MAX (1, net->first[net->n]));

  for (guint32 i = 0; i < net->n; i++)
    fill[i] = net->first[i];
  for (guint32 i = 0; i < net->n; i++)
    for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
      sorted[fill[net->target[e]]++] = i;
  g_free (net->target);
  net->target = sorted;
}

static void
drop_doubles (WhenceNet *net)
{
  guint32 kept = 0;

  for (guint32 i = 0; i < net->n; i++)
    {
      guint32 start = net->first[i], end = net->first[i + 1];
      net->first[i] = kept;
      for (guint32 e = start; e < end; e++)
        if (e == start || net->target[e] != net->target[e - 1])
          net->target[kept++] = net->target[e];
    }
  net->first[net->n] = kept;
}

WhenceNet *
whence_net_new (guint32 n, const WhencePair *pairs, gsize n_pairs)
{
  WhenceNet *net = g_new0 (WhenceNet, 1);
  g_autofree guint32 *fill = g_new0 (guint32, (gsize) n + 1);

  net->n = n;
  net->first = g_new0 (guint32, (gsize) n + 1);
  for (gsize p = 0; p < n_pairs; p++)
    if (pairs[p].from != pairs[p].to)
      {
        fill[pairs[p].from]++;
        fill[pairs[p].to]++;
      }
  for (guint32 i = 0; i < n; i++)
    net->first[i + 1] = net->first[i] + fill[i];
  net->target = g_new (guint32, MAX (1, net->first[n]));
  for (guint32 i = 0; i < n; i++)
    fill[i] = net->first[i];
  for (gsize p = 0; p < n_pairs; p++)
    if (pairs[p].from != pairs[p].to)
      {
        net->target[fill[pairs[p].from]++] = pairs[p].to;
        net->target[fill[pairs[p].to]++] = pairs[p].from;
      }
  sort_rows (net, fill);
  drop_doubles (net);
  return net;
}

WhenceNet *
whence_net_new_from_rows (guint32 n, guint32 *first, guint32 *target)
{
  WhenceNet *net = g_new (WhenceNet, 1);

  *net = (WhenceNet){ n, first, target };
  return net;
}

WhenceNet *
whence_net_copy (const WhenceNet *net)
{
  WhenceNet *copy = g_new0 (WhenceNet, 1);

  copy->n = net->n;
  copy->first = g_memdup2 (net->first, ((gsize) net->n + 1) * sizeof *net->first);
  copy->target = g_memdup2 (net->target, MAX (1, net->first[net->n]) * sizeof *net->target);
  return copy;
}

void
whence_net_free (WhenceNet *net)
{
  if (net == NULL)
    return;
  g_free (net->first);
  g_free (net->target);
  g_free (net);
}

guint32
whence_net_distances (const WhenceNet *net, guint32 source, guint32 *distance, guint32 *queue)
{
  guint32 head = 0, tail = 0;

  for (guint32 i = 0; i < net->n; i++)
    distance[i] = G_MAXUINT32;
  distance[source] = 0;
  queue[tail++] = source;
  while (head < tail)
    {
      guint32 at = queue[head++];
      for (guint32 e = net->first[at]; e < net->first[at + 1]; e++)
        if (distance[net->target[e]] == G_MAXUINT32)
          {
            distance[net->target[e]] = distance[at] + 1;
            queue[tail++] = net->target[e];
          }
    }
  return tail;
}

guint32
whence_net_components (const WhenceNet *net, guint32 *component)
{
  g_autofree guint32 *stack = g_new (guint32, MAX (1, net->n));
  guint32 n_components = 0;

  for (guint32 i = 0; i < net->n; i++)
    component[i] = G_MAXUINT32;
  for (guint32 i = 0; i < net->n; i++)
    {
      guint32 depth = 0;
      if (component[i] != G_MAXUINT32)
        continue;
      component[i] = n_components;
      stack[depth++] = i;
      while (depth > 0)
        {
          guint32 at = stack[--depth];
          for (guint32 e = net->first[at]; e < net->first[at + 1]; e++)
            if (component[net->target[e]] == G_MAXUINT32)
              {
                component[net->target[e]] = n_components;
                stack[depth++] = net->target[e];
              }
        }
      n_components++;
    }
  return n_components;
}
