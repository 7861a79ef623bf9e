/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being filtered, as a row of chips: each takes its condition away, one says how many facts are
 * hidden and shows them all for as long as one likes, one takes everything away. Nothing is shown where
 * nothing is filtered. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FILTER_CHIPS (whence_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFilterChips, whence_filter_chips, WHENCE, FILTER_CHIPS, GtkWidget)

void whence_filter_chips_set_document (WhenceFilterChips *self, WhenceDocument *document);
/* When times of day are written otherwise. */
void whence_filter_chips_tell_anew (WhenceFilterChips *self);

G_END_DECLS
