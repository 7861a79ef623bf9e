/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an editor should look at before publication: weak evidence, what cannot be true together, what may be
 * one and the same, links that lead nowhere. Derived from the bundle, never stored; by a date by which things
 * are to be known, of what was known then alone. */
#pragma once

#include <gio/gio.h>

#include "model/known-by.h"
#include "model/progress.h"

G_BEGIN_DECLS

/* In the order of a review. Stable names, one table in review.c. */
typedef enum
{
  WHENCE_REVIEW_DISPUTED,                /* "disputed" */
  WHENCE_REVIEW_UNSOURCED,               /* "unsourced" */
  WHENCE_REVIEW_SINGLE_SOURCE,           /* "single-source": one, or several not known to be independent */
  WHENCE_REVIEW_END_BEFORE_START,        /* "end-before-start" */
  WHENCE_REVIEW_PAYMENT_BEFORE_FOUNDING, /* "payment-before-founding" */
  WHENCE_REVIEW_ROLE_AFTER_DEATH,        /* "role-after-death" */
  WHENCE_REVIEW_LIKELY_DUPLICATE,        /* "likely-duplicate" */
  WHENCE_REVIEW_BAD_LINK,                /* "bad-link": not http, or leads nowhere by its form */
  WHENCE_REVIEW_UNCITED_SOURCE,          /* "uncited-source" */
  WHENCE_N_REVIEW_KINDS,
} WhenceReviewKind;

const char *whence_review_kind_name (WhenceReviewKind kind);
/* For people: "Facts without a source". */
const char *whence_review_kind_heading (WhenceReviewKind kind);
/* What an editor may do about it: a sentence. */
const char *whence_review_kind_advice (WhenceReviewKind kind);

/* What leads to the record: @index in the bundle, or WHENCE_NONE where the record did not come that far. */
typedef struct
{
  WhenceReviewKind kind;
  WhenceRecordKind record; /* SOURCE, ENTITY or FACT */
  guint32 index;
  guint32 other; /* another of the same kind of record, or WHENCE_NONE */
  char *detail;  /* what does not follow from the above; NULL: nothing */
} WhenceFinding;

/* The findings over one bundle. Immutable, shared between threads; keeps the bundle. 32 bytes a finding. */
typedef struct _WhenceReview WhenceReview;

/* O(n log n). @known_by is of @bundle, is kept referenced, and may be NULL: whatever is in it; so may
 * @progress. NULL when cancelled. Transfer full. */
WhenceReview *whence_review_new (WhenceBundle *bundle, WhenceKnownBy *known_by, WhenceProgressFunc progress,
                                 gpointer user_data, GCancellable *cancellable);
WhenceReview *whence_review_ref (WhenceReview *review);
void whence_review_unref (WhenceReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceReview, whence_review_unref)

WhenceBundle *whence_review_get_bundle (const WhenceReview *review);
const WhenceKnownBy *whence_review_get_known_by (const WhenceReview *review); /* or NULL */
guint whence_review_get_n_findings (const WhenceReview *review);
/* Those of one kind, in the order of the file. Transfer none, @n entries. */
const WhenceFinding *whence_review_get_findings (const WhenceReview *review, WhenceReviewKind kind, guint *n);

/* The id of the record that a finding leads to, or of the other one; NULL where there is none. */
const char *whence_finding_get_id (const WhenceFinding *finding, const WhenceBundle *bundle);
const char *whence_finding_get_other_id (const WhenceFinding *finding, const WhenceBundle *bundle);
/* What a person calls that record; "" where there is none. Transfer full. */
char *whence_finding_describe_record (const WhenceFinding *finding, const WhenceBundle *bundle);
/* What is the matter with it, a finding of @review: a sentence. Transfer full. */
char *whence_finding_describe (const WhenceFinding *finding, const WhenceReview *review);

/* The findings of @kind as plain text under their heading, for people; nothing where there are none. */
void whence_review_append_text (const WhenceReview *review, WhenceReviewKind kind, GString *text);

G_END_DECLS
