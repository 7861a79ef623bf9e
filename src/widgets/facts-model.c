/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lazy list model: four bytes a fact, and memory for the rows in view only. A list that shows other facts
 * is not told so where it keeps its rows: GTK would ask for each of a million, to see whether it is an object
 * that it knows, or, were they taken away first, make the widgets of two hundred rows anew, which takes 40
 * ms.
 */
#include "widgets/facts-model.h"

#include <string.h>

#include "model/lower-bound.h"

struct _WhenceFactsModel
{
  GObject parent_instance;
  WhenceBundle *bundle;
  WhenceKnownBy *known_by; /* or NULL */
  guint32 *facts;
  guint n_facts;
  gboolean ascending; /* they are in the order of the bundle */
  guint *positions;   /* by fact, G_MAXUINT where it is not listed; NULL until it is asked for */
  GHashTable *held;   /* WhenceFactRow, not owned → its position */
  gboolean keeps;     /* rows, when the facts are others */
};

static guint rows_changed;

G_DEFINE_FINAL_TYPE (WhenceFactRow, whence_fact_row, G_TYPE_OBJECT)

static void
row_finalize (GObject *object)
{
  whence_bundle_unref (WHENCE_FACT_ROW (object)->bundle);
  g_hash_table_remove (WHENCE_FACT_ROW (object)->held, object);
  g_hash_table_unref (WHENCE_FACT_ROW (object)->held);
  g_clear_pointer (&WHENCE_FACT_ROW (object)->known_by, whence_known_by_unref);
  G_OBJECT_CLASS (whence_fact_row_parent_class)->finalize (object);
}

static void
whence_fact_row_class_init (WhenceFactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = row_finalize;
}

static void
whence_fact_row_init (WhenceFactRow *row)
{
}

static GType
get_item_type (GListModel *model)
{
  return WHENCE_TYPE_FACT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return WHENCE_FACTS_MODEL (model)->n_facts;
}

static void
point (WhenceFactsModel *self, WhenceFactRow *row, guint position)
{
  whence_bundle_ref (self->bundle);
  g_clear_pointer (&row->bundle, whence_bundle_unref);
  row->bundle = self->bundle;
  g_clear_pointer (&row->known_by, whence_known_by_unref);
  row->known_by = self->known_by != NULL ? whence_known_by_ref (self->known_by) : NULL;
  row->fact = whence_facts_model_get_fact (self, position);
}

static gpointer
get_item (GListModel *model, guint position)
{
  WhenceFactsModel *self = WHENCE_FACTS_MODEL (model);
  WhenceFactRow *row;

  if (position >= get_n_items (model))
    return NULL;
  row = g_object_new (WHENCE_TYPE_FACT_ROW, NULL);
  point (self, row, position);
  row->held = g_hash_table_ref (self->held);
  g_hash_table_insert (row->held, row, GUINT_TO_POINTER (position));
  return row;
}

static void
implement_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WhenceFactsModel, whence_facts_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list))

static void
finalize (GObject *object)
{
  whence_bundle_unref (WHENCE_FACTS_MODEL (object)->bundle);
  g_clear_pointer (&WHENCE_FACTS_MODEL (object)->known_by, whence_known_by_unref);
  g_free (WHENCE_FACTS_MODEL (object)->facts);
  g_free (WHENCE_FACTS_MODEL (object)->positions);
  g_hash_table_unref (WHENCE_FACTS_MODEL (object)->held);
  G_OBJECT_CLASS (whence_facts_model_parent_class)->finalize (object);
}

static void
whence_facts_model_class_init (WhenceFactsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  rows_changed = g_signal_new ("rows-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
whence_facts_model_init (WhenceFactsModel *self)
{
  self->bundle = whence_bundle_new_empty ();
  self->held = g_hash_table_new (NULL, NULL);
}

WhenceFactsModel *
whence_facts_model_new (void)
{
  return g_object_new (WHENCE_TYPE_FACTS_MODEL, NULL);
}

void
whence_facts_model_keep_rows (WhenceFactsModel *self)
{
  self->keeps = TRUE;
}

static gboolean
is_ascending (const guint32 *facts, guint n_facts)
{
  for (guint i = 1; i < n_facts; i++)
    if (facts[i - 1] >= facts[i])
      return FALSE;
  return TRUE;
}

/* Those beyond the end go, and stay what they were, though the list should grow again. */
static void
point_held (WhenceFactsModel *self)
{
  GHashTableIter iter;
  gpointer row, position;

  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, &row, &position))
    if (GPOINTER_TO_UINT (position) < self->n_facts)
      point (self, row, GPOINTER_TO_UINT (position));
    else
      g_hash_table_iter_remove (&iter);
}

