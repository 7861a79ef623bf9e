/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the passes of a review share. Each appends its findings, kind by kind in the order of the file. */
#pragma once

#include "model/review.h"

G_BEGIN_DECLS

typedef struct
{
  const WhenceBundle *bundle;
  GPtrArray *findings;
} WhenceReview;

/* Takes over @message. */
void whence_review_add (WhenceReview *review, WhenceReviewKind kind, WhenceRecordKind record, guint32 index,
                        guint32 other, char *message);

/* review-time.c: payments before a founding, roles after a death. O(facts). */
void whence_review_check_lives (WhenceReview *review);
/* review-link.c: why a reader cannot follow @url, as a sentence; NULL: nothing speaks against it. Transfer
 * full. */
char *whence_review_find_fault (const char *url);

G_END_DECLS
