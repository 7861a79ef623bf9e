/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has no room in the picture, said when somebody asks: the whole name of a node, all words of a tie,
 * over everything else, for what is pointed at, has the keyboard, or is among a few that are selected.
 * O(nodes + edges) where anything is lit. */
#include "paint/graph-painter-private.h"

#include "paint/pen-backs.h"

#define MAX_WIDTH 240.0
#define MAX_LINES 6
#define PADDING 4.0
#define FAR_FROM_EDGE 4.0 /* px of the picture */
#define MOST 12           /* selected marks that are spelled out */

/* Moves the box, without turning it over its mark, to where all of it can be seen. */
static WhenceRect
keep_inside (const WhenceGraphInk *ink, WhenceRect box)
{
  double right = ink->paint->width - FAR_FROM_EDGE - box.width;
  double bottom = ink->paint->height - FAR_FROM_EDGE - box.height;

  box.x = MAX (FAR_FROM_EDGE, MIN (box.x, right));
  box.y = MAX (FAR_FROM_EDGE, MIN (box.y, bottom));
  return box;
}

static void
draw_card (const WhenceGraphInk *ink, const WhenceTextBlock *label, WhenceRect box, gboolean struck)
{
  WhenceFill fill = WHENCE_SOLID (whence_color_with_alpha (ink->style->ground, 0.95));
  WhenceStroke edge = { .fill = WHENCE_SOLID (ink->style->grid_strong), .width = ink->style->hairline };
  WhenceColor none = { 0 };

  whence_path_clear (ink->path);
  whence_path_rounded (ink->path, box, 4);
  whence_pen_fill (ink->pen, ink->path, &fill);
  whence_pen_stroke (ink->pen, ink->path, &edge);
  (struck ? whence_pen_struck_block : whence_pen_text_block) (
    ink->pen, label, box.x + box.width / 2, box.y + PADDING, WHENCE_ALIGN_MIDDLE, ink->style->text, none);
}

static WhenceRect
card_about (const WhenceTextBlock *label, double x, double top)
{
  double width = label->width + 2 * PADDING;

  return (WhenceRect){ x - width / 2, top, width, label->height + 2 * PADDING };
}

static void
spell_node (const WhenceGraphInk *ink, const WhenceGraphNode *node)
{
  double gap = node->radius + WHENCE_GRAPH_LABEL_GAP + 2;
  WhenceTextBlock label;
  WhenceRect card;

  if (node->labelled && !node->label.shortened)
    return;
  whence_graph_node_label_whole (ink->scene->graph, whence_scope_get_bundle (ink->scene->scope), node->node,
                                 MAX_WIDTH, MAX_LINES, &whence_measure_pango, &label);
  card = card_about (&label, node->at.x, node->at.y + gap);
  if (whence_rect_bottom (card) > ink->paint->height - FAR_FROM_EDGE)
    card.y = node->at.y - gap - card.height;
  draw_card (ink, &label, keep_inside (ink, card), FALSE);
  whence_text_block_clear (&label);
}

/* The longest wording; where the line says nothing, what the fact is. */
static void
word_edge (const WhenceGraphInk *ink, const WhenceGraphEdge *edge, WhenceTextBlock *label)
{
  g_autoptr (GPtrArray) wordings = whence_graph_edge_wordings (ink->scene, edge);
  g_autofree char *title =
    whence_bundle_describe_fact (whence_scope_get_bundle (ink->scene->scope), edge->fact);

  whence_text_block_init (label, wordings->len > 0 ? g_ptr_array_index (wordings, 0) : title,
                          WHENCE_FONT_SMALL, MAX_WIDTH, MAX_LINES, &whence_measure_pango);
}

static void
spell_edge (const WhenceGraphInk *ink, const WhenceGraphEdge *edge)
{
  WhencePoint middle = whence_curve_point (edge->curve, 0.5);
  WhenceTextBlock label;
  WhenceRect card;

  if (edge->labelled || edge->spoke)
    return;
  word_edge (ink, edge, &label);
  card = card_about (&label, middle.x, middle.y);
  card.y -= card.height / 2;
  draw_card (ink, &label, keep_inside (ink, card), edge->negated);
  whence_text_block_clear (&label);
}

static guint
count_selected (const WhenceGraphInk *ink)
{
  const WhenceGraphScene *scene = ink->scene;
  guint n = 0;

  for (guint32 i = 0; i < scene->n_nodes && n <= MOST; i++)
    if (scene->nodes[i].entity != WHENCE_NONE)
      n +=
        (whence_highlight_entity (ink->paint->highlight, scene->nodes[i].entity) & WHENCE_LIT_SELECTED) != 0;
  for (guint32 i = 0; i < scene->n_edges && n <= MOST; i++)
    n += (whence_graph_lit_fact (ink, scene->edges[i].fact) & WHENCE_LIT_SELECTED) != 0;
  return n;
}

void
whence_graph_paint_overlays (const WhenceGraphInk *ink)
{
  const WhenceGraphScene *scene = ink->scene;
  guint asked = WHENCE_LIT_HOVERED | WHENCE_LIT_FOCUSED;

  if (ink->paint->highlight == NULL)
    return;
  if (count_selected (ink) <= MOST)
    asked |= WHENCE_LIT_SELECTED;
  whence_pen_push_group (ink->pen, &(WhenceGroup){ .css_class = "asked" });
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (whence_graph_lit_fact (ink, scene->edges[i].fact) & asked)
      spell_edge (ink, &scene->edges[i]);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      guint lit = node->entity != WHENCE_NONE ? whence_highlight_entity (ink->paint->highlight, node->entity)
                                              : whence_graph_lit_fact (ink, node->fact);
      if ((lit & asked) != 0 && whence_graph_node_is_visible (scene, node))
        spell_node (ink, node);
    }
  whence_pen_pop_group (ink->pen);
}
