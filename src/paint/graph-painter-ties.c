/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws ties: their kind by colour, evidence and activity by the line, what is not settled hollow. Where a
 * scene is dense, what is not lit is a hairline and nothing else. O(edges), one stroke each where dense. */
#include "paint/graph-painter-private.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "paint/fact-glyph.h"
#include "paint/graph-tie.h"

#define GLYPH 3.2 /* px: radius of the sign of what a tie is about */
#define SMALL_GLYPH 2.3
#define UNDERLAY 6.0 /* px more than the line, behind what is lit */

static gboolean
is_tentative (const WhenceGraphInk *ink, guint32 fact)
{
  WhenceStatus status = whence_bundle_get_fact_status (whence_scope_get_bundle (ink->scene->scope), fact);

  return status == WHENCE_STATUS_PLANNED || status == WHENCE_STATUS_ALLEGED
         || status == WHENCE_STATUS_SPECULATED || status == WHENCE_STATUS_DENIED;
}

static WhenceColor
color_of_edge (const WhenceGraphInk *ink, const WhenceGraphEdge *edge)
{
  const WhenceFactType *type =
    whence_bundle_get_fact_type (whence_scope_get_bundle (ink->scene->scope), edge->fact);
  WhenceColor color = whence_style_fact_color (ink->style, type);

  /* Several facts, of whatever kinds, on one line. */
  if (edge->n_on_line > 1)
    return whence_color_mix (ink->style->ground, ink->style->text, 0.55);
  if (edge->change == WHENCE_CHANGE_UNCHANGED)
    return whence_graph_fade_unchanged (ink->style, color);
  if (edge->activity == WHENCE_ACTIVITY_POSSIBLE)
    return whence_color_mix (color, ink->style->ground, 0.35);
  return edge->spoke ? whence_color_mix (color, ink->style->ground, 0.3) : color;
}

static WhenceTieLook
tie_of_edge (const WhenceGraphInk *ink, const WhenceGraphEdge *edge)
{
  WhenceTieLook tie = { .color = color_of_edge (ink, edge),
                        .width = ink->scene->dense ? MAX (edge->width, 1) : edge->width,
                        .support = WHENCE_SUPPORT_SINGLE,
                        .activity = WHENCE_ACTIVITY_CERTAIN };

  if (edge->n_on_line > 1)
    return tie;
  tie.support = ink->scene->unsourced ? WHENCE_SUPPORT_SINGLE : edge->support;
  tie.activity = edge->activity;
  tie.tentative = !edge->spoke && is_tentative (ink, edge->fact);
  return tie;
}

static void
trace_stretch (const WhenceGraphInk *ink, const WhenceGraphEdge *edge, double t0, double t1)
{
  WhencePoint c[4];

  memcpy (c, edge->curve, sizeof c);
  whence_curve_trim (c, t0, t1);
  whence_path_curve (ink->path, c);
}

static void
trace_edge (const WhenceGraphInk *ink, const WhenceGraphEdge *edge)
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
draw_arrow (const WhenceGraphInk *ink, const WhenceGraphEdge *edge, WhenceColor color)
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

WhenceHairline
whence_graph_hairline_of (const WhenceGraphInk *ink, const WhenceGraphEdge *edge)
{
  return (WhenceHairline){ edge->curve,
                           whence_color_with_alpha (color_of_edge (ink, edge), ink->scene->line_opacity),
                           edge->width };
}

