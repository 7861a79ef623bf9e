/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that choose who is shown: focus and its hops, expand, collapse, hide. */
#include "widgets/graph-commands-private.h"

static gboolean
has_focus (WhenceGraphCanvas *self)
{
  return whence_document_get_graph_focus (document_of (self))->centres->len > 0;
}

static gboolean
has_fewer_hops (WhenceGraphCanvas *self)
{
  return has_focus (self) && whence_document_get_graph_focus (document_of (self))->hops > 0;
}

static gboolean
has_more_hops (WhenceGraphCanvas *self)
{
  return has_focus (self) && whence_document_get_graph_focus (document_of (self))->hops < WHENCE_MAX_HOPS;
}

static gboolean
has_hidden (WhenceGraphCanvas *self)
{
  return whence_document_get_graph_focus (document_of (self))->hidden->len > 0;
}

static gboolean
has_beyond (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = whence_graph_list_entities (self);
  const WhenceGraphSubset *subset = whence_document_get_subset (document_of (self));

  for (guint i = 0; i < entities->len; i++)
    if (whence_graph_subset_has_beyond (subset, g_array_index (entities, guint32, i)))
      return TRUE;
  return FALSE;
}

static void
focus (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = whence_graph_list_centres (self);
  const WhenceGraphFocus *now = whence_document_get_graph_focus (document_of (self));
  /* A second time: one hop further, as if the button for it had been pressed. */
  gboolean same = now->centres->len == entities->len && entities->len > 0
                  && memcmp (now->centres->data, entities->data, entities->len * sizeof (guint32)) == 0;

  whence_document_focus_graph (document_of (self), whence_graph_data_of (entities), entities->len,
                               same ? MIN (now->hops + 1, WHENCE_MAX_HOPS) : 1);
}

static void
unfocus (WhenceGraphCanvas *self)
{
  whence_document_focus_graph (document_of (self), NULL, 0, 1);
}

static void
more_hops (WhenceGraphCanvas *self)
{
  whence_document_change_hops (document_of (self), 1);
}

static void
fewer_hops (WhenceGraphCanvas *self)
{
  whence_document_change_hops (document_of (self), -1);
}

static void
expand (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = whence_graph_list_entities (self);

  whence_document_expand (document_of (self), whence_graph_data_of (entities), entities->len);
}

static void
collapse (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = whence_graph_list_entities (self);

  whence_document_collapse (document_of (self), whence_graph_data_of (entities), entities->len);
}

static void
hide (WhenceGraphCanvas *self)
{
  WhenceDocument *document = document_of (self);
  g_autoptr (GArray) entities = whence_graph_list_entities (self);
  WhenceRef focused = whence_document_get_focus (document);

  whence_document_hide (document, whence_graph_data_of (entities), entities->len);
  if (focused.kind == WHENCE_REF_ENTITY)
    whence_document_focus (document, WHENCE_REF_NOTHING);
}

static void
show_hidden (WhenceGraphCanvas *self)
{
  whence_document_show_hidden (document_of (self));
}

gboolean
whence_graph_commands_expand (WhenceGraphCanvas *canvas, guint32 entity)
{
  WhenceDocument *document = document_of (canvas);

  if (!whence_graph_subset_has_beyond (whence_document_get_subset (document), entity))
    return FALSE;
  whence_document_expand (document, &entity, 1);
  return TRUE;
}

const WhenceGraphCommand whence_graph_subset_commands[] = {
  { "focus", focus, whence_graph_has_centres, { { GDK_KEY_Return, GDK_SHIFT_MASK }, { GDK_KEY_o } } },
  { "unfocus", unfocus, has_focus, { { GDK_KEY_O, GDK_SHIFT_MASK } } },
  { "fewer-hops", fewer_hops, has_fewer_hops, { { GDK_KEY_bracketleft }, { GDK_KEY_less } } },
  { "more-hops",
    more_hops,
    has_more_hops,
    { { GDK_KEY_bracketright }, { GDK_KEY_greater, GDK_SHIFT_MASK } } },
  { "expand", expand, has_beyond, { { GDK_KEY_e } } },
  { "collapse", collapse, whence_graph_has_entities, { { GDK_KEY_c } } },
  { "hide", hide, whence_graph_has_entities, { { GDK_KEY_Delete }, { GDK_KEY_h } } },
  { "show-hidden", show_hidden, has_hidden, { { GDK_KEY_H, GDK_SHIFT_MASK } } },
  { NULL },
};
