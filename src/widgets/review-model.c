/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Positions follow from how many findings there are of each kind; nothing is kept of a row. */
#include "widgets/review-model.h"

struct _WhenceReviewModel
{
  GObject parent_instance;
  WhenceReview *review;              /* or NULL */
  guint ends[WHENCE_N_REVIEW_KINDS]; /* the position after the last row of each kind */
};

G_DEFINE_FINAL_TYPE (WhenceReviewItem, whence_review_item, G_TYPE_OBJECT)

static void
item_finalize (GObject *object)
{
  whence_review_unref (WHENCE_REVIEW_ITEM (object)->review);
  G_OBJECT_CLASS (whence_review_item_parent_class)->finalize (object);
}

static void
whence_review_item_class_init (WhenceReviewItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = item_finalize;
}

static void
whence_review_item_init (WhenceReviewItem *item)
{
}

static GType
get_item_type (GListModel *model)
{
  return WHENCE_TYPE_REVIEW_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return WHENCE_REVIEW_MODEL (model)->ends[WHENCE_N_REVIEW_KINDS - 1];
}

static gpointer
get_item (GListModel *model, guint position)
{
  WhenceReviewModel *self = WHENCE_REVIEW_MODEL (model);
  WhenceReviewItem *item;
  guint kind = 0, begin, n;

  if (position >= get_n_items (model))
    return NULL;
  while (position >= self->ends[kind])
    kind++;
  begin = kind > 0 ? self->ends[kind - 1] : 0;
  item = g_object_new (WHENCE_TYPE_REVIEW_ITEM, NULL);
  item->review = whence_review_ref (self->review);
  item->kind = kind;
  if (position > begin)
    item->finding = whence_review_get_findings (self->review, kind, &n) + (position - begin - 1);
  return item;
}

static void
implement_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WhenceReviewModel, whence_review_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list))

static void
finalize (GObject *object)
{
  g_clear_pointer (&WHENCE_REVIEW_MODEL (object)->review, whence_review_unref);
  G_OBJECT_CLASS (whence_review_model_parent_class)->finalize (object);
}

static void
whence_review_model_class_init (WhenceReviewModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
whence_review_model_init (WhenceReviewModel *self)
{
}

WhenceReviewModel *
whence_review_model_new (void)
{
  return g_object_new (WHENCE_TYPE_REVIEW_MODEL, NULL);
}

void
whence_review_model_set_review (WhenceReviewModel *self, WhenceReview *review, WhenceReviewKind kind)
{
  guint removed = get_n_items (G_LIST_MODEL (self)), end = 0;

  if (review != NULL)
    whence_review_ref (review);
  g_clear_pointer (&self->review, whence_review_unref);
  self->review = review;
  for (guint i = 0; i < WHENCE_N_REVIEW_KINDS; i++)
    {
      guint n = 0;
      if (review != NULL && (kind == i || kind == WHENCE_N_REVIEW_KINDS))
        whence_review_get_findings (review, i, &n);
      end += n > 0 ? n + 1 : 0;
      self->ends[i] = end;
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, end);
}
