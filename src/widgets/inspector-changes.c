/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on two dates that are compared: what began, ended and changed, each a way to its fact, and
 * all of it to be copied. */
#include <glib/gi18n-lib.h>

#include "model/text-list.h"
#include "widgets/inspector-list.h"
#include "widgets/inspector-parts.h"
#include "widgets/mnemonics.h"

static WhenceChanges *
get_changes (WhenceDocument *document)
{
  return (WhenceChanges *) whence_scope_get_changes (whence_document_get_scope (document));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer changes, GCancellable *cancellable)
{
  g_task_return_pointer (task, whence_changes_to_text (changes), g_free);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer clipboard)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  gdk_clipboard_set_text (clipboard, text);
}

static void
on_copy (GtkWidget *button, WhenceDocument *document)
{
  WhenceChanges *changes = get_changes (document);
  g_autoptr (GTask) task = NULL;

  if (changes == NULL)
    return;
  /* The clipboard is the display's, and outlives the button. */
  task = g_task_new (document, NULL, on_written, gtk_widget_get_clipboard (button));
  g_task_set_task_data (task, whence_changes_ref (changes), (GDestroyNotify) whence_changes_unref);
  g_task_run_in_thread (task, write_in_thread);
}

static void
append_copy (GtkBox *box, WhenceDocument *document)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Copy the List"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  whence_mnemonics_tidy (button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy), document, 0);
  gtk_box_append (box, button);
}

static char *
caption_change (gpointer data, WhenceRef ref)
{
  char *caption = whence_changes_describe_fact (data, ref.index);

  if (*caption == '\0')
    g_clear_pointer (&caption, g_free);
  return caption;
}

static void
add_group (WhencePartRows *rows, WhenceChange change, const GArray *facts)
{
  g_autofree char *count = whence_text_count (whence_change_label (change, FALSE), facts->len);
  g_autofree char *head = g_strdup_printf ("%s %s", whence_change_sign (change), count);

  if (facts->len == 0)
    return;
  whence_part_rows_add_heading (rows, head);
  for (guint i = 0; i < facts->len; i++)
    whence_part_rows_add (rows, whence_ref_fact (g_array_index (facts, guint32, i)));
}

/* In one pass over the facts. */
static void
add_groups (WhencePartRows *rows, const WhenceBundle *bundle, const WhenceChanges *changes)
{
  GArray *groups[WHENCE_N_CHANGES] = { NULL }; /* only of what is listed */
  guint32 n_facts = whence_bundle_get_n_facts (bundle);

  for (guint i = 0; i < WHENCE_N_LISTED_CHANGES; i++)
    groups[whence_listed_changes[i]] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 fact = 0; fact < n_facts; fact++)
    {
      GArray *group = groups[whence_changes_get (changes, fact)];
      if (group != NULL)
        g_array_append_val (group, fact);
    }
  for (guint i = 0; i < WHENCE_N_LISTED_CHANGES; i++)
    {
      WhenceChange change = whence_listed_changes[i];
      add_group (rows, change, groups[change]);
      g_array_unref (groups[change]);
    }
}

void
whence_inspector_fill_changes (GtkBox *box, WhenceDocument *document)
{
  WhenceChanges *changes = get_changes (document);
  WhencePartRows *rows = whence_part_rows_new (document, caption_change, whence_changes_ref (changes),
                                               (GDestroyNotify) whence_changes_unref);
  g_autofree char *title = whence_changes_describe (changes);
  guint n_unchanged = whence_changes_count (changes, WHENCE_CHANGE_UNCHANGED);
  g_autofree char *unchanged =
    whence_text_count (whence_change_label (WHENCE_CHANGE_UNCHANGED, FALSE), n_unchanged);

  whence_part_append (box, C_ ("change", "What changed"), "kicker");
  whence_part_append (box, title, "title");
  append_copy (box, document);
  whence_part_append (box, unchanged, "dim-label");
  whence_part_rows_set_below (rows);
  add_groups (rows, whence_document_get_told_bundle (document), changes);
  whence_part_rows_append (rows, box, title);
}
