/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bundle in which some records say something else: a copy that shares everything with the one it is of
 * but the blocks that those lie in. Their values are those of their citations, so that no value
 * but a date whose end was opened is ever new. Linear in the retellings. */
#include "model/bundle-private.h"

#include <string.h>

typedef struct
{
  WhenceBundle *bundle;
  GHashTable *opened; /* dates by those that they were opened from, both guint32 */
} Teller;

gboolean
whence_bundle_has_same_records (const WhenceBundle *a, const WhenceBundle *b)
{
  return a->derived == b->derived;
}

WhenceBundle *
whence_bundle_get_original (WhenceBundle *bundle)
{
  return bundle->of != NULL ? bundle->of : bundle;
}

/* The same without its end; 0, no date, where that says nothing: neither end is written then. */
static guint32
add_opened (WhenceBundle *bundle, guint32 date)
{
  const char *text = whence_bundle_text (bundle, WHENCE_TABLE_AT (&bundle->dates, PackedDate, date)->text);
  const char *slash = strchr (text, '/');
  g_autofree char *start = g_strndup (text, slash != NULL ? (gsize) (slash - text) : 0);
  g_autofree char *open = g_strconcat (start, "/..", NULL);
  PackedDate packed = { 0 };

  if (!whence_date_parse (open, &packed.date, NULL))
    return 0;
  packed.text = whence_strings_add (&bundle->strings, open, strlen (open));
  *(PackedDate *) whence_table_append (&bundle->dates) = packed;
  return bundle->dates.n - 1;
}

static guint32
open_end (Teller *teller, guint32 date)
{
  gpointer known;
  guint32 opened;

  if (g_hash_table_lookup_extended (teller->opened, GUINT_TO_POINTER (date), NULL, &known))
    return GPOINTER_TO_UINT (known);
  opened = add_opened (teller->bundle, date);
  g_hash_table_insert (teller->opened, GUINT_TO_POINTER (date), GUINT_TO_POINTER (opened));
  return opened;
}

static const PackedCitation *
citation_of (const WhenceBundle *bundle, Span citations, guint i)
{
  return WHENCE_TABLE_AT (&bundle->citations, PackedCitation, citations.first + i);
}

/* What few facts have, with another share and without words. */
static guint32
retell_rare (WhenceBundle *bundle, const PackedFact *fact, const WhenceRetelling *retelling)
{
  PackedRare rare = *WHENCE_TABLE_AT (&bundle->rares, PackedRare, fact->rare);

  if (retelling->share != WHENCE_NONE)
    rare.share = citation_of (bundle, fact->citations, retelling->share)->share;
  else if (rare.summary == 0 && rare.note == 0)
    return fact->rare;
  rare.summary = rare.note = 0;
  *(PackedRare *) whence_table_append (&bundle->rares) = rare;
  return bundle->rares.n - 1;
}

static guint32
retell_date (Teller *teller, guint32 date, Span citations, const WhenceRetelling *retelling)
{
  if (retelling->date != WHENCE_NONE)
    return citation_of (teller->bundle, citations, retelling->date)->date;
  return retelling->opens_end ? open_end (teller, date) : date;
}

static void
retell_entity (Teller *teller, const WhenceRetelling *retelling)
{
  PackedEntity *entity = whence_table_write (&teller->bundle->entities, retelling->index);

  entity->summary = 0;
  entity->date = retell_date (teller, entity->date, entity->citations, retelling);
}

static void
retell_fact (Teller *teller, const WhenceRetelling *retelling)
{
  WhenceBundle *bundle = teller->bundle;
  PackedFact *fact = whence_table_write (&bundle->facts, retelling->index);

  fact->title = 0;
  fact->rare = retell_rare (bundle, fact, retelling);
  if (retelling->amount != WHENCE_NONE)
    fact->amount = citation_of (bundle, fact->citations, retelling->amount)->amount;
  if (retelling->date != WHENCE_NONE)
    fact->date_inferred = FALSE;
  fact->date = retell_date (teller, fact->date, fact->citations, retelling);
}

WhenceBundle *
whence_bundle_retell (WhenceBundle *bundle, const WhenceRetelling *retellings, guint n)
{
  Teller teller = { NULL, NULL };

  g_assert (bundle->of == NULL);
  if (n == 0)
    return whence_bundle_ref (bundle);
  teller.bundle = whence_bundle_new_copy (bundle);
  teller.bundle->of = whence_bundle_ref (bundle);
  teller.opened = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    if (retellings[i].kind == WHENCE_RECORD_FACT)
      retell_fact (&teller, &retellings[i]);
    else
      retell_entity (&teller, &retellings[i]);
  whence_bundle_finish_as (teller.bundle, bundle);
  g_hash_table_unref (teller.opened);
  return teller.bundle;
}

WhenceBundle *
whence_bundle_retell_as (const WhenceBundle *told, WhenceBundle *bundle)
{
  WhenceBundle *copy;

  g_assert (bundle->of == NULL && whence_bundle_has_same_records (told, bundle));
  if (told->of == NULL)
    return whence_bundle_ref (bundle);
  copy = whence_bundle_new_copy (told);
  copy->of = whence_bundle_ref (bundle);
  whence_bundle_copy_header (copy, bundle);
  whence_bundle_finish_as (copy, bundle);
  return copy;
}

gboolean
whence_bundle_says_same (const WhenceBundle *a, const WhenceBundle *b, guint32 fact)
{
  const PackedFact *one = WHENCE_TABLE_AT (&a->facts, PackedFact, fact);
  const PackedFact *other = WHENCE_TABLE_AT (&b->facts, PackedFact, fact);

  g_assert (whence_bundle_has_same_records (a, b));
  return one->date == other->date && one->amount == other->amount && one->rare == other->rare
         && one->title == other->title;
}
