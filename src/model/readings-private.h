/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the readings share: a record and its citations, be it a fact or an entity. Of an entity
 * sources give the date, its life span, alone. */
#pragma once

#include "model/readings.h"

G_BEGIN_DECLS

typedef struct
{
  const WhenceBundle *bundle;
  WhenceRecordKind kind; /* FACT or ENTITY */
  guint32 index;
  const WhenceKnownBy *known_by; /* or NULL */
  WhenceFact own;                /* the fact; of an entity, date and number of citations */
} WhenceCiter;

WhenceCiter whence_citer (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index,
                          const WhenceKnownBy *known_by);
void whence_citer_get (const WhenceCiter *citer, guint i, WhenceCitation *citation);
gboolean whence_citer_counts (const WhenceCiter *citer, guint i);
/* The values of all citations that count, however few; or, @of_support, of those in support alone, which
 * others cannot crowd out then. Transfer full. */
WhenceReadings *whence_citer_collect (const WhenceCiter *citer, WhenceAspect aspect, gboolean of_support);
/* Whether the citation gives a value of its own. */
gboolean whence_readings_gives (const WhenceCitation *citation, WhenceAspect aspect);

G_END_DECLS
