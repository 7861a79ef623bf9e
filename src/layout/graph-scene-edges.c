/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edges of a scene before they are routed: which, how wide, how important; thinner where there are many.
 * O(edges).
 */
#include "layout/graph-scene-private.h"
#include "layout/in-parts.h"

#include <math.h>

#define EDGE_WIDTH 1.25
#define SPOKE_WIDTH 1.0
#define AMOUNT_WIDTH 3.6 /* px more for the largest amount */
#define MOST_INK 0.1     /* part of the picture */
#define THINNEST 0.25    /* part of a line's width */
#define DENSE 0.5        /* part of a line's width */
#define FAINTEST 0.3
#define FEW_EDGES 12 /* so few may all say the same */
#define MORE 2.0     /* importance of what changed between two dates */
#define LESS 0.3     /* part of its importance that what is unchanged has */
#define STRONGER 0.9 /* px more for the line of what began or changed */

/* An edge that carries an amount. */
typedef struct
{
  guint32 edge;
  const char *currency; /* NULL: it has none */
  double value;
} Weight;

/* The currency of most amounts on ties, and the largest amount in it: widths compare within one currency
 * only. */
typedef struct
{
  const char *currency;
  double largest;
} Scale;

static gboolean
carries_amount (const WhenceGraphScene *scene, const WhenceGraphEdge *edge, WhenceAmount *amount)
{
  return !edge->spoke && !edge->negated
         && whence_bundle_get_fact_amount (whence_scope_get_bundle (scene->scope), edge->fact, amount);
}

static GArray *
list_weights (const WhenceGraphScene *scene)
{
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (Weight));

  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      WhenceAmount amount;
      Weight weight = { .edge = i };
      if (!carries_amount (scene, &scene->edges[i], &amount))
        continue;
      weight.currency = amount.currency;
      weight.value = whence_decimal_to_double (amount.value);
      g_array_append_val (weights, weight);
    }
  return weights;
}

static Scale
scale_of_amounts (const GArray *weights)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const Weight *all = (const Weight *) (gconstpointer) weights->data;
  Scale scale = { NULL, 0 };
  guint most = 0;

  for (guint i = 0; i < weights->len; i++)
    {
      guint count;
      if (all[i].currency == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, all[i].currency)) + 1;
      g_hash_table_insert (counts, (gpointer) all[i].currency, GUINT_TO_POINTER (count));
      if (count > most)
        {
          most = count;
          scale.currency = all[i].currency;
        }
    }
  for (guint i = 0; i < weights->len && scale.currency != NULL; i++)
    if (g_strcmp0 (all[i].currency, scale.currency) == 0)
      scale.largest = MAX (scale.largest, all[i].value);
  return scale;
}

/* Other currencies are not compared: their width says nothing, and they are counted. */
static void
widen_by_amounts (WhenceGraphScene *scene, double zoom)
{
  g_autoptr (GArray) weights = list_weights (scene);
  Scale scale = scale_of_amounts (weights);

  scene->currency = scale.largest > 0 ? scale.currency : NULL;
  for (guint i = 0; i < weights->len && scale.largest > 0; i++)
    {
      const Weight *weight = &g_array_index (weights, Weight, i);
      WhenceGraphEdge *edge = &scene->edges[weight->edge];
      double part = CLAMP (weight->value / scale.largest, 0, 1);
      if (g_strcmp0 (weight->currency, scale.currency) != 0)
        {
          scene->omitted.n_foreign++;
          continue;
        }
      edge->width += zoom * AMOUNT_WIDTH * sqrt (part);
      edge->importance += part;
    }
}

/* What changed between two dates comes before what did not. */
static void
weigh_change (WhenceGraphEdge *edge, double zoom)
{
  if (edge->change == WHENCE_CHANGE_UNCHANGED)
    edge->importance *= LESS;
  else if (edge->change != WHENCE_CHANGE_NONE)
    edge->importance += MORE;
  if (edge->change == WHENCE_CHANGE_BEGUN || edge->change == WHENCE_CHANGE_CHANGED)
    edge->width += zoom * STRONGER;
}

typedef struct
{
  WhenceGraphScene *scene;
  double zoom;
  double part;                   /* of its width that each edge keeps */
  double ink[WHENCE_MOST_PARTS]; /* square px, by part */
} Passing;

/* What a fact alone says: its evidence, its width, and its weight in the competition for room: amounts first,
 * then what carries a date. */
static void
weigh_part (guint32 first, guint32 end, guint part, gpointer data)
{
  const Passing *passing = data;
  const WhenceGraphScene *scene = passing->scene;

  for (guint32 i = first; i < end; i++)
    {
      WhenceGraphEdge *edge = &scene->edges[i];
      WhenceFact fact;
      edge->change = whence_scope_get_change (scene->scope, edge->fact);
      edge->support = whence_scope_get_evidence (scene->scope, edge->fact).support;
      edge->width = passing->zoom * (edge->spoke || edge->negated ? SPOKE_WIDTH : EDGE_WIDTH);
      if (edge->spoke)
        continue;
      whence_bundle_get_fact (whence_scope_get_bundle (scene->scope), edge->fact, &fact);
      edge->importance = (fact.has_amount && !edge->negated ? 3 : 0) + (fact.has_share ? 1 : 0)
                         + (fact.dated.text != NULL ? 0.5 : 0.2);
    }
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
      WhencePoint a = scene->nodes[scene->edges[i].from].at, b = scene->nodes[scene->edges[i].to].at;
      gboolean beside = MAX (a.x, b.x) < 0 || MAX (a.y, b.y) < 0 || MIN (a.x, b.x) > scene->width
                        || MIN (a.y, b.y) > scene->height;
      if (!beside)
        ink += scene->edges[i].width
               * MIN (diagonal, sqrt ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)));
    }
  passing->ink[part] = ink;
}

