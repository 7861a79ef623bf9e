/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose amounts the track shows, on which scale and in which currency: a list to check, with a search. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_AMOUNTS_CHOOSER (whence_amounts_chooser_get_type ())
G_DECLARE_FINAL_TYPE (WhenceAmountsChooser, whence_amounts_chooser, WHENCE, AMOUNTS_CHOOSER, GtkPopover)

void whence_amounts_chooser_set_document (WhenceAmountsChooser *self, WhenceDocument *document);

G_END_DECLS
