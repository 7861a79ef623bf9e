/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of references in the inspector, with headings between them, of which nothing is left out. A short
 * list stands in the page, and grows with each frame; a long one scrolls by itself, and has widgets for the
 * rows about the view only, as many of them as GTK keeps, which it would all make at once: it is told of a
 * few more with each frame until it has those, and then of all. Eight bytes a row. */
#include "widgets/inspector-list.h"

#include <glib/gi18n-lib.h>

#include "widgets/inspector-parts.h"

#define MOST_IN_PAGE 300
#define LEAST_HEIGHT 320 /* px, of a list that scrolls */
#define AT_ONCE 6        /* rows that are made for a frame */
#define MOST_WIDGETS 220 /* rows, at least as many as GTK keeps widgets for */

/* A reference, or with the kind NONE the heading of that number. */
struct _WhencePartRows
{
  WhenceDocument *document;
  WhenceBundle *bundle; /* that the references are of */
  GArray *refs;         /* WhenceRef */
  GPtrArray *headings;
  WhencePartCaption caption;
  gboolean below; /* the caption is */
  gpointer data;
  GDestroyNotify free_data;
};

WhencePartRows *
whence_part_rows_new (WhenceDocument *document, WhencePartCaption caption, gpointer data,
                      GDestroyNotify free_data)
{
  WhencePartRows *rows = g_new (WhencePartRows, 1);

  *rows = (WhencePartRows){ .document = g_object_ref (document),
                            .bundle = whence_bundle_ref (whence_document_get_told_bundle (document)),
                            .refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef)),
                            .headings = g_ptr_array_new_with_free_func (g_free),
                            .caption = caption,
                            .data = data,
                            .free_data = free_data };
  return rows;
}

static void
rows_free (gpointer data)
{
  WhencePartRows *rows = data;

  if (rows->free_data != NULL)
    rows->free_data (rows->data);
  g_array_unref (rows->refs);
  g_ptr_array_unref (rows->headings);
  whence_bundle_unref (rows->bundle);
  g_object_unref (rows->document);
  g_free (rows);
}

void
whence_part_rows_set_below (WhencePartRows *rows)
{
  rows->below = TRUE;
}

void
whence_part_rows_add_heading (WhencePartRows *rows, const char *text)
{
  WhenceRef ref = { WHENCE_REF_NONE, rows->headings->len };

  g_ptr_array_add (rows->headings, g_strdup (text));
  g_array_append_val (rows->refs, ref);
}

void
whence_part_rows_add (WhencePartRows *rows, WhenceRef ref)
{
  g_array_append_val (rows->refs, ref);
}

void
whence_part_rows_add_all (WhencePartRows *rows, const WhenceRef *refs, guint n_refs)
{
  g_array_append_vals (rows->refs, refs, n_refs);
}

/* --- Rows ----------------------------------------------------------------------------------------- */

/* The story may have become another one since; the page is about to be filled anew then. */
static GtkWidget *
make_row (gpointer data, guint i)
{
  WhencePartRows *rows = data;
  WhenceRef ref = g_array_index (rows->refs, WhenceRef, i);
  g_autofree char *caption = NULL;

  if (ref.kind == WHENCE_REF_NONE)
    return whence_part_text (g_ptr_array_index (rows->headings, ref.index), "section");
  if (!whence_bundle_has_same_records (rows->bundle, whence_document_get_told_bundle (rows->document)))
    return whence_part_text (NULL, NULL);
  caption = rows->caption != NULL ? rows->caption (rows->data, ref) : NULL;
  return rows->below ? whence_part_ref_with (rows->document, ref, caption)
                     : whence_part_ref (rows->document, ref, caption);
}

/* As its button is named in a list that stands in the page. */
static char *
dup_name (WhencePartRows *rows, WhenceRef ref)
{
  g_autofree char *caption = NULL;

  if (ref.kind == WHENCE_REF_NONE)
    return g_strdup (g_ptr_array_index (rows->headings, ref.index));
  caption = rows->caption != NULL ? rows->caption (rows->data, ref) : NULL;
  return whence_part_ref_describe (rows->bundle, ref, caption);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, WhencePartRows *rows)
{
  guint position = gtk_list_item_get_position (item);
  WhenceRef ref = g_array_index (rows->refs, WhenceRef, position);
  g_autofree char *name = dup_name (rows, ref);
  GtkWidget *row = make_row (rows, position), *cell;

  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, ref.kind != WHENCE_REF_NONE);
  gtk_widget_set_can_focus (row, FALSE);
  /* Before GTK 4.10 a row has no name of its own, and with 4.24 it takes no focus by itself. */
  cell = gtk_widget_get_parent (row);
  if (cell == NULL)
    return;
  gtk_widget_set_focusable (cell, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, NULL);
}

