/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The histogram of a file that is being read, as the range bar is going to show it: what has been counted,
 * and behind it, fainter, what a sample lets expect. */
#pragma once

#include <gtk/gtk.h>

#include "document/overview.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_OVERVIEW_CHART (whence_overview_chart_get_type ())
G_DECLARE_FINAL_TYPE (WhenceOverviewChart, whence_overview_chart, WHENCE, OVERVIEW_CHART, GtkWidget)

/* Shows @overview (NULL: nothing), read up to @fraction; it must stay as it is until the next call. */
void whence_overview_chart_show (WhenceOverviewChart *self, const WhenceOverview *overview, double fraction);
/* Whether it has anything to draw, and has been drawn since it was last shown nothing. */
gboolean whence_overview_chart_is_seen (WhenceOverviewChart *self);

G_END_DECLS
