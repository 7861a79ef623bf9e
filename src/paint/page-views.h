/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawings on a page: one or both views, side by side or one above the other, whichever shows more. */
#pragma once

#include "paint/export.h"
#include "paint/pen.h"
#include "paint/portraits.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceRect timeline_box, graph_box; /* px on the page; without width: not there */
  WhenceRect amounts_box;             /* below the timeline, as wide and drawn at the same zoom */
  /* A drawing is laid out 1/zoom times as large as its box and drawn at zoom ≤ 1: smaller text, room for
   * more. */
  double timeline_zoom, graph_zoom;
  WhenceTimelineScene *timeline;
  WhenceAmountsScene *amounts;    /* NULL: there are none, or there is no room */
  WhenceArrangement *arrangement; /* of the graph */
  WhenceGraphScene *graph;
  WhencePortraits *portraits; /* of the graph */
  double timeline_shown;      /* px of its content that are drawn: whole rows */
  gboolean amounts_missing;   /* the track was asked for, but has no room */
  guint n_cut;                /* dated facts below that */
  guint n_cut_clustered;      /* of these, those in a cluster or in a bar only */
  gboolean shelf_cut;         /* the shelf of undated facts is below that, or part of it */
} WhencePageViews;

/* Whether the bundle is so large that laying its drawings out again should be avoided. */
gboolean whence_page_views_are_costly (WhenceScope *scope);

/* FALSE when cancelled. Clear with whence_page_views_clear() either way. With @purpose WHENCE_GRAPH_TO_COUNT
 * they can be explained by a key, but are not to be painted. */
gboolean whence_page_views_init (WhencePageViews *views, WhenceScope *scope,
                                 const WhencePictureOptions *options, WhenceRect body,
                                 WhenceGraphPurpose purpose, GCancellable *cancellable);
void whence_page_views_clear (WhencePageViews *views);

void whence_page_views_paint (const WhencePageViews *views, const WhenceStyle *style, WhencePen *pen);

/* What the drawings leave out, in sentences; NULL when nothing is. Transfer full. */
char *whence_page_views_describe_omitted (const WhencePageViews *views);

G_END_DECLS
