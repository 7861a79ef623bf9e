/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far the marks of many facts reach: whence_fact_reach(), where facts that share a date share the answer.
 */
#pragma once

#include "layout/scope.h"

G_BEGIN_DECLS

typedef struct
{
  const WhenceScope *scope; /* not owned */
  WhencePeriod *periods;    /* of each date of the bundle; NULL: dates alone do not tell */
} WhenceReachTable;

/* O(dates). The scope stays as it is as long as the table is used. */
void whence_reach_table_init (WhenceReachTable *table, const WhenceScope *scope);
void whence_reach_table_clear (WhenceReachTable *table);

/* What whence_fact_reach() tells. */
gboolean whence_reach_table_look (const WhenceReachTable *table, guint32 fact, gint64 *from, gint64 *to);
/* Asks memory for what whence_reach_table_look() will read of @fact, if there is such a fact. */
void whence_reach_table_prefetch (const WhenceReachTable *table, guint32 fact);

G_END_DECLS
