/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By when things are to be known. What was known by then is weighed once for each date and bundle, and the
 * scope follows. Linear in the citations. */
#include "document/document-private.h"

const char *
whence_document_get_known_by (WhenceDocument *document)
{
  return document->known_by != NULL ? whence_known_by_get_date (document->known_by) : NULL;
}

static void
take (WhenceDocument *document, WhenceKnownBy *known_by)
{
  g_clear_pointer (&document->known_by, whence_known_by_unref);
  document->known_by = known_by;
  whence_selection_set_known_by (&document->selection, known_by);
}

gboolean
whence_document_set_known_by (WhenceDocument *document, const char *date, GError **error)
{
  WhenceKnownBy *known_by = NULL;

  if (g_strcmp0 (date, whence_document_get_known_by (document)) == 0)
    return TRUE;
  if (date != NULL)
    {
      known_by = whence_known_by_new (document->bundle, date, error);
      if (known_by == NULL)
        return FALSE;
    }
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  take (document, known_by);
  whence_document_renew_scope (document);
  whence_document_search_known (document);
  whence_document_review_afresh (document);
  g_object_freeze_notify (G_OBJECT (document));
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_KNOWN_BY);
  /* The filter hides, and counts, only what was known. */
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_FILTER);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_SCOPE);
  whence_document_highlight_changed (document);
  g_object_thaw_notify (G_OBJECT (document));
  return TRUE;
}

void
whence_document_translate_known_by (WhenceDocument *document, WhenceBundle *to)
{
  if (document->known_by != NULL)
    take (document, whence_known_by_new (to, whence_known_by_get_date (document->known_by), NULL));
}

void
whence_document_forget_known_by (WhenceDocument *document)
{
  take (document, NULL);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_KNOWN_BY);
}
