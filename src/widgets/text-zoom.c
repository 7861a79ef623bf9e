/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The child is given less room and drawn larger; GTK turns pointers, extents and popovers round by itself.
 * Invariant: at a zoom of 1 the child is allocated as if nothing were between. */
#include "widgets/text-zoom.h"

#include <math.h>

#define USUAL_DPI (96 * 1024) /* of gtk-xft-dpi */
#define LEAST 1.0             /* smaller text leaves the pictures as they are: they are small enough */
#define MOST 3.0

struct _WhenceTextZoom
{
  GtkWidget parent_instance;
  GtkWidget *child;
};

enum
{
  PROP_CHILD = 1,
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WhenceTextZoom, whence_text_zoom, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

double
whence_text_zoom_get (GtkWidget *widget)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP ((double) dpi / USUAL_DPI, LEAST, MOST) : 1;
}

int
whence_text_zoom_get_scale (GtkWidget *widget)
{
  GtkWidget *zoom = gtk_widget_get_ancestor (widget, WHENCE_TYPE_TEXT_ZOOM);
  double factor = zoom != NULL ? whence_text_zoom_get (zoom) : 1;

  return (int) ceil (gtk_widget_get_scale_factor (widget) * factor - 0.01);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  WhenceTextZoom *self = WHENCE_TEXT_ZOOM (widget);
  double zoom = whence_text_zoom_get (widget);

  *minimum = *natural = 0;
  if (self->child == NULL || !gtk_widget_get_visible (self->child))
    return;
  gtk_widget_measure (self->child, orientation, for_size < 0 ? -1 : (int) (for_size / zoom), minimum, natural,
                      NULL, NULL);
  /* What can be moved needs no more room than usual. */
  *natural = MAX (*minimum, (int) ceil (*natural * zoom));
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WhenceTextZoom *self = WHENCE_TEXT_ZOOM (widget);
  float zoom = (float) whence_text_zoom_get (widget);
  int least_width, least_height;

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  /* Rather a little smaller than cut. */
  zoom = MAX (1, MIN (zoom, MIN ((float) width / (float) MAX (1, least_width),
                                 (float) height / (float) MAX (1, least_height))));
  gtk_widget_allocate (self->child, MAX (least_width, (int) ceilf ((float) width / zoom)),
                       MAX (least_height, (int) ceilf ((float) height / zoom)), -1,
                       zoom > 1 ? gsk_transform_scale (NULL, zoom, zoom) : NULL);
}

static void
set_child (WhenceTextZoom *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  set_child (WHENCE_TEXT_ZOOM (object), g_value_get_object (value));
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_object (value, WHENCE_TEXT_ZOOM (object)->child);
}

static void
dispose (GObject *object)
{
  set_child (WHENCE_TEXT_ZOOM (object), NULL);
  G_OBJECT_CLASS (whence_text_zoom_parent_class)->dispose (object);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (WHENCE_TEXT_ZOOM (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (whence_text_zoom_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (gtk_widget_queue_resize), widget, G_CONNECT_SWAPPED);
}

static void
unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), gtk_widget_queue_resize, widget);
  GTK_WIDGET_CLASS (whence_text_zoom_parent_class)->unroot (widget);
}

static void
whence_text_zoom_class_init (WhenceTextZoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = set_property;
  G_OBJECT_CLASS (klass)->get_property = get_property;
  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->root = root;
  widget_class->unroot = unroot;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_CHILD,
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
whence_text_zoom_init (WhenceTextZoom *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
