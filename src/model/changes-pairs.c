/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs what has ended with what has begun about the same. Only these are looked at. O(n log n) in them,
 * but for those that none goes with, each of which is tried with some hundred. */
#include "model/changes-about.h"
#include "model/changes-private.h"

#define MAX_TRIED 256 /* of those that have ended, for each that has begun */

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

/* The last one last. */
static GArray *
list_ended (const WhenceChanges *changes, const WhenceAbout *run, guint n)
{
  GArray *ended = g_array_new (FALSE, FALSE, sizeof (WhenceAbout));

  for (guint i = 0; i < n; i++)
    if (changes->change[run[i].fact] == WHENCE_CHANGE_ENDED)
      g_array_append_val (ended, run[i]);
  whence_abouts_sort_by_end (ended);
  return ended;
}

/* With the last of those that have ended, and that goes with @later. */
static void
pair_one (WhenceChanges *changes, GArray *ended, guint32 later)
{
  for (guint k = 1; k <= MIN (ended->len, MAX_TRIED); k++)
    {
      guint32 former = g_array_index (ended, WhenceAbout, ended->len - k).fact;
      if (whence_changes_find_difference (changes->bundle, former, later) == WHENCE_DIFFERENCE_NONE)
        continue;
      join (changes, former, later);
      g_array_remove_index (ended, ended->len - k);
      return;
    }
}

static void
pair_run (WhenceChanges *changes, const WhenceAbout *run, guint n)
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
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (WhenceAbout));

  for (guint32 i = 0; i < whence_bundle_get_n_facts (changes->bundle); i++)
    if (changes->change[i] == WHENCE_CHANGE_BEGUN || changes->change[i] == WHENCE_CHANGE_ENDED)
      {
        WhenceAbout about = whence_about_fact (changes->bundle, i);
        g_array_append_val (entries, about);
      }
  whence_abouts_sort (entries);
  for (guint first = 0, end; first < entries->len; first = end)
    {
      end = whence_abouts_end_run (entries, first);
      if (end - first > 1)
        pair_run (changes, &g_array_index (entries, WhenceAbout, first), end - first);
    }
}
