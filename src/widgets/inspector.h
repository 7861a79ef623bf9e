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
/* Says everything again, a moment later: the desktop's clock was set otherwise. */
void whence_inspector_tell_anew (WhenceInspector *self);

G_END_DECLS
