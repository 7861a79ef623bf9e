/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws with the font and the colour that the style gives it; what is drawn is also what assistive technology
 * is told. */
#include "widgets/fact-cell.h"

#include "widgets/describe.h"

struct _WhenceFactCell
{
  GtkWidget parent_instance;
  WhenceFactKey column;
  WhenceFactRow *row;
  gboolean told; /* what it says is known to assistive technology */
  guint serial;  /* of the fonts that @height is of; 0: of none */
  int height;    /* px */
};

G_DEFINE_FINAL_TYPE (WhenceFactCell, whence_fact_cell, GTK_TYPE_WIDGET)

void
whence_fact_cell_tell_anew (WhenceFactCell *self)
{
  self->told = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
whence_fact_cell_set_row (WhenceFactCell *self, WhenceFactRow *row)
{
  if (g_set_object (&self->row, row))
    whence_fact_cell_tell_anew (self);
}

WhenceFactRow *
whence_fact_cell_get_row (WhenceFactCell *self)
{
  return self->row;
}

static gboolean
is_negated (WhenceFactCell *self)
{
  WhenceFact fact;

  whence_bundle_get_fact (self->row->bundle, self->row->fact, &fact);
  return fact.negated;
}

static char *
dup_text (WhenceFactCell *self)
{
  return self->row != NULL
           ? whence_facts_column_text (self->column, self->row->bundle, self->row->known_by, self->row->fact)
           : NULL;
}

/* Before GTK 4.10 a row has no name of its own. */
static void
name_row (WhenceFactCell *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *whole = whence_describe_fact (self->row->bundle, self->row->known_by, self->row->fact);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

static void
tell (WhenceFactCell *self, const char *text)
{
  if (self->told)
    return;
  self->told = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (self->column == WHENCE_FACT_KEY_TITLE)
    name_row (self);
}

static PangoLayout *
make_layout (WhenceFactCell *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  if (self->column == WHENCE_FACT_KEY_TITLE && is_negated (self))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      pango_layout_set_attributes (layout, attributes);
    }
  return layout;
}

/* Text begins where the interface does, whichever way it runs. */
static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceFactCell *self = WHENCE_FACT_CELL (widget);
  g_autofree char *text = dup_text (self);
  g_autoptr (PangoLayout) layout = NULL;
  gboolean ltr = gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL;
  PangoRectangle extents;
  int x;

  if (self->row == NULL)
    return;
  tell (self, text != NULL ? text : "");
  if (text == NULL || *text == '\0')
    return;
  layout = make_layout (self, text);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = ltr ? -extents.x : gtk_widget_get_width (widget) - extents.x - extents.width;
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x,
                              (gtk_widget_get_height (widget) - extents.height) / 2.0, layout);
}

/* A row that is selected is measured again in all its cells, and those of all rows are when all are selected:
 * its fonts are asked only when they are others. */
static int
get_height (WhenceFactCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);

  if (self->serial != serial)
    {
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
      self->height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
      self->serial = serial;
      pango_font_metrics_unref (metrics);
    }
  return self->height;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? get_height (WHENCE_FACT_CELL (widget)) : 0;
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = dup_text (WHENCE_FACT_CELL (widget));

  if (text == NULL || *text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
dispose (GObject *object)
{
  g_clear_object (&WHENCE_FACT_CELL (object)->row);
  G_OBJECT_CLASS (whence_fact_cell_parent_class)->dispose (object);
}

static void
whence_fact_cell_class_init (WhenceFactCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  widget_class->query_tooltip = query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
whence_fact_cell_init (WhenceFactCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

WhenceFactCell *
whence_fact_cell_new (WhenceFactKey column)
{
  WhenceFactCell *self = g_object_new (WHENCE_TYPE_FACT_CELL, NULL);

  self->column = column;
  return self;
}
