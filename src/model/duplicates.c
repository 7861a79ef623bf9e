/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that share a key are compared; what is alike is then held against what else the bundle says of the
 * two. The table of keys keeps the work near linear: of n names only those are compared that share a word. */
#include "model/duplicates.h"

#include <string.h>

#include "model/name-key.h"

#define MOST_SHARING 60 /* names with a key; with more of them it says too little */
#define SHORTENED 0.78  /* below, only an initial or an acronym stands for a part of the name */
#define CANCEL_MASK 0xFF

typedef struct
{
  guint32 entity;
  WhenceNameKind kind;
  WhenceNameKey key;
} Name;

typedef struct
{
  const WhenceBundle *bundle;
  const WhenceKnownBy *known_by; /* or NULL */
  GCancellable *cancellable;
  GArray *names;      /* Name */
  GHashTable *shared; /* key → GArray of indices in names, in their order */
  GArray *keys;       /* const char *, owned by the table, in the order in which they came up */
  GHashTable *seen;   /* WhenceLikePair * */
  GArray *pairs;      /* WhenceLikePair */
} Search;

/* --- Names and their keys ------------------------------------------------------------------------ */

static void
clear_name (gpointer data)
{
  whence_name_key_clear (&((Name *) data)->key);
}

static WhenceNameKind
kind_of (const WhenceEntityType *type)
{
  static const struct
  {
    WhenceShape shape;
    WhenceNameKind kind;
  } kinds[] = {
    { WHENCE_SHAPE_CIRCLE, WHENCE_NAME_OF_PERSON },      { WHENCE_SHAPE_ROUNDED, WHENCE_NAME_OF_BODY },
    { WHENCE_SHAPE_HEXAGON, WHENCE_NAME_OF_BODY },       { WHENCE_SHAPE_SQUARE, WHENCE_NAME_OF_BODY },
    { WHENCE_SHAPE_DOUBLE_CIRCLE, WHENCE_NAME_OF_BODY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].shape == type->shape)
      return kinds[i].kind;
  return WHENCE_NAME_OF_THING;
}

/* Takes over @key. */
static void
share (Search *search, guint name, char *key)
{
  GArray *names = g_hash_table_lookup (search->shared, key);

  if (names == NULL)
    {
      names = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (search->shared, key, names);
      g_array_append_val (search->keys, key);
    }
  else
    g_free (key);
  if (names->len == 0 || g_array_index (names, guint, names->len - 1) != name)
    g_array_append_val (names, name);
}

/* The whole name by its sound; each word by its first consonants, or its sound where there are few; an
 * acronym by its letters. */
static void
share_all (Search *search, guint index)
{
  const Name *name = &g_array_index (search->names, Name, index);
  const WhenceNameKey *key = &name->key;

  share (search, index, g_strconcat ("all ", key->sound, NULL));
  if (name->kind == WHENCE_NAME_OF_BODY)
    share (search, index, g_strconcat ("bones ", key->bones, NULL));
  if (name->kind == WHENCE_NAME_OF_BODY && key->words->len >= 3)
    share (search, index, g_strconcat ("letters ", key->letters, NULL));
  if (name->kind == WHENCE_NAME_OF_BODY && key->words->len == 1)
    share (search, index, g_strconcat ("letters ", key->latin, NULL));
  for (guint i = 0; name->kind != WHENCE_NAME_OF_THING && i < key->words->len; i++)
    {
      const WhenceNameWord *word = whence_name_key_word (key, i);
      gboolean bony = strlen (word->bones) >= 2;
      if (!word->initial && !word->counts)
        share (search, index, g_strdup_printf ("word %.3s", bony ? word->bones : word->sound));
    }
}

static void
add_name (Search *search, guint32 entity, const char *text)
{
  Name name = { entity, kind_of (whence_bundle_get_entity_type (search->bundle, entity)), { 0 } };

  whence_name_key_init (&name.key, text, name.kind);
  if (name.key.latin[0] == '\0')
    {
      whence_name_key_clear (&name.key);
      return;
    }
  g_array_append_val (search->names, name);
  share_all (search, search->names->len - 1);
}

