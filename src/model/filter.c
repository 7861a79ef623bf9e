/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filters as values: a sorted array for each facet, a few ranges of amounts. Linear in what is chosen. */
#include "model/filter-private.h"

#include <string.h>

#include "model/lower-bound.h"

static void
clear_range (gpointer data)
{
  g_free ((char *) ((WhenceAmountRange *) data)->currency);
}

WhenceFilter *
whence_filter_new (void)
{
  WhenceFilter *filter = g_new0 (WhenceFilter, 1);

  g_atomic_ref_count_init (&filter->references);
  for (guint f = 0; f < WHENCE_N_FACETS; f++)
    filter->values[f] = g_array_new (FALSE, FALSE, sizeof (guint32));
  filter->amounts = g_array_new (FALSE, FALSE, sizeof (WhenceAmountRange));
  g_array_set_clear_func (filter->amounts, clear_range);
  return filter;
}

WhenceFilter *
whence_filter_ref (WhenceFilter *filter)
{
  g_atomic_ref_count_inc (&filter->references);
  return filter;
}

void
whence_filter_unref (WhenceFilter *filter)
{
  if (!g_atomic_ref_count_dec (&filter->references))
    return;
  for (guint f = 0; f < WHENCE_N_FACETS; f++)
    g_array_unref (filter->values[f]);
  g_array_unref (filter->amounts);
  g_free (filter);
}

/* Where @value is among the sorted @values, or should be. */
static gboolean
find (const GArray *values, guint32 value, guint *at)
{
  *at = whence_lower_bound_uint32 ((const guint32 *) (gconstpointer) values->data, values->len, value);
  return *at < values->len && g_array_index (values, guint32, *at) == value;
}

void
whence_filter_add_value (WhenceFilter *filter, WhenceFacet facet, guint32 value)
{
  guint at;

  if (!find (filter->values[facet], value, &at))
    g_array_insert_val (filter->values[facet], at, value);
}

void
whence_filter_add_range (WhenceFilter *filter, WhenceAmountRange range)
{
  guint at = 0;

  while (at < filter->amounts->len
         && strcmp (g_array_index (filter->amounts, WhenceAmountRange, at).currency, range.currency) < 0)
    at++;
  range.currency = g_strdup (range.currency);
  g_array_insert_val (filter->amounts, at, range);
}

static WhenceFilter *
copy (const WhenceFilter *filter)
{
  WhenceFilter *other = whence_filter_new ();

  for (guint f = 0; f < WHENCE_N_FACETS; f++)
    g_array_append_vals (other->values[f], filter->values[f]->data, filter->values[f]->len);
  for (guint i = 0; i < filter->amounts->len; i++)
    whence_filter_add_range (other, g_array_index (filter->amounts, WhenceAmountRange, i));
  return other;
}

WhenceFilter *
whence_filter_toggle (const WhenceFilter *filter, WhenceFacet facet, guint32 value)
{
  WhenceFilter *other = copy (filter);
  guint at;

  if (find (other->values[facet], value, &at))
    g_array_remove_index (other->values[facet], at);
  else
    g_array_insert_val (other->values[facet], at, value);
  return other;
}

WhenceFilter *
whence_filter_set_amounts (const WhenceFilter *filter, const char *currency, const WhenceDecimal *low,
                           const WhenceDecimal *high)
{
  WhenceFilter *other = copy (filter);
  WhenceAmountRange range = { .currency = currency, .has_low = low != NULL, .has_high = high != NULL };

  for (guint i = 0; i < other->amounts->len; i++)
    if (g_str_equal (g_array_index (other->amounts, WhenceAmountRange, i).currency, currency))
      g_array_remove_index (other->amounts, i--);
  if (low != NULL)
    range.low = *low;
  if (high != NULL)
    range.high = *high;
  if (low != NULL || high != NULL)
    whence_filter_add_range (other, range);
  return other;
}

gboolean
whence_filter_is_empty (const WhenceFilter *filter)
{
  for (guint f = 0; f < WHENCE_N_FACETS; f++)
    if (filter->values[f]->len > 0)
      return FALSE;
  return filter->amounts->len == 0;
}

static gboolean
ranges_equal (const WhenceAmountRange *a, const WhenceAmountRange *b)
{
  return g_str_equal (a->currency, b->currency) && a->has_low == b->has_low && a->has_high == b->has_high
         && (!a->has_low || whence_decimal_compare (a->low, b->low) == 0)
         && (!a->has_high || whence_decimal_compare (a->high, b->high) == 0);
}

gboolean
whence_filter_equal (const WhenceFilter *a, const WhenceFilter *b)
{
  for (guint f = 0; f < WHENCE_N_FACETS; f++)
    if (a->values[f]->len != b->values[f]->len
        || (a->values[f]->len > 0
            && memcmp (a->values[f]->data, b->values[f]->data, a->values[f]->len * sizeof (guint32)) != 0))
      return FALSE;
  if (a->amounts->len != b->amounts->len)
    return FALSE;
  for (guint i = 0; i < a->amounts->len; i++)
    if (!ranges_equal (&g_array_index (a->amounts, WhenceAmountRange, i),
                       &g_array_index (b->amounts, WhenceAmountRange, i)))
      return FALSE;
  return TRUE;
}

gboolean
whence_filter_has (const WhenceFilter *filter, WhenceFacet facet, guint32 value)
{
  guint at;

  return find (filter->values[facet], value, &at);
}

const guint32 *
whence_filter_get_values (const WhenceFilter *filter, WhenceFacet facet, guint *n_values)
{
  *n_values = filter->values[facet]->len;
  return (const guint32 *) (gconstpointer) filter->values[facet]->data;
}

const WhenceAmountRange *
whence_filter_get_amounts (const WhenceFilter *filter, guint *n_ranges)
{
  *n_ranges = filter->amounts->len;
  return (const WhenceAmountRange *) (gconstpointer) filter->amounts->data;
}
