/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes over the facts and entities that were known by a date, and collects what those say otherwise that
 * later sources speak of, too. */
#include "model/known-records.h"

#include "model/bundle-private.h"
#include "model/readings.h"

static void
add (GArray *retellings, const WhenceKnownBy *known_by, const WhenceBundle *bundle, WhenceRecordKind kind,
     guint32 index)
{
  WhenceRetelling retelling;
  WhenceChoice choice;

  if (!whence_readings_choose (bundle, kind, index, known_by, &choice))
    return;
  retelling = (WhenceRetelling){ kind,
                                 index,
                                 choice.citation[WHENCE_ASPECT_DATE],
                                 choice.citation[WHENCE_ASPECT_AMOUNT],
                                 choice.citation[WHENCE_ASPECT_SHARE],
                                 choice.opens_end };
  g_array_append_val (retellings, retelling);
}

WhenceBundle *
whence_known_records_tell (const WhenceKnownBy *known_by, WhenceBundle *bundle)
{
  g_autoptr (GArray) retellings = g_array_new (FALSE, FALSE, sizeof (WhenceRetelling));

  for (guint32 i = 0; i < bundle->entities.n; i++)
    if (WHENCE_TABLE_AT (&bundle->entities, PackedEntity, i)->citations.n > 1
        && whence_known_by_get_profile (known_by, i) != WHENCE_ACTIVITY_NOT)
      add (retellings, known_by, bundle, WHENCE_RECORD_ENTITY, i);
  for (guint32 i = 0; i < bundle->facts.n; i++)
    if (WHENCE_TABLE_AT (&bundle->facts, PackedFact, i)->citations.n > 1
        && whence_known_by_get_fact (known_by, i) != WHENCE_ACTIVITY_NOT)
      add (retellings, known_by, bundle, WHENCE_RECORD_FACT, i);
  return whence_bundle_retell (bundle, (const WhenceRetelling *) (gpointer) retellings->data,
                               retellings->len);
}
