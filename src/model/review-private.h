/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the passes of a review share. Each appends its findings, kind by kind in the order of the file. */
#pragma once

#include "model/review.h"

G_BEGIN_DECLS

struct _WhenceReview
{
  gint references;
  WhenceBundle *bundle;
  WhenceKnownBy *known_by;                 /* or NULL */
  GArray *findings[WHENCE_N_REVIEW_KINDS]; /* of WhenceFinding */
};

/* One that is being made. */
typedef struct
{
  WhenceReview *review;
  const WhenceBundle *bundle;
  const WhenceKnownBy *known_by; /* or NULL */
  GCancellable *cancellable;
  WhenceProgressFunc progress;
  gpointer user_data;
  double from, share; /* of the whole: what is done, and what the present pass is */
} WhenceReviewer;

/* Takes over @detail. */
void whence_reviewer_add (WhenceReviewer *reviewer, WhenceReviewKind kind, WhenceRecordKind record,
                          guint32 index, guint32 other, char *detail);
/* Whether the record (of an entity, what is written of it alone) was known; one that has no index was. */
gboolean whence_reviewer_knows (const WhenceReviewer *reviewer, WhenceRecordKind record, guint32 index);
/* Step @i of @n of a pass. FALSE: it is cancelled. */
gboolean whence_reviewer_go_on (WhenceReviewer *reviewer, guint i, guint n);

/* review-time.c: payments before a founding, roles after a death. O(facts). */
void whence_reviewer_check_lives (WhenceReviewer *reviewer);
/* review-link.c: why a reader cannot follow @url, as a sentence; NULL: nothing speaks against it. Transfer
 * full. */
char *whence_review_find_fault (const char *url);

G_END_DECLS
