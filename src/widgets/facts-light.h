/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lights the rows of a table of facts that are lit in the pictures, though not selected: what touches a
 * selected span of time, the facts of a selected entity, what is found or hovered; and lights in the pictures
 * what the pointer is over in the table. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FACTS_LIGHT (whence_facts_light_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFactsLight, whence_facts_light, WHENCE, FACTS_LIGHT, GObject)

/* Transfer full. */
WhenceFactsLight *whence_facts_light_new (WhenceDocument *document);
/* @cell shows @fact from now on, until it is taken out. */
void whence_facts_light_put (WhenceFactsLight *self, GtkWidget *cell, guint32 fact);
/* The rows of the cells (WhenceFactCell) are of other facts. */
void whence_facts_light_renew (WhenceFactsLight *self);
void whence_facts_light_take (WhenceFactsLight *self, GtkWidget *cell);

G_END_DECLS
