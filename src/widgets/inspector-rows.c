/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long lists of the inspector: what is seen first is there at once, and the other rows follow when nothing
 * else is to be done, so that no frame waits for all of them. GTK lays the whole list out after each step, so
 * that steps grow with the list. What is still to come ends with its list. */
#include "widgets/inspector-parts.h"

#define AT_ONCE 6

typedef struct
{
  GtkBox *list; /* NULL when it is gone */
  guint next, n;
  WhencePartRow make_row;
  gpointer data;
  GDestroyNotify free_data;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_clear_weak_pointer (&rows->list);
  if (rows->free_data != NULL)
    rows->free_data (rows->data);
  g_free (rows);
}

static void
append_some (Rows *rows, guint n)
{
  for (guint i = 0; i < n && rows->next < rows->n; i++)
    gtk_box_append (rows->list, rows->make_row (rows->data, rows->next++));
}

static gboolean
on_idle (gpointer data)
{
  Rows *rows = data;

  if (rows->list == NULL || gtk_widget_get_root (GTK_WIDGET (rows->list)) == NULL)
    return G_SOURCE_REMOVE;
  append_some (rows, MAX (AT_ONCE, rows->next / 2));
  return rows->next < rows->n ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
whence_part_append_rows (GtkBox *list, guint n, WhencePartRow make_row, gpointer data,
                         GDestroyNotify free_data)
{
  Rows *rows = g_new (Rows, 1);

  *rows = (Rows){ NULL, 0, n, make_row, data, free_data };
  g_set_weak_pointer (&rows->list, list);
  append_some (rows, AT_ONCE);
  if (rows->next < rows->n)
    g_idle_add_full (G_PRIORITY_LOW, on_idle, rows, rows_free);
  else
    rows_free (rows);
}
