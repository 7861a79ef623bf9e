/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes over the facts and entities that were known by a date, and collects what those say otherwise that
 * later sources speak of, too. */
#include "model/bundle-private.h"
#include "model/known-by-private.h"
#include "model/readings.h"

#define STRIDE 4096 /* facts between looks at the cancellable */

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

/* Whether citations may differ: there are several, and the record was known. */
static gboolean
may_differ (Span citations, WhenceActivity known)
{
  return citations.n > 1 && known != WHENCE_ACTIVITY_NOT;
}

static gboolean
collect (GArray *retellings, const WhenceKnownBy *known_by, GCancellable *cancellable)
{
  const WhenceBundle *bundle = known_by->bundle;

  for (guint32 i = 0; i < bundle->entities.n; i++)
    if (may_differ (WHENCE_TABLE_AT (&bundle->entities, PackedEntity, i)->citations,
                    whence_known_by_get_profile (known_by, i)))
      add (retellings, known_by, bundle, WHENCE_RECORD_ENTITY, i);
  for (guint32 i = 0; i < bundle->facts.n; i++)
    {
      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (may_differ (WHENCE_TABLE_AT (&bundle->facts, PackedFact, i)->citations,
                      whence_known_by_get_fact (known_by, i)))
        add (retellings, known_by, bundle, WHENCE_RECORD_FACT, i);
    }
  return !g_cancellable_is_cancelled (cancellable);
}

WhenceBundle *
whence_known_by_tell (const WhenceKnownBy *known_by, GCancellable *cancellable)
{
  g_autoptr (GArray) retellings = g_array_new (FALSE, FALSE, sizeof (WhenceRetelling));

  if (!collect (retellings, known_by, cancellable))
    return NULL;
  return whence_bundle_retell (known_by->bundle, (const WhenceRetelling *) (gpointer) retellings->data,
                               retellings->len);
}
