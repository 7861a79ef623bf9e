/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying the facts of the table. A worker writes them, and what it has written goes to the clipboard as it
 * is, without another copy; where there are many facts the foot of the table says how far it is, and offers
 * to stop. What is copied last counts. Linear in the facts, but for the list of them off the main thread. */
#include "widgets/facts-table-private.h"

#define MANY 20000    /* facts from which on it is shown how far it is: a fifth of a second */
#define HOW_OFTEN 100 /* ms */
#define WHOLE 1000    /* what @Copy.done is when it is done */

typedef struct
{
  WhenceScope *scope;
  GArray *facts; /* guint32 */
  WhenceFactKey columns[WHENCE_N_FACT_KEYS];
  guint n_columns;
  WhenceFactsFormat format;
  int done; /* of WHOLE; atomic */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  whence_scope_unref (copy->scope);
  g_array_unref (copy->facts);
  g_free (copy);
}

/* --- The worker ----------------------------------------------------------------------------------- */

static void
on_progress (double fraction, gpointer data)
{
  g_atomic_int_set (&((Copy *) data)->done, (int) (fraction * WHOLE));
}

static GdkContentProvider *
make_content (char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  GdkContentProvider *kinds[] = { gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes),
                                  gdk_content_provider_new_for_bytes ("text/plain", bytes) };

  return gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  WhenceFactsWriting how = { .columns = copy->columns,
                             .n_columns = copy->n_columns,
                             .format = copy->format,
                             .cancellable = cancellable,
                             .progress = on_progress,
                             .user_data = copy };
  char *text =
    whence_facts_write (whence_scope_get_bundle (copy->scope), whence_scope_get_known_by (copy->scope),
                        (const guint32 *) (gconstpointer) copy->facts->data, copy->facts->len, &how);

  g_task_return_pointer (task, text != NULL ? make_content (text) : NULL, g_object_unref);
}

/* --- The table ------------------------------------------------------------------------------------ */

static gboolean
on_time (gpointer data)
{
  WhenceFactsTable *self = data;
  Copy *copy = g_task_get_task_data (self->copy);

  gtk_progress_bar_set_fraction (self->copied, (double) g_atomic_int_get (&copy->done) / WHOLE);
  return G_SOURCE_CONTINUE;
}

void
whence_facts_table_stop_copying (WhenceFactsTable *self)
{
  if (self->copy == NULL)
    return;
  g_cancellable_cancel (g_task_get_cancellable (self->copy));
  g_clear_object (&self->copy);
  g_clear_handle_id (&self->copy_source, g_source_remove);
  if (self->copying == NULL)
    return;
  /* The button with the focus is about to go. */
  if (gtk_widget_get_focus_child (self->copying) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_widget_set_visible (self->copying, FALSE);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceFactsTable *self = WHENCE_FACTS_TABLE (source);
  g_autoptr (GdkContentProvider) content = g_task_propagate_pointer (G_TASK (result), NULL);

  if (content == NULL || self->copy != G_TASK (result))
    return;
  whence_facts_table_stop_copying (self);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

/* What is selected, in the order of the table; where nothing is, everything. */
static GArray *
find_facts (WhenceFactsTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint) gtk_bitset_get_size (selected), i = 0, position;
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  GtkBitsetIter iter;

  if (n == 0 || n == g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    {
      const guint32 *all = whence_facts_model_get_facts (self->model, &n);
      return g_array_append_vals (facts, all, n);
    }
  g_array_set_size (facts, n);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_array_index (facts, guint32, i++) = whence_facts_model_get_fact (self->model, position);
  return facts;
}

void
whence_facts_table_copy (WhenceFactsTable *self, WhenceFactsFormat format)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Copy *copy = g_new0 (Copy, 1);

  copy->scope = whence_scope_ref (whence_document_get_scope (self->document));
  copy->facts = find_facts (self);
  copy->n_columns = whence_facts_table_get_columns (self, copy->columns);
  copy->format = format;
  whence_facts_table_stop_copying (self);
  self->copy = g_task_new (self, cancellable, on_written, NULL);
  g_task_set_task_data (self->copy, copy, copy_free);
  if (copy->facts->len >= MANY)
    {
      gtk_progress_bar_set_fraction (self->copied, 0);
      gtk_widget_set_visible (self->copying, TRUE);
      self->copy_source = g_timeout_add (HOW_OFTEN, on_time, self);
    }
  g_task_run_in_thread (self->copy, write_in_thread);
}
