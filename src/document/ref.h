/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing of a bundle that can be selected, hovered or focused: a fact, an entity or a source, by index.
 * What the timeline shows beside them can be hovered and focused, but not selected. */
#pragma once

#include "model/known-by.h"
#include "model/translation.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_REF_NONE,
  WHENCE_REF_FACT,
  WHENCE_REF_ENTITY,
  WHENCE_REF_SOURCE, /* no thing of its own in the views: what cites it is */
  WHENCE_REF_GROUP,  /* facts without marks of their own: by the first of them */
  WHENCE_REF_LANE,   /* by its number in the scene */
  WHENCE_REF_EMPTY,  /* the line of lanes with nothing in view */
  WHENCE_REF_SHELF,  /* the head of the shelf */
} WhenceRefKind;

typedef struct
{
  WhenceRefKind kind;
  guint32 index;
} WhenceRef;

#define WHENCE_REF_NOTHING ((WhenceRef){ WHENCE_REF_NONE, WHENCE_NONE })

static inline WhenceRef
whence_ref_fact (guint32 fact)
{
  return fact == WHENCE_NONE ? WHENCE_REF_NOTHING : (WhenceRef){ WHENCE_REF_FACT, fact };
}

static inline WhenceRef
whence_ref_entity (guint32 entity)
{
  return entity == WHENCE_NONE ? WHENCE_REF_NOTHING : (WhenceRef){ WHENCE_REF_ENTITY, entity };
}

static inline WhenceRef
whence_ref_source (guint32 source)
{
  return source == WHENCE_NONE ? WHENCE_REF_NOTHING : (WhenceRef){ WHENCE_REF_SOURCE, source };
}

/* Of a record that can be selected; nothing for the header. */
WhenceRef whence_ref_record (WhenceRecordKind record, guint32 index);

static inline gboolean
whence_ref_equal (WhenceRef a, WhenceRef b)
{
  return a.kind == b.kind && a.index == b.index;
}

/* The facts that it stands for: itself, those that an entity takes part in, those that cite a source; where
 * there is a date by which things are to be known, what was known by then. Transfer full; guint32. */
GArray *whence_ref_list_facts (WhenceRef ref, const WhenceBundle *bundle, const WhenceKnownBy *known_by);
/* Those who cite the source themselves, by then. Transfer full; guint32; empty where it is no source. */
GArray *whence_ref_list_entities (WhenceRef ref, const WhenceBundle *bundle, const WhenceKnownBy *known_by);

/* What a person calls it: the name of the entity, the words on the fact's mark, the title of the source.
 * Transfer full; NULL for nothing. */
char *whence_ref_describe (WhenceRef ref, const WhenceBundle *bundle);

/* The same thing in another bundle, by id; nothing when it is not there. */
WhenceRef whence_ref_translate (WhenceRef ref, const WhenceBundle *from, const WhenceBundle *to);
/* The same of many: those that are there still, in their order. Transfer full. */
GArray *whence_refs_translate (const GArray *refs, WhenceTranslation *translation);

G_END_DECLS
