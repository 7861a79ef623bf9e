/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of the graph that is shown, and its paths. Both follow from small states and the scope, and are
 * worked out anew when somebody asks after a change. */
#include "document/document-private.h"

/* --- The subset ---------------------------------------------------------------------------------- */

static void
append_path (WhenceDocument *document, GArray *entities)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document);

  if (paths != NULL && whence_graph_paths_get_n_listed (paths) > 0)
    g_array_append_vals (entities, whence_graph_paths_get (paths, document->path),
                         whence_graph_paths_get_hops (paths) + 1);
}

/* A path that is looked at is in sight from end to end. */
static WhenceGraphFocus *
focus_with_path (WhenceDocument *document)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));

  append_path (document, path);
  return whence_graph_focus_reveal (document->graph_focus, (const guint32 *) (gconstpointer) path->data,
                                    path->len);
}

WhenceGraphSubset *
whence_document_get_subset (WhenceDocument *document)
{
  g_autoptr (WhenceGraphFocus) focus = NULL;
  WhenceGraphChoice choice;

  if (document->subset != NULL || whence_graph_focus_is_everything (document->graph_focus))
    return document->subset;
  focus = focus_with_path (document);
  if (whence_graph_focus_is_everything (focus))
    return NULL;
  choice = whence_graph_focus_get_choice (focus);
  document->subset = whence_graph_subset_new (document->scope, &choice);
  return document->subset;
}

static void
subset_changed (WhenceDocument *document)
{
  g_clear_pointer (&document->subset, whence_graph_subset_unref);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_SUBSET);
}

WhenceGraphFocus *
whence_document_get_graph_focus (WhenceDocument *document)
{
  return document->graph_focus;
}

void
whence_document_set_graph_focus (WhenceDocument *document, WhenceGraphFocus *focus)
{
  if (whence_graph_focus_equal (document->graph_focus, focus))
    return;
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  whence_graph_focus_ref (focus);
  whence_graph_focus_unref (document->graph_focus);
  document->graph_focus = focus;
  subset_changed (document);
}

/* Takes over @focus. */
static void
take_focus (WhenceDocument *document, WhenceGraphFocus *focus)
{
  whence_document_set_graph_focus (document, focus);
  whence_graph_focus_unref (focus);
}

void
whence_document_focus_graph (WhenceDocument *document, const guint32 *entities, guint n, guint hops)
{
  take_focus (document, whence_graph_focus_around (document->graph_focus, entities, n, hops));
}

void
whence_document_change_hops (WhenceDocument *document, int by)
{
  int hops = CLAMP ((int) document->graph_focus->hops + by, 0, WHENCE_MAX_HOPS);

  if (document->graph_focus->centres->len > 0)
    take_focus (document, whence_graph_focus_with_hops (document->graph_focus, (guint) hops));
}

static gboolean
is_any_selected (WhenceDocument *document, const guint32 *entities, guint n)
{
  for (guint i = 0; i < n; i++)
    if (whence_document_is_selected (document, whence_ref_entity (entities[i])))
      return TRUE;
  return FALSE;
}

/* What is hidden cannot stay selected: the next command would act on what nobody sees. */
void
whence_document_hide (WhenceDocument *document, const guint32 *entities, guint n)
{
  g_autoptr (WhenceGraphFocus) focus = whence_graph_focus_hide (document->graph_focus, entities, n);
  gboolean hides = !whence_graph_focus_equal (document->graph_focus, focus);

  whence_document_set_graph_focus (document, focus);
  if (!is_any_selected (document, entities, n))
    return;
  if (!hides)
    whence_document_remember_view (document, WHENCE_VIEW_STEP);
  whence_selection_select (&document->selection, WHENCE_REF_NOTHING, FALSE);
  whence_document_selection_changed (document);
}

void
whence_document_show_hidden (WhenceDocument *document)
{
  take_focus (document, whence_graph_focus_hide_nothing (document->graph_focus));
}

/* --- Neighbours ---------------------------------------------------------------------------------- */

typedef struct
{
  WhenceDocument *document;
  const WhenceGraphSubset *subset;
  GArray *found;
  guint32 of;
  gboolean has_others;
} Search;

static void
find_hidden (guint32 neighbour, gpointer user_data)
{
  Search *search = user_data;

  if (!whence_graph_subset_has (search->subset, neighbour))
    g_array_append_val (search->found, neighbour);
}

void
whence_document_expand (WhenceDocument *document, const guint32 *entities, guint n)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  Search search = { document, whence_document_get_subset (document), found };

  for (guint i = 0; i < n; i++)
    whence_scope_foreach_neighbour (document->scope, entities[i], find_hidden, &search);
  if (found->len > 0)
    take_focus (document,
                whence_graph_focus_reveal (document->graph_focus,
                                           (const guint32 *) (gconstpointer) found->data, found->len));
}

static void
find_others (guint32 neighbour, gpointer user_data)
{
  Search *search = user_data;

  search->has_others |= neighbour != search->of && whence_graph_subset_has (search->subset, neighbour);
}

