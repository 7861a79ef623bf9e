/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows stand in an order that does not depend on the filter, so that none moves away under the pointer; a
 * change of the filter only changes their counts and checks. Rows are made when the facet is opened, and
 * brought up to date when they are seen; where there are many facts a worker counts, for the order too. */
#include "widgets/filter-facet.h"

#include <glib/gi18n-lib.h>

#include "model/date-names.h"
#include "model/text-fill.h"
#include "model/text-fold.h"
#include "widgets/facet-count.h"
#include "widgets/facet-find.h"
#include "widgets/facet-row.h"
#include "widgets/facet-values.h"

#define MOST_ROWS 12  /* without a search */
#define MOST_FOUND 40 /* with one */
#define MANY 5000     /* facts from which on no frame waits for counts */

struct _WhenceFilterFacet
{
  GtkWidget parent_instance;

  WhenceDocument *document;
  WhenceFacet facet;
  GtkExpander *expander;
  GtkWidget *title, *chosen; /* "Source", "2" */
  GtkBox *box, *rows;
  GtkWidget *entry, *more;
  WhenceBundle *listed; /* that the rows are of, or NULL */
  GArray *ranks;        /* guint32: all values, the most frequent first, never changed; NULL: not known yet */
  gboolean filling;     /* checks change by themselves */
  gboolean stale;       /* the filter has changed since rows were last seen */
  GCancellable *counting; /* not NULL while a worker counts */
  GCancellable *finding;  /* not NULL while a worker seeks values */
};

G_DEFINE_FINAL_TYPE (WhenceFilterFacet, whence_filter_facet, GTK_TYPE_WIDGET)

/* --- Which values -------------------------------------------------------------------------------- */

static void
rank_values (WhenceFilterFacet *self, guint *counts, guint n_all)
{
  guint n;
  g_autofree guint *ranks =
    whence_facet_rank (whence_document_get_filter (self->document), self->facet, counts, n_all, &n);

  g_clear_pointer (&self->ranks, g_array_unref);
  self->ranks = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  g_array_append_vals (self->ranks, ranks, n);
}

static gboolean
has_many (WhenceFilterFacet *self)
{
  return whence_bundle_get_n_facts (whence_document_get_bundle (self->document)) >= MANY;
}

static guint *
count_now (WhenceFilterFacet *self, const WhenceFilter *filter, guint *n_values)
{
  return whence_filter_count (filter, whence_document_get_told_bundle (self->document),
                              whence_scope_get_known_by (whence_document_get_scope (self->document)),
                              self->facet, n_values);
}

/* --- Rows ---------------------------------------------------------------------------------------- */

static void
show_rows (WhenceFilterFacet *self, const guint *counts)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    whence_facet_row_show (row, counts);
}

static void
stop_counting (WhenceFilterFacet *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/* What the worker has counted, where it is still asked for; else NULL. */
static guint *
finish_counting (WhenceFilterFacet *self, GAsyncResult *result, guint *n_values)
{
  g_autofree guint *counts = whence_facet_count_finish (result, n_values);

  if (self->counting == NULL || g_task_get_cancellable (G_TASK (result)) != self->counting)
    return NULL;
  g_clear_object (&self->counting);
  return g_steal_pointer (&counts);
}

static void
start_counting (WhenceFilterFacet *self, WhenceFilter *filter, GAsyncReadyCallback callback)
{
  self->counting = g_cancellable_new ();
  whence_facet_count_async (filter, whence_document_get_scope (self->document), self->facet, self,
                            self->counting, callback);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint n_values;
  g_autofree guint *counts = finish_counting (WHENCE_FILTER_FACET (source), result, &n_values);

  if (counts != NULL)
    show_rows (WHENCE_FILTER_FACET (source), counts);
}

/* The counts are those of the other facets as they are now. */
static void
update_rows (WhenceFilterFacet *self)
{
  WhenceFilter *filter = whence_document_get_filter (self->document);
  g_autofree guint *counts = NULL;
  guint n_values;

  self->stale = FALSE;
  stop_counting (self);
  if (has_many (self))
    start_counting (self, filter, on_counted);
  else
    counts = count_now (self, filter, &n_values);
  show_rows (self, counts);
}

static void
clear_rows (WhenceFilterFacet *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  g_clear_pointer (&self->listed, whence_bundle_unref);
}

/* A row for each of @found; there are @n like them. */
static void
make_rows (WhenceFilterFacet *self, const GArray *found, guint n)
{
  guint n_more = n - found->len;
  g_autofree char *more =
    whence_text_compose (ngettext ("and %'u more value", "and %'u more values", n_more), n_more);

  clear_rows (self);
  self->listed = whence_bundle_ref (whence_document_get_bundle (self->document));
  for (guint i = 0; i < found->len; i++)
    gtk_box_append (self->rows,
                    whence_facet_row_new (self->document, self->facet, g_array_index (found, guint32, i)));
  gtk_widget_set_visible (self->entry, self->ranks->len > MOST_ROWS);
  gtk_widget_set_visible (self->more, n_more > 0);
  gtk_label_set_text (GTK_LABEL (self->more), more);
  update_rows (self);
}

static void
stop_finding (WhenceFilterFacet *self)
{
  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
}

static void
on_values_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceFilterFacet *self = WHENCE_FILTER_FACET (source);
  guint n;
  g_autoptr (GArray) found = whence_facet_find_finish (result, &n);

  if (found == NULL || g_task_get_cancellable (G_TASK (result)) != self->finding)
    return;
  g_clear_object (&self->finding);
  make_rows (self, found, n);
}

