/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on a span of time: what touches it. A long list ends with a count. */
#include <glib/gi18n-lib.h>

#include "layout/stretch.h"
#include "widgets/inspector-parts.h"

#define MOST_ROWS 200
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

static void
append_facts (GtkBox *box, WhenceDocument *document)
{
  const WhenceBundle *bundle = whence_document_get_bundle (document);
  guint n;
  const guint32 *facts = whence_document_get_span_facts (document, &n);
  g_autofree char *head = g_strdup_printf (ngettext ("%u fact", "%u facts", n), n);

  whence_part_append (box, head, "section");
  box = whence_part_list (box);
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    {
      WhenceFact fact;
      g_autofree char *date = NULL;
      whence_bundle_get_fact (bundle, facts[i], &fact);
      date = whence_date_to_text (fact.dated.text, WHENCE_DATE_TEXT_SHORT);
      gtk_box_append (box, whence_part_ref (document, whence_ref_fact (facts[i]), date));
    }
  if (n > MOST_ROWS)
    {
      g_autofree char *more =
        g_strdup_printf (ngettext ("and %u more fact", "and %u more facts", n - MOST_ROWS), n - MOST_ROWS);
      whence_part_append (box, more, "dim-label");
    }
}

void
whence_inspector_fill_span (GtkBox *box, WhenceDocument *document)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = NULL;
  gint64 from, to;

  if (!whence_document_get_span (document, &from, &to))
    return;
  title = whence_stretch_to_text (whence_stretch_choose (((double) to - (double) from) / PARTS), from, to);
  whence_part_append (box, _ ("Span of time"), "kicker");
  whence_part_append (box, title, "title");
  append_button (GTK_BOX (buttons), _ ("Zoom in"), G_CALLBACK (on_zoom), document);
  append_button (GTK_BOX (buttons), _ ("Clear"), G_CALLBACK (on_clear), document);
  gtk_box_append (box, buttons);
  append_facts (box, document);
}
