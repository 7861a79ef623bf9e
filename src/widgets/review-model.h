/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review as a list model: each kind that has findings begins with its heading. Rows are made when somebody
 * asks. */
#pragma once

#include <gio/gio.h>

#include "model/review.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_REVIEW_ITEM (whence_review_item_get_type ())
G_DECLARE_FINAL_TYPE (WhenceReviewItem, whence_review_item, WHENCE, REVIEW_ITEM, GObject)

struct _WhenceReviewItem
{
  GObject parent_instance;
  WhenceReview *review;
  WhenceReviewKind kind;
  const WhenceFinding *finding; /* NULL: the heading of its kind */
};

#define WHENCE_TYPE_REVIEW_MODEL (whence_review_model_get_type ())
G_DECLARE_FINAL_TYPE (WhenceReviewModel, whence_review_model, WHENCE, REVIEW_MODEL, GObject)

WhenceReviewModel *whence_review_model_new (void);
/* Lists the findings of @kind, or all of them (WHENCE_N_REVIEW_KINDS); NULL lists nothing. */
void whence_review_model_set_review (WhenceReviewModel *self, WhenceReview *review, WhenceReviewKind kind);

G_END_DECLS
