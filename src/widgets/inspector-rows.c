/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long lists of the inspector: what is seen first is there at once, and the other rows follow, a few with
 * each frame, so that none is late for them. What is still to come ends with its list. */
#include "widgets/inspector-parts.h"

#define AT_ONCE 6 /* rows: making and measuring as many takes 3 ms */

typedef struct
{
  GtkBox *list;
  guint next, n;
  WhencePartRow make_row;
  gpointer data;
  GDestroyNotify free_data;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  if (rows->free_data != NULL)
    rows->free_data (rows->data);
  g_free (rows);
}

static void
append_some (Rows *rows)
{
  for (guint i = 0; i < AT_ONCE && rows->next < rows->n; i++)
    gtk_box_append (rows->list, rows->make_row (rows->data, rows->next++));
}

static gboolean
on_tick (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  Rows *rows = data;

  append_some (rows);
  return rows->next < rows->n ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
whence_part_append_rows (GtkBox *list, guint n, WhencePartRow make_row, gpointer data,
                         GDestroyNotify free_data)
{
  Rows *rows = g_new (Rows, 1);

  *rows = (Rows){ list, 0, n, make_row, data, free_data };
  append_some (rows);
  if (rows->next < rows->n)
    gtk_widget_add_tick_callback (GTK_WIDGET (list), on_tick, rows, rows_free);
  else
    rows_free (rows);
}
