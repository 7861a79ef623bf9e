/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which facts are shown: conditions on who takes part, types, sources, evidence, amounts and dates. Within a
 * facet any of the chosen values will do; facets and ranges of amounts must all hold. Immutable and reference
 * counted: a change makes another filter. Values are indices into the bundle, so a filter belongs to one and
 * is translated to the next.
 */
#pragma once

#include "model/known-by.h"

G_BEGIN_DECLS

typedef struct _WhenceFilter WhenceFilter;

typedef enum
{
  WHENCE_FACET_FACT_TYPE,   /* index of a fact type of the bundle */
  WHENCE_FACET_ENTITY_TYPE, /* index of an entity type: of anybody in the fact */
  WHENCE_FACET_ENTITY,      /* index of an entity: takes part */
  WHENCE_FACET_SOURCE,      /* index of a source: is cited */
  WHENCE_FACET_SUPPORT,     /* WhenceSupport */
  WHENCE_FACET_DATED,       /* 1: has a date; 0: has none */
  WHENCE_N_FACETS,
} WhenceFacet;

/* Hides nothing. Transfer full. */
WhenceFilter *whence_filter_new (void);
WhenceFilter *whence_filter_ref (WhenceFilter *filter);
void whence_filter_unref (WhenceFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceFilter, whence_filter_unref)

/* The same with @value chosen, or no longer chosen. Transfer full. */
WhenceFilter *whence_filter_toggle (const WhenceFilter *filter, WhenceFacet facet, guint32 value);
/* Only facts with an amount in @currency from @low to @high (either NULL: no bound; both: no condition). An
 * amount given as a range passes if any of it lies within. Transfer full. */
WhenceFilter *whence_filter_set_amounts (const WhenceFilter *filter, const char *currency,
                                         const WhenceDecimal *low, const WhenceDecimal *high);

gboolean whence_filter_is_empty (const WhenceFilter *filter);
gboolean whence_filter_equal (const WhenceFilter *a, const WhenceFilter *b);
gboolean whence_filter_has (const WhenceFilter *filter, WhenceFacet facet, guint32 value);
/* The chosen values in ascending order. Transfer none. */
const guint32 *whence_filter_get_values (const WhenceFilter *filter, WhenceFacet facet, guint *n_values);

typedef struct
{
  const char *currency; /* belongs to the filter */
  gboolean has_low, has_high;
  WhenceDecimal low, high;
} WhenceAmountRange;

/* Transfer none. */
const WhenceAmountRange *whence_filter_get_amounts (const WhenceFilter *filter, guint *n_ranges);

/* Fills @shown, a byte for each fact of @bundle; returns how many it hides of those known by a date (NULL: of
 * all). Sources and evidence are those of that date. Linear in the facts, and in who
 * takes part and what is cited where the filter asks. */
guint whence_filter_apply (const WhenceFilter *filter, const WhenceBundle *bundle,
                           const WhenceKnownBy *known_by, guint8 *shown);

/* For each value of @facet in the bundle, how many facts that were known and pass everything else have it:
 * what choosing it would show. Returns how many values there are. Transfer full, one count a value. */
guint *whence_filter_count (const WhenceFilter *filter, const WhenceBundle *bundle,
                            const WhenceKnownBy *known_by, WhenceFacet facet, guint *n_values);

/* The same filter for another bundle of the same story, by ids and names; values that are not there are
 * dropped. Transfer full. */
WhenceFilter *whence_filter_translate (const WhenceFilter *filter, const WhenceBundle *from,
                                       const WhenceBundle *to);

G_END_DECLS
