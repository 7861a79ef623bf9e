/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window manager never makes a window narrower than it says that it can be. What would fold in a narrow
 * window must not say so in a wide one: it asks for little there, and for a frame, until it has folded, it
 * is cut. */
#include "widgets/loose-layout.h"

struct _WhenceLooseLayout
{
  GtkLayoutManager parent_instance;
  int least;
};

G_DEFINE_FINAL_TYPE (WhenceLooseLayout, whence_loose_layout, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
has_folded (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && gtk_widget_has_css_class (GTK_WIDGET (root), "narrow");
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !has_folded (widget))
    *minimum = MIN (*minimum, WHENCE_LOOSE_LAYOUT (manager)->least);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  least = MAX (least, width);
  gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? width - least : 0, 0, least, height }, -1);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WHENCE_LOOSE_LAYOUT (object)->least = g_value_get_int (value);
}

static void
whence_loose_layout_class_init (WhenceLooseLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = measure;
  layout_class->allocate = allocate;
  G_OBJECT_CLASS (klass)->set_property = set_property;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), 1,
    g_param_spec_int ("least", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
whence_loose_layout_init (WhenceLooseLayout *self)
{
}
