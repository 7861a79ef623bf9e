/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers of an entity in the graph, with its rank in each, in the inspector. They are counted by a
 * worker and follow by themselves, so that the rest of the inspector stays as it is read. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/text-fill.h"

#include "widgets/inspector-parts.h"

/* Translators: the rank of somebody among so many, the largest first. */
static char *
describe_rank (guint32 rank, guint32 n)
{
  return whence_text_compose (_ ("no. %'u of %'u"), rank, n);
}

static void
append_number (GtkBox *box, const char *name, const char *value, const char *rank)
{
  /* Translators: a number in the graph, what it is, and its rank: “Ties: 12, 3 of them in, 9 out (no. 2 of
   * 34)”. */
  g_autofree char *text = g_strdup_printf (C_ ("number", "%1$s: %2$s (%3$s)"), name, value, rank);

  whence_part_append (box, text, NULL);
}

static void
append_ties (GtkBox *box, const WhenceMeasures *m, guint32 entity)
{
  guint32 n = m->n_ties[entity], in = m->n_in[entity], out = m->n_out[entity];
  g_autofree char *text = NULL;
  g_autofree char *rank = describe_rank (whence_measures_rank_ties (m, entity), m->n_tied);

  /* Translators: ties of somebody altogether, those that point to it, those that point from it. */
  text = whence_text_compose (_ ("%'u, %'u of them in, %'u out"), n, in, out);
  append_number (box, C_ ("number", "Ties"), text, rank);
}

static char *
describe_share (double share, gboolean estimated)
{
  g_autofree char *text = whence_share_to_text_short (whence_decimal_make (llround (10000 * share), -4));

  return estimated ? g_strdup_printf (C_ ("short approximate amount", "≈ %s"), text)
                   : g_steal_pointer (&text);
}

static void
append_share (GtkBox *box, const char *name, const WhenceMeasures *m, const double *values, guint32 entity,
              gboolean estimated)
{
  g_autofree char *value = describe_share (values[entity], estimated);
  g_autofree char *rank = describe_rank (whence_measures_rank (m, values, entity), m->n_tied);

  append_number (box, name, value, rank);
}

static guint32
count_members (const WhenceMeasures *m, const guint32 *group, guint32 entity)
{
  guint32 n = 0;

  for (guint32 i = 0; i < m->n_entities; i++)
    n += group[i] == group[entity];
  return n;
}

static void
append_group (GtkBox *box, const char *name, const WhenceMeasures *m, const guint32 *group, guint32 n_groups,
              guint32 entity)
{
  guint32 n = count_members (m, group, entity);
  g_autofree char *value = whence_text_compose (ngettext ("%'u member", "%'u members", n), n);
  g_autofree char *rank = describe_rank (group[entity] + 1, n_groups);

  append_number (box, name, value, rank);
}

/* Of whom the numbers are, and whose. */
typedef struct
{
  WhenceDocument *document;
  WhenceBundle *bundle;
  guint32 entity;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_object_unref (subject->document);
  whence_bundle_unref (subject->bundle);
  g_free (subject);
}

static void
append_numbers (GtkBox *box, const WhenceMeasures *m, guint32 entity)
{
  append_ties (box, m, entity);
  append_share (box, C_ ("number", "Betweenness"), m, m->betweenness, entity, m->n_sources < m->n_tied);
  append_share (box, C_ ("number", "PageRank"), m, m->pagerank, entity, FALSE);
  append_group (box, C_ ("number", "Community"), m, m->community, m->n_communities, entity);
  append_group (box, C_ ("number", "Component"), m, m->component, m->n_components, entity);
  if (m->n_sources < m->n_tied)
    {
      g_autofree char *note = whence_text_compose (
        _ ("Betweenness is estimated from the shortest paths of %'u out of %'u."), m->n_sources, m->n_tied);
      whence_part_append (box, note, "dim-label");
    }
}

/* Once the story is another one, the inspector is about to be filled anew. */
static void
fill (GtkBox *box)
{
  const Subject *subject = g_object_get_data (G_OBJECT (box), "subject");
  const WhenceMeasures *m = whence_document_get_measures (subject->document);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (box)) != NULL;
  GtkWidget *child;

  if (!whence_bundle_has_same_records (subject->bundle, whence_document_get_bundle (subject->document)))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  whence_part_append (box, _ ("In the graph"), "section");
  if (m == NULL)
    whence_part_append (box, _ ("Counting…"), "dim-label");
  else if (m->n_ties[subject->entity] == 0)
    whence_part_append (box, _ ("No tie is shown"), "dim-label");
  else
    append_numbers (box, m, subject->entity);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (box), GTK_DIR_TAB_FORWARD);
}

void
whence_inspector_append_measures (GtkBox *box, WhenceDocument *document, guint32 entity)
{
  GtkWidget *numbers = gtk_box_new (GTK_ORIENTATION_VERTICAL, gtk_box_get_spacing (box));
  Subject *subject = g_new (Subject, 1);

  *subject =
    (Subject){ g_object_ref (document), whence_bundle_ref (whence_document_get_bundle (document)), entity };
  g_object_set_data_full (G_OBJECT (numbers), "subject", subject, subject_free);
  g_signal_connect_object (document, "notify::measures", G_CALLBACK (fill), numbers, G_CONNECT_SWAPPED);
  fill (GTK_BOX (numbers));
  gtk_box_append (box, numbers);
}