static void
draw_hairline (const WhenceGraphInk *ink, const WhenceGraphEdge *edge)
{
  WhenceHairline line = whence_graph_hairline_of (ink, edge);
  WhenceStroke stroke = { .fill = WHENCE_SOLID (line.color), .width = line.width };

  if (edge->gap1 <= edge->gap0)
    {
      whence_pen_hairline (ink->pen, line.curve, line.color, line.width);
      return;
    }
  trace_edge (ink, edge);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

static void
draw_signs (const WhenceGraphInk *ink, const WhenceGraphEdge *edge)
{
  if (!whence_graph_edge_has_sign (ink->scene, edge))
    return;
  gboolean disputed = edge->support == WHENCE_SUPPORT_DISPUTED && edge->n_on_line == 1;
  WhencePoint beside = { edge->sign_at.x + (disputed ? WHENCE_GRAPH_SIGN + WHENCE_GRAPH_CHANGE + 1 : 0),
                         edge->sign_at.y };

  if (disputed)
    whence_graph_paint_dispute (ink->style, ink->pen, ink->path, edge->sign_at);
  if (whence_graph_edge_has_change_sign (ink->scene, edge))
    whence_graph_paint_change (ink->style, ink->pen, ink->path, beside, edge->change,
                               edge->activity == WHENCE_ACTIVITY_POSSIBLE);
  if (edge->negated)
    whence_graph_paint_negation (ink->style, ink->pen, ink->path, edge->sign_at);
}

/* A fact that shares its line is drawn on it when it alone is meant. */
static gboolean
has_line (const WhenceGraphEdge *edge, guint lit)
{
  return edge->n_on_line > 0 || (lit & ~(guint) WHENCE_LIT_RELATED) != 0;
}

void
whence_graph_paint_tie (const WhenceGraphInk *ink, const WhenceGraphEdge *edge, guint lit)
{
  WhenceTieLook tie;

  if (!has_line (edge, lit))
    return;
  if (ink->scene->dense && lit == 0)
    {
      draw_hairline (ink, edge);
      return;
    }
  tie = tie_of_edge (ink, edge);
  trace_edge (ink, edge);
  if (lit
      & (WHENCE_LIT_SELECTED | WHENCE_LIT_HOVERED | WHENCE_LIT_FOCUSED | WHENCE_LIT_FOUND | WHENCE_LIT_NEW))
    {
      WhenceColor color = lit & (WHENCE_LIT_SELECTED | WHENCE_LIT_NEW)
                            ? whence_color_mix (ink->style->accent, ink->style->ground, 0.45)
                            : ink->style->accent_soft;
      WhenceStroke under = { .fill = WHENCE_SOLID (color),
                             .width = whence_tie_look_get_width (&tie) + UNDERLAY,
                             .round_caps = TRUE };
      whence_pen_stroke (ink->pen, ink->path, &under);
    }
  whence_tie_look_paint (&tie, ink->style, ink->pen, ink->path);
  if (edge->arrow)
    draw_arrow (ink, edge, tie.color);
  draw_signs (ink, edge);
}

void
whence_graph_paint_fact_node (const WhenceGraphInk *ink, const WhenceGraphNode *node, guint lit)
{
  const WhenceFactType *type =
    whence_bundle_get_fact_type (whence_scope_get_bundle (ink->scene->scope), node->fact);
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
  if (!node->dot
      && whence_scope_get_evidence (ink->scene->scope, node->fact).support == WHENCE_SUPPORT_DISPUTED)
    whence_graph_paint_dispute (ink->style, ink->pen, ink->path, node->at);
  whence_graph_paint_node_change (ink, node);
}

/* For how many facts more a line stands. */
static guint
count_more (const WhenceGraphInk *ink, guint32 first, guint32 end)
{
  guint32 n_on_line = ink->scene->edges[first].n_on_line;

  return end == first + 1 && n_on_line > 1 ? n_on_line - 1 : 0;
}

void
whence_graph_push_fact (const WhenceGraphInk *ink, guint32 fact, guint n_more, const char *kind,
                        const char *css_class)
{
  g_autofree char *longer = NULL;
  WhenceGroup group = { .id_prefix = kind, .css_class = css_class };

  if (ink->teller != NULL)
    {
      group.id = whence_bundle_get_fact_id (whence_scope_get_bundle (ink->scene->scope), fact);
      group.title = whence_teller_describe_fact (ink->teller, fact);
      if (n_more > 0)
        /* Translators: what a fact says, and how many more facts about the same two its line stands for. */
        group.title = longer = whence_text_compose (
          ngettext ("%s, and %'u more fact", "%s, and %'u more facts", n_more), group.title, n_more);
    }
  whence_pen_push_group (ink->pen, &group);
}

/* A fact's lines, which follow one another in the scene, and its node. */
static void
draw_fact (const WhenceGraphInk *ink, guint32 first, guint32 end)
{
  const WhenceGraphScene *scene = ink->scene;
  guint32 fact = scene->edges[first].fact, node = scene->node_of_fact[fact];
  guint lit = whence_graph_lit_fact (ink, fact);
  gboolean visible = FALSE;

  for (guint32 i = first; i < end; i++)
    visible |= has_line (&scene->edges[i], lit) && whence_graph_meets_view (ink, scene->edges[i].bounds);
  if (!visible)
    return;
  whence_graph_push_fact (ink, fact, count_more (ink, first, end), "fact", "edge");
  for (guint32 i = first; i < end; i++)
    whence_graph_paint_tie (ink, &scene->edges[i], lit);
  if (node != WHENCE_NONE)
    whence_graph_paint_fact_node (ink, &scene->nodes[node], lit);
  whence_pen_pop_group (ink->pen);
}

/* What it is about, where no words tell it. */
static void
draw_glyph (const WhenceGraphInk *ink, guint32 i)
{
  const WhenceGraphEdge *edge = &ink->scene->edges[i];
  const WhenceFactType *type =
    whence_bundle_get_fact_type (whence_scope_get_bundle (ink->scene->scope), edge->fact);
  WhenceTieLook tie = tie_of_edge (ink, edge);
  WhenceFill fill = WHENCE_SOLID (tie.tentative ? ink->style->ground : tie.color);
  WhenceStroke outline = { .fill = WHENCE_SOLID (tie.color), .width = 1 };

  whence_graph_push_fact (ink, edge->fact, count_more (ink, i, i + 1), "sign", "sign");
  whence_glyph_paint_bead (ink->style, ink->pen, ink->path, whence_fact_type_glyph (type), edge->glyph_at,
                           edge->glyph_small ? SMALL_GLYPH : GLYPH, &fill, &outline);
  whence_pen_pop_group (ink->pen);
}

/* Above the lines that they may cover. */
static void
draw_glyphs (const WhenceGraphInk *ink, gboolean lit_ones)
{
  const WhenceGraphScene *scene = ink->scene;

  if (scene->dense)
    return;
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (scene->edges[i].glyphed && whence_graph_meets_view (ink, scene->edges[i].bounds)
        && (whence_graph_lit_fact (ink, scene->edges[i].fact) != 0) == lit_ones)
      draw_glyph (ink, i);
}

static void
draw_facts (const WhenceGraphInk *ink, gboolean lit_ones)
{
  const WhenceGraphScene *scene = ink->scene;

  for (guint32 first = 0, end; first < scene->n_edges; first = end)
    {
      for (end = first + 1; end < scene->n_edges && scene->edges[end].fact == scene->edges[first].fact;)
        end++;
      if ((whence_graph_lit_fact (ink, scene->edges[first].fact) != 0) == lit_ones)
        draw_fact (ink, first, end);
    }
}

void
whence_graph_paint_ties (const WhenceGraphInk *ink, gboolean lit_ones)
{
  whence_graph_push_dimmed (ink, lit_ones);
  if (ink->scene->dense && !lit_ones && !whence_pen_names_groups (ink->pen))
    whence_graph_paint_hairlines (ink);
  else
    draw_facts (ink, lit_ones);
  draw_glyphs (ink, lit_ones);
  whence_graph_pop_dimmed (ink, lit_ones);
}
