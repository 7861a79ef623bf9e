/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up the drawings of a page share. */
#pragma once

#include "paint/page-views.h"

G_BEGIN_DECLS

/* What has to be drawn smaller stays readable in print: on a page of the default size, 1280 px on the 297 mm
 * of A4, the smallest type, 10.5 px, is 6 pt at the last of these. */
#define WHENCE_PAGE_ZOOMS                                                                                    \
  {                                                                                                          \
    1, 0.94, 0.88                                                                                            \
  }

/* page-timeline.c: the largest zoom in its box at which nothing is lost, else the one that loses least. FALSE
 * when cancelled. */
gboolean whence_page_timeline_choose (WhencePageViews *views, WhenceScope *scope,
                                      const WhencePictureOptions *options, GCancellable *cancellable);
/* How many dated facts it does not show one by one, and 1 more for a shelf that is cut. */
double whence_page_timeline_get_loss (const WhencePageViews *views);

/* page-graph.c: the same for the graph. */
gboolean whence_page_graph_choose (WhencePageViews *views, WhenceScope *scope,
                                   const WhencePictureOptions *options, WhenceGraphPurpose purpose,
                                   GCancellable *cancellable);

G_END_DECLS
