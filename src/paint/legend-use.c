/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks what the scenes show, not what the bundle holds: an encoding that only hidden facts have is not
 * explained. */
#include "paint/legend-use.h"

#include "layout/amounts-scene-private.h"
#include "layout/graph-scene-private.h"
#include "layout/shelf-column.h"
#include "layout/timeline-scene-private.h"
#include "paint/legend-amounts.h"

#define BIT(n) (1u << (n))

static void
add_type (WhenceLegendUse *use, const WhenceFactType *type)
{
  if (type->color == NULL)
    use->categories |= BIT (type->category);
  else if (!g_ptr_array_find (use->own_types, type, NULL))
    g_ptr_array_add (use->own_types, (gpointer) type);
}

static void
add_status (WhenceLegendUse *use, WhenceStatus status, gboolean negated)
{
  use->statuses |= BIT (status);
  use->negated |= negated;
}

/* --- Timeline --- */

static void
add_change (WhenceLegendUse *use, const WhenceScope *scope, guint32 fact)
{
  const WhenceChanges *changes = whence_scope_get_changes (scope);
  WhenceChange change = whence_scope_get_change (scope, fact);

  if (changes == NULL || change == WHENCE_CHANGE_NONE)
    return;
  use->changes |= BIT (change == WHENCE_CHANGE_FORMER ? WHENCE_CHANGE_CHANGED : change);
  use->open |= whence_change_sign (change) != NULL && whence_changes_is_possible (changes, fact);
}

static guint
get_date_looks (const WhenceTimelineItem *item)
{
  static const guint look_of_end[][2] = {
    [WHENCE_END_SOFT] = { BIT (WHENCE_DATE_LOOK_ABOUT), BIT (WHENCE_DATE_LOOK_ABOUT) },
    [WHENCE_END_OPEN] = { BIT (WHENCE_DATE_LOOK_NO_BEGINNING), BIT (WHENCE_DATE_LOOK_GOES_ON) },
    [WHENCE_END_UNKNOWN] = { BIT (WHENCE_DATE_LOOK_START_UNKNOWN), BIT (WHENCE_DATE_LOOK_END_UNKNOWN) },
    [WHENCE_END_CUT] = { 0, 0 },
  };
  const WhenceMarkShape *shape = &item->shape;
  if (item->displaced)
    return BIT (WHENCE_DATE_LOOK_DISPUTED);
  guint looks = look_of_end[shape->end0][0] | look_of_end[shape->end1][1];
  gboolean body = shape->body1 - shape->body0 >= 1;

  if (shape->dot)
    looks |= BIT (WHENCE_DATE_LOOK_POINT);
  else if (body)
    looks |= BIT (shape->several ? WHENCE_DATE_LOOK_SEVERAL : WHENCE_DATE_LOOK_THROUGHOUT);
  if (!shape->dot
      && (!body || shape->x0 + shape->tail0 < shape->body0 - 1
          || shape->x1 - shape->tail1 > shape->body1 + 1))
    looks |= BIT (WHENCE_DATE_LOOK_WITHIN);
  if (shape->dashed0 || shape->dashed1)
    looks |= BIT (WHENCE_DATE_LOOK_UNCERTAIN);
  if (item->inferred)
    looks |= BIT (WHENCE_DATE_LOOK_INFERRED);
  if (item->n_ghosts > 0)
    looks |= BIT (WHENCE_DATE_LOOK_DISPUTED);
  return looks;
}

static void
add_item (WhenceLegendUse *use, const WhenceTimelineItem *item)
{
  use->on_timeline = use->signs = TRUE;
  use->supports |= BIT (item->support);
  add_type (use, item->type);
  add_status (use, (WhenceStatus) item->status, item->negated);
  use->perhaps |= item->perhaps;
  if (item->kind == WHENCE_ITEM_MARK && !item->shape.dot)
    use->stretch_supports |= BIT (item->support);
  else
    use->dot_supports |= BIT (item->support);
  if (item->kind == WHENCE_ITEM_MARK)
    use->date_looks |= get_date_looks (item);
}

static gboolean
shows_period (const WhenceTimelineScene *scene, WhencePeriod period)
{
  return whence_time_view_to_x (scene->view, period.from) < scene->width
         && whence_time_view_to_x (scene->view, period.to) > scene->gutter;
}

static gboolean
shows_as_of (const WhenceTimelineScene *scene)
{
  const WhenceChanges *changes = whence_scope_get_changes (scene->scope);
  WhencePeriod period;
  if (changes != NULL)
    return shows_period (scene, whence_changes_get_earlier (changes))
           || shows_period (scene, whence_changes_get_later (changes));
  if (!whence_scope_has_as_of (scene->scope))
    return FALSE;
  whence_scope_get_as_of (scene->scope, &period.from, &period.to);
  return shows_period (scene, period);
}

