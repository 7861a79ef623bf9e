/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column view over the document's facts. A million rows cost a number each, and widgets for those in view.
 */
#include "widgets/facts-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/text-fill.h"
#include "model/text-list.h"
#include "widgets/fact-cell.h"

G_DEFINE_FINAL_TYPE (WhenceFactsTable, whence_facts_table, GTK_TYPE_WIDGET)

static guint went;

/* --- Columns --- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_list_item_set_child (item, GTK_WIDGET (whence_fact_cell_new (GPOINTER_TO_UINT (column))));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  whence_fact_cell_set_row (WHENCE_FACT_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

/* --- What is lit --- */

static void
on_shown (GtkSignalListItemFactory *factory, GtkListItem *item, WhenceFactsTable *self)
{
  WhenceFactRow *row = gtk_list_item_get_item (item);

  if (self->light != NULL)
    whence_facts_light_put (self->light, gtk_list_item_get_child (item), row->fact);
}

static void
on_gone (GtkSignalListItemFactory *factory, GtkListItem *item, WhenceFactsTable *self)
{
  if (self->light != NULL)
    whence_facts_light_take (self->light, gtk_list_item_get_child (item));
}

static void
on_rows_changed (WhenceFactsTable *self)
{
  if (self->light != NULL)
    whence_facts_light_renew (self->light);
}

static void
add_column (WhenceFactsTable *self, WhenceFactKey key)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (key));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (key));
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_shown), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_gone), self, 0);
  column = gtk_column_view_column_new (whence_facts_column_title (key), factory);
  whence_facts_table_add_sorter (self, column, key);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, whence_facts_column_width (key));
  gtk_column_view_column_set_expand (column, whence_facts_column_expands (key));
  gtk_column_view_append_column (self->view, column);
  self->columns[key] = column;
}

guint
whence_facts_table_get_columns (WhenceFactsTable *self, WhenceFactKey columns[WHENCE_N_FACT_KEYS])
{
  GListModel *list = gtk_column_view_get_columns (self->view);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);
      for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
        if (self->columns[key] == column && gtk_column_view_column_get_visible (column))
          columns[n++] = key;
    }
  return n;
}

char **
whence_facts_table_dup_hidden (WhenceFactsTable *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    if (!gtk_column_view_column_get_visible (self->columns[key]))
      g_strv_builder_add (names, whence_facts_column_name (key));
  return g_strv_builder_end (names);
}

void
whence_facts_table_set_hidden (WhenceFactsTable *self, const char *const *names)
{
  WhenceFactKey shown[WHENCE_N_FACT_KEYS];

  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    gtk_column_view_column_set_visible (self->columns[key],
                                        !g_strv_contains (names, whence_facts_column_name (key)));
  if (whence_facts_table_get_columns (self, shown) == 0)
    gtk_column_view_column_set_visible (self->columns[WHENCE_FACT_KEY_TITLE], TRUE);
  whence_facts_table_update_actions (self);
}

/* --- What is listed --- */

void
whence_facts_table_count (WhenceFactsTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint n_facts = whence_bundle_get_n_facts (whence_document_get_told_bundle (self->document));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n_selected = (guint) gtk_bitset_get_size (selected);
  g_autofree char *chosen =
    whence_text_compose (ngettext ("%'u selected", "%'u selected", n_selected), n_selected);
  g_autofree char *listed = n < n_facts
                              /* Translators: how many of all facts are listed. */
                              ? whence_text_compose (_ ("%1$'u of %2$'u facts"), n, n_facts)
                              : whence_text_compose (ngettext ("%'u fact", "%'u facts", n), n);
  g_autofree char *both = whence_text_join_two (listed, WHENCE_JOINT_PART, n_selected > 0 ? chosen : NULL);

  gtk_label_set_text (self->count, both);
  whence_facts_table_update_actions (self);
}

static void
on_scope (WhenceFactsTable *self)
{
  WhenceScope *scope = whence_document_get_scope (self->document);

  if (!whence_facts_model_is_of (self->model, whence_scope_get_bundle (scope),
                                 whence_scope_get_known_by (scope)))
    whence_facts_table_sort_anew (self);
  whence_facts_table_list (self, FALSE);
}

