/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All time at a glance, and the window of time that the timeline shows: to be dragged, stretched and panned.
 */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_RANGE_BAR (whence_range_bar_get_type ())
G_DECLARE_FINAL_TYPE (WhenceRangeBar, whence_range_bar, WHENCE, RANGE_BAR, GtkWidget)

void whence_range_bar_set_document (WhenceRangeBar *self, WhenceDocument *document);
/* Says its dates again: the desktop's clock was set otherwise. */
void whence_range_bar_tell_anew (WhenceRangeBar *self);

G_END_DECLS
