/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filters, and makes the scope of what is left; in whichever thread. */
#include "document/outlook.h"

void
whence_outlook_clear (WhenceOutlook *outlook)
{
  g_clear_pointer (&outlook->filter, whence_filter_unref);
  g_clear_pointer (&outlook->known_by, whence_known_by_unref);
  g_clear_pointer (&outlook->bundle, whence_bundle_unref);
}

/* What the filter leaves; NULL: everything. */
static guint8 *
dup_shown (const WhenceOutlook *outlook, guint *n_hidden)
{
  WhenceBundle *bundle = outlook->bundle;
  guint8 *shown;

  *n_hidden = 0;
  if (outlook->filter == NULL)
    return NULL;
  shown = g_new (guint8, MAX (1, whence_bundle_get_n_facts (bundle)));
  *n_hidden = whence_filter_apply (outlook->filter, whence_known_by_get_bundle (outlook->known_by, bundle),
                                   outlook->known_by, shown);
  return shown;
}

WhenceScope *
whence_outlook_make_scope (const WhenceOutlook *outlook, guint *n_hidden)
{
  g_autofree guint8 *shown = dup_shown (outlook, n_hidden);

  return whence_scope_new (
    &(WhenceScopeSpec){ .bundle = outlook->bundle,
                        .shown = shown,
                        .today = whence_known_by_get_today (outlook->known_by, outlook->bundle),
                        .as_of = outlook->as_of,
                        .compared = { outlook->compared[0], outlook->compared[1] },
                        .known_by = outlook->known_by });
}
