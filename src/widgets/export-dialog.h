/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks how a picture is to look, shows it, and writes it. Signal "exported" (GFile). */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_EXPORT_DIALOG (whence_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WhenceExportDialog, whence_export_dialog, WHENCE, EXPORT_DIALOG, AdwWindow)

GtkWidget *whence_export_dialog_new (GtkWindow *parent, WhenceDocument *document);

G_END_DECLS
