/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check button with what the value is called, and a number. Constant time. */
#include "widgets/facet-row.h"

#include <glib/gi18n-lib.h>

#include "model/date-names.h"
#include "widgets/facet-pointing.h"
#include "widgets/facet-sign.h"
#include "widgets/facet-values.h"

typedef struct
{
  WhenceDocument *document;
  WhenceBundle *bundle; /* that the value is of */
  WhenceFacet facet;
  guint32 value;
  GtkWidget *check, *count;
  gboolean showing; /* the check changes by itself */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->document);
  whence_bundle_unref (row->bundle);
  g_free (row);
}

static void
on_toggled (GtkCheckButton *check, Row *row)
{
  g_autoptr (WhenceFilter) filter = NULL;

  if (row->showing)
    return;
  filter = whence_filter_toggle (whence_document_get_filter (row->document), row->facet, row->value);
  whence_document_set_filter (row->document, filter);
}

GtkWidget *
whence_facet_row_new (WhenceDocument *document, WhenceFacet facet, guint32 value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Row *row = g_new (Row, 1);

  *row = (Row){ .document = g_object_ref (document),
                .bundle = whence_bundle_ref (whence_document_get_bundle (document)),
                .facet = facet,
                .value = value,
                .check = gtk_check_button_new (),
                .count = gtk_label_new (NULL) };
  gtk_check_button_set_child (GTK_CHECK_BUTTON (row->check),
                              whence_facet_name_new (row->bundle, facet, value));
  gtk_widget_set_hexpand (row->check, TRUE);
  gtk_widget_add_css_class (row->count, "dim-label");
  gtk_widget_add_css_class (row->count, "numeric");
  g_signal_connect (row->check, "toggled", G_CALLBACK (on_toggled), row);
  whence_facet_pointing_watch (box, row->check, document, facet, value);
  gtk_box_append (GTK_BOX (box), row->check);
  gtk_box_append (GTK_BOX (box), row->count);
  g_object_set_data_full (G_OBJECT (box), "row", row, row_free);
  return box;
}

void
whence_facet_row_show (GtkWidget *widget, const guint *counts)
{
  Row *row = g_object_get_data (G_OBJECT (widget), "row");
  gboolean active = whence_filter_has (whence_document_get_filter (row->document), row->facet, row->value);
  g_autofree char *text = NULL, *label = NULL, *spoken = NULL;

  row->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), active);
  row->showing = FALSE;
  if (counts == NULL)
    return;
  text = whence_count_name (counts[row->value]);
  label = whence_facet_value_label (row->bundle, row->facet, row->value);
  /* Translators: a value of a filter and how many facts have it: "Investment: 12". */
  spoken = g_strdup_printf (C_ ("facet", "%1$s: %2$s"), label, text);
  gtk_label_set_text (GTK_LABEL (row->count), text);
  gtk_widget_set_sensitive (widget, active || counts[row->value] > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
