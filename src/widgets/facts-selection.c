/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who uses it sees to it that one does not answer the other. */
#include "widgets/facts-selection.h"

#include "widgets/facts-model.h"

void
whence_facts_selection_follow (GtkSelectionModel *model, WhenceDocument *document)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty (), mask = gtk_bitset_new_empty ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WhenceFactRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      if (whence_document_is_selected (document, whence_ref_fact (row->fact)))
        gtk_bitset_add (selected, i);
    }
  gtk_bitset_add_range (mask, 0, n);
  gtk_selection_model_set_selection (model, selected, mask);
}

void
whence_facts_selection_tell (GtkSelectionModel *model, WhenceDocument *document)
{
  g_autoptr (GtkBitset) bitset = gtk_selection_model_get_selection (model);
  GtkBitsetIter iter;
  gboolean extend = FALSE;
  guint position;

  if (!gtk_bitset_iter_init_first (&iter, bitset, &position))
    {
      whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
      return;
    }
  do
    {
      g_autoptr (WhenceFactRow) row = g_list_model_get_item (G_LIST_MODEL (model), position);
      whence_document_select (document, whence_ref_fact (row->fact), extend);
      extend = TRUE;
    }
  while (gtk_bitset_iter_next (&iter, &position));
}
