/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two bytes a fact, and a table of the few that are in pairs. */
#include <glib/gi18n-lib.h>

#include "model/changes-private.h"
#include "model/lives.h"

G_DEFINE_QUARK (whence - changes - error - quark, whence_changes_error)

gboolean
whence_changes_check (WhencePeriod earlier, WhencePeriod later, GError **error)
{
  if (earlier.from == WHENCE_INSTANT_BEFORE_ALL || later.from == WHENCE_INSTANT_BEFORE_ALL
      || earlier.to == WHENCE_INSTANT_AFTER_ALL || later.to == WHENCE_INSTANT_AFTER_ALL)
    g_set_error_literal (error, WHENCE_CHANGES_ERROR, WHENCE_CHANGES_ERROR_OPEN,
                         _ ("a date is open: give two that have a beginning and an end"));
  else if (earlier.to <= later.from)
    return TRUE;
  else if (earlier.from == later.from && earlier.to == later.to)
    g_set_error_literal (error, WHENCE_CHANGES_ERROR, WHENCE_CHANGES_ERROR_ORDER,
                         _ ("both dates are the same: give an earlier and a later one"));
  else if (later.to <= earlier.from)
    g_set_error_literal (error, WHENCE_CHANGES_ERROR, WHENCE_CHANGES_ERROR_ORDER,
                         _ ("the first date is the later one: give the earlier one first"));
  else
    g_set_error_literal (error, WHENCE_CHANGES_ERROR, WHENCE_CHANGES_ERROR_OVERLAP,
                         _ ("the dates overlap: give two of which one ends before the other begins"));
  return FALSE;
}

/* --- Classes ------------------------------------------------------------------------------------- */

static gboolean
is_state (const WhenceBundle *bundle, guint32 fact)
{
  return whence_bundle_get_fact_type (bundle, fact)->kind == WHENCE_KIND_STATE;
}

static gboolean
is_negated (const WhenceBundle *bundle, guint32 index)
{
  WhenceFact fact;

  whence_bundle_get_fact (bundle, index, &fact);
  return fact.negated;
}

static guint8 *
list_activities (const WhenceBundle *bundle, const WhenceLives *lives, const guint8 *shown, WhencePeriod at)
{
  guint32 n = whence_bundle_get_n_facts (bundle);
  guint8 *activity = g_new0 (guint8, MAX (1, n));

  for (guint32 i = 0; i < n; i++)
    if ((shown == NULL || shown[i] != 0) && !is_negated (bundle, i))
      activity[i] = (guint8) whence_lives_get_activity (lives, i, at.from, at.to);
  whence_changes_supersede (bundle, activity);
  return activity;
}

/* Possible at both dates: what is known of its ends decides. */
static WhenceChange
classify_possible (const WhenceChanges *changes, guint32 fact)
{
  const WhenceDate *date = whence_bundle_get_fact_date (changes->bundle, fact);
  gboolean begins = whence_date_may_start_after (date, changes->dates[0].from);
  gboolean ends = is_state (changes->bundle, fact) && whence_date_may_end_before (date, changes->dates[1].to);

  if (begins == ends)
    return WHENCE_CHANGE_UNCHANGED;
  return begins ? WHENCE_CHANGE_BEGUN : WHENCE_CHANGE_ENDED;
}

static WhenceChange
classify (const WhenceChanges *changes, guint32 fact, WhenceActivity earlier, WhenceActivity later)
{
  static const WhenceChange table[3][3] = {
    [WHENCE_ACTIVITY_NOT] = { WHENCE_CHANGE_NONE, WHENCE_CHANGE_BEGUN, WHENCE_CHANGE_BEGUN },
    [WHENCE_ACTIVITY_POSSIBLE] = { WHENCE_CHANGE_ENDED, WHENCE_CHANGE_NONE, WHENCE_CHANGE_BEGUN },
    [WHENCE_ACTIVITY_CERTAIN] = { WHENCE_CHANGE_ENDED, WHENCE_CHANGE_ENDED, WHENCE_CHANGE_UNCHANGED },
  };

  if (earlier == WHENCE_ACTIVITY_POSSIBLE && later == WHENCE_ACTIVITY_POSSIBLE)
    return classify_possible (changes, fact);
  return table[earlier][later];
}

