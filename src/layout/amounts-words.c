/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the amounts track says: whose amounts they are, who pays whom, and what is not shown. */
#include "layout/amounts-scene-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "layout/sentences.h"
#include "model/text-clean.h"
#include "model/text-fill.h"
#include "model/text-list.h"

static double
measure_text (const char *text, WhenceFont font, const WhenceMeasure *measure)
{
  return text == NULL ? 0 : measure->func (text, strlen (text), font, measure->user_data);
}

/* --- Head ---------------------------------------------------------------------------------------- */

/* The first @n names, and how many more there are. */
static char *
join_names (const WhenceBundle *bundle, const guint32 *entities, guint n_entities, guint n)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    whence_text_list_add (names, whence_bundle_get_entity_name (bundle, entities[i]));
  if (n == n_entities)
    return g_strdup (names->str);
  return whence_text_compose (ngettext ("%1$s and %2$'u more", "%1$s and %2$'u more", n_entities - n),
                              names->str, n_entities - n);
}

char *
whence_amounts_head_to_text (const WhenceAmountsRequest *request, const WhenceMeasure *measure, double room)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (request->scope);
  char *head = g_strdup (C_ ("amounts track", "Amounts"));
  guint n_entities = MIN (request->n_entities, 12);
  for (guint n = n_entities; n > 0; n--)
    {
      g_autofree char *names = join_names (bundle, request->entities, request->n_entities, n);
      /* Translators: heading of the amounts track, then whose amounts they are. */
      g_autofree char *whole = g_strdup_printf (C_ ("amounts track", "Amounts · %s"), names);
      if (n > 1 && measure_text (whole, WHENCE_FONT_STRONG, measure) > room)
        continue;
      g_free (head);
      head = g_steal_pointer (&whole);
      break;
    }
  return head;
}

/* --- Labels -------------------------------------------------------------------------------------- */

static const char *
name_of (const WhenceBundle *bundle, guint32 entity)
{
  return entity == WHENCE_NONE ? NULL : whence_bundle_get_entity_name (bundle, entity);
}

/* Among words that are written from right to left an arrow would point from the wrong one to the other: marks
 * (U+200E) hold both in order. */
static char *
describe_payment (const char *from, const char *to)
{
  const char *mark = whence_text_has_rtl (from) || whence_text_has_rtl (to) ? "\u200e" : "";
  g_autofree char *payer = g_strconcat (mark, from, mark, NULL);
  g_autofree char *paid = g_strconcat (mark, to, NULL);
  /* Translators: who pays whom, beside an amount. */
  return g_strdup_printf (C_ ("amounts track", "%1$s → %2$s"), payer, paid);
}

/* Who is worth it, or who pays whom; the fact's own words where nobody is named. */
static char *
describe_parties (const WhenceBundle *bundle, const WhenceFact *record, guint32 fact)
{
  const char *subject = name_of (bundle, record->subject), *object = name_of (bundle, record->object);
  if (whence_amount_is_valuation (record))
    return g_strdup (subject != NULL ? subject : object);
  if (subject != NULL && object != NULL && record->type->directed)
    return describe_payment (subject, object);
  if (subject != NULL && object != NULL)
    return g_strdup_printf (C_ ("amounts track", "%1$s – %2$s"), subject, object);
  return whence_bundle_describe_fact (bundle, fact);
}

static char *
describe_figures (const WhenceScope *scope, const WhenceFact *record, guint32 fact, guint n_readings)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *amount = whence_amount_to_text (&record->amount, WHENCE_AMOUNT_TEXT_SHORT);
  g_string_append (text, amount);
  for (guint i = 0; n_readings > 0 && i < record->n_citations; i++)
    {
      WhenceCitation citation;
      whence_bundle_get_fact_citation (whence_scope_get_bundle (scope), fact, i, &citation);
      if (!whence_scope_counts (scope, fact, i) || !citation.has_amount
          || whence_amount_compare_readings (&citation.amount, &record->amount) != WHENCE_AGREEMENT_CONFLICT)
        continue;
      g_autofree char *other = whence_amount_to_text (&citation.amount, WHENCE_AMOUNT_TEXT_SHORT);
      if (strstr (text->str, other) == NULL)
        g_string_append_printf (text, " / %s", other);
    }
  if (record->has_share)
    {
      g_autofree char *share = whence_share_to_text_short (record->share);
      g_autofree char *so_far = g_strdup (text->str);
      g_string_printf (text, C_ ("beside a mark", "%s · %s"), so_far, share);
    }
  return g_strdup (text->str);
}

