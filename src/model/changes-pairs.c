/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts about the same: sorted by what they are about, so that each group is a run, and within it by time.
 * Only what has begun, has ended or is a figure is looked at. O(n log n) in those. */
#include <stdlib.h>
#include <string.h>

#include "model/changes-private.h"

/* What a fact is about; what is compared often comes first, and the rest is looked up. */
typedef struct
{
  const WhenceBundle *bundle;
  const WhenceFactType *type;
  guint32 low, high; /* subject and object; by number where there is no direction */
  guint32 fact;
  guint n_participants;
  const char *unit, *of; /* of a figure; else NULL */
} About;

static About
about_fact (const WhenceBundle *bundle, guint32 index)
{
  About about = { .bundle = bundle, .fact = index };
  WhenceFact fact;

  whence_bundle_get_fact (bundle, index, &fact);
  about.type = fact.type;
  about.n_participants = fact.n_participants;
  about.low = fact.subject;
  about.high = fact.object;
  if (!fact.type->directed && about.low > about.high)
    {
      about.low = fact.object;
      about.high = fact.subject;
    }
  return about;
}

static int
order (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_numbers (const void *a, const void *b)
{
  return order (*(const guint32 *) a, *(const guint32 *) b);
}

static guint32 *
list_participants (const About *about)
{
  guint32 *entities = g_new (guint32, MAX (1, about->n_participants));

  for (guint i = 0; i < about->n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (about->bundle, about->fact, i, &participant);
      entities[i] = participant.entity;
    }
  qsort (entities, about->n_participants, sizeof *entities, compare_numbers);
  return entities;
}

static int
compare_participants (const About *a, const About *b)
{
  g_autofree guint32 *p = NULL, *q = NULL;
  int found = order (a->n_participants, b->n_participants);

  if (found != 0 || a->n_participants == 0)
    return found;
  p = list_participants (a);
  q = list_participants (b);
  for (guint i = 0; i < a->n_participants && found == 0; i++)
    found = order (p[i], q[i]);
  return found;
}

/* 0: they are about the same. */
static int
compare_about (const About *a, const About *b)
{
  int found = a->type == b->type ? 0 : strcmp (a->type->name, b->type->name);

  if (found == 0)
    found = order (a->low, b->low);
  if (found == 0)
    found = order (a->high, b->high);
  if (found == 0)
    found = g_strcmp0 (a->unit, b->unit);
  if (found == 0)
    found = g_strcmp0 (a->of, b->of);
  return found != 0 ? found : compare_participants (a, b);
}

static int
compare_bounds (const WhenceBound *a, const WhenceBound *b)
{
  int found = order (a->earliest, b->earliest);

  return found != 0 ? found : order (a->latest, b->latest);
}

static int
compare_starts (const WhenceBundle *bundle, guint32 a, guint32 b)
{
  int found = compare_bounds (&whence_bundle_get_fact_date (bundle, a)->start,
                              &whence_bundle_get_fact_date (bundle, b)->start);

  return found != 0 ? found : order (a, b);
}

static int
compare_ends (const WhenceBundle *bundle, guint32 a, guint32 b)
{
  int found = compare_bounds (&whence_bundle_get_fact_date (bundle, a)->end,
                              &whence_bundle_get_fact_date (bundle, b)->end);

  return found != 0 ? found : order (a, b);
}

/* By what they are about, then by time. */
static int
compare_entries (const void *a, const void *b)
{
  const About *p = a, *q = b;
  int found = compare_about (p, q);

  return found != 0 ? found : compare_starts (p->bundle, p->fact, q->fact);
}

static void
sort (GArray *entries)
{
  if (entries->len > 1)
    qsort (entries->data, entries->len, sizeof (About), compare_entries);
}

/* Where the run that begins at @first ends. */
static guint
end_of_run (const GArray *entries, guint first)
{
  guint end = first + 1;

  while (end < entries->len
         && compare_about (&g_array_index (entries, About, first), &g_array_index (entries, About, end)) == 0)
    end++;
  return end;
}

/* --- Figures that follow one another ------------------------------------------------------------- */

/* An amount, or a quantity; FALSE: the fact has neither. */
static gboolean
get_figure (const WhenceBundle *bundle, guint32 index, WhenceAmount *figure)
{
  WhenceFact fact;

  whence_bundle_get_fact (bundle, index, &fact);
  if (fact.has_amount)
    *figure = fact.amount;
  else if (fact.n_quantities > 0)
    whence_bundle_get_quantity (bundle, index, 0, figure);
  return fact.has_amount || fact.n_quantities > 0;
}

static gboolean
is_figure (const WhenceBundle *bundle, guint32 fact, WhenceAmount *figure)
{
  const WhenceFactType *type = whence_bundle_get_fact_type (bundle, fact);

  return type->category == WHENCE_CATEGORY_VALUATION && type->kind == WHENCE_KIND_EVENT
         && whence_bundle_get_fact_date (bundle, fact)->form != WHENCE_DATE_NONE
         && get_figure (bundle, fact, figure);
}

static gboolean
have_one_unit (const WhenceAmount *a, const WhenceAmount *b)
{
  return g_strcmp0 (a->currency, b->currency) == 0 && g_strcmp0 (a->of, b->of) == 0;
}

/* Within what a figure came about. */
typedef struct
{
  gint64 from, to;
} Reach;

static gboolean
starts_together (Reach a, Reach b)
{
  return a.from == b.from && a.to == b.to;
}

/* The two that may be the last, of different reach, the later one first. */
static void
keep_last (Reach last[2], Reach reach)
{
  if (starts_together (reach, last[0]))
    return;
  if (reach.to > last[0].to)
    {
      last[1] = last[0];
      last[0] = reach;
    }
  else if (reach.to > last[1].to)
    last[1] = reach;
}

/* What is certainly before a certain one is over; what another may come after is possibly so, however coarse
 * the date of either. Of those that start together none comes before the others. */
static void
supersede_run (const WhenceBundle *bundle, const About *run, guint n, guint8 *activity)
{
  Reach last[2] = { { G_MININT64, G_MININT64 }, { G_MININT64, G_MININT64 } }, own, *other;
  gint64 sure = G_MININT64; /* the latest beginning of a certain one */

  for (guint i = 0; i < n; i++)
    {
      whence_date_get_event_reach (whence_bundle_get_fact_date (bundle, run[i].fact), &own.from, &own.to);
      keep_last (last, own);
      if (activity[run[i].fact] == WHENCE_ACTIVITY_CERTAIN)
        sure = MAX (sure, own.from);
    }
  for (guint i = 0; i < n; i++)
    {
      whence_date_get_event_reach (whence_bundle_get_fact_date (bundle, run[i].fact), &own.from, &own.to);
      other = starts_together (own, last[0]) ? &last[1] : &last[0];
      if (own.to <= sure && own.from < sure)
        activity[run[i].fact] = WHENCE_ACTIVITY_NOT;
      else if (other->to > own.from)
        activity[run[i].fact] = WHENCE_ACTIVITY_POSSIBLE;
    }
}

void
whence_changes_supersede (const WhenceBundle *bundle, guint8 *activity)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (About));
  WhenceAmount figure;

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    if (activity[i] != WHENCE_ACTIVITY_NOT && is_figure (bundle, i, &figure))
      {
        About about = about_fact (bundle, i);
        about.unit = figure.currency;
        about.of = figure.of;
        g_array_append_val (entries, about);
      }
  sort (entries);
  for (guint first = 0, end; first < entries->len; first = end)
    {
      end = end_of_run (entries, first);
      supersede_run (bundle, &g_array_index (entries, About, first), end - first, activity);
    }
}

