/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The highlight that follows from a selection. The arrays of bytes are filled anew when somebody asks after a
 * change: two memsets and the facts of what is selected, so a click costs nothing that a reader could notice,
 * even with a million facts. */
#include "document/selection.h"

#include <string.h>

#define MANY 8 /* of so many facts one, from which on whoever takes part is asked for their facts */

static gboolean
is_known (const WhenceSelection *selection, guint32 fact)
{
  return whence_known_by_get_fact (selection->known_by, fact) != WHENCE_ACTIVITY_NOT;
}

static void
light_participants (WhenceSelection *selection, guint32 fact, WhenceLit bit)
{
  guint32 few[WHENCE_FEW_ENTITIES];
  g_autoptr (GArray) many = NULL;
  guint n;
  const guint32 *entities = whence_bundle_read_fact_entities (selection->bundle, fact, few, &many, &n);

  for (guint i = 0; i < n; i++)
    selection->entities[entities[i]] |= bit;
}

static void
light_known_participants (WhenceSelection *selection, guint32 fact)
{
  if (is_known (selection, fact))
    light_participants (selection, fact, WHENCE_LIT_RELATED);
}

static gboolean
is_many (const WhenceSelection *selection, guint n_facts)
{
  return n_facts > whence_bundle_get_n_facts (selection->bundle) / MANY;
}

static gboolean
has_lit_fact (const WhenceSelection *selection, guint32 entity, WhenceLit bit)
{
  guint n;
  const guint32 *facts = whence_bundle_get_entity_facts (selection->bundle, entity, &n);

  for (guint i = 0; i < n; i++)
    if ((selection->facts[facts[i]] & bit) != 0 && is_known (selection, facts[i]))
      return TRUE;
  return FALSE;
}

/* The same for all facts with the bit. One that is lit is enough for each entity, and where many are it is
 * soon found. */
static void
light_all_participants (WhenceSelection *selection, WhenceLit bit)
{
  guint n = whence_bundle_get_n_entities (selection->bundle);

  for (guint32 i = 0; i < n; i++)
    if (has_lit_fact (selection, i, bit))
      selection->entities[i] |= WHENCE_LIT_RELATED;
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
      light_known_participants (selection, ref.index);
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
    selection->facts[g_array_index (selection->span_facts, guint32, i)] |= WHENCE_LIT_RELATED;
  if (is_many (selection, selection->span_facts->len))
    light_all_participants (selection, WHENCE_LIT_RELATED);
  else
    for (guint i = 0; i < selection->span_facts->len; i++)
      light_known_participants (selection, g_array_index (selection->span_facts, guint32, i));
}

static gboolean
shows_span (const WhenceSelection *selection)
{
  return selection->refs->len == 0 && !lights_just_some (selection) && selection->span_facts != NULL;
}

static void
light_selected (WhenceSelection *selection)
{
  const WhenceRef *refs = (const WhenceRef *) (gconstpointer) selection->refs->data;
  gboolean just_some = lights_just_some (selection), many = is_many (selection, selection->n_facts);

  for (guint i = 0; i < selection->refs->len; i++)
    if (just_some || (many && refs[i].kind == WHENCE_REF_FACT))
      mark (selection, refs[i], WHENCE_LIT_SELECTED);
    else
      light (selection, refs[i], WHENCE_LIT_SELECTED);
  if (many && !just_some)
    light_all_participants (selection, WHENCE_LIT_SELECTED);
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
      selection->serial++;
    }
  const WhenceRef *only = selection->refs->len == 1 ? &g_array_index (selection->refs, WhenceRef, 0) : NULL;
  return (WhenceHighlight){ .facts = selection->facts,
                            .entities = selection->entities,
                            .dim_others = lights_anything (selection) || lights_just_some (selection)
                                          || shows_span (selection)
                                          || (selection->found != NULL && selection->found->len > 0),
                            .one_fact = only != NULL && only->kind == WHENCE_REF_FACT ? only->index + 1 : 0,
                            .hover = spot_of (selection->hover),
                            .focus = spot_of (selection->focus),
                            .serial = selection->serial };
}
