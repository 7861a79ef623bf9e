/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a review: a heading with what to do about its kind, or a finding. Signal: "pressed" when a hand
 * came down on it and left it again. */
#pragma once

#include <gtk/gtk.h>

#include "widgets/review-model.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_REVIEW_ROW (whence_review_row_get_type ())
G_DECLARE_FINAL_TYPE (WhenceReviewRow, whence_review_row, WHENCE, REVIEW_ROW, GtkWidget)

WhenceReviewRow *whence_review_row_new (void);
void whence_review_row_set_item (WhenceReviewRow *row, WhenceReviewItem *item);
/* Transfer none. */
WhenceReviewItem *whence_review_row_get_item (WhenceReviewRow *row);

G_END_DECLS
