/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One strip of the amounts track: the amounts of one currency. The axis is over all of them, also those out
 * of view, so that it stands still while time moves. O(n log n). */
#include "layout/amounts-scene-private.h"

/* px */
#define INSET_TOP 10.0   /* half of a sign and a little air */
#define INSET_BOTTOM 8.0 /* the same below the ground line */
#define AREA_OF_SIGN 2400.0
#define LEAST_SIGNS 12
#define MOST_UNDATED 4 /* lines in a strip */

/* The facts of a strip by what becomes of them. */
typedef struct
{
  GArray *placed;     /* guint32: with a date and a place on the axis */
  GArray *undated;    /* guint32: with a place, without a date */
  GArray *candidates; /* WhenceAmountCandidate: in view */
} Crowd;

static void
sort_out (WhenceAmountsBuilder *builder, const GArray *facts, const char *currency, Crowd *crowd)
{
  WhenceFact record;
  gint64 from, to;
  for (guint i = 0; i < facts->len; i++)
    {
      guint32 fact = g_array_index (facts, guint32, i);
      whence_bundle_get_fact (builder->bundle, fact, &record);
      if (!g_str_equal (record.amount.currency, currency))
        continue;
      if (!whence_value_has_place (record.amount.value, builder->request->scale))
        builder->scene->omitted.n_placeless++;
      else if (whence_mark_extent (&record.dated.date, &from, &to))
        g_array_append_val (crowd->placed, fact);
      else
        g_array_append_val (crowd->undated, fact);
    }
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint32 p = *(const guint32 *) a, q = *(const guint32 *) b;
  WhenceFact one, other;
  whence_bundle_get_fact (user_data, p, &one);
  whence_bundle_get_fact (user_data, q, &other);
  int order = whence_decimal_compare (other.amount.value, one.amount.value);
  return order != 0 ? order : p < q ? -1 : p > q;
}

/* The greatest have a line; the others are counted. */
static void
choose_undated (WhenceAmountsBuilder *builder, Crowd *crowd)
{
  g_array_sort_with_data (crowd->undated, compare_values, (gpointer) builder->bundle);
  if (crowd->undated->len <= MOST_UNDATED)
    return;
  builder->scene->omitted.n_undated += crowd->undated->len - MOST_UNDATED;
  g_array_set_size (crowd->undated, MOST_UNDATED);
}

static void
widen (WhenceDecimal value, WhenceValueScale scale, gboolean *any, WhenceDecimal *lowest,
       WhenceDecimal *highest)
{
  if (!whence_value_has_place (value, scale))
    return;
  if (!*any || whence_decimal_compare (value, *lowest) < 0)
    *lowest = value;
  if (!*any || whence_decimal_compare (value, *highest) > 0)
    *highest = value;
  *any = TRUE;
}

/* Over the values and the limits of @facts. */
static void
widen_by (const WhenceAmountsBuilder *builder, const GArray *facts, gboolean *any, WhenceDecimal *lowest,
          WhenceDecimal *highest)
{
  for (guint i = 0; i < facts->len; i++)
    {
      WhenceFact record;
      whence_bundle_get_fact (builder->bundle, g_array_index (facts, guint32, i), &record);
      const WhenceAmount *amount = &record.amount;
      widen (amount->value, builder->request->scale, any, lowest, highest);
      if (amount->flags & WHENCE_AMOUNT_HAS_LOW)
        widen (amount->low, builder->request->scale, any, lowest, highest);
      if (amount->flags & WHENCE_AMOUNT_HAS_HIGH)
        widen (amount->high, builder->request->scale, any, lowest, highest);
      for (guint k = 0; k < record.n_citations; k++)
        {
          WhenceCitation citation;
          whence_bundle_get_fact_citation (builder->bundle, g_array_index (facts, guint32, i), k, &citation);
          if (whence_scope_counts (builder->scene->scope, g_array_index (facts, guint32, i), k)
              && citation.has_amount && g_str_equal (citation.amount.currency, amount->currency))
            widen (citation.amount.value, builder->request->scale, any, lowest, highest);
        }
    }
}

static gboolean
init_axis (const WhenceAmountsBuilder *builder, WhenceAmountStrip *strip, const Crowd *crowd)
{
  WhenceDecimal lowest = { 0 }, highest = { 0 };
  gboolean any = FALSE;
  widen_by (builder, crowd->placed, &any, &lowest, &highest);
  widen_by (builder, crowd->undated, &any, &lowest, &highest);
  if (any)
    whence_value_axis_init (&strip->axis, builder->request->scale, lowest, highest, strip->currency,
                            strip->top + INSET_TOP, strip->bottom - INSET_BOTTOM, &builder->request->measure);
  return any;
}

