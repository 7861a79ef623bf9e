/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for widgets within others, depth first. */
#pragma once

#include <gtk/gtk.h>

/* The first one of @type in @widget, which may be itself, or NULL. Transfer none. */
static inline GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}
