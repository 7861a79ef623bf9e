/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on an entity, on the whole story, and on several things. Long lists end with a count. */
#include <glib/gi18n-lib.h>

#include "model/text-list.h"
#include "widgets/describe.h"
#include "widgets/inspector-parts.h"

#define MAX_ROWS 60 /* more are better read in the table */
#define MAX_SOURCES 200
#define SPACING 9 /* px between the lines of a source, and between sources */

static void
append_more (GtkBox *box, guint n)
{
  g_autofree char *more = NULL;

  if (n <= MAX_ROWS)
    return;
  more = g_strdup_printf (ngettext ("and %u more fact, in the table of facts",
                                    "and %u more facts, in the table of facts", n - MAX_ROWS),
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
    whence_text_list_add (names, whence_bundle_get_alias (bundle, index, i));
  text = g_strdup_printf (_ ("Also: %s"), names->str);
  whence_part_append (box, text, "dim-label");
}

/* Facts, or sources. */
typedef struct
{
  WhenceDocument *document;
  WhenceBundle *bundle;
  GArray *items; /* guint32 */
} List;

static List *
list_new (WhenceDocument *document)
{
  List *list = g_new (List, 1);

  *list = (List){ g_object_ref (document), whence_bundle_ref (whence_document_get_bundle (document)),
                  g_array_new (FALSE, FALSE, sizeof (guint32)) };
  return list;
}

static void
list_free (gpointer data)
{
  List *list = data;

  g_object_unref (list->document);
  whence_bundle_unref (list->bundle);
  g_array_unref (list->items);
  g_free (list);
}

static const WhenceKnownBy *
known_by_of (WhenceDocument *document)
{
  return whence_scope_get_known_by (whence_document_get_scope (document));
}

static GtkWidget *
make_fact_row (gpointer data, guint i)
{
  const List *list = data;
  guint32 index = g_array_index (list->items, guint32, i);
  g_autofree char *date = NULL;
  WhenceFact fact;

  whence_bundle_get_fact (list->bundle, index, &fact);
  date = fact.dated.text != NULL ? whence_date_to_text (fact.dated.text, WHENCE_DATE_TEXT_SHORT)
                                 : g_strdup (_ ("undated"));
  return whence_part_ref (list->document, whence_ref_fact (index), date);
}

static void
append_facts (GtkBox *box, WhenceDocument *document, guint32 index)
{
  List *list = list_new (document);
  g_autofree char *head = NULL;
  guint n_all, n_facts;
  const guint32 *facts = whence_bundle_get_entity_facts (list->bundle, index, &n_all);

  for (guint i = 0; i < n_all; i++)
    if (whence_known_by_get_fact (known_by_of (document), facts[i]) != WHENCE_ACTIVITY_NOT)
      g_array_append_val (list->items, facts[i]);
  n_facts = list->items->len;
  head = g_strdup_printf (ngettext ("%u fact", "%u facts", n_facts), n_facts);
  whence_part_append (box, head, "section");
  whence_part_append_rows (whence_part_list (box), MIN (n_facts, MAX_ROWS), make_fact_row, list, list_free);
  append_more (box, n_facts);
  whence_inspector_append_unknown (box, n_all - n_facts);
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
  WhenceBundle *bundle = whence_document_get_bundle (document);
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

static GtkWidget *
make_source_row (gpointer data, guint i)
{
  const List *list = data;
  GtkBox *row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  g_autofree char *line = NULL;
  WhenceSource source;

  whence_bundle_get_source (list->bundle, g_array_index (list->items, guint32, i), &source);
  line = g_strdup_printf ("%u. %s", i + 1, source.title);
  whence_part_append (row, line, NULL);
  whence_part_append (row, source.publisher, "dim-label");
  whence_part_append (row, source.note, "dim-label");
  if (source.url != NULL)
    gtk_box_append (row, whence_part_link (source.url));
  return GTK_WIDGET (row);
}

static List *
list_sources (WhenceDocument *document)
{
  List *list = list_new (document);
  guint n = whence_bundle_get_n_sources (list->bundle);

  for (guint32 i = 0; i < n; i++)
    if (whence_known_by_get_source (known_by_of (document), i) != WHENCE_ACTIVITY_NOT)
      g_array_append_val (list->items, i);
  return list;
}

/* Takes over @list. */
static void
append_sources (GtkBox *box, List *list)
{
  GtkBox *rows;

  if (list->items->len == 0)
    {
      list_free (list);
      return;
    }
  whence_part_append (box, _ ("Sources"), "section");
  rows = whence_part_list (box);
  gtk_box_set_spacing (rows, SPACING);
  whence_part_append_rows (rows, MIN (list->items->len, MAX_SOURCES), make_source_row, list, list_free);
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
  WhenceBundle *bundle = whence_document_get_bundle (document);
  Counts counts = count_known (bundle, known_by_of (document));
  List *list = list_sources (document);
  g_autofree char *title = whence_document_dup_title (document);
  g_autofree char *facts = g_strdup_printf (ngettext ("%u fact", "%u facts", counts.n_facts), counts.n_facts);
  g_autofree char *entities = g_strdup_printf (
    ngettext ("%u person, company or thing", "%u people, companies and things", counts.n_entities),
    counts.n_entities);
  g_autofree char *sources =
    g_strdup_printf (ngettext ("%u source", "%u sources", list->items->len), list->items->len);

  whence_part_append (box, _ ("Story"), "kicker");
  whence_part_append (box, title, "title");
  whence_part_append (box, whence_scope_get_summary (whence_document_get_scope (document)), NULL);
  whence_part_append (box, facts, NULL);
  if (counts.n_undated > 0)
    {
      g_autofree char *undated = g_strdup_printf (
        ngettext ("%u of them is undated", "%u of them are undated", counts.n_undated), counts.n_undated);
      whence_part_append (box, undated, "dim-label");
    }
  whence_inspector_append_unknown (box, whence_bundle_get_n_facts (bundle) - counts.n_facts);
  whence_part_append (box, entities, NULL);
  whence_part_append (box, sources, NULL);
  append_sources (box, list);
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
