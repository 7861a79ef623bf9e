/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readings that contradict one another, in words: who says what. Linear in the citations for each value. */
#include "model/readings.h"

#include <glib/gi18n-lib.h>

#include "model/text-list.h"

#define MOST_NAMED 3 /* sources of one value */

const char *
whence_source_get_voice (const WhenceBundle *bundle, guint32 source)
{
  WhenceSource record;

  whence_bundle_get_source (bundle, source, &record);
  return record.publisher != NULL ? record.publisher : record.title;
}

/* Whoever gives the i-th value, a few of them by name. Transfer full. */
static char *
name_voices (const WhenceReadings *readings, const WhenceBundle *bundle, guint32 fact, guint i)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < readings->by_citation->len; k++)
    {
      WhenceCitation citation;
      const char *voice;

      if (g_array_index (readings->by_citation, guint, k) != i)
        continue;
      whence_bundle_get_fact_citation (bundle, fact, k, &citation);
      voice = whence_source_get_voice (bundle, citation.source);
      if (g_ptr_array_find_with_equal_func (named, voice, g_str_equal, NULL))
        continue;
      g_ptr_array_add (named, (gpointer) voice);
      if (named->len <= MOST_NAMED)
        whence_text_list_add (text, voice);
    }
  if (named->len > MOST_NAMED)
    whence_text_list_add (text, "…");
  if (named->len == 0)
    /* Translators: who gives a date or an amount that no source is cited for. */
    g_string_append (text, _ ("the record itself"));
  return g_string_free (text, FALSE);
}

static void
append_value (GString *text, const WhenceReadings *readings, const WhenceBundle *bundle, guint32 fact,
              guint i)
{
  g_autofree char *value = whence_readings_to_text (readings, i);
  g_autofree char *voices = name_voices (readings, bundle, fact, i);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: what something is said of, and what is said: “Start of the window: May 2024”. */
  g_string_append_printf (text, _ ("%s: %s"), value, voices);
}

char *
whence_readings_describe (const WhenceBundle *bundle, guint32 fact, WhenceAspect aspect,
                          const WhenceKnownBy *known_by)
{
  g_autoptr (WhenceReadings) readings = whence_readings_new (bundle, fact, aspect, known_by);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; readings != NULL && i < readings->values->len; i++)
    if (g_array_index (readings->values, WhenceReading, i).conflicts)
      append_value (text, readings, bundle, fact, i);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
