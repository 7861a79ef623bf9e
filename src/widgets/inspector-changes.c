/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on two dates that are compared: what began, ended and changed, each a way to its fact, and
 * all of it to be copied. At most MOST rows a group have widgets; what is copied has all. */
#include <glib/gi18n-lib.h>

#include "widgets/inspector-parts.h"

#define MOST 100

static const WhenceChanges *
get_changes (WhenceDocument *document)
{
  return whence_scope_get_changes (whence_document_get_scope (document));
}

static void
on_copy (GtkWidget *button, WhenceDocument *document)
{
  const WhenceChanges *changes = get_changes (document);
  g_autofree char *text = changes != NULL ? whence_changes_to_text (changes) : NULL;

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (button), text);
}

static void
append_copy (GtkBox *box, WhenceDocument *document)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Copy the List"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy), document, 0);
  gtk_box_append (box, button);
}

static void
append_group (GtkBox *box, WhenceDocument *document, WhenceChange change)
{
  const WhenceChanges *changes = get_changes (document);
  guint32 n_facts = whence_bundle_get_n_facts (whence_document_get_bundle (document));
  guint n = whence_changes_count (changes, change), n_rows = 0;
  g_autofree char *head =
    g_strdup_printf ("%s %s · %u", whence_change_sign (change), whence_change_label (change, FALSE), n);
  g_autofree char *more = NULL;
  GtkBox *list;

  if (n == 0)
    return;
  whence_part_append (box, head, "section");
  list = whence_part_list (box);
  for (guint32 fact = 0; fact < n_facts && n_rows < MOST; fact++)
    if (whence_changes_get (changes, fact) == change)
      {
        g_autofree char *caption = whence_changes_describe_fact (changes, fact);
        gtk_box_append (
          list, whence_part_ref (document, whence_ref_fact (fact), *caption != '\0' ? caption : NULL));
        n_rows++;
      }
  if (n > n_rows)
    more = g_strdup_printf (
      ngettext ("%u more is in the copied list", "%u more are in the copied list", n - n_rows), n - n_rows);
  whence_part_append (box, more, "dim-label");
}

void
whence_inspector_fill_changes (GtkBox *box, WhenceDocument *document)
{
  const WhenceChanges *changes = get_changes (document);
  g_autofree char *title = whence_changes_describe (changes);
  guint n_unchanged = whence_changes_count (changes, WHENCE_CHANGE_UNCHANGED);
  g_autofree char *unchanged =
    g_strdup_printf ("%s · %u", whence_change_label (WHENCE_CHANGE_UNCHANGED, FALSE), n_unchanged);

  whence_part_append (box, C_ ("change", "What changed"), "kicker");
  whence_part_append (box, title, "title");
  append_copy (box, document);
  for (guint i = 0; i < WHENCE_N_LISTED_CHANGES; i++)
    append_group (box, document, whence_listed_changes[i]);
  whence_part_append (box, unchanged, "dim-label");
}
