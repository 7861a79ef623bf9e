/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selection and highlight. The arrays of bytes are filled anew when somebody asks after a change: two memsets
 * and the facts of what is selected, so a click costs nothing that a reader could notice, even with a million
 * facts. */
#include "document/selection.h"

#include <string.h>

#define MAX_PARTICIPANTS 64 /* lit for one fact; beyond that a picture is one blaze anyway */

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

static gboolean
is_known (const WhenceSelection *selection, guint32 fact)
{
  return whence_known_by_get_fact (selection->known_by, fact) != WHENCE_ACTIVITY_NOT;
}

static void
light_participants (WhenceSelection *selection, guint32 fact, WhenceLit bit)
{
  guint32 entities[MAX_PARTICIPANTS];
  guint n = whence_bundle_get_fact_entities (selection->bundle, fact, entities, MAX_PARTICIPANTS);

  for (guint i = 0; i < MIN (n, MAX_PARTICIPANTS); i++)
    selection->entities[entities[i]] |= bit;
}

/* What the reference stands for, with everybody in it. */
static void
light_facts (WhenceSelection *selection, WhenceRef ref)
{
  g_autoptr (GArray) facts = whence_ref_list_facts (ref, selection->bundle, selection->known_by);

  for (guint i = 0; i < facts->len; i++)
    {
      guint32 fact = g_array_index (facts, guint32, i);
      selection->facts[fact] |= WHENCE_LIT_RELATED;
      light_participants (selection, fact, WHENCE_LIT_RELATED);
    }
}

static void
light_citing_entities (WhenceSelection *selection, WhenceRef ref)
{
  g_autoptr (GArray) entities = whence_ref_list_entities (ref, selection->bundle, selection->known_by);

  for (guint i = 0; i < entities->len; i++)
    selection->entities[g_array_index (entities, guint32, i)] |= WHENCE_LIT_RELATED;
}

static void
light (WhenceSelection *selection, WhenceRef ref, WhenceLit bit)
{
  switch (ref.kind)
    {
    case WHENCE_REF_FACT:
      selection->facts[ref.index] |= bit;
      if (is_known (selection, ref.index))
        light_participants (selection, ref.index, WHENCE_LIT_RELATED);
      break;
    case WHENCE_REF_ENTITY:
      selection->entities[ref.index] |= bit;
      light_facts (selection, ref);
      break;
    case WHENCE_REF_SOURCE:
      light_facts (selection, ref);
      light_citing_entities (selection, ref);
      break;
    case WHENCE_REF_NONE:
    case WHENCE_REF_GROUP:
    case WHENCE_REF_LANE:
    case WHENCE_REF_EMPTY:
    case WHENCE_REF_SHELF:
    default:
      break;
    }
}

