/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edges of a scene before they are routed: the ties in the widths of its zoom; thinner where there are
 * many. O(edges).
 */
#include "layout/graph-scene-private.h"
#include "layout/in-parts.h"
#include "layout/large-array.h"

#include <math.h>

#define EDGE_WIDTH 1.25
#define SPOKE_WIDTH 1.0
#define AMOUNT_WIDTH 3.6 /* px more for the largest amount */
#define STRONGER 0.9     /* px more for the line of what began or changed */
#define MOST_INK 0.1     /* part of the picture */
#define THINNEST 0.25    /* part of a line's width */
#define DENSE 0.5        /* part of a line's width */
#define FAINTEST 0.3

typedef struct
{
  WhenceGraphScene *scene;
  double zoom;
  double part;                   /* of its width that each edge keeps */
  double ink[WHENCE_MOST_PARTS]; /* square px, by part */
} Passing;

static double
width_of (const WhenceSceneTie *tie, double zoom)
{
  double width = zoom * (tie->spoke || tie->negated ? SPOKE_WIDTH : EDGE_WIDTH);

  if (tie->weight >= 0)
    width += zoom * AMOUNT_WIDTH * tie->weight;
  if (!tie->spoke && (tie->change == WHENCE_CHANGE_BEGUN || tie->change == WHENCE_CHANGE_CHANGED))
    width += zoom * STRONGER;
  return width;
}

/* px of ink that the lines would lay on the picture: their length in it is at most its diagonal. */
static void
measure_part (guint32 first, guint32 end, guint part, gpointer data)
{
  Passing *passing = data;
  const WhenceGraphScene *scene = passing->scene;
  double diagonal = sqrt (scene->width * scene->width + scene->height * scene->height), ink = 0;

  for (guint32 i = first; i < end; i++)
    {
      const WhenceSceneTie *tie = &scene->ties->ties[i];
      WhencePoint a = scene->spots[tie->from].at, b = scene->spots[tie->to].at;
      gboolean beside = MAX (a.x, b.x) < 0 || MAX (a.y, b.y) < 0 || MIN (a.x, b.x) > scene->width
                        || MIN (a.y, b.y) > scene->height;
      if (!beside)
        ink += width_of (tie, passing->zoom) * MIN (diagonal, whence_distance (a, b));
    }
  passing->ink[part] = ink;
}

/* Where lines would cover one another they become hairlines, then fade, and carry no arrows and signs. */
static double
choose_thinness (WhenceGraphScene *scene, double zoom)
{
  Passing passing = { .scene = scene, .zoom = zoom };
  guint n_parts = whence_in_parts (scene->ties->n_ties, WHENCE_GRAPH_LEAST_PART, measure_part, &passing);
  double ink = 0, part;

  for (guint i = 0; i < n_parts; i++)
    ink += passing.ink[i];
  ink /= MAX (1, scene->width * scene->height);
  part = ink > MOST_INK ? sqrt (MOST_INK / ink) : 1;
  scene->dense = part < DENSE;
  scene->omitted.n_plain = scene->dense ? scene->ties->n_ties : 0;
  scene->line_opacity = scene->dense ? MAX (part / DENSE, FAINTEST) : 1;
  return MAX (part, THINNEST);
}

static void
fill_part (guint32 first, guint32 end, guint part, gpointer data)
{
  const Passing *passing = data;
  const WhenceGraphScene *scene = passing->scene;
  gboolean bows = whence_graph_bows_edges (scene);

  for (guint32 i = first; i < end; i++)
    {
      const WhenceSceneTie *tie = &scene->ties->ties[i];
      scene->edges[i] = (WhenceGraphEdge){ .fact = tie->fact,
                                           .from = tie->from,
                                           .to = tie->to,
                                           .n_on_line = 1,
                                           .spoke = tie->spoke,
                                           .arrow = tie->arrow && !scene->dense,
                                           .negated = tie->negated,
                                           .role = tie->role,
                                           .activity = tie->activity,
                                           .change = tie->change,
                                           .support = tie->support,
                                           .width = width_of (tie, passing->zoom) * passing->part,
                                           .importance = tie->importance };
      if (tie->alone && !bows)
        whence_graph_draw_straight (scene, &scene->edges[i]);
    }
}

double
whence_graph_thin_edges (WhenceGraphScene *scene, double zoom)
{
  const WhenceSceneTies *ties = scene->ties;

  scene->uniform = ties->uniform;
  scene->unsourced = ties->unsourced;
  scene->currency = ties->currency;
  scene->omitted.n_foreign = ties->n_foreign;
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      WhenceGraphNode *node = &scene->nodes[i];
      node->n_facts = ties->n_facts[i];
      node->faint = node->n_facts == 0 && scene->degree[node->node] > 0;
      if (ties->changes != NULL && node->entity != WHENCE_NONE)
        node->change = ties->changes[i];
    }
  return choose_thinness (scene, zoom);
}

void
whence_graph_list_edges (WhenceGraphScene *scene, double zoom, double part)
{
  Passing passing = { .scene = scene, .zoom = zoom, .part = part };

  scene->n_edges = scene->ties->n_ties;
  scene->edges = whence_large_array_new (WhenceGraphEdge, scene->n_edges);
  whence_in_parts (scene->n_edges, WHENCE_GRAPH_LEAST_PART, fill_part, &passing);
}

/* The sign of a fact with a node of its own stands there. */
gboolean
whence_graph_edge_has_change_sign (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  return edge->change > WHENCE_CHANGE_UNCHANGED && !edge->spoke && edge->n_on_line == 1 && !scene->dense;
}

gboolean
whence_graph_edge_has_sign (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  if (whence_graph_edge_has_change_sign (scene, edge))
    return TRUE;
  return (edge->support == WHENCE_SUPPORT_DISPUTED || edge->negated) && !edge->spoke && edge->n_on_line > 0
         && (edge->n_on_line == 1 || edge->negated) && !scene->dense;
}

/* The sign of a change stands at the right of another one. */
WhenceRect
whence_graph_edge_sign_box (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  gboolean change = whence_graph_edge_has_change_sign (scene, edge);
  gboolean dispute = edge->support == WHENCE_SUPPORT_DISPUTED;
  double half = change ? WHENCE_GRAPH_CHANGE : WHENCE_GRAPH_SIGN;
  double more = change && dispute ? WHENCE_GRAPH_SIGN + WHENCE_GRAPH_CHANGE + 1 : 0;

  return (WhenceRect){ edge->sign_at.x - half - 1, edge->sign_at.y - half - 1, 2 * half + 2 + more,
                       2 * half + 2 };
}

gboolean
whence_graph_edge_has_weight (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  WhenceAmount amount;

  return scene->currency != NULL && !edge->spoke && !edge->negated
         && whence_bundle_get_fact_amount (whence_scope_get_bundle (scene->scope), edge->fact, &amount)
         && g_strcmp0 (amount.currency, scene->currency) == 0;
}
