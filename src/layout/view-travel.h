/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a view is on its way from one place to another. The logarithm of the scale goes evenly, and what both
 * views show at the same px stays there: the view zooms about that point, as it would under a wheel. Constant
 * time; exact at both ends, however far apart their scales are. */
#pragma once

#include "layout/graph-scene.h"
#include "layout/timeline-scene.h"

G_BEGIN_DECLS

/* @t of the way, 0 … 1. */
WhenceTimeView whence_time_view_travel (WhenceTimeView from, WhenceTimeView to, double t);
WhenceGraphView whence_graph_view_travel (WhenceGraphView from, WhenceGraphView to, double t);

G_END_DECLS
