/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row in the list of hits: what was found, what it is, and the words that were hit where they are not its
 * name. */
#pragma once

#include <gtk/gtk.h>

#include "layout/scope.h"
#include "model/search.h"

G_BEGIN_DECLS

/* Of what was known as @scope has it. */
GtkWidget *whence_search_row_new (const WhenceScope *scope, const WhenceHit *hit, const char *query);
/* Says that there are @n_more hits than rows; cannot be chosen. */
GtkWidget *whence_search_row_new_more (guint n_more);

G_END_DECLS
