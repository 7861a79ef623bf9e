/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two stacks of states. A state costs what its bundle does not share with its neighbour: the changed records.
 */
#include "document/history.h"

#define MAX_STATES 1000

static void
state_free (gpointer data)
{
  WhenceState *state = data;

  whence_bundle_unref (state->bundle);
  g_clear_pointer (&state->arrangement, whence_arrangement_unref);
  g_free (state->label);
  g_free (state);
}

void
whence_history_init (WhenceHistory *history)
{
  history->past = g_ptr_array_new_with_free_func (state_free);
  history->future = g_ptr_array_new_with_free_func (state_free);
}

void
whence_history_clear (WhenceHistory *history)
{
  g_clear_pointer (&history->past, g_ptr_array_unref);
  g_clear_pointer (&history->future, g_ptr_array_unref);
}

void
whence_history_push (WhenceHistory *history, WhenceBundle *bundle, WhenceArrangement *arrangement,
                     const char *label)
{
  WhenceState *state = g_new0 (WhenceState, 1);

  state->bundle = whence_bundle_ref (bundle);
  state->arrangement = arrangement != NULL ? whence_arrangement_ref (arrangement) : NULL;
  state->label = g_strdup (label);
  g_ptr_array_add (history->past, state);
  g_ptr_array_set_size (history->future, 0);
  if (history->past->len > MAX_STATES)
    g_ptr_array_remove_index (history->past, 0);
}

/* The label stays with the step between two states, so it travels along. */
static gboolean
travel (GPtrArray *from, GPtrArray *to, WhenceBundle **bundle, WhenceArrangement **arrangement)
{
  WhenceState *state;
  WhenceBundle *other_bundle;
  WhenceArrangement *other_arrangement;

  if (from->len == 0)
    return FALSE;
  state = g_ptr_array_steal_index (from, from->len - 1);
  other_bundle = state->bundle;
  other_arrangement = state->arrangement;
  state->bundle = *bundle;
  state->arrangement = *arrangement;
  *bundle = other_bundle;
  *arrangement = other_arrangement;
  g_ptr_array_add (to, state);
  return TRUE;
}

gboolean
whence_history_undo (WhenceHistory *history, WhenceBundle **bundle, WhenceArrangement **arrangement)
{
  return travel (history->past, history->future, bundle, arrangement);
}

gboolean
whence_history_redo (WhenceHistory *history, WhenceBundle **bundle, WhenceArrangement **arrangement)
{
  return travel (history->future, history->past, bundle, arrangement);
}

static const char *
top_label (GPtrArray *states)
{
  return states->len > 0 ? ((WhenceState *) g_ptr_array_index (states, states->len - 1))->label : NULL;
}

const char *
whence_history_get_undo_label (const WhenceHistory *history)
{
  return top_label (history->past);
}

const char *
whence_history_get_redo_label (const WhenceHistory *history)
{
  return top_label (history->future);
}
