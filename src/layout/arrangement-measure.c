/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The room that nodes need, and how far apart those of a tie want to be. O(nodes + ties). */
#include "layout/arrangement-private.h"
#include "layout/graph-node.h"

#define PARALLEL_MARGIN 8.0  /* px */
#define PARALLEL_LENGTH 0.08 /* of an edge */
#define AMOUNT_LENGTH 0.4

WhenceRect *
whence_arrangement_measure_boxes (const WhenceGraph *graph, const WhenceBundle *told, const guint32 *degree,
                                  const WhenceMeasure *measure)
{
  WhenceRect *boxes = g_new (WhenceRect, MAX (1, graph->n_nodes));

  for (guint32 i = 0; i < graph->n_nodes; i++)
    {
      double radius = whence_graph_node_radius (graph, degree, NULL, i);
      WhenceTextBlock label = { 0 };
      if (graph->n_nodes <= WHENCE_GRAPH_MOST_LABELLED)
        whence_graph_node_label (graph, told, degree, i, measure, &label);
      boxes[i] = whence_graph_node_box (radius, &label);
      whence_text_block_clear (&label);
    }
  return boxes;
}

WhenceOrganicEdge *
whence_arrangement_measure_edges (const WhenceGraph *graph)
{
  const WhenceNet *net = graph->net;
  WhenceOrganicEdge *edges = g_new0 (WhenceOrganicEdge, MAX (1, net->first[net->n]));

  for (guint32 e = 0; e < net->first[net->n]; e++)
    edges[e].length = 1;
  for (guint32 t = 0; t < graph->n_ties; t++)
    {
      WhenceFact fact;
      const guint32 ends[] = { graph->ties[t].from, graph->ties[t].to };
      whence_bundle_get_fact (graph->bundle, graph->ties[t].fact, &fact);
      for (guint i = 0; i < 2; i++)
        for (guint32 e = net->first[ends[i]]; e < net->first[ends[i] + 1]; e++)
          if (net->target[e] == ends[1 - i])
            {
              edges[e].margin += PARALLEL_MARGIN;
              edges[e].length += fact.has_amount && !graph->ties[t].spoke ? AMOUNT_LENGTH : PARALLEL_LENGTH;
            }
    }
  for (guint32 e = 0; e < net->first[net->n]; e++)
    {
      edges[e].length = MIN (edges[e].length - PARALLEL_LENGTH, 1.7);
      edges[e].margin = CLAMP (edges[e].margin - PARALLEL_MARGIN, 0, 34);
    }
  return edges;
}
