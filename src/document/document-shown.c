/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of the bundle is shown, and how: each setter says so once. */
#include "document/document-private.h"

WhenceScope *
whence_document_get_scope (WhenceDocument *document)
{
  return document->scope;
}

WhenceGrouping
whence_document_get_grouping (WhenceDocument *document)
{
  return document->grouping;
}

void
whence_document_set_grouping (WhenceDocument *document, WhenceGrouping grouping)
{
  if (document->grouping == grouping)
    return;
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  document->grouping = grouping;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_GROUPING);
}

gboolean
whence_document_get_negated (WhenceDocument *document)
{
  return document->negated;
}

void
whence_document_set_negated (WhenceDocument *document, gboolean negated)
{
  if (document->negated == !!negated)
    return;
  document->negated = !!negated;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_NEGATED);
}

WhenceArrangement *
whence_document_get_arrangement (WhenceDocument *document)
{
  return document->arrangement;
}

WhenceArrangement *
whence_document_get_last_arrangement (WhenceDocument *document)
{
  return document->last_arrangement;
}

void
whence_document_set_arrangement (WhenceDocument *document, WhenceArrangement *arrangement)
{
  if (document->arrangement == arrangement)
    return;
  if (arrangement != NULL)
    whence_arrangement_ref (arrangement);
  g_clear_pointer (&document->arrangement, whence_arrangement_unref);
  document->arrangement = arrangement;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_ARRANGEMENT);
}
