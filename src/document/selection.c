/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected, hovered, focused, found and pointed at. Each change only says that the highlight is
 * stale. Constant time, but for another bundle, and for a copy of what is selected where one more is. */
#include "document/selection.h"

#include <string.h>

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

static void
count (WhenceSelection *selection)
{
  const WhenceRef *refs = (const WhenceRef *) (gconstpointer) selection->refs->data;

  selection->n_facts = selection->n_entities = 0;
  for (guint i = 0; i < selection->refs->len; i++)
    {
      selection->n_facts += refs[i].kind == WHENCE_REF_FACT;
      selection->n_entities += refs[i].kind == WHENCE_REF_ENTITY;
    }
}

void
whence_selection_set (WhenceSelection *selection, GArray *refs)
{
  GArray *before = selection->refs;

  selection->refs = g_array_ref (refs);
  g_array_unref (before);
  count (selection);
  selection->stale = TRUE;
}

void
whence_selection_set_bundle (WhenceSelection *selection, WhenceBundle *bundle, WhenceTranslation *translation)
{
  g_autoptr (GArray) refs = whence_refs_translate (selection->refs, translation);

  whence_selection_set (selection, refs);
  selection->focus = whence_ref_translate (selection->focus, selection->bundle, bundle);
  selection->hover = WHENCE_REF_NOTHING;
  g_clear_pointer (&selection->found, g_array_unref);
  forget_lit (selection);
  forget_bundle (selection);
  adopt_bundle (selection, bundle);
}

void
whence_selection_keep_for (WhenceSelection *selection, WhenceBundle *bundle)
{
  whence_bundle_ref (bundle);
  whence_bundle_unref (selection->bundle);
  selection->bundle = bundle;
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
whence_selection_contains (WhenceSelection *selection, WhenceRef ref)
{
  WhenceHighlight highlight;

  if (ref.kind != WHENCE_REF_FACT && ref.kind != WHENCE_REF_ENTITY)
    return find (selection, ref) != G_MAXUINT;
  highlight = whence_selection_get_highlight (selection);
  return ((ref.kind == WHENCE_REF_FACT ? highlight.facts : highlight.entities)[ref.index]
          & WHENCE_LIT_SELECTED)
         != 0;
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
  g_autoptr (GArray) refs = NULL;

  if (!whence_selection_would_change (selection, ref, extend))
    return FALSE;
  refs = extend ? g_array_copy (selection->refs) : g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  if (at != G_MAXUINT)
    g_array_remove_index (refs, at);
  else if (ref.kind != WHENCE_REF_NONE)
    g_array_append_val (refs, ref);
  whence_selection_set (selection, refs);
  return TRUE;
}

gboolean
whence_selection_holds_just (const WhenceSelection *selection, const WhenceRef *refs, guint n_refs)
{
  return selection->refs->len == n_refs
         && (n_refs == 0 || memcmp (selection->refs->data, refs, n_refs * sizeof *refs) == 0);
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
