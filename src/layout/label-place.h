/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What placing names and placing edge labels share: the room that is taken, and where lines run. */
#pragma once

#include "layout/graph-scene-private.h"

G_BEGIN_DECLS

#define WHENCE_LABEL_MARGIN 2.0 /* px around a label */

typedef struct
{
  WhenceGraphScene *scene;
  WhenceRectGrid
    *taken; /* shapes (id: node), names (n_nodes + node), edge labels (2 n_nodes + edge), signs */
  WhenceRectGrid *lines; /* pieces of edges */
} WhenceLabelPlaces;

typedef struct
{
  double weight;
  guint32 index;
} WhenceLabelRank;

/* The heaviest first. */
int whence_label_compare_ranks (gconstpointer a, gconstpointer b);

WhenceRect whence_label_inflate (WhenceRect rect, double by);
/* TRUE when the box is not wholly in the picture. */
gboolean whence_label_is_cut (const WhenceLabelPlaces *places, WhenceRect box);
/* What it costs that edges other than @own run under the box, @each for one; counted only until more than
 * @spare. */
double whence_label_line_cost (const WhenceLabelPlaces *places, WhenceRect box, guint32 own, double each,
                               double spare);

/* The largest amounts, before any name has taken their room; wordings before @first_wording are left out. */
void whence_label_place_headlines (WhenceLabelPlaces *places, guint first_wording,
                                   const WhenceMeasure *measure);
/* All other edges. FALSE when cancelled. */
gboolean whence_label_place_edges (WhenceLabelPlaces *places, const WhenceMeasure *measure,
                                   GCancellable *cancellable);

G_END_DECLS
