/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of a graph that is laid out: where places say something, of those that were known alone, so that
 * nobody stands where a later source puts them. A graph of its own, numbered anew. O(nodes + ties). */
#include "layout/arrangement-private.h"

gboolean
whence_layout_tells (WhenceLayoutKind layout)
{
  return layout == WHENCE_LAYOUT_CONCENTRIC || layout == WHENCE_LAYOUT_LAYERED
         || layout == WHENCE_LAYOUT_COMMAND || layout == WHENCE_LAYOUT_CHRONOLOGICAL;
}

static WhenceNet *
net_of_known (const WhenceGraph *graph, const WhenceKnownBy *known_by, const WhencePart *part)
{
  g_autofree WhencePair *pairs = g_new (WhencePair, MAX (1, graph->n_ties));
  guint32 n = 0;

  for (guint32 i = 0; i < graph->n_ties; i++)
    if (whence_known_by_get_fact (known_by, graph->ties[i].fact) != WHENCE_ACTIVITY_NOT)
      pairs[n++] = (WhencePair){ part->place[graph->ties[i].from], part->place[graph->ties[i].to] };
  return whence_net_new (part->n, pairs, n);
}

WhencePart *
whence_part_new (const WhenceGraph *graph, const WhenceKnownBy *known_by, const WhenceRect *boxes)
{
  WhencePart *part = g_new0 (WhencePart, 1);

  part->node = g_new (guint32, MAX (1, graph->n_nodes));
  part->place = g_new (guint32, MAX (1, graph->n_nodes));
  part->boxes = g_new (WhenceRect, MAX (1, graph->n_nodes));
  for (guint32 i = 0; i < graph->n_nodes; i++)
    {
      part->place[i] = WHENCE_NONE;
      if (!whence_graph_knows_node (graph, known_by, i))
        continue;
      part->place[i] = part->n;
      part->boxes[part->n] = boxes[i];
      part->node[part->n++] = i;
    }
  part->net = net_of_known (graph, known_by, part);
  return part;
}

void
whence_part_free (WhencePart *part)
{
  g_free (part->node);
  g_free (part->place);
  g_free (part->boxes);
  whence_net_free (part->net);
  g_free (part);
}
