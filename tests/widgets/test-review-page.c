/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of a review: what it lists, that it leads to what it speaks of, that one kind can be listed alone
 * and all be copied, and that nothing leaks. */
#include "fixture.h"
#include "model/clock.h"
#include "widgets/review-page.h"

static GtkWidget *
page_new (WhenceDocument *document)
{
  GtkWidget *page = g_object_new (WHENCE_TYPE_REVIEW_PAGE, NULL);

  whence_review_page_set_document (WHENCE_REVIEW_PAGE (page), document);
  return page;
}

/* Not that of the kinds. */
static GtkListView *
list_of (GtkWidget *page)
{
  GtkWidget *box = gtk_widget_get_first_child (page);

  return GTK_LIST_VIEW (fixture_find (gtk_widget_get_last_child (box), GTK_TYPE_LIST_VIEW));
}

static guint
count_rows (GtkWidget *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list_of (page))));
}

static void
count (guint *n)
{
  (*n)++;
}

/* Unsourced: the founding and two undated ones; one link is no link. */
static void
test_list (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *page = page_new (document);
  GtkWindow *window = fixture_show (page, 320, 900);

  fixture_wait_for (fixture_says (page, "Facts without a source · 3"));
  g_assert_true (fixture_says (page, "Cite a source, or leave the fact out."));
  g_assert_true (fixture_says (page, "Bar founded"));
  g_assert_true (fixture_says (page, "Disputed facts · 1"));
  g_assert_true (fixture_says (page, "Links that lead nowhere · 2"));
  g_assert_true (fixture_says (page, "The link “javascript:alert(1)” is neither http nor https."));
  g_assert_true (fixture_says (page, "First <i>paper</i>"));
  fixture_close (window);
}

static void
test_leads_there (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *page = page_new (document);
  GtkWindow *window = fixture_show (page, 320, 900);
  GtkSelectionModel *model;
  guint went = 0, opened = 0;

  g_signal_connect_swapped (page, "went", G_CALLBACK (count), &went);
  g_signal_connect_swapped (page, "opened", G_CALLBACK (count), &opened);
  fixture_wait_for (fixture_says (page, "Disputed facts · 1"));
  model = gtk_list_view_get_model (list_of (page));
  /* A heading leads nowhere. */
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpuint (went, ==, 0);
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpuint (went, ==, 1);
  g_assert_cmpuint (opened, ==, 0);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FACT_INVESTED)));
  g_signal_emit_by_name (list_of (page), "activate", 3);
  g_assert_cmpuint (opened, ==, 1);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FACT_FOUNDED)));
  fixture_close (window);
}

static void
test_one_kind (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *page = page_new (document);
  GtkWindow *window = fixture_show (page, 320, 900);
  GtkDropDown *kinds = GTK_DROP_DOWN (fixture_find (page, GTK_TYPE_DROP_DOWN));
  g_autoptr (GError) error = NULL;
  guint all;

  fixture_wait_for (fixture_says (page, "Disputed facts · 1"));
  all = count_rows (page);
  gtk_drop_down_set_selected (kinds, 1);
  g_assert_cmpuint (count_rows (page), ==, 2);
  /* Another state of the story leaves it at that. */
  whence_document_set_known_by (document, "2040", &error);
  g_assert_no_error (error);
  fixture_wait_for (!whence_document_is_reviewing (document));
  g_assert_cmpuint (gtk_drop_down_get_selected (kinds), ==, 1);
  g_assert_cmpuint (count_rows (page), ==, 2);
  gtk_drop_down_set_selected (kinds, 0);
  g_assert_cmpuint (count_rows (page), ==, all);
  fixture_close (window);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *icon)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, icon);
  return found;
}

static void
test_copy (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *page = page_new (document);
  GtkWindow *window = fixture_show (page, 320, 900);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (page);
  g_autofree char *text = NULL;
  guint changed = 0;

  fixture_wait_for (fixture_says (page, "Disputed facts · 1"));
  g_signal_connect_swapped (clipboard, "changed", G_CALLBACK (count), &changed);
  g_signal_emit_by_name (find_button (page, "edit-copy-symbolic"), "clicked");
  fixture_wait_for (changed > 0);
  text = fixture_get_copied (page);
  g_assert_true (g_str_has_prefix (text, "Disputed facts · 1\n  g\n    Bar pays for Car\n"));
  g_assert_nonnull (strstr (text, "Links that lead nowhere · 2"));
  g_signal_handlers_disconnect_by_data (clipboard, &changed);
  fixture_close (window);
}

static void
test_nothing (void)
{
  g_autoptr (WhenceDocument) document =
    fixture_document_new_for_text ("{\"whence\":1,\"title\":\"Nothing\"}");
  GtkWidget *page = page_new (document);
  GtkWindow *window = fixture_show (page, 320, 600);

  fixture_wait_for (fixture_says (page, "Nothing to look at."));
  fixture_close (window);
}

/* Out of sight nobody reviews. */
static void
test_hidden (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *page = page_new (document);
  GtkWindow *window = fixture_show (page, 320, 600);
  g_autoptr (GError) error = NULL;

  fixture_wait_for (fixture_says (page, "Disputed facts · 1"));
  gtk_widget_set_visible (page, FALSE);
  whence_document_set_known_by (document, "2040", &error);
  g_assert_no_error (error);
  g_assert_false (whence_document_is_reviewing (document));
  gtk_widget_set_visible (page, TRUE);
  g_assert_true (whence_document_is_reviewing (document));
  fixture_wait_for (!whence_document_is_reviewing (document));
  fixture_close (window);
}

/* The desktop's clock is set otherwise while a finding is listed that gives two dates. */
static void
test_clock (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new_for_text (
    "{\"whence\": 1, \"entities\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Ann\"}], \"facts\": ["
    "{\"id\": \"d\", \"type\": \"death\", \"subject\": \"a\", \"date\": \"2024-05-01T14:05:00Z\"}, "
    "{\"id\": \"r\", \"type\": \"employment\", \"subject\": \"a\", \"date\": \"2025\"}]}");
  GtkWidget *page = page_new (document);
  GtkWindow *window = fixture_show (page, 320, 600);

  fixture_wait_for (fixture_says (page, "Begins 2025, but the death of Ann is dated 1 May 2024, 14:05 UTC."));
  whence_clock_set_twelve_hours (TRUE);
  whence_review_page_tell_anew (WHENCE_REVIEW_PAGE (page));
  fixture_wait_for (
    fixture_says (page, "Begins 2025, but the death of Ann is dated 1 May 2024, 2:05 PM UTC."));
  whence_clock_set_twelve_hours (FALSE);
  fixture_close (window);
}

static void
test_no_leak (void)
{
  WhenceDocument *document = fixture_document_new ();
  GtkWidget *page = g_object_ref (page_new (document));
  GtkWindow *window = fixture_show (page, 320, 600);

  fixture_wait_for (fixture_says (page, "Disputed facts · 1"));
  fixture_close (window);
  g_assert_finalize_object (page);
  g_assert_finalize_object (document);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/widgets/review/list", test_list);
  g_test_add_func ("/widgets/review/leads-there", test_leads_there);
  g_test_add_func ("/widgets/review/one-kind", test_one_kind);
  g_test_add_func ("/widgets/review/copy", test_copy);
  g_test_add_func ("/widgets/review/nothing", test_nothing);
  g_test_add_func ("/widgets/review/hidden", test_hidden);
  g_test_add_func ("/widgets/review/clock", test_clock);
  g_test_add_func ("/widgets/review/no-leak", test_no_leak);
  return g_test_run ();
}
