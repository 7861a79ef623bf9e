/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a graph scene in three layers, so that lines never run over words: ties, then entities, then the
 * labels of ties; what is lit comes last in its layer. A group for each fact and each entity. O(nodes +
 * edges). */
#include "paint/graph-painter.h"

#include <glib/gi18n-lib.h>

#include "paint/graph-shapes.h"

#define RING 3.5     /* px between a shape and the ring around it */
#define UNDERLAY 6.0 /* px more than the line, behind what is lit */

typedef struct
{
  const WhenceGraphPaint *paint;
  const WhenceGraphScene *scene;
  const WhenceStyle *style;
  WhencePen *pen;
  WhencePath *path;
} Ink;

static gboolean
is_dimmed (const Ink *ink, guint lit)
{
  return ink->paint->highlight != NULL && ink->paint->highlight->dim_others && lit == 0;
}

static gboolean
is_tentative (const Ink *ink, guint32 fact)
{
  WhenceFact record;

  whence_bundle_get_fact (ink->scene->graph->bundle, fact, &record);
  return record.status == WHENCE_STATUS_PLANNED || record.status == WHENCE_STATUS_ALLEGED
         || record.status == WHENCE_STATUS_SPECULATED || record.status == WHENCE_STATUS_DENIED;
}

/* --- Ties ---------------------------------------------------------------------------------------- */

static WhenceColor
color_of_edge (const Ink *ink, const WhenceGraphEdge *edge)
{
  const WhenceFactType *type = whence_bundle_get_fact_type (ink->scene->graph->bundle, edge->fact);
  WhenceColor color = whence_style_fact_color (ink->style, type);

  if (edge->activity == WHENCE_ACTIVITY_POSSIBLE)
    return whence_color_mix (color, ink->style->ground, 0.35);
  return edge->spoke ? whence_color_mix (color, ink->style->ground, 0.3) : color;
}

/* Two independent sources: a stronger line; none: dots; a date that does not allow to say: dashes. */
static WhenceStroke
stroke_of_edge (const Ink *ink, const WhenceGraphEdge *edge)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (color_of_edge (ink, edge)), .width = edge->width };

  if (edge->support == WHENCE_SUPPORT_CORROBORATED)
    stroke.width += 0.9;
  if (edge->activity == WHENCE_ACTIVITY_POSSIBLE)
    stroke = (WhenceStroke){ stroke.fill, stroke.width, { 5, 4 }, 2, FALSE };
  else if (edge->support == WHENCE_SUPPORT_UNSOURCED)
    stroke = (WhenceStroke){ stroke.fill, stroke.width, { 0.5, 3 + stroke.width }, 2, TRUE };
  return stroke;
}

static void
trace_stretch (const Ink *ink, const WhenceGraphEdge *edge, double t0, double t1)
{
  WhencePoint c[4];

  memcpy (c, edge->curve, sizeof c);
  whence_curve_trim (c, t0, t1);
  whence_path_move_to (ink->path, c[0].x, c[0].y);
  whence_path_curve_to (ink->path, c[1].x, c[1].y, c[2].x, c[2].y, c[3].x, c[3].y);
}

static void
trace_edge (const Ink *ink, const WhenceGraphEdge *edge)
{
  whence_path_clear (ink->path);
  if (edge->gap1 <= edge->gap0)
    {
      trace_stretch (ink, edge, 0, 1);
      return;
    }
  if (edge->gap0 > 0)
    trace_stretch (ink, edge, 0, edge->gap0);
  if (edge->gap1 < 1)
    trace_stretch (ink, edge, edge->gap1, 1);
}

static void
draw_arrow (const Ink *ink, const WhenceGraphEdge *edge, WhenceColor color)
{
  double length = WHENCE_GRAPH_ARROW_LENGTH (edge->width), half = 0.42 * length + 0.2 * edge->width;
  WhencePoint base = { edge->tip.x - edge->heading.x * length, edge->tip.y - edge->heading.y * length };
  const WhencePoint corners[] = {
    edge->tip,
    { base.x - edge->heading.y * half, base.y + edge->heading.x * half },
    { base.x + edge->heading.x * length * 0.12, base.y + edge->heading.y * length * 0.12 },
    { base.x + edge->heading.y * half, base.y - edge->heading.x * half },
  };
  WhenceFill fill = WHENCE_SOLID (color);

  whence_path_clear (ink->path);
  whence_path_polygon (ink->path, corners, G_N_ELEMENTS (corners));
  whence_pen_fill (ink->pen, ink->path, &fill);
}

