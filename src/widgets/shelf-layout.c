/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who needs how much follows from the width alone, so that nothing has to be laid out twice. */
#include "widgets/shelf-layout.h"

#include "widgets/shelf.h"

struct _WhenceShelfLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WhenceShelfLayout, whence_shelf_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The shelf takes what it needs of a width that the other could have alone. */
static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
         int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *picture = gtk_widget_get_first_child (widget), *shelf = gtk_widget_get_last_child (widget);
  int least;

  gtk_widget_measure (picture, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (shelf, orientation, -1, &least, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MAX (*minimum, least);
  *natural = MAX (*minimum, *natural);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *picture = gtk_widget_get_first_child (widget), *shelf = gtk_widget_get_last_child (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = whence_shelf_allot (WHENCE_SHELF (shelf), width), rest = width - column;

  gtk_widget_set_child_visible (shelf, column > 0);
  gtk_widget_size_allocate (picture, &(GtkAllocation){ mirrored ? column : 0, 0, rest, height }, -1);
  if (column > 0)
    gtk_widget_size_allocate (shelf, &(GtkAllocation){ mirrored ? 0 : rest, 0, column, height }, -1);
}

static void
whence_shelf_layout_class_init (WhenceShelfLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
whence_shelf_layout_init (WhenceShelfLayout *self)
{
}
