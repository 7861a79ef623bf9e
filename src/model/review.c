/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review is a table of passes over the bundle. Invariant: the findings of a kind are in the order of the
 * file. Words are made when somebody reads them, so that a million findings stay small. */
#include <glib/gi18n-lib.h>

#include "model/duplicates.h"
#include "model/evidence.h"
#include "model/review-private.h"

#define STEP_MASK 0xFFF /* how seldom a pass looks up */

void
whence_reviewer_add (WhenceReviewer *reviewer, WhenceReviewKind kind, WhenceRecordKind record, guint32 index,
                     guint32 other, char *detail)
{
  WhenceFinding finding = { kind, record, index, other, detail };

  g_array_append_val (reviewer->review->findings[kind], finding);
}

gboolean
whence_reviewer_go_on (WhenceReviewer *reviewer, guint i, guint n)
{
  if ((i & STEP_MASK) != 0)
    return TRUE;
  if (reviewer->progress != NULL)
    reviewer->progress (reviewer->from + reviewer->share * i / n, reviewer->user_data);
  return !g_cancellable_is_cancelled (reviewer->cancellable);
}

gboolean
whence_reviewer_knows (const WhenceReviewer *reviewer, WhenceRecordKind record, guint32 index)
{
  const WhenceKnownBy *known_by = reviewer->known_by;

  if (index == WHENCE_NONE || record == WHENCE_RECORD_HEADER)
    return TRUE;
  return (record == WHENCE_RECORD_SOURCE   ? whence_known_by_get_source (known_by, index)
          : record == WHENCE_RECORD_ENTITY ? whence_known_by_get_profile (known_by, index)
                                           : whence_known_by_get_fact (known_by, index))
         != WHENCE_ACTIVITY_NOT;
}

/* --- Evidence ------------------------------------------------------------------------------------ */

static void
check_evidence (WhenceReviewer *reviewer)
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
  guint n_facts = whence_bundle_get_n_facts (reviewer->bundle);

  for (guint32 i = 0; i < n_facts && whence_reviewer_go_on (reviewer, i, n_facts); i++)
    {
      WhenceEvidence evidence;
      if (!whence_reviewer_knows (reviewer, WHENCE_RECORD_FACT, i))
        continue;
      evidence = whence_evidence_for_fact_until (reviewer->bundle, i, reviewer->known_by);
      for (guint k = 0; k < G_N_ELEMENTS (weak); k++)
        if (evidence.support == weak[k].support)
          whence_reviewer_add (reviewer, weak[k].kind, WHENCE_RECORD_FACT, i, WHENCE_NONE, NULL);
    }
}

/* --- What the reader passed over ----------------------------------------------------------------- */

static void
check_problems (WhenceReviewer *reviewer)
{
  guint n_problems;
  const WhenceProblem *const *problems = whence_bundle_get_problems (reviewer->bundle, &n_problems);

  for (guint i = 0; i < n_problems; i++)
    if (problems[i]->code == WHENCE_PROBLEM_END_BEFORE_START)
      {
        guint32 index;
        WhenceRecordKind record = whence_bundle_get_problem_record (reviewer->bundle, i, &index);
        if (whence_reviewer_knows (reviewer, record, index))
          /* Translators: what something is said of, and what is said: “face.png: it is a link”. */
          whence_reviewer_add (reviewer, WHENCE_REVIEW_END_BEFORE_START, record, index, WHENCE_NONE,
                               g_strdup_printf (_ ("%s: %s"), problems[i]->path, problems[i]->message));
      }
}

/* --- Entities and sources ------------------------------------------------------------------------ */

static void
check_duplicates (WhenceReviewer *reviewer)
{
  g_autoptr (GArray) pairs =
    whence_duplicates_find (reviewer->bundle, reviewer->known_by, reviewer->cancellable);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const WhenceLikePair *pair = &g_array_index (pairs, WhenceLikePair, i);
      whence_reviewer_add (reviewer, WHENCE_REVIEW_LIKELY_DUPLICATE, WHENCE_RECORD_ENTITY, pair->a, pair->b,
                           NULL);
    }
}

static void
check_link (WhenceReviewer *reviewer, WhenceRecordKind record, guint32 index, const char *url)
{
  gboolean known = whence_reviewer_knows (reviewer, record, index);
  g_autofree char *fault = known && url != NULL ? whence_review_find_fault (url) : NULL;

  if (fault != NULL)
    whence_reviewer_add (reviewer, WHENCE_REVIEW_BAD_LINK, record, index, WHENCE_NONE, NULL);
}

static void
check_links (WhenceReviewer *reviewer)
{
  guint n_sources = whence_bundle_get_n_sources (reviewer->bundle);
  guint n_entities = whence_bundle_get_n_entities (reviewer->bundle);

  for (guint32 i = 0; i < n_sources && whence_reviewer_go_on (reviewer, i, n_sources + n_entities); i++)
    {
      WhenceSource source;
      whence_bundle_get_source (reviewer->bundle, i, &source);
      check_link (reviewer, WHENCE_RECORD_SOURCE, i, source.url);
    }
  for (guint32 i = 0;
       i < n_entities && whence_reviewer_go_on (reviewer, n_sources + i, n_sources + n_entities); i++)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (reviewer->bundle, i, &entity);
      check_link (reviewer, WHENCE_RECORD_ENTITY, i, entity.url);
    }
}

