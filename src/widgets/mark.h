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

WhenceMark *whence_mark_new (GtkAccessibleRole role);
/* @description says what the name does not; it may be NULL. */
void whence_mark_set (WhenceMark *mark, WhenceRef ref, const char *name, const char *description,
                      gboolean selected);
/* TRUE or FALSE for what opens and closes, -1 for anything else. */
void whence_mark_set_expanded (WhenceMark *mark, int expanded);
WhenceRef whence_mark_get_ref (WhenceMark *mark);

G_END_DECLS
