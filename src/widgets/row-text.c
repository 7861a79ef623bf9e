/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One layout, in one long line as long as that has room, else broken for the width that was asked for last,
 * which is the one it is drawn in. */
#include "widgets/row-text.h"

#define LEAST_WIDTH 48 /* px */

struct _WhenceRowText
{
  GtkWidget parent_instance;
  char *text;
  gboolean struck;
  PangoLayout *layout; /* NULL until it is needed */
  int line_width;      /* px, of all in one line */
  guint font;          /* hash of the one that it is laid out in */
};

G_DEFINE_FINAL_TYPE (WhenceRowText, whence_row_text, GTK_TYPE_WIDGET)

enum
{
  PROP_TEXT = 1,
  PROP_STRUCK,
};

static gboolean
is_right_to_left (WhenceRowText *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static guint
get_font (WhenceRowText *self)
{
  return pango_font_description_hash (
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
}

static PangoLayout *
get_layout (WhenceRowText *self)
{
  if (self->layout != NULL)
    return self->layout;
  self->font = get_font (self);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, is_right_to_left (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  if (self->struck)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      pango_layout_set_attributes (self->layout, attributes);
    }
  pango_layout_get_pixel_size (self->layout, &self->line_width, NULL);
  return self->layout;
}

/* -1: any. */
static PangoLayout *
get_layout_for (WhenceRowText *self, int width)
{
  PangoLayout *layout = get_layout (self);

  pango_layout_set_width (layout, width < 0 || width >= self->line_width ? -1 : width * PANGO_SCALE);
  return layout;
}

static void
forget_layout (WhenceRowText *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- GtkWidget --- */

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  WhenceRowText *self = WHENCE_ROW_TEXT (widget);
  PangoLayout *layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      get_layout (self);
      *natural = self->line_width;
      *minimum = MIN (self->line_width, LEAST_WIDTH);
      return;
    }
  layout = get_layout_for (self, for_size);
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural;
  *minimum_baseline = *natural_baseline = PANGO_PIXELS (pango_layout_get_baseline (layout));
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceRowText *self = WHENCE_ROW_TEXT (widget);
  int width = gtk_widget_get_width (widget), baseline = gtk_widget_get_allocated_baseline (widget);
  PangoLayout *layout = get_layout_for (self, width);
  PangoRectangle lines;
  int y = baseline >= 0 ? baseline - PANGO_PIXELS (pango_layout_get_baseline (layout)) : 0;

  pango_layout_get_pixel_extents (layout, NULL, &lines);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              (is_right_to_left (self) ? width - lines.width : 0) - lines.x, y, layout);
}

/* Nobody but GTK may ask what the change is; most often it is a colour. */
static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  WhenceRowText *self = WHENCE_ROW_TEXT (widget);

  GTK_WIDGET_CLASS (whence_row_text_parent_class)->css_changed (widget, change);
  if (self->layout != NULL && get_font (self) != self->font)
    forget_layout (self);
}

static void
system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (whence_row_text_parent_class)->system_setting_changed (widget, setting);
  forget_layout (WHENCE_ROW_TEXT (widget));
}

static void
direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (whence_row_text_parent_class)->direction_changed (widget, before);
  forget_layout (WHENCE_ROW_TEXT (widget));
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT)
    g_value_set_string (value, WHENCE_ROW_TEXT (object)->text);
  else
    g_value_set_boolean (value, WHENCE_ROW_TEXT (object)->struck);
}

static void
finalize (GObject *object)
{
  WhenceRowText *self = WHENCE_ROW_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (whence_row_text_parent_class)->finalize (object);
}

static void
whence_row_text_class_init (WhenceRowTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  G_OBJECT_CLASS (klass)->get_property = get_property;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_TEXT,
    g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_STRUCK,
    g_param_spec_boolean ("struck", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  widget_class->css_changed = css_changed;
  widget_class->system_setting_changed = system_setting_changed;
  widget_class->direction_changed = direction_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
whence_row_text_init (WhenceRowText *self)
{
}

GtkWidget *
whence_row_text_new (const char *text)
{
  WhenceRowText *self = g_object_new (WHENCE_TYPE_ROW_TEXT, NULL);

  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}

void
whence_row_text_set_struck (WhenceRowText *self, gboolean struck)
{
  if (self->struck == struck)
    return;
  self->struck = struck;
  forget_layout (self);
}