static void
mark (WhenceSelection *selection, WhenceRef ref, WhenceLit bit)
{
  if (ref.kind == WHENCE_REF_FACT)
    selection->facts[ref.index] |= bit;
  else if (ref.kind == WHENCE_REF_ENTITY)
    selection->entities[ref.index] |= bit;
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

static void
mark_found (WhenceSelection *selection)
{
  for (guint i = 0; selection->found != NULL && i < selection->found->len; i++)
    {
      const WhenceHit *hit = &g_array_index (selection->found, WhenceHit, i);
      if (hit->record == WHENCE_RECORD_FACT)
        selection->facts[hit->index] |= WHENCE_LIT_FOUND;
      else if (hit->record == WHENCE_RECORD_ENTITY)
        selection->entities[hit->index] |= WHENCE_LIT_FOUND;
    }
}

static WhenceSpot
spot_of (WhenceRef ref)
{
  switch (ref.kind)
    {
    case WHENCE_REF_GROUP:
      return (WhenceSpot){ WHENCE_SPOT_GROUP, ref.index };
    case WHENCE_REF_LANE:
      return (WhenceSpot){ WHENCE_SPOT_LANE, ref.index };
    case WHENCE_REF_EMPTY:
      return (WhenceSpot){ WHENCE_SPOT_EMPTY, WHENCE_NONE };
    case WHENCE_REF_SHELF:
      return (WhenceSpot){ WHENCE_SPOT_SHELF, WHENCE_NONE };
    case WHENCE_REF_NONE:
    case WHENCE_REF_FACT:
    case WHENCE_REF_ENTITY:
    case WHENCE_REF_SOURCE:
    default:
      return WHENCE_SPOT_NOTHING;
    }
}

/* What is lit instead of what the selection would light: what is pointed at, or a path. */
static gboolean
lights_just_some (const WhenceSelection *selection)
{
  return selection->pointed_facts != NULL || selection->path_facts != NULL;
}

static void
light_just_some (WhenceSelection *selection)
{
  gboolean pointed = selection->pointed_facts != NULL;
  const GArray *facts = pointed ? selection->pointed_facts : selection->path_facts;
  const GArray *entities = pointed ? selection->pointed_entities : selection->path_entities;

  for (guint i = 0; i < facts->len; i++)
    selection->facts[g_array_index (facts, guint32, i)] |= WHENCE_LIT_RELATED;
  for (guint i = 0; i < entities->len; i++)
    selection->entities[g_array_index (entities, guint32, i)] |= WHENCE_LIT_RELATED;
}

static void
light_new (WhenceSelection *selection)
{
  for (guint i = 0; selection->new_facts != NULL && i < selection->new_facts->len; i++)
    {
      guint32 fact = g_array_index (selection->new_facts, guint32, i);
      selection->facts[fact] |= WHENCE_LIT_NEW;
      light_participants (selection, fact, WHENCE_LIT_NEW);
    }
}

static void
light_span (WhenceSelection *selection)
{
  for (guint i = 0; i < selection->span_facts->len; i++)
    light (selection, whence_ref_fact (g_array_index (selection->span_facts, guint32, i)),
           WHENCE_LIT_RELATED);
}

static gboolean
shows_span (const WhenceSelection *selection)
{
  return selection->refs->len == 0 && !lights_just_some (selection) && selection->span_facts != NULL;
}

static void
light_selected (WhenceSelection *selection)
{
  for (guint i = 0; i < selection->refs->len; i++)
    if (!lights_just_some (selection))
      light (selection, g_array_index (selection->refs, WhenceRef, i), WHENCE_LIT_SELECTED);
    else
      mark (selection, g_array_index (selection->refs, WhenceRef, i), WHENCE_LIT_SELECTED);
}

static gboolean
is_cited (const WhenceSelection *selection, WhenceRef source)
{
  g_autoptr (GArray) facts = whence_ref_list_facts (source, selection->bundle, selection->known_by);
  g_autoptr (GArray) entities = whence_ref_list_entities (source, selection->bundle, selection->known_by);

  return facts->len + entities->len > 0;
}

/* A source that nobody cites leaves no mark to look at: then nothing steps back. */
static gboolean
lights_anything (const WhenceSelection *selection)
{
  for (guint i = 0; i < selection->refs->len; i++)
    {
      WhenceRef ref = g_array_index (selection->refs, WhenceRef, i);
      if (ref.kind != WHENCE_REF_SOURCE || is_cited (selection, ref))
        return TRUE;
    }
  return FALSE;
}

WhenceHighlight
whence_selection_get_highlight (WhenceSelection *selection)
{
  if (selection->stale)
    {
      memset (selection->facts, 0, whence_bundle_get_n_facts (selection->bundle));
      memset (selection->entities, 0, whence_bundle_get_n_entities (selection->bundle));
      light_selected (selection);
      if (lights_just_some (selection))
        light_just_some (selection);
      else if (shows_span (selection))
        light_span (selection);
      /* While something is selected, hovering must not light what the selection left dark. */
      else if (selection->refs->len == 0)
        light (selection, selection->hover, WHENCE_LIT_HOVERED);
      mark (selection, selection->hover, WHENCE_LIT_HOVERED);
      mark (selection, selection->focus, WHENCE_LIT_FOCUSED);
      mark_found (selection);
      light_new (selection);
      selection->stale = FALSE;
    }
  const WhenceRef *only = selection->refs->len == 1 ? &g_array_index (selection->refs, WhenceRef, 0) : NULL;
  return (WhenceHighlight){ .facts = selection->facts,
                            .entities = selection->entities,
                            .dim_others = lights_anything (selection) || lights_just_some (selection)
                                          || shows_span (selection)
                                          || (selection->found != NULL && selection->found->len > 0),
                            .one_fact = only != NULL && only->kind == WHENCE_REF_FACT ? only->index + 1 : 0,
                            .hover = spot_of (selection->hover),
                            .focus = spot_of (selection->focus) };
}
