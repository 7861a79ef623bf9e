/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on a source: where it is from, what it rests on, and who cites it, each a way there. */
#include <glib/gi18n-lib.h>

#include "widgets/describe.h"
#include "widgets/inspector-list.h"
#include "widgets/inspector-parts.h"

/* Nothing where there are none. */
static void
append_refs (GtkBox *box, WhenceDocument *document, const char *heading, GArray *refs)
{
  WhencePartRows *rows;

  if (refs->len == 0)
    return;
  whence_part_append (box, heading, "section");
  rows = whence_part_rows_new (document, NULL, NULL, NULL);
  for (guint i = 0; i < refs->len; i++)
    whence_part_rows_add (rows, g_array_index (refs, WhenceRef, i));
  whence_part_rows_append (rows, box, heading);
}

static gboolean
rests_on (const WhenceBundle *bundle, guint32 source, guint32 other)
{
  WhenceSource record;

  whence_bundle_get_source (bundle, source, &record);
  for (guint i = 0; i < record.n_derived_from; i++)
    if (whence_bundle_get_derived_from (bundle, source, i) == other)
      return TRUE;
  return FALSE;
}

/* What it rests on, and what rests on it. */
static void
append_relatives (GtkBox *box, WhenceDocument *document, guint32 source, guint n_derived_from)
{
  const WhenceBundle *bundle = whence_document_get_bundle (document);
  g_autoptr (GArray) below = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (WhenceRef));

  for (guint i = 0; i < n_derived_from; i++)
    {
      WhenceRef ref = whence_ref_source (whence_bundle_get_derived_from (bundle, source, i));
      g_array_append_val (below, ref);
    }
  for (guint32 i = 0; i < whence_bundle_get_n_sources (bundle); i++)
    if (rests_on (bundle, i, source))
      {
        WhenceRef ref = whence_ref_source (i);
        g_array_append_val (above, ref);
      }
  append_refs (box, document, _ ("Rests on"), below);
  append_refs (box, document, _ ("Sources that rest on it"), above);
}

static void
append_entities (GtkBox *box, WhenceDocument *document, guint32 source)
{
  guint n;
  const guint32 *entities =
    whence_bundle_get_source_entities (whence_document_get_bundle (document), source, &n);
  g_autofree char *heading =
    g_strdup_printf (ngettext ("%u person, company or thing", "%u people, companies and things", n), n);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));

  for (guint i = 0; i < n; i++)
    {
      WhenceRef ref = whence_ref_entity (entities[i]);
      g_array_append_val (refs, ref);
    }
  append_refs (box, document, heading, refs);
}

/* Whether it did by the date by which things are to be known. */
static gboolean
cited_by_then (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 fact, guint32 source)
{
  guint n = whence_bundle_get_n_fact_citations (bundle, fact);
  WhenceCitation citation;

  for (guint i = 0; i < n; i++)
    {
      whence_bundle_get_fact_citation (bundle, fact, i, &citation);
      if (citation.source == source
          && whence_known_by_get_citation (known_by, fact, i) != WHENCE_ACTIVITY_NOT)
        return TRUE;
    }
  return FALSE;
}

/* What cites it only later is told apart. */
static void
append_facts (GtkBox *box, WhenceDocument *document, guint32 source, const guint32 *facts, guint n_facts)
{
  const WhenceBundle *bundle = whence_document_get_bundle (document);
  const WhenceKnownBy *known_by = whence_scope_get_known_by (whence_document_get_scope (document));
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *heading = NULL;

  for (guint i = 0; i < n_facts; i++)
    g_array_append_val (cited_by_then (bundle, known_by, facts[i], source) ? known : later, facts[i]);
  heading = g_strdup_printf (ngettext ("Cited by %u fact", "Cited by %u facts", known->len), known->len);
  if (known->len > 0)
    whence_part_append_facts (box, document, heading, (const guint32 *) (gconstpointer) known->data,
                              known->len);
  if (later->len > 0)
    whence_part_append_facts (box, document, _ ("Not known by then"),
                              (const guint32 *) (gconstpointer) later->data, later->len);
}

static void
append_citers (GtkBox *box, WhenceDocument *document, guint32 source)
{
  const WhenceBundle *bundle = whence_document_get_bundle (document);
  guint n_facts, n_entities;
  const guint32 *facts = whence_bundle_get_source_facts (bundle, source, &n_facts);

  whence_bundle_get_source_entities (bundle, source, &n_entities);
  if (n_facts + n_entities == 0)
    whence_part_append (box, _ ("Nothing cites it."), "section");
  append_facts (box, document, source, facts, n_facts);
  append_entities (box, document, source);
}

void
whence_inspector_fill_source (GtkBox *box, WhenceDocument *document, guint32 index)
{
  const WhenceBundle *bundle = whence_document_get_bundle (document);
  g_autofree char *origin = whence_describe_origin (bundle, index);
  WhenceSource source;

  whence_bundle_get_source (bundle, index, &source);
  whence_part_append (box, _ ("Source"), "kicker");
  whence_part_append (box, source.title, "title");
  whence_part_append (box, origin, NULL);
  whence_part_append (box, source.note, "dim-label");
  if (source.url != NULL)
    gtk_box_append (box, whence_part_link (source.url));
  append_citers (box, document, index);
  append_relatives (box, document, index, source.n_derived_from);
}
