/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets of entities as sorted arrays: small, and merged in one pass. */
#include "document/graph-focus.h"

#include <string.h>

static GArray *
new_set (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

static GArray *
copy_set (const GArray *set)
{
  GArray *copy = new_set ();

  return g_array_append_vals (copy, set->data, set->len);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Puts the entities in order, each once. */
static void
tidy (GArray *set)
{
  guint n = 0;

  g_array_sort (set, compare);
  for (guint i = 0; i < set->len; i++)
    if (i == 0 || g_array_index (set, guint32, i) != g_array_index (set, guint32, i - 1))
      g_array_index (set, guint32, n++) = g_array_index (set, guint32, i);
  g_array_set_size (set, n);
}

static void
add_all (GArray *set, const guint32 *entities, guint n)
{
  g_array_append_vals (set, entities, n);
  tidy (set);
}

/* @entities need no order. */
static void
take_out (GArray *set, const guint32 *entities, guint n)
{
  g_autoptr (GArray) out = new_set ();
  guint n_left = 0, at = 0;

  add_all (out, entities, n);
  for (guint i = 0; i < set->len; i++)
    {
      guint32 entity = g_array_index (set, guint32, i);
      while (at < out->len && g_array_index (out, guint32, at) < entity)
        at++;
      if (at == out->len || g_array_index (out, guint32, at) != entity)
        g_array_index (set, guint32, n_left++) = entity;
    }
  g_array_set_size (set, n_left);
}

static gboolean
equal_sets (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint32)) == 0);
}

/* --- The focus ----------------------------------------------------------------------------------- */

static WhenceGraphFocus *
make (GArray *centres, guint hops, GArray *revealed, GArray *hidden)
{
  WhenceGraphFocus *focus = g_new0 (WhenceGraphFocus, 1);

  g_atomic_ref_count_init (&focus->ref_count);
  focus->centres = centres;
  focus->hops = hops;
  focus->revealed = revealed;
  focus->hidden = hidden;
  return focus;
}

static WhenceGraphFocus *
copy (const WhenceGraphFocus *focus)
{
  return make (copy_set (focus->centres), focus->hops, copy_set (focus->revealed), copy_set (focus->hidden));
}

WhenceGraphFocus *
whence_graph_focus_new (void)
{
  return make (new_set (), 1, new_set (), new_set ());
}

WhenceGraphFocus *
whence_graph_focus_ref (WhenceGraphFocus *focus)
{
  g_atomic_ref_count_inc (&focus->ref_count);
  return focus;
}

void
whence_graph_focus_unref (WhenceGraphFocus *focus)
{
  if (!g_atomic_ref_count_dec (&focus->ref_count))
    return;
  g_array_unref (focus->centres);
  g_array_unref (focus->revealed);
  g_array_unref (focus->hidden);
  g_free (focus);
}

gboolean
whence_graph_focus_equal (const WhenceGraphFocus *a, const WhenceGraphFocus *b)
{
  return equal_sets (a->centres, b->centres) && (a->centres->len == 0 || a->hops == b->hops)
         && equal_sets (a->revealed, b->revealed) && equal_sets (a->hidden, b->hidden);
}

gboolean
whence_graph_focus_is_everything (const WhenceGraphFocus *focus)
{
  return focus->centres->len == 0 && focus->hidden->len == 0;
}

WhenceGraphChoice
whence_graph_focus_get_choice (const WhenceGraphFocus *focus)
{
  return (WhenceGraphChoice){
    .centres = (const guint32 *) (gconstpointer) focus->centres->data,
    .n_centres = focus->centres->len,
    .hops = focus->hops,
    .revealed = (const guint32 *) (gconstpointer) focus->revealed->data,
    .n_revealed = focus->revealed->len,
    .hidden = (const guint32 *) (gconstpointer) focus->hidden->data,
    .n_hidden = focus->hidden->len,
  };
}

WhenceGraphFocus *
whence_graph_focus_around (const WhenceGraphFocus *focus, const guint32 *entities, guint n, guint hops)
{
  GArray *hidden = copy_set (focus->hidden), *centres = new_set ();

  take_out (hidden, entities, n);
  g_array_append_vals (centres, entities, n);
  return make (centres, hops, new_set (), hidden);
}

WhenceGraphFocus *
whence_graph_focus_with_hops (const WhenceGraphFocus *focus, guint hops)
{
  WhenceGraphFocus *other = copy (focus);

  other->hops = hops;
  return other;
}

WhenceGraphFocus *
whence_graph_focus_reveal (const WhenceGraphFocus *focus, const guint32 *entities, guint n)
{
  WhenceGraphFocus *other = copy (focus);

  take_out (other->hidden, entities, n);
  if (other->centres->len > 0)
    add_all (other->revealed, entities, n);
  return other;
}

WhenceGraphFocus *
whence_graph_focus_hide (const WhenceGraphFocus *focus, const guint32 *entities, guint n)
{
  WhenceGraphFocus *other = copy (focus);

  take_out (other->revealed, entities, n);
  add_all (other->hidden, entities, n);
  return other;
}

WhenceGraphFocus *
whence_graph_focus_hide_nothing (const WhenceGraphFocus *focus)
{
  WhenceGraphFocus *other = copy (focus);

  g_array_set_size (other->hidden, 0);
  return other;
}

static GArray *
translate_set (const GArray *set, const WhenceBundle *from, const WhenceBundle *to)
{
  GArray *translated = new_set ();

  for (guint i = 0; i < set->len; i++)
    {
      WhenceEntity entity;
      guint32 index;
      whence_bundle_get_entity (from, g_array_index (set, guint32, i), &entity);
      index = whence_bundle_find_entity (to, entity.id);
      if (index != WHENCE_NONE)
        g_array_append_val (translated, index);
    }
  return translated;
}

WhenceGraphFocus *
whence_graph_focus_translate (const WhenceGraphFocus *focus, const WhenceBundle *from, const WhenceBundle *to)
{
  WhenceGraphFocus *other =
    make (translate_set (focus->centres, from, to), focus->hops, translate_set (focus->revealed, from, to),
          translate_set (focus->hidden, from, to));

  tidy (other->revealed);
  tidy (other->hidden);
  return other;
}
