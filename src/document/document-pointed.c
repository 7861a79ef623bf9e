/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has one value of a facet is lit as long as somebody points at that value: so a category can be seen in
 * a crowd of lines without telling colours apart. It is a filter of that value which hides nothing. Linear in
 * the facts for each change. */
#include "document/document-private.h"

static void
list_participants (WhenceDocument *document, const GArray *facts, guint8 *marked)
{
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < facts->len; i++)
    {
      whence_bundle_list_fact_entities (document->bundle, g_array_index (facts, guint32, i), entities);
      for (guint k = 0; k < entities->len; k++)
        marked[g_array_index (entities, guint32, k)] = TRUE;
    }
}

static GArray *
list_entities (WhenceDocument *document, const GArray *facts)
{
  guint n = whence_bundle_get_n_entities (document->bundle), n_types;
  const guint32 *types = whence_filter_get_values (document->pointed, WHENCE_FACET_ENTITY_TYPE, &n_types);
  g_autofree guint8 *marked = g_new0 (guint8, MAX (1, n));
  GArray *entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  const WhenceEntityType *type =
    n_types > 0 ? whence_bundle_get_nth_entity_type (document->bundle, *types) : NULL;

  list_participants (document, facts, marked);
  for (guint32 i = 0; i < n; i++)
    if (marked[i] && (type == NULL || whence_bundle_get_entity_type (document->bundle, i) == type))
      g_array_append_val (entities, i);
  return entities;
}

void
whence_document_light_pointed (WhenceDocument *document)
{
  guint n = whence_bundle_get_n_facts (document->bundle);
  g_autofree guint8 *has_it = NULL;
  g_autoptr (GArray) facts = NULL;
  g_autoptr (GArray) entities = NULL;

  if (document->pointed == NULL)
    return;
  has_it = g_new (guint8, MAX (1, n));
  facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  whence_filter_apply (document->pointed, whence_known_by_get_bundle (document->known_by, document->bundle),
                       document->known_by, has_it);
  for (guint32 fact = 0; fact < n; fact++)
    if (has_it[fact] && whence_scope_shows (document->scope, fact))
      g_array_append_val (facts, fact);
  entities = list_entities (document, facts);
  whence_selection_light_pointed (&document->selection, facts->len > 0 ? facts : NULL,
                                  facts->len > 0 ? entities : NULL);
}

void
whence_document_point_at (WhenceDocument *document, WhenceFacet facet, guint32 value)
{
  g_autoptr (WhenceFilter) nothing = whence_filter_new ();

  g_clear_pointer (&document->pointed, whence_filter_unref);
  document->pointed = whence_filter_toggle (nothing, facet, value);
  whence_document_light_pointed (document);
  whence_document_highlight_changed (document);
}

void
whence_document_forget_pointed (WhenceDocument *document)
{
  g_clear_pointer (&document->pointed, whence_filter_unref);
  whence_selection_light_pointed (&document->selection, NULL, NULL);
}

void
whence_document_point_at_nothing (WhenceDocument *document)
{
  if (document->pointed == NULL)
    return;
  whence_document_forget_pointed (document);
  whence_document_highlight_changed (document);
}
