/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of those whose beginning or end is given. Asking costs a look at whoever takes part. */
#include "model/lives.h"

/* In the widest reading of all dates that are given: qualified ones are wider than they are written. */
typedef struct
{
  gint64 begin; /* not before; WHENCE_INSTANT_AFTER_ALL: no beginning is given */
  gint64 end;   /* ended by then; WHENCE_INSTANT_BEFORE_ALL: no end is given */
} Life;

struct _WhenceLives
{
  const WhenceBundle *bundle;
  GHashTable *lives; /* index of an entity + 1 → Life */
};

/* Facts that begin or end a life, and whose: that of the object, or of the subject where there is none. */
static const struct
{
  const char *type;
  gboolean of_object, begins;
} turns[] = {
  { "founding", TRUE, TRUE },
  { "birth", FALSE, TRUE },
  { "death", FALSE, FALSE },
};

/* NULL: nothing is given of it. */
static Life *
find_life (const WhenceLives *lives, guint32 entity)
{
  return g_hash_table_lookup (lives->lives, GUINT_TO_POINTER (entity + 1));
}

static Life *
get_life (WhenceLives *lives, guint32 entity)
{
  Life *life = find_life (lives, entity);

  if (life == NULL)
    {
      life = g_new (Life, 1);
      *life = (Life){ WHENCE_INSTANT_AFTER_ALL, WHENCE_INSTANT_BEFORE_ALL };
      g_hash_table_insert (lives->lives, GUINT_TO_POINTER (entity + 1), life);
    }
  return life;
}

static void
add_begin (WhenceLives *lives, guint32 entity, const WhenceDate *date)
{
  Life *life;

  if (entity == WHENCE_NONE || date->form == WHENCE_DATE_NONE)
    return;
  life = get_life (lives, entity);
  life->begin = MIN (life->begin, whence_date_get_event_begin (date));
}

static void
add_end (WhenceLives *lives, guint32 entity, const WhenceDate *date)
{
  gint64 from, to;
  Life *life;

  if (entity == WHENCE_NONE || date->form == WHENCE_DATE_NONE)
    return;
  whence_date_get_state_reach (date, &from, &to);
  life = get_life (lives, entity);
  life->end = MAX (life->end, to);
}

/* Something that is said to have happened. */
static gboolean
is_told (const WhenceFact *fact)
{
  return !fact->negated
         && (fact->status == WHENCE_STATUS_REPORTED || fact->status == WHENCE_STATUS_CONFIRMED);
}

static void
add_turn (WhenceLives *lives, guint32 index, gboolean of_object, gboolean begins)
{
  WhenceFact fact;
  guint32 whose;

  whence_bundle_get_fact (lives->bundle, index, &fact);
  if (!is_told (&fact))
    return;
  whose = of_object && fact.object != WHENCE_NONE ? fact.object : fact.subject;
  (begins ? add_begin : add_end) (lives, whose, &fact.dated.date);
}

static void
add_fact (WhenceLives *lives, guint32 index)
{
  const char *name = whence_bundle_get_fact_type (lives->bundle, index)->name;

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (name[0] == turns[i].type[0] && g_str_equal (name, turns[i].type))
      add_turn (lives, index, turns[i].of_object, turns[i].begins);
}

WhenceLives *
whence_lives_new (const WhenceBundle *bundle, const WhenceKnownBy *known_by)
{
  WhenceLives *lives = g_new0 (WhenceLives, 1);

  lives->bundle = bundle;
  lives->lives = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    if (whence_known_by_get_fact (known_by, i) != WHENCE_ACTIVITY_NOT)
      add_fact (lives, i);
  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    {
      WhenceEntity entity;

      whence_bundle_get_entity (bundle, i, &entity);
      /* A single date is one within the life. */
      if (entity.dated.date.form != WHENCE_DATE_INTERVAL
          || whence_known_by_get_profile (known_by, i) == WHENCE_ACTIVITY_NOT)
        continue;
      if (entity.dated.date.start.kind == WHENCE_BOUND_GIVEN)
        add_begin (lives, i, &entity.dated.date);
      if (entity.dated.date.end.kind == WHENCE_BOUND_GIVEN)
        add_end (lives, i, &entity.dated.date);
    }
  return lives;
}

void
whence_lives_free (WhenceLives *lives)
{
  g_hash_table_unref (lives->lives);
  g_free (lives);
}

/* An end that is open never comes; an instant is a stretch, too. */
static gboolean
is_not_there (const Life *life, gboolean begun, gboolean ended, gint64 from, gint64 to)
{
  if (begun && life->begin != WHENCE_INSTANT_AFTER_ALL && life->begin >= to && life->begin > from)
    return TRUE;
  return ended && life->end != WHENCE_INSTANT_BEFORE_ALL && life->end <= from
         && life->end != WHENCE_INSTANT_AFTER_ALL;
}