static void
classify_all (WhenceChanges *changes, const guint8 *shown, const WhenceKnownBy *known_by)
{
  g_autoptr (WhenceLives) lives = whence_lives_new (changes->bundle, known_by);
  g_autofree guint8 *earlier = list_activities (changes->bundle, lives, shown, changes->dates[0]);
  g_autofree guint8 *later = list_activities (changes->bundle, lives, shown, changes->dates[1]);

  for (guint32 i = 0; i < whence_bundle_get_n_facts (changes->bundle); i++)
    {
      if (earlier[i] == WHENCE_ACTIVITY_NOT && later[i] == WHENCE_ACTIVITY_NOT)
        continue;
      changes->change[i] =
        (guint8) classify (changes, i, (WhenceActivity) earlier[i], (WhenceActivity) later[i]);
      changes->possible[i] = earlier[i] == WHENCE_ACTIVITY_POSSIBLE || later[i] == WHENCE_ACTIVITY_POSSIBLE;
    }
}

/* --- The whole ----------------------------------------------------------------------------------- */

WhenceChanges *
whence_changes_new (WhenceBundle *bundle, const guint8 *shown, const WhenceKnownBy *known_by,
                    WhencePeriod earlier, WhencePeriod later)
{
  guint32 n = whence_bundle_get_n_facts (bundle);
  WhenceChanges *changes = g_new0 (WhenceChanges, 1);

  g_atomic_ref_count_init (&changes->ref_count);
  changes->bundle = whence_bundle_ref (bundle);
  changes->dates[0] = earlier;
  changes->dates[1] = later;
  changes->change = g_new0 (guint8, MAX (1, n));
  changes->possible = g_new0 (guint8, MAX (1, n));
  changes->partners = g_hash_table_new (NULL, NULL);
  classify_all (changes, shown, known_by);
  whence_changes_pair (changes);
  for (guint32 i = 0; i < n; i++)
    changes->counts[changes->change[i]]++;
  return changes;
}

WhenceChanges *
whence_changes_ref (WhenceChanges *changes)
{
  g_atomic_ref_count_inc (&changes->ref_count);
  return changes;
}

void
whence_changes_unref (WhenceChanges *changes)
{
  if (!g_atomic_ref_count_dec (&changes->ref_count))
    return;
  g_hash_table_unref (changes->partners);
  g_free (changes->change);
  g_free (changes->possible);
  whence_bundle_unref (changes->bundle);
  g_free (changes);
}

WhencePeriod
whence_changes_get_earlier (const WhenceChanges *changes)
{
  return changes->dates[0];
}

WhencePeriod
whence_changes_get_later (const WhenceChanges *changes)
{
  return changes->dates[1];
}

WhenceChange
whence_changes_get (const WhenceChanges *changes, guint32 fact)
{
  return (WhenceChange) changes->change[fact];
}

gboolean
whence_changes_is_possible (const WhenceChanges *changes, guint32 fact)
{
  return changes->possible[fact];
}

guint32
whence_changes_get_partner (const WhenceChanges *changes, guint32 fact)
{
  gpointer partner = g_hash_table_lookup (changes->partners, GUINT_TO_POINTER (fact + 1));

  return partner != NULL ? GPOINTER_TO_UINT (partner) - 1 : WHENCE_NONE;
}

guint
whence_changes_count (const WhenceChanges *changes, WhenceChange change)
{
  return changes->counts[change];
}

const WhenceChange whence_listed_changes[WHENCE_N_LISTED_CHANGES] = { WHENCE_CHANGE_BEGUN,
                                                                      WHENCE_CHANGE_ENDED,
                                                                      WHENCE_CHANGE_CHANGED };

/* --- Words --------------------------------------------------------------------------------------- */