/* --- What is another ----------------------------------------------------------------------------- */

const char *
whence_changes_find_role (const WhenceBundle *bundle, guint32 fact, guint32 entity)
{
  WhenceFact record;

  whence_bundle_get_fact (bundle, fact, &record);
  for (guint i = 0; i < record.n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (bundle, fact, i, &participant);
      if (participant.entity == entity)
        return participant.role;
    }
  return NULL;
}

void
whence_changes_find_roles (const WhenceBundle *bundle, guint32 former, guint32 later, const char **before,
                           const char **after)
{
  WhenceFact a, b;

  *before = *after = NULL;
  whence_bundle_get_fact (bundle, former, &a);
  whence_bundle_get_fact (bundle, later, &b);
  for (guint i = 0; i < b.n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (bundle, later, i, &participant);
      *before = whence_changes_find_role (bundle, former, participant.entity);
      *after = participant.role;
      if (*before != NULL && *after != NULL && !g_str_equal (*before, *after))
        return;
    }
  *before = *after = NULL;
  if (a.n_participants + b.n_participants > 0 || a.type->category != WHENCE_CATEGORY_ROLE)
    return;
  *before = a.title;
  *after = b.title;
}

WhenceAspect
whence_changes_find_aspect (const WhenceBundle *bundle, guint32 former, guint32 later)
{
  const char *before, *after;
  WhenceAmount p, q;
  WhenceFact a, b;

  whence_bundle_get_fact (bundle, former, &a);
  whence_bundle_get_fact (bundle, later, &b);
  if (a.has_share && b.has_share && whence_decimal_compare (a.share, b.share) != 0)
    return WHENCE_ASPECT_SHARE;
  if (a.has_amount && b.has_amount && have_one_unit (&a.amount, &b.amount)
      && whence_decimal_compare (a.amount.value, b.amount.value) != 0)
    return WHENCE_ASPECT_AMOUNT;
  if (a.n_quantities > 0 && b.n_quantities > 0)
    {
      whence_bundle_get_quantity (bundle, former, 0, &p);
      whence_bundle_get_quantity (bundle, later, 0, &q);
      if (have_one_unit (&p, &q) && whence_decimal_compare (p.value, q.value) != 0)
        return WHENCE_ASPECT_QUANTITY;
    }
  whence_changes_find_roles (bundle, former, later, &before, &after);
  return before != NULL && after != NULL && !g_str_equal (before, after) ? WHENCE_ASPECT_ROLE
                                                                         : WHENCE_ASPECT_NONE;
}

