/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Panels and dialogs leak nothing, and the icons of our own can be drawn. */
#include <string.h>

#include "fixture.h"
#include "widgets/export-dialog.h"
#include "widgets/facts-table.h"
#include "widgets/problems-dialog.h"
#include "widgets/range-bar.h"

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

typedef struct
{
  const char *name;
  GtkWidget *(*make) (WhenceDocument *document);
} Panel;

static const Panel panels[] = { { "inspector", fixture_inspector_new },
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
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/no-leak/%s", panels[i].name);
      g_test_add_data_func (path, &panels[i], test_no_leak);
    }
  g_test_add_func ("/widgets/icons", test_icons);
  g_test_add_func ("/widgets/no-leak/dialogs", test_dialogs_do_not_leak);
  return g_test_run ();
}
