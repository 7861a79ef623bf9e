/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two sorted lists, of beginnings and of ends. What has no beginning, neither by its date nor by the lives of
 * those in it, is active from the start, and never begins; what is still open never ends, and neither does
 * what has happened.
 * 12 bytes a moment. */
#include "layout/moments.h"

#include "model/lower-bound.h"
#include "model/radix-sort.h"

#define CANCEL_MASK 0xFFF

typedef struct
{
  gint64 at;
  guint32 fact;
} Moment;

typedef struct
{
  guint n;
  gint64 *at; /* never falls */
  guint32 *facts;
} List;

struct _WhenceMoments
{
  WhenceScope *scope;
  List begins, ends;
};

/* --- Making them --------------------------------------------------------------------------------- */

/* @moments come by fact, and those of one instant stay so. */
static void
list_init (List *list, const GArray *moments)
{
  g_autofree Moment *beside = g_new (Moment, MAX (1, moments->len));
  const Moment *sorted = whence_radix_sort (moments->data, beside, moments->len, sizeof *sorted);

  list->n = moments->len;
  list->at = g_new (gint64, MAX (1, list->n));
  list->facts = g_new (guint32, MAX (1, list->n));
  for (guint i = 0; i < list->n; i++)
    {
      list->at[i] = sorted[i].at;
      list->facts[i] = sorted[i].fact;
    }
}

static void
add (GArray *moments, gint64 at, guint32 fact)
{
  Moment moment = { at, fact };

  if (at != WHENCE_INSTANT_BEFORE_ALL && at != WHENCE_INSTANT_AFTER_ALL)
    g_array_append_val (moments, moment);
}

static void
add_fact (const WhenceScope *scope, guint32 fact, GArray *begins, GArray *ends)
{
  gint64 from, to;

  whence_scope_get_reach (scope, fact, &from, &to);
  if (from >= to)
    return;
  add (begins, from, fact);
  add (ends, to, fact);
}

WhenceMoments *
whence_moments_new (const WhenceScope *scope, GCancellable *cancellable)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (Moment)),
                     ends = g_array_new (FALSE, FALSE, sizeof (Moment));
  WhenceMoments *moments;

  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle); fact++)
    {
      if ((fact & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (whence_scope_shows (scope, fact))
        add_fact (scope, fact, begins, ends);
    }
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  moments = g_new0 (WhenceMoments, 1);
  moments->scope = whence_scope_ref ((WhenceScope *) scope);
  list_init (&moments->begins, begins);
  list_init (&moments->ends, ends);
  return moments;
}

void
whence_moments_free (WhenceMoments *moments)
{
  List *const lists[] = { &moments->begins, &moments->ends };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_free (lists[i]->at);
      g_free (lists[i]->facts);
    }
  whence_scope_unref (moments->scope);
  g_free (moments);
}

WhenceScope *
whence_moments_get_scope (const WhenceMoments *moments)
{
  return moments->scope;
}

/* --- Finding ------------------------------------------------------------------------------------- */

/* How many of them are before @instant. */
static guint
rank (const List *list, gint64 instant)
{
  return whence_lower_bound_int64 (list->at, list->n, instant);
}

gboolean
whence_moments_get_span (const WhenceMoments *moments, WhencePeriod *span)
{
  const List *const lists[] = { &moments->begins, &moments->ends };

  *span = (WhencePeriod){ G_MAXINT64, G_MININT64 };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i]->n > 0)
      {
        span->from = MIN (span->from, lists[i]->at[0]);
        span->to = MAX (span->to, lists[i]->at[lists[i]->n - 1] + 1);
      }
  return span->from < span->to;
}

const guint32 *
whence_moments_list_begun (const WhenceMoments *moments, WhencePeriod before, WhencePeriod now, guint *n)
{
  guint first = rank (&moments->begins, before.to), end = rank (&moments->begins, now.to);

  *n = end > first ? end - first : 0;
  return moments->begins.facts + first;
}

/* What ends where a date begins is not active at it. */
const guint32 *
whence_moments_list_ended (const WhenceMoments *moments, WhencePeriod before, WhencePeriod now, guint *n)
{
  guint first = rank (&moments->ends, before.from + 1), end = rank (&moments->ends, now.from + 1);

  *n = end > first ? end - first : 0;
  return moments->ends.facts + first;
}

gboolean
whence_moments_find_next (const WhenceMoments *moments, gint64 instant, gint64 *next)
{
  const List *const lists[] = { &moments->begins, &moments->ends };

  *next = G_MAXINT64;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      guint at = rank (lists[i], instant);
      if (at < lists[i]->n)
        *next = MIN (*next, lists[i]->at[at]);
    }
  return *next != G_MAXINT64;
}

/* --- The pace ------------------------------------------------------------------------------------ */

static guint
rank_of_both (const WhenceMoments *moments, gint64 instant)
{
  return rank (&moments->begins, instant) + rank (&moments->ends, instant);
}

double
whence_moments_get_progress (const WhenceMoments *moments, WhencePeriod span, gint64 instant)
{
  guint first = rank_of_both (moments, span.from), end = rank_of_both (moments, span.to);
  double calendar;

  if (instant <= span.from)
    return 0;
  if (instant >= span.to)
    return 1;
  calendar = ((double) instant - (double) span.from) / ((double) span.to - (double) span.from);
  if (end == first)
    return calendar;
  return (calendar + (double) (rank_of_both (moments, instant) - first) / (end - first)) / 2;
}

gint64
whence_moments_find_instant (const WhenceMoments *moments, WhencePeriod span, double progress)
{
  gint64 low = span.from, high = span.to;

  while (high - 1 > low)
    {
      gint64 middle = low / 2 + high / 2 + (low % 2 + high % 2) / 2;
      if (middle <= low)
        middle = low + 1;
      if (whence_moments_get_progress (moments, span, middle) <= progress)
        low = middle;
      else
        high = middle;
    }
  return low;
}