gboolean
whence_lives_rule_out (const WhenceLives *lives, guint32 fact, gint64 from, gint64 to)
{
  const WhenceDate *date = whence_bundle_get_fact_date (lives->bundle, fact);
  gboolean undated = date->form == WHENCE_DATE_NONE;
  gboolean begun = undated || date->start.kind != WHENCE_BOUND_GIVEN;
  gboolean ended = (undated || date->end.kind == WHENCE_BOUND_UNKNOWN)
                   && whence_bundle_get_fact_type (lives->bundle, fact)->kind == WHENCE_KIND_STATE;
  guint32 few[WHENCE_FEW_ENTITIES];
  g_autoptr (GArray) many = NULL;
  const guint32 *entities;
  guint n;

  if ((!begun && !ended) || g_hash_table_size (lives->lives) == 0)
    return FALSE;
  entities = whence_bundle_read_fact_entities (lives->bundle, fact, few, &many, &n);
  for (guint i = 0; i < n; i++)
    {
      const Life *life = find_life (lives, entities[i]);

      if (life != NULL && is_not_there (life, begun, ended, from, to))
        return TRUE;
    }
  return FALSE;
}

/* What is certain of a date is so whoever lives: neither an open beginning nor what has happened by then. */
static gboolean
may_begin_later (const WhenceDate *date, gboolean is_state)
{
  if (date->form == WHENCE_DATE_NONE || date->start.kind == WHENCE_BOUND_UNKNOWN)
    return TRUE;
  return date->start.kind == WHENCE_BOUND_OPEN
         && (date->form == WHENCE_DATE_ONE_OF || (is_state && date->end.kind == WHENCE_BOUND_UNKNOWN));
}

static void
narrow (const WhenceLives *lives, guint32 fact, gboolean begins, gboolean ends, gint64 *from, gint64 *to)
{
  guint32 few[WHENCE_FEW_ENTITIES];
  g_autoptr (GArray) many = NULL;
  guint n;
  const guint32 *entities = whence_bundle_read_fact_entities (lives->bundle, fact, few, &many, &n);

  for (guint i = 0; i < n; i++)
    {
      const Life *life = find_life (lives, entities[i]);

      if (life == NULL)
        continue;
      if (begins && life->begin != WHENCE_INSTANT_AFTER_ALL)
        *from = MAX (*from, life->begin);
      if (ends && life->end != WHENCE_INSTANT_BEFORE_ALL)
        *to = MIN (*to, life->end);
    }
}

void
whence_lives_get_reach (const WhenceLives *lives, guint32 fact, gint64 *from, gint64 *to)
{
  const WhenceDate *date = whence_bundle_get_fact_date (lives->bundle, fact);
  gboolean is_state = whence_bundle_get_fact_type (lives->bundle, fact)->kind == WHENCE_KIND_STATE;
  gboolean begins = may_begin_later (date, is_state);
  gboolean ends = is_state && (date->form == WHENCE_DATE_NONE || date->end.kind == WHENCE_BOUND_UNKNOWN);
  gint64 first, happened;

  whence_date_get_state_reach (date, from, to);
  if (!is_state)
    {
      *from = whence_date_get_event_begin (date);
      *to = WHENCE_INSTANT_AFTER_ALL;
    }
  if ((!begins && !ends) || g_hash_table_size (lives->lives) == 0)
    return;
  narrow (lives, fact, begins, ends, from, to);
  /* By the end of its date it has happened all the same. */
  whence_date_get_event_reach (date, &first, &happened);
  if (!is_state && happened != WHENCE_INSTANT_AFTER_ALL)
    *from = MIN (*from, happened - 1);
}

/* By its date alone it has @activity. */
static WhenceActivity
correct (const WhenceLives *lives, guint32 fact, WhenceActivity activity, gint64 from, gint64 to)
{
  return activity == WHENCE_ACTIVITY_POSSIBLE && whence_lives_rule_out (lives, fact, from, to)
           ? WHENCE_ACTIVITY_NOT
           : activity;
}

static gboolean
is_state (const WhenceLives *lives, guint32 fact)
{
  return whence_bundle_get_fact_type (lives->bundle, fact)->kind == WHENCE_KIND_STATE;
}

WhenceActivity
whence_lives_get_activity (const WhenceLives *lives, guint32 fact, gint64 from, gint64 to)
{
  const WhenceDate *date = whence_bundle_get_fact_date (lives->bundle, fact);

  return correct (lives, fact,
                  is_state (lives, fact) ? whence_date_state_activity (date, from, to)
                                         : whence_date_event_activity (date, from, to),
                  from, to);
}

void
whence_lives_judge (const WhenceLives *lives, gint64 from, gint64 to, guint8 *activities)
{
  const WhenceBundle *bundle = lives->bundle;
  guint n_dates = whence_bundle_get_n_dates (bundle), n_facts = whence_bundle_get_n_facts (bundle);
  g_autofree guint8 *dates = g_new (guint8, 2 * (gsize) n_dates + 1); /* of an event, of a state */

  for (guint i = 0; i < n_dates; i++)
    {
      const WhenceDate *date = whence_bundle_get_nth_date (bundle, i);

      dates[2 * (gsize) i] = (guint8) whence_date_event_activity (date, from, to);
      dates[2 * (gsize) i + 1] = (guint8) whence_date_state_activity (date, from, to);
    }
  for (guint32 fact = 0; fact < n_facts; fact++)
    {
      gsize date = whence_bundle_get_fact_date_number (bundle, fact);

      activities[fact] =
        (guint8) correct (lives, fact, dates[2 * date + (is_state (lives, fact) ? 1 : 0)], from, to);
    }
}
