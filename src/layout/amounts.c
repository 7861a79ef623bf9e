/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks over the facts. Nothing is summed: amounts are counted, and compared within one currency. */
#include "layout/amounts.h"

#include <string.h>

static gboolean
get_amount (const WhenceScope *scope, guint32 fact, WhenceAmount *amount)
{
  return whence_scope_shows (scope, fact)
         && whence_bundle_get_fact_amount (whence_scope_get_bundle (scope), fact, amount);
}

gboolean
whence_amounts_exist (const WhenceScope *scope)
{
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scope));
  WhenceAmount amount;
  for (guint32 fact = 0; fact < n_facts; fact++)
    if (get_amount (scope, fact, &amount))
      return TRUE;
  return FALSE;
}

/* --- Currencies ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *code;
  guint n;
} Currency;

static int
compare_currencies (gconstpointer a, gconstpointer b)
{
  const Currency *p = a, *q = b;
  return p->n != q->n ? (p->n > q->n ? -1 : 1) : strcmp (p->code, q->code);
}

static GArray *
count_currencies (const WhenceScope *scope, const GArray *facts)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *currencies = g_array_new (FALSE, FALSE, sizeof (Currency));
  for (guint i = 0; i < facts->len; i++)
    {
      WhenceAmount amount;
      gpointer place;
      whence_bundle_get_fact_amount (bundle, g_array_index (facts, guint32, i), &amount);
      Currency one = { amount.currency, 1 };
      if (g_hash_table_lookup_extended (places, one.code, NULL, &place))
        g_array_index (currencies, Currency, GPOINTER_TO_UINT (place)).n++;
      else
        {
          g_hash_table_insert (places, (gpointer) one.code, GUINT_TO_POINTER (currencies->len));
          g_array_append_val (currencies, one);
        }
    }
  g_array_sort (currencies, compare_currencies);
  return currencies;
}

const char **
whence_amounts_rank_currencies (const WhenceScope *scope, const guint32 *entities, guint n_entities)
{
  g_autoptr (GArray) facts = whence_amounts_of (scope, entities, n_entities);
  g_autoptr (GArray) currencies = count_currencies (scope, facts);
  const char **codes = g_new0 (const char *, currencies->len + 1);
  for (guint i = 0; i < currencies->len; i++)
    codes[i] = g_array_index (currencies, Currency, i).code;
  return codes;
}

/* --- Facts --------------------------------------------------------------------------------------- */

static GArray *
collect_all (const WhenceScope *scope)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scope));
  WhenceAmount amount;
  for (guint32 fact = 0; fact < n_facts; fact++)
    if (get_amount (scope, fact, &amount))
      g_array_append_val (facts, fact);
  return facts;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint32 p = *(const guint32 *) a, q = *(const guint32 *) b;
  return p < q ? -1 : p > q;
}

static void
drop_repeated (GArray *facts)
{
  guint n = 0;
  for (guint i = 0; i < facts->len; i++)
    if (i == 0 || g_array_index (facts, guint32, i) != g_array_index (facts, guint32, i - 1))
      g_array_index (facts, guint32, n++) = g_array_index (facts, guint32, i);
  g_array_set_size (facts, n);
}

GArray *
whence_amounts_of (const WhenceScope *scope, const guint32 *entities, guint n_entities)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  if (n_entities == 0)
    return collect_all (scope);
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  WhenceAmount amount;
  for (guint i = 0; i < n_entities; i++)
    {
      guint n_facts;
      const guint32 *own = whence_bundle_get_entity_facts (bundle, entities[i], &n_facts);
      for (guint k = 0; k < n_facts; k++)
        if (get_amount (scope, own[k], &amount))
          g_array_append_val (facts, own[k]);
    }
  g_array_sort (facts, compare_indices);
  drop_repeated (facts);
  return facts;
}

/* --- Entities ------------------------------------------------------------------------------------ */

#define CANCEL_MASK 0xFFF
#define MOST_PARTICIPANTS 64

typedef struct
{
  guint32 entity;
  guint n;
  gboolean has_greatest;
  WhenceDecimal greatest;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *p = a, *q = b;
  if (p->n != q->n)
    return p->n > q->n ? -1 : 1;
  if (p->has_greatest != q->has_greatest)
    return p->has_greatest ? -1 : 1;
  int order = p->has_greatest ? whence_decimal_compare (q->greatest, p->greatest) : 0;
  return order != 0 ? order : p->entity < q->entity ? -1 : p->entity > q->entity;
}

static void
count_for (Rank *rank, const WhenceAmount *amount, const char *currency)
{
  rank->n++;
  if (!g_str_equal (amount->currency, currency))
    return;
  if (!rank->has_greatest || whence_decimal_compare (amount->value, rank->greatest) > 0)
    rank->greatest = amount->value;
  rank->has_greatest = TRUE;
}

guint32 *
whence_amounts_rank_entities (const WhenceScope *scope, guint *n_entities, GCancellable *cancellable)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  guint n_all = whence_bundle_get_n_entities (bundle);
  g_autoptr (GArray) facts = collect_all (scope);
  g_autoptr (GArray) currencies = count_currencies (scope, facts);
  g_autofree Rank *ranks = g_new0 (Rank, MAX (n_all, 1));
  guint32 everybody[MOST_PARTICIPANTS];
  *n_entities = 0;
  for (guint32 i = 0; i < n_all; i++)
    ranks[i].entity = i;
  for (guint i = 0; i < facts->len; i++)
    {
      WhenceAmount amount;
      if ((i & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      guint32 fact = g_array_index (facts, guint32, i);
      guint n = whence_bundle_get_fact_entities (bundle, fact, everybody, MOST_PARTICIPANTS);
      whence_bundle_get_fact_amount (bundle, fact, &amount);
      for (guint k = 0; k < MIN (n, MOST_PARTICIPANTS); k++)
        count_for (&ranks[everybody[k]], &amount, g_array_index (currencies, Currency, 0).code);
    }
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  qsort (ranks, n_all, sizeof *ranks, compare_ranks);
  guint32 *entities = g_new (guint32, MAX (n_all, 1));
  while (*n_entities < n_all && ranks[*n_entities].n > 0)
    {
      entities[*n_entities] = ranks[*n_entities].entity;
      ++*n_entities;
    }
  return entities;
}
