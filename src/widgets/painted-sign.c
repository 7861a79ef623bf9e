/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The painter of the pictures paints it, so that it cannot look otherwise than there. It follows the look of
 * the desktop, and is as large as the text around it. */
#include "widgets/painted-sign.h"

#include <adwaita.h>
#include <math.h>

#include "paint/pen-backs.h"
#include "widgets/text-zoom.h"

G_DEFINE_ABSTRACT_TYPE (WhencePaintedSign, whence_painted_sign, GTK_TYPE_WIDGET)

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  WhencePen *pen = whence_pen_new_screen (cr, gtk_widget_get_scale_factor (widget));

  whence_pen_push_transform (pen, width / 2.0, height / 2.0, whence_text_zoom_get (widget));
  WHENCE_PAINTED_SIGN_GET_CLASS (widget)->paint (WHENCE_PAINTED_SIGN (widget), (WhencePoint){ 0, 0 }, pen);
  whence_pen_pop_transform (pen);
  whence_pen_free (pen);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural =
    (int) ceil (WHENCE_PAINTED_SIGN_GET_CLASS (widget)->size * whence_text_zoom_get (widget) - 0.01);
}

/* The text has another size, perhaps. */
static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (whence_painted_sign_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
whence_painted_sign_class_init (WhencePaintedSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  widget_class->css_changed = css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
whence_painted_sign_init (WhencePaintedSign *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
