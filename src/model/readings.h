/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the citations of a fact say of one aspect of it: which values there are, who gives each, and which of
 * them cannot be true together. A citation in support that gives no value of its own says what the fact says.
 * Where @known_by is not NULL, only citations that count by it say anything. */
#pragma once

#include "model/evidence.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_ASPECT_DATE,
  WHENCE_ASPECT_AMOUNT,
  WHENCE_ASPECT_SHARE,
  WHENCE_N_ASPECTS,
} WhenceAspect;

/* One value; of the members only that of its aspect is set. */
typedef struct
{
  WhenceDated dated;
  WhenceAmount amount;
  WhenceDecimal share;
  gboolean is_own;    /* the fact itself has it */
  guint n_citations;  /* that speak of it; 0: none, only the fact does */
  gboolean conflicts; /* with at least one other value */
} WhenceReading;

typedef struct
{
  WhenceAspect aspect;
  GArray *values;      /* WhenceReading: the fact's own first if it has one, then in the order of citations */
  GArray *by_citation; /* guint: the value that each citation gives, or WHENCE_NONE */
} WhenceReadings;

/* NULL where there are fewer than two different values. Linear in the citations, and in the square of the
 * different values. Transfer full; strings belong to the bundle. */
WhenceReadings *whence_readings_new (const WhenceBundle *bundle, guint32 fact, WhenceAspect aspect,
                                     const WhenceKnownBy *known_by);
void whence_readings_free (WhenceReadings *readings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceReadings, whence_readings_free)

/* Whether the citation gives a value of its own that is the fact's, too. */
gboolean whence_readings_repeats (const WhenceFact *fact, const WhenceCitation *citation,
                                  WhenceAspect aspect);

/* How the i-th and j-th value relate: CONFLICT, or COMPATIBLE. */
WhenceAgreement whence_readings_compare (const WhenceReadings *readings, guint i, guint j);
/* Whether the @coarse value holds the whole of the @fine one within it: "May 2024" and "21 May 2024". */
gboolean whence_readings_contains (const WhenceReadings *readings, guint coarse, guint fine);
/* For people: "May 2024", "about $14 billion", "49%". Transfer full. */
char *whence_readings_to_text (const WhenceReadings *readings, guint i);

/* By what name a source is called: its publisher, else its title. Transfer none. */
const char *whence_source_get_voice (const WhenceBundle *bundle, guint32 source);
/* The values that contradict one another, a line each with who gives it; NULL: none do. Transfer full. */
char *whence_readings_describe (const WhenceBundle *bundle, guint32 fact, WhenceAspect aspect,
                                const WhenceKnownBy *known_by);

/* In what citations contradict one another: bits of WhenceConflicts, but for the stance. */
guint whence_readings_find_conflicts (const WhenceBundle *bundle, guint32 fact,
                                      const WhenceKnownBy *known_by);

/* What a fact, or the life of an entity, was told to be by then, where some source in its support did not
 * count yet: of which citation it has the value of each aspect, or WHENCE_NONE where its own stays. */
typedef struct
{
  guint32 citation[WHENCE_N_ASPECTS];
  gboolean opens_end; /* of its own date: nobody who counts can have known when it ended */
} WhenceChoice;

/* The own value stays where a citation that counts gives none, and so says what the fact says. Where all give
 * one, it is that with which most independent publishers agree; of these the finest (contained in the
 * others), then the one published last, then the first of the file. FALSE where all of it stays. Linear in
 * the citations, for each of at most 16 different values. */
gboolean whence_readings_choose (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index,
                                 const WhenceKnownBy *known_by, WhenceChoice *choice);

/* The dates that are given of a fact, its own first, then those that cannot be true together with it or with
 * one another, each once. Fills @dates with at most @max and returns how many; 1 where no date is disputed, 0
 * where the fact has none of its own. Linear in the citations where none gives a date. */
guint whence_readings_list_dates (const WhenceBundle *bundle, guint32 fact, const WhenceKnownBy *known_by,
                                  const WhenceDate **dates, guint max);

G_END_DECLS
