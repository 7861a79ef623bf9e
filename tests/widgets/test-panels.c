/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector, the range bar and the export dialog: what they say, that they follow the
 * document and lead it, that text from a file is never markup, and that nothing leaks. */
#include <string.h>

#include "fixture.h"
#include "widgets/citation-card.h"
#include "widgets/export-dialog.h"
#include "widgets/facts-table.h"
#include "widgets/inspector.h"
#include "widgets/problems-dialog.h"
#include "widgets/range-bar.h"
#include "widgets/row-text.h"

static GtkWidget *
inspector_new (WhenceDocument *document)
{
  GtkWidget *inspector = g_object_new (WHENCE_TYPE_INSPECTOR, NULL);

  whence_inspector_set_document (WHENCE_INSPECTOR (inspector), document);
  return inspector;
}

static GtkWidget *
table_new (WhenceDocument *document)
{
  GtkWidget *table = g_object_new (WHENCE_TYPE_FACTS_TABLE, NULL);

  whence_facts_table_set_document (WHENCE_FACTS_TABLE (table), document);
  return table;
}

static GtkWidget *
range_bar_new (WhenceDocument *document)
{
  GtkWidget *bar = g_object_new (WHENCE_TYPE_RANGE_BAR, NULL);

  whence_range_bar_set_document (WHENCE_RANGE_BAR (bar), document);
  return bar;
}

/* --- The inspector --- */

static void
test_story (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);

  fixture_wait_for (fixture_says (inspector, "Ann & <b>Bar</b>"));
  g_assert_true (fixture_says (inspector, "4 facts"));
  g_assert_true (fixture_says (inspector, "2 sources"));
  fixture_close (window);
}

static void
test_fact (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);

  whence_document_select (document, whence_ref_fact (FACT_INVESTED), FALSE);
  fixture_wait_for (fixture_says (inspector, "Bar pays for Car"));
  g_assert_true (fixture_says (inspector, "2025 (inferred)"));
  g_assert_true (fixture_says (inspector, "They say this year."));
  g_assert_true (fixture_says (inspector, "Bar"));
  g_assert_true (fixture_says (inspector, "Car"));
  g_assert_cmpuint (fixture_count (inspector, WHENCE_TYPE_CITATION_CARD), ==, 2);
  g_assert_true (fixture_says (inspector, "First <i>paper</i>"));
  g_assert_true (fixture_says (inspector, "“a & b <c>”"));
  g_assert_true (fixture_says (inspector, "page 3"));
  g_assert_true (fixture_says (inspector, "Tom & Jerry"));
  g_assert_true (fixture_says (inspector, "according to insiders"));
  g_assert_true (fixture_says (inspector, "Differs: $9 billion"));
  /* Both addresses are shown, but only that of the web can be opened. */
  g_assert_true (fixture_says (inspector, "https://example.org/a?b=1&c=2"));
  g_assert_true (fixture_says (inspector, "javascript:alert(1)"));
  g_assert_cmpuint (fixture_count (inspector, GTK_TYPE_LINK_BUTTON), ==, 1);
  fixture_close (window);
}

/* How they are related need not be said. */
static void
test_related (void)
{
  g_autoptr (WhenceDocument) document =
    fixture_document_new_for_text ("{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"title\":"
                                   "\"Rain\",\"related\":[{\"fact\":\"g\"}]},"
                                   "{\"id\":\"g\",\"type\":\"other\",\"title\":\"Snow\"}]}");
  GtkWidget *inspector = inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);

  whence_document_select (document, whence_ref_fact (0), FALSE);
  fixture_wait_for (fixture_says (inspector, "Rain"));
  g_assert_true (fixture_says (inspector, "Related"));
  g_assert_true (fixture_says (inspector, "Snow"));
  fixture_close (window);
}