/* From the least to the greatest of a group. */
static char *
describe_group (const WhenceAmountsScene *scene, const WhenceAmountMark *mark)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  const guint32 *facts = scene->grouped + mark->item.first_fact;
  WhenceFact least, greatest, record;
  whence_bundle_get_fact (bundle, facts[0], &least);
  greatest = least;
  for (guint i = 1; i < mark->item.n_facts; i++)
    {
      whence_bundle_get_fact (bundle, facts[i], &record);
      if (whence_decimal_compare (record.amount.value, least.amount.value) < 0)
        least = record;
      if (whence_decimal_compare (record.amount.value, greatest.amount.value) > 0)
        greatest = record;
    }
  g_autofree char *low = whence_amount_to_text (&least.amount, WHENCE_AMOUNT_TEXT_SHORT);
  g_autofree char *high = whence_amount_to_text (&greatest.amount, WHENCE_AMOUNT_TEXT_SHORT);
  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  /* Translators: the least and the greatest of several amounts, beside their count. */
  return g_strdup_printf (C_ ("amounts track", "%1$s – %2$s"), low, high);
}

void
whence_amounts_label_text_init (WhenceLabelText *text, const WhenceAmountsScene *scene,
                                const WhenceAmountMark *mark, const WhenceMeasure *measure)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  *text = (WhenceLabelText){ 0 };
  if (mark->look == WHENCE_AMOUNT_GROUP)
    text->title = describe_group (scene, mark);
  else
    {
      WhenceFact record;
      whence_bundle_get_fact (bundle, mark->item.fact, &record);
      text->title = describe_parties (bundle, &record, mark->item.fact);
      text->figures = describe_figures (scene->scope, &record, mark->item.fact, mark->n_readings);
      if (mark->look == WHENCE_AMOUNT_UNDATED)
        text->remark = g_strdup (C_ ("amounts track", "undated"));
    }
  whence_label_text_measure (text, measure);
}

/* --- What is not shown --------------------------------------------------------------------------- */

char *
whence_amounts_scene_describe_omitted (const WhenceAmountsScene *scene)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  const WhenceAmountsOmitted o = scene->omitted;
  whence_sentences_add (
    sentences, o.n_undated,
    whence_text_compose (ngettext ("%'u amount has no date and no room for a line.",
                                   "%'u amounts have no date and no room for a line.", o.n_undated),
                         o.n_undated));
  whence_sentences_add (
    sentences, o.n_off_range,
    whence_text_compose (ngettext ("%'u amount is before or after this time.",
                                   "%'u amounts are before or after this time.", o.n_off_range),
                         o.n_off_range));
  whence_sentences_add (
    sentences, o.n_currencies,
    whence_text_compose (ngettext ("%'u amount in another currency is not shown.",
                                   "%'u amounts in other currencies are not shown.", o.n_currencies),
                         o.n_currencies));
  whence_sentences_add (
    sentences, o.n_placeless,
    whence_text_compose (ngettext ("%'u amount is zero or less and has no place on a logarithmic axis.",
                                   "%'u amounts are zero or less and have no place on a logarithmic axis.",
                                   o.n_placeless),
                         o.n_placeless));
  whence_sentences_add (
    sentences, o.n_others,
    whence_text_compose (ngettext ("%'u amount belongs to nobody who is shown in the amounts track.",
                                   "%'u amounts belong to nobody who is shown in the amounts track.",
                                   o.n_others),
                         o.n_others));
  whence_sentences_add (sentences, o.n_grouped,
                        whence_text_compose (ngettext ("%'u amount is counted in a group.",
                                                       "%'u amounts are counted in groups.", o.n_grouped),
                                             o.n_grouped));
  whence_sentences_add (
    sentences, o.n_unlabelled,
    whence_text_compose (ngettext ("%'u amount has no room for its figures.",
                                   "%'u amounts have no room for their figures.", o.n_unlabelled),
                         o.n_unlabelled));
  return whence_sentences_join (sentences);
}
