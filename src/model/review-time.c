/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cannot be true of a life: money for a company that is not founded yet, roles of somebody who has died.
 * Only what no reading of the dates allows is found. One pass collects foundings and deaths, one holds the
 * rest against them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/review-private.h"

/* The earliest founding and the latest death that the bundle gives; NULL where it gives none. */
typedef struct
{
  WhenceDated *foundings, *deaths; /* for each entity; no text: none */
} Lives;

static gboolean
is_of_type (const WhenceFact *fact, const char *const *types)
{
  return g_strv_contains (types, fact->type->name);
}

/* Something that is said to have happened, with a date. */
static gboolean
is_told (const WhenceFact *fact)
{
  return fact->dated.text != NULL && !fact->negated && fact->status != WHENCE_STATUS_DENIED
         && fact->status != WHENCE_STATUS_SPECULATED && fact->status != WHENCE_STATUS_PLANNED;
}

/* By what the dates may be, not by how they are written. */
static void
keep_earlier (WhenceDated *kept, const WhenceDated *other)
{
  if (kept->text == NULL
      || whence_date_get_event_begin (&other->date) < whence_date_get_event_begin (&kept->date))
    *kept = *other;
}

static void
keep_later (WhenceDated *kept, const WhenceDated *other)
{
  gint64 from, to, kept_to;

  whence_date_get_state_reach (&other->date, &from, &to);
  whence_date_get_state_reach (&kept->date, &from, &kept_to);
  if (kept->text == NULL || to > kept_to)
    *kept = *other;
}

static void
collect_lives (const WhenceReviewer *reviewer, Lives *lives)
{
  const WhenceBundle *bundle = reviewer->bundle;
  guint n_entities = whence_bundle_get_n_entities (bundle), n_facts = whence_bundle_get_n_facts (bundle);

  lives->foundings = g_new0 (WhenceDated, MAX (1, n_entities));
  lives->deaths = g_new0 (WhenceDated, MAX (1, n_entities));
  for (guint32 i = 0; i < n_facts; i++)
    {
      WhenceFact fact;
      guint32 founded;
      whence_bundle_get_fact (bundle, i, &fact);
      founded = fact.object != WHENCE_NONE ? fact.object : fact.subject;
      if (!is_told (&fact) || !whence_reviewer_knows (reviewer, WHENCE_RECORD_FACT, i))
        continue;
      if (g_str_equal (fact.type->name, "founding") && founded != WHENCE_NONE)
        keep_earlier (&lives->foundings[founded], &fact.dated);
      if (g_str_equal (fact.type->name, "death") && fact.subject != WHENCE_NONE)
        keep_later (&lives->deaths[fact.subject], &fact.dated);
    }
  for (guint32 i = 0; i < n_entities; i++)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (bundle, i, &entity);
      if (entity.dated.date.form != WHENCE_DATE_INTERVAL
          || !whence_reviewer_knows (reviewer, WHENCE_RECORD_ENTITY, i))
        continue;
      if (entity.type->shape == WHENCE_SHAPE_CIRCLE && entity.dated.date.end.kind == WHENCE_BOUND_GIVEN)
        keep_later (&lives->deaths[i], &entity.dated);
      if (entity.type->shape != WHENCE_SHAPE_CIRCLE && entity.dated.date.start.kind == WHENCE_BOUND_GIVEN)
        keep_earlier (&lives->foundings[i], &entity.dated);
    }
}

static void
lives_clear (Lives *lives)
{
  g_free (lives->foundings);
  g_free (lives->deaths);
}

/* Whether something with this date cannot have begun by the end of the other, whatever the two may be. */
static gboolean
begins_after (const WhenceDate *date, const WhenceDate *other)
{
  gint64 from, to;

  whence_date_get_state_reach (other, &from, &to);
  return other->end.kind == WHENCE_BOUND_GIVEN && date->start.kind == WHENCE_BOUND_GIVEN
         && whence_date_get_event_begin (date) >= to;
}