static void
mark_cited (WhenceReviewer *reviewer, guint8 *cited)
{
  const WhenceBundle *bundle = reviewer->bundle;
  guint n_facts = whence_bundle_get_n_facts (bundle), n_entities = whence_bundle_get_n_entities (bundle);
  WhenceCitation citation;

  for (guint32 i = 0; i < n_facts && whence_reviewer_go_on (reviewer, i, n_facts); i++)
    {
      WhenceFact fact;
      whence_bundle_get_fact (bundle, i, &fact);
      for (guint k = 0; k < fact.n_citations; k++)
        {
          whence_bundle_get_fact_citation (bundle, i, k, &citation);
          cited[citation.source] |= whence_reviewer_knows (reviewer, WHENCE_RECORD_FACT, i);
        }
    }
  for (guint32 i = 0; i < n_entities; i++)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (bundle, i, &entity);
      for (guint k = 0; k < entity.n_citations; k++)
        {
          whence_bundle_get_entity_citation (bundle, i, k, &citation);
          cited[citation.source] |= whence_reviewer_knows (reviewer, WHENCE_RECORD_ENTITY, i);
        }
    }
}

/* A source on which another rests is named for a reason. */
static void
mark_rested_on (const WhenceReviewer *reviewer, guint8 *cited)
{
  const WhenceBundle *bundle = reviewer->bundle;
  guint n_sources = whence_bundle_get_n_sources (bundle);

  for (guint32 i = 0; i < n_sources; i++)
    {
      WhenceSource source;
      whence_bundle_get_source (bundle, i, &source);
      for (guint k = 0; k < source.n_derived_from; k++)
        if (whence_bundle_get_derived_from (bundle, i, k) != WHENCE_NONE)
          cited[whence_bundle_get_derived_from (bundle, i, k)] |=
            whence_reviewer_knows (reviewer, WHENCE_RECORD_SOURCE, i);
    }
}

static void
check_sources (WhenceReviewer *reviewer)
{
  guint n_sources = whence_bundle_get_n_sources (reviewer->bundle);
  g_autofree guint8 *cited = g_new0 (guint8, MAX (1, n_sources));

  mark_cited (reviewer, cited);
  mark_rested_on (reviewer, cited);
  for (guint32 i = 0; i < n_sources; i++)
    if (!cited[i] && whence_reviewer_knows (reviewer, WHENCE_RECORD_SOURCE, i))
      whence_reviewer_add (reviewer, WHENCE_REVIEW_UNCITED_SOURCE, WHENCE_RECORD_SOURCE, i, WHENCE_NONE,
                           NULL);
}

/* --- The whole ----------------------------------------------------------------------------------- */

static void
clear_finding (gpointer data)
{
  g_free (((WhenceFinding *) data)->detail);
}

WhenceReview *
whence_review_new (WhenceBundle *bundle, WhenceKnownBy *known_by, WhenceProgressFunc progress,
                   gpointer user_data, GCancellable *cancellable)
{
  static const struct
  {
    void (*check) (WhenceReviewer *reviewer);
    double share; /* of the time, as it is with many facts */
  } passes[] = {
    { check_evidence, 0.2 }, { check_problems, 0 },  { whence_reviewer_check_lives, 0.1 },
    { check_links, 0.05 },   { check_sources, 0.1 }, { check_duplicates, 0.55 },
  };
  WhenceReview *review = g_new0 (WhenceReview, 1);
  WhenceBundle *told = whence_known_by_get_bundle (known_by, bundle);
  WhenceReviewer reviewer = { review, told, known_by, cancellable, progress, user_data, 0, 0 };

  review->references = 1;
  review->bundle = whence_bundle_ref (told);
  review->known_by = known_by != NULL ? whence_known_by_ref (known_by) : NULL;
  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    {
      review->findings[kind] = g_array_new (FALSE, FALSE, sizeof (WhenceFinding));
      g_array_set_clear_func (review->findings[kind], clear_finding);
    }
  for (guint i = 0; i < G_N_ELEMENTS (passes) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      reviewer.share = passes[i].share;
      passes[i].check (&reviewer);
      reviewer.from += passes[i].share;
    }
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&review, whence_review_unref);
  return review;
}

WhenceReview *
whence_review_ref (WhenceReview *review)
{
  g_atomic_int_inc (&review->references);
  return review;
}

void
whence_review_unref (WhenceReview *review)
{
  if (!g_atomic_int_dec_and_test (&review->references))
    return;
  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    g_array_unref (review->findings[kind]);
  g_clear_pointer (&review->known_by, whence_known_by_unref);
  whence_bundle_unref (review->bundle);
  g_free (review);
}

WhenceBundle *
whence_review_get_bundle (const WhenceReview *review)
{
  return review->bundle;
}

const WhenceKnownBy *
whence_review_get_known_by (const WhenceReview *review)
{
  return review->known_by;
}

guint
whence_review_get_n_findings (const WhenceReview *review)
{
  guint n = 0;

  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    n += review->findings[kind]->len;
  return n;
}

const WhenceFinding *
whence_review_get_findings (const WhenceReview *review, WhenceReviewKind kind, guint *n)
{
  *n = review->findings[kind]->len;
  return (const WhenceFinding *) (gconstpointer) review->findings[kind]->data;
}
