/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a play goes on. The date moves by steps of the calendar, so that it can be read: days or months or
 * about an 800th of the span, finer near its end, where stories of millions of years have their people. It
 * never goes back. */
#include "document/play.h"

#include "layout/stretch.h"

#define STEPS 800.0       /* of the calendar in a span */
#define STEPS_TO_END 40.0 /* at least, from wherever it is to the end */
#define DAY 86400.0       /* seconds */
#define MONTH (31 * DAY)
#define BRIEF 2.0        /* seconds that a fact is lit */
#define MOST_LIT 400     /* facts: more are one blaze anyway */
#define TELL 1.5         /* seconds that news are told at least */
#define MOST_WEIGHED 100 /* facts of a step: one of them is named */
#define BEATS 100.0      /* steps from moment to moment, at most */

/* Seconds for the whole story, and at each step from moment to moment. */
static const struct
{
  double whole, beat;
} speeds[] = {
  [WHENCE_PLAY_SLOW] = { 40, 3 },
  [WHENCE_PLAY_NORMAL] = { 20, 1.5 },
  [WHENCE_PLAY_FAST] = { 8, 0.7 },
};

static const WhenceNews silence = { .fact = WHENCE_NONE };

void
whence_play_init (WhencePlay *play)
{
  *play = (WhencePlay){ .speed = WHENCE_PLAY_NORMAL,
                        .news = silence,
                        .upcoming = silence,
                        .lit = g_array_new (FALSE, FALSE, sizeof (guint32)),
                        .lit_for = g_array_new (FALSE, FALSE, sizeof (double)) };
}

void
whence_play_clear (WhencePlay *play)
{
  if (play->finding != NULL)
    g_cancellable_cancel (play->finding);
  g_clear_object (&play->finding);
  g_clear_pointer (&play->moments, whence_moments_free);
  g_clear_pointer (&play->lit, g_array_unref);
  g_clear_pointer (&play->lit_for, g_array_unref);
}

gboolean
whence_play_hush (WhencePlay *play)
{
  gboolean any = play->lit->len > 0 || play->news.fact != WHENCE_NONE;

  g_array_set_size (play->lit, 0);
  g_array_set_size (play->lit_for, 0);
  play->news = play->upcoming = silence;
  return any;
}

void
whence_play_start (WhencePlay *play, WhencePeriod span, const WhencePeriod *date)
{
  gboolean on = date != NULL && date->to > span.from && date->to < span.to;

  play->span = span;
  play->date = on ? *date : (WhencePeriod){ span.from, span.from };
  play->progress = on ? whence_moments_get_progress (play->moments, span, date->to) : 0;
  play->rest = G_MAXDOUBLE; /* the first step is at once */
  play->told_for = TELL;
}

/* --- Where it is --------------------------------------------------------------------------------- */

static WhencePeriod
date_at (const WhencePlay *play, gint64 instant)
{
  double whole = ((double) play->span.to - (double) play->span.from) / STEPS;
  double rest = ((double) play->span.to - (double) instant) / STEPS_TO_END;
  double length = MIN (whole, MAX (rest, MONTH));
  WhenceStretch step = whence_stretch_choose (length > DAY && length < MONTH ? MONTH / 2 : length);
  gint64 from = whence_stretch_start (step, instant);

  return (WhencePeriod){ from, whence_stretch_end (step, from) };
}

/* By the moments alone; what lies within one date is one step. */
static double
next_beat (const WhencePlay *play)
{
  gint64 next;

  if (!whence_moments_find_next (play->moments, play->date.to, &next))
    return 1;
  return MAX (whence_moments_get_progress (play->moments, play->span, next), play->progress + 1 / BEATS);
}

static void
go_on (WhencePlay *play, double seconds)
{
  if (!play->stepwise)
    play->progress += seconds / speeds[play->speed].whole;
  else if (play->rest >= speeds[play->speed].beat)
    {
      play->progress = next_beat (play);
      play->rest = 0;
    }
  play->progress = MIN (play->progress, 1);
}