/* The sign that disputed facts have on the timeline too. */
static void
draw_dispute (const Ink *ink, WhencePoint at)
{
  const WhencePoint corners[] = { { at.x, at.y - WHENCE_GRAPH_SIGN },
                                  { at.x + WHENCE_GRAPH_SIGN, at.y },
                                  { at.x, at.y + WHENCE_GRAPH_SIGN },
                                  { at.x - WHENCE_GRAPH_SIGN, at.y } };
  WhenceFill ground = WHENCE_SOLID (ink->style->ground);
  WhenceStroke stroke = { .fill = WHENCE_SOLID (ink->style->disputed), .width = 1.5 };

  whence_path_clear (ink->path);
  whence_path_polygon (ink->path, corners, G_N_ELEMENTS (corners));
  whence_pen_fill (ink->pen, ink->path, &ground);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, at.x, at.y - 2.5);
  whence_path_line_to (ink->path, at.x, at.y + 2.5);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

static void
draw_edge (const Ink *ink, const WhenceGraphEdge *edge, guint lit)
{
  WhenceStroke stroke = stroke_of_edge (ink, edge);

  trace_edge (ink, edge);
  if (lit & (WHENCE_LIT_SELECTED | WHENCE_LIT_HOVERED | WHENCE_LIT_FOCUSED | WHENCE_LIT_FOUND))
    {
      WhenceColor color = lit & WHENCE_LIT_SELECTED
                            ? whence_color_mix (ink->style->accent, ink->style->ground, 0.45)
                            : ink->style->accent_soft;
      WhenceStroke under = { .fill = WHENCE_SOLID (color),
                             .width = stroke.width + UNDERLAY,
                             .round_caps = TRUE };
      whence_pen_stroke (ink->pen, ink->path, &under);
    }
  whence_pen_stroke (ink->pen, ink->path, &stroke);
  /* What is planned, alleged or speculated is hollow, as on the timeline. */
  if (!edge->spoke && is_tentative (ink, edge->fact))
    {
      WhenceStroke hollow = { .fill = WHENCE_SOLID (ink->style->ground),
                              .width = MAX (0.8, stroke.width - 1.6) };
      stroke.width = hollow.width + 1.6;
      stroke.n_dash = 0;
      whence_pen_stroke (ink->pen, ink->path, &stroke);
      whence_pen_stroke (ink->pen, ink->path, &hollow);
    }
  if (edge->arrow)
    draw_arrow (ink, edge, stroke.fill.color);
  if (edge->support == WHENCE_SUPPORT_DISPUTED && !edge->spoke)
    draw_dispute (ink, edge->sign_at);
}

static void
draw_fact_node (const Ink *ink, const WhenceGraphNode *node, guint lit)
{
  const WhenceFactType *type = whence_bundle_get_fact_type (ink->scene->graph->bundle, node->fact);
  WhenceColor color = whence_style_fact_color (ink->style, type);
  WhenceFill fill = WHENCE_SOLID (is_tentative (ink, node->fact) ? ink->style->ground : color);
  WhenceStroke outline = { .fill = WHENCE_SOLID (color), .width = ink->style->stroke };

  whence_path_clear (ink->path);
  whence_graph_shape_path (ink->path, node->shape, node->at.x, node->at.y, node->radius);
  if (lit != 0)
    {
      WhenceStroke ring = { .fill = WHENCE_SOLID (ink->style->accent), .width = 6 };
      whence_pen_stroke (ink->pen, ink->path, &ring);
    }
  whence_pen_fill (ink->pen, ink->path, &fill);
  whence_pen_stroke (ink->pen, ink->path, &outline);
  if (whence_evidence_for_fact (ink->scene->graph->bundle, node->fact).support == WHENCE_SUPPORT_DISPUTED)
    draw_dispute (ink, node->at);
}

static gboolean
meets_view (const Ink *ink, WhenceRect rect)
{
  return rect.x < ink->paint->width + 12 && rect.y < ink->paint->height + 12 && whence_rect_right (rect) > -12
         && whence_rect_bottom (rect) > -12;
}

static void
push_fact (const Ink *ink, guint32 fact, guint lit)
{
  g_autofree char *title = whence_bundle_describe_fact (ink->scene->graph->bundle, fact);
  WhenceFact record;

  whence_bundle_get_fact (ink->scene->graph->bundle, fact, &record);
  whence_pen_push_group (
    ink->pen, &(WhenceGroup){ .id = record.id, .id_prefix = "fact", .css_class = "edge", .title = title });
  if (is_dimmed (ink, lit))
    whence_pen_push_opacity (ink->pen, ink->style->dimmed);
}

static void
pop_mark (const Ink *ink, guint lit)
{
  if (is_dimmed (ink, lit))
    whence_pen_pop_opacity (ink->pen);
  whence_pen_pop_group (ink->pen);
}