static void
add_timeline (WhenceLegendUse *use, const WhenceTimelineScene *scene)
{
  guint lane = G_MAXUINT;
  use->as_of = shows_as_of (scene);
  use->compared |= whence_scope_get_changes (scene->scope) != NULL;
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      use->clusters |= item->kind == WHENCE_ITEM_CLUSTER;
      use->scales |= use->bars && item->kind == WHENCE_ITEM_BAR && item->lane != lane;
      use->bars |= item->kind == WHENCE_ITEM_BAR;
      lane = item->kind == WHENCE_ITEM_BAR ? item->lane : lane;
      use->bands |= item->kind == WHENCE_ITEM_BAND;
      if (item->kind == WHENCE_ITEM_BAND)
        add_type (use, item->type);
      use->signs |= item->kind == WHENCE_ITEM_BAND;
      if (item->kind != WHENCE_ITEM_MARK && item->kind != WHENCE_ITEM_SHELVED)
        continue;
      if (item->kind == WHENCE_ITEM_MARK)
        add_change (use, scene->scope, item->fact);
      add_item (use, item);
    }
  for (guint i = 0; scene->column != NULL && i < scene->column->n_items; i++)
    add_item (use, &scene->column->items[i]);
}

/* --- Amounts --- */

static void
add_amounts (WhenceLegendUse *use, const WhenceAmountsScene *scene)
{
  use->amounts = whence_amount_signs_in (scene);
  for (guint i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].look != WHENCE_AMOUNT_GROUP)
      add_item (use, &scene->marks[i].item);
}

/* --- Graph --- */

static void
add_class (WhenceLegendUse *use, guint32 entity)
{
  if (whence_graph_look_has_classes (use->look))
    use->classes |= BIT (MIN (whence_graph_look_get_class (use->look, entity), WHENCE_GRAPH_LOOK_CLASSES));
}

static void
add_nodes (WhenceLegendUse *use, const WhenceGraphScene *scene)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  double radius = 0;
  use->look = scene->look;
  for (guint i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      use->on_graph = TRUE;
      use->compared |= whence_scope_get_changes (scene->scope) != NULL;
      if (node->entity == WHENCE_NONE)
        {
          use->fact_nodes = TRUE;
          add_type (use, whence_bundle_get_fact_type (bundle, node->fact));
          continue;
        }
      use->faint |= node->faint;
      add_class (use, node->entity);
      if (node->dot)
        continue;
      use->sizes |= radius > 0 && node->radius != radius;
      radius = node->radius;
      const WhenceEntityType *type = whence_bundle_get_entity_type (bundle, node->entity);
      if (!g_ptr_array_find (use->entity_types, type, NULL))
        g_ptr_array_add (use->entity_types, (gpointer) type);
    }
}

static void
add_edge (WhenceLegendUse *use, const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  const WhenceKnownBy *known_by = whence_scope_get_known_by (scene->scope);
  gboolean perhaps = whence_known_by_get_fact (known_by, edge->fact) == WHENCE_ACTIVITY_POSSIBLE;

  use->signs |= edge->glyphed;
  add_status (use, whence_bundle_get_fact_status (bundle, edge->fact), edge->negated);
  use->supports |= BIT (edge->support);
  use->weights |= edge->n_on_line == 1 && whence_graph_edge_has_weight (scene, edge);
  use->joined |= edge->n_on_line > 1;
  use->perhaps |= perhaps;
  use->possible |= edge->activity == WHENCE_ACTIVITY_POSSIBLE && !perhaps;
  add_change (use, scene->scope, edge->fact);
}

/* Hairlines, which a scene that is only counted does not have, tell what a tie is about and nothing else. */
static void
add_edges (WhenceLegendUse *use, const WhenceGraphScene *scene)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  const WhenceSceneTies *ties = scene->ties;
  use->unsourced = scene->unsourced;
  use->currency = scene->omitted.n_foreign > 0 ? scene->currency : NULL;
  for (guint i = 0; i < ties->n_ties; i++)
    add_type (use, whence_bundle_get_fact_type (bundle, ties->ties[i].fact));
  for (guint i = 0; i < scene->n_edges && !scene->dense; i++)
    add_edge (use, scene, &scene->edges[i]);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const WhenceEntityType *const *x = a, *const *y = b;
  return (int) (*x)->shape - (int) (*y)->shape != 0 ? (int) (*x)->shape - (int) (*y)->shape
                                                    : strcmp ((*x)->name, (*y)->name);
}

void
whence_legend_use_init (WhenceLegendUse *use, const WhenceTimelineScene *timeline,
                        const WhenceAmountsScene *amounts, const WhenceGraphScene *graph)
{
  *use = (WhenceLegendUse){ .own_types = g_ptr_array_new (), .entity_types = g_ptr_array_new () };
  if (timeline != NULL)
    add_timeline (use, timeline);
  if (amounts != NULL)
    add_amounts (use, amounts);
  if (graph != NULL)
    {
      add_nodes (use, graph);
      add_edges (use, graph);
      g_ptr_array_sort (use->entity_types, compare_labels);
    }
}

void
whence_legend_use_clear (WhenceLegendUse *use)
{
  g_clear_pointer (&use->own_types, g_ptr_array_unref);
  g_clear_pointer (&use->entity_types, g_ptr_array_unref);
}
