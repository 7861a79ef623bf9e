/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which records an edit of others concerns: they are read again from their own text, so that a reference to
 * what is gone becomes a problem, and one to what has come is found. */
#include "model/bundle-edit-private.h"
#include "model/writer-private.h"

static void
read_again (EditState *edit, WhenceRecordKind kind, guint32 index)
{
  g_autoptr (GString) json = NULL;

  if (whence_edit_has_change (edit, kind, index))
    return;
  json = g_string_new (NULL);
  whence_append_record_json (edit->old, kind, index, json);
  whence_edit_add_change (edit, kind, index, NULL, json->str);
}

static gboolean
cites_removed (EditState *edit, Span citations)
{
  for (guint32 i = citations.first; i < citations.first + citations.n; i++)
    if (whence_edit_is_removed (edit, WHENCE_RECORD_SOURCE,
                                WHENCE_TABLE_AT (&edit->old->citations, PackedCitation, i)->source))
      return TRUE;
  return FALSE;
}

static gboolean
source_refers_to_removed (EditState *edit, guint32 index)
{
  Span derived = WHENCE_TABLE_AT (&edit->old->sources, PackedSource, index)->derived_from;

  for (guint32 i = derived.first; i < derived.first + derived.n; i++)
    if (whence_edit_is_removed (edit, WHENCE_RECORD_SOURCE, *WHENCE_TABLE_AT (&edit->old->links, guint32, i)))
      return TRUE;
  return FALSE;
}

static gboolean
entity_refers_to_removed (EditState *edit, guint32 index)
{
  return cites_removed (edit, WHENCE_TABLE_AT (&edit->old->entities, PackedEntity, index)->citations);
}

static gboolean
fact_refers_to_removed (EditState *edit, guint32 index)
{
  const PackedFact *fact = WHENCE_TABLE_AT (&edit->old->facts, PackedFact, index);
  Span related = WHENCE_TABLE_AT (&edit->old->rares, PackedRare, fact->rare)->related;

  if (whence_edit_is_removed (edit, WHENCE_RECORD_ENTITY, fact->subject)
      || whence_edit_is_removed (edit, WHENCE_RECORD_ENTITY, fact->object)
      || cites_removed (edit, fact->citations))
    return TRUE;
  for (guint32 i = 0; i < fact->participants.n; i++)
    {
      guint32 row = fact->participants.first + i;

      if (whence_edit_is_removed (edit, WHENCE_RECORD_ENTITY,
                                  WHENCE_TABLE_AT (&edit->old->participants, PackedParticipant, row)->entity))
        return TRUE;
    }
  for (guint32 i = related.first; i < related.first + related.n; i++)
    if (whence_edit_is_removed (edit, WHENCE_RECORD_FACT,
                                WHENCE_TABLE_AT (&edit->old->relations, PackedRelation, i)->fact))
      return TRUE;
  return FALSE;
}

void
whence_edit_read_affected_again (EditState *edit)
{
  static gboolean (*const refers[]) (EditState *, guint32) = { NULL, source_refers_to_removed,
                                                               entity_refers_to_removed,
                                                               fact_refers_to_removed };
  WhenceBundle *old = (WhenceBundle *) edit->old;

  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    for (guint32 i = 0; i < whence_bundle_records (old, kind)->n; i++)
      if (refers[kind](edit, i))
        read_again (edit, kind, i);
  for (guint i = 0; i < old->problems->len; i++)
    {
      const OwnedProblem *owned = g_ptr_array_index (old->problems, i);

      if (owned->problem.code == WHENCE_PROBLEM_DANGLING_ID && owned->kind >= RUN_SOURCES
          && owned->kind <= RUN_FACTS)
        read_again (edit, (WhenceRecordKind) owned->kind, owned->index);
    }
}
