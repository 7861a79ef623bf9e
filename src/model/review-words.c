/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review in words: one table says what each kind of finding is called and what can be done about it. */
#include <glib/gi18n-lib.h>

#include "model/evidence.h"
#include "model/review-private.h"
#include "model/text-quote.h"

static const struct
{
  const char *name, *heading, *advice;
} kinds[WHENCE_N_REVIEW_KINDS] = {
  [WHENCE_REVIEW_DISPUTED] = { "disputed", NC_ ("review", "Disputed facts"),
                               N_ ("Weigh the sources, and say which of them you follow.") },
  [WHENCE_REVIEW_UNSOURCED] = { "unsourced", NC_ ("review", "Facts without a source"),
                                N_ ("Cite a source, or leave the fact out.") },
  [WHENCE_REVIEW_SINGLE_SOURCE] = { "single-source",
                                    NC_ ("review", "Facts without an independent second source"),
                                    N_ ("Look for a source that does not rest on the first.") },
  [WHENCE_REVIEW_END_BEFORE_START] = { "end-before-start", NC_ ("review", "Dates that end before they begin"),
                                       N_ ("Correct the date; until then it is passed over.") },
  [WHENCE_REVIEW_PAYMENT_BEFORE_FOUNDING] = { "payment-before-founding",
                                              NC_ ("review", "Payments before the founding"),
                                              N_ ("Check both dates, and who was paid.") },
  [WHENCE_REVIEW_ROLE_AFTER_DEATH] = { "role-after-death", NC_ ("review", "Roles after the death"),
                                       N_ ("Check both dates, and whose role it is.") },
  [WHENCE_REVIEW_LIKELY_DUPLICATE] = { "likely-duplicate", NC_ ("review", "Entities that may be one"),
                                       N_ ("If they are the same, make one of them.") },
  [WHENCE_REVIEW_BAD_LINK] = { "bad-link", NC_ ("review", "Links that lead nowhere"),
                               N_ ("Correct the link, or leave it out.") },
  [WHENCE_REVIEW_UNCITED_SOURCE] = { "uncited-source", NC_ ("review", "Sources that nobody cites"),
                                     N_ ("Cite it where it says something, or leave it out.") },
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

const char *
whence_review_kind_advice (WhenceReviewKind kind)
{
  g_return_val_if_fail (kind < WHENCE_N_REVIEW_KINDS, "");
  return _ (kinds[kind].advice);
}

/* --- What a finding leads to --------------------------------------------------------------------- */

/* NULL: none. */
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

/* --- What is the matter with it ------------------------------------------------------------------ */

static char *
describe_link (const WhenceFinding *finding, const WhenceBundle *bundle)
{
  WhenceSource source;
  WhenceEntity entity;

  if (finding->record == WHENCE_RECORD_SOURCE)
    {
      whence_bundle_get_source (bundle, finding->index, &source);
      return whence_review_find_fault (source.url);
    }
  whence_bundle_get_entity (bundle, finding->index, &entity);
  return whence_review_find_fault (entity.url);
}

static char *
describe_likeness (const WhenceFinding *finding, const WhenceBundle *bundle)
{
  g_autofree char *one = whence_text_nest_quotes (whence_bundle_get_entity_name (bundle, finding->index));
  g_autofree char *other = whence_text_nest_quotes (whence_bundle_get_entity_name (bundle, finding->other));

  /* Translators: two names. */
  return g_strdup_printf (_ ("“%1$s” and “%2$s” may be the same."), one, other);
}

char *
whence_finding_describe (const WhenceFinding *finding, const WhenceReview *review)
{
  const WhenceBundle *bundle = review->bundle;

  switch (finding->kind)
    {
    case WHENCE_REVIEW_DISPUTED:
    case WHENCE_REVIEW_UNSOURCED:
    case WHENCE_REVIEW_SINGLE_SOURCE:
      return whence_evidence_to_text (
        whence_evidence_for_fact_until (bundle, finding->index, review->known_by));
    case WHENCE_REVIEW_LIKELY_DUPLICATE:
      return describe_likeness (finding, bundle);
    case WHENCE_REVIEW_BAD_LINK:
      return describe_link (finding, bundle);
    case WHENCE_REVIEW_UNCITED_SOURCE:
      return g_strdup (_ ("No fact or entity cites it, and no source rests on it."));
    case WHENCE_REVIEW_END_BEFORE_START:
    case WHENCE_REVIEW_PAYMENT_BEFORE_FOUNDING:
    case WHENCE_REVIEW_ROLE_AFTER_DEATH:
    case WHENCE_N_REVIEW_KINDS:
    default:
      return g_strdup (finding->detail);
    }
}

/* --- The whole as text --------------------------------------------------------------------------- */

static void
append_finding (GString *text, const WhenceFinding *finding, const WhenceReview *review)
{
  const WhenceBundle *bundle = review->bundle;
  const char *id = whence_finding_get_id (finding, bundle);
  g_autofree char *record = whence_finding_describe_record (finding, bundle);
  g_autofree char *matter = whence_finding_describe (finding, review);

  if (id != NULL)
    g_string_append_printf (text, "  %s\n    %s\n    %s\n", id, record, matter);
  else
    g_string_append_printf (text, "  %s\n", matter);
}

void
whence_review_append_text (const WhenceReview *review, WhenceReviewKind kind, GString *text)
{
  guint n;
  const WhenceFinding *findings = whence_review_get_findings (review, kind, &n);

  if (n == 0)
    return;
  g_string_append_printf (text, "%s%s · %u\n", text->len > 0 ? "\n" : "", whence_review_kind_heading (kind),
                          n);
  for (guint i = 0; i < n; i++)
    append_finding (text, &findings[i], review);
}
