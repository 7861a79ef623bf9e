/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts about the same stand together: once sorted, each group is a run, and in time within it. */
#pragma once

#include "model/bundle.h"

G_BEGIN_DECLS

/* What a fact is about; what is compared often comes first, and the rest is looked up. */
typedef struct
{
  const WhenceBundle *bundle;
  const WhenceFactType *type;
  guint32 low, high; /* subject and object; by number where there is no direction */
  guint32 fact;
  guint n_participants;
  const char *unit, *of; /* of a figure; else NULL */
} WhenceAbout;

WhenceAbout whence_about_fact (const WhenceBundle *bundle, guint32 index);

/* By what they are about, then by time. O(n log n). */
void whence_abouts_sort (GArray *abouts);
/* By when they end alone. O(n log n). */
void whence_abouts_sort_by_end (GArray *abouts);
/* Where the run that begins at @first ends. */
guint whence_abouts_end_run (const GArray *abouts, guint first);

G_END_DECLS
