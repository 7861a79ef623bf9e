/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lazy list model: memory for the rows in view only, whatever the size of the bundle. */
#include "widgets/facts-model.h"

struct _WhenceFactsModel
{
  GObject parent_instance;
  WhenceBundle *bundle;
  guint32 *facts; /* NULL: all */
  guint n_facts;
};

G_DEFINE_FINAL_TYPE (WhenceFactRow, whence_fact_row, G_TYPE_OBJECT)

static void
row_finalize (GObject *object)
{
  whence_bundle_unref (WHENCE_FACT_ROW (object)->bundle);
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

static gpointer
get_item (GListModel *model, guint position)
{
  WhenceFactsModel *self = WHENCE_FACTS_MODEL (model);
  WhenceFactRow *row;

  if (position >= get_n_items (model))
    return NULL;
  row = g_object_new (WHENCE_TYPE_FACT_ROW, NULL);
  row->bundle = whence_bundle_ref (self->bundle);
  row->fact = self->facts != NULL ? self->facts[position] : position;
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
  g_free (WHENCE_FACTS_MODEL (object)->facts);
  G_OBJECT_CLASS (whence_facts_model_parent_class)->finalize (object);
}

static void
whence_facts_model_class_init (WhenceFactsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
whence_facts_model_init (WhenceFactsModel *self)
{
  self->bundle = whence_bundle_new_empty ();
}

WhenceFactsModel *
whence_facts_model_new (void)
{
  return g_object_new (WHENCE_TYPE_FACTS_MODEL, NULL);
}

/* Takes over @facts. */
static void
replace (WhenceFactsModel *self, WhenceBundle *bundle, guint32 *facts, guint n_facts)
{
  guint removed = self->n_facts;

  whence_bundle_ref (bundle);
  whence_bundle_unref (self->bundle);
  self->bundle = bundle;
  g_free (self->facts);
  self->facts = facts;
  self->n_facts = n_facts;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, n_facts);
}

void
whence_facts_model_set_bundle (WhenceFactsModel *self, WhenceBundle *bundle)
{
  replace (self, bundle, NULL, whence_bundle_get_n_facts (bundle));
}

void
whence_facts_model_set_facts (WhenceFactsModel *self, WhenceBundle *bundle, const guint32 *facts,
                              guint n_facts)
{
  replace (self, bundle, g_memdup2 (facts, n_facts * sizeof *facts), n_facts);
}
