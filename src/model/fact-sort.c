/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every key becomes one number or several, the most significant one last: each is sorted by a stable radix
 * sort, so that a fact costs the same however many there are. Words and amounts, which are no numbers, are
 * sorted among themselves first and counted. */
#include "model/fact-sort.h"

#include <string.h>

#include "model/evidence.h"
#include "model/radix-sort.h"
#include "model/word-ranks.h"

#define NOTHING G_MAXUINT64 /* comes last, in either direction */
#define SIGN ((guint64) 1 << 63)
#define STEP_MASK 0xFFF
#define MOST_NAMES 16 /* that are compared */

typedef struct
{
  gint64 key; /* SIGN off */
  guint32 fact;
} Entry;

typedef struct
{
  const WhenceBundle *bundle;
  const WhenceKnownBy *known_by;
  GCancellable *cancellable;
  guint n;
  Entry *entries, *spare;
  gboolean descending;
} Sorter;

static gboolean
go_on (const Sorter *sorter, guint i)
{
  return (i & STEP_MASK) != 0 || !g_cancellable_is_cancelled (sorter->cancellable);
}

typedef guint64 (*GetKey) (const Sorter *sorter, guint32 fact, gconstpointer data);

static void
sort_by (Sorter *sorter, GetKey get_key, gconstpointer data)
{
  Entry *sorted;

  for (guint i = 0; i < sorter->n && go_on (sorter, i); i++)
    {
      guint64 key = get_key (sorter, sorter->entries[i].fact, data);

      if (sorter->descending && key != NOTHING)
        key = NOTHING - 1 - key;
      sorter->entries[i].key = (gint64) (key ^ SIGN);
    }
  if (!go_on (sorter, 0))
    return;
  sorted = whence_radix_sort (sorter->entries, sorter->spare, sorter->n, sizeof *sorted);
  if (sorted == sorter->spare)
    {
      sorter->spare = sorter->entries;
      sorter->entries = sorted;
    }
}

/* --- Words --------------------------------------------------------------------------------------- */

static char *
dup_type (gconstpointer bundle, guint32 i)
{
  return g_strdup (whence_fact_type_label (whence_bundle_get_nth_fact_type (bundle, i)));
}

static char *
dup_title (gconstpointer bundle, guint32 i)
{
  return whence_bundle_describe_fact (bundle, i);
}

static char *
dup_name (gconstpointer bundle, guint32 i)
{
  return g_strdup (whence_bundle_get_entity_name (bundle, i));
}

static guint64
get_rank (const Sorter *sorter, guint32 fact, gconstpointer ranks)
{
  return ((const guint64 *) ranks)[fact];
}

/* --- The keys ------------------------------------------------------------------------------------ */

static guint64
get_start (const Sorter *sorter, guint32 fact, gconstpointer data)
{
  const WhenceDate *date = whence_bundle_get_fact_date (sorter->bundle, fact);

  return date->form == WHENCE_DATE_NONE ? NOTHING : MIN ((guint64) date->start.earliest ^ SIGN, NOTHING - 1);
}

static guint64
get_end (const Sorter *sorter, guint32 fact, gconstpointer data)
{
  const WhenceDate *date = whence_bundle_get_fact_date (sorter->bundle, fact);

  return date->form == WHENCE_DATE_NONE ? NOTHING : MIN ((guint64) date->end.latest ^ SIGN, NOTHING - 1);
}

static void
sort_by_date (Sorter *sorter)
{
  sort_by (sorter, get_end, NULL);
  sort_by (sorter, get_start, NULL);
}

static guint64
get_type_rank (const Sorter *sorter, guint32 fact, gconstpointer ranks)
{
  return ((const guint64 *) ranks)[whence_bundle_get_fact_type_number (sorter->bundle, fact)];
}

static void
sort_by_type (Sorter *sorter)
{
  g_autofree guint64 *ranks = whence_rank_words (whence_bundle_get_n_fact_types (sorter->bundle), dup_type,
                                                 sorter->bundle, sorter->cancellable);

  sort_by (sorter, get_type_rank, ranks);
}

static void
sort_by_title (Sorter *sorter)
{
  g_autofree guint64 *ranks = whence_rank_words (sorter->n, dup_title, sorter->bundle, sorter->cancellable);

  sort_by (sorter, get_rank, ranks);
}

static guint64
get_standing (const Sorter *sorter, guint32 index, gconstpointer data)
{
  WhenceFact fact;

  whence_bundle_get_fact (sorter->bundle, index, &fact);
  if (!fact.negated && fact.status == WHENCE_STATUS_REPORTED)
    return NOTHING;
  return (guint64) (fact.negated ? 1 : 0) << 8 | (guint64) fact.status;
}

static void
sort_by_status (Sorter *sorter)
{
  sort_by (sorter, get_standing, NULL);
}

/* Two names of those who take part, from the @first on, in one number; a name is more than none. */
typedef struct
{
  const guint64 *ranks; /* of entities by name */
  guint first;
} Names;

