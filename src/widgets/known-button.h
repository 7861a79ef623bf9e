/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The button beside the range bar that asks by which date things are to be known. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_KNOWN_BUTTON (whence_known_button_get_type ())
G_DECLARE_FINAL_TYPE (WhenceKnownButton, whence_known_button, WHENCE, KNOWN_BUTTON, GtkWidget)

void whence_known_button_set_document (WhenceKnownButton *self, WhenceDocument *document);
/* When times of day are written otherwise. */
void whence_known_button_tell_anew (WhenceKnownButton *self);
/* Opens what it asks with. */
void whence_known_button_open (WhenceKnownButton *self);

G_END_DECLS