static gboolean
add_entities (Search *search)
{
  guint n = whence_bundle_get_n_entities (search->bundle);

  for (guint32 i = 0; i < n; i++)
    {
      WhenceEntity entity;
      if ((i & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (search->cancellable))
        return FALSE;
      if (whence_known_by_get_entity (search->known_by, i) == WHENCE_ACTIVITY_NOT)
        continue;
      whence_bundle_get_entity (search->bundle, i, &entity);
      add_name (search, i, entity.name);
      for (guint k = 0; k < entity.n_aliases; k++)
        add_name (search, i, whence_bundle_get_alias (search->bundle, i, k));
    }
  return TRUE;
}

/* --- What else is known of the two --------------------------------------------------------------- */

static gboolean
are_of_one_sort (const Search *search, const Name *a, const Name *b)
{
  if (a->kind != b->kind)
    return FALSE;
  return a->kind != WHENCE_NAME_OF_THING
         || whence_bundle_get_entity_type (search->bundle, a->entity)
              == whence_bundle_get_entity_type (search->bundle, b->entity);
}

static gboolean
can_live_at_once (const Search *search, guint32 a, guint32 b)
{
  const WhenceBundle *bundle = search->bundle;
  WhenceEntity p, q;

  whence_bundle_get_entity (bundle, a, &p);
  whence_bundle_get_entity (bundle, b, &q);
  if (p.dated.date.form == WHENCE_DATE_NONE || q.dated.date.form == WHENCE_DATE_NONE
      || whence_known_by_get_profile (search->known_by, a) == WHENCE_ACTIVITY_NOT
      || whence_known_by_get_profile (search->known_by, b) == WHENCE_ACTIVITY_NOT)
    return TRUE;
  return whence_date_compare_readings (&p.dated.date, &q.dated.date) != WHENCE_AGREEMENT_CONFLICT;
}

static gboolean
takes_part (const WhenceBundle *bundle, guint32 fact, guint32 entity)
{
  WhenceFact record;

  whence_bundle_get_fact (bundle, fact, &record);
  if (record.subject == entity || record.object == entity)
    return TRUE;
  for (guint i = 0; i < record.n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (bundle, fact, i, &participant);
      if (participant.entity == entity)
        return TRUE;
    }
  return FALSE;
}

/* Who has a fact with somebody is somebody else. */
static gboolean
are_tied (const Search *search, guint32 a, guint32 b)
{
  const WhenceBundle *bundle = search->bundle;
  guint n_a, n_b;
  const guint32 *facts_a = whence_bundle_get_entity_facts (bundle, a, &n_a);
  const guint32 *facts_b = whence_bundle_get_entity_facts (bundle, b, &n_b);
  const guint32 *facts = n_a <= n_b ? facts_a : facts_b;
  guint32 other = n_a <= n_b ? b : a;

  for (guint i = 0; i < MIN (n_a, n_b); i++)
    if (takes_part (bundle, facts[i], other)
        && whence_known_by_get_fact (search->known_by, facts[i]) != WHENCE_ACTIVITY_NOT)
      return TRUE;
  return FALSE;
}

/* --- Pairs --------------------------------------------------------------------------------------- */

static void
consider (Search *search, guint i, guint k)
{
  const Name *a = &g_array_index (search->names, Name, i), *b = &g_array_index (search->names, Name, k);
  WhenceLikePair pair = { MIN (a->entity, b->entity), MAX (a->entity, b->entity), 0 };
  WhenceLikePair *known;

  if (pair.a == pair.b || !are_of_one_sort (search, a, b))
    return;
  pair.likeness = whence_name_likeness (&a->key, &b->key, a->kind);
  if (pair.likeness < WHENCE_NAMES_ALIKE)
    return;
  known = g_hash_table_lookup (search->seen, &pair);
  if (known == NULL)
    {
      known = g_memdup2 (&pair, sizeof pair);
      g_hash_table_add (search->seen, known);
    }
  known->likeness = MAX (known->likeness, pair.likeness);
}

static gboolean
compare_sharing (Search *search)
{
  for (guint i = 0; i < search->keys->len; i++)
    {
      const char *key = g_array_index (search->keys, const char *, i);
      const GArray *names = g_hash_table_lookup (search->shared, key);
      if ((i & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (search->cancellable))
        return FALSE;
      if (names->len > MOST_SHARING)
        continue;
      for (guint p = 0; p < names->len; p++)
        for (guint q = p + 1; q < names->len; q++)
          consider (search, g_array_index (names, guint, p), g_array_index (names, guint, q));
    }
  return TRUE;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const WhenceLikePair *p = a, *q = b;

  if (p->a != q->a)
    return p->a < q->a ? -1 : 1;
  return p->b < q->b ? -1 : p->b > q->b;
}

static guint
hash_pair (gconstpointer data)
{
  const WhenceLikePair *pair = data;

  return pair->a * 31 + pair->b;
}

static gboolean
equal_pairs (gconstpointer a, gconstpointer b)
{
  return compare_pairs (a, b) == 0;
}

/* An initial that stands for several names stands for none. */
static void
remove_ambiguous (GArray *pairs, guint n_entities)
{
  g_autofree guint *n_shortened = g_new0 (guint, MAX (1, n_entities));
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const WhenceLikePair *pair = &g_array_index (pairs, WhenceLikePair, i);
      n_shortened[pair->a] += pair->likeness < SHORTENED;
      n_shortened[pair->b] += pair->likeness < SHORTENED;
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      WhenceLikePair pair = g_array_index (pairs, WhenceLikePair, i);
      if (pair.likeness >= SHORTENED || (n_shortened[pair.a] == 1 && n_shortened[pair.b] == 1))
        g_array_index (pairs, WhenceLikePair, n++) = pair;
    }
  g_array_set_size (pairs, n);
}

static void
collect_pairs (Search *search)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, search->seen);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const WhenceLikePair *pair = key;
      if (can_live_at_once (search, pair->a, pair->b) && !are_tied (search, pair->a, pair->b))
        g_array_append_vals (search->pairs, pair, 1);
    }
  g_array_sort (search->pairs, compare_pairs);
  remove_ambiguous (search->pairs, whence_bundle_get_n_entities (search->bundle));
}

GArray *
whence_duplicates_find (const WhenceBundle *bundle, const WhenceKnownBy *known_by, GCancellable *cancellable)
{
  Search search = { .bundle = bundle, .known_by = known_by, .cancellable = cancellable };
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (WhenceLikePair));

  search.names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (search.names, clear_name);
  search.shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  search.keys = g_array_new (FALSE, FALSE, sizeof (char *));
  search.seen = g_hash_table_new_full (hash_pair, equal_pairs, g_free, NULL);
  search.pairs = pairs;
  if (add_entities (&search) && compare_sharing (&search))
    collect_pairs (&search);
  else
    g_clear_pointer (&pairs, g_array_unref);
  g_array_unref (search.names);
  g_array_unref (search.keys);
  g_hash_table_unref (search.shared);
  g_hash_table_unref (search.seen);
  return pairs;
}