static void
thin_part (guint32 first, guint32 end, guint part, gpointer data)
{
  const Passing *passing = data;

  for (guint32 i = first; i < end; i++)
    {
      passing->scene->edges[i].width *= passing->part;
      passing->scene->edges[i].arrow &= !passing->scene->dense;
    }
}

/* Where lines would cover one another they become hairlines, then fade, and carry no arrows and signs. */
static void
thin_edges (Passing *passing)
{
  WhenceGraphScene *scene = passing->scene;
  guint n_parts = whence_in_parts (scene->n_edges, WHENCE_GRAPH_LEAST_PART, measure_part, passing);
  double ink = 0, part;

  for (guint i = 0; i < n_parts; i++)
    ink += passing->ink[i];
  ink /= MAX (1, scene->width * scene->height);
  part = ink > MOST_INK ? sqrt (MOST_INK / ink) : 1;
  scene->dense = part < DENSE;
  scene->omitted.n_plain = scene->dense ? scene->n_edges : 0;
  scene->line_opacity = scene->dense ? MAX (part / DENSE, FAINTEST) : 1;
  passing->part = MAX (part, THINNEST);
  if (part < 1)
    whence_in_parts (scene->n_edges, WHENCE_GRAPH_LEAST_PART, thin_part, passing);
}

static gboolean
has_one_type (const WhenceGraphScene *scene)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);

  for (guint32 i = 1; i < scene->n_edges; i++)
    if (whence_bundle_get_fact_type (bundle, scene->edges[i].fact)
        != whence_bundle_get_fact_type (bundle, scene->edges[0].fact))
      return FALSE;
  return scene->n_edges >= FEW_EDGES;
}

static void
add_edge (WhenceGraphScene *scene, const WhenceTie *tie, const guint32 *scene_node, gboolean negated)
{
  WhenceGraphEdge *edge = &scene->edges[scene->n_edges];

  if (!whence_graph_scene_draws (scene, tie->fact) || scene_node[tie->from] == WHENCE_NONE
      || scene_node[tie->to] == WHENCE_NONE)
    return;
  edge->fact = tie->fact;
  edge->from = scene_node[tie->from];
  edge->to = scene_node[tie->to];
  edge->n_on_line = 1;
  edge->spoke = tie->spoke;
  edge->arrow = tie->arrow;
  edge->role = tie->role;
  edge->negated = negated;
  edge->activity = whence_scope_get_activity (scene->scope, tie->fact);
  scene->n_edges++;
}

/* Where no line differs from another by its sources, dots would say nothing and blur everything. */
static gboolean
has_no_source (const WhenceGraphScene *scene)
{
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (scene->edges[i].support != WHENCE_SUPPORT_UNSOURCED)
      return FALSE;
  return scene->n_edges >= FEW_EDGES;
}

/* An entity comes, or goes, with all its ties. */
static void
weigh_nodes (WhenceGraphScene *scene)
{
  g_autofree guint8 *seen = g_new0 (guint8, MAX (1, scene->n_nodes));

  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      const WhenceGraphEdge *edge = &scene->edges[i];
      guint8 dates = edge->negated                         ? 0
                     : edge->change == WHENCE_CHANGE_BEGUN ? 2
                     : edge->change == WHENCE_CHANGE_ENDED ? 1
                                                           : 3;
      seen[edge->from] |= dates;
      seen[edge->to] |= dates;
      scene->nodes[edge->from].n_facts += !edge->negated;
      scene->nodes[edge->to].n_facts += !edge->negated;
    }
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].entity != WHENCE_NONE && whence_scope_get_changes (scene->scope) != NULL)
      scene->nodes[i].change = seen[i] == 0   ? WHENCE_CHANGE_NONE
                               : seen[i] == 1 ? WHENCE_CHANGE_ENDED
                               : seen[i] == 2 ? WHENCE_CHANGE_BEGUN
                                              : WHENCE_CHANGE_UNCHANGED;
}

void
whence_graph_list_edges (WhenceGraphScene *scene, const guint32 *scene_node, double zoom)
{
  const WhenceGraph *graph = scene->graph;
  guint32 n_negated = scene->negated ? graph->n_negated : 0, k = 0;
  Passing passing = { .scene = scene, .zoom = zoom };

  scene->edges = g_new0 (WhenceGraphEdge, MAX (1, graph->n_ties + n_negated));
  /* Both in the order of their facts. */
  for (guint32 i = 0; i < graph->n_ties; i++)
    {
      while (k < n_negated && graph->negated[k].fact < graph->ties[i].fact)
        add_edge (scene, &graph->negated[k++], scene_node, TRUE);
      add_edge (scene, &graph->ties[i], scene_node, FALSE);
    }
  while (k < n_negated)
    add_edge (scene, &graph->negated[k++], scene_node, TRUE);
  whence_in_parts (scene->n_edges, WHENCE_GRAPH_LEAST_PART, weigh_part, &passing);
  weigh_nodes (scene);
  scene->uniform = has_one_type (scene);
  scene->unsourced = has_no_source (scene);
  widen_by_amounts (scene, zoom);
  for (guint32 i = 0; i < scene->n_edges && whence_scope_get_changes (scene->scope) != NULL; i++)
    if (!scene->edges[i].spoke)
      weigh_change (&scene->edges[i], zoom);
  thin_edges (&passing);
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

  return scene->currency != NULL && carries_amount (scene, edge, &amount)
         && g_strcmp0 (amount.currency, scene->currency) == 0;
}
