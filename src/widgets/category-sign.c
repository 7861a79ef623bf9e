/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The painter of the pictures paints it, so that it cannot look otherwise than there. It follows the look of
 * the desktop. Constant time. */
#include "widgets/category-sign.h"

#include <adwaita.h>

#include "paint/fact-glyph.h"
#include "paint/pen-backs.h"
#include "widgets/canvas.h"

#define SIZE 16
#define RADIUS 5.0

struct _WhenceCategorySign
{
  GtkWidget parent_instance;
  WhenceCategory category;
};

G_DEFINE_FINAL_TYPE (WhenceCategorySign, whence_category_sign, GTK_TYPE_WIDGET)

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceCategory category = WHENCE_CATEGORY_SIGN (widget)->category;
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  WhencePen *pen = whence_pen_new_screen (cr, gtk_widget_get_scale_factor (widget));
  g_autoptr (WhencePath) path = whence_path_new ();

  whence_glyph_path (path, whence_category_glyph (category), width / 2.0, height / 2.0, RADIUS);
  whence_pen_fill (pen, path, &WHENCE_SOLID (whence_canvas_get_style ()->category[category]));
  whence_pen_free (pen);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
whence_category_sign_class_init (WhenceCategorySignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  /* The words beside it say what it shows. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
whence_category_sign_init (WhenceCategorySign *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
whence_category_sign_new (WhenceCategory category)
{
  WhenceCategorySign *self = g_object_new (WHENCE_TYPE_CATEGORY_SIGN, NULL);

  self->category = category;
  return GTK_WIDGET (self);
}
