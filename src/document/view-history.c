/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two stacks of small states, at most MAX_STEPS of them, which share what they have selected. Invariant:
 * neighbours differ. */
#include "document/view-history.h"

#include <string.h>

#define MAX_STEPS 200
#define MAX_REFS 10000000 /* that are remembered as selected, eight bytes each */

/* --- States --- */

static WhenceViewState *
copy_state (const WhenceViewState *state)
{
  WhenceViewState *copy = g_memdup2 (state, sizeof *state);

  g_array_ref (copy->selection);
  copy->known_by = g_strdup (state->known_by);
  if (state->lanes != NULL)
    whence_lane_state_ref (copy->lanes);
  whence_filter_ref (copy->filter);
  whence_graph_focus_ref (copy->graph_focus);
  return copy;
}

void
whence_view_state_clear (WhenceViewState *state)
{
  g_clear_pointer (&state->selection, g_array_unref);
  g_clear_pointer (&state->known_by, g_free);
  g_clear_pointer (&state->lanes, whence_lane_state_unref);
  g_clear_pointer (&state->filter, whence_filter_unref);
  g_clear_pointer (&state->graph_focus, whence_graph_focus_unref);
}

static void
free_state (gpointer data)
{
  whence_view_state_clear (data);
  g_free (data);
}

static gboolean
equal_refs (const GArray *a, const GArray *b)
{
  return a == b
         || (a->len == b->len
             && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (WhenceRef)) == 0));
}

gboolean
whence_periods_equal (const WhencePeriod *a, const WhencePeriod *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a[i].from != b[i].from || a[i].to != b[i].to)
      return FALSE;
  return TRUE;
}

static gboolean
equal_states (const WhenceViewState *a, const WhenceViewState *b)
{
  return a->range_from == b->range_from && a->range_to == b->range_to && a->span_from == b->span_from
         && a->span_to == b->span_to && a->as_of_from == b->as_of_from && a->as_of_to == b->as_of_to
         && whence_periods_equal (a->compared, b->compared, 2) && g_strcmp0 (a->known_by, b->known_by) == 0
         && a->grouping == b->grouping && a->lanes == b->lanes && a->layout == b->layout
         && a->faith == b->faith && a->center == b->center && a->filter_aside == b->filter_aside
         && whence_filter_equal (a->filter, b->filter)
         && whence_graph_focus_equal (a->graph_focus, b->graph_focus)
         && equal_refs (a->selection, b->selection);
}

/* --- The history --- */

static guint
get_n_refs (const GPtrArray *states)
{
  const GArray *last = NULL;
  guint n = 0;

  for (guint i = 0; i < states->len; i++)
    {
      const WhenceViewState *state = g_ptr_array_index (states, i);
      n += state->selection != last ? state->selection->len : 0;
      last = state->selection;
    }
  return n;
}

void
whence_view_history_init (WhenceViewHistory *history)
{
  history->past = g_ptr_array_new_with_free_func (free_state);
  history->future = g_ptr_array_new_with_free_func (free_state);
  history->motion = WHENCE_VIEW_STEP;
}

void
whence_view_history_clear (WhenceViewHistory *history)
{
  g_clear_pointer (&history->past, g_ptr_array_unref);
  g_clear_pointer (&history->future, g_ptr_array_unref);
}

gboolean
whence_view_history_remember (WhenceViewHistory *history, const WhenceViewState *state,
                              WhenceViewMotion motion)
{
  if (motion != WHENCE_VIEW_STEP && motion == history->motion)
    return FALSE;
  history->motion = motion;
  g_ptr_array_add (history->past, copy_state (state));
  g_ptr_array_set_size (history->future, 0);
  while (history->past->len > MAX_STEPS || (history->past->len > 1 && get_n_refs (history->past) > MAX_REFS))
    g_ptr_array_remove_index (history->past, 0);
  return TRUE;
}

void
whence_view_history_settle (WhenceViewHistory *history)
{
  history->motion = WHENCE_VIEW_STEP;
}

/* States that are no different from where the reader is are passed over: an edit may have taken away what
 * told them apart, and a motion may have led back to where it began. */
static gboolean
travel (GPtrArray *from, GPtrArray *to, WhenceViewState *state)
{
  WhenceViewState *next = NULL;

  while (next == NULL && from->len > 0)
    {
      next = g_ptr_array_steal_index (from, from->len - 1);
      if (equal_states (next, state))
        g_clear_pointer (&next, free_state);
    }
  if (next == NULL)
    return FALSE;
  g_ptr_array_add (to, g_memdup2 (state, sizeof *state));
  *state = *next;
  g_free (next);
  return TRUE;
}

gboolean
whence_view_history_back (WhenceViewHistory *history, WhenceViewState *state)
{
  whence_view_history_settle (history);
  return travel (history->past, history->future, state);
}

gboolean
whence_view_history_forward (WhenceViewHistory *history, WhenceViewState *state)
{
  whence_view_history_settle (history);
  return travel (history->future, history->past, state);
}

/* @done: those that are translated already. Transfer none. */
static GArray *
translate_refs (GArray *refs, WhenceTranslation *translation, GHashTable *done)
{
  GArray *translated = g_hash_table_lookup (done, refs);

  if (translated != NULL)
    return translated;
  translated = whence_refs_translate (refs, translation);
  g_hash_table_insert (done, g_array_ref (refs), translated);
  return translated;
}

static void
translate_state (WhenceViewState *state, WhenceTranslation *translation, GHashTable *done)
{
  const WhenceBundle *from = whence_translation_get_from (translation),
                     *to = whence_translation_get_to (translation);
  WhenceFilter *filter = whence_filter_translate (state->filter, from, to);
  WhenceGraphFocus *focus = whence_graph_focus_translate (state->graph_focus, from, to);
  GArray *selection = g_array_ref (translate_refs (state->selection, translation, done));

  g_array_unref (state->selection);
  state->selection = selection;
  if (state->center != WHENCE_NONE)
    state->center = whence_ref_translate (whence_ref_entity (state->center), from, to).index;
  whence_filter_unref (state->filter);
  state->filter = filter;
  whence_graph_focus_unref (state->graph_focus);
  state->graph_focus = focus;
}

void
whence_view_history_translate (WhenceViewHistory *history, WhenceTranslation *translation)
{
  GPtrArray *const stacks[] = { history->past, history->future };
  g_autoptr (GHashTable) done =
    g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_array_unref, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < G_N_ELEMENTS (stacks); i++)
    for (guint k = 0; k < stacks[i]->len; k++)
      translate_state (g_ptr_array_index (stacks[i], k), translation, done);
}
