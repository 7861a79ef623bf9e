/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three rows that follow the document. */
#include "widgets/graph-bar.h"

#include <glib/gi18n-lib.h>

#include "model/text-list.h"
#include "document/document-subset.h"
#include "model/text-fill.h"
#include "widgets/describe.h"
#include "widgets/tooltip.h"

typedef struct
{
  const char *icon; /* NULL: the label is shown */
  const char *label, *action;
} Button;

typedef enum
{
  ROW_FOCUS,
  ROW_HIDDEN,
  ROW_PATHS,
  N_ROWS,
} Row;

static const Button buttons[N_ROWS][4] = {
  [ROW_FOCUS] = { { "list-remove-symbolic", N_ ("One hop less"), "graph.fewer-hops" },
                  { "list-add-symbolic", N_ ("One hop more"), "graph.more-hops" },
                  { "window-close-symbolic", N_ ("Leave the focus"), "graph.unfocus" } },
  [ROW_HIDDEN] = { { NULL, N_ ("Show All"), "graph.show-hidden" } },
  [ROW_PATHS] = { { "go-previous-symbolic", N_ ("Previous path"), "graph.previous-path" },
                  { "go-next-symbolic", N_ ("Next path"), "graph.next-path" },
                  { "window-close-symbolic", N_ ("Leave the paths"), "graph.close-paths" } },
};

struct _WhenceGraphBar
{
  GtkBox parent_instance;
  WhenceDocument *document;
  GtkWidget *rows[N_ROWS];
  GtkLabel *labels[N_ROWS];
};

G_DEFINE_FINAL_TYPE (WhenceGraphBar, whence_graph_bar, GTK_TYPE_BOX)

/* --- Words ---------------------------------------------------------------------------------------- */

/* "Meta", "Meta and 2 more". */
static char *
name_centres (const WhenceBundle *bundle, const WhenceGraphFocus *focus)
{
  const char *first = whence_bundle_get_entity_name (bundle, g_array_index (focus->centres, guint32, 0));
  guint more = focus->centres->len - 1;

  if (more == 0)
    return g_strdup (first);
  /* Translators: the name of somebody, and how many others. */
  return whence_text_compose (ngettext ("%s and %'u more", "%s and %'u more", more), first, more);
}

static char *
describe_focus (WhenceDocument *document)
{
  const WhenceGraphFocus *focus = whence_document_get_graph_focus (document);
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  g_autofree char *centres = NULL;
  guint n = whence_bundle_get_n_entities (bundle), n_shown = n;

  if (focus->centres->len == 0)
    return NULL;
  centres = name_centres (bundle, focus);
  n_shown -= whence_graph_subset_get_n_hidden (whence_document_get_subset (document));
  if (focus->hops == 0)
    /* Translators: "Only Meta: 1 of 34 shown". */
    return whence_text_compose (_ ("Only %s: %'u of %'u shown"), centres, n_shown, n);
  /* Translators: "Meta and 2 hops: 14 of 34 shown". */
  return whence_text_compose (
    ngettext ("%s and %'u hop: %'u of %'u shown", "%s and %'u hops: %'u of %'u shown", focus->hops), centres,
    focus->hops, n_shown, n);
}

static char *
describe_hidden (WhenceDocument *document)
{
  guint n = whence_document_get_graph_focus (document)->hidden->len;

  return n == 0 ? NULL
                : whence_text_compose (ngettext ("%'u hidden in the graph", "%'u hidden in the graph", n), n);
}

static char *
count_paths (const WhenceGraphPaths *paths, guint i)
{
  guint64 n_all = whence_graph_paths_get_n_all (paths);
  guint n_listed = whence_graph_paths_get_n_listed (paths);
  g_autofree char *all = NULL;

  if (n_all == n_listed)
    return g_strdup_printf (_ ("Path %u of %u"), i + 1, n_listed);
  if (n_all == G_MAXUINT64)
    return g_strdup_printf (_ ("Path %u of the best %u; there are too many to count"), i + 1, n_listed);
  all = g_strdup_printf ("%" G_GUINT64_FORMAT, n_all);
  /* Translators: the last number is how many paths there are in all. */
  return g_strdup_printf (_ ("Path %u of the best %u of %s"), i + 1, n_listed, all);
}

