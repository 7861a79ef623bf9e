/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the facets together; each looks after itself. */
#include "widgets/filter-bar.h"

#include "widgets/filter-amounts.h"
#include "widgets/filter-facet.h"

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
