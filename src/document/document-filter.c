/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader hides, as one immutable filter. It can be set aside and brought back without being lost;
 * the scope that the views draw follows either way. Linear in the facts. */
#include "document/document-private.h"

WhenceFilter *
whence_document_get_filter (WhenceDocument *document)
{
  return document->filter;
}

gboolean
whence_document_is_filter_set_aside (WhenceDocument *document)
{
  return document->filter_aside;
}

guint
whence_document_get_n_hidden (WhenceDocument *document)
{
  return document->n_hidden;
}

WhenceFilter *
whence_document_get_applied_filter (WhenceDocument *document)
{
  return document->filter_aside || whence_filter_is_empty (document->filter) ? NULL : document->filter;
}

static void
change (WhenceDocument *document, WhenceFilter *filter, gboolean aside)
{
  if (aside == document->filter_aside && whence_filter_equal (filter, document->filter))
    return;
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  whence_filter_ref (filter);
  whence_filter_unref (document->filter);
  document->filter = filter;
  document->filter_aside = aside && !whence_filter_is_empty (filter);
  whence_document_renew_scope (document);
  g_object_freeze_notify (G_OBJECT (document));
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_FILTER);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_SCOPE);
  g_object_thaw_notify (G_OBJECT (document));
}

void
whence_document_set_filter (WhenceDocument *document, WhenceFilter *filter)
{
  change (document, filter, FALSE);
}

void
whence_document_set_filter_aside (WhenceDocument *document, gboolean aside)
{
  change (document, document->filter, aside);
}

void
whence_document_restore_filter (WhenceDocument *document, WhenceFilter *filter, gboolean aside)
{
  change (document, filter, aside);
}

void
whence_document_forget_filter (WhenceDocument *document)
{
  whence_filter_unref (document->filter);
  document->filter = whence_filter_new ();
  document->filter_aside = FALSE;
}
