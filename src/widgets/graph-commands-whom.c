/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On whom the commands of the graph act. */
#include "widgets/graph-commands-private.h"

/* The focus of the keyboard goes before a selection that it is not part of. */
static GArray *
list_refs (WhenceGraphCanvas *self)
{
  WhenceDocument *document = document_of (self);
  WhenceRef focus = whence_document_get_focus (document);
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  guint n = 0;
  const WhenceRef *selected = whence_document_get_selection (document, &n);

  if (focus.kind != WHENCE_REF_NONE && !whence_document_is_selected (document, focus))
    g_array_append_val (refs, focus);
  else
    g_array_append_vals (refs, selected, n);
  return refs;
}

GArray *
whence_graph_list_entities (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) refs = list_refs (self);
  GArray *entities = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < refs->len; i++)
    if (g_array_index (refs, WhenceRef, i).kind == WHENCE_REF_ENTITY)
      g_array_append_val (entities, g_array_index (refs, WhenceRef, i).index);
  return entities;
}

guint32
whence_graph_get_fact (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) refs = list_refs (self);
  const WhenceRef *ref = refs->len == 1 ? &g_array_index (refs, WhenceRef, 0) : NULL;

  return ref != NULL && ref->kind == WHENCE_REF_FACT ? ref->index : WHENCE_NONE;
}

/* Who takes part in a fact stands for it where only entities will do. */
GArray *
whence_graph_list_centres (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) refs = list_refs (self), participants = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *entities = whence_graph_list_entities (self);

  for (guint i = 0; i < refs->len && entities->len == 0; i++)
    if (g_array_index (refs, WhenceRef, i).kind == WHENCE_REF_FACT)
      {
        whence_bundle_list_fact_entities (whence_document_get_told_bundle (document_of (self)),
                                          g_array_index (refs, WhenceRef, i).index, participants);
        g_array_append_vals (entities, participants->data, participants->len);
      }
  return entities;
}

gboolean
whence_graph_has_centres (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = whence_graph_list_centres (self);

  return entities->len > 0;
}

gboolean
whence_graph_has_entities (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = whence_graph_list_entities (self);

  return entities->len > 0;
}
