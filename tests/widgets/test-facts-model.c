/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model of a list of facts that keeps its rows: where facts are while some go, and that a row that went
 * stays what it was. */
#include "fixture.h"
#include "widgets/facts-model.h"

static void
on_changed (WhenceFactsModel *model, guint at, guint n_removed, guint n_added, guint *found)
{
  *found = whence_facts_model_find (model, FACT_FOUNDED);
}

/* The positions were made when there were more. */
static void
test_find_while_shrinking (void)
{
  static const guint32 before[] = { FACT_UNDATED, FACT_INVESTED, FACT_FOUNDED }, after[] = { FACT_UNDATED };
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  WhenceBundle *bundle = whence_document_get_bundle (document);
  g_autoptr (WhenceFactsModel) model = whence_facts_model_new ();
  guint found = 0;

  whence_facts_model_keep_rows (model);
  whence_facts_model_set_facts (model, bundle, NULL, before, G_N_ELEMENTS (before));
  g_assert_cmpuint (whence_facts_model_find (model, FACT_FOUNDED), ==, 2);
  g_signal_connect (model, "items-changed", G_CALLBACK (on_changed), &found);
  whence_facts_model_set_facts (model, bundle, NULL, after, G_N_ELEMENTS (after));
  g_assert_cmpuint (found, ==, G_MAXUINT);
}

static void
test_gone_row (void)
{
  static const guint32 before[] = { FACT_UNDATED, FACT_INVESTED, FACT_FOUNDED },
                       after[] = { FACT_FOUNDED, FACT_INVESTED, FACT_UNDATED };
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  WhenceBundle *bundle = whence_document_get_bundle (document);
  g_autoptr (WhenceFactsModel) model = whence_facts_model_new ();
  g_autoptr (WhenceFactRow) kept = NULL, gone = NULL;

  whence_facts_model_keep_rows (model);
  whence_facts_model_set_facts (model, bundle, NULL, before, G_N_ELEMENTS (before));
  kept = g_list_model_get_item (G_LIST_MODEL (model), 0);
  gone = g_list_model_get_item (G_LIST_MODEL (model), 2);
  whence_facts_model_set_facts (model, bundle, NULL, before, 1);
  whence_facts_model_set_facts (model, bundle, NULL, after, G_N_ELEMENTS (after));
  g_assert_cmpuint (kept->fact, ==, FACT_FOUNDED);
  g_assert_cmpuint (gone->fact, ==, FACT_FOUNDED);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/widgets/facts-model/find-while-shrinking", test_find_while_shrinking);
  g_test_add_func ("/widgets/facts-model/gone-row", test_gone_row);
  return g_test_run ();
}
