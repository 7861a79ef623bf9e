/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bundle's life: made empty, or as a copy that shares its tables at the cost of a pointer for a thousand
 * records; counted; and gone. */
#include "model/bundle-private.h"

#include <string.h>

static const struct
{
  gsize offset;
  guint size;
} tables[] = {
#define TABLE(name, Type)                                                                                    \
  {                                                                                                          \
    G_STRUCT_OFFSET (WhenceBundle, name), sizeof (Type)                                                      \
  }
  TABLE (sources, PackedSource),
  TABLE (entities, PackedEntity),
  TABLE (facts, PackedFact),
  TABLE (rares, PackedRare),
  TABLE (citations, PackedCitation),
  TABLE (participants, PackedParticipant),
  TABLE (relations, PackedRelation),
  TABLE (links, guint32),
  TABLE (amounts, PackedAmount),
  TABLE (shares, WhenceDecimal),
  TABLE (dates, PackedDate),
  TABLE (runs, Run),
  TABLE (strays, Stray),
#undef TABLE
};

static WhenceTable *
nth_table (const WhenceBundle *bundle, guint i)
{
  return (WhenceTable *) (gpointer) ((char *) bundle + tables[i].offset);
}

static void
free_header_member (gpointer data)
{
  HeaderMember *member = data;

  g_free (member->key);
  g_free (member->key_json);
  g_free (member->value);
}

static void
release_header_member (gpointer data)
{
  g_atomic_rc_box_release_full (data, free_header_member);
}

static void
free_problem (gpointer data)
{
  OwnedProblem *owned = data;

  g_free (owned->problem.path);
  g_free (owned->problem.message);
}

void
whence_owned_problem_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, free_problem);
}

HeaderMember *
whence_header_member_new (const char *key, const char *key_json, char *value, WhenceRecordKind array)
{
  HeaderMember *member = g_atomic_rc_box_new0 (HeaderMember);

  member->key = g_strdup (key);
  member->key_json = g_strdup (key_json);
  member->value = value;
  member->array = array;
  return member;
}

const HeaderMember *
whence_header_find (const WhenceBundle *bundle, const char *key)
{
  for (guint i = 0; i < bundle->header->len; i++)
    {
      const HeaderMember *member = g_ptr_array_index (bundle->header, i);

      if (g_str_equal (member->key, key))
        return member;
    }
  return NULL;
}

gboolean
whence_header_has_array (const WhenceBundle *bundle, WhenceRecordKind kind)
{
  for (guint i = 0; i < bundle->header->len; i++)
    {
      const HeaderMember *member = g_ptr_array_index (bundle->header, i);

      if (member->value == NULL && member->array == kind)
        return TRUE;
    }
  return FALSE;
}

static void
copy_pointers (GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_atomic_rc_box_acquire (g_ptr_array_index (from, i)));
}

static GArray *
copy_array (const GArray *from, guint element_size)
{
  GArray *copy = g_array_new (FALSE, FALSE, element_size);

  if (from != NULL && from->len > 0)
    g_array_append_vals (copy, from->data, from->len);
  return copy;
}

static void
init_empty (WhenceBundle *bundle)
{
  const WhenceFactType *fact_types;
  const WhenceEntityType *entity_types;
  guint n_types;

  whence_strings_init (&bundle->strings);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    whence_table_init (nth_table (bundle, i), tables[i].size);
  /* Index 0 of these stands for "there is none". */
  whence_table_append (&bundle->rares);
  whence_table_append (&bundle->amounts);
  whence_table_append (&bundle->shares);
  whence_table_append (&bundle->dates);
  bundle->fact_types = g_array_new (FALSE, FALSE, sizeof (WhenceFactType));
  fact_types = whence_fact_types_builtin (&n_types);
  g_array_append_vals (bundle->fact_types, fact_types, n_types);
  bundle->entity_types = g_array_new (FALSE, FALSE, sizeof (WhenceEntityType));
  entity_types = whence_entity_types_builtin (&n_types);
  g_array_append_vals (bundle->entity_types, entity_types, n_types);
}

static void
replace_text (char **text, const char *by)
{
  g_free (*text);
  *text = g_strdup (by);
}

void
whence_bundle_copy_header (WhenceBundle *bundle, const WhenceBundle *from)
{
  replace_text (&bundle->title, from->title);
  replace_text (&bundle->summary, from->summary);
  replace_text (&bundle->language, from->language);
  g_ptr_array_set_size (bundle->header, 0);
  copy_pointers (bundle->header, from->header);
  g_ptr_array_set_size (bundle->problems, 0);
  copy_pointers (bundle->problems, from->problems);
  g_clear_pointer (&bundle->positions, g_atomic_rc_box_release);
  if (from->positions != NULL)
    bundle->positions = g_atomic_rc_box_acquire (from->positions);
}

static void
init_copy (WhenceBundle *bundle, const WhenceBundle *from)
{
  whence_strings_copy (&bundle->strings, &from->strings);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    whence_table_copy (nth_table (bundle, i), nth_table (from, i));
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    {
      bundle->ids[kind] = from->ids[kind];
      bundle->ids[kind].is_shared = TRUE;
      if (bundle->ids[kind].slots != NULL)
        g_atomic_rc_box_acquire (bundle->ids[kind].slots);
    }
  bundle->fact_types = copy_array (from->fact_types, sizeof (WhenceFactType));
  bundle->entity_types = copy_array (from->entity_types, sizeof (WhenceEntityType));
  whence_bundle_copy_header (bundle, from);
}

WhenceBundle *
whence_bundle_new_copy (const WhenceBundle *from)
{
  WhenceBundle *bundle = g_new0 (WhenceBundle, 1);

  bundle->references = 1;
  bundle->derived = g_atomic_rc_box_new0 (WhenceDerived);
  bundle->header = g_ptr_array_new_with_free_func (release_header_member);
  bundle->problems = g_ptr_array_new_with_free_func (whence_owned_problem_release);
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    bundle->raws[kind] = copy_array (from != NULL ? from->raws[kind] : NULL, sizeof (Raw));
  bundle->wraps = copy_array (from != NULL ? from->wraps : NULL, sizeof (Wrap));
  if (from != NULL)
    init_copy (bundle, from);
  else
    init_empty (bundle);
  return bundle;
}

WhenceBundle *
whence_bundle_new_empty (void)
{
  WhenceBundle *bundle = whence_bundle_new_copy (NULL);

  g_ptr_array_add (bundle->header, whence_header_member_new ("whence", "\"whence\"", g_strdup ("1"), 0));
  whence_bundle_finish (bundle);
  return bundle;
}

void
whence_bundle_unref (WhenceBundle *bundle)
{
  if (bundle == NULL || !g_atomic_int_dec_and_test (&bundle->references))
    return;
  whence_strings_clear (&bundle->strings);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    whence_table_clear (nth_table (bundle, i));
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    {
      g_clear_pointer (&bundle->ids[kind].slots, g_atomic_rc_box_release);
      g_array_unref (bundle->raws[kind]);
    }
  whence_derived_release (bundle->derived);
  g_clear_pointer (&bundle->of, whence_bundle_unref);
  g_clear_pointer (&bundle->positions, g_atomic_rc_box_release);
  g_array_unref (bundle->fact_types);
  g_array_unref (bundle->entity_types);
  g_array_unref (bundle->wraps);
  g_ptr_array_unref (bundle->header);
  g_ptr_array_unref (bundle->problems);
  g_free (bundle->title);
  g_free (bundle->summary);
  g_free (bundle->language);
  g_free (bundle);
}
