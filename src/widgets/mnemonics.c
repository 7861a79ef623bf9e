/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first of the two names is the label as it is written, the second the label that activates the button
 * and so is said to name it: the written one makes way, and the relation goes. Linear in the widgets. */
#include "widgets/mnemonics.h"

static gboolean
is_underlined (GtkWidget *widget)
{
  return (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
         || (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)));
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); label == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

void
whence_mnemonics_tidy (GtkWidget *root)
{
  GtkLabel *label = is_underlined (root) ? find_label (root) : NULL;

  if (label != NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (label), -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    whence_mnemonics_tidy (child);
}
