/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who takes part in a fact, and in which facts somebody takes part. Linear in those who do; the facts of
 * each entity are listed once, when a bundle is finished. */
#include "model/bundle-packed.h"

/* Subject, object, then the participants; somebody may be among them several times, or nobody be one. */
static guint32
nth_party (const WhenceBundle *bundle, const PackedFact *fact, guint i)
{
  if (i == 0)
    return fact->subject;
  if (i == 1)
    return fact->object;
  return WHENCE_TABLE_AT (&bundle->participants, PackedParticipant, fact->participants.first + i - 2)->entity;
}

guint
whence_bundle_get_fact_entities (const WhenceBundle *bundle, guint32 fact, guint32 *entities, guint max)
{
  const PackedFact *packed = WHENCE_TABLE_AT (&bundle->facts, PackedFact, fact);
  guint n_parties = packed->participants.n + 2, n = 0;
  g_autoptr (GHashTable) seen = n_parties > 16 ? g_hash_table_new (NULL, NULL) : NULL;

  for (guint i = 0; i < n_parties; i++)
    {
      guint32 entity = nth_party (bundle, packed, i);
      gboolean is_new = entity != WHENCE_NONE;

      if (seen != NULL)
        is_new = is_new && g_hash_table_add (seen, GUINT_TO_POINTER (entity));
      else
        for (guint j = 0; j < i && is_new; j++)
          is_new = nth_party (bundle, packed, j) != entity;
      if (is_new && n < max)
        entities[n] = entity;
      n += is_new;
    }
  return n;
}

void
whence_bundle_list_fact_entities (const WhenceBundle *bundle, guint32 fact, GArray *entities)
{
  const PackedFact *packed = WHENCE_TABLE_AT (&bundle->facts, PackedFact, fact);
  guint n;

  g_array_set_size (entities, packed->participants.n + 2);
  n = whence_bundle_get_fact_entities (bundle, fact, (guint32 *) (gpointer) entities->data, entities->len);
  g_array_set_size (entities, n);
}

const guint32 *
whence_bundle_read_fact_entities (const WhenceBundle *bundle, guint32 fact, guint32 few[WHENCE_FEW_ENTITIES],
                                  GArray **many, guint *n_entities)
{
  *n_entities = whence_bundle_get_fact_entities (bundle, fact, few, WHENCE_FEW_ENTITIES);
  if (*n_entities <= WHENCE_FEW_ENTITIES)
    return few;
  if (*many == NULL)
    *many = g_array_new (FALSE, FALSE, sizeof (guint32));
  whence_bundle_list_fact_entities (bundle, fact, *many);
  return (const guint32 *) (gconstpointer) (*many)->data;
}

static guint
count_parties (gconstpointer bundle, guint32 fact)
{
  return WHENCE_TABLE_AT (&((const WhenceBundle *) bundle)->facts, PackedFact, fact)->participants.n + 2;
}

static guint32
nth_party_of (gconstpointer bundle, guint32 fact, guint n)
{
  return nth_party (bundle, WHENCE_TABLE_AT (&((const WhenceBundle *) bundle)->facts, PackedFact, fact), n);
}

void
whence_bundle_list_entity_facts (WhenceBundle *bundle)
{
  whence_inverse_clear (&bundle->derived->entity_facts);
  bundle->derived->entity_facts =
    whence_invert (bundle, bundle->facts.n, bundle->entities.n, count_parties, nth_party_of);
}

const guint32 *
whence_bundle_get_entity_facts (const WhenceBundle *bundle, guint32 entity, guint *n_facts)
{
  g_assert (entity < bundle->entities.n);
  return whence_inverse_get (&bundle->derived->entity_facts, entity, n_facts);
}
