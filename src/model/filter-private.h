/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is inside a filter. */
#pragma once

#include "model/filter.h"

G_BEGIN_DECLS

struct _WhenceFilter
{
  gatomicrefcount references;
  GArray *values[WHENCE_N_FACETS]; /* guint32, ascending */
  GArray *amounts;                 /* WhenceAmountRange, by currency */
};

/* Puts @value in its place among the values of @facet, unless it is there. */
void whence_filter_add_value (WhenceFilter *filter, WhenceFacet facet, guint32 value);
/* The currency is copied. */
void whence_filter_add_range (WhenceFilter *filter, WhenceAmountRange range);

G_END_DECLS
