/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On whom the commands of the graph act. */
#include "widgets/graph-commands-private.h"

/* The focus of the keyboard goes before a selection that it is not part of. The references are valid as long
 * as @focus. */
static const WhenceRef *
get_refs (WhenceGraphCanvas *self, WhenceRef *focus, guint *n)
{
  WhenceDocument *document = document_of (self);

  *focus = whence_document_get_focus (document);
  if (focus->kind == WHENCE_REF_NONE || whence_document_is_selected (document, *focus))
    return whence_document_get_selection (document, n);
  *n = 1;
  return focus;
}

GArray *
whence_graph_list_entities (WhenceGraphCanvas *self)
{
  WhenceRef focus;
  guint n;
  const WhenceRef *refs = get_refs (self, &focus, &n);
  guint n_entities = refs == &focus ? 1 : whence_document_get_n_selected_entities (document_of (self));
  GArray *entities = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n && entities->len < n_entities; i++)
    if (refs[i].kind == WHENCE_REF_ENTITY)
      g_array_append_val (entities, refs[i].index);
  return entities;
}

guint32
whence_graph_get_fact (WhenceGraphCanvas *self)
{
  WhenceRef focus;
  guint n;
  const WhenceRef *refs = get_refs (self, &focus, &n);

  return n == 1 && refs->kind == WHENCE_REF_FACT ? refs->index : WHENCE_NONE;
}

/* Who takes part in a fact stands for it where only entities will do. */
GArray *
whence_graph_list_centres (WhenceGraphCanvas *self)
{
  WhenceRef focus;
  guint n;
  const WhenceRef *refs = get_refs (self, &focus, &n);
  g_autoptr (GArray) participants = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *entities = whence_graph_list_entities (self);

  for (guint i = 0; i < n && entities->len == 0; i++)
    if (refs[i].kind == WHENCE_REF_FACT)
      {
        whence_bundle_list_fact_entities (whence_document_get_told_bundle (document_of (self)), refs[i].index,
                                          participants);
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