/* --- What is told -------------------------------------------------------------------------------- */

static void
drop_lit (WhencePlay *play, guint n)
{
  if (n == 0)
    return;
  g_array_remove_range (play->lit, 0, n);
  g_array_remove_range (play->lit_for, 0, n);
}

/* They are in the order in which they were lit. */
static void
light (WhencePlay *play, const guint32 *facts, guint n)
{
  const double now = 0;

  drop_lit (play, play->lit->len + n > MOST_LIT ? play->lit->len + n - MOST_LIT : 0);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (play->lit, facts[i]);
      g_array_append_val (play->lit_for, now);
    }
}

static guint
weigh (const WhencePlay *play, guint32 index, gboolean ends)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (whence_moments_get_scope (play->moments));
  guint32 pair[2];
  WhenceFact fact;

  whence_bundle_get_fact (bundle, index, &fact);
  /* What has a date of its own goes before what follows from the lives of others. */
  return 1 + (fact.dated.date.form != WHENCE_DATE_NONE ? 8 : 0) + (fact.has_amount ? 4 : 0)
         + (whence_bundle_get_fact_entities (bundle, index, pair, 2) > 1 ? 2 : 0) + (ends ? 0 : 1);
}

static void
note (WhencePlay *play, const guint32 *facts, guint n, gboolean ends)
{
  if (n == 0)
    return;
  light (play, facts + n - MIN (n, MOST_LIT), MIN (n, MOST_LIT));
  play->upcoming.n_more += n - (play->upcoming.fact == WHENCE_NONE);
  for (guint i = n - MIN (n, MOST_WEIGHED); i < n; i++)
    {
      guint weight = weigh (play, facts[i], ends);
      if (play->upcoming.fact != WHENCE_NONE && weight <= play->weight)
        continue;
      play->weight = weight;
      play->upcoming.fact = facts[i];
      play->upcoming.ends = ends;
    }
}

static gboolean
move (WhencePlay *play)
{
  WhencePeriod before = play->date;
  gint64 instant = whence_moments_find_instant (play->moments, play->span, play->progress);
  const guint32 *facts;
  guint n;

  if (instant < before.to && before.to > before.from)
    return FALSE;
  play->date = date_at (play, instant);
  facts = whence_moments_list_ended (play->moments, before, play->date, &n);
  note (play, facts, n, TRUE);
  facts = whence_moments_list_begun (play->moments, before, play->date, &n);
  note (play, facts, n, FALSE);
  return TRUE;
}

static gboolean
fade (WhencePlay *play, double seconds)
{
  guint n = 0;

  for (guint i = 0; i < play->lit_for->len; i++)
    g_array_index (play->lit_for, double, i) += seconds;
  while (n < play->lit_for->len && g_array_index (play->lit_for, double, n) >= BRIEF)
    n++;
  drop_lit (play, n);
  return n > 0;
}

static gboolean
tell (WhencePlay *play, double seconds)
{
  play->told_for += seconds;
  if (play->upcoming.fact == WHENCE_NONE || play->told_for < TELL)
    return FALSE;
  play->news = play->upcoming;
  play->upcoming = silence;
  play->told_for = 0;
  return TRUE;
}

WhencePlayChange
whence_play_advance (WhencePlay *play, double seconds)
{
  WhencePlayChange change = 0;
  gboolean at_end = play->progress >= 1;

  if (fade (play, seconds))
    change |= WHENCE_PLAY_LIT;
  play->rest += seconds;
  go_on (play, seconds);
  if (!at_end && move (play))
    change |= WHENCE_PLAY_MOVED | WHENCE_PLAY_LIT;
  if (tell (play, seconds))
    change |= WHENCE_PLAY_TOLD;
  if (at_end && play->lit->len == 0 && play->upcoming.fact == WHENCE_NONE && play->told_for >= TELL)
    change |= WHENCE_PLAY_ENDED;
  return change;
}
