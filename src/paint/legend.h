/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key to a picture: a sample and a word for each encoding that is in it, and for no other. */
#pragma once

#include "layout/amounts-scene.h"
#include "layout/graph-scene.h"
#include "layout/timeline-scene.h"
#include "paint/legend-use.h"
#include "paint/pen.h"

G_BEGIN_DECLS

typedef struct _WhenceLegend WhenceLegend;

/* Laid out in lines no wider than @width px. Each scene may be NULL. Transfer full. */
WhenceLegend *whence_legend_new (const WhenceTimelineScene *timeline, const WhenceAmountsScene *amounts,
                                 const WhenceGraphScene *graph, double width, const WhenceMeasure *measure);
/* The same, of what is known to be in use. */
WhenceLegend *whence_legend_new_of (const WhenceLegendUse *use, double width, const WhenceMeasure *measure);
void whence_legend_free (WhenceLegend *legend);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceLegend, whence_legend_free)

/* px; 0 when there is nothing to explain. */
double whence_legend_get_height (const WhenceLegend *legend);

/* With its top left at (x, y). */
void whence_legend_paint (const WhenceLegend *legend, const WhenceStyle *style, WhencePen *pen, double x,
                          double y);

G_END_DECLS