/* A fact's lines, which follow one another in the scene, and its node. */
static void
draw_fact (const Ink *ink, guint32 first, guint32 end)
{
  const WhenceGraphScene *scene = ink->scene;
  guint32 fact = scene->edges[first].fact, node = scene->node_of_fact[fact];
  guint lit = whence_highlight_fact (ink->paint->highlight, fact);
  gboolean visible = FALSE;

  for (guint32 i = first; i < end; i++)
    visible |= meets_view (ink, scene->edges[i].bounds);
  if (!visible)
    return;
  push_fact (ink, fact, lit);
  for (guint32 i = first; i < end; i++)
    draw_edge (ink, &scene->edges[i], lit);
  if (node != WHENCE_NONE)
    draw_fact_node (ink, &scene->nodes[node], lit);
  pop_mark (ink, lit);
}

static void
draw_facts (const Ink *ink, gboolean lit_ones)
{
  const WhenceGraphScene *scene = ink->scene;

  for (guint32 first = 0, end; first < scene->n_edges; first = end)
    {
      for (end = first + 1; end < scene->n_edges && scene->edges[end].fact == scene->edges[first].fact;)
        end++;
      if ((whence_highlight_fact (ink->paint->highlight, scene->edges[first].fact) != 0) == lit_ones)
        draw_fact (ink, first, end);
    }
}

/* --- Entities ------------------------------------------------------------------------------------ */

