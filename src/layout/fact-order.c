/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the facts a step: nothing is sorted or kept, which a key press would not pay back. */
#include "layout/fact-order.h"

#include "layout/timeline-marks.h"

typedef struct
{
  gint64 start;
  gint64 fact;
} Place;

static gboolean
get_place (WhenceScope *scope, guint32 fact, Place *place)
{
  gint64 to;

  place->fact = fact;
  return whence_mark_extent (whence_bundle_get_fact_date (whence_scope_get_bundle (scope), fact),
                             &place->start, &to);
}

static int
compare (Place a, Place b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;
  return a.fact < b.fact ? -1 : a.fact > b.fact;
}

/* The nearest beyond @from, or the outermost where that is NULL. */
static guint32
find_next (WhenceScope *scope, const Place *from, int direction)
{
  guint32 n = whence_bundle_get_n_facts (whence_scope_get_bundle (scope)), best = WHENCE_NONE;
  Place nearest = { 0, 0 }, place;

  for (guint32 fact = 0; fact < n; fact++)
    {
      if (!whence_scope_shows (scope, fact) || !get_place (scope, fact, &place))
        continue;
      if (from != NULL && compare (place, *from) * direction <= 0)
        continue;
      if (best != WHENCE_NONE && compare (place, nearest) * direction >= 0)
        continue;
      best = fact;
      nearest = place;
    }
  return best;
}

guint32
whence_fact_next (WhenceScope *scope, guint32 fact, int direction)
{
  Place from;

  if (fact == WHENCE_NONE || !get_place (scope, fact, &from))
    return find_next (scope, NULL, direction);
  return find_next (scope, &from, direction);
}

guint32
whence_fact_next_to (WhenceScope *scope, gint64 instant, int direction)
{
  return find_next (scope, &(Place){ instant, -1 }, direction);
}
