/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes what was chosen along, works out what follows, and can tell whether it still is what is wanted. A
 * worker sees immutable objects only, nothing of the document. */
#include "document/renewal.h"

#include <string.h>

#include "document/document-private.h"

WhenceRenewal *
whence_renewal_new (WhenceDocument *document)
{
  WhenceRenewal *renewal = g_new0 (WhenceRenewal, 1);

  renewal->from = whence_bundle_ref (document->bundle);
  renewal->chosen = whence_filter_ref (document->filter);
  renewal->aside = document->filter_aside;
  renewal->date = g_strdup (document->known_date);
  renewal->outlook.as_of = (WhencePeriod){ document->as_of_from, document->as_of_to };
  memcpy (renewal->outlook.compared, document->compared, sizeof document->compared);
  return renewal;
}

void
whence_renewal_free (WhenceRenewal *renewal)
{
  whence_outlook_clear (&renewal->outlook);
  g_clear_pointer (&renewal->translation, whence_translation_free);
  g_clear_pointer (&renewal->filter, whence_filter_unref);
  g_clear_pointer (&renewal->scope, whence_scope_unref);
  g_clear_pointer (&renewal->to, whence_bundle_unref);
  whence_filter_unref (renewal->chosen);
  whence_bundle_unref (renewal->from);
  g_free (renewal->date);
  g_free (renewal);
}

gboolean
whence_renewal_work_out (WhenceRenewal *renewal, WhenceBundle *to, GCancellable *cancellable)
{
  WhenceOutlook *outlook = &renewal->outlook;

  renewal->to = whence_bundle_ref (to);
  renewal->translation = whence_translation_new (renewal->from, to);
  renewal->filter = whence_filter_translate (renewal->chosen, renewal->from, to);
  outlook->bundle = whence_bundle_ref (to);
  if (!renewal->aside && !whence_filter_is_empty (renewal->filter))
    outlook->filter = whence_filter_ref (renewal->filter);
  if (renewal->date != NULL)
    outlook->known_by = whence_known_by_weigh (to, renewal->date, cancellable, NULL);
  if (renewal->date == NULL || outlook->known_by != NULL)
    renewal->scope = whence_outlook_make_scope (outlook, &renewal->n_hidden);
  return renewal->scope != NULL;
}

gboolean
whence_renewal_is_current (const WhenceRenewal *renewal, WhenceDocument *document)
{
  return renewal->scope != NULL && whence_bundle_has_same_records (renewal->from, document->bundle)
         && renewal->chosen == document->filter && renewal->aside == document->filter_aside
         && g_strcmp0 (renewal->date, document->known_date) == 0
         && whence_periods_equal (renewal->outlook.compared, document->compared, 2);
}
