/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values of a facet of the filter: what they are called, and in which order they stand. */
#pragma once

#include "model/filter.h"

G_BEGIN_DECLS

/* What a value of a facet is called. Transfer full. */
char *whence_facet_value_label (const WhenceBundle *bundle, WhenceFacet facet, guint32 value);
/* What the facet is called: "Type of fact". Not to be freed. */
const char *whence_facet_label (WhenceFacet facet);

/* The *@n_values values of @n_all that are of use, those of the most facts first where they have no order of
 * their own; @counts: by how many facts have each. Values that no fact has that was known are of no use,
 * unless @filter asks for one. Transfer full. */
guint *whence_facet_rank (const WhenceFilter *filter, WhenceFacet facet, guint *counts, guint n_all,
                          guint *n_values);

/* @sought: folded. */
gboolean whence_facet_value_is_sought (const WhenceBundle *bundle, WhenceFacet facet, guint32 value,
                                       const char *sought);

G_END_DECLS
