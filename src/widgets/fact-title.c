/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strikes through by a text attribute, never by markup. */
#include "widgets/fact-title.h"

#include "widgets/describe.h"

static void
set_struck (GtkLabel *label, gboolean struck)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (struck)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
    }
  gtk_label_set_attributes (label, attributes);
}

void
whence_fact_title_put (GtkLabel *label, const WhenceBundle *bundle, guint32 index)
{
  g_autofree char *title = whence_bundle_describe_fact (bundle, index);
  g_autofree char *standing = NULL;
  WhenceFact fact;

  whence_bundle_get_fact (bundle, index, &fact);
  standing = whence_describe_standing (&fact);
  gtk_label_set_text (label, title);
  set_struck (label, fact.negated);
  if (standing != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, standing,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}
