/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands for a fact: those on the same line, and who takes part in it. */
#include "widgets/canvas-private.h"
#include "widgets/graph-commands-private.h"

static gboolean
has_line (WhenceGraphCanvas *self)
{
  guint32 fact = whence_graph_get_fact (self);

  return fact != WHENCE_NONE && self->scene != NULL
         && whence_graph_scene_count_on_line (self->scene, fact) != 1;
}

static gboolean
has_participants (WhenceGraphCanvas *self)
{
  return !whence_graph_has_entities (self) && whence_graph_has_centres (self);
}

static void
list_line (WhenceGraphCanvas *self)
{
  whence_canvas_open (WHENCE_CANVAS (self), whence_ref_fact (whence_graph_get_fact (self)));
}

static void
select_participants (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = whence_graph_list_centres (self);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));

  for (guint i = 0; i < entities->len; i++)
    {
      WhenceRef ref = whence_ref_entity (g_array_index (entities, guint32, i));
      g_array_append_val (refs, ref);
    }
  whence_document_focus (document_of (self), WHENCE_REF_NOTHING);
  whence_document_select_refs (document_of (self), (const WhenceRef *) (gconstpointer) refs->data, refs->len);
}

const WhenceGraphCommand whence_graph_fact_commands[] = {
  { "list-line", list_line, has_line, { { GDK_KEY_l } } },
  { "select-participants", select_participants, has_participants, { { GDK_KEY_s } } },
  { NULL },
};
