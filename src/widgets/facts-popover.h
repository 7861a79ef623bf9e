/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of facts that stand in one place, such as those of a cluster: title, date and worth of each.
 * Signals: "chosen" with the index of the fact (guint), after which the popover closes; "zoom" when all of
 * them are to be looked at more closely. */
#pragma once

#include <gtk/gtk.h>

#include "model/known-by.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FACTS_POPOVER (whence_facts_popover_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFactsPopover, whence_facts_popover, WHENCE, FACTS_POPOVER, GtkPopover)

WhenceFactsPopover *whence_facts_popover_new (void);

/* Lists the @n_facts in the order given; the array is copied, widgets are made for what can be seen. @head
 * (NULL: their number) and @note (NULL: none) stand above. @can_zoom offers "Zoom in". */
void whence_facts_popover_set_facts (WhenceFactsPopover *self, WhenceBundle *bundle,
                                     const WhenceKnownBy *known_by, const guint32 *facts, guint n_facts,
                                     const char *head, const char *note, gboolean can_zoom);
/* When times of day are written otherwise: closes it. */
void whence_facts_popover_tell_anew (WhenceFactsPopover *self);

G_END_DECLS