static void
check_payment (WhenceReviewer *reviewer, const Lives *lives, guint32 index, const WhenceFact *fact)
{
  static const char *const payments[] = { "investment", "funding-round", "acquisition",
                                          "valuation",  "ownership",     NULL };
  const WhenceDated *founding = fact->object != WHENCE_NONE ? &lives->foundings[fact->object] : NULL;
  g_autofree char *paid = NULL, *founded = NULL;

  if (founding == NULL || founding->text == NULL || !(fact->has_amount || is_of_type (fact, payments)))
    return;
  if (!begins_after (&founding->date, &fact->dated.date))
    return;
  paid = whence_date_to_text (fact->dated.text, WHENCE_DATE_TEXT_LONG);
  founded = whence_date_to_text (founding->text, WHENCE_DATE_TEXT_LONG);
  whence_reviewer_add (
    reviewer, WHENCE_REVIEW_PAYMENT_BEFORE_FOUNDING, WHENCE_RECORD_FACT, index, WHENCE_NONE,
    /* Translators: two dates and the name of a company. */
    g_strdup_printf (_ ("Dated %1$s, but %2$s was founded %3$s."), paid,
                     whence_bundle_get_entity_name (reviewer->bundle, fact->object), founded));
}

/* An end that is still open, or later than the death for certain. */
static gboolean
outlasts (const WhenceDate *role, const WhenceDate *death)
{
  if (role->form != WHENCE_DATE_INTERVAL || death->end.qualifiers != WHENCE_QUALIFIER_NONE)
    return FALSE;
  return role->end.kind == WHENCE_BOUND_OPEN
         || (role->end.kind == WHENCE_BOUND_GIVEN && role->end.qualifiers == WHENCE_QUALIFIER_NONE
             && role->end.earliest >= death->end.latest);
}

static void
check_role (WhenceReviewer *reviewer, const Lives *lives, guint32 index, const WhenceFact *fact)
{
  static const char *const roles[] = { "employment", "board-seat", "membership",
                                       "education",  "residence",  NULL };
  const WhenceDated *death = fact->subject != WHENCE_NONE ? &lives->deaths[fact->subject] : NULL;
  g_autofree char *held = NULL, *died = NULL;
  gboolean begins;

  if (death == NULL || death->text == NULL || !is_of_type (fact, roles))
    return;
  begins = begins_after (&fact->dated.date, &death->date);
  if (!begins && !outlasts (&fact->dated.date, &death->date))
    return;
  held = whence_date_to_text (fact->dated.text, WHENCE_DATE_TEXT_LONG);
  died = whence_date_to_text (death->text, WHENCE_DATE_TEXT_LONG);
  whence_reviewer_add (
    reviewer, WHENCE_REVIEW_ROLE_AFTER_DEATH, WHENCE_RECORD_FACT, index, WHENCE_NONE,
    g_strdup_printf (begins
                       /* Translators: a date, the name of a person, a date. */
                       ? _ ("Begins %1$s, but the death of %2$s is dated %3$s.")
                       /* Translators: a stretch of time, the name of a person, a date. */
                       : _ ("Goes on (%1$s) after the death of %2$s, which is dated %3$s."),
                     held, whence_bundle_get_entity_name (reviewer->bundle, fact->subject), died));
}

void
whence_reviewer_check_lives (WhenceReviewer *reviewer)
{
  static void (*const checks[]) (WhenceReviewer *, const Lives *, guint32,
                                 const WhenceFact *) = { check_payment, check_role };
  guint n_facts = whence_bundle_get_n_facts (reviewer->bundle);
  Lives lives;

  collect_lives (reviewer, &lives);
  for (guint32 i = 0; i < n_facts && whence_reviewer_go_on (reviewer, i, n_facts); i++)
    {
      WhenceFact fact;
      whence_bundle_get_fact (reviewer->bundle, i, &fact);
      if (!is_told (&fact) || !whence_reviewer_knows (reviewer, WHENCE_RECORD_FACT, i))
        continue;
      for (guint c = 0; c < G_N_ELEMENTS (checks); c++)
        checks[c](reviewer, &lives, i, &fact);
    }
  lives_clear (&lives);
}
