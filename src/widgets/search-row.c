/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hit in words. The passage that was hit is looked up in the record again, since the index keeps texts
 * folded. */
#include "widgets/search-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/text-fill.h"
#include "model/text-fold.h"
#include "model/text-quote.h"
#include "widgets/tooltip.h"

typedef struct
{
  char *name, *kind;
  char *passage; /* NULL: the name says it */
} Words;

static void
words_clear (Words *words)
{
  g_free (words->name);
  g_free (words->kind);
  g_free (words->passage);
}

/* Whether @text holds a word of the query. */
static gboolean
holds (const char *text, char **words)
{
  g_autofree char *folded = text != NULL ? whence_text_fold (text) : NULL;

  for (guint i = 0; folded != NULL && words[i] != NULL; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static char *
pick_passage (const char *const *texts, guint n, char **words)
{
  for (guint i = 0; i < n; i++)
    if (holds (texts[i], words))
      return g_strdup (texts[i]);
  return NULL;
}

static void
tell_entity (Words *told, const WhenceScope *scope, guint32 index, char **words)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  const WhenceKnownBy *known_by = whence_scope_get_known_by (scope);
  WhenceEntity entity;
  WhenceCitation citation;

  whence_bundle_get_entity (bundle, index, &entity);
  told->name = g_strdup (entity.name);
  told->kind = g_strdup (whence_entity_type_label (entity.type));
  for (guint i = 0; i < entity.n_aliases && told->passage == NULL; i++)
    told->passage = pick_passage (&(const char *){ whence_bundle_get_alias (bundle, index, i) }, 1, words);
  if (told->passage == NULL && whence_known_by_get_profile (known_by, index) != WHENCE_ACTIVITY_NOT)
    told->passage = pick_passage (&entity.summary, 1, words);
  for (guint i = 0; i < entity.n_citations && told->passage == NULL; i++)
    {
      whence_bundle_get_entity_citation (bundle, index, i, &citation);
      if (whence_known_by_get_entity_citation (known_by, index, i) != WHENCE_ACTIVITY_NOT
          && holds (citation.quote, words))
        told->passage = whence_text_quote (citation.quote);
    }
}

static void
tell_fact (Words *told, const WhenceScope *scope, guint32 index, char **words)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  const WhenceKnownBy *known_by = whence_scope_get_known_by (scope);
  WhenceFact fact;
  WhenceCitation citation;

  whence_bundle_get_fact (bundle, index, &fact);
  told->name = whence_bundle_describe_fact (bundle, index);
  told->kind = g_strdup (whence_fact_type_label (fact.type));
  told->passage = pick_passage ((const char *[]){ fact.place, fact.summary, fact.note }, 3, words);
  for (guint i = 0; i < fact.n_citations && told->passage == NULL; i++)
    {
      whence_bundle_get_fact_citation (bundle, index, i, &citation);
      if (whence_known_by_get_citation (known_by, index, i) != WHENCE_ACTIVITY_NOT
          && holds (citation.quote, words))
        told->passage = whence_text_quote (citation.quote);
    }
}

static void
tell_source (Words *told, const WhenceScope *scope, guint32 index, char **words)
{
  WhenceSource source;

  whence_bundle_get_source (whence_scope_get_bundle (scope), index, &source);
  told->name = g_strdup (source.title);
  told->kind = g_strdup (_ ("Source"));
  told->passage = pick_passage ((const char *[]){ source.publisher, source.author, source.note }, 3, words);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

static GtkWidget *
make_row (const Words *words)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *name = make_label (words->name, NULL);
  g_autofree char *spoken = words->passage != NULL
                              ? g_strdup_printf ("%s\n%s\n%s", words->name, words->kind, words->passage)
                              : g_strdup_printf ("%s\n%s", words->name, words->kind);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), make_label (words->kind, "dim-label"));
  gtk_box_append (GTK_BOX (box), line);
  if (words->passage != NULL)
    gtk_box_append (GTK_BOX (box), make_label (words->passage, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  whence_tooltip_set (row, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

GtkWidget *
whence_search_row_new (const WhenceScope *scope, const WhenceHit *hit, const char *query)
{
  g_autofree char *folded = whence_text_fold (query);
  g_auto (GStrv) needles = g_strsplit (folded, " ", -1);
  Words words = { 0 };
  GtkWidget *row;

  if (hit->record == WHENCE_RECORD_ENTITY)
    tell_entity (&words, scope, hit->index, needles);
  else if (hit->record == WHENCE_RECORD_FACT)
    tell_fact (&words, scope, hit->index, needles);
  else
    tell_source (&words, scope, hit->index, needles);
  if (hit->field == WHENCE_FIELD_NAME)
    g_clear_pointer (&words.passage, g_free);
  row = make_row (&words);
  words_clear (&words);
  return row;
}

GtkWidget *
whence_search_row_new_more (guint n_more)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = whence_text_compose (
    ngettext ("and %'u more hit: type more of it", "and %'u more hits: type more of it", n_more), n_more);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_label (text, "dim-label"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}
