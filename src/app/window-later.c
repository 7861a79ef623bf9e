/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What nobody sees when the window comes: it is made when it is first asked for, since making and measuring
 * all of it would take longer than the first picture. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "widgets/recent-list.h"
#include "widgets/split-button.h"

#define RESOURCE(name) "/io/github/whence_app/Whence/" name

/* --- Menus --- */

static void
on_main_menu (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  builder = gtk_builder_new_from_resource (RESOURCE ("menus.ui"));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "main_menu")));
}

static void
on_view_menu (GtkMenuButton *button, gpointer data)
{
  WhenceWindow *self = data;
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  builder = gtk_builder_new_from_resource (RESOURCE ("menus.ui"));
  self->side_menu = G_MENU (gtk_builder_get_object (builder, "side_menu"));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "view_menu")));
  whence_window_watch_side_menu (self);
}

static void
on_recent_chosen (WhenceWindow *self, GFile *file)
{
  gtk_menu_button_popdown (whence_split_button_get_menu (self->open_button));
  if (self->open_menu_button != NULL)
    gtk_menu_button_popdown (self->open_menu_button);
  whence_window_load (self, file);
}

static GtkWidget *
make_recent_list (WhenceWindow *self)
{
  GtkWidget *recent = whence_recent_list_new ();

  g_signal_connect_object (recent, "chosen", G_CALLBACK (on_recent_chosen), self, G_CONNECT_SWAPPED);
  return recent;
}

static void
on_recent (GtkMenuButton *button, gpointer data)
{
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), make_recent_list (data));
  gtk_menu_button_set_popover (button, popover);
}

/* --- The button of a narrow window, which has both halves in one --- */

static void
on_open_menu (GtkMenuButton *button, gpointer data)
{
  GtkWidget *popover, *box, *open;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  open = gtk_button_new_with_label (_ ("Open a story"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open");
  g_signal_connect_object (open, "clicked", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), make_recent_list (data));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static GtkMenuButton *
make_open_menu_button (WhenceWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-open-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Open a story"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Open a story"),
                                  -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_open_menu, self, NULL);
  adw_header_bar_pack_start (ADW_HEADER_BAR (self->header), button);
  return GTK_MENU_BUTTON (button);
}

void
whence_window_show_open_button (WhenceWindow *self, gboolean narrow)
{
  if (narrow && self->open_menu_button == NULL)
    self->open_menu_button = make_open_menu_button (self);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), !narrow);
  if (self->open_menu_button != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->open_menu_button), narrow);
}

void
whence_window_add_menus (WhenceWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->menu_button, on_main_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->view_button, on_view_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (whence_split_button_get_menu (self->open_button), on_recent, self,
                                         NULL);
}

/* --- Pages --- */

void
whence_window_show_empty_page (WhenceWindow *self)
{
  if (gtk_stack_get_child_by_name (self->pages, "empty") == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE ("empty-page.ui"));
      gtk_stack_add_named (self->pages, GTK_WIDGET (gtk_builder_get_object (builder, "page")), "empty");
    }
  gtk_stack_set_visible_child_name (self->pages, "empty");
}

static GtkWidget *
make_filter (WhenceWindow *self)
{
  WhenceFilterBar *bar = g_object_new (WHENCE_TYPE_FILTER_BAR, NULL);

  whence_filter_bar_set_document (bar, self->document);
  return GTK_WIDGET (bar);
}

static GtkWidget *
make_review (WhenceWindow *self)
{
  self->review_page = g_object_new (WHENCE_TYPE_REVIEW_PAGE, NULL);
  whence_window_watch_review_page (self);
  return GTK_WIDGET (self->review_page);
}

void
whence_window_show_side (WhenceWindow *self, const char *name)
{
  if (gtk_stack_get_child_by_name (self->side, name) == NULL)
    gtk_stack_add_named (self->side, g_str_equal (name, "filter") ? make_filter (self) : make_review (self),
                         name);
  gtk_stack_set_visible_child_name (self->side, name);
}

static void
show_inspector (WhenceWindow *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

void
whence_window_show_facts (WhenceWindow *self)
{
  if (self->facts == NULL)
    {
      self->facts = g_object_new (WHENCE_TYPE_FACTS_TABLE, NULL);
      whence_facts_table_set_document (self->facts, self->document);
      whence_window_recall_columns (self);
      g_signal_connect_object (self->facts, "went", G_CALLBACK (show_inspector), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->content, GTK_WIDGET (self->facts), "facts");
    }
  gtk_stack_set_visible_child_name (self->content, "facts");
}

/* --- Bars --- */

void
whence_window_show_switcher_bar (WhenceWindow *self, gboolean shown)
{
  if (shown && adw_bin_get_child (self->switcher_bar) == NULL)
    adw_bin_set_child (self->switcher_bar, g_object_new (ADW_TYPE_VIEW_SWITCHER, "stack", self->views, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), shown);
}

WhenceSearchBar *
whence_window_get_search_bar (WhenceWindow *self)
{
  if (self->search_bar != NULL)
    return self->search_bar;
  self->search_bar = g_object_new (WHENCE_TYPE_SEARCH_BAR, NULL);
  whence_search_bar_set_document (self->search_bar, self->document);
  g_signal_connect_object (self->search_bar, "went", G_CALLBACK (whence_window_reveal_selection), self,
                           G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (self->frame, GTK_WIDGET (self->search_bar), self->header_frame);
  return self->search_bar;
}