/* --- Pairs --------------------------------------------------------------------------------------- */

static void
join (WhenceChanges *changes, guint32 former, guint32 later)
{
  changes->change[former] = WHENCE_CHANGE_FORMER;
  changes->change[later] = WHENCE_CHANGE_CHANGED;
  changes->possible[former] = changes->possible[later] =
    changes->possible[former] || changes->possible[later];
  g_hash_table_insert (changes->partners, GUINT_TO_POINTER (former + 1), GUINT_TO_POINTER (later + 1));
  g_hash_table_insert (changes->partners, GUINT_TO_POINTER (later + 1), GUINT_TO_POINTER (former + 1));
}

#define MAX_TRIED 256 /* of those that have ended, for each that has begun */

/* Those of a group that have ended, the last one last. */
static int
compare_ended (const void *a, const void *b)
{
  const About *p = a, *q = b;

  return compare_ends (p->bundle, p->fact, q->fact);
}

static GArray *
list_ended (const WhenceChanges *changes, const About *run, guint n)
{
  GArray *ended = g_array_new (FALSE, FALSE, sizeof (About));

  for (guint i = 0; i < n; i++)
    if (changes->change[run[i].fact] == WHENCE_CHANGE_ENDED)
      g_array_append_val (ended, run[i]);
  if (ended->len > 1)
    qsort (ended->data, ended->len, sizeof (About), compare_ended);
  return ended;
}

/* With the last of those that have ended, and that goes with @later. */
static void
pair_one (WhenceChanges *changes, GArray *ended, guint32 later)
{
  for (guint k = 1; k <= MIN (ended->len, MAX_TRIED); k++)
    {
      guint32 former = g_array_index (ended, About, ended->len - k).fact;
      if (whence_changes_find_aspect (changes->bundle, former, later) == WHENCE_ASPECT_NONE)
        continue;
      join (changes, former, later);
      g_array_remove_index (ended, ended->len - k);
      return;
    }
}

static void
pair_run (WhenceChanges *changes, const About *run, guint n)
{
  g_autoptr (GArray) ended = list_ended (changes, run, n);

  for (guint possible = 0; possible < 2; possible++)
    for (guint i = 0; i < n && ended->len > 0; i++)
      if (changes->change[run[i].fact] == WHENCE_CHANGE_BEGUN && changes->possible[run[i].fact] == possible)
        pair_one (changes, ended, run[i].fact);
}

void
whence_changes_pair (WhenceChanges *changes)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (About));

  for (guint32 i = 0; i < whence_bundle_get_n_facts (changes->bundle); i++)
    if (changes->change[i] == WHENCE_CHANGE_BEGUN || changes->change[i] == WHENCE_CHANGE_ENDED)
      {
        About about = about_fact (changes->bundle, i);
        g_array_append_val (entries, about);
      }
  sort (entries);
  for (guint first = 0, end; first < entries->len; first = end)
    {
      end = end_of_run (entries, first);
      if (end - first > 1)
        pair_run (changes, &g_array_index (entries, About, first), end - first);
    }
}