static guint64
get_names (const Sorter *sorter, guint32 fact, gconstpointer data)
{
  const Names *names = data;
  guint32 entities[MOST_NAMES];
  guint n = whence_bundle_get_fact_entities (sorter->bundle, fact, entities, MOST_NAMES);
  guint64 key = 0;

  if (n == 0)
    return NOTHING;
  for (guint i = names->first; i < names->first + 2; i++)
    key = key << 32 | (i < MIN (n, MOST_NAMES) ? names->ranks[entities[i]] + 1 : 0);
  return key;
}

static void
sort_by_who (Sorter *sorter)
{
  guint n = whence_bundle_get_n_entities (sorter->bundle), most = 0;
  g_autofree guint64 *ranks = whence_rank_words (n, dup_name, sorter->bundle, sorter->cancellable);

  for (guint32 i = 0; i < sorter->n; i++)
    most = MAX (most, whence_bundle_get_fact_entities (sorter->bundle, i, NULL, 0));
  for (guint first = (MIN (MAX (most, 1), MOST_NAMES) - 1) / 2 * 2 + 2; first > 0; first -= 2)
    sort_by (sorter, get_names, &(Names){ ranks, first - 2 });
}

typedef struct
{
  const char *currency; /* NULL: a share */
  WhenceDecimal value;
  guint32 fact;
} Worth;

/* Across currencies there is no larger and smaller: they stand in groups. */
static int
compare_worths (gconstpointer a, gconstpointer b)
{
  const Worth *x = a, *y = b;
  int order;

  if (x->currency == NULL || y->currency == NULL)
    order = (x->currency == NULL) - (y->currency == NULL);
  else
    order = strcmp (x->currency, y->currency);
  return order != 0 ? order : whence_decimal_compare (x->value, y->value);
}

static GArray *
collect_worths (const Sorter *sorter)
{
  GArray *worths = g_array_new (FALSE, FALSE, sizeof (Worth));

  for (guint32 i = 0; i < sorter->n && go_on (sorter, i); i++)
    {
      WhenceFact fact;
      Worth worth = { .fact = i };
      whence_bundle_get_fact (sorter->bundle, i, &fact);
      if (!fact.has_amount && !fact.has_share)
        continue;
      worth.currency = fact.has_amount ? fact.amount.currency : NULL;
      worth.value = fact.has_amount ? fact.amount.value : fact.share;
      g_array_append_val (worths, worth);
    }
  return worths;
}

static void
sort_by_amount (Sorter *sorter)
{
  g_autoptr (GArray) worths = collect_worths (sorter);
  g_autofree guint64 *ranks = g_new (guint64, MAX (1, sorter->n));
  guint64 rank = 0;

  g_array_sort (worths, compare_worths);
  for (guint i = 0; i < sorter->n; i++)
    ranks[i] = NOTHING;
  for (guint i = 0; i < worths->len; i++)
    {
      const Worth *worth = &g_array_index (worths, Worth, i);
      if (i > 0 && compare_worths (worth - 1, worth) != 0)
        rank++;
      ranks[worth->fact] = rank;
    }
  sort_by (sorter, get_rank, ranks);
}

static guint64
get_evidence (const Sorter *sorter, guint32 fact, gconstpointer data)
{
  WhenceEvidence evidence = whence_evidence_for_fact_until (sorter->bundle, fact, sorter->known_by);

  return (guint64) evidence.support << 32 | evidence.n_sources;
}

static void
sort_by_evidence (Sorter *sorter)
{
  sort_by (sorter, get_evidence, NULL);
}

/* --- The whole ----------------------------------------------------------------------------------- */

static void
sorter_init (Sorter *sorter, const guint32 *before)
{
  sorter->entries = g_new0 (Entry, MAX (1, sorter->n));
  sorter->spare = g_new (Entry, MAX (1, sorter->n));
  for (guint32 i = 0; i < sorter->n; i++)
    sorter->entries[i].fact = before != NULL ? before[i] : i;
}

guint32 *
whence_fact_sort (const WhenceBundle *bundle, const WhenceKnownBy *known_by, WhenceFactKey key,
                  gboolean descending, const guint32 *before, GCancellable *cancellable)
{
  static void (*const sorts[WHENCE_N_FACT_KEYS]) (Sorter * sorter) = {
    [WHENCE_FACT_KEY_DATE] = sort_by_date,         [WHENCE_FACT_KEY_TYPE] = sort_by_type,
    [WHENCE_FACT_KEY_TITLE] = sort_by_title,       [WHENCE_FACT_KEY_STATUS] = sort_by_status,
    [WHENCE_FACT_KEY_WHO] = sort_by_who,           [WHENCE_FACT_KEY_AMOUNT] = sort_by_amount,
    [WHENCE_FACT_KEY_EVIDENCE] = sort_by_evidence,
  };
  Sorter sorter = { .bundle = bundle,
                    .known_by = known_by,
                    .cancellable = cancellable,
                    .n = whence_bundle_get_n_facts (bundle),
                    .descending = descending };
  guint32 *order = g_new (guint32, MAX (1, sorter.n));

  g_return_val_if_fail (key < WHENCE_N_FACT_KEYS, NULL);
  sorter_init (&sorter, before);
  if (sorter.n > 0)
    sorts[key](&sorter);
  for (guint i = 0; i < sorter.n; i++)
    order[i] = sorter.entries[i].fact;
  g_free (sorter.entries);
  g_free (sorter.spare);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&order, g_free);
  return order;
}
