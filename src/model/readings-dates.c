/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates that are given of a fact, for those who draw them. Linear in the citations. */
#include "model/readings.h"

static gboolean
gives_dates (const WhenceBundle *bundle, guint32 fact, guint n_citations)
{
  for (guint i = 0; i < n_citations; i++)
    if (whence_bundle_get_citation_date (bundle, fact, i)->form != WHENCE_DATE_NONE)
      return TRUE;
  return FALSE;
}

static const WhenceDate *
find_date (const WhenceBundle *bundle, guint32 fact, const WhenceReadings *readings, guint value)
{
  for (guint i = 0; i < readings->by_citation->len; i++)
    if (g_array_index (readings->by_citation, guint, i) == value)
      return whence_bundle_get_citation_date (bundle, fact, i);
  return NULL;
}

guint
whence_readings_list_dates (const WhenceBundle *bundle, guint32 fact, const WhenceKnownBy *known_by,
                            const WhenceDate **dates, guint max)
{
  const WhenceDate *own = whence_bundle_get_fact_date (bundle, fact);
  guint n_citations = whence_bundle_get_n_fact_citations (bundle, fact), n = 0;
  g_autoptr (WhenceReadings) readings = NULL;

  if (own->form == WHENCE_DATE_NONE || max == 0)
    return 0;
  dates[n++] = own;
  if (!gives_dates (bundle, fact, n_citations))
    return n;
  readings = whence_readings_new (bundle, fact, WHENCE_ASPECT_DATE, known_by);
  for (guint i = 1; readings != NULL && i < readings->values->len && n < max; i++)
    if (g_array_index (readings->values, WhenceReading, i).conflicts)
      dates[n++] = find_date (bundle, fact, readings, i);
  return n;
}
