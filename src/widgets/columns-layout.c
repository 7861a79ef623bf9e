/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Height follows from width: a row is as high as its higher child. Linear in the children. */
#include "widgets/columns-layout.h"

struct _WhenceColumnsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WhenceColumnsLayout, whence_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
find_column_width (GtkWidget *widget, int width)
{
  int half = (width - WHENCE_COLUMN_GAP) / 2;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return half >= WHENCE_COLUMN_LEAST && child != NULL && gtk_widget_get_next_sibling (child) != NULL ? half
                                                                                                     : width;
}

static int
find_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Walks over all rows, and places the children when @place is set. Returns the height of all. */
static int
lay_out (GtkWidget *widget, int width, gboolean place)
{
  int column = find_column_width (widget, width), y = 0;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = next)
    {
      GtkWidget *beside = column < width ? gtk_widget_get_next_sibling (child) : NULL;
      int own = find_height (child, column), other = beside != NULL ? find_height (beside, column) : 0;
      int height = MAX (own, other);

      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? width - column : 0, y, column, height },
                                  -1);
      if (place && beside != NULL)
        gtk_widget_size_allocate (beside,
                                  &(GtkAllocation){ mirrored ? 0 : width - column, y, column, height }, -1);
      next = gtk_widget_get_next_sibling (beside != NULL ? beside : child);
      y += height + (next != NULL ? WHENCE_COLUMN_GAP / 2 : 0);
    }
  return y;
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, 2 * wanted + WHENCE_COLUMN_GAP);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (widget, for_size < 0 ? *natural : MAX (for_size, *minimum), FALSE);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
whence_columns_layout_class_init (WhenceColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
whence_columns_layout_init (WhenceColumnsLayout *self)
{
}

GtkLayoutManager *
whence_columns_layout_new (void)
{
  return g_object_new (WHENCE_TYPE_COLUMNS_LAYOUT, NULL);
}
