/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weighs the citations of a fact: how many sources stand behind it, how many of them independently, and
 * whether they contradict each other. Linear in the citations and what their sources rest on; a source that
 * rests on itself by way of others does no harm. */
#include "model/evidence.h"

#include <glib/gi18n-lib.h>

#include "model/readings.h"
#include "model/text-fill.h"

/* --- Independence ------------------------------------------------------------------------------------ */

/* The publisher in a form that does not depend on case, width or blanks; NULL when it is not known. */
static char *
make_publisher_key (const WhenceBundle *bundle, guint32 source)
{
  WhenceSource record;
  g_autofree char *normal = NULL;
  g_autofree char *key = NULL;

  whence_bundle_get_source (bundle, source, &record);
  if (record.publisher == NULL)
    return NULL;
  normal = g_utf8_normalize (record.publisher, -1, G_NORMALIZE_NFKC);
  key = g_strstrip (g_utf8_casefold (normal, -1));
  return key[0] != '\0' ? g_steal_pointer (&key) : NULL;
}

/* @source and everything that it rests on, each once. */
static GArray *
collect_origins (const WhenceBundle *bundle, guint32 source)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *origins = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_hash_table_add (seen, GUINT_TO_POINTER (source));
  g_array_append_val (origins, source);
  for (guint next = 0; next < origins->len; next++)
    {
      guint32 at = g_array_index (origins, guint32, next);
      WhenceSource record;

      whence_bundle_get_source (bundle, at, &record);
      for (guint i = 0; i < record.n_derived_from; i++)
        {
          guint32 origin = whence_bundle_get_derived_from (bundle, at, i);
          if (origin != WHENCE_NONE && g_hash_table_add (seen, GUINT_TO_POINTER (origin)))
            g_array_append_val (origins, origin);
        }
    }
  return origins;
}

/* A set of pairwise independent sources that grows. */
typedef struct
{
  const WhenceBundle *bundle;
  GHashTable *publishers;
  GHashTable *origins; /* of all members */
  guint n_sources;
} Independent;

static void
independent_init (Independent *set, const WhenceBundle *bundle)
{
  set->bundle = bundle;
  set->publishers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  set->origins = g_hash_table_new (NULL, NULL);
  set->n_sources = 0;
}

static void
independent_clear (Independent *set)
{
  g_hash_table_unref (set->publishers);
  g_hash_table_unref (set->origins);
}

static gboolean
shares_origin (const Independent *set, const GArray *origins)
{
  for (guint i = 0; i < origins->len; i++)
    if (g_hash_table_contains (set->origins, GUINT_TO_POINTER (g_array_index (origins, guint32, i))))
      return TRUE;
  return FALSE;
}

/* TRUE when @source is independent of all that are in the set; it is in it then. */
static gboolean
independent_add (Independent *set, guint32 source)
{
  g_autofree char *publisher = make_publisher_key (set->bundle, source);
  g_autoptr (GArray) origins = NULL;

  if (publisher == NULL || g_hash_table_contains (set->publishers, publisher))
    return FALSE;
  origins = collect_origins (set->bundle, source);
  if (shares_origin (set, origins))
    return FALSE;
  g_hash_table_add (set->publishers, g_steal_pointer (&publisher));
  for (guint i = 0; i < origins->len; i++)
    g_hash_table_add (set->origins, GUINT_TO_POINTER (g_array_index (origins, guint32, i)));
  set->n_sources++;
  return TRUE;
}

gboolean
whence_sources_are_independent (const WhenceBundle *bundle, guint32 a, guint32 b)
{
  Independent set;
  gboolean independent;

  independent_init (&set, bundle);
  independent = independent_add (&set, a) && independent_add (&set, b);
  independent_clear (&set);
  return independent;
}

guint
whence_sources_count_independent (const WhenceBundle *bundle, const guint32 *sources, guint n)
{
  Independent set;

  independent_init (&set, bundle);
  for (guint i = 0; i < n; i++)
    independent_add (&set, sources[i]);
  independent_clear (&set);
  return set.n_sources;
}

/* --- The whole --------------------------------------------------------------------------------------- */

static WhenceSupport
weigh (const WhenceEvidence *evidence)
{
  if (evidence->conflicts != 0)
    return WHENCE_SUPPORT_DISPUTED;
  if (evidence->n_independent >= 2)
    return WHENCE_SUPPORT_CORROBORATED;
  return evidence->n_sources > 0 ? WHENCE_SUPPORT_SINGLE : WHENCE_SUPPORT_UNSOURCED;
}

WhenceEvidence
whence_evidence_for_fact (const WhenceBundle *bundle, guint32 fact)
{
  return whence_evidence_for_fact_until (bundle, fact, NULL);
}

/* With no other to agree or disagree with: as it is with most facts of large bundles. */
static WhenceEvidence
judge_one (const WhenceBundle *bundle, guint32 fact, gboolean counts)
{
  WhenceEvidence evidence = { 0 };

  if (counts)
    {
      if (whence_bundle_does_citation_dispute (bundle, fact, 0))
        evidence.conflicts = WHENCE_CONFLICT_STANCE;
      else
        evidence.n_sources = evidence.n_independent = 1;
    }
  evidence.support = weigh (&evidence);
  return evidence;
}