static char *
describe_paths (WhenceDocument *document)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document);
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  guint i = whence_document_get_path (document), hops;
  g_autofree char *count = NULL, *steps = NULL, *way = NULL;
  GString *text;

  if (paths == NULL)
    return NULL;
  if (whence_graph_paths_get_n_listed (paths) == 0)
    return g_strdup_printf (_ ("No path leads from %s to %s"),
                            whence_bundle_get_entity_name (bundle, whence_graph_paths_get_from (paths)),
                            whence_bundle_get_entity_name (bundle, whence_graph_paths_get_to (paths)));
  hops = whence_graph_paths_get_hops (paths);
  count = count_paths (paths, i);
  steps = whence_text_compose (ngettext ("%'u step", "%'u steps", hops), hops);
  way = whence_describe_path (bundle, paths, i);
  text = g_string_new (count);
  whence_text_join (text, WHENCE_JOINT_PART, steps);
  whence_text_join (text, WHENCE_JOINT_PART, way);
  return g_string_free (text, FALSE);
}

/* --- Rows ----------------------------------------------------------------------------------------- */

static GtkWidget *
make_button (const Button *what)
{
  GtkWidget *button = what->icon != NULL ? gtk_button_new_from_icon_name (what->icon)
                                         : gtk_button_new_with_label (_ (what->label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), what->action);
  gtk_widget_add_css_class (button, "flat");
  if (what->icon != NULL)
    {
      whence_tooltip_set (button, _ (what->label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (what->label),
                                      -1);
    }
  return button;
}

/* When it is shown first. */
static void
add_row (WhenceGraphBar *self, Row row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2), *label = gtk_label_new (NULL), *before = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; buttons[row][i].action != NULL; i++)
    gtk_box_append (GTK_BOX (box), make_button (&buttons[row][i]));
  gtk_widget_add_css_class (box, "graph-row");
  for (guint i = 0; i < row; i++)
    before = self->rows[i] != NULL ? self->rows[i] : before;
  gtk_box_insert_child_after (GTK_BOX (self), box, before);
  self->rows[row] = box;
  self->labels[row] = GTK_LABEL (label);
}

static void
show_row (WhenceGraphBar *self, Row row, const char *text)
{
  if (self->rows[row] == NULL && text != NULL)
    add_row (self, row);
  if (self->rows[row] == NULL)
    return;
  gtk_label_set_text (self->labels[row], text != NULL ? text : "");
  whence_tooltip_set (
    GTK_WIDGET (self->labels[row]),
    row == ROW_PATHS ? text : _ ("In the graph alone: the timeline and the facts show everything."));
  gtk_widget_set_visible (self->rows[row], text != NULL);
}

static void
update (WhenceGraphBar *self)
{
  static char *(*const describe[N_ROWS]) (WhenceDocument *) = { describe_focus, describe_hidden,
                                                                describe_paths };
  gboolean any = FALSE;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = describe[i](self->document);
      show_row (self, (Row) i, text);
      any |= text != NULL;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

void
whence_graph_bar_set_document (WhenceGraphBar *self, WhenceDocument *document)
{
  const char *const signals[] = { "notify::subset", "notify::paths", "notify::bundle" };

  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (document, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
dispose (GObject *object)
{
  g_clear_object (&WHENCE_GRAPH_BAR (object)->document);
  G_OBJECT_CLASS (whence_graph_bar_parent_class)->dispose (object);
}

static void
whence_graph_bar_class_init (WhenceGraphBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
whence_graph_bar_init (WhenceGraphBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "graph-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the graph shows"), -1);
}
