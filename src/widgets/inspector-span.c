/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on a span of time: what touches it. */
#include <glib/gi18n-lib.h>

#include "layout/stretch.h"
#include "model/text-fill.h"
#include "widgets/inspector-list.h"
#include "widgets/inspector-parts.h"

#define PARTS 100.0 /* the span is told to so fine a part of it */

static void
on_zoom (GtkButton *button, WhenceDocument *document)
{
  gint64 from, to;

  if (whence_document_get_span (document, &from, &to))
    whence_document_set_range (document, from, to);
}

static void
on_clear (GtkButton *button, WhenceDocument *document)
{
  /* The button ends with what it stands in. */
  g_autoptr (WhenceDocument) held = g_object_ref (document);

  whence_document_clear_span (held);
}

static void
append_button (GtkBox *box, const char *label, GCallback callback, WhenceDocument *document)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, document, 0);
  gtk_box_append (box, button);
}

void
whence_inspector_fill_span (GtkBox *box, WhenceDocument *document)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = NULL, *heading = NULL;
  const guint32 *facts;
  gint64 from, to;
  guint n;

  if (!whence_document_get_span (document, &from, &to))
    return;
  title = whence_stretch_to_text (whence_stretch_choose (((double) to - (double) from) / PARTS), from, to);
  whence_part_append (box, _ ("Span of time"), "kicker");
  whence_part_append (box, title, "title");
  append_button (GTK_BOX (buttons), _ ("Zoom in"), G_CALLBACK (on_zoom), document);
  append_button (GTK_BOX (buttons), _ ("Clear"), G_CALLBACK (on_clear), document);
  gtk_box_append (box, buttons);
  facts = whence_document_get_span_facts (document, &n);
  heading = whence_text_compose (ngettext ("%'u fact", "%'u facts", n), n);
  whence_part_append_facts (box, document, heading, facts, n);
}
