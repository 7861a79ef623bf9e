/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries in the order in which they came, with open addressing over them. A stretch is widened to the grid
 * of its distance from the anchor, which keeps that many leading bits of it; each grid is part of the finer
 * ones, so that it makes no difference when a stretch was widened: what is counted depends on the facts and
 * the anchor alone, not on their order. */
#include "layout/time-tally.h"

#include <string.h>

#include "layout/range-scene.h"

#define N_SLOTS (2 * WHENCE_TALLY_MOST)
#define EXACT 64

struct _WhenceTimeTally
{
  gint64 anchor;
  gint64 from, to; /* of all facts */
  guint32 n_facts, n_entries;
  guint bits;             /* of a distance that are kept */
  guint16 slots[N_SLOTS]; /* index + 1, or 0 */
  WhenceTallyEntry entries[WHENCE_TALLY_MOST];
};

WhenceTimeTally *
whence_time_tally_new (gint64 anchor)
{
  WhenceTimeTally *tally = g_new0 (WhenceTimeTally, 1);

  tally->anchor = anchor;
  tally->from = G_MAXINT64;
  tally->to = G_MININT64;
  tally->bits = EXACT;
  return tally;
}

WhenceTimeTally *
whence_time_tally_copy (const WhenceTimeTally *tally)
{
  return g_memdup2 (tally, sizeof *tally);
}

void
whence_time_tally_free (WhenceTimeTally *tally)
{
  g_free (tally);
}

/* --- The grid --- */

/* What is cut off from a distance when its leading @bits are kept. */
static guint64
cell_of (guint64 distance, guint bits)
{
  guint length = distance > 0 ? 64 - (guint) __builtin_clzll (distance) : 0;

  return length > bits ? (G_GUINT64_CONSTANT (1) << (length - bits)) - 1 : 0;
}

static guint64
away_from_anchor (guint64 distance, guint bits)
{
  guint64 rest = cell_of (distance, bits);

  return distance > G_MAXUINT64 - rest ? distance : (distance + rest) & ~rest;
}

static guint64
towards_anchor (guint64 distance, guint bits)
{
  return distance & ~cell_of (distance, bits);
}

/* The last place of the grid that is not after @instant. */
static gint64
round_down (const WhenceTimeTally *tally, gint64 instant)
{
  guint64 anchor = (guint64) tally->anchor;

  if (instant >= tally->anchor)
    return (gint64) (anchor + towards_anchor ((guint64) instant - anchor, tally->bits));
  return (gint64) (anchor
                   - MIN (away_from_anchor (anchor - (guint64) instant, tally->bits),
                          anchor - (guint64) G_MININT64));
}

/* The first one that is not before it. */
static gint64
round_up (const WhenceTimeTally *tally, gint64 instant)
{
  guint64 anchor = (guint64) tally->anchor;

  if (instant <= tally->anchor)
    return (gint64) (anchor - towards_anchor (anchor - (guint64) instant, tally->bits));
  return (gint64) (anchor
                   + MIN (away_from_anchor ((guint64) instant - anchor, tally->bits),
                          (guint64) G_MAXINT64 - anchor));
}

/* At its coarsest the grid leaves so few beginnings that there is always room for them, though not for every
 * end of each. */
static void
widen (const WhenceTimeTally *tally, gint64 *from, gint64 *to)
{
  *from = round_down (tally, *from);
  *to = round_up (tally, tally->bits > 1 ? *to : *from + 1);
}

/* --- Counting --- */

/* Where the stretch is, or is to be. */
static guint16 *
find_slot (WhenceTimeTally *tally, gint64 from, gint64 to)
{
  guint64 hash = ((guint64) from * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ (guint64) to)
                 * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  guint slot = (guint) (hash >> 40) % N_SLOTS;

  for (; tally->slots[slot] != 0; slot = (slot + 1) % N_SLOTS)
    {
      const WhenceTallyEntry *entry = &tally->entries[tally->slots[slot] - 1];

      if (entry->from == from && entry->to == to)
        break;
    }
  return &tally->slots[slot];
}

static void
count (WhenceTimeTally *tally, gint64 from, gint64 to, guint32 n)
{
  guint16 *slot = find_slot (tally, from, to);

  if (*slot == 0)
    {
      tally->entries[tally->n_entries] = (WhenceTallyEntry){ from, to, 0 };
      *slot = (guint16) ++tally->n_entries;
    }
  tally->entries[*slot - 1].n += n;
}

/* Keeps one bit less of each distance; the first time, of distances as they are in stories. */
static void
coarsen (WhenceTimeTally *tally)
{
  guint n_entries = tally->n_entries;

  tally->bits = tally->bits == EXACT ? 20 : tally->bits - 1;
  tally->n_entries = 0;
  memset (tally->slots, 0, sizeof tally->slots);
  /* An entry is never written behind the one that is read. */
  for (guint i = 0; i < n_entries; i++)
    {
      WhenceTallyEntry entry = tally->entries[i];

      widen (tally, &entry.from, &entry.to);
      count (tally, entry.from, entry.to, entry.n);
    }
}

void
whence_time_tally_add (WhenceTimeTally *tally, const WhenceDate *date)
{
  gint64 from, to;

  if (!whence_range_get_stretch (date, &from, &to))
    return;
  tally->from = MIN (tally->from, from);
  tally->to = MAX (tally->to, to);
  tally->n_facts++;
  widen (tally, &from, &to);
  while (tally->n_entries == WHENCE_TALLY_MOST && *find_slot (tally, from, to) == 0)
    {
      coarsen (tally);
      widen (tally, &from, &to);
    }
  count (tally, from, to, 1);
}

guint32
whence_time_tally_get_n_facts (const WhenceTimeTally *tally)
{
  return tally->n_facts;
}

gboolean
whence_time_tally_get_extent (const WhenceTimeTally *tally, gint64 *from, gint64 *to)
{
  *from = tally->from;
  *to = tally->to;
  return tally->n_facts > 0;
}

const WhenceTallyEntry *
whence_time_tally_get_entries (const WhenceTimeTally *tally, guint *n_entries)
{
  *n_entries = tally->n_entries;
  return tally->entries;
}
