/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A focusable nothing with a name and a value. The value is part of the label, since GTK 4.8 does not hand on
 * the text of a value. */
#include "widgets/range-grip.h"

#include <glib/gi18n-lib.h>

struct _WhenceRangeGrip
{
  GtkWidget parent_instance;
  char *name, *value;
};

G_DEFINE_FINAL_TYPE (WhenceRangeGrip, whence_range_grip, GTK_TYPE_WIDGET)

void
whence_range_grip_set_value (WhenceRangeGrip *self, const char *value, double part)
{
  g_autofree char *label = NULL;

  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  /* Translators: what something is said of, and what is said: “Start of the window: May 2024”. */
  label = g_strdup_printf (_ ("%s: %s"), self->name, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, part, -1);
}

const char *
whence_range_grip_get_value (WhenceRangeGrip *self)
{
  return self->value;
}

static void
finalize (GObject *object)
{
  WhenceRangeGrip *self = WHENCE_RANGE_GRIP (object);

  g_free (self->name);
  g_free (self->value);
  G_OBJECT_CLASS (whence_range_grip_parent_class)->finalize (object);
}

static void
bind (GtkWidgetClass *widget_class, guint key, guint keypad, GdkModifierType modifiers, WhenceGripMove move,
      int direction)
{
  gtk_widget_class_add_binding_signal (widget_class, key, modifiers, "moved", "(ii)", (int) move, direction);
  if (keypad != 0)
    gtk_widget_class_add_binding_signal (widget_class, keypad, modifiers, "moved", "(ii)", (int) move,
                                         direction);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad;
    GdkModifierType modifiers;
    WhenceGripMove move;
    int direction;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, WHENCE_GRIP_STEP, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, WHENCE_GRIP_STEP, 1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, WHENCE_GRIP_STEP, -1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, WHENCE_GRIP_STEP, 1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, WHENCE_GRIP_PAGE, -1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, WHENCE_GRIP_PAGE, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, WHENCE_GRIP_END, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, WHENCE_GRIP_END, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK, WHENCE_GRIP_WINDOW, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK, WHENCE_GRIP_WINDOW, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, GDK_SHIFT_MASK, WHENCE_GRIP_SPAN, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, GDK_SHIFT_MASK, WHENCE_GRIP_SPAN, 1 },
    { GDK_KEY_plus, GDK_KEY_KP_Add, 0, WHENCE_GRIP_ZOOM, 1 },
    { GDK_KEY_plus, 0, GDK_SHIFT_MASK, WHENCE_GRIP_ZOOM, 1 },
    { GDK_KEY_equal, 0, 0, WHENCE_GRIP_ZOOM, 1 },
    { GDK_KEY_minus, GDK_KEY_KP_Subtract, 0, WHENCE_GRIP_ZOOM, -1 },
    { GDK_KEY_0, GDK_KEY_KP_0, 0, WHENCE_GRIP_FIT, 1 },
    { GDK_KEY_Delete, GDK_KEY_KP_Delete, 0, WHENCE_GRIP_REMOVE, 1 },
    { GDK_KEY_BackSpace, 0, 0, WHENCE_GRIP_REMOVE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    bind (widget_class, keys[i].key, keys[i].keypad, keys[i].modifiers, keys[i].move, keys[i].direction);
}

static void
whence_range_grip_class_init (WhenceRangeGripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  g_signal_new ("moved", WHENCE_TYPE_RANGE_GRIP, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "rangegrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  bind_keys (widget_class);
}

static void
whence_range_grip_init (WhenceRangeGrip *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The hand takes hold of the bar, which knows what is nearest. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  0.0, -1);
}

WhenceRangeGrip *
whence_range_grip_new (const char *name)
{
  WhenceRangeGrip *self = g_object_new (WHENCE_TYPE_RANGE_GRIP, NULL);

  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}
