/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an amount to its sign: shape and evidence as on the timeline, height by value, limits, and the values
 * of other sources. Constant time but for the citations of disputed facts. */
#include <math.h>

#include "model/date-names.h"

#include "layout/amounts-scene-private.h"

/* Limits that the amount gives, or those of “about”, as far as they have a place. */
static void
set_limits (WhenceAmountMark *mark, const WhenceValueAxis *axis, const WhenceAmount *amount)
{
  gboolean about = (amount->flags & WHENCE_AMOUNT_APPROXIMATE) != 0;
  WhenceDecimal tenth, low = amount->value, high = amount->value;
  mark->low = mark->high = mark->y;
  mark->soft = FALSE;
  if (amount->flags & (WHENCE_AMOUNT_HAS_LOW | WHENCE_AMOUNT_HAS_HIGH))
    {
      low = amount->flags & WHENCE_AMOUNT_HAS_LOW ? amount->low : low;
      high = amount->flags & WHENCE_AMOUNT_HAS_HIGH ? amount->high : high;
    }
  else if (about && whence_decimal_multiply (amount->value, whence_decimal_make (1, -1), &tenth))
    {
      mark->soft = TRUE;
      if (!whence_decimal_add (amount->value, tenth, &high))
        high = amount->value;
      tenth.coefficient = -tenth.coefficient;
      if (!whence_decimal_add (amount->value, tenth, &low))
        low = amount->value;
    }
  if (whence_value_has_place (low, axis->scale))
    mark->low = whence_value_axis_get_y (axis, low);
  else
    mark->low = axis->bottom;
  if (whence_value_has_place (high, axis->scale))
    mark->high = whence_value_axis_get_y (axis, high);
}

/* The values that other sources give for the same amount, where they cannot all be true. */
static void
set_readings (WhenceAmountMark *mark, const WhenceScope *scope, const WhenceValueAxis *axis,
              const WhenceFact *record)
{
  if (!(whence_scope_get_evidence (scope, mark->item.fact).conflicts & WHENCE_CONFLICT_AMOUNT))
    return;
  for (guint i = 0; i < record->n_citations && mark->n_readings < WHENCE_AMOUNTS_READINGS; i++)
    {
      WhenceCitation citation;
      whence_bundle_get_fact_citation (whence_scope_get_bundle (scope), mark->item.fact, i, &citation);
      if (!whence_scope_counts (scope, mark->item.fact, i) || !citation.has_amount
          || !g_str_equal (citation.amount.currency, record->amount.currency)
          || !whence_value_has_place (citation.amount.value, axis->scale)
          || whence_amount_compare_readings (&citation.amount, &record->amount) != WHENCE_AGREEMENT_CONFLICT)
        continue;
      double y = whence_value_axis_get_y (axis, citation.amount.value);
      gboolean known = FALSE;
      for (guint k = 0; k < mark->n_readings; k++)
        known |= mark->readings[k] == y;
      if (!known)
        mark->readings[mark->n_readings++] = y;
    }
}

static void
set_box (WhenceAmountMark *mark, double x0, double x1, double height)
{
  mark->item.mark = (WhenceRect){ x0, mark->y - height / 2, x1 - x0, height };
  mark->item.bounds = mark->item.mark;
}

WhenceAmountMark
whence_amounts_make_sign (const WhenceAmountsBuilder *builder, const WhenceAmountStrip *strip,
                          const WhenceAmountCandidate *c)
{
  WhenceAmountMark mark = { .look = c->valuation ? WHENCE_AMOUNT_STEP : WHENCE_AMOUNT_STEM };
  WhenceFact record;
  whence_bundle_get_fact (builder->bundle, c->fact, &record);
  whence_timeline_item_init (&mark.item, builder->scene->scope, c->fact);
  mark.item.kind = WHENCE_ITEM_MARK;
  mark.item.start = c->from;
  mark.item.shape = c->shape;
  mark.y = c->y;
  mark.middle = c->middle;
  mark.ground = strip->axis.scale == WHENCE_SCALE_LOG
                  ? strip->axis.bottom
                  : whence_value_axis_get_y (&strip->axis, (WhenceDecimal){ 0 });
  set_limits (&mark, &strip->axis, &record.amount);
  set_readings (&mark, builder->scene->scope, &strip->axis, &record);
  set_box (&mark, c->shape.x0, c->shape.x1, WHENCE_MARK_HEIGHT);
  return mark;
}

WhenceAmountMark
whence_amounts_make_group (WhenceAmountsBuilder *builder, const WhenceAmountCandidate *first, guint n)
{
  WhenceAmountMark mark = { .look = WHENCE_AMOUNT_GROUP };
  g_autofree char *count = whence_count_name (n);
  double x0 = INFINITY, x1 = -INFINITY, x = 0, y = 0;
  mark.low = -INFINITY;
  mark.high = INFINITY;
  mark.item.kind = WHENCE_ITEM_CLUSTER;
  mark.item.fact = WHENCE_NONE;
  mark.item.start = first->from;
  mark.item.first_fact = builder->grouped->len;
  mark.item.n_facts = n;
  for (guint i = 0; i < n; i++)
    {
      x0 = MIN (x0, first[i].shape.x0);
      x1 = MAX (x1, first[i].shape.x1);
      mark.low = MAX (mark.low, first[i].y);
      mark.high = MIN (mark.high, first[i].y);
      x += first[i].middle / n;
      y += first[i].y / n;
      g_array_append_val (builder->grouped, first[i].fact);
    }
  whence_text_block_init (&mark.count, count, WHENCE_FONT_SMALL, 60, 1, &builder->request->measure);
  double width = MAX (mark.count.width + 10, 16);
  mark.y = y;
  mark.item.shape = (WhenceMarkShape){ .x0 = x0, .x1 = x1 };
  mark.middle = CLAMP (x, builder->scene->left + width / 2, builder->scene->right - width / 2);
  set_box (&mark, mark.middle - width / 2, mark.middle + width / 2, 15);
  builder->scene->omitted.n_grouped += n;
  return mark;
}

WhenceAmountMark
whence_amounts_make_undated (const WhenceAmountsBuilder *builder, const WhenceAmountStrip *strip,
                             guint32 fact)
{
  WhenceAmountMark mark = { .look = WHENCE_AMOUNT_UNDATED };
  WhenceFact record;
  whence_bundle_get_fact (builder->bundle, fact, &record);
  whence_timeline_item_init (&mark.item, builder->scene->scope, fact);
  mark.item.kind = WHENCE_ITEM_SHELVED;
  mark.item.start = G_MAXINT64;
  mark.y = mark.ground = whence_value_axis_get_y (&strip->axis, record.amount.value);
  set_limits (&mark, &strip->axis, &record.amount);
  set_box (&mark, builder->scene->left, builder->scene->left + WHENCE_DOT, WHENCE_MARK_HEIGHT);
  return mark;
}
