/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review is a table of passes over the bundle. Invariant: findings are in the order of kinds, then of the
 * file, whatever the order of the passes. */
#include <glib/gi18n-lib.h>

#include "model/duplicates.h"
#include "model/evidence.h"
#include "model/review-private.h"

static const struct
{
  const char *name, *heading;
} kinds[WHENCE_N_REVIEW_KINDS] = {
  [WHENCE_REVIEW_DISPUTED] = { "disputed", NC_ ("review", "Disputed facts") },
  [WHENCE_REVIEW_UNSOURCED] = { "unsourced", NC_ ("review", "Facts without a source") },
  [WHENCE_REVIEW_SINGLE_SOURCE] = { "single-source",
                                    NC_ ("review", "Facts without an independent second source") },
  [WHENCE_REVIEW_END_BEFORE_START] = { "end-before-start",
                                       NC_ ("review", "Dates that end before they begin") },
  [WHENCE_REVIEW_PAYMENT_BEFORE_FOUNDING] = { "payment-before-founding",
                                              NC_ ("review", "Payments before the founding") },
  [WHENCE_REVIEW_ROLE_AFTER_DEATH] = { "role-after-death", NC_ ("review", "Roles after the death") },
  [WHENCE_REVIEW_LIKELY_DUPLICATE] = { "likely-duplicate", NC_ ("review", "Entities that may be one") },
  [WHENCE_REVIEW_BAD_LINK] = { "bad-link", NC_ ("review", "Links that lead nowhere") },
  [WHENCE_REVIEW_UNCITED_SOURCE] = { "uncited-source", NC_ ("review", "Sources that nobody cites") },
};

const char *
whence_review_kind_name (WhenceReviewKind kind)
{
  g_return_val_if_fail (kind < WHENCE_N_REVIEW_KINDS, "");
  return kinds[kind].name;
}

const char *
whence_review_kind_heading (WhenceReviewKind kind)
{
  g_return_val_if_fail (kind < WHENCE_N_REVIEW_KINDS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "review", kinds[kind].heading);
}

static void
free_finding (gpointer data)
{
  WhenceFinding *finding = data;

  g_free (finding->message);
  g_free (finding);
}

void
whence_review_add (WhenceReview *review, WhenceReviewKind kind, WhenceRecordKind record, guint32 index,
                   guint32 other, char *message)
{
  WhenceFinding *finding = g_new (WhenceFinding, 1);

  *finding = (WhenceFinding){ kind, record, index, other, message };
  g_ptr_array_add (review->findings, finding);
}

/* --- Evidence ------------------------------------------------------------------------------------ */

static void
check_evidence (WhenceReview *review)
{
  static const struct
  {
    WhenceSupport support;
    WhenceReviewKind kind;
  } weak[] = {
    { WHENCE_SUPPORT_DISPUTED, WHENCE_REVIEW_DISPUTED },
    { WHENCE_SUPPORT_UNSOURCED, WHENCE_REVIEW_UNSOURCED },
    { WHENCE_SUPPORT_SINGLE, WHENCE_REVIEW_SINGLE_SOURCE },
  };
  guint n_facts = whence_bundle_get_n_facts (review->bundle);

  for (guint32 i = 0; i < n_facts; i++)
    {
      WhenceEvidence evidence = whence_evidence_for_fact (review->bundle, i);
      for (guint k = 0; k < G_N_ELEMENTS (weak); k++)
        if (evidence.support == weak[k].support)
          whence_review_add (review, weak[k].kind, WHENCE_RECORD_FACT, i, WHENCE_NONE,
                             whence_evidence_to_text (evidence));
    }
}

/* --- What the reader passed over ----------------------------------------------------------------- */

static void
check_problems (WhenceReview *review)
{
  guint n_problems;
  const WhenceProblem *const *problems = whence_bundle_get_problems (review->bundle, &n_problems);

  for (guint i = 0; i < n_problems; i++)
    if (problems[i]->code == WHENCE_PROBLEM_END_BEFORE_START)
      whence_review_add (review, WHENCE_REVIEW_END_BEFORE_START, WHENCE_RECORD_FACT, WHENCE_NONE, WHENCE_NONE,
                         /* Translators: where in the file, then what is wrong there. */
                         g_strdup_printf (_ ("%1$s: %2$s"), problems[i]->path, problems[i]->message));
}

/* --- Entities and sources ------------------------------------------------------------------------ */

static gboolean
check_duplicates (WhenceReview *review, GCancellable *cancellable)
{
  g_autoptr (GArray) pairs = whence_duplicates_find (review->bundle, cancellable);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const WhenceLikePair *pair = &g_array_index (pairs, WhenceLikePair, i);
      whence_review_add (review, WHENCE_REVIEW_LIKELY_DUPLICATE, WHENCE_RECORD_ENTITY, pair->a, pair->b,
                         /* Translators: two names. */
                         g_strdup_printf (_ ("“%1$s” and “%2$s” may be the same."),
                                          whence_bundle_get_entity_name (review->bundle, pair->a),
                                          whence_bundle_get_entity_name (review->bundle, pair->b)));
    }
  return pairs != NULL;
}

static void
check_link (WhenceReview *review, WhenceRecordKind record, guint32 index, const char *url)
{
  char *fault = url != NULL ? whence_review_find_fault (url) : NULL;

  if (fault != NULL)
    whence_review_add (review, WHENCE_REVIEW_BAD_LINK, record, index, WHENCE_NONE, fault);
}