static void
collect_in_view (WhenceAmountsBuilder *builder, const WhenceAmountStrip *strip, Crowd *crowd)
{
  WhenceAmountsScene *scene = builder->scene;
  for (guint i = 0; i < crowd->placed->len; i++)
    {
      WhenceAmountCandidate c = { .fact = g_array_index (crowd->placed, guint32, i) };
      WhenceFact record;
      whence_bundle_get_fact (builder->bundle, c.fact, &record);
      if (!whence_mark_shape_init (&c.shape, &record.dated.date, scene->view, scene->left, scene->right,
                                   whence_scope_get_today (scene->scope)))
        {
          scene->omitted.n_off_range++;
          continue;
        }
      whence_mark_extent (&record.dated.date, &c.from, &c.to);
      c.valuation = whence_amount_is_valuation (&record);
      c.middle = (c.shape.x0 + c.shape.tail0 + c.shape.x1 - c.shape.tail1) / 2;
      c.y = whence_value_axis_get_y (&strip->axis, record.amount.value);
      g_array_append_val (crowd->candidates, c);
    }
}

static void
add_signs (WhenceAmountsBuilder *builder, const WhenceAmountStrip *strip, GArray *candidates)
{
  double area = (builder->scene->right - builder->scene->left) * (strip->bottom - strip->top);
  guint budget = MAX (LEAST_SIGNS, (guint) (area / AREA_OF_SIGN));
  whence_amounts_group (candidates, budget, builder->scene->view.seconds_per_px);
  const WhenceAmountCandidate *all = (const WhenceAmountCandidate *) (gconstpointer) candidates->data;
  for (guint first = 0, end; first < candidates->len; first = end)
    {
      for (end = first + 1; end < candidates->len && all[end].group == all[first].group;)
        end++;
      WhenceAmountMark mark = end == first + 1
                                ? whence_amounts_make_sign (builder, strip, &all[first])
                                : whence_amounts_make_group (builder, &all[first], end - first);
      g_array_append_val (builder->marks, mark);
    }
}

static void
add_undated (WhenceAmountsBuilder *builder, const WhenceAmountStrip *strip, const GArray *undated)
{
  for (guint i = 0; i < undated->len; i++)
    {
      WhenceAmountMark mark =
        whence_amounts_make_undated (builder, strip, g_array_index (undated, guint32, i));
      g_array_append_val (builder->marks, mark);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const WhenceAmountMark *p = a, *q = b;
  gboolean p_undated = p->look == WHENCE_AMOUNT_UNDATED, q_undated = q->look == WHENCE_AMOUNT_UNDATED;
  if (p_undated != q_undated)
    return p_undated ? 1 : -1;
  if (p->middle != q->middle)
    return p->middle < q->middle ? -1 : 1;
  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;
  return p->item.fact < q->item.fact ? -1 : p->item.fact > q->item.fact;
}

static void
name_strip (const WhenceAmountsBuilder *builder, WhenceAmountStrip *strip)
{
  double room = (builder->scene->right - builder->scene->left) / 3;
  whence_text_block_init (&strip->name, strip->currency, WHENCE_FONT_SMALL, room, 1,
                          &builder->request->measure);
  strip->name_at = (WhencePoint){ builder->scene->right - strip->name.width, strip->top + 1 };
}

void
whence_amounts_build_strip (WhenceAmountsBuilder *builder, WhenceAmountStrip *strip, const GArray *facts,
                            gboolean named)
{
  Crowd crowd = { g_array_new (FALSE, FALSE, sizeof (guint32)), g_array_new (FALSE, FALSE, sizeof (guint32)),
                  g_array_new (FALSE, FALSE, sizeof (WhenceAmountCandidate)) };
  strip->first_mark = builder->marks->len;
  strip->first_step = builder->steps->len;
  sort_out (builder, facts, strip->currency, &crowd);
  choose_undated (builder, &crowd);
  if (named)
    name_strip (builder, strip);
  if (init_axis (builder, strip, &crowd))
    {
      collect_in_view (builder, strip, &crowd);
      add_signs (builder, strip, crowd.candidates);
      add_undated (builder, strip, crowd.undated);
      whence_amounts_add_steps (builder, &strip->axis, crowd.placed);
    }
  strip->n_marks = builder->marks->len - strip->first_mark;
  strip->n_steps = builder->steps->len - strip->first_step;
  if (strip->n_marks > 0)
    qsort (&g_array_index (builder->marks, WhenceAmountMark, strip->first_mark), strip->n_marks,
           sizeof (WhenceAmountMark), compare_marks);
  g_array_unref (crowd.placed);
  g_array_unref (crowd.undated);
  g_array_unref (crowd.candidates);
}
