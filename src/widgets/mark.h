/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mark of a scene as a widget: it draws nothing and takes no pointer, but has a place, a name, the keyboard
 * focus and an action, so that assistive technology finds what the canvas has painted. */
#pragma once

#include <gtk/gtk.h>

#include "document/ref.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_MARK (whence_mark_get_type ())
G_DECLARE_FINAL_TYPE (WhenceMark, whence_mark, WHENCE, MARK, GtkWidget)

WhenceMark *whence_mark_new (void);
void whence_mark_set (WhenceMark *mark, WhenceRef ref, const char *label, gboolean selected);
WhenceRef whence_mark_get_ref (WhenceMark *mark);

G_END_DECLS
