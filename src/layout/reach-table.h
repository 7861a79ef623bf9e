/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far the marks of many facts reach: whence_fact_reach(), where facts that share a date share the answer.
 */
#pragma once

#include "layout/scope.h"

G_BEGIN_DECLS

/* A number stands for a date of the bundle; where citations date their facts otherwise, for a fact. */
typedef struct
{
  const WhenceScope *scope; /* not owned */
  gboolean by_fact;
  guint n;
  WhencePeriod *periods; /* of each number */
  guint8 *placed;        /* whether it has a place in time */
} WhenceReachTable;

/* The scope stays as it is as long as the table is used. O(dates). */
void whence_reach_table_init (WhenceReachTable *table, const WhenceScope *scope);
void whence_reach_table_clear (WhenceReachTable *table);

/* The number whose period is what whence_fact_reach() tells of @fact; WHENCE_NONE: it has no place in time.
 */
guint32 whence_reach_table_find (WhenceReachTable *table, guint32 fact);

/* --- In the order of time; @counts: how many facts have each number ------------------------------- */

/* A fact and its number. */
typedef struct
{
  guint32 fact, number;
} WhenceReach;

/* In the order in which they begin, or with @by_end end; equal ones stay in their order. O(facts + numbers).
 * Transfer full. */
WhenceReach *whence_reach_table_sort (const WhenceReachTable *table, const WhenceReach *reaches, guint n,
                                      const guint *counts, gboolean by_end);
/* All ends, ascending, into @ends. O(facts + numbers). */
void whence_reach_table_list_ends (const WhenceReachTable *table, const guint *counts, gint64 *ends);

G_END_DECLS
