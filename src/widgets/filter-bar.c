/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the facets together; each looks after itself. What gets the focus comes into sight, by its head: the
 * viewport would show the end of what is higher than itself. */
#include "widgets/filter-bar.h"

#include "widgets/filter-amounts.h"
#include "widgets/filter-facet.h"

/* px of what has the focus that must be in sight: an open facet may be higher than a phone. */
#define HEAD 60

struct _WhenceFilterBar
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (WhenceFilterBar, whence_filter_bar, GTK_TYPE_WIDGET)

void
whence_filter_bar_set_document (WhenceFilterBar *self, WhenceDocument *document)
{
  for (guint facet = 0; facet < WHENCE_N_FACETS; facet++)
    {
      WhenceFilterFacet *part = whence_filter_facet_new (document, facet);
      gtk_box_append (self->content, GTK_WIDGET (part));
      whence_filter_facet_set_expanded (part,
                                        facet == WHENCE_FACET_FACT_TYPE || facet == WHENCE_FACET_SUPPORT);
    }
  gtk_box_append (self->content, GTK_WIDGET (whence_filter_amounts_new (document)));
}

/* --- What has the focus is in sight -------------------------------------------------------------- */

static void
on_focus_moved (WhenceFilterBar *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t box;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content))
      || !gtk_widget_compute_bounds (focus, gtk_widget_get_parent (GTK_WIDGET (self->content)), &box))
    return;
  box.origin.y += (float) gtk_adjustment_get_value (place);
  gtk_adjustment_clamp_page (place, box.origin.y, box.origin.y + MIN (box.size.height, HEAD));
}

static void
root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (whence_filter_bar_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (on_focus_moved),
                           widget, G_CONNECT_SWAPPED);
}

static void
unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_focus_moved, widget);
  GTK_WIDGET_CLASS (whence_filter_bar_parent_class)->unroot (widget);
}

/* --- GObject ------------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  g_clear_pointer (&WHENCE_FILTER_BAR (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (whence_filter_bar_parent_class)->dispose (object);
}

static void
whence_filter_bar_class_init (WhenceFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->root = root;
  widget_class->unroot = unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WhenceFilterBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, WhenceFilterBar, content);
}

static void
whence_filter_bar_init (WhenceFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