static void
draw_rings (const Ink *ink, const WhenceGraphNode *node, guint lit)
{
  WhenceStroke ring = { .fill = WHENCE_SOLID (ink->style->accent), .width = ink->style->stroke_strong };

  if ((lit & (WHENCE_LIT_SELECTED | WHENCE_LIT_FOCUSED | WHENCE_LIT_FOUND | WHENCE_LIT_HOVERED)) == 0)
    return;
  if (lit & (WHENCE_LIT_SELECTED | WHENCE_LIT_HOVERED))
    {
      WhenceFill soft = WHENCE_SOLID (ink->style->accent_soft);
      whence_path_clear (ink->path);
      whence_path_circle (ink->path, node->at.x, node->at.y, node->radius + RING + 2);
      whence_pen_fill (ink->pen, ink->path, &soft);
    }
  if ((lit & ~(guint) WHENCE_LIT_HOVERED) == 0)
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
draw_label (const Ink *ink, const WhenceTextBlock *label, WhencePoint at, int side, WhenceColor color)
{
  static const WhenceAlign aligns[] = { WHENCE_ALIGN_START, WHENCE_ALIGN_MIDDLE, WHENCE_ALIGN_END };

  whence_pen_text_block (ink->pen, label, at.x + (side + 1) * label->width / 2, at.y, aligns[side + 1], color,
                         ink->style->ground);
}

static void
draw_initials (const Ink *ink, const WhenceGraphNode *node, const WhenceEntityType *type)
{
  const WhenceFontMetrics *metrics = whence_font_get_metrics (node->initials.font);
  WhenceColor none = { 0 };

  if (node->initials.n_lines == 0 || node->initials.width > 1.8 * node->radius)
    return;
  /* Capitals are about 0.72 of the size high: their middle is the middle of the shape. */
  whence_pen_text_block (ink->pen, &node->initials, node->at.x,
                         node->at.y + 0.36 * metrics->size - metrics->ascent, WHENCE_ALIGN_MIDDLE,
                         whence_graph_initials_color (ink->style, type), none);
}

static char *
describe_entity (const WhenceBundle *bundle, guint32 entity)
{
  const char *name = whence_bundle_get_entity_name (bundle, entity);
  const char *type = whence_entity_type_label (whence_bundle_get_entity_type (bundle, entity));
  guint n_facts;

  whence_bundle_get_entity_facts (bundle, entity, &n_facts);
  /* Translators: name of a person or company, its type, how many facts it takes part in. */
  return g_strdup_printf (ngettext ("%s (%s), %u fact", "%s (%s), %u facts", n_facts), name, type, n_facts);
}

static void
draw_pin (const Ink *ink, const WhenceGraphNode *node)
{
  WhenceFill fill = WHENCE_SOLID (ink->style->accent);
  WhenceStroke edge = { .fill = WHENCE_SOLID (ink->style->ground), .width = 1 };

  whence_path_clear (ink->path);
  whence_path_circle (ink->path, node->at.x + node->radius * 0.75, node->at.y - node->radius * 0.75, 2.6);
  whence_pen_fill (ink->pen, ink->path, &fill);
  whence_pen_stroke (ink->pen, ink->path, &edge);
}

static void
draw_entity (const Ink *ink, const WhenceGraphNode *node, guint lit)
{
  const WhenceBundle *bundle = ink->scene->graph->bundle;
  const WhenceEntityType *type = whence_bundle_get_entity_type (bundle, node->entity);
  g_autofree char *title = describe_entity (bundle, node->entity);
  WhenceEntity entity;
  WhenceRect reach = { node->at.x - 160, node->at.y - 90, 320, 180 };

  if (!meets_view (ink, reach))
    return;
  whence_bundle_get_entity (bundle, node->entity, &entity);
  whence_pen_push_group (
    ink->pen, &(WhenceGroup){ .id = entity.id, .id_prefix = "entity", .css_class = "node", .title = title });
  if (is_dimmed (ink, lit))
    whence_pen_push_opacity (ink->pen, ink->style->dimmed);
  else if (node->faint)
    whence_pen_push_opacity (ink->pen, (1 + ink->style->dimmed) / 2);
  draw_rings (ink, node, lit);
  whence_graph_paint_shape (ink->pen, ink->style, type, node->at.x, node->at.y, node->radius);
  draw_initials (ink, node, type);
  if (node->pinned)
    draw_pin (ink, node);
  if (node->labelled)
    draw_label (ink, &node->label, node->label_at, node->align, ink->style->text);
  if (node->faint && !is_dimmed (ink, lit))
    whence_pen_pop_opacity (ink->pen);
  pop_mark (ink, lit);
}

static void
draw_entities (const Ink *ink, gboolean lit_ones)
{
  for (guint32 i = 0; i < ink->scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &ink->scene->nodes[i];
      guint lit =
        node->entity == WHENCE_NONE ? 0 : whence_highlight_entity (ink->paint->highlight, node->entity);
      if (node->entity != WHENCE_NONE && (lit != 0) == lit_ones)
        draw_entity (ink, node, lit);
    }
}

/* --- Labels of ties ------------------------------------------------------------------------------ */

/* Lines that cross the words fade behind them: more than the halo does between letters. */
static void
clear_ground (const Ink *ink, const WhenceTextBlock *label, WhencePoint at)
{
  WhenceFill fill = WHENCE_SOLID (whence_color_with_alpha (ink->style->ground, 0.8));

  whence_path_clear (ink->path);
  whence_path_rounded (ink->path,
                       (WhenceRect){ at.x - 1.5, at.y + 1, label->width + 3, MAX (1, label->height - 2) }, 3);
  whence_pen_fill (ink->pen, ink->path, &fill);
}

static void
draw_fact_label (const Ink *ink, guint32 fact, const WhenceTextBlock *label, WhencePoint at, int side,
                 gboolean clear)
{
  const WhenceFactType *type = whence_bundle_get_fact_type (ink->scene->graph->bundle, fact);
  WhenceColor color = whence_color_mix (whence_style_fact_color (ink->style, type), ink->style->text, 0.6);
  gboolean dimmed = is_dimmed (ink, whence_highlight_fact (ink->paint->highlight, fact));

  if (!meets_view (ink, (WhenceRect){ at.x, at.y, label->width, label->height }))
    return;
  if (dimmed)
    whence_pen_push_opacity (ink->pen, ink->style->dimmed);
  if (clear)
    clear_ground (ink, label, at);
  draw_label (ink, label, at, side, color);
  if (dimmed)
    whence_pen_pop_opacity (ink->pen);
}

static void
draw_fact_labels (const Ink *ink)
{
  const WhenceGraphScene *scene = ink->scene;

  whence_pen_push_group (ink->pen, &(WhenceGroup){ .css_class = "labels" });
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (scene->edges[i].labelled)
      draw_fact_label (ink, scene->edges[i].fact, &scene->edges[i].label, scene->edges[i].label_at, 0, TRUE);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].fact != WHENCE_NONE && scene->nodes[i].labelled)
      draw_fact_label (ink, scene->nodes[i].fact, &scene->nodes[i].label, scene->nodes[i].label_at,
                       scene->nodes[i].align, FALSE);
  whence_pen_pop_group (ink->pen);
}

void
whence_graph_paint (const WhenceGraphPaint *paint, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  Ink ink = { paint, paint->scene, paint->style, pen, path };

  whence_pen_push_clip (pen, (WhenceRect){ 0, 0, paint->width, paint->height });
  draw_facts (&ink, FALSE);
  draw_facts (&ink, TRUE);
  draw_entities (&ink, FALSE);
  draw_entities (&ink, TRUE);
  draw_fact_labels (&ink);
  whence_pen_pop_clip (pen);
}