static void
test_entity (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);
  GtkWidget *button;

  whence_document_select (document, whence_ref_entity (ENTITY_ANN), FALSE);
  fixture_wait_for (fixture_says (inspector, "Ann & <i>Co"));
  g_assert_true (fixture_says (inspector, "Also: Annie"));
  g_assert_true (fixture_says (inspector, "2 facts"));
  button = fixture_find (inspector, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FACT_FOUNDED)));
  fixture_wait_for (fixture_says (inspector, "Undated: no source says when")
                    || fixture_says (inspector, "2016"));
  whence_document_select (document, whence_ref_entity (ENTITY_CAR), TRUE);
  fixture_wait_for (fixture_says (inspector, "2 selected"));
  fixture_close (window);
}

static char *
get_copied (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  return g_value_dup_string (&value);
}

/* Two dates that are compared: a list that leads to its facts and can be copied. */
static void
test_changes (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  const WhencePeriod dates[] = { { 1420070400, 1451606400 }, { 1735689600, 1767225600 } };
  GtkWidget *inspector = inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);
  g_autofree char *copied = NULL;

  g_assert_true (whence_document_compare (document, dates, NULL));
  fixture_wait_for (fixture_says (inspector, "2015 compared with 2025"));
  g_assert_true (fixture_says (inspector, "+ Begun · 2"));
  g_assert_false (fixture_says (inspector, "\342\210\222 Ended · 0"));
  g_assert_true (fixture_says (inspector, "Unchanged · 1"));
  g_assert_true (fixture_says (inspector, "Bar pays for Car"));
  g_signal_emit_by_name (fixture_find (inspector, GTK_TYPE_BUTTON), "clicked");
  fixture_wait_for (gdk_clipboard_get_content (gtk_widget_get_clipboard (inspector)) != NULL);
  copied = get_copied (inspector);
  g_assert_cmpstr (copied, ==,
                   "2015 compared with 2025\n\nBegun (2)\n+ Bar founded (2016)\n+ Bar pays for Car (2025)\n");
  whence_document_select (document, whence_ref_fact (FACT_FOUNDED), FALSE);
  fixture_wait_for (!fixture_says (inspector, "2015 compared with 2025"));
  whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
  fixture_wait_for (fixture_says (inspector, "2015 compared with 2025"));
  /* Nothing is listed for nobody. */
  gtk_widget_set_visible (inspector, FALSE);
  whence_document_clear_as_of (document);
  fixture_wait_for (!fixture_says (inspector, "2015 compared with 2025"));
  g_assert_true (whence_document_compare (document, dates, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (fixture_says (inspector, "2015 compared with 2025"));
  gtk_widget_set_visible (inspector, TRUE);
  fixture_wait_for (fixture_says (inspector, "2015 compared with 2025"));
  whence_document_clear_as_of (document);
  fixture_wait_for (fixture_says (inspector, "Ann & <b>Bar</b>"));
  fixture_close (window);
}

static void
test_focus_stays (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);
  GtkWidget *focus;

  whence_document_select (document, whence_ref_entity (ENTITY_ANN), FALSE);
  fixture_wait_for (fixture_says (inspector, "Also: Annie"));
  gtk_widget_grab_focus (fixture_find (inspector, GTK_TYPE_BUTTON));
  whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
  fixture_wait_for (fixture_says (inspector, "Ann & <b>Bar</b>"));
  focus = gtk_window_get_focus (window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, inspector));
  fixture_close (window);
}

/* Whatever shows its title says that it is not so. */
static gboolean
is_struck (GtkWidget *widget, const char *text)
{
  GtkWidget *label = fixture_find_text (widget, text);
  PangoAttrList *attributes = GTK_IS_LABEL (label) ? gtk_label_get_attributes (GTK_LABEL (label)) : NULL;
  gboolean struck = FALSE;
  g_autofree char *written = attributes != NULL ? pango_attr_list_to_string (attributes) : NULL;

  if (WHENCE_IS_ROW_TEXT (label))
    g_object_get (label, "struck", &struck, NULL);
  return struck || (written != NULL && strstr (written, "strikethrough true") != NULL);
}

