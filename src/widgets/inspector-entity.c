/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on an entity, on the whole story, and on several things. Long lists end with a count. */
#include <glib/gi18n-lib.h>

#include "widgets/citation-card.h"
#include "widgets/describe.h"
#include "widgets/inspector-parts.h"

#define MAX_ROWS 200

static void
append_more (GtkBox *box, guint n)
{
  g_autofree char *more = NULL;

  if (n <= MAX_ROWS)
    return;
  more = g_strdup_printf (
    ngettext ("and %u more, in the table of facts", "and %u more, in the table of facts", n - MAX_ROWS),
    n - MAX_ROWS);
  whence_part_append (box, more, "dim-label");
}

static void
append_aliases (GtkBox *box, const WhenceBundle *bundle, guint32 index, guint n_aliases)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (n_aliases == 0)
    return;
  for (guint i = 0; i < n_aliases; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", whence_bundle_get_alias (bundle, index, i));
  text = g_strdup_printf (_ ("Also: %s"), names->str);
  whence_part_append (box, text, "dim-label");
}

static void
append_facts (GtkBox *box, WhenceDocument *document, guint32 index)
{
  WhenceBundle *bundle = whence_document_get_bundle (document);
  g_autofree char *head = NULL;
  const guint32 *facts;
  guint n_facts;

  facts = whence_bundle_get_entity_facts (bundle, index, &n_facts);
  head = g_strdup_printf (ngettext ("%u fact", "%u facts", n_facts), n_facts);
  whence_part_append (box, head, "section");
  box = whence_part_list (box);
  for (guint i = 0; i < MIN (n_facts, MAX_ROWS); i++)
    {
      g_autofree char *date = NULL;
      WhenceFact fact;
      whence_bundle_get_fact (bundle, facts[i], &fact);
      date = fact.dated.text != NULL ? whence_date_to_text (fact.dated.text, WHENCE_DATE_TEXT_SHORT)
                                     : g_strdup (_ ("undated"));
      gtk_box_append (box, whence_part_ref (document, whence_ref_fact (facts[i]), date));
    }
  append_more (box, n_facts);
}

void
whence_inspector_fill_entity (GtkBox *box, WhenceDocument *document, guint32 index)
{
  WhenceBundle *bundle = whence_document_get_bundle (document);
  WhenceEntity entity;

  whence_bundle_get_entity (bundle, index, &entity);
  whence_part_append (box, whence_entity_type_label (entity.type), "kicker");
  whence_part_append (box, entity.name, "title");
  append_aliases (box, bundle, index, entity.n_aliases);
  if (entity.dated.text != NULL)
    {
      g_autofree char *date = whence_date_to_text (entity.dated.text, WHENCE_DATE_TEXT_LONG);
      whence_part_append (box, date, NULL);
    }
  whence_part_append (box, entity.summary, NULL);
  if (entity.url != NULL)
    gtk_box_append (box, whence_part_link (entity.url));
  whence_inspector_append_measures (box, document, index);
  append_facts (box, document, index);
  if (entity.n_citations > 0)
    whence_part_append (box, _ ("Says who?"), "section");
  for (guint i = 0; i < entity.n_citations; i++)
    gtk_box_append (box, whence_citation_card_new_for_entity (bundle, index, i));
}

static void
append_sources (GtkBox *box, const WhenceBundle *bundle)
{
  guint n = whence_bundle_get_n_sources (bundle);

  if (n > 0)
    whence_part_append (box, _ ("Sources"), "section");
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    {
      WhenceSource source;
      g_autofree char *line = NULL;
      whence_bundle_get_source (bundle, i, &source);
      line = g_strdup_printf ("%u. %s", i + 1, source.title);
      whence_part_append (box, line, NULL);
      whence_part_append (box, source.publisher, "dim-label");
      whence_part_append (box, source.note, "dim-label");
      if (source.url != NULL)
        gtk_box_append (box, whence_part_link (source.url));
    }
}

static guint
count_undated (const WhenceBundle *bundle)
{
  guint n = whence_bundle_get_n_facts (bundle), undated = 0;

  for (guint i = 0; i < n; i++)
    undated += whence_bundle_get_fact_date (bundle, i)->form == WHENCE_DATE_NONE;
  return undated;
}

void
whence_inspector_fill_story (GtkBox *box, WhenceDocument *document)
{
  WhenceBundle *bundle = whence_document_get_bundle (document);
  g_autofree char *title = whence_document_dup_title (document);
  guint n_facts = whence_bundle_get_n_facts (bundle), n_entities = whence_bundle_get_n_entities (bundle);
  guint n_sources = whence_bundle_get_n_sources (bundle), n_undated = count_undated (bundle);
  g_autofree char *facts = g_strdup_printf (ngettext ("%u fact", "%u facts", n_facts), n_facts);
  g_autofree char *entities = g_strdup_printf (
    ngettext ("%u person, company or thing", "%u people, companies and things", n_entities), n_entities);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);

  whence_part_append (box, _ ("Story"), "kicker");
  whence_part_append (box, title, "title");
  whence_part_append (box, whence_bundle_get_summary (bundle), NULL);
  whence_part_append (box, facts, NULL);
  if (n_undated > 0)
    {
      g_autofree char *undated =
        g_strdup_printf (ngettext ("%u of them is undated", "%u of them are undated", n_undated), n_undated);
      whence_part_append (box, undated, "dim-label");
    }
  whence_part_append (box, entities, NULL);
  whence_part_append (box, sources, NULL);
  append_sources (box, bundle);
  whence_part_append (box, _ ("Select a mark to see whence it is known."), "dim-label");
}

void
whence_inspector_fill_several (GtkBox *box, WhenceDocument *document, const WhenceRef *refs, guint n_refs)
{
  g_autofree char *head = g_strdup_printf (ngettext ("%u selected", "%u selected", n_refs), n_refs);

  whence_part_append (box, head, "title");
  box = whence_part_list (box);
  for (guint i = 0; i < MIN (n_refs, MAX_ROWS); i++)
    gtk_box_append (box, whence_part_ref (document, refs[i], NULL));
  append_more (box, n_refs);
}
