/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column view over the document's facts: one table says what each column shows and how it sorts. */
#include "widgets/facts-table.h"

#include <glib/gi18n-lib.h>

#include "model/evidence.h"
#include "widgets/describe.h"
#include "widgets/fact-title.h"
#include "widgets/facts-model.h"
#include "widgets/facts-selection.h"

struct _WhenceFactsTable
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  GtkWidget *scroller;
  GtkColumnView *view;
  WhenceFactsModel *model;
  GtkMultiSelection *selection;
  gboolean following; /* the table follows the document just now */
};

G_DEFINE_FINAL_TYPE (WhenceFactsTable, whence_facts_table, GTK_TYPE_WIDGET)

/* --- Columns --- */

/* What a row is about. */
typedef struct
{
  const WhenceBundle *bundle;
  guint32 index;
  WhenceFact fact;
} Line;

static Line
line_of (const WhenceFactRow *row)
{
  Line line = { .bundle = row->bundle, .index = row->fact };

  whence_bundle_get_fact (row->bundle, row->fact, &line.fact);
  return line;
}

static char *
date_text (const Line *line)
{
  const char *date = line->fact.dated.text;

  return date != NULL ? whence_date_to_text (date, WHENCE_DATE_TEXT_SHORT) : NULL;
}

static char *
type_text (const Line *line)
{
  return g_strdup (whence_fact_type_label (line->fact.type));
}

static char *
title_text (const Line *line)
{
  return whence_bundle_describe_fact (line->bundle, line->index);
}

static char *
who_text (const Line *line)
{
  guint32 entities[16];
  guint n = whence_bundle_get_fact_entities (line->bundle, line->index, entities, G_N_ELEMENTS (entities));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (entities)); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            whence_bundle_get_entity_name (line->bundle, entities[i]));
  if (n > G_N_ELEMENTS (entities))
    g_string_append (text, ", …");
  return g_string_free (text, FALSE);
}

static char *
worth_text (const Line *line)
{
  return whence_describe_worth (&line->fact);
}

static char *
standing_text (const Line *line)
{
  return whence_describe_standing (&line->fact);
}

static char *
evidence_text (const Line *line)
{
  return whence_evidence_to_text (whence_evidence_for_fact (line->bundle, line->index));
}

static int
compare_dates (const Line *a, const Line *b)
{
  const WhenceDate *x = &a->fact.dated.date, *y = &b->fact.dated.date;
  gboolean has_x = a->fact.dated.text != NULL, has_y = b->fact.dated.text != NULL;

  if (!has_x || !has_y)
    return has_y - has_x;
  if (x->start.earliest != y->start.earliest)
    return x->start.earliest < y->start.earliest ? -1 : 1;
  return (x->end.latest > y->end.latest) - (x->end.latest < y->end.latest);
}

/* Across currencies there is no larger and smaller: they stand in groups. */
static int
compare_worths (const Line *a, const Line *b)
{
  const WhenceFact *x = &a->fact, *y = &b->fact;
  int order;

  if (!x->has_amount || !y->has_amount)
    return y->has_amount - x->has_amount;
  order = g_strcmp0 (x->amount.currency, y->amount.currency);
  return order != 0 ? order : whence_decimal_compare (x->amount.value, y->amount.value);
}

static int
compare_standings (const Line *a, const Line *b)
{
  if (a->fact.negated != b->fact.negated)
    return a->fact.negated - b->fact.negated;
  return (a->fact.status > b->fact.status) - (a->fact.status < b->fact.status);
}

static int
compare_evidence (const Line *a, const Line *b)
{
  WhenceEvidence x = whence_evidence_for_fact (a->bundle, a->index),
                 y = whence_evidence_for_fact (b->bundle, b->index);

  if (x.support != y.support)
    return x.support < y.support ? -1 : 1;
  return (x.n_sources > y.n_sources) - (x.n_sources < y.n_sources);
}

typedef struct
{
  const char *title;
  char *(*text) (const Line *line);
  int (*compare) (const Line *a, const Line *b); /* NULL: by the text */
  int width;                                     /* px, at least */
  gboolean expand;                               /* takes what room there is */
} Column;

static const Column columns[] = {
  { NC_ ("column", "Date"), date_text, compare_dates, 100, FALSE },
  { NC_ ("column", "Type"), type_text, NULL, 100, FALSE },
  { NC_ ("column", "Fact"), title_text, NULL, 250, TRUE },
  { NC_ ("column", "Status"), standing_text, compare_standings, 140, FALSE },
  { NC_ ("column", "Who"), who_text, NULL, 130, TRUE },
  { NC_ ("column", "Amount"), worth_text, compare_worths, 145, FALSE },
  { NC_ ("column", "Evidence"), evidence_text, compare_evidence, 110, TRUE },
};

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;
  Line one = line_of (a), other = line_of (b);
  int order;

  if (column->compare != NULL)
    order = column->compare (&one, &other);
  else
    {
      g_autofree char *text = column->text (&one), *other_text = column->text (&other);
      order = g_utf8_collate (text, other_text);
    }
  return order < 0 ? GTK_ORDERING_SMALLER : order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const Column *column = data;
  Line line = line_of (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = column->text (&line);

  if (column->text == title_text)
    whence_fact_title_put (GTK_LABEL (label), line.bundle, line.index);
  else
    gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, text);
}

static void
add_column (WhenceFactsTable *self, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, (gpointer) column, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) column);
  view_column = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", column->title), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, column->width);
  gtk_column_view_column_set_expand (view_column, column->expand);
  gtk_column_view_append_column (self->view, view_column);
}

/* --- The selection --- */

static void
on_selected (WhenceFactsTable *self)
{
  if (self->following)
    return;
  self->following = TRUE;
  whence_facts_selection_tell (GTK_SELECTION_MODEL (self->selection), self->document);
  self->following = FALSE;
}

static void
follow_selection (WhenceFactsTable *self)
{
  if (self->following || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->following = TRUE;
  whence_facts_selection_follow (GTK_SELECTION_MODEL (self->selection), self->document);
  self->following = FALSE;
}

static void
on_bundle (WhenceFactsTable *self)
{
  self->following = TRUE;
  whence_facts_model_set_bundle (self->model, whence_document_get_bundle (self->document));
  self->following = FALSE;
  follow_selection (self);
}

void
whence_facts_table_set_document (WhenceFactsTable *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::bundle", G_CALLBACK (on_bundle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "selection-changed", G_CALLBACK (follow_selection), self,
                           G_CONNECT_SWAPPED);
  on_bundle (self);
}

/* --- GtkWidget --- */

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (whence_facts_table_parent_class)->map (widget);
  if (WHENCE_FACTS_TABLE (widget)->document != NULL)
    follow_selection (WHENCE_FACTS_TABLE (widget));
}

static void
dispose (GObject *object)
{
  WhenceFactsTable *self = WHENCE_FACTS_TABLE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_facts_table_parent_class)->dispose (object);
}

static void
whence_facts_table_class_init (WhenceFactsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->map = map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/facts-table.ui");
  gtk_widget_class_bind_template_child (widget_class, WhenceFactsTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, WhenceFactsTable, view);
}

static void
whence_facts_table_init (WhenceFactsTable *self)
{
  GtkSortListModel *sorted;
  GtkSorter *sorter;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, &columns[i]);
  self->model = whence_facts_model_new ();
  sorter = gtk_column_view_get_sorter (self->view);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->model)), g_object_ref (sorter));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_selected), self);
}
