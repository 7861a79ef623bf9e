/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list view in a popover. Cost: a few bytes a fact, and widgets for the rows in view. */
#include "widgets/facts-popover.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "widgets/describe.h"
#include "widgets/fact-title.h"
#include "widgets/facts-model.h"
#include "widgets/tooltip.h"
#include "widgets/wrapped-label.h"

struct _WhenceFactsPopover
{
  GtkPopover parent_instance;
  WhenceFactsModel *model;
  GtkLabel *head, *note;
  GtkWidget *zoom;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (WhenceFactsPopover, whence_facts_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  ZOOM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Rows --- */

static GtkWidget *
append_label (GtkWidget *box, int most_lines)
{
  GtkWidget *label = whence_wrapped_label_new (NULL, most_lines);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = append_label (box, 2), *line = append_label (box, 1);

  gtk_widget_add_css_class (line, "dim-label");
  gtk_widget_add_css_class (line, "caption");
  g_object_set_data (G_OBJECT (box), "title", title);
  g_object_set_data (G_OBJECT (box), "line", line);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const WhenceFactRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item), *cell = gtk_widget_get_parent (box);
  g_autofree char *line = whence_describe_line (row->bundle, row->fact);
  g_autofree char *whole = whence_describe_fact (row->bundle, row->known_by, row->fact);

  whence_fact_title_put (g_object_get_data (G_OBJECT (box), "title"), row->bundle, row->fact);
  gtk_label_set_text (g_object_get_data (G_OBJECT (box), "line"), line);
  whence_tooltip_set (box, whole);
  /* Before GTK 4.10 a row has no name of its own. */
  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

static void
on_activate (WhenceFactsPopover *self, guint position)
{
  g_autoptr (WhenceFactRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, row->fact);
}

static void
on_zoom (WhenceFactsPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ZOOM], 0);
}

/* --- What is listed --- */

void
whence_facts_popover_set_facts (WhenceFactsPopover *self, WhenceBundle *bundle, const WhenceKnownBy *known_by,
                                const guint32 *facts, guint n_facts, const char *head, const char *note,
                                gboolean can_zoom)
{
  g_autofree char *count = whence_text_compose (ngettext ("%'u fact", "%'u facts", n_facts), n_facts);

  whence_facts_model_set_facts (self->model, bundle, known_by, facts, n_facts);
  gtk_label_set_text (self->head, head != NULL ? head : count);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_widget_set_visible (self->zoom, can_zoom);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->head), -1);
}

/* --- GtkWidget --- */

static void
show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (whence_facts_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (WHENCE_FACTS_POPOVER (widget)->list));
}

static void
dispose (GObject *object)
{
  WhenceFactsPopover *self = WHENCE_FACTS_POPOVER (object);

  g_clear_object (&self->model);
  G_OBJECT_CLASS (whence_facts_popover_parent_class)->dispose (object);
}

static void
whence_facts_popover_class_init (WhenceFactsPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->show = show;
  signals[CHOSEN] = g_signal_new ("chosen", WHENCE_TYPE_FACTS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ZOOM] =
    g_signal_new ("zoom", WHENCE_TYPE_FACTS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/facts-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, WhenceFactsPopover, head);
  gtk_widget_class_bind_template_child (widget_class, WhenceFactsPopover, note);
  gtk_widget_class_bind_template_child (widget_class, WhenceFactsPopover, zoom);
  gtk_widget_class_bind_template_child (widget_class, WhenceFactsPopover, list);
}

/* What it says above the list was put into words by who opened it: it is opened again, and says so anew. */
void
whence_facts_popover_tell_anew (WhenceFactsPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
whence_facts_popover_init (WhenceFactsPopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = whence_facts_model_new ();
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->zoom, "clicked", G_CALLBACK (on_zoom), self);
}

WhenceFactsPopover *
whence_facts_popover_new (void)
{
  return g_object_new (WHENCE_TYPE_FACTS_POPOVER, NULL);
}
