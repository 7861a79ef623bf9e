/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set and a list of ids. A change copies both: linear in what a person has touched. */
#include "layout/lane-state.h"

struct _WhenceLaneState
{
  gatomicrefcount references;
  GHashTable *collapsed; /* ids */
  GPtrArray *order;      /* ids */
};

WhenceLaneState *
whence_lane_state_new (void)
{
  WhenceLaneState *state = g_new0 (WhenceLaneState, 1);
  g_atomic_ref_count_init (&state->references);
  state->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->order = g_ptr_array_new_with_free_func (g_free);
  return state;
}

WhenceLaneState *
whence_lane_state_ref (WhenceLaneState *state)
{
  g_atomic_ref_count_inc (&state->references);
  return state;
}

void
whence_lane_state_unref (WhenceLaneState *state)
{
  if (!g_atomic_ref_count_dec (&state->references))
    return;
  g_hash_table_unref (state->collapsed);
  g_ptr_array_unref (state->order);
  g_free (state);
}

gboolean
whence_lane_state_is_collapsed (const WhenceLaneState *state, const char *id)
{
  return state != NULL && g_hash_table_contains (state->collapsed, id);
}

const char *const *
whence_lane_state_get_order (const WhenceLaneState *state, guint *n_ids)
{
  *n_ids = state != NULL ? state->order->len : 0;
  return state != NULL ? (const char *const *) state->order->pdata : NULL;
}

static void
copy_collapsed (WhenceLaneState *to, const WhenceLaneState *from)
{
  GHashTableIter iter;
  gpointer id;
  if (from == NULL)
    return;
  g_hash_table_iter_init (&iter, from->collapsed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (to->collapsed, g_strdup (id));
}

static void
add_order (WhenceLaneState *to, const char *const *ids, guint n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (to->order, g_strdup (ids[i]));
}

WhenceLaneState *
whence_lane_state_collapse (const WhenceLaneState *state, const char *const *ids, guint n_ids,
                            gboolean collapsed)
{
  WhenceLaneState *changed = whence_lane_state_new ();
  guint n_order;
  const char *const *order = whence_lane_state_get_order (state, &n_order);
  copy_collapsed (changed, state);
  add_order (changed, order, n_order);
  for (guint i = 0; i < n_ids; i++)
    if (collapsed)
      g_hash_table_add (changed->collapsed, g_strdup (ids[i]));
    else
      g_hash_table_remove (changed->collapsed, ids[i]);
  return changed;
}

WhenceLaneState *
whence_lane_state_arrange (const WhenceLaneState *state, const char *const *ids, guint n_ids)
{
  WhenceLaneState *changed = whence_lane_state_new ();
  copy_collapsed (changed, state);
  add_order (changed, ids, n_ids);
  return changed;
}
