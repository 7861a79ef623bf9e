/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One citation: the source, its words, where they stand, and what it says otherwise than the fact. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_CITATION_CARD (whence_citation_card_get_type ())
G_DECLARE_FINAL_TYPE (WhenceCitationCard, whence_citation_card, WHENCE, CITATION_CARD, GtkWidget)

/* The @i-th citation of @fact, next to those that count by a date (NULL: all). */
GtkWidget *whence_citation_card_new_for_fact (WhenceDocument *document, const WhenceKnownBy *known_by,
                                              guint32 fact, guint i);
GtkWidget *whence_citation_card_new_for_entity (WhenceDocument *document, guint32 entity, guint i);

G_END_DECLS
