/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the citations of a fact are worth together. Derived from the bundle, never stored. */
#pragma once

#include "model/known-by.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_SUPPORT_UNSOURCED,
  WHENCE_SUPPORT_SINGLE,       /* one source, or several not known to be independent */
  WHENCE_SUPPORT_CORROBORATED, /* two or more independent sources, none against */
  WHENCE_SUPPORT_DISPUTED,     /* a citation disputes it, or two cannot both be true */
} WhenceSupport;

/* Bits: in what two citations of a fact cannot both be true. */
typedef enum
{
  WHENCE_CONFLICT_STANCE = 1 << 0,
  WHENCE_CONFLICT_DATE = 1 << 1,
  WHENCE_CONFLICT_AMOUNT = 1 << 2,
  WHENCE_CONFLICT_SHARE = 1 << 3,
} WhenceConflicts;

typedef struct
{
  WhenceSupport support;
  guint n_sources;     /* distinct sources cited in support */
  guint n_independent; /* the largest set of pairwise independent ones found greedily */
  guint conflicts;     /* WhenceConflicts over all pairs */
} WhenceEvidence;

/* Two sources are independent when their publishers are known and differ (in more than case and blanks),
 * neither rests on the other, and no third is below both: who copies from the same report corroborates
 * nothing. */
gboolean whence_sources_are_independent (const WhenceBundle *bundle, guint32 a, guint32 b);
/* How many of them are so of one another, greedily. */
guint whence_sources_count_independent (const WhenceBundle *bundle, const guint32 *sources, guint n);

WhenceEvidence whence_evidence_for_fact (const WhenceBundle *bundle, guint32 fact);
/* The same from those citations alone that count by a date; NULL: all do. The values of the fact itself count
 * in any case, since nobody wrote which source they are from: @bundle is the one as it was told by then. */
WhenceEvidence whence_evidence_for_fact_until (const WhenceBundle *bundle, guint32 fact,
                                               const WhenceKnownBy *known_by);

/* "Two sources, not known to be independent", "Disputed: date and amount". Transfer full. */
char *whence_evidence_to_text (WhenceEvidence evidence);
/* A few words for legends and filters: "Independent sources". */
const char *whence_support_label (WhenceSupport support);

/* How the @i-th and @j-th citation of the fact relate in what they say. A value that a citation does not give
 * is the fact's own. */
typedef struct
{
  WhenceAgreement date, amount, share;
} WhenceComparison;
WhenceComparison whence_evidence_compare (const WhenceBundle *bundle, guint32 fact, guint i, guint j);

G_END_DECLS