/* Takes over @facts. */
static void
take (WhenceFactsModel *self, WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 *facts,
      guint n_facts)
{
  g_clear_pointer (&self->positions, g_free);
  whence_bundle_ref (bundle);
  whence_bundle_unref (self->bundle);
  self->bundle = bundle;
  g_clear_pointer (&self->known_by, whence_known_by_unref);
  if (known_by != NULL)
    self->known_by = whence_known_by_ref ((WhenceKnownBy *) known_by);
  g_free (self->facts);
  self->facts = facts;
  self->n_facts = n_facts;
  self->ascending = is_ascending (facts, n_facts);
}

/* Takes over @facts. */
static void
replace (WhenceFactsModel *self, WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 *facts,
         guint n_facts)
{
  guint before = self->n_facts, both = self->keeps ? MIN (before, n_facts) : 0;

  /* Who hears that some go may ask where others are. */
  g_clear_pointer (&self->positions, g_free);
  self->n_facts = both;
  if (before > both)
    g_list_model_items_changed (G_LIST_MODEL (self), both, before - both, 0);
  take (self, bundle, known_by, facts, n_facts);
  point_held (self);
  if (n_facts > both)
    g_list_model_items_changed (G_LIST_MODEL (self), both, 0, n_facts - both);
  if (both > 0)
    g_signal_emit (self, rows_changed, 0);
}

void
whence_facts_model_set_facts (WhenceFactsModel *self, WhenceBundle *bundle, const WhenceKnownBy *known_by,
                              const guint32 *facts, guint n_facts)
{
  replace (self, bundle, known_by, g_memdup2 (facts, n_facts * sizeof *facts), n_facts);
}

gboolean
whence_facts_model_is_of_records (WhenceFactsModel *self, WhenceBundle *bundle)
{
  return self->bundle != NULL && whence_bundle_has_same_records (self->bundle, bundle);
}

gboolean
whence_facts_model_is_of (WhenceFactsModel *self, WhenceBundle *bundle, const WhenceKnownBy *known_by)
{
  return whence_facts_model_is_of_records (self, bundle) && whence_known_by_equal (self->known_by, known_by);
}

static gboolean
lists_just (WhenceFactsModel *self, WhenceBundle *bundle, const WhenceKnownBy *known_by, const guint32 *facts,
            guint n_facts)
{
  if (!whence_facts_model_is_of (self, bundle, known_by) || self->n_facts != n_facts)
    return FALSE;
  return n_facts == 0 || memcmp (self->facts, facts, n_facts * sizeof *facts) == 0;
}

gboolean
whence_facts_model_take_facts (WhenceFactsModel *self, WhenceBundle *bundle, const WhenceKnownBy *known_by,
                               guint32 *facts, guint n_facts)
{
  gboolean same = lists_just (self, bundle, known_by, facts, n_facts);

  if (same)
    g_free (facts);
  else
    replace (self, bundle, known_by, facts, n_facts);
  return !same;
}

const guint32 *
whence_facts_model_get_facts (WhenceFactsModel *self, guint *n_facts)
{
  *n_facts = self->n_facts;
  return self->facts;
}

guint32
whence_facts_model_get_fact (WhenceFactsModel *self, guint position)
{
  g_return_val_if_fail (position < self->n_facts, WHENCE_NONE);
  return self->facts[position];
}

static guint
find_ascending (WhenceFactsModel *self, guint32 fact)
{
  guint32 at = whence_lower_bound_uint32 (self->facts, self->n_facts, fact);

  return at < self->n_facts && self->facts[at] == fact ? at : G_MAXUINT;
}

static void
index_positions (WhenceFactsModel *self)
{
  guint n = whence_bundle_get_n_facts (self->bundle);

  self->positions = g_new (guint, MAX (1, n));
  for (guint i = 0; i < n; i++)
    self->positions[i] = G_MAXUINT;
  for (guint i = 0; i < self->n_facts; i++)
    self->positions[self->facts[i]] = i;
}

guint
whence_facts_model_find (WhenceFactsModel *self, guint32 fact)
{
  if (self->ascending)
    return find_ascending (self, fact);
  if (self->positions == NULL)
    index_positions (self);
  return fact < whence_bundle_get_n_facts (self->bundle) ? self->positions[fact] : G_MAXUINT;
}
