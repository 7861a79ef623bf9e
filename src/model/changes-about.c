/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What facts are about: type, those who take part, and the unit of a figure. O(log n) comparisons a fact,
 * of which few look further than at numbers. */
#include "model/changes-about.h"

#include <stdlib.h>
#include <string.h>

WhenceAbout
whence_about_fact (const WhenceBundle *bundle, guint32 index)
{
  WhenceAbout about = { .bundle = bundle, .fact = index };
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
list_participants (const WhenceAbout *about)
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
compare_participants (const WhenceAbout *a, const WhenceAbout *b)
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
compare_about (const WhenceAbout *a, const WhenceAbout *b)
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

static const WhenceDate *
date_of (const WhenceAbout *about)
{
  return whence_bundle_get_fact_date (about->bundle, about->fact);
}

/* By what they are about, then by time. */
static int
compare_all (const void *a, const void *b)
{
  const WhenceAbout *p = a, *q = b;
  int found = compare_about (p, q);

  if (found == 0)
    found = compare_bounds (&date_of (p)->start, &date_of (q)->start);
  return found != 0 ? found : order (p->fact, q->fact);
}

static int
compare_ends (const void *a, const void *b)
{
  const WhenceAbout *p = a, *q = b;
  int found = compare_bounds (&date_of (p)->end, &date_of (q)->end);

  return found != 0 ? found : order (p->fact, q->fact);
}

static void
sort (GArray *abouts, int (*compare) (const void *, const void *))
{
  if (abouts->len > 1)
    qsort (abouts->data, abouts->len, sizeof (WhenceAbout), compare);
}

void
whence_abouts_sort (GArray *abouts)
{
  sort (abouts, compare_all);
}

void
whence_abouts_sort_by_end (GArray *abouts)
{
  sort (abouts, compare_ends);
}

guint
whence_abouts_end_run (const GArray *abouts, guint first)
{
  guint end = first + 1;

  while (
    end < abouts->len
    && compare_about (&g_array_index (abouts, WhenceAbout, first), &g_array_index (abouts, WhenceAbout, end))
         == 0)
    end++;
  return end;
}
