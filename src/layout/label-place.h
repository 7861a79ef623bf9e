/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What placing names and placing edge labels share: the room that is taken, where lines run, and who comes
 * first. */
#pragma once

#include "layout/graph-scene-private.h"
#include "layout/label-rank.h"

G_BEGIN_DECLS

#define WHENCE_LABEL_MARGIN 2.0 /* px around a label */
#define WHENCE_LABEL_ASIDE 10.0 /* px between what different ties say in one line, lest it reads as one */

typedef struct
{
  WhenceGraphScene *scene;
  const WhenceMeasure *measure;
  /* Shapes (id: node), names (n_nodes + node), edge labels (2 n_nodes + edge), signs. */
  WhenceRectGrid *taken;
  WhenceRectGrid *heads;  /* of arrows (id: edge) */
  WhenceLabelRank *names; /* visible nodes whose name is measured, by the number of ties */
  guint32 n_names;
  WhenceLabelRank *edges; /* those that matter most of those that may be labelled; the first few in order */
  guint32 n_edges;
  gboolean worded; /* some edge has a label */
} WhenceLabelPlaces;

WhenceRect whence_label_inflate (WhenceRect rect, double by);
/* TRUE when the box is not wholly in the picture. */
gboolean whence_label_is_cut (const WhenceLabelPlaces *places, WhenceRect box);
/* TRUE when the box, with its margin, would cover something else than @own. */
gboolean whence_label_is_taken (const WhenceLabelPlaces *places, WhenceRect box, guint32 own);

/* How many heads of arrows the box would hide. */
guint whence_label_count_heads (const WhenceLabelPlaces *places, WhenceRect box);
#define WHENCE_LABEL_HEAD_COST 1.1 /* of each, in the measure that sides and lines have */

/* The nodes that are to be named, in order. */
void whence_label_rank_names (WhenceLabelPlaces *places);
/* The edges that may be labelled, as far as any is tried. */
void whence_label_rank_edges (WhenceLabelPlaces *places);

/* Names of the ranked nodes @first … @end - 1; with @n_passes > 1, those without room ask one neighbour to
 * make way. FALSE when cancelled. */
gboolean whence_label_place_names (WhenceLabelPlaces *places, guint32 first, guint32 end, guint n_passes,
                                   GCancellable *cancellable);
/* A last try for those of them without room, in smaller type and other line breaks. */
void whence_label_place_compact_names (WhenceLabelPlaces *places, guint32 first, guint32 end);
#define WHENCE_LABEL_PROMINENT 24 /* names that may cover dots */
/* Marks the room of all names that have a place as taken. */
void whence_label_take_names (WhenceLabelPlaces *places);
/* Takes all names away, and back to their own type and line breaks. */
void whence_label_restore_names (WhenceLabelPlaces *places);
/* Entities come first among the ranked nodes. */
guint32 whence_label_count_entities (const WhenceLabelPlaces *places);
guint whence_label_count_unnamed (const WhenceLabelPlaces *places, guint32 end);

/* The largest amounts, before any name has taken their room; wordings before @first_wording are left out. */
void whence_label_place_headlines (WhenceLabelPlaces *places, guint first_wording);
/* All other edges. FALSE when cancelled. */
gboolean whence_label_place_edges (WhenceLabelPlaces *places, GCancellable *cancellable);
/* After that, the signs of edges that have found no room for words. */
void whence_label_place_glyphs (WhenceLabelPlaces *places);

G_END_DECLS
