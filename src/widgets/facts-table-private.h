/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up the table of facts share. */
#pragma once

#include "widgets/context-menu.h"
#include "widgets/facts-columns.h"
#include "widgets/facts-light.h"
#include "widgets/facts-selection.h"
#include "widgets/facts-table.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceFactKey key;
  gboolean descending;
} WhenceFactsSort;

struct _WhenceFactsTable
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  GtkWidget *box;
  GtkColumnView *view;
  GtkLabel *count;
  GtkSpinner *spinner;
  GtkMenuButton *more;
  GtkWidget *copying;     /* while much is copied: */
  GtkProgressBar *copied; /* how far that is */
  WhenceContextMenu menu; /* at the pointer */

  WhenceFactsModel *model;
  WhenceFactsSelection *selection;
  WhenceFactsLight *light;
  GtkColumnViewColumn *columns[WHENCE_N_FACT_KEYS]; /* the view's */
  GSimpleActionGroup *actions;
  gboolean found_only;

  WhenceFactsSort sorts[WHENCE_N_FACT_KEYS]; /* the latest last, each key once */
  guint n_sorts;
  GBytes *order;         /* guint32, all facts of the bundle as they are sorted; NULL: as in the file */
  GCancellable *sorting; /* not NULL while a worker sorts */
  GCancellable *listing; /* not NULL while a worker picks what is listed */
  GTask *copy;           /* not NULL while a worker writes what is copied */
  guint copy_source;     /* shows how far it is */
  gboolean unlisted;     /* nobody sees what is listed, and it is no longer right */
};

/* The columns in view, in the order that they stand in; returns how many. */
guint whence_facts_table_get_columns (WhenceFactsTable *self, WhenceFactKey columns[WHENCE_N_FACT_KEYS]);
void whence_facts_table_count (WhenceFactsTable *self);
void whence_facts_table_scroll_to_selected (WhenceFactsTable *self);
/* The same, or to the beginning where nothing is selected. */
void whence_facts_table_scroll_back (WhenceFactsTable *self);

/* facts-table-list.c: lists what the document shows, in the order, now or soon; with @scroll what is selected
 * comes into view then. */
void whence_facts_table_list (WhenceFactsTable *self, gboolean scroll);
/* It can be seen from now on. */
void whence_facts_table_list_mapped (WhenceFactsTable *self);
void whence_facts_table_stop_listing (WhenceFactsTable *self);

/* facts-table-sort.c */
void whence_facts_table_add_sorter (WhenceFactsTable *self, GtkColumnViewColumn *column, WhenceFactKey key);
/* What the heads of the columns say now. */
void whence_facts_table_on_sorter_changed (WhenceFactsTable *self);
/* The bundle is another one. */
void whence_facts_table_sort_anew (WhenceFactsTable *self);
void whence_facts_table_stop_sorting (WhenceFactsTable *self);

/* facts-table-copy.c: what is selected, or everything, goes to the clipboard, soon. */
void whence_facts_table_copy (WhenceFactsTable *self, WhenceFactsFormat format);
void whence_facts_table_stop_copying (WhenceFactsTable *self);

/* facts-table-menu.c */
void whence_facts_table_add_menu (WhenceFactsTable *self);
void whence_facts_table_bind_keys (GtkWidgetClass *widget_class);
void whence_facts_table_update_actions (WhenceFactsTable *self);

G_END_DECLS