static void
test_negated (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);

  whence_document_select (document, whence_ref_fact (FACT_NEGATED), FALSE);
  fixture_wait_for (is_struck (inspector, "Car tells all"));
  g_assert_true (fixture_says (inspector, "Said not to be so"));
  whence_document_select (document, whence_ref_entity (ENTITY_CAR), FALSE);
  fixture_wait_for (fixture_says (inspector, "Bar pays for Car"));
  g_assert_false (is_struck (inspector, "Bar pays for Car"));
  g_assert_true (is_struck (inspector, "Car tells all"));
  g_assert_true (fixture_says (inspector, "Alleged · Said not to be so"));
  fixture_close (window);
}

/* --- Leaks --- */

typedef struct
{
  const char *name;
  GtkWidget *(*make) (WhenceDocument *document);
} Panel;

static const Panel panels[] = { { "inspector", inspector_new },
                                { "table", table_new },
                                { "range-bar", range_bar_new } };

static void
test_no_leak (gconstpointer data)
{
  const Panel *panel = data;
  WhenceDocument *document = fixture_document_new ();
  GtkWidget *widget = g_object_ref (panel->make (document));
  GtkWindow *window = fixture_show (widget, 600, 400);

  whence_document_select (document, whence_ref_fact (FACT_INVESTED), FALSE);
  whence_document_set_range (document, 0, 86400);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  fixture_close (window);
  g_assert_finalize_object (widget);
  g_assert_finalize_object (document);
}

static void
test_dialogs_do_not_leak (void)
{
  WhenceDocument *document = fixture_document_new ();
  GtkWindow *parent = fixture_show (gtk_label_new ("parent"), 300, 200);
  GtkWidget *dialogs[] = { whence_export_dialog_new (parent, document),
                           whence_problems_dialog_new (parent, document) };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWidget *dialog = dialogs[i];
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialogs[i]);
      gtk_window_present (GTK_WINDOW (dialog));
      fixture_wait_for (gtk_widget_get_mapped (dialog));
      gtk_window_destroy (GTK_WINDOW (dialog));
      fixture_wait_for (dialogs[i] == NULL);
    }
  fixture_close (parent);
  g_assert_finalize_object (document);
}

#define ICON 16 /* px */

static cairo_surface_t *
draw_icon (const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, name, NULL, ICON, 1, GTK_TEXT_DIR_LTR, GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ICON, ICON);
  cairo_t *cr = cairo_create (surface);

  gdk_paintable_snapshot (GDK_PAINTABLE (icon), snapshot, ICON, ICON);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_same (cairo_surface_t *a, cairo_surface_t *b)
{
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                 (gsize) cairo_image_surface_get_stride (a) * ICON)
         == 0;
}

/* Icons of our own are SVG; a machine without a loader for it shows the sign of a broken picture instead. */
static void
test_icons (void)
{
  static const char folder[] = "/io/github/whence_app/Whence/icons";
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_resources_enumerate_children (
    "/io/github/whence_app/Whence/icons/scalable/actions/", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  cairo_surface_t *empty = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ICON, ICON), *broken;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), >=, 4);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), folder);
  broken = draw_icon ("image-missing");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (names[i], strlen (names[i]) - strlen (".svg"));
      cairo_surface_t *drawn = draw_icon (name);

      g_assert_true (g_str_has_suffix (names[i], ".svg"));
      g_assert_false (is_same (drawn, empty));
      g_assert_false (is_same (drawn, broken));
      cairo_surface_destroy (drawn);
    }
  cairo_surface_destroy (broken);
  cairo_surface_destroy (empty);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/widgets/inspector/story", test_story);
  g_test_add_func ("/widgets/inspector/fact", test_fact);
  g_test_add_func ("/widgets/inspector/related", test_related);
  g_test_add_func ("/widgets/inspector/entity", test_entity);
  g_test_add_func ("/widgets/inspector/changes", test_changes);
  g_test_add_func ("/widgets/inspector/focus-stays", test_focus_stays);
  g_test_add_func ("/widgets/inspector/negated", test_negated);
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/no-leak/%s", panels[i].name);
      g_test_add_data_func (path, &panels[i], test_no_leak);
    }
  g_test_add_func ("/widgets/icons", test_icons);
  g_test_add_func ("/widgets/no-leak/dialogs", test_dialogs_do_not_leak);
  return g_test_run ();
}
