/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a hand took things from: the picture below shows them still, so their place is covered with the
 * colour of the ground. What crossed a line that is gone has a narrow gap there until the picture is made
 * anew. O(nodes + edges that are carried). */
#include "layout/graph-scene-private.h"
#include "paint/graph-painter.h"

#define BORDER 3.0 /* px around a mark: outlines and rings */

static void
cover_words (WhencePath *path, const WhenceTextBlock *words, WhencePoint at)
{
  whence_path_rect (path, (WhenceRect){ at.x - 2, at.y - 1, words->width + 4, words->height + 2 });
}

/* The ring around a sign is drawn half beyond its box. */
static void
cover_sign (WhencePath *path, WhenceRect box)
{
  whence_path_rect (
    path, (WhenceRect){ box.x - BORDER, box.y - BORDER, box.width + 2 * BORDER, box.height + 2 * BORDER });
}

static void
cover_edge (const WhenceGraphEdge *edge, const WhenceFill *ground, WhencePath *path, WhencePen *pen)
{
  double head = edge->arrow ? WHENCE_GRAPH_ARROW_LENGTH (edge->width) + 1 : 0;

  whence_path_clear (path);
  whence_path_curve (path, edge->curve);
  whence_pen_stroke (pen, path, &(WhenceStroke){ .fill = *ground, .width = edge->width + 2 });
  if (head == 0)
    return;
  whence_path_clear (path);
  whence_path_move_to (path, edge->tip.x - edge->heading.x * head, edge->tip.y - edge->heading.y * head);
  whence_path_line_to (path, edge->tip.x + edge->heading.x, edge->tip.y + edge->heading.y);
  whence_pen_stroke (pen, path, &(WhenceStroke){ .fill = *ground, .width = head + edge->width });
}

void
whence_graph_paint_left (const WhenceGraphPaint *paint, WhencePen *pen)
{
  const WhenceGraphScene *left = paint->scene->left;
  WhenceFill ground = WHENCE_SOLID (paint->style->ground);
  g_autoptr (WhencePath) path = whence_path_new ();

  if (left == NULL)
    return;
  for (guint32 i = 0; i < left->n_edges; i++)
    if (left->edges[i].n_on_line > 0)
      cover_edge (&left->edges[i], &ground, path, pen);
  whence_path_clear (path);
  for (guint32 i = 0; i < left->n_edges; i++)
    {
      const WhenceGraphEdge *edge = &left->edges[i];
      if (edge->labelled)
        cover_words (path, &edge->label, edge->label_at);
      if (edge->glyphed)
        cover_sign (path, whence_graph_edge_glyph_box (edge));
      if (whence_graph_edge_has_sign (left, edge))
        cover_sign (path, whence_graph_edge_sign_box (left, edge));
    }
  for (guint32 i = 0; i < left->n_nodes; i++)
    {
      const WhenceGraphNode *node = &left->nodes[i];
      whence_path_circle (path, node->at.x, node->at.y, node->radius + BORDER);
      if (whence_graph_node_has_sign (node))
        cover_sign (path, whence_graph_node_sign_box (node));
      if (node->labelled)
        cover_words (path, &node->label, node->label_at);
    }
  whence_pen_fill (pen, path, &ground);
}
