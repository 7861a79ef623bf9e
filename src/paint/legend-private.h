/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up the legend share. */
#pragma once

#include "paint/legend-sample.h"
#include "paint/legend-use.h"
#include "paint/legend.h"

G_BEGIN_DECLS

#define WHENCE_LEGEND_SAMPLE_GAP 6.0 /* px between a sample and its words */

typedef struct
{
  WhenceSample sample;
  WhenceTextBlock label, number; /* number: of a class, or no lines */
  double x, y, sample_width;
} WhenceLegendEntry;

typedef struct
{
  WhenceTextBlock heading;
  GArray *entries; /* WhenceLegendEntry */
  double x, y;
} WhenceLegendGroup;

struct _WhenceLegend
{
  GArray *groups; /* WhenceLegendGroup */
  double height;
};

/* Appends the groups of exactly what is in use; no line is wider than @width px. */
void whence_legend_fill (WhenceLegend *legend, const WhenceLegendUse *use, const WhenceMeasure *measure,
                         double width);
/* @group: a WhenceLegendGroup. */
void whence_legend_group_clear (gpointer group);

G_END_DECLS
