/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The title of a fact in a label: what is said not to be so is struck through, as in the pictures. */
#pragma once

#include <gtk/gtk.h>

#include "model/bundle.h"

G_BEGIN_DECLS

/* Puts the title into @label, which may have held another before. Who hears instead of seeing is told how it
 * is to be read. */
void whence_fact_title_put (GtkLabel *label, const WhenceBundle *bundle, guint32 fact);

G_END_DECLS