static void
find_leaf (guint32 neighbour, gpointer user_data)
{
  Search *search = user_data;

  if (!whence_graph_subset_has (search->subset, neighbour))
    return;
  search->has_others = FALSE;
  whence_scope_foreach_neighbour (search->document->scope, neighbour, find_others, search);
  if (!search->has_others)
    g_array_append_val (search->found, neighbour);
}

void
whence_document_collapse (WhenceDocument *document, const guint32 *entities, guint n)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  Search search = { document, whence_document_get_subset (document), found };

  for (guint i = 0; i < n; i++)
    {
      search.of = entities[i];
      whence_scope_foreach_neighbour (document->scope, entities[i], find_leaf, &search);
    }
  if (found->len > 0)
    whence_document_hide (document, (const guint32 *) (gconstpointer) found->data, found->len);
}

/* --- Paths --------------------------------------------------------------------------------------- */

/* Lights the path that is looked at. */
static void
light_path (WhenceDocument *document)
{
  const WhenceGraphPaths *paths = document->paths;
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (guint32)),
                     entities = g_array_new (FALSE, FALSE, sizeof (guint32)),
                     step = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (paths == NULL || whence_graph_paths_get_n_listed (paths) == 0)
    {
      whence_selection_light_path (&document->selection, NULL, NULL);
      return;
    }
  for (guint i = 0; i < whence_graph_paths_get_hops (paths); i++)
    {
      whence_graph_paths_list_facts (paths, document->path, i, step);
      g_array_append_vals (facts, step->data, step->len);
    }
  append_path (document, entities);
  whence_selection_light_path (&document->selection, facts, entities);
}

static void
paths_changed (WhenceDocument *document)
{
  light_path (document);
  g_object_freeze_notify (G_OBJECT (document));
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_PATHS);
  if (!whence_graph_focus_is_everything (document->graph_focus))
    subset_changed (document);
  g_object_thaw_notify (G_OBJECT (document));
  whence_document_highlight_changed (document);
}

/* An end that is gone takes the paths along. */
static void
find_paths_again (WhenceDocument *document)
{
  g_clear_pointer (&document->paths, whence_graph_paths_free);
  if (document->path_from != WHENCE_NONE && document->path_to != WHENCE_NONE)
    document->paths =
      whence_graph_paths_new (document->scope, document->path_from, document->path_to, WHENCE_MAX_PATHS);
  if (document->paths == NULL || document->path >= whence_graph_paths_get_n_listed (document->paths))
    document->path = 0;
  paths_changed (document);
}

void
whence_document_find_paths (WhenceDocument *document, guint32 from, guint32 to)
{
  document->path_from = from;
  document->path_to = to;
  document->path = 0;
  find_paths_again (document);
}

const WhenceGraphPaths *
whence_document_get_paths (WhenceDocument *document)
{
  return document->paths;
}

guint
whence_document_get_path (WhenceDocument *document)
{
  return document->path;
}

void
whence_document_set_path (WhenceDocument *document, guint i)
{
  if (document->paths == NULL || i >= whence_graph_paths_get_n_listed (document->paths)
      || i == document->path)
    return;
  document->path = i;
  paths_changed (document);
}

void
whence_document_close_paths (WhenceDocument *document)
{
  if (document->paths == NULL)
    return;
  g_clear_pointer (&document->paths, whence_graph_paths_free);
  document->path = 0;
  paths_changed (document);
}

void
whence_document_leave (WhenceDocument *document)
{
  if (document->paths != NULL)
    whence_document_close_paths (document);
  else
    whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
}

/* --- What follows from other changes ------------------------------------------------------------- */

static guint32
translate (guint32 index, const WhenceBundle *from, const WhenceBundle *to)
{
  return whence_ref_translate (whence_ref_entity (index), from, to).index;
}

void
whence_document_subset_follow_bundle (WhenceDocument *document, const WhenceBundle *from,
                                      const WhenceBundle *to)
{
  WhenceGraphFocus *focus = whence_graph_focus_translate (document->graph_focus, from, to);

  whence_graph_focus_unref (document->graph_focus);
  document->graph_focus = focus;
  if (document->paths == NULL)
    return;
  document->path_from = translate (document->path_from, from, to);
  document->path_to = translate (document->path_to, from, to);
}

void
whence_document_subset_follow_scope (WhenceDocument *document)
{
  if (!whence_graph_focus_is_everything (document->graph_focus))
    subset_changed (document);
  if (document->paths != NULL)
    find_paths_again (document);
}

void
whence_document_subset_init (WhenceDocument *document)
{
  document->graph_focus = whence_graph_focus_new ();
}

void
whence_document_subset_clear (WhenceDocument *document)
{
  g_clear_pointer (&document->graph_focus, whence_graph_focus_unref);
  g_clear_pointer (&document->subset, whence_graph_subset_unref);
  g_clear_pointer (&document->paths, whence_graph_paths_free);
  document->path = 0;
}

void
whence_document_subset_reset (WhenceDocument *document)
{
  whence_graph_focus_unref (document->graph_focus);
  document->graph_focus = whence_graph_focus_new ();
  subset_changed (document);
  whence_document_close_paths (document);
}
