/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ties of a dense scene that are not lit, on a target where nobody asks which line is whose: all lines at
 * once, then what few words and nodes of facts there are. O(edges), by two threads. */
#include "layout/in-parts.h"
#include "paint/graph-painter-private.h"

typedef struct
{
  const WhenceGraphInk *ink;
  WhenceHairline *lines; /* of each edge */
} Hairlines;

static gboolean
is_hairline (const WhenceGraphInk *ink, const WhenceGraphEdge *edge)
{
  return edge->n_on_line > 0 && edge->gap1 <= edge->gap0 && whence_graph_meets_view (ink, edge->bounds)
         && whence_graph_lit_fact (ink, edge->fact) == 0;
}

static void
list_part (guint32 first, guint32 end, guint part, gpointer data)
{
  const Hairlines *all = data;

  for (guint32 i = first; i < end; i++)
    {
      const WhenceGraphEdge *edge = &all->ink->scene->edges[i];
      all->lines[i].curve = NULL;
      if (is_hairline (all->ink, edge))
        all->lines[i] = whence_graph_hairline_of (all->ink, edge);
    }
}

/* Lines that stop before words, and the nodes of facts. */
static void
draw_rest (const WhenceGraphInk *ink, const WhenceHairline *lines)
{
  const WhenceGraphScene *scene = ink->scene;

  for (guint32 i = 0; i < scene->n_edges; i++)
    if (lines[i].curve == NULL && scene->edges[i].labelled
        && whence_graph_lit_fact (ink, scene->edges[i].fact) == 0)
      whence_graph_paint_tie (ink, &scene->edges[i], 0);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].fact != WHENCE_NONE
        && whence_graph_meets_view (ink, (WhenceRect){ scene->nodes[i].at.x, scene->nodes[i].at.y, 0, 0 })
        && whence_graph_lit_fact (ink, scene->nodes[i].fact) == 0)
      whence_graph_paint_fact_node (ink, &scene->nodes[i], 0);
}

void
whence_graph_paint_hairlines (const WhenceGraphInk *ink)
{
  g_autofree WhenceHairline *lines = g_new (WhenceHairline, MAX (1, ink->scene->n_edges));

  whence_in_parts (ink->scene->n_edges, WHENCE_GRAPH_LEAST_PART, list_part, &(Hairlines){ ink, lines });
  whence_pen_hairlines (ink->pen, lines, ink->scene->n_edges);
  draw_rest (ink, lines);
}
