/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis over a chronological graph. */
#pragma once

#include "layout/graph-scene.h"
#include "layout/time-axis.h"

G_BEGIN_DECLS

/* Over a chronological graph. */
typedef struct
{
  WhenceAxis ticks;
  WhenceTimeView view;
  double width;            /* px; from there on stand those without a date */
  WhenceTextBlock heading; /* over these; without lines: there are none */
} WhenceGraphAxis;

/* NULL for other arrangements. */
WhenceGraphAxis *whence_graph_axis_new (const WhenceArrangement *arrangement,
                                        const WhenceGraphRequest *request);
void whence_graph_axis_free (WhenceGraphAxis *axis);

G_END_DECLS