static char *
value_to_text (const WhenceBundle *bundle, guint32 index, WhenceDifference difference)
{
  WhenceAmount quantity;
  WhenceFact fact;

  whence_bundle_get_fact (bundle, index, &fact);
  if (difference == WHENCE_DIFFERENCE_SHARE)
    return whence_share_to_text_short (fact.share);
  if (difference == WHENCE_DIFFERENCE_AMOUNT)
    return whence_amount_to_text (&fact.amount, WHENCE_AMOUNT_TEXT_SHORT);
  whence_bundle_get_quantity (bundle, index, 0, &quantity);
  return whence_quantity_to_text (&quantity);
}

/* FALSE: @fact is in no pair. */
static gboolean
get_pair (const WhenceChanges *changes, guint32 fact, guint32 *former, guint32 *later)
{
  guint32 partner = whence_changes_get_partner (changes, fact);
  gboolean is_former = changes->change[fact] == WHENCE_CHANGE_FORMER;

  *former = is_former ? fact : partner;
  *later = is_former ? partner : fact;
  return partner != WHENCE_NONE;
}

WhenceDifference
whence_changes_get_difference (const WhenceChanges *changes, guint32 fact)
{
  guint32 former, later;

  return get_pair (changes, fact, &former, &later)
           ? whence_changes_find_difference (changes->bundle, former, later)
           : WHENCE_DIFFERENCE_NONE;
}

gboolean
whence_changes_dup_values (const WhenceChanges *changes, guint32 fact, char **before, char **after)
{
  WhenceDifference difference = whence_changes_get_difference (changes, fact);
  guint32 former, later;

  if (!get_pair (changes, fact, &former, &later))
    return FALSE;
  if (difference == WHENCE_DIFFERENCE_ROLE)
    {
      const char *first, *second;
      WhenceFact record;

      whence_changes_find_roles (changes->bundle, former, later, &first, &second);
      whence_bundle_get_fact (changes->bundle, later, &record);
      if (record.n_participants == 0)
        whence_changes_dup_difference (changes->bundle, later, first, second, before, after);
      else
        {
          *before = g_strdup (first);
          *after = g_strdup (second);
        }
      return TRUE;
    }
  *before = value_to_text (changes->bundle, former, difference);
  *after = value_to_text (changes->bundle, later, difference);
  return TRUE;
}

const char *
whence_changes_get_former_role (const WhenceChanges *changes, guint32 fact, guint32 entity)
{
  const char *before, *after;

  if (changes->change[fact] != WHENCE_CHANGE_CHANGED)
    return NULL;
  before = whence_changes_find_role (changes->bundle, whence_changes_get_partner (changes, fact), entity);
  after = whence_changes_find_role (changes->bundle, fact, entity);
  return g_strcmp0 (before, after) != 0 ? before : NULL;
}

const char *
whence_change_label (WhenceChange change, gboolean possible)
{
  static const char *const labels[WHENCE_N_CHANGES][2] = {
    [WHENCE_CHANGE_NONE] = { NC_ ("change", "At neither date"), NC_ ("change", "At neither date") },
    [WHENCE_CHANGE_UNCHANGED] = { NC_ ("change", "Unchanged"), NC_ ("change", "Possibly unchanged") },
    [WHENCE_CHANGE_BEGUN] = { NC_ ("change", "Begun"), NC_ ("change", "Possibly begun") },
    [WHENCE_CHANGE_ENDED] = { NC_ ("change", "Ended"), NC_ ("change", "Possibly ended") },
    [WHENCE_CHANGE_CHANGED] = { NC_ ("change", "Changed"), NC_ ("change", "Possibly changed") },
    [WHENCE_CHANGE_FORMER] = { NC_ ("change", "Changed"), NC_ ("change", "Possibly changed") },
  };

  return g_dpgettext2 (NULL, "change", labels[change][possible ? 1 : 0]);
}

const char *
whence_change_sign (WhenceChange change)
{
  static const char *const signs[WHENCE_N_CHANGES] = { [WHENCE_CHANGE_BEGUN] = "+",
                                                       [WHENCE_CHANGE_ENDED] = "\342\210\222",
                                                       [WHENCE_CHANGE_CHANGED] = "~",
                                                       [WHENCE_CHANGE_FORMER] = "~" };

  return signs[change];
}
