/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell of the table of facts: one line of text that is made when it is drawn, so that a row that is
 * scrolled past costs next to nothing. Its height does not depend on what it says. */
#pragma once

#include <gtk/gtk.h>

#include "widgets/facts-model.h"
#include "widgets/facts-columns.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FACT_CELL (whence_fact_cell_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFactCell, whence_fact_cell, WHENCE, FACT_CELL, GtkWidget)

WhenceFactCell *whence_fact_cell_new (WhenceFactKey column);
void whence_fact_cell_set_row (WhenceFactCell *cell, WhenceFactRow *row);
/* Says its text again: the desktop's clock was set otherwise. */
void whence_fact_cell_tell_anew (WhenceFactCell *cell);
/* NULL: none. Transfer none. */
WhenceFactRow *whence_fact_cell_get_row (WhenceFactCell *cell);

G_END_DECLS