static WhenceEvidence
judge_several (const WhenceBundle *bundle, guint32 fact, guint n_citations, const WhenceKnownBy *known_by)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  WhenceEvidence evidence = { .conflicts = whence_readings_find_conflicts (bundle, fact, known_by) };
  Independent independent;

  independent_init (&independent, bundle);
  for (guint i = 0; i < n_citations; i++)
    {
      WhenceCitation citation;

      if (!whence_known_by_counts (known_by, fact, i))
        continue;
      whence_bundle_get_fact_citation (bundle, fact, i, &citation);
      if (citation.disputes)
        evidence.conflicts |= WHENCE_CONFLICT_STANCE;
      else if (g_hash_table_add (sources, GUINT_TO_POINTER (citation.source)))
        independent_add (&independent, citation.source);
    }
  evidence.n_sources = g_hash_table_size (sources);
  evidence.n_independent = MAX (independent.n_sources, evidence.n_sources > 0 ? 1 : 0);
  evidence.support = weigh (&evidence);
  independent_clear (&independent);
  return evidence;
}

WhenceEvidence
whence_evidence_for_fact_until (const WhenceBundle *bundle, guint32 fact, const WhenceKnownBy *known_by)
{
  guint n_citations = whence_bundle_get_n_fact_citations (bundle, fact);

  if (n_citations <= 1)
    return judge_one (bundle, fact, n_citations == 1 && whence_known_by_counts (known_by, fact, 0));
  return judge_several (bundle, fact, n_citations, known_by);
}

/* --- Text -------------------------------------------------------------------------------------------- */

static char *
name_conflicts (guint conflicts)
{
  static const struct
  {
    guint conflict;
    const char *name;
  } names[] = {
    /* Translators: what sources disagree about; inserted into "Disputed: %s". */
    { WHENCE_CONFLICT_DATE, NC_ ("disagreement", "date") },
    { WHENCE_CONFLICT_AMOUNT, NC_ ("disagreement", "amount") },
    { WHENCE_CONFLICT_SHARE, NC_ ("disagreement", "share") },
  };
  const char *found[G_N_ELEMENTS (names)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((conflicts & names[i].conflict) != 0)
      found[n++] = g_dpgettext2 (GETTEXT_PACKAGE, "disagreement", names[i].name);
  if (n == 3)
    return g_strdup_printf (C_ ("disagreement", "%1$s, %2$s and %3$s"), found[0], found[1], found[2]);
  if (n == 2)
    return g_strdup_printf (C_ ("disagreement", "%1$s and %2$s"), found[0], found[1]);
  return n == 1 ? g_strdup (found[0]) : NULL;
}

static char *
describe_conflicts (guint conflicts)
{
  g_autofree char *names = name_conflicts (conflicts);

  if (names == NULL)
    return g_strdup (_ ("Disputed by a source"));
  if ((conflicts & WHENCE_CONFLICT_STANCE) != 0)
    return g_strdup_printf (_ ("Disputed by a source, and sources disagree: %s"), names);
  return g_strdup_printf (_ ("Disputed: %s"), names);
}

static char *
describe_dependent (guint n_sources)
{
  switch (n_sources)
    {
    case 1:
      return g_strdup (_ ("One source"));
    case 2:
      return g_strdup (_ ("Two sources, not known to be independent"));
    case 3:
      return g_strdup (_ ("Three sources, not known to be independent"));
    default:
      return whence_text_compose (ngettext ("%'u source, not known to be independent",
                                            "%'u sources, not known to be independent", n_sources),
                                  n_sources);
    }
}

static char *
describe_independent (guint n_sources, guint n_independent)
{
  if (n_sources > n_independent)
    return whence_text_compose (_ ("%1$'u sources, %2$'u of them independent"), n_sources, n_independent);
  if (n_independent == 2)
    return g_strdup (_ ("Two independent sources"));
  if (n_independent == 3)
    return g_strdup (_ ("Three independent sources"));
  return whence_text_compose (ngettext ("%'u independent source", "%'u independent sources", n_independent),
                              n_independent);
}

char *
whence_evidence_to_text (WhenceEvidence evidence)
{
  switch (evidence.support)
    {
    case WHENCE_SUPPORT_SINGLE:
      return describe_dependent (evidence.n_sources);
    case WHENCE_SUPPORT_CORROBORATED:
      return describe_independent (evidence.n_sources, evidence.n_independent);
    case WHENCE_SUPPORT_DISPUTED:
      return describe_conflicts (evidence.conflicts);
    case WHENCE_SUPPORT_UNSOURCED:
    default:
      return g_strdup (_ ("No source"));
    }
}

const char *
whence_support_label (WhenceSupport support)
{
  switch (support)
    {
    case WHENCE_SUPPORT_SINGLE:
      return C_ ("support", "One source or related ones");
    case WHENCE_SUPPORT_CORROBORATED:
      return C_ ("support", "Independent sources");
    case WHENCE_SUPPORT_DISPUTED:
      return C_ ("support", "Disputed");
    case WHENCE_SUPPORT_UNSOURCED:
    default:
      return C_ ("support", "No source");
    }
}
