/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a graph scene in three layers, so that lines never run over words: ties, then entities, then the
 * labels of ties; what is lit comes last in its layer. A group for each fact and each entity. O(nodes +
 * edges). */
#include "paint/graph-painter-private.h"

#include "paint/graph-tie.h"

#define RING 3.5 /* px between a shape and the ring around it */

static gboolean
is_dimmed (const WhenceGraphInk *ink, guint lit)
{
  return ink->paint->highlight != NULL && ink->paint->highlight->dim_others && lit == 0;
}

static gboolean
is_negated (const WhenceGraphInk *ink, guint32 fact)
{
  return ink->scene->graph->tied[fact] == WHENCE_UNTIED_NEGATED;
}

guint
whence_graph_lit_fact (const WhenceGraphInk *ink, guint32 fact)
{
  const WhenceChanges *changes = whence_scope_get_changes (ink->scene->scope);
  guint32 former = changes != NULL ? whence_changes_get_partner (changes, fact) : WHENCE_NONE;
  guint lit = whence_highlight_fact (ink->paint->highlight, fact);

  return former != WHENCE_NONE ? lit | whence_highlight_fact (ink->paint->highlight, former) : lit;
}

gboolean
whence_graph_meets_view (const WhenceGraphInk *ink, WhenceRect rect)
{
  return whence_rect_right (rect) > ink->area.x - 12 && rect.x < whence_rect_right (ink->area) + 12
         && whence_rect_bottom (rect) > ink->area.y - 12 && rect.y < whence_rect_bottom (ink->area) + 12;
}

void
whence_graph_push_dimmed (const WhenceGraphInk *ink, gboolean lit_ones)
{
  if (is_dimmed (ink, lit_ones))
    whence_pen_push_opacity (ink->pen, ink->style->dimmed);
}

void
whence_graph_pop_dimmed (const WhenceGraphInk *ink, gboolean lit_ones)
{
  if (is_dimmed (ink, lit_ones))
    whence_pen_pop_opacity (ink->pen);
}

/* --- Entities ------------------------------------------------------------------------------------ */

static void
draw_rings (const WhenceGraphInk *ink, const WhenceGraphNode *node, guint lit)
{
  WhenceStroke ring = { .fill = WHENCE_SOLID (ink->style->accent), .width = ink->style->stroke_strong };

  if ((lit & ~(guint) WHENCE_LIT_RELATED) == 0)
    return;
  if (lit & (WHENCE_LIT_SELECTED | WHENCE_LIT_HOVERED | WHENCE_LIT_NEW))
    {
      WhenceFill soft = WHENCE_SOLID (ink->style->accent_soft);
      whence_path_clear (ink->path);
      whence_path_circle (ink->path, node->at.x, node->at.y, node->radius + RING + 2);
      whence_pen_fill (ink->pen, ink->path, &soft);
    }
  if ((lit & ~(guint) (WHENCE_LIT_HOVERED | WHENCE_LIT_NEW)) == 0)
    return;
  if (lit & WHENCE_LIT_FOCUSED && !(lit & WHENCE_LIT_SELECTED))
    ring = (WhenceStroke){ ring.fill, ring.width, { 4, 3 }, 2, FALSE };
  else if (!(lit & WHENCE_LIT_SELECTED))
    ring.width = ink->style->stroke;
  whence_path_clear (ink->path);
  whence_path_circle (ink->path, node->at.x, node->at.y, node->radius + RING);
  whence_pen_stroke (ink->pen, ink->path, &ring);
}

static void
draw_label (const WhenceGraphInk *ink, const WhenceTextBlock *label, WhencePoint at, int side,
            WhenceColor color, gboolean struck)
{
  static const WhenceAlign aligns[] = { WHENCE_ALIGN_START, WHENCE_ALIGN_MIDDLE, WHENCE_ALIGN_END };

  (struck ? whence_pen_struck_block : whence_pen_text_block) (
    ink->pen, label, at.x + (side + 1) * label->width / 2, at.y, aligns[side + 1], color, ink->style->ground);
}

static guint
count_facts (const WhenceScope *scope, guint32 entity)
{
  guint n_all, n_facts = 0;
  const guint32 *facts = whence_bundle_get_entity_facts (whence_scope_get_bundle (scope), entity, &n_all);

  for (guint i = 0; i < n_all; i++)
    n_facts += whence_scope_shows (scope, facts[i]);
  return n_facts;
}

static void
push_entity (const WhenceGraphInk *ink, guint32 entity)
{
  const WhenceScope *scope = ink->scene->scope;
  WhenceGroup group = { .id_prefix = "entity", .css_class = "node" };

  if (ink->teller != NULL)
    {
      group.id = whence_bundle_get_entity_id (whence_scope_get_bundle (scope), entity);
      group.title = whence_teller_describe_entity (ink->teller, entity, count_facts (scope, entity));
    }
  whence_pen_push_group (ink->pen, &group);
}

