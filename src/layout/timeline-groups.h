/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands for many facts in a lane: clusters, each a count on a pill, and where there would be too many
 * of these to be read, the bars of a histogram. */
#pragma once

#include "layout/timeline-rows.h"

G_BEGIN_DECLS

#define WHENCE_PILL_HEIGHT 16.0 /* px */

/* Whether so much of the candidates is clustered that a histogram says more. */
gboolean whence_groups_are_many (const WhenceCandidate *candidates, guint n);
void whence_groups_add_clusters (WhenceRowBuilder *builder, const WhenceCandidate *candidates, guint n);
void whence_groups_add_bars (WhenceRowBuilder *builder, WhenceLanePlan *plan,
                             const WhenceCandidate *candidates);

/* --- Of these ------------------------------------------------------------------------------------ */

/* Transfer full. */
char *whence_groups_count_to_text (guint count);
/* Measures @text as the label of @item. */
void whence_groups_set_count (const WhenceRowBuilder *builder, WhenceTimelineItem *item, const char *text);
/* Adds @item as a pill with @text; @middle is where it should stand, px. */
void whence_groups_add_pill (WhenceRowBuilder *builder, WhenceTimelineItem *item, const char *text,
                             double middle);
/* Fills in what each column of the plan counts, once for all levels. */
void whence_groups_count_lane (WhenceRowBuilder *builder, WhenceLanePlan *plan,
                               const WhenceCandidate *candidates);

G_END_DECLS
