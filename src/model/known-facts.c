/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes over the facts that were known by a date, and collects what those say otherwise that later sources
 * speak of, too. */
#include "model/known-facts.h"

#include "model/bundle-private.h"
#include "model/readings.h"

WhenceBundle *
whence_known_facts_tell (const WhenceKnownBy *known_by, WhenceBundle *bundle)
{
  g_autoptr (GArray) retellings = g_array_new (FALSE, FALSE, sizeof (WhenceRetelling));
  guint32 n_facts = whence_bundle_get_n_facts (bundle);

  for (guint32 fact = 0; fact < n_facts; fact++)
    {
      WhenceChoice choice;
      WhenceRetelling retelling;

      if (whence_bundle_get_n_fact_citations (bundle, fact) < 2
          || whence_known_by_get_fact (known_by, fact) == WHENCE_ACTIVITY_NOT
          || !whence_readings_choose (bundle, fact, known_by, &choice))
        continue;
      retelling =
        (WhenceRetelling){ fact, choice.citation[WHENCE_ASPECT_DATE], choice.citation[WHENCE_ASPECT_AMOUNT],
                           choice.citation[WHENCE_ASPECT_SHARE], choice.opens_end };
      g_array_append_val (retellings, retelling);
    }
  return whence_bundle_retell (bundle, (const WhenceRetelling *) (gpointer) retellings->data,
                               retellings->len);
}
