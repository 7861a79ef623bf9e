/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with the table: one table of actions, offered by a button, by a menu at the pointer and,
 * for the columns, by their heads. */
#include <glib/gi18n-lib.h>

#include "widgets/fact-cell.h"
#include "widgets/facts-table-private.h"

/* --- Actions --- */

#define ACTION(name) static void on_##name (GSimpleAction *action, GVariant *parameter, gpointer data)

ACTION (copy)
{
  whence_facts_table_copy (data, WHENCE_FACTS_TEXT);
}

ACTION (copy_csv)
{
  whence_facts_table_copy (data, WHENCE_FACTS_CSV);
}

ACTION (stop_copying)
{
  whence_facts_table_stop_copying (data);
}

ACTION (select_all)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (((WhenceFactsTable *) data)->selection));
}

static void
change_found_only (GSimpleAction *action, GVariant *value, gpointer data)
{
  WhenceFactsTable *self = data;

  self->found_only = g_variant_get_boolean (value);
  whence_facts_table_list (self, FALSE);
}

static void
sort_by (WhenceFactsTable *self, WhenceFactKey key, gboolean descending)
{
  gtk_column_view_sort_by_column (self->view, self->columns[key],
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
change_sort (GSimpleAction *action, GVariant *value, gpointer data)
{
  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    if (g_str_equal (whence_facts_column_name (key), g_variant_get_string (value, NULL)))
      sort_by (data, key, FALSE);
}

static void
change_descending (GSimpleAction *action, GVariant *value, gpointer data)
{
  WhenceFactsTable *self = data;

  if (self->n_sorts > 0)
    sort_by (self, self->sorts[self->n_sorts - 1].key, g_variant_get_boolean (value));
}

/* The column by the name of the action, "show-date". */
static void
change_column (GSimpleAction *action, GVariant *value, gpointer data)
{
  WhenceFactsTable *self = data;
  const char *name = g_action_get_name (G_ACTION (action)) + strlen ("show-");

  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    if (g_str_equal (whence_facts_column_name (key), name))
      gtk_column_view_column_set_visible (self->columns[key], g_variant_get_boolean (value));
  whence_facts_table_update_actions (self);
}

static GSimpleAction *
find (WhenceFactsTable *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

void
whence_facts_table_update_actions (WhenceFactsTable *self)
{
  WhenceFactKey shown[WHENCE_N_FACT_KEYS];
  guint n_shown = whence_facts_table_get_columns (self, shown);
  const WhenceFactsSort *latest = self->n_sorts > 0 ? &self->sorts[self->n_sorts - 1] : NULL;
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;

  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    {
      g_autofree char *name = g_strconcat ("show-", whence_facts_column_name (key), NULL);
      gboolean visible = gtk_column_view_column_get_visible (self->columns[key]);
      g_simple_action_set_state (find (self, name), g_variant_new_boolean (visible));
      g_simple_action_set_enabled (find (self, name), !visible || n_shown > 1);
    }
  g_simple_action_set_state (
    find (self, "sort"), g_variant_new_string (latest != NULL ? whence_facts_column_name (latest->key) : ""));
  g_simple_action_set_state (find (self, "descending"),
                             g_variant_new_boolean (latest != NULL && latest->descending));
  g_simple_action_set_enabled (find (self, "descending"), latest != NULL);
  g_simple_action_set_state (find (self, "found-only"), g_variant_new_boolean (self->found_only));
  g_simple_action_set_enabled (
    find (self, "found-only"),
    self->found_only || (self->document != NULL && whence_document_get_query (self->document) != NULL));
  g_simple_action_set_enabled (find (self, "copy"), any);
  g_simple_action_set_enabled (find (self, "copy-csv"), any);
}

static void
add_actions (WhenceFactsTable *self)
{
  const GActionEntry entries[] = {
    { "copy", on_copy },
    { "copy-csv", on_copy_csv },
    { "stop-copying", on_stop_copying },
    { "select-all", on_select_all },
    { "found-only", NULL, NULL, "false", change_found_only },
    { "sort", NULL, "s", "''", change_sort },
    { "descending", NULL, NULL, "false", change_descending },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    {
      g_autofree char *name = g_strconcat ("show-", whence_facts_column_name (key), NULL);
      const GActionEntry entry = { name, NULL, NULL, "true", change_column };
      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "facts", G_ACTION_GROUP (self->actions));
}

/* --- Menus --- */

static GMenuModel *
make_columns_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    {
      g_autofree char *action = g_strconcat ("facts.show-", whence_facts_column_name (key), NULL);
      g_menu_append (menu, whence_facts_column_title (key), action);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_sort_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) keys = g_menu_new (), direction = g_menu_new ();

  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    {
      g_autofree char *action = g_strconcat ("facts.sort::", whence_facts_column_name (key), NULL);
      g_menu_append (keys, whence_facts_column_title (key), action);
    }
  g_menu_append (direction, _ ("_Descending"), "facts.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keys));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new (), look = g_menu_new ();
  g_autoptr (GMenuModel) columns = make_columns_menu (), sort = make_sort_menu ();

  g_menu_append (copy, _ ("_Copy"), "facts.copy");
  g_menu_append (copy, _ ("Copy as CS_V"), "facts.copy-csv");
  g_menu_append (copy, _ ("Select _All"), "facts.select-all");
  g_menu_append_submenu (look, _ ("_Sort By"), sort);
  g_menu_append_submenu (look, _ ("C_olumns"), columns);
  g_menu_append (look, _ ("Only What the Search _Finds"), "facts.found-only");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  return G_MENU_MODEL (menu);
}

static void
open_menu (WhenceFactsTable *self, int x, int y)
{
  g_autoptr (GMenuModel) model = make_menu ();

  whence_context_menu_open (&self->menu, GTK_WIDGET (self), model, (GdkRectangle){ x, y, 1, 1 });
}

/* The cell at the place, or the first one of the row; NULL: none. */
static WhenceFactCell *
find_cell (WhenceFactsTable *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (guint deep = 0; widget != NULL && deep < 3; deep++, widget = gtk_widget_get_first_child (widget))
    if (WHENCE_IS_FACT_CELL (widget))
      return WHENCE_FACT_CELL (widget);
  return NULL;
}

/* What is pressed upon is selected first, unless it is part of the selection already; the heads have a menu
 * of their own. */
static gboolean
open_menu_at (WhenceFactsTable *self, double x, double y)
{
  WhenceFactCell *cell = find_cell (self, x, y);
  const WhenceFactRow *row = cell != NULL ? whence_fact_cell_get_row (cell) : NULL;

  if (row == NULL)
    return FALSE;
  if (!whence_document_is_selected (self->document, whence_ref_fact (row->fact)))
    whence_document_select (self->document, whence_ref_fact (row->fact), FALSE);
  open_menu (self, (int) x, (int) y);
  return TRUE;
}

static void
on_second_button (GtkGestureClick *click, int n_press, double x, double y, WhenceFactsTable *self)
{
  if (open_menu_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_long_press (GtkGestureLongPress *press, double x, double y, WhenceFactsTable *self)
{
  if (open_menu_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceFactsTable *self = WHENCE_FACTS_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    gtk_widget_translate_coordinates (focus, widget, 12, gtk_widget_get_height (focus), &x, &y);
  open_menu (self, (int) x, (int) y);
  return TRUE;
}

void
whence_facts_table_bind_keys (GtkWidgetClass *widget_class)
{
  /* A menu shows the latest. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "facts.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "facts.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "facts.select-all", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}

void
whence_facts_table_add_menu (WhenceFactsTable *self)
{
  g_autoptr (GMenuModel) menu = make_menu (), columns = make_columns_menu ();

  add_actions (self);
  gtk_menu_button_set_menu_model (self->more, menu);
  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    gtk_column_view_column_set_header_menu (self->columns[key], columns);
  whence_context_menu_add_gestures (GTK_WIDGET (self), G_CALLBACK (on_second_button),
                                    G_CALLBACK (on_long_press), self);
  whence_facts_table_update_actions (self);
}
