/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Valuations of one entity in the order of time make a line of steps. It rises where the next date begins, no
 * earlier; steps narrower than a pixel are merged into one riser, so that a line has no more parts than the
 * view has pixels. What is denied or only planned is no step. */
#include "layout/amounts-scene-private.h"

typedef struct
{
  guint32 entity, fact;
  gint64 from, to;
  WhenceDecimal value;
} Valuation;

gboolean
whence_amount_is_valuation (const WhenceFact *fact)
{
  return fact->type->builtin && fact->type->category == WHENCE_CATEGORY_VALUATION
         && (fact->subject != WHENCE_NONE || fact->object != WHENCE_NONE);
}

static gboolean
is_step (const WhenceFact *fact)
{
  gboolean said = fact->status == WHENCE_STATUS_REPORTED || fact->status == WHENCE_STATUS_CONFIRMED;
  return whence_amount_is_valuation (fact) && said && !fact->negated;
}

static int
compare_valuations (gconstpointer a, gconstpointer b)
{
  const Valuation *p = a, *q = b;
  if (p->entity != q->entity)
    return p->entity < q->entity ? -1 : 1;
  if (p->from != q->from)
    return p->from < q->from ? -1 : 1;
  if (p->to != q->to)
    return p->to < q->to ? -1 : 1;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

static GArray *
collect_valuations (const WhenceAmountsScene *scene, const GArray *facts)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  GArray *valuations = g_array_new (FALSE, FALSE, sizeof (Valuation));
  for (guint i = 0; i < facts->len; i++)
    {
      WhenceFact record;
      Valuation one = { .fact = g_array_index (facts, guint32, i) };
      whence_bundle_get_fact (bundle, one.fact, &record);
      if (!is_step (&record) || !whence_value_has_place (record.amount.value, scene->scale)
          || !whence_mark_extent (&record.dated.date, &one.from, &one.to))
        continue;
      one.entity = record.subject != WHENCE_NONE ? record.subject : record.object;
      one.value = record.amount.value;
      g_array_append_val (valuations, one);
    }
  g_array_sort (valuations, compare_valuations);
  return valuations;
}

/* Where the date of a valuation is past: a step that goes on is a thought from here on. */
static double
end_of (const WhenceAmountsScene *scene, const Valuation *valuation)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  const WhenceDate *date = whence_bundle_get_fact_date (bundle, valuation->fact);
  gint64 to = date->end.kind == WHENCE_BOUND_OPEN ? MAX (valuation->to, whence_scope_get_today (scene->scope))
                                                  : valuation->to;
  return whence_time_view_to_x (scene->view, to);
}

static void
add_step (const WhenceAmountsScene *scene, WhenceAmountStep step, guint first, GArray *steps)
{
  WhenceAmountStep *last =
    steps->len > first ? &g_array_index (steps, WhenceAmountStep, steps->len - 1) : NULL;
  gboolean riser_in_view = step.rises && step.x1 >= scene->left && step.x1 <= scene->right;
  step.x0 = CLAMP (step.x0, scene->left, scene->right);
  step.x1 = CLAMP (step.x1, step.x0, scene->right);
  step.rises = riser_in_view;
  if (step.x1 - step.x0 < 1 && !riser_in_view)
    return;
  if (last != NULL && last->rises && step.x1 - last->x1 < 1)
    last->rises_to = step.rises ? step.rises_to : last->rises_to;
  else
    g_array_append_val (steps, step);
}

/* The same in every strip. */
static guint
number_owner (GArray *owners, guint32 entity)
{
  for (guint i = 0; i < owners->len; i++)
    if (g_array_index (owners, guint32, i) == entity)
      return i;
  g_array_append_val (owners, entity);
  return owners->len - 1;
}

void
whence_amounts_add_steps (WhenceAmountsBuilder *builder, const WhenceValueAxis *axis, const GArray *facts)
{
  const WhenceAmountsScene *scene = builder->scene;
  GArray *steps = builder->steps;
  g_autoptr (GArray) valuations = collect_valuations (scene, facts);
  const Valuation *all = (const Valuation *) (gconstpointer) valuations->data;
  double today = whence_time_view_to_x (scene->view, whence_scope_get_today (scene->scope));
  guint first = steps->len, whose = 0;
  for (guint i = 0; i < valuations->len; i++)
    {
      gboolean goes_on = i + 1 < valuations->len && all[i + 1].entity == all[i].entity;
      WhenceAmountStep step = { .fact = all[i].fact, .rises = goes_on };
      if (i == 0 || all[i - 1].entity != all[i].entity)
        {
          first = steps->len;
          whose = number_owner (builder->owners, all[i].entity);
        }
      step.whose = whose;
      step.y = whence_value_axis_get_y (axis, all[i].value);
      step.x0 = end_of (scene, &all[i]);
      step.x1 = goes_on ? whence_time_view_to_x (scene->view, all[i + 1].from) : today;
      step.x0 = MIN (step.x0, MAX (step.x1, whence_time_view_to_x (scene->view, all[i].from)));
      if (goes_on)
        step.rises_to = whence_value_axis_get_y (axis, all[i + 1].value);
      add_step (scene, step, first, steps);
    }
}
