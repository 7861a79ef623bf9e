/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of the search bar. It holds the best hits only, those in view first and the others when nothing
 * else is to be done, so that a key never waits for rows. */
#include "widgets/search-bar-private.h"

#include "widgets/search-row.h"

#define MOST_ROWS 50
#define AT_ONCE 10         /* rows: about as many as are in view */
#define LEAST_LIST 320     /* px, for a name and what it is */
#define POPOVER_PADDING 24 /* px, about what a popover has on both sides */

/* FALSE: these were the last. */
static gboolean
append_rows (WhenceSearchBar *self, guint n)
{
  WhenceScope *scope = whence_document_get_scope (self->document);
  const char *query = whence_document_get_query (self->document);
  guint n_hits;
  const WhenceHit *hits = whence_document_get_hits (self->document, &n_hits);
  guint last = MIN (n_hits, MOST_ROWS), end = MIN (self->n_rows + n, last);

  for (; self->n_rows < end; self->n_rows++)
    gtk_list_box_append (self->list, whence_search_row_new (scope, &hits[self->n_rows], query));
  if (end == last && n_hits > last)
    gtk_list_box_append (self->list, whence_search_row_new_more (n_hits - last));
  return end < last;
}

void
whence_search_bar_select_row (WhenceSearchBar *self)
{
  guint hit = whence_document_get_hit (self->document);

  if (hit < self->n_rows)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) hit));
}

static gboolean
on_idle (gpointer data)
{
  WhenceSearchBar *self = data;
  gboolean more = append_rows (self, AT_ONCE);

  whence_search_bar_select_row (self);
  if (!more)
    self->filling = 0;
  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
whence_search_bar_stop_filling (WhenceSearchBar *self)
{
  g_clear_handle_id (&self->filling, g_source_remove);
}

void
whence_search_bar_fill_list (WhenceSearchBar *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_rows = 0;
  if (append_rows (self, AT_ONCE))
    self->filling = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

void
whence_search_bar_place_list (WhenceSearchBar *self)
{
  graphene_rect_t above;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->entry), GTK_WIDGET (self), &above))
    return;
  if (above.size.width < LEAST_LIST)
    {
      above.origin.x = 0;
      above.size.width = (float) gtk_widget_get_width (GTK_WIDGET (self));
    }
  gtk_widget_set_size_request (gtk_popover_get_child (self->popover),
                               MAX (-1, (int) above.size.width - POPOVER_PADDING), -1);
  gtk_popover_set_pointing_to (self->popover,
                               &(GdkRectangle){ (int) above.origin.x, (int) above.origin.y,
                                                (int) above.size.width, (int) above.size.height });
}

guint
whence_search_bar_hit_of_row (WhenceSearchBar *self, GtkListBoxRow *row)
{
  guint n_hits, at = (guint) gtk_list_box_row_get_index (row);

  whence_document_get_hits (self->document, &n_hits);
  return at < MIN (n_hits, MOST_ROWS) ? at : WHENCE_NONE;
}
