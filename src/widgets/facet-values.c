/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words, ranks and the search by words. Linear in the values, but for sorting them. */
#include "widgets/facet-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/evidence.h"
#include "model/text-fold.h"

const char *
whence_facet_label (WhenceFacet facet)
{
  static const char *const labels[WHENCE_N_FACETS] = {
    [WHENCE_FACET_FACT_TYPE] = NC_ ("facet", "Type of fact"),
    [WHENCE_FACET_ENTITY_TYPE] = NC_ ("facet", "Type of entity"),
    [WHENCE_FACET_ENTITY] = NC_ ("facet", "Who takes part"),
    [WHENCE_FACET_SOURCE] = NC_ ("facet", "Source"),
    [WHENCE_FACET_SUPPORT] = NC_ ("facet", "Evidence"),
    [WHENCE_FACET_DATED] = NC_ ("facet", "Date"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "facet", labels[facet]);
}

char *
whence_facet_value_label (const WhenceBundle *bundle, WhenceFacet facet, guint32 value)
{
  WhenceSource source;

  switch (facet)
    {
    case WHENCE_FACET_FACT_TYPE:
      return g_strdup (whence_fact_type_label (whence_bundle_get_nth_fact_type (bundle, value)));
    case WHENCE_FACET_ENTITY_TYPE:
      return g_strdup (whence_entity_type_label (whence_bundle_get_nth_entity_type (bundle, value)));
    case WHENCE_FACET_ENTITY:
      return g_strdup (whence_bundle_get_entity_name (bundle, value));
    case WHENCE_FACET_SOURCE:
      whence_bundle_get_source (bundle, value, &source);
      return g_strdup (source.title);
    case WHENCE_FACET_SUPPORT:
      return g_strdup (whence_support_label ((WhenceSupport) value));
    case WHENCE_FACET_DATED:
    case WHENCE_N_FACETS:
    default:
      return g_strdup (value ? C_ ("facet", "With a date") : C_ ("facet", "Without a date"));
    }
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *counts = data;
  guint p = *(const guint *) a, q = *(const guint *) b;

  if (counts[p] != counts[q])
    return counts[p] > counts[q] ? -1 : 1;
  return p < q ? -1 : p > q;
}

guint *
whence_facet_rank (const WhenceFilter *filter, WhenceFacet facet, guint *counts, guint n_all, guint *n_values)
{
  guint *ranks = g_new (guint, MAX (1, n_all)), n = 0;

  for (guint i = 0; i < n_all; i++)
    if (counts[i] > 0 || whence_filter_has (filter, facet, i))
      ranks[n++] = i;
  if (facet != WHENCE_FACET_SUPPORT && facet != WHENCE_FACET_DATED)
    g_qsort_with_data (ranks, (int) n, sizeof (guint), compare_counts, counts);
  *n_values = n;
  return ranks;
}

gboolean
whence_facet_value_is_sought (const WhenceBundle *bundle, WhenceFacet facet, guint32 value,
                              const char *sought)
{
  g_autofree char *label = NULL, *folded = NULL;

  if (*sought == '\0')
    return TRUE;
  label = whence_facet_value_label (bundle, facet, value);
  folded = whence_text_fold (label);
  return strstr (folded, sought) != NULL;
}