static void
draw_dot (const WhenceGraphInk *ink, const WhenceGraphNode *node, WhenceColor color)
{
  whence_pen_dot (ink->pen, node->at.x, node->at.y, node->radius, color);
}

static WhenceNodeInk
ink_of_entity (const WhenceGraphInk *ink, guint32 entity, const WhenceEntityType *type)
{
  const WhenceGraphLook *look = ink->scene->look;

  return whence_graph_look_has_classes (look)
           ? whence_graph_ink_of_class (ink->style, type, whence_graph_look_get_class (look, entity))
           : whence_graph_ink_of_type (ink->style, type);
}

/* With the picture of the entity, or else its initials, or, by class, the number of that. */
static void
draw_sign (const WhenceGraphInk *ink, const WhenceGraphNode *node, const WhenceEntityType *type,
           const WhenceNodeInk *sign)
{
  const WhenceImage *image = node->radius >= WHENCE_GRAPH_PORTRAIT_RADIUS
                               ? whence_portraits_get (ink->paint->portraits, node->entity)
                               : NULL;

  if (image != NULL)
    {
      whence_graph_paint_portrait (ink->pen, ink->style, type, sign, image, node->at.x, node->at.y,
                                   node->radius);
      if (whence_graph_look_has_classes (ink->scene->look) && node->initials.n_lines > 0)
        whence_graph_paint_number_beside (ink->pen, ink->style, &node->initials, node->at.x, node->at.y,
                                          node->radius, sign->outline);
      return;
    }
  whence_graph_paint_shape (ink->pen, ink->style, type, sign, node->at.x, node->at.y, node->radius);
  whence_graph_paint_letters (ink->pen, &node->initials, type->shape, node->at.x, node->at.y, node->radius,
                              whence_graph_letters_on (ink->style, sign->fill));
}

void
whence_graph_paint_node_change (const WhenceGraphInk *ink, const WhenceGraphNode *node)
{
  WhenceRect box = whence_graph_node_sign_box (node);

  if (whence_graph_node_has_sign (node))
    whence_graph_paint_change (ink->style, ink->pen, ink->path,
                               (WhencePoint){ box.x + box.width / 2, box.y + box.height / 2 }, node->change,
                               node->activity == WHENCE_ACTIVITY_POSSIBLE);
}

static void
draw_entity (const WhenceGraphInk *ink, const WhenceGraphNode *node, guint lit)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (ink->scene->scope);
  const WhenceEntityType *type = whence_bundle_get_entity_type (bundle, node->entity);
  WhenceNodeInk sign = ink_of_entity (ink, node->entity, type);
  WhenceRect reach = { node->at.x - 160, node->at.y - 90, 320, 180 };

  if (!whence_graph_meets_view (ink, reach))
    return;
  push_entity (ink, node->entity);
  draw_rings (ink, node, lit);
  if (node->dot)
    draw_dot (ink, node, whence_graph_look_has_classes (ink->scene->look) ? sign.outline : ink->style->text);
  else
    draw_sign (ink, node, type, &sign);
  if (node->labelled)
    draw_label (ink, &node->label, node->label_at, node->align, ink->style->text, FALSE);
  whence_graph_paint_node_change (ink, node);
  whence_graph_paint_hand (ink, node);
  whence_pen_pop_group (ink->pen);
}

/* Entities in the order in which they cover one another: faint ones, others, lit ones. */
typedef enum
{
  LAYER_FAINT,
  LAYER_PLAIN,
  LAYER_LIT,
} Layer;

static Layer
layer_of (const WhenceGraphInk *ink, const WhenceGraphNode *node)
{
  if (whence_highlight_entity (ink->paint->highlight, node->entity) != 0)
    return LAYER_LIT;
  return node->faint && !is_dimmed (ink, 0) ? LAYER_FAINT : LAYER_PLAIN;
}

static gboolean
has_layer (const WhenceGraphInk *ink, Layer layer)
{
  for (guint32 i = 0; i < ink->scene->n_nodes; i++)
    if (ink->scene->nodes[i].entity != WHENCE_NONE && layer_of (ink, &ink->scene->nodes[i]) == layer)
      return TRUE;
  return FALSE;
}

static void
draw_entities (const WhenceGraphInk *ink, Layer layer, gboolean labelled)
{
  for (guint32 i = 0; i < ink->scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &ink->scene->nodes[i];
      if (node->entity != WHENCE_NONE && node->labelled == labelled && layer_of (ink, node) == layer)
        draw_entity (ink, node, whence_highlight_entity (ink->paint->highlight, node->entity));
    }
}

