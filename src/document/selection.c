/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected, hovered, focused, found and pointed at. Each change only says that the highlight is
 * stale. Constant time, but for another bundle. */
#include "document/selection.h"

static void
forget_bundle (WhenceSelection *selection)
{
  g_clear_pointer (&selection->facts, g_free);
  g_clear_pointer (&selection->entities, g_free);
  g_clear_pointer (&selection->known_by, whence_known_by_unref);
  g_clear_pointer (&selection->bundle, whence_bundle_unref);
}

static void
adopt_bundle (WhenceSelection *selection, WhenceBundle *bundle)
{
  selection->bundle = whence_bundle_ref (bundle);
  selection->facts = g_malloc0 (MAX (1, whence_bundle_get_n_facts (bundle)));
  selection->entities = g_malloc0 (MAX (1, whence_bundle_get_n_entities (bundle)));
  selection->stale = TRUE;
}

void
whence_selection_init (WhenceSelection *selection, WhenceBundle *bundle)
{
  *selection = (WhenceSelection){ .refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef)),
                                  .hover = WHENCE_REF_NOTHING,
                                  .focus = WHENCE_REF_NOTHING };
  adopt_bundle (selection, bundle);
}

static void
forget_lit (WhenceSelection *selection)
{
  whence_selection_light_path (selection, NULL, NULL);
  whence_selection_light_pointed (selection, NULL, NULL);
  whence_selection_light_new (selection, NULL);
  whence_selection_light_span (selection, NULL);
}

void
whence_selection_clear (WhenceSelection *selection)
{
  g_clear_pointer (&selection->refs, g_array_unref);
  g_clear_pointer (&selection->found, g_array_unref);
  forget_lit (selection);
  forget_bundle (selection);
}

void
whence_selection_set_bundle (WhenceSelection *selection, WhenceBundle *bundle)
{
  GArray *old = selection->refs;

  selection->refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  for (guint i = 0; i < old->len; i++)
    {
      WhenceRef ref = whence_ref_translate (g_array_index (old, WhenceRef, i), selection->bundle, bundle);
      if (ref.kind != WHENCE_REF_NONE)
        g_array_append_val (selection->refs, ref);
    }
  g_array_unref (old);
  selection->focus = whence_ref_translate (selection->focus, selection->bundle, bundle);
  selection->hover = WHENCE_REF_NOTHING;
  g_clear_pointer (&selection->found, g_array_unref);
  forget_lit (selection);
  forget_bundle (selection);
  adopt_bundle (selection, bundle);
}

void
whence_selection_set_known_by (WhenceSelection *selection, WhenceKnownBy *known_by)
{
  g_clear_pointer (&selection->known_by, whence_known_by_unref);
  selection->known_by = known_by != NULL ? whence_known_by_ref (known_by) : NULL;
  selection->stale = TRUE;
}

static guint
find (const WhenceSelection *selection, WhenceRef ref)
{
  for (guint i = 0; i < selection->refs->len; i++)
    if (whence_ref_equal (g_array_index (selection->refs, WhenceRef, i), ref))
      return i;
  return G_MAXUINT;
}

gboolean
whence_selection_contains (const WhenceSelection *selection, WhenceRef ref)
{
  return find (selection, ref) != G_MAXUINT;
}

gboolean
whence_selection_would_change (const WhenceSelection *selection, WhenceRef ref, gboolean extend)
{
  if (extend)
    return ref.kind != WHENCE_REF_NONE;
  return !whence_selection_holds_just (selection, &ref, ref.kind == WHENCE_REF_NONE ? 0 : 1);
}

gboolean
whence_selection_select (WhenceSelection *selection, WhenceRef ref, gboolean extend)
{
  guint at = extend ? find (selection, ref) : G_MAXUINT;

  if (!whence_selection_would_change (selection, ref, extend))
    return FALSE;
  if (at != G_MAXUINT)
    g_array_remove_index (selection->refs, at);
  else
    {
      if (!extend)
        g_array_set_size (selection->refs, 0);
      if (ref.kind != WHENCE_REF_NONE)
        g_array_append_val (selection->refs, ref);
    }
  selection->stale = TRUE;
  return TRUE;
}

gboolean
whence_selection_holds_just (const WhenceSelection *selection, const WhenceRef *refs, guint n_refs)
{
  if (selection->refs->len != n_refs)
    return FALSE;
  for (guint i = 0; i < n_refs; i++)
    if (!whence_ref_equal (g_array_index (selection->refs, WhenceRef, i), refs[i]))
      return FALSE;
  return TRUE;
}

void
whence_selection_set (WhenceSelection *selection, const WhenceRef *refs, guint n_refs)
{
  g_array_set_size (selection->refs, 0);
  g_array_append_vals (selection->refs, refs, n_refs);
  selection->stale = TRUE;
}

static gboolean
set_ref (WhenceSelection *selection, WhenceRef *slot, WhenceRef ref)
{
  if (whence_ref_equal (*slot, ref))
    return FALSE;
  *slot = ref;
  selection->stale = TRUE;
  return TRUE;
}

gboolean
whence_selection_hover (WhenceSelection *selection, WhenceRef ref)
{
  return set_ref (selection, &selection->hover, ref);
}

gboolean
whence_selection_focus (WhenceSelection *selection, WhenceRef ref)
{
  return set_ref (selection, &selection->focus, ref);
}

void
whence_selection_set_found (WhenceSelection *selection, GArray *hits)
{
  g_clear_pointer (&selection->found, g_array_unref);
  selection->found = hits != NULL ? g_array_ref (hits) : NULL;
  selection->stale = TRUE;
}

void
whence_selection_light_span (WhenceSelection *selection, GArray *facts)
{
  g_clear_pointer (&selection->span_facts, g_array_unref);
  selection->span_facts = facts != NULL ? g_array_ref (facts) : NULL;
  selection->stale = TRUE;
}

static void
keep (GArray **slot, GArray *array)
{
  g_clear_pointer (slot, g_array_unref);
  *slot = array != NULL ? g_array_ref (array) : NULL;
}

void
whence_selection_light_path (WhenceSelection *selection, GArray *facts, GArray *entities)
{
  keep (&selection->path_facts, facts);
  keep (&selection->path_entities, entities);
  selection->stale = TRUE;
}

void
whence_selection_light_pointed (WhenceSelection *selection, GArray *facts, GArray *entities)
{
  keep (&selection->pointed_facts, facts);
  keep (&selection->pointed_entities, entities);
  selection->stale = TRUE;
}

void
whence_selection_light_new (WhenceSelection *selection, GArray *facts)
{
  GArray *before = selection->new_facts;

  selection->new_facts = facts != NULL ? g_array_ref (facts) : NULL;
  g_clear_pointer (&before, g_array_unref);
  selection->stale = TRUE;
}
