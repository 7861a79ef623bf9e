/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts that are a background to the others, such as eras and terms of office: bands behind the lanes, each
 * with a strip at the top that carries its name. Strips are packed by measured text and share no point. */
#pragma once

#include "layout/timeline-rows.h"
#include "layout/timeline-scene-private.h"

G_BEGIN_DECLS

/* The strips of the bands in view, in rows from above, and what they take of the height. */
typedef struct
{
  GArray *items; /* WhenceTimelineItem */
  GArray *rows;  /* WhenceTimelineRow */
  double height; /* px */
} WhenceBands;

/* Lays out those of the scene's index, and counts what is out of view. O(n log n) in the bands, of which an
 * index has a bounded number. */
void whence_bands_init (WhenceBands *bands, WhenceTimelineScene *scene, gboolean rtl,
                        const WhenceMeasure *measure);
/* Puts the strips before the rows of the lanes, and frees the rest. */
void whence_bands_join (WhenceBands *bands, GArray *items, GArray *rows, GArray *lanes);

G_END_DECLS