static void
draw_layer (const WhenceGraphInk *ink, Layer layer)
{
  double opacity = 1;

  if (layer == LAYER_FAINT)
    opacity = (1 + ink->style->dimmed) / 2;
  else if (layer == LAYER_PLAIN && is_dimmed (ink, 0))
    opacity = ink->style->dimmed;
  if (!has_layer (ink, layer))
    return;
  if (opacity < 1)
    whence_pen_push_opacity (ink->pen, opacity);
  draw_entities (ink, layer, FALSE);
  draw_entities (ink, layer, TRUE);
  if (opacity < 1)
    whence_pen_pop_opacity (ink->pen);
}

/* --- Labels of ties ------------------------------------------------------------------------------ */

/* Lines that cross the words fade behind them: more than the halo does between letters. */
static void
clear_ground (const WhenceGraphInk *ink, const WhenceTextBlock *label, WhencePoint at, int side)
{
  WhenceFill fill = WHENCE_SOLID (whence_color_with_alpha (ink->style->ground, 0.85));
  double line_height = label->height / MAX (1, label->n_lines);

  whence_path_clear (ink->path);
  for (guint i = 0; i < label->n_lines; i++)
    {
      double width = label->lines[i].width, left = at.x + (side + 1) * (label->width - width) / 2;
      whence_path_rounded (
        ink->path, (WhenceRect){ left - 2, at.y + i * line_height + 0.5, width + 4, line_height - 1 }, 3);
    }
  whence_pen_fill (ink->pen, ink->path, &fill);
}

static void
draw_fact_label (const WhenceGraphInk *ink, guint32 fact, const WhenceTextBlock *label, WhencePoint at,
                 int side, gboolean on_line)
{
  const WhenceFactType *type =
    whence_bundle_get_fact_type (whence_scope_get_bundle (ink->scene->scope), fact);
  WhenceColor color = whence_color_mix (whence_style_fact_color (ink->style, type), ink->style->text, 0.6);
  guint n_on_line = on_line ? whence_graph_scene_count_on_line (ink->scene, fact) : 1;

  if (n_on_line > 1)
    color = ink->style->text;
  else if (whence_scope_get_change (ink->scene->scope, fact) == WHENCE_CHANGE_UNCHANGED)
    color = ink->style->text_muted;
  if (!whence_graph_meets_view (ink, (WhenceRect){ at.x, at.y, label->width, label->height }))
    return;
  whence_graph_push_fact (ink, fact, MAX (n_on_line, 1) - 1, "words", "words");
  if (on_line)
    clear_ground (ink, label, at, side);
  draw_label (ink, label, at, side, color, is_negated (ink, fact));
  whence_pen_pop_group (ink->pen);
}

static void
draw_fact_labels (const WhenceGraphInk *ink, gboolean lit_ones)
{
  const WhenceGraphScene *scene = ink->scene;

  whence_graph_push_dimmed (ink, lit_ones);
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (scene->edges[i].labelled && (whence_graph_lit_fact (ink, scene->edges[i].fact) != 0) == lit_ones)
      draw_fact_label (ink, scene->edges[i].fact, &scene->edges[i].label, scene->edges[i].label_at, 0, TRUE);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].fact != WHENCE_NONE && scene->nodes[i].labelled
        && (whence_graph_lit_fact (ink, scene->nodes[i].fact) != 0) == lit_ones)
      draw_fact_label (ink, scene->nodes[i].fact, &scene->nodes[i].label, scene->nodes[i].label_at,
                       scene->nodes[i].align, FALSE);
  whence_graph_pop_dimmed (ink, lit_ones);
}

void
whence_graph_paint (const WhenceGraphPaint *paint, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  g_autoptr (WhenceTeller) teller =
    whence_pen_names_groups (pen) ? whence_teller_new (whence_scope_get_bundle (paint->scene->scope)) : NULL;
  WhenceGraphInk ink = { paint, paint->scene, paint->style, pen, path, paint->area, teller };
  gboolean any_lit = paint->highlight != NULL;

  if (ink.area.width <= 0)
    ink.area = (WhenceRect){ 0, 0, paint->width, paint->height };
  whence_pen_push_clip (pen, ink.area);
  whence_graph_paint_axis_lines (&ink);
  whence_graph_paint_ties (&ink, FALSE);
  if (any_lit)
    whence_graph_paint_ties (&ink, TRUE);
  for (Layer layer = LAYER_FAINT; layer <= LAYER_LIT; layer++)
    draw_layer (&ink, layer);
  whence_pen_push_group (pen, &(WhenceGroup){ .css_class = "labels" });
  draw_fact_labels (&ink, FALSE);
  if (any_lit)
    draw_fact_labels (&ink, TRUE);
  whence_pen_pop_group (pen);
  whence_graph_paint_axis (&ink);
  whence_graph_paint_overlays (&ink);
  whence_pen_pop_clip (pen);
}
