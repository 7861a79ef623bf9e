/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells about what is selected: the story, a fact with its citations, an entity with its facts, or several.
 */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_INSPECTOR (whence_inspector_get_type ())
G_DECLARE_FINAL_TYPE (WhenceInspector, whence_inspector, WHENCE, INSPECTOR, GtkWidget)

void whence_inspector_set_document (WhenceInspector *self, WhenceDocument *document);

G_END_DECLS