static void
on_activate (GtkListView *view, guint position, WhencePartRows *rows)
{
  /* Selecting fills the inspector anew, which ends the list and what it holds. */
  g_autoptr (WhenceDocument) document = g_object_ref (rows->document);
  WhenceRef ref = g_array_index (rows->refs, WhenceRef, position);

  if (ref.kind != WHENCE_REF_NONE
      && whence_bundle_has_same_records (rows->bundle, whence_document_get_told_bundle (document)))
    whence_document_select (document, ref, FALSE);
}

/* --- The model: rows know their positions, and nothing is kept of one ------------------------------ */

#define WHENCE_TYPE_PART_MODEL (whence_part_model_get_type ())
G_DECLARE_FINAL_TYPE (WhencePartModel, whence_part_model, WHENCE, PART_MODEL, GObject)

struct _WhencePartModel
{
  GObject parent_instance;
  guint n;
};

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return WHENCE_PART_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  return position < get_n_items (model) ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
implement_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WhencePartModel, whence_part_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list))

static void
whence_part_model_class_init (WhencePartModelClass *klass)
{
}

static void
whence_part_model_init (WhencePartModel *model)
{
}

/* FALSE: there are all @n now. */
static gboolean
grow (WhencePartModel *model, guint n)
{
  guint before = model->n;

  model->n = before < MOST_WIDGETS ? MIN (before + AT_ONCE, n) : n;
  g_list_model_items_changed (G_LIST_MODEL (model), before, 0, model->n - before);
  return model->n < n;
}

/* --- The list ------------------------------------------------------------------------------------- */

static WhencePartModel *
get_model (GtkWidget *view)
{
  GtkNoSelection *model = GTK_NO_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));

  return WHENCE_PART_MODEL (gtk_no_selection_get_model (model));
}

static gboolean
on_tick (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  WhencePartRows *rows = data;

  /* They may all be there before, because somebody wants to go to the last. */
  return get_model (view)->n < rows->refs->len && grow (get_model (view), rows->refs->len) ? G_SOURCE_CONTINUE
                                                                                           : G_SOURCE_REMOVE;
}

/* The last row is that of all. */
static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, WhencePartRows *rows)
{
  WhencePartModel *model = get_model (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));

  while ((key == GDK_KEY_End || key == GDK_KEY_KP_End) && model->n < rows->refs->len)
    grow (model, rows->refs->len);
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
make_view (WhencePartRows *rows, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  WhencePartModel *model = g_object_new (WHENCE_TYPE_PART_MODEL, NULL);
  GtkWidget *view, *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys;

  grow (model, rows->refs->len);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), rows);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (model))), factory);
  g_signal_connect (view, "activate", G_CALLBACK (on_activate), rows);
  gtk_widget_add_css_class (scroller, "rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  g_object_set_data_full (G_OBJECT (factory), "rows", rows, rows_free);
  gtk_widget_add_tick_callback (view, on_tick, rows, NULL);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), rows);
  gtk_widget_add_controller (view, keys);
  return scroller;
}

void
whence_part_rows_append (WhencePartRows *rows, GtkBox *box, const char *name)
{
  if (rows->refs->len > MOST_IN_PAGE)
    gtk_box_append (box, make_view (rows, name));
  else
    whence_part_append_rows (whence_part_list (box), rows->refs->len, make_row, rows, rows_free);
}

/* --- Facts ---------------------------------------------------------------------------------------- */

static char *
caption_date (gpointer data, WhenceRef ref)
{
  WhenceFact fact;

  whence_bundle_get_fact (data, ref.index, &fact);
  return fact.dated.text != NULL ? whence_date_to_text (fact.dated.text, WHENCE_DATE_TEXT_SHORT)
                                 : g_strdup (_ ("undated"));
}

void
whence_part_append_facts (GtkBox *box, WhenceDocument *document, const char *heading, const guint32 *facts,
                          guint n_facts)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  WhencePartRows *rows = whence_part_rows_new (document, caption_date, whence_bundle_ref (bundle),
                                               (GDestroyNotify) whence_bundle_unref);

  whence_part_append (box, heading, "section");
  for (guint i = 0; i < n_facts; i++)
    whence_part_rows_add (rows, whence_ref_fact (facts[i]));
  whence_part_rows_append (rows, box, heading);
}
