/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the search bar and its list share. */
#pragma once

#include "widgets/search-bar.h"

G_BEGIN_DECLS

struct _WhenceSearchBar
{
  GtkWidget parent_instance;

  WhenceDocument *document;
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *previous, *next;
  GtkPopover *popover;
  GtkListBox *list;
  guint n_rows;     /* that the list holds */
  guint filling;    /* an idle that makes the other rows */
  guint announcing; /* a timeout */
  gboolean typed;   /* and nothing is found yet: the list is to come up */
};

/* Lists the hits anew. */
void whence_search_bar_fill_list (WhenceSearchBar *self);
/* Makes no more rows. */
void whence_search_bar_stop_filling (WhenceSearchBar *self);
/* Selects the row of the hit that the document is at, if it has one. */
void whence_search_bar_select_row (WhenceSearchBar *self);
/* Puts the list below the entry, as wide, or below the whole bar where the entry is too narrow for the words
 * of a row. Does nothing before the bar is laid out first, when none of this is known. */
void whence_search_bar_place_list (WhenceSearchBar *self);
/* The hit of a row; WHENCE_NONE: it stands for those that have none. */
guint whence_search_bar_hit_of_row (WhenceSearchBar *self, GtkListBoxRow *row);

G_END_DECLS
