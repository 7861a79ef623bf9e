/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands below or beside the drawings of a page: the key, the sources, and what is not shown. */
#pragma once

#include "paint/legend.h"
#include "paint/page-views.h"
#include "paint/sources.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceLegend *legend;
  WhenceSourceList *sources;
  WhenceTextBlock notes;
  WhencePoint sources_at, notes_at; /* within the strip */
  double width, height;             /* px; height 0: there is nothing */
  gboolean lists_sources;           /* at least one of them */
  gboolean whole;                   /* neither the key nor the sources gave way */
} WhencePageStrip;

/* At most @most px high: first the sources give way, then the key; what is not shown, and what gave way, is
 * said as long as there is room for it. Clear with whence_page_strip_clear(). */
void whence_page_strip_init (WhencePageStrip *strip, const WhencePageViews *views, const WhenceScope *scope,
                             const WhencePictureOptions *options, double width, double most);
void whence_page_strip_clear (WhencePageStrip *strip);

void whence_page_strip_paint (const WhencePageStrip *strip, const WhenceStyle *style, WhencePen *pen,
                              double x, double y);

G_END_DECLS
