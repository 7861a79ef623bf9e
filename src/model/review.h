/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an editor should look at before publication: weak evidence, what cannot be true together, what may be
 * one and the same, links that lead nowhere. Derived from the bundle, never stored. */
#pragma once

#include <gio/gio.h>

#include "model/bundle.h"

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

/* What leads to the record: @index in the bundle, or WHENCE_NONE where the record did not come that far. */
typedef struct
{
  WhenceReviewKind kind;
  WhenceRecordKind record; /* SOURCE, ENTITY or FACT */
  guint32 index;
  guint32 other; /* another of the same kind of record, or WHENCE_NONE */
  char *message; /* a sentence */
} WhenceFinding;

/* All findings, by kind, then in the order of the file; elements are WhenceFinding. O(n log n). NULL when
 * cancelled. Transfer full. */
GPtrArray *whence_review_new (const WhenceBundle *bundle, GCancellable *cancellable);

/* The id of the record that a finding leads to, or of the other one; NULL where there is none. */
const char *whence_finding_get_id (const WhenceFinding *finding, const WhenceBundle *bundle);
const char *whence_finding_get_other_id (const WhenceFinding *finding, const WhenceBundle *bundle);
/* What a person calls that record. Transfer full. */
char *whence_finding_describe_record (const WhenceFinding *finding, const WhenceBundle *bundle);

G_END_DECLS
