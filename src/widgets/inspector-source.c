/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on a source: where it is from, what it rests on, and who cites it, each a way there. */
#include <glib/gi18n-lib.h>

#include "widgets/describe.h"
#include "model/text-fill.h"
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

/* What was known by the date by which things are to be known, and apart from it what was not. */
typedef struct
{
  GtkBox *box;
  WhenceDocument *document;
  const WhenceBundle *bundle;
  const WhenceKnownBy *known_by;
  guint32 source;
} Teller;

static void
append_sources (const Teller *teller, const char *heading, const GArray *sources)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (WhenceRef));

  for (guint i = 0; i < sources->len; i++)
    {
      WhenceRef ref = whence_ref_source (g_array_index (sources, guint32, i));
      gboolean is_known = whence_known_by_get_source (teller->known_by, ref.index) != WHENCE_ACTIVITY_NOT;
      g_array_append_val (is_known ? known : later, ref);
    }
  append_refs (teller->box, teller->document, heading, known);
  append_refs (teller->box, teller->document, _ ("Not known by then"), later);
}

/* What it rests on, and what rests on it. */
static void
append_relatives (const Teller *teller, guint n_derived_from)
{
  g_autoptr (GArray) below = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_derived_from; i++)
    {
      guint32 other = whence_bundle_get_derived_from (teller->bundle, teller->source, i);
      g_array_append_val (below, other);
    }
  for (guint32 i = 0; i < whence_bundle_get_n_sources (teller->bundle); i++)
    if (rests_on (teller->bundle, i, teller->source))
      g_array_append_val (above, i);
  append_sources (teller, _ ("Rests on"), below);
  append_sources (teller, _ ("Sources that rest on it"), above);
}

static void
append_entities (const Teller *teller)
{
  guint n;
  const guint32 *entities = whence_bundle_get_source_entities (teller->bundle, teller->source, &n);
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  g_autofree char *heading = NULL;

  for (guint i = 0; i < n; i++)
    {
      WhenceRef ref = whence_ref_entity (entities[i]);
      gboolean cites =
        whence_known_by_entity_cites (teller->known_by, teller->bundle, entities[i], teller->source);
      g_array_append_val (cites ? known : later, ref);
    }
  heading = whence_text_compose (
    ngettext ("%'u person, company or thing", "%'u people, companies and things", known->len), known->len);
  append_refs (teller->box, teller->document, heading, known);
  append_refs (teller->box, teller->document, _ ("Not known by then"), later);
}

static void
append_fact_rows (const Teller *teller, const char *heading, const GArray *facts)
{
  if (facts->len > 0)
    whence_part_append_facts (teller->box, teller->document, heading,
                              (const guint32 *) (gconstpointer) facts->data, facts->len);
}

static void
append_facts (const Teller *teller)
{
  guint n;
  const guint32 *facts = whence_bundle_get_source_facts (teller->bundle, teller->source, &n);
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *heading = NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean cites =
        whence_known_by_fact_cites (teller->known_by, teller->bundle, facts[i], teller->source);
      g_array_append_val (cites ? known : later, facts[i]);
    }
  heading =
    whence_text_compose (ngettext ("Cited by %'u fact", "Cited by %'u facts", known->len), known->len);
  append_fact_rows (teller, heading, known);
  append_fact_rows (teller, _ ("Not known by then"), later);
}

static void
append_citers (const Teller *teller)
{
  guint n_facts, n_entities;

  whence_bundle_get_source_facts (teller->bundle, teller->source, &n_facts);
  whence_bundle_get_source_entities (teller->bundle, teller->source, &n_entities);
  if (n_facts + n_entities == 0)
    whence_part_append (teller->box, _ ("Nothing cites it."), "section");
  append_facts (teller);
  append_entities (teller);
}

void
whence_inspector_fill_source (GtkBox *box, WhenceDocument *document, guint32 index)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (document);
  const Teller teller = { box, document, bundle,
                          whence_scope_get_known_by (whence_document_get_scope (document)), index };
  g_autofree char *origin = whence_describe_origin (bundle, index);
  WhenceSource source;

  whence_bundle_get_source (bundle, index, &source);
  whence_part_append (box, _ ("Source"), "kicker");
  whence_part_append (box, source.title, "title");
  whence_part_append (box, origin, NULL);
  whence_part_append (box, source.note, "dim-label");
  if (source.url != NULL)
    gtk_box_append (box, whence_part_link (source.url));
  append_citers (&teller);
  append_relatives (&teller, source.n_derived_from);
}