static void
on_found (WhenceFactsTable *self)
{
  if (self->found_only && !whence_document_is_searching (self->document)
      && whence_document_get_hit (self->document) == WHENCE_NONE)
    whence_facts_table_list (self, FALSE);
  whence_facts_table_update_actions (self);
}

/* --- The selection --- */

/* The list inside the view: it is who scrolls. */
static GtkWidget *
find_list (WhenceFactsTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

void
whence_facts_table_scroll_to_selected (WhenceFactsTable *self)
{
  guint position = whence_facts_selection_get_last (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (find_list (self), "list.scroll-to-item", "u", position);
}

static void
on_selection_changed (WhenceFactsTable *self)
{
  whence_facts_table_count (self);
}

void
whence_facts_table_scroll_back (WhenceFactsTable *self)
{
  if (whence_facts_selection_get_last (self->selection) != GTK_INVALID_LIST_POSITION)
    whence_facts_table_scroll_to_selected (self);
  else
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
}

/* What is selected elsewhere comes into view. */
static void
on_document_selection_changed (WhenceFactsTable *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->view));

  if (focus == NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && !whence_facts_selection_is_telling (self->selection))
    whence_facts_table_scroll_to_selected (self);
}

static void
on_activate (WhenceFactsTable *self, guint position)
{
  whence_document_select (self->document,
                          whence_ref_fact (whence_facts_model_get_fact (self->model, position)), FALSE);
  g_signal_emit (self, went, 0);
}

void
whence_facts_table_set_document (WhenceFactsTable *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  self->light = whence_facts_light_new (document);
  whence_facts_selection_set_document (self->selection, document);
  g_signal_connect_object (document, "notify::scope", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "found-changed", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "selection-changed", G_CALLBACK (on_document_selection_changed), self,
                           G_CONNECT_SWAPPED);
  on_scope (self);
}

/* --- GtkWidget --- */

/* Rows are widgets, two hundred of them at least: they are made when the table is first looked at. */
static void
map (GtkWidget *widget)
{
  WhenceFactsTable *self = WHENCE_FACTS_TABLE (widget);

  if (gtk_column_view_get_model (self->view) == NULL)
    gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  GTK_WIDGET_CLASS (whence_facts_table_parent_class)->map (widget);
  if (WHENCE_FACTS_TABLE (widget)->document != NULL)
    whence_facts_table_list_mapped (WHENCE_FACTS_TABLE (widget));
}

static void
dispose (GObject *object)
{
  WhenceFactsTable *self = WHENCE_FACTS_TABLE (object);

  whence_facts_table_stop_sorting (self);
  whence_facts_table_stop_listing (self);
  whence_facts_table_stop_copying (self);
  whence_context_menu_drop (&self->menu);
  /* A view that goes takes its columns out, which is another order to its sorter. */
  if (self->box != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->light);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_facts_table_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_clear_pointer (&WHENCE_FACTS_TABLE (object)->order, g_bytes_unref);
  G_OBJECT_CLASS (whence_facts_table_parent_class)->finalize (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceFactsTable, member)

static void
whence_facts_table_class_init (WhenceFactsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->map = map;
  went =
    g_signal_new ("went", WHENCE_TYPE_FACTS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/facts-table.ui");
  whence_facts_table_bind_keys (widget_class);
  BIND (box);
  BIND (view);
  BIND (count);
  BIND (spinner);
  BIND (more);
  BIND (copying);
  BIND (copied);
}

/* A column view holds a list, which assistive technology meets too. */
static void
name_rows (WhenceFactsTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Facts"), -1);
}

static void
whence_facts_table_init (WhenceFactsTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_rows (self);
  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    add_column (self, key);
  self->model = whence_facts_model_new ();
  whence_facts_model_keep_rows (self->model);
  g_signal_connect_object (self->model, "rows-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
  self->selection = whence_facts_selection_new (self->model);
  whence_facts_table_add_menu (self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (whence_facts_table_on_sorter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
}
