/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list view beside the timeline. Invariant: it lists what the document's scope shows and the timeline
 * cannot place, in the order of the bundle. Cost: O(facts) when the scope changes, and widgets for the rows
 * in view. */
#include "widgets/shelf.h"

#include <glib/gi18n-lib.h>

#include "layout/shelf-column.h"
#include "widgets/describe.h"
#include "widgets/facts-model.h"
#include "widgets/facts-selection.h"
#include "widgets/shelf-entry.h"
#include "widgets/tooltip.h"
#include "widgets/undated.h"

#define PART 0.24 /* of the width of both */
#define LEAST 180 /* px */
#define MOST 260

struct _WhenceShelf
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  GtkWidget *box;
  GtkLabel *head;
  GtkWidget *close;
  GtkListView *list;
  WhenceFactsModel *model;
  WhenceFactsSelection *selection;
  WhenceUndated *undated; /* of the bundle, shown or not */
  GPtrArray *rows;        /* WhenceShelfEntry, those that show a fact */
  gboolean closed, roomy; /* put away; there is width for it */
  gboolean entering;      /* it takes the focus as soon as it is there */
};

G_DEFINE_FINAL_TYPE (WhenceShelf, whence_shelf, GTK_TYPE_WIDGET)

enum
{
  PROP_CLOSED = 1,
  PROP_PLACE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint went;

/* --- Where it is --- */

WhenceShelfPlace
whence_shelf_get_place (WhenceShelf *self)
{
  if (!self->roomy)
    return WHENCE_SHELF_BELOW;
  return self->closed ? WHENCE_SHELF_CLOSED : WHENCE_SHELF_BESIDE;
}

int
whence_shelf_allot (WhenceShelf *self, int width)
{
  WhenceShelfPlace before = whence_shelf_get_place (self);
  int least;

  self->roomy = gtk_widget_get_visible (GTK_WIDGET (self)) && width >= WHENCE_SHELF_WIDE;
  if (whence_shelf_get_place (self) != before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
  if (whence_shelf_get_place (self) != WHENCE_SHELF_BESIDE)
    return 0;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return MAX (least, CLAMP ((int) (width * PART), LEAST, MOST));
}

gboolean
whence_shelf_is_closed (WhenceShelf *self)
{
  return self->closed;
}

void
whence_shelf_set_closed (WhenceShelf *self, gboolean closed)
{
  if (self->closed == closed)
    return;
  self->closed = closed;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CLOSED]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

gboolean
whence_shelf_enter (WhenceShelf *self)
{
  if (!self->roomy || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return FALSE;
  whence_shelf_set_closed (self, FALSE);
  self->entering = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->entering)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return TRUE;
}

static void
on_close (WhenceShelf *self)
{
  whence_shelf_set_closed (self, TRUE);
}

/* --- What it lists --- */

/* What was selected last comes into view. */
static void
scroll_to_selected (WhenceShelf *self)
{
  guint position = whence_facts_selection_get_last (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* The list stays where it is unless something in it changes. */
static void
on_scope (WhenceShelf *self)
{
  WhenceScope *scope = whence_document_get_scope (self->document);
  g_autoptr (GArray) undated = whence_undated_list_shown (self->undated, scope);
  guint n = undated->len;
  g_autofree char *head = whence_shelf_head_to_text (n);

  if (!whence_facts_model_take_facts (
        self->model, whence_scope_get_bundle (scope), whence_scope_get_known_by (scope),
        (guint32 *) (gpointer) g_array_free (g_steal_pointer (&undated), FALSE), n))
    return;
  gtk_label_set_text (self->head, head);
  whence_tooltip_set (GTK_WIDGET (self->head), head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, head, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  scroll_to_selected (self);
}

static void
on_highlight (WhenceShelf *self)
{
  WhenceHighlight highlight = whence_document_get_highlight (self->document);

  /* Another bundle is on its way here, too. */
  if (!whence_facts_model_is_of_records (self->model, whence_document_get_told_bundle (self->document)))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    whence_shelf_entry_light (g_ptr_array_index (self->rows, i), &highlight);
}

void
whence_shelf_set_document (WhenceShelf *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::scope", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::bundle", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  whence_facts_selection_set_document (self->selection, document);
  g_signal_connect_object (document, "selection-changed", G_CALLBACK (scroll_to_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "highlight-changed", G_CALLBACK (on_highlight), self, G_CONNECT_SWAPPED);
  on_scope (self);
}

/* --- Rows --- */

static void
on_setup (WhenceShelf *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, GTK_WIDGET (whence_shelf_entry_new (self->document)));
}

static void
on_bind (WhenceShelf *self, GtkListItem *item)
{
  WhenceShelfEntry *row = WHENCE_SHELF_ENTRY (gtk_list_item_get_child (item));
  WhenceHighlight highlight = whence_document_get_highlight (self->document);

  whence_shelf_entry_set_fact (row, gtk_list_item_get_item (item));
  whence_shelf_entry_light (row, &highlight);
  g_ptr_array_add (self->rows, row);
}

static void
on_unbind (WhenceShelf *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (item));
}

/* A double click, or Return. */
static void
on_activate (WhenceShelf *self, guint position)
{
  g_autoptr (WhenceFactRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row == NULL)
    return;
  whence_document_select (self->document, whence_ref_fact (row->fact), FALSE);
  g_signal_emit (self, went, 0);
}

/* --- GtkWidget --- */

/* One Tab stop: the arrows move within the list. */
static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  WhenceShelf *self = WHENCE_SHELF (widget);
  gboolean in_list = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL
                     && gtk_widget_get_focus_child (widget) != NULL;

  if (in_list && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (in_list && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (self->close);
  return GTK_WIDGET_CLASS (whence_shelf_parent_class)->focus (widget, direction);
}

static void
map (GtkWidget *widget)
{
  WhenceShelf *self = WHENCE_SHELF (widget);

  /* Its rows are made when they are first looked at. */
  if (gtk_list_view_get_model (self->list) == NULL)
    gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  GTK_WIDGET_CLASS (whence_shelf_parent_class)->map (widget);
  if (self->entering)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  self->entering = FALSE;
}

/* The ground of the pictures. */
static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceColor c = whence_canvas_get_style ()->ground;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ (float) c.r, (float) c.g, (float) c.b, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (whence_shelf_parent_class)->snapshot (widget, snapshot);
}

/* --- GObject --- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLOSED)
    g_value_set_boolean (value, WHENCE_SHELF (object)->closed);
  else if (id == PROP_PLACE)
    g_value_set_int (value, (int) whence_shelf_get_place (WHENCE_SHELF (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLOSED)
    whence_shelf_set_closed (WHENCE_SHELF (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dispose (GObject *object)
{
  WhenceShelf *self = WHENCE_SHELF (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_shelf_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  WhenceShelf *self = WHENCE_SHELF (object);

  g_ptr_array_unref (self->rows);
  whence_undated_free (self->undated);
  G_OBJECT_CLASS (whence_shelf_parent_class)->finalize (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceShelf, member)

static void
whence_shelf_class_init (WhenceShelfClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->focus = focus;
  widget_class->map = map;
  widget_class->snapshot = snapshot;
  props[PROP_CLOSED] = g_param_spec_boolean (
    "closed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_PLACE] = g_param_spec_int ("place", NULL, NULL, WHENCE_SHELF_BELOW, WHENCE_SHELF_BESIDE,
                                        WHENCE_SHELF_BELOW, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  went = g_signal_new ("went", WHENCE_TYPE_SHELF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/shelf.ui");
  BIND (box);
  BIND (head);
  BIND (close);
  BIND (list);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
whence_shelf_init (WhenceShelf *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  /* Until its layout knows that there is width for it. */
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
  self->undated = whence_undated_new ();
  self->rows = g_ptr_array_new ();
  self->model = whence_facts_model_new ();
  self->selection = whence_facts_selection_new (self->model);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
}
