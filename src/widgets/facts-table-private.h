/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up the table of facts share. */
#pragma once

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
  GtkWidget *menu;   /* at the pointer, or NULL */
  guint menu_source; /* an idle that drops it */

  WhenceFactsModel *model;
  WhenceFactsSelection *selection;
  WhenceFactsLight *light;
  GtkColumnViewColumn *columns[WHENCE_N_FACT_KEYS]; /* the view's */
  GSimpleActionGroup *actions;
  gboolean found_only;

  WhenceFactsSort sorts[WHENCE_N_FACT_KEYS]; /* the latest last, each key once */
  guint n_sorts;
  guint32 *order;        /* all facts of the bundle as they are sorted; NULL: as in the file */
  guint n_order;         /* facts in it */
  GCancellable *sorting; /* not NULL while a worker sorts */
};

/* The columns in view, in the order that they stand in; returns how many. */
guint whence_facts_table_get_columns (WhenceFactsTable *self, WhenceFactKey columns[WHENCE_N_FACT_KEYS]);
/* Lists what the document shows, in the order. */
void whence_facts_table_list (WhenceFactsTable *self);
void whence_facts_table_count (WhenceFactsTable *self);
void whence_facts_table_scroll_to_selected (WhenceFactsTable *self);

/* facts-table-sort.c */
void whence_facts_table_add_sorter (WhenceFactsTable *self, GtkColumnViewColumn *column, WhenceFactKey key);
/* What the heads of the columns say now. */
void whence_facts_table_on_sorter_changed (WhenceFactsTable *self);
/* The bundle is another one. */
void whence_facts_table_sort_anew (WhenceFactsTable *self);
void whence_facts_table_stop_sorting (WhenceFactsTable *self);

/* facts-table-menu.c */
void whence_facts_table_add_menu (WhenceFactsTable *self);
void whence_facts_table_bind_keys (GtkWidgetClass *widget_class);
void whence_facts_table_drop_menu (WhenceFactsTable *self);
void whence_facts_table_update_actions (WhenceFactsTable *self);

G_END_DECLS