/* In the order of the ranks, which are known. Until a worker has found what is sought the rows stay. */
static void
list_rows (WhenceFilterFacet *self)
{
  WhenceBundle *bundle = whence_document_get_bundle (self->document);
  g_autofree char *sought = whence_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  guint most = *sought != '\0' ? MOST_FOUND : MOST_ROWS, n;
  g_autoptr (GArray) found = NULL;

  stop_finding (self);
  if (*sought != '\0' && has_many (self))
    {
      self->finding = g_cancellable_new ();
      whence_facet_find_async (bundle, self->facet, self->ranks, sought, most, self, self->finding,
                               on_values_found);
      return;
    }
  found = whence_facet_find (bundle, self->facet, self->ranks, sought, most, NULL, &n);
  make_rows (self, found, n);
}

static void
on_ranked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceFilterFacet *self = WHENCE_FILTER_FACET (source);
  guint n_all;
  g_autofree guint *counts = finish_counting (self, result, &n_all);

  if (counts == NULL)
    return;
  rank_values (self, counts, n_all);
  list_rows (self);
}

/* Now, or as soon as a worker has counted for the ranks; as long as they are not known, it counts for
 * nothing else. */
static void
fill_rows (WhenceFilterFacet *self)
{
  g_autoptr (WhenceFilter) nothing = whence_filter_new ();

  if (self->ranks == NULL && has_many (self))
    {
      if (self->counting == NULL)
        start_counting (self, nothing, on_ranked);
      return;
    }
  if (self->ranks == NULL)
    {
      guint n_all;
      g_autofree guint *counts = count_now (self, nothing, &n_all);
      rank_values (self, counts, n_all);
    }
  list_rows (self);
}

/* --- What changes -------------------------------------------------------------------------------- */

static void
update_title (WhenceFilterFacet *self)
{
  guint n;
  g_autofree char *text = NULL;

  whence_filter_get_values (whence_document_get_filter (self->document), self->facet, &n);
  text = whence_count_name (n);
  gtk_label_set_text (GTK_LABEL (self->chosen), text);
  gtk_widget_set_visible (self->chosen, n > 0);
}

static gboolean
lists_records (WhenceFilterFacet *self)
{
  return self->listed != NULL
         && whence_bundle_has_same_records (self->listed, whence_document_get_bundle (self->document));
}

static void
on_filter_changed (WhenceFilterFacet *self)
{
  /* A filter may be told of before its bundle, which then fills the rows anew. */
  gboolean of_another = self->listed != NULL && !lists_records (self);

  update_title (self);
  if (of_another || self->ranks == NULL)
    return;
  self->stale = gtk_expander_get_expanded (self->expander);
  if (self->stale && gtk_widget_get_mapped (GTK_WIDGET (self->rows)))
    update_rows (self);
}

static void
on_mapped (WhenceFilterFacet *self)
{
  if (self->ranks == NULL)
    fill_rows (self);
  else if (self->stale)
    update_rows (self);
}

/* What is counted is another, though the rows may be of the same. */
static void
count_anew (WhenceFilterFacet *self)
{
  stop_counting (self);
  stop_finding (self);
  g_clear_pointer (&self->ranks, g_array_unref);
  if (!lists_records (self))
    clear_rows (self);
  if (gtk_expander_get_expanded (self->expander) && gtk_widget_get_mapped (GTK_WIDGET (self->rows)))
    fill_rows (self);
}

static void
on_bundle_changed (WhenceFilterFacet *self)
{
  if (self->ranks == NULL || !lists_records (self))
    count_anew (self);
}

static void
on_expanded (WhenceFilterFacet *self)
{
  if (gtk_expander_get_expanded (self->expander))
    fill_rows (self);
}

void
whence_filter_facet_set_expanded (WhenceFilterFacet *self, gboolean expanded)
{
  gtk_expander_set_expanded (self->expander, expanded);
}

/* --- GtkWidget ----------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  WhenceFilterFacet *self = WHENCE_FILTER_FACET (object);

  stop_counting (self);
  stop_finding (self);
  g_clear_pointer ((GtkWidget **) &self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->ranks, g_array_unref);
  g_clear_pointer (&self->listed, whence_bundle_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_filter_facet_parent_class)->dispose (object);
}

static void
whence_filter_facet_class_init (WhenceFilterFacetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
whence_filter_facet_init (WhenceFilterFacet *self)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = gtk_label_new (NULL);
  self->chosen = gtk_label_new (NULL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->entry = gtk_search_entry_new ();
  self->more = gtk_label_new (NULL);
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_widget_add_css_class (self->chosen, "chosen-count");
  gtk_widget_add_css_class (self->more, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_box_append (GTK_BOX (title), self->title);
  gtk_box_append (GTK_BOX (title), self->chosen);
  gtk_box_append (self->box, self->entry);
  gtk_box_append (self->box, GTK_WIDGET (self->rows));
  gtk_box_append (self->box, self->more);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 18);
  gtk_expander_set_label_widget (self->expander, title);
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->box));
  /* A closed one gives the keyboard to what it has taken out of the window (GTK 4.8). */
  g_object_bind_property (self->expander, "expanded", self->box, "can-focus", G_BINDING_SYNC_CREATE);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (on_expanded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "map", G_CALLBACK (on_mapped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (fill_rows), self, G_CONNECT_SWAPPED);
}

WhenceFilterFacet *
whence_filter_facet_new (WhenceDocument *document, WhenceFacet facet)
{
  WhenceFilterFacet *self = g_object_new (WHENCE_TYPE_FILTER_FACET, NULL);
  const char *label = whence_facet_label (facet);

  self->document = g_object_ref (document);
  self->facet = facet;
  gtk_label_set_text (GTK_LABEL (self->title), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (document, "notify::filter", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::bundle", G_CALLBACK (on_bundle_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::known-by", G_CALLBACK (count_anew), self, G_CONNECT_SWAPPED);
  update_title (self);
  return self;
}
