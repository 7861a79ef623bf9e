/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the readings share: how values of one aspect are read, and a record and its citations, be
 * it a fact or an entity. Of an entity sources give the date, its life span, alone. */
#pragma once

#include "model/readings.h"

G_BEGIN_DECLS

/* How values of one aspect are read and compared. Whoever takes a value says whether there is one. */
typedef struct
{
  WhenceConflicts conflict;
  gboolean (*take_own) (WhenceReading *value, const WhenceFact *fact);
  gboolean (*take) (WhenceReading *value, const WhenceCitation *citation);
  WhenceAgreement (*compare) (const WhenceReading *a, const WhenceReading *b);
  gboolean (*contains) (const WhenceReading *coarse, const WhenceReading *fine);
  char *(*to_text) (const WhenceReading *value);
} WhenceReadingAspect;

extern const WhenceReadingAspect whence_reading_aspects[WHENCE_N_ASPECTS];

static inline WhenceReading *
whence_readings_value (const WhenceReadings *readings, guint i)
{
  return &g_array_index (readings->values, WhenceReading, i);
}

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
