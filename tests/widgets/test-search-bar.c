/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search bar: what it lists and says while one types, walks and closes it. */
#include "fixture.h"
#include "widgets/search-bar.h"

static WhenceSearchBar *
search_bar_new (WhenceDocument *document)
{
  WhenceSearchBar *bar = g_object_new (WHENCE_TYPE_SEARCH_BAR, NULL);

  whence_search_bar_set_document (bar, document);
  return bar;
}

static void
type (WhenceSearchBar *bar, WhenceDocument *document, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (GTK_WIDGET (bar), GTK_TYPE_SEARCH_ENTRY)), text);
  fixture_wait_for (g_strcmp0 (whence_document_get_query (document), *text != '\0' ? text : NULL) == 0
                    && !whence_document_is_searching (document));
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_typing (void)
{
  WhenceDocument *document = fixture_document_new ();
  WhenceSearchBar *bar = g_object_ref (search_bar_new (document));
  GtkWindow *window = fixture_show (GTK_WIDGET (bar), 600, 400);
  GtkWidget *list;
  guint n_went = 0;

  g_signal_connect_swapped (bar, "went", G_CALLBACK (count_up), &n_went);
  whence_search_bar_open (bar);
  list = fixture_find (GTK_WIDGET (bar), GTK_TYPE_LIST_BOX);
  type (bar, document, "bar");
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_true (fixture_says (GTK_WIDGET (bar), "Bar"));
  if (fixture_has_popups ())
    g_assert_true (gtk_widget_get_visible (fixture_find (GTK_WIDGET (bar), GTK_TYPE_POPOVER)));

  whence_search_bar_walk (bar, 1);
  g_assert_cmpuint (n_went, ==, 1);
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (ENTITY_BAR)));
  g_assert_false (gtk_widget_get_visible (fixture_find (GTK_WIDGET (bar), GTK_TYPE_POPOVER)));

  type (bar, document, "nobody at all");
  g_assert_true (fixture_says (GTK_WIDGET (bar), "Nothing found"));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (fixture_find (GTK_WIDGET (bar), GTK_TYPE_SEARCH_BAR)),
                                  FALSE);
  g_assert_null (whence_document_get_query (document));
  fixture_close (window);
  g_assert_finalize_object (bar);
  g_assert_finalize_object (document);
}

static void
test_walking_opens (void)
{
  WhenceDocument *document = fixture_document_new ();
  WhenceSearchBar *bar = search_bar_new (document);
  GtkWindow *window = fixture_show (GTK_WIDGET (bar), 600, 400);

  whence_search_bar_walk (bar, 1);
  g_assert_true (
    gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (fixture_find (GTK_WIDGET (bar), GTK_TYPE_SEARCH_BAR))));
  fixture_close (window);
  g_object_unref (document);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/search-bar/typing", test_typing);
  g_test_add_func ("/widgets/search-bar/walking-opens", test_walking_opens);
  return g_test_run ();
}
