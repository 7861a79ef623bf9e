/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an editor should look at before publication, beside the views: the findings of the document's review,
 * grouped by kind. It wants the review while it is mapped. Signals: "went" when what a finding is about was
 * selected, "opened" when that was done by pressing it or with Return, "closed" when it is to go away. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_REVIEW_PAGE (whence_review_page_get_type ())
G_DECLARE_FINAL_TYPE (WhenceReviewPage, whence_review_page, WHENCE, REVIEW_PAGE, GtkWidget)

void whence_review_page_set_document (WhenceReviewPage *page, WhenceDocument *document);
/* When times of day are written otherwise. */
void whence_review_page_tell_anew (WhenceReviewPage *page);

G_END_DECLS
