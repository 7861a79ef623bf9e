/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes of rows of marks, one below the other. */
#pragma once

#include "layout/timeline-scene-private.h"

G_BEGIN_DECLS

/* From airy to dense; the last is the densest that can be read. */
#define WHENCE_N_ROW_LEVELS 4
#define WHENCE_READABLE_LEVEL 2

typedef struct
{
  guint first_fact, n_facts; /* in clustered */
  double middle;             /* px */
} WhenceCluster;

typedef struct
{
  const WhenceTimelineScene *scene;
  const WhenceMeasure *measure;
  gboolean rtl;
  guint level;
  gboolean with_dates; /* there are few enough marks to tell each one's date */
  double y;            /* where the next lane begins */
  GArray *items, *rows, *lanes;
  GArray *clusters, *clustered; /* the same at every level */
} WhenceRowBuilder;

/* The arrays belong to the caller, who also sets what clears their elements. */
void whence_row_builder_init (WhenceRowBuilder *builder, const WhenceTimelineScene *scene,
                              const WhenceMeasure *measure, gboolean rtl);
/* Empties the arrays and begins again at the top. */
void whence_row_builder_reset (WhenceRowBuilder *builder, guint level);
/* Adds a lane named @name (or NULL) with the @n candidates, which are in the order of time. */
void whence_row_builder_add_lane (WhenceRowBuilder *builder, const char *name,
                                  const WhenceCandidate *candidates, guint n);

G_END_DECLS
