/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up what was known by a date share. */
#pragma once

#include "model/known-by.h"

G_BEGIN_DECLS

struct _WhenceKnownBy
{
  gatomicrefcount references;
  WhenceBundle *bundle;
  WhenceBundle *told; /* the same as it was told by then */
  WhenceKnownBy *of;  /* whose arrays these are, or NULL */
  char *date;
  WhenceCutoff cutoff;
  guint8 *sources, *facts, *entities, *profiles; /* WhenceActivity */
};

/* known-weigh.c: all records, into the arrays, which are there. FALSE: it was cancelled on the way. */
gboolean whence_known_by_weigh_records (WhenceKnownBy *known_by, GCancellable *cancellable);
/* How the @i-th citation counts, the sources being weighed. */
WhenceActivity whence_known_by_weigh_fact_citation (const WhenceKnownBy *known_by, guint32 fact, guint i);
WhenceActivity whence_known_by_weigh_entity_citation (const WhenceKnownBy *known_by, guint32 entity, guint i);

/* known-records.c: the bundle as it was told by then, all records being weighed. Linear in the citations;
 * NULL: it was cancelled on the way. Transfer full. */
WhenceBundle *whence_known_by_tell (const WhenceKnownBy *known_by, GCancellable *cancellable);

G_END_DECLS
