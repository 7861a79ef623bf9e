/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the desktop's list of recent files each time it is shown; it is short and may have changed meanwhile.
 */
#include "widgets/recent-list.h"

#include <glib/gi18n-lib.h>

#define MAX_SHOWN 10

struct _WhenceRecentList
{
  GtkWidget parent_instance;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WhenceRecentList, whence_recent_list, GTK_TYPE_WIDGET)

static guint chosen;

static gboolean
is_story (GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);

  return (g_str_has_suffix (uri, ".facts.json") || g_str_has_suffix (uri, ".facts.jsonl"))
         && gtk_recent_info_exists (info);
}

static int
later_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_row (WhenceRecentList *self, GtkRecentInfo *info)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row = gtk_list_box_row_new ();
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *place = folder != NULL ? g_file_get_parse_name (folder) : NULL;

  gtk_box_append (GTK_BOX (box), make_label (gtk_recent_info_get_display_name (info), NULL));
  if (place != NULL)
    gtk_box_append (GTK_BOX (box), make_label (place, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "file", g_steal_pointer (&file), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
fill (WhenceRecentList *self)
{
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), later_first);
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (GList *l = infos; l != NULL && n < MAX_SHOWN; l = l->next)
    if (is_story (l->data))
      {
        add_row (self, l->data);
        n++;
      }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  if (n == 0)
    {
      GtkWidget *none = gtk_list_box_row_new ();
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (none), make_label (_ ("No recent stories"), "dim-label"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (none), FALSE);
      gtk_list_box_append (self->list, none);
    }
}

static void
on_row_activated (WhenceRecentList *self, GtkListBoxRow *row)
{
  GFile *file = g_object_get_data (G_OBJECT (row), "file");

  if (file != NULL)
    g_signal_emit (self, chosen, 0, file);
}

static void
map (GtkWidget *widget)
{
  fill (WHENCE_RECENT_LIST (widget));
  GTK_WIDGET_CLASS (whence_recent_list_parent_class)->map (widget);
}

static void
dispose (GObject *object)
{
  WhenceRecentList *self = WHENCE_RECENT_LIST (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  G_OBJECT_CLASS (whence_recent_list_parent_class)->dispose (object);
}

static void
whence_recent_list_class_init (WhenceRecentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->map = map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  chosen = g_signal_new ("chosen", WHENCE_TYPE_RECENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
whence_recent_list_init (WhenceRecentList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Recent stories"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

GtkWidget *
whence_recent_list_new (void)
{
  return g_object_new (WHENCE_TYPE_RECENT_LIST, NULL);
}
