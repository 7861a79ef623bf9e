/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is lit: selection, hover and focus. A change of the selection is a step of the way back. */
#include "document/document-private.h"

static void
select_ref (WhenceDocument *document, WhenceRef ref, gboolean extend, WhenceViewMotion motion)
{
  /* Where nothing is selected any more, no span of time is either. */
  if (ref.kind == WHENCE_REF_NONE && document->selection.refs->len == 0)
    whence_document_clear_span (document);
  if (!whence_selection_would_change (&document->selection, ref, extend))
    return;
  whence_document_remember_view (document, motion);
  whence_selection_select (&document->selection, ref, extend);
  whence_document_selection_changed (document);
}

void
whence_document_select (WhenceDocument *document, WhenceRef ref, gboolean extend)
{
  select_ref (document, ref, extend, WHENCE_VIEW_STEP);
}

void
whence_document_walk_to (WhenceDocument *document, WhenceRef ref)
{
  select_ref (document, ref, FALSE, WHENCE_VIEW_WALKS);
}

void
whence_document_select_refs (WhenceDocument *document, const WhenceRef *refs, guint n_refs)
{
  g_autoptr (GArray) array = g_array_sized_new (FALSE, FALSE, sizeof (WhenceRef), n_refs);

  g_array_append_vals (array, refs, n_refs);
  whence_document_select_array (document, array);
}

void
whence_document_select_array (WhenceDocument *document, GArray *refs)
{
  if (whence_selection_holds_just (&document->selection, (const WhenceRef *) (gconstpointer) refs->data,
                                   refs->len))
    return;
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  whence_selection_set (&document->selection, refs);
  whence_document_selection_changed (document);
}

void
whence_document_hover (WhenceDocument *document, WhenceRef ref)
{
  if (whence_selection_hover (&document->selection, ref))
    whence_document_highlight_changed (document);
}

void
whence_document_focus (WhenceDocument *document, WhenceRef ref)
{
  if (whence_selection_focus (&document->selection, ref))
    whence_document_highlight_changed (document);
}

const WhenceRef *
whence_document_get_selection (WhenceDocument *document, guint *n_refs)
{
  *n_refs = document->selection.refs->len;
  return (const WhenceRef *) (gconstpointer) document->selection.refs->data;
}

guint
whence_document_get_n_selected_facts (WhenceDocument *document)
{
  return document->selection.n_facts;
}

guint
whence_document_get_n_selected_entities (WhenceDocument *document)
{
  return document->selection.n_entities;
}

WhenceRef
whence_document_get_focus (WhenceDocument *document)
{
  return document->selection.focus;
}

gboolean
whence_document_is_selected (WhenceDocument *document, WhenceRef ref)
{
  return whence_selection_contains (&document->selection, ref);
}

WhenceHighlight
whence_document_get_highlight (WhenceDocument *document)
{
  WhenceHighlight highlight = whence_selection_get_highlight (&document->selection);

  highlight.span_from = document->span_from;
  highlight.span_to = document->span_to;
  return highlight;
}