static void
check_links (WhenceReview *review)
{
  guint n_sources = whence_bundle_get_n_sources (review->bundle);
  guint n_entities = whence_bundle_get_n_entities (review->bundle);

  for (guint32 i = 0; i < n_sources; i++)
    {
      WhenceSource source;
      whence_bundle_get_source (review->bundle, i, &source);
      check_link (review, WHENCE_RECORD_SOURCE, i, source.url);
    }
  for (guint32 i = 0; i < n_entities; i++)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (review->bundle, i, &entity);
      check_link (review, WHENCE_RECORD_ENTITY, i, entity.url);
    }
}

static void
mark_cited (const WhenceBundle *bundle, guint8 *cited)
{
  guint n_facts = whence_bundle_get_n_facts (bundle), n_entities = whence_bundle_get_n_entities (bundle);
  WhenceCitation citation;

  for (guint32 i = 0; i < n_facts; i++)
    {
      WhenceFact fact;
      whence_bundle_get_fact (bundle, i, &fact);
      for (guint k = 0; k < fact.n_citations; k++)
        {
          whence_bundle_get_fact_citation (bundle, i, k, &citation);
          cited[citation.source] = TRUE;
        }
    }
  for (guint32 i = 0; i < n_entities; i++)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (bundle, i, &entity);
      for (guint k = 0; k < entity.n_citations; k++)
        {
          whence_bundle_get_entity_citation (bundle, i, k, &citation);
          cited[citation.source] = TRUE;
        }
    }
}

/* A source on which another rests is named for a reason. */
static void
mark_rested_on (const WhenceBundle *bundle, guint8 *cited)
{
  guint n_sources = whence_bundle_get_n_sources (bundle);

  for (guint32 i = 0; i < n_sources; i++)
    {
      WhenceSource source;
      whence_bundle_get_source (bundle, i, &source);
      for (guint k = 0; k < source.n_derived_from; k++)
        if (whence_bundle_get_derived_from (bundle, i, k) != WHENCE_NONE)
          cited[whence_bundle_get_derived_from (bundle, i, k)] = TRUE;
    }
}

static void
check_sources (WhenceReview *review)
{
  guint n_sources = whence_bundle_get_n_sources (review->bundle);
  g_autofree guint8 *cited = g_new0 (guint8, MAX (1, n_sources));

  mark_cited (review->bundle, cited);
  mark_rested_on (review->bundle, cited);
  for (guint32 i = 0; i < n_sources; i++)
    if (!cited[i])
      whence_review_add (review, WHENCE_REVIEW_UNCITED_SOURCE, WHENCE_RECORD_SOURCE, i, WHENCE_NONE,
                         g_strdup (_ ("No fact or entity cites it, and no source rests on it.")));
}

/* --- The whole ----------------------------------------------------------------------------------- */

/* By kind, then as they were found. */
static GPtrArray *
sort_by_kind (GPtrArray *findings)
{
  GPtrArray *sorted = g_ptr_array_new_full (findings->len, free_finding);

  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    for (guint i = 0; i < findings->len; i++)
      if (((WhenceFinding *) g_ptr_array_index (findings, i))->kind == kind)
        g_ptr_array_add (sorted, g_ptr_array_index (findings, i));
  return sorted;
}

GPtrArray *
whence_review_new (const WhenceBundle *bundle, GCancellable *cancellable)
{
  static void (*const checks[]) (WhenceReview *) = { check_evidence, check_problems,
                                                     whence_review_check_lives, check_links, check_sources };
  WhenceReview review = { bundle, g_ptr_array_new () };
  GPtrArray *sorted = NULL;
  gboolean done = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (checks) && done; i++)
    {
      checks[i](&review);
      done = !g_cancellable_is_cancelled (cancellable);
    }
  done = done && check_duplicates (&review, cancellable);
  sorted = sort_by_kind (review.findings);
  g_ptr_array_unref (review.findings);
  if (!done)
    g_clear_pointer (&sorted, g_ptr_array_unref);
  return sorted;
}

/* --- What findings lead to ----------------------------------------------------------------------- */

static const char *
id_of (const WhenceBundle *bundle, WhenceRecordKind record, guint32 index)
{
  WhenceSource source;
  WhenceEntity entity;
  WhenceFact fact;

  if (index == WHENCE_NONE)
    return NULL;
  switch (record)
    {
    case WHENCE_RECORD_SOURCE:
      whence_bundle_get_source (bundle, index, &source);
      return source.id;
    case WHENCE_RECORD_ENTITY:
      whence_bundle_get_entity (bundle, index, &entity);
      return entity.id;
    case WHENCE_RECORD_FACT:
      whence_bundle_get_fact (bundle, index, &fact);
      return fact.id;
    case WHENCE_RECORD_HEADER:
    default:
      return NULL;
    }
}

const char *
whence_finding_get_id (const WhenceFinding *finding, const WhenceBundle *bundle)
{
  return id_of (bundle, finding->record, finding->index);
}

const char *
whence_finding_get_other_id (const WhenceFinding *finding, const WhenceBundle *bundle)
{
  return id_of (bundle, finding->record, finding->other);
}

char *
whence_finding_describe_record (const WhenceFinding *finding, const WhenceBundle *bundle)
{
  WhenceSource source;

  if (finding->index == WHENCE_NONE)
    return g_strdup ("");
  switch (finding->record)
    {
    case WHENCE_RECORD_SOURCE:
      whence_bundle_get_source (bundle, finding->index, &source);
      return g_strdup (source.title);
    case WHENCE_RECORD_ENTITY:
      return g_strdup (whence_bundle_get_entity_name (bundle, finding->index));
    case WHENCE_RECORD_FACT:
    case WHENCE_RECORD_HEADER:
    default:
      return whence_bundle_describe_fact (bundle, finding->index);
    }
}
