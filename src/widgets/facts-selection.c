/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of positions. GTK's own selection model keeps an object for every selected row. */
#include "widgets/facts-selection.h"

#define MANY 16 /* of so many rows one, from which on each row is asked, not each thing that is selected */

struct _WhenceFactsSelection
{
  GObject parent_instance;
  WhenceFactsModel *model;
  WhenceDocument *document; /* NULL until it is set */
  GtkBitset *selected;
  gboolean telling; /* the document is being told what is selected here */
};

/* --- A list model --- */

static GType
get_item_type (GListModel *list)
{
  return WHENCE_TYPE_FACT_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (WHENCE_FACTS_SELECTION (list)->model));
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (WHENCE_FACTS_SELECTION (list)->model), position);
}

static void
implement_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- A selection model --- */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (WHENCE_FACTS_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (WHENCE_FACTS_SELECTION (model)->selected);
}

static void
tell (WhenceFactsSelection *self)
{
  guint n = (guint) gtk_bitset_get_size (self->selected), i = 0;
  g_autoptr (GArray) refs = g_array_sized_new (FALSE, FALSE, sizeof (WhenceRef), n);
  GtkBitsetIter iter;
  guint position;

  g_array_set_size (refs, n);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_array_index (refs, WhenceRef, i++) =
      whence_ref_fact (whence_facts_model_get_fact (self->model, position));
  self->telling = TRUE;
  whence_document_select_array (self->document, refs);
  self->telling = FALSE;
}

/* Flips what is in @changes; TRUE if there is anything. */
static gboolean
flip (WhenceFactsSelection *self, GtkBitset *changes)
{
  guint first = gtk_bitset_get_minimum (changes), last = gtk_bitset_get_maximum (changes);

  if (gtk_bitset_is_empty (changes))
    return FALSE;
  gtk_bitset_difference (self->selected, changes);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  WhenceFactsSelection *self = WHENCE_FACTS_SELECTION (model);
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);

  gtk_bitset_difference (changes, selected);
  gtk_bitset_intersect (changes, mask);
  if (flip (self, changes) && self->document != NULL)
    tell (self);
  return TRUE;
}

static void
implement_selection (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WhenceFactsSelection, whence_facts_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, implement_selection))

/* --- The document --- */

static gboolean
is_of_document (WhenceFactsSelection *self)
{
  return self->document != NULL
         && whence_facts_model_is_of_records (self->model, whence_document_get_told_bundle (self->document));
}

/* Row by row, in runs: a bitset is soon told of those. */
static void
add_selected (WhenceFactsSelection *self, GtkBitset *selected)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model)), first = 0;
  WhenceHighlight highlight = whence_document_get_highlight (self->document);

  for (guint i = 0; i < n; i++)
    if ((whence_highlight_fact (&highlight, whence_facts_model_get_fact (self->model, i))
         & WHENCE_LIT_SELECTED)
        == 0)
      {
        gtk_bitset_add_range (selected, first, i - first);
        first = i + 1;
      }
  gtk_bitset_add_range (selected, first, n - first);
}

/* What the document has selected of the list. */
static GtkBitset *
find_selected (WhenceFactsSelection *self)
{
  GtkBitset *selected = gtk_bitset_new_empty ();
  guint n = 0;
  const WhenceRef *refs = is_of_document (self) ? whence_document_get_selection (self->document, &n) : NULL;

  if (n > g_list_model_get_n_items (G_LIST_MODEL (self->model)) / MANY)
    {
      add_selected (self, selected);
      return selected;
    }
  for (guint i = 0; i < n; i++)
    {
      guint position = refs[i].kind == WHENCE_REF_FACT ? whence_facts_model_find (self->model, refs[i].index)
                                                       : GTK_INVALID_LIST_POSITION;
      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (selected, position);
    }
  return selected;
}

static void
follow (WhenceFactsSelection *self)
{
  g_autoptr (GtkBitset) changes = NULL;

  if (self->telling || !is_of_document (self))
    return;
  changes = find_selected (self);
  gtk_bitset_difference (changes, self->selected);
  flip (self, changes);
}

static void
on_items_changed (WhenceFactsSelection *self, guint position, guint removed, guint added)
{
  g_clear_pointer (&self->selected, gtk_bitset_unref);
  self->selected = find_selected (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* The same rows are of other facts. */
static void
on_rows_changed (WhenceFactsSelection *self)
{
  g_clear_pointer (&self->selected, gtk_bitset_unref);
  self->selected = find_selected (self);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, get_n_items (G_LIST_MODEL (self)));
}

void
whence_facts_selection_set_document (WhenceFactsSelection *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "selection-changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
}

gboolean
whence_facts_selection_is_telling (WhenceFactsSelection *self)
{
  return self->telling;
}

guint
whence_facts_selection_get_last (WhenceFactsSelection *self)
{
  guint n = 0;
  const WhenceRef *refs = is_of_document (self) ? whence_document_get_selection (self->document, &n) : NULL;

  if (n == 0 || refs[n - 1].kind != WHENCE_REF_FACT)
    return GTK_INVALID_LIST_POSITION;
  return whence_facts_model_find (self->model, refs[n - 1].index);
}

/* --- GObject --- */

static void
dispose (GObject *object)
{
  WhenceFactsSelection *self = WHENCE_FACTS_SELECTION (object);

  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_facts_selection_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  WhenceFactsSelection *self = WHENCE_FACTS_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->selected, gtk_bitset_unref);
  G_OBJECT_CLASS (whence_facts_selection_parent_class)->finalize (object);
}

static void
whence_facts_selection_class_init (WhenceFactsSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
whence_facts_selection_init (WhenceFactsSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
}

WhenceFactsSelection *
whence_facts_selection_new (WhenceFactsModel *model)
{
  WhenceFactsSelection *self = g_object_new (WHENCE_TYPE_FACTS_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "rows-changed", G_CALLBACK (on_rows_changed), self, G_CONNECT_SWAPPED);
  return self;
}
