/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on an entity, on the whole story, and on several things. */
#include <glib/gi18n-lib.h>

#include "model/text-list.h"
#include "model/text-fill.h"
#include "widgets/inspector-list.h"
#include "widgets/inspector-parts.h"

static void
append_aliases (GtkBox *box, const WhenceBundle *bundle, guint32 index, guint n_aliases)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (n_aliases == 0)
    return;
  for (guint i = 0; i < n_aliases; i++)
    whence_text_list_add (names, whence_bundle_get_alias (bundle, index, i));
  text = g_strdup_printf (_ ("Also: %s"), names->str);
  whence_part_append (box, text, "dim-label");
}

static const WhenceKnownBy *
known_by_of (WhenceDocument *document)
{
  return whence_scope_get_known_by (whence_document_get_scope (document));
}

static void
append_facts (GtkBox *box, WhenceDocument *document, guint32 index)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *heading = NULL;
  guint n_facts;
  const guint32 *facts =
    whence_bundle_get_entity_facts (whence_document_get_told_bundle (document), index, &n_facts);

  for (guint i = 0; i < n_facts; i++)
    if (whence_known_by_get_fact (known_by_of (document), facts[i]) != WHENCE_ACTIVITY_NOT)
      g_array_append_val (known, facts[i]);
  heading = whence_text_compose (ngettext ("%'u fact", "%'u facts", known->len), known->len);
  whence_part_append_facts (box, document, heading, (const guint32 *) (gconstpointer) known->data,
                            known->len);
  whence_inspector_append_unknown (box, n_facts - known->len);
}

/* What is written of the entity alone. */
static void
append_profile (GtkBox *box, const WhenceEntity *entity)
{
  g_autofree char *date =
    entity->dated.text != NULL ? whence_date_to_text (entity->dated.text, WHENCE_DATE_TEXT_LONG) : NULL;

  whence_part_append (box, date, NULL);
  whence_part_append (box, entity->summary, NULL);
  if (entity->url != NULL)
    gtk_box_append (box, whence_part_link (entity->url));
}

void
whence_inspector_fill_entity (GtkBox *box, WhenceDocument *document, guint32 index)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  WhenceRef ref = whence_ref_entity (index);
  gboolean profiled = whence_known_by_get_profile (known_by_of (document), index) != WHENCE_ACTIVITY_NOT;
  WhenceEntity entity;

  whence_bundle_get_entity (bundle, index, &entity);
  whence_part_append (box, whence_entity_type_label (entity.type), "kicker");
  whence_part_append (box, entity.name, "title");
  append_aliases (box, bundle, index, entity.n_aliases);
  if (profiled)
    append_profile (box, &entity);
  whence_inspector_append_measures (box, document, index);
  append_facts (box, document, index);
  whence_inspector_append_citations (box, document, ref, WHENCE_ACTIVITY_CERTAIN, _ ("Says who?"));
  whence_inspector_append_citations (box, document, ref, WHENCE_ACTIVITY_POSSIBLE,
                                     C_ ("status in the legend", "Possibly known by then"));
  whence_inspector_append_citations (box, document, ref, WHENCE_ACTIVITY_NOT, _ ("Not known by then"));
  if (!profiled)
    append_profile (box, &entity);
}

/* Those that were there. Transfer full. */
static GArray *
list_sources (WhenceDocument *document)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = whence_bundle_get_n_sources (whence_document_get_told_bundle (document));

  for (guint32 i = 0; i < n; i++)
    if (whence_known_by_get_source (known_by_of (document), i) != WHENCE_ACTIVITY_NOT)
      g_array_append_val (sources, i);
  return sources;
}

static void
append_sources (GtkBox *box, WhenceDocument *document, const GArray *sources)
{
  WhencePartRows *rows;

  if (sources->len == 0)
    return;
  whence_part_append (box, _ ("Sources"), "section");
  rows = whence_part_rows_new (document, NULL, NULL, NULL);
  for (guint i = 0; i < sources->len; i++)
    whence_part_rows_add (rows, whence_ref_source (g_array_index (sources, guint32, i)));
  whence_part_rows_append (rows, box, _ ("Sources"));
}

/* Facts and entities that were known. */
typedef struct
{
  guint n_facts, n_undated, n_entities;
} Counts;

static Counts
count_known (const WhenceBundle *bundle, const WhenceKnownBy *known_by)
{
  Counts counts = { 0 };

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    if (whence_known_by_get_fact (known_by, i) != WHENCE_ACTIVITY_NOT)
      {
        counts.n_facts++;
        counts.n_undated += whence_bundle_get_fact_date (bundle, i)->form == WHENCE_DATE_NONE;
      }
  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    counts.n_entities += whence_known_by_get_entity (known_by, i) != WHENCE_ACTIVITY_NOT;
  return counts;
}

void
whence_inspector_fill_story (GtkBox *box, WhenceDocument *document)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  Counts counts = count_known (bundle, known_by_of (document));
  g_autoptr (GArray) listed = list_sources (document);
  g_autofree char *title = whence_document_dup_title (document);
  g_autofree char *facts =
    whence_text_compose (ngettext ("%'u fact", "%'u facts", counts.n_facts), counts.n_facts);
  g_autofree char *entities = whence_text_compose (
    ngettext ("%'u person, company or thing", "%'u people, companies and things", counts.n_entities),
    counts.n_entities);
  g_autofree char *sources =
    whence_text_compose (ngettext ("%'u source", "%'u sources", listed->len), listed->len);

  whence_part_append (box, _ ("Story"), "kicker");
  whence_part_append (box, title, "title");
  whence_part_append (box, whence_scope_get_summary (whence_document_get_scope (document)), NULL);
  whence_part_append (box, facts, NULL);
  if (counts.n_undated > 0)
    {
      g_autofree char *undated = whence_text_compose (
        ngettext ("%'u of them is undated", "%'u of them are undated", counts.n_undated), counts.n_undated);
      whence_part_append (box, undated, "dim-label");
    }
  whence_inspector_append_unknown (box, whence_bundle_get_n_facts (bundle) - counts.n_facts);
  whence_part_append (box, entities, NULL);
  whence_part_append (box, sources, NULL);
  append_sources (box, document, listed);
  whence_part_append (box, _ ("Select a mark to see whence it is known."), "dim-label");
}

void
whence_inspector_fill_several (GtkBox *box, WhenceDocument *document, const WhenceRef *refs, guint n_refs)
{
  g_autofree char *head = whence_text_compose (ngettext ("%'u selected", "%'u selected", n_refs), n_refs);
  WhencePartRows *rows;

  whence_part_append (box, head, "title");
  rows = whence_part_rows_new (document, NULL, NULL, NULL);
  whence_part_rows_add_all (rows, refs, n_refs);
  whence_part_rows_append (rows, box, head);
}
