/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on shortest paths: the one that is looked at step by step, with its facts, then the others in
 * their order. */
#include <glib/gi18n-lib.h>

#include "document/document-subset.h"
#include "model/text-fill.h"
#include "widgets/describe.h"
#include "widgets/inspector-parts.h"

static void
append_step (GtkBox *box, WhenceDocument *document, guint i, guint step)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document);
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 entity = whence_graph_paths_get (paths, i)[step + 1];

  whence_graph_paths_list_facts (paths, i, step, facts);
  for (guint f = 0; f < facts->len; f++)
    {
      guint32 fact = g_array_index (facts, guint32, f);
      const WhenceScope *scope = whence_document_get_scope (document);
      const char *support = whence_support_label (whence_scope_get_evidence (scope, fact).support);
      gtk_box_append (box, whence_part_ref (document, whence_ref_fact (fact), support));
    }
  gtk_box_append (box, whence_part_ref (document, whence_ref_entity (entity), WHENCE_PART_NEXT));
}

static void
append_path (GtkBox *box, WhenceDocument *document, guint i)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document);
  GtkBox *list = whence_part_list (box);

  gtk_box_append (list,
                  whence_part_ref (document, whence_ref_entity (whence_graph_paths_get (paths, i)[0]), NULL));
  for (guint step = 0; step < whence_graph_paths_get_hops (paths); step++)
    append_step (list, document, i, step);
}

static void
on_path_clicked (GtkButton *button, gpointer index)
{
  g_autoptr (WhenceDocument) document = g_object_ref (g_object_get_data (G_OBJECT (button), "document"));

  /* Which fills the inspector anew, and ends this button. */
  whence_document_set_path (document, GPOINTER_TO_UINT (index));
}

static void
append_other (GtkBox *list, WhenceDocument *document, guint i)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document);
  g_autofree char *way = whence_describe_path (whence_document_get_told_bundle (document), paths, i);
  g_autofree char *text = g_strdup_printf ("%u. %s", i + 1, way);
  GtkWidget *button = gtk_button_new (), *label = whence_part_text (text, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  g_object_set_data_full (G_OBJECT (button), "document", g_object_ref (document), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_path_clicked), GUINT_TO_POINTER (i));
  gtk_box_append (list, button);
}

static void
append_others (GtkBox *box, WhenceDocument *document)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document);
  guint n = whence_graph_paths_get_n_listed (paths);
  GtkBox *list;

  if (n < 2)
    return;
  whence_part_append (box, _ ("All of them, the best evidence first"), "section");
  list = whence_part_list (box);
  for (guint i = 0; i < n; i++)
    append_other (list, document, i);
  if (whence_graph_paths_get_n_all (paths) > n)
    whence_part_append (box, _ ("There are more paths of that length; the best are listed."), "dim-label");
}

void
whence_inspector_fill_paths (GtkBox *box, WhenceDocument *document)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document);
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  guint hops = whence_graph_paths_get_hops (paths);
  g_autofree char *title =
    g_strdup_printf ("%s – %s", whence_bundle_get_entity_name (bundle, whence_graph_paths_get_from (paths)),
                     whence_bundle_get_entity_name (bundle, whence_graph_paths_get_to (paths)));
  g_autofree char *steps = whence_text_compose (ngettext ("%'u step", "%'u steps", hops), hops);

  whence_part_append (box, _ ("Shortest paths"), "kicker");
  whence_part_append (box, title, "title");
  if (hops == 0)
    {
      whence_part_append (box, _ ("No chain of ties leads from one to the other."), NULL);
      whence_part_append (
        box, _ ("Facts that a filter hides, that do not hold at the date, or that are negated are no ties."),
        "dim-label");
      return;
    }
  whence_part_append (box, steps, NULL);
  append_path (box, document, whence_document_get_path (document));
  append_others (box, document);
  whence_part_append (box,
                      _ ("A path is better the fewer of its steps are unsourced, then disputed, then known "
                         "from one source alone. Arrows do not count."),
                      "dim-label");
}
