/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menu of the graph, by the second button, a long press or the keyboard, and the choices that
 * menus offer: what dragging on the ground does, and whether there is a map in the corner. What is pressed
 * upon is selected first, unless it is part of the selection already. */
#include <glib/gi18n-lib.h>

#include "widgets/canvas-private.h"
#include "widgets/graph-canvas-private.h"
#include "widgets/graph-commands.h"

/* --- The menu ------------------------------------------------------------------------------------- */

static void
open_menu (WhenceGraphCanvas *self, WhenceRect around)
{
  g_autoptr (GMenuModel) model = whence_graph_commands_menu (self);

  whence_context_menu_open (&self->menu, GTK_WIDGET (self), model,
                            (GdkRectangle){ (int) around.x, (int) around.y, MAX (1, (int) around.width),
                                            MAX (1, (int) around.height) });
}

static void
open_menu_at (WhenceGraphCanvas *self, double x, double y)
{
  WhenceDocument *document = whence_canvas_get_document (WHENCE_CANVAS (self));
  WhenceRef ref;

  if (!whence_canvas_has_scene (WHENCE_CANVAS (self)))
    return;
  ref = whence_canvas_pick (WHENCE_CANVAS (self), x, y);
  whence_document_focus (document, WHENCE_REF_NOTHING);
  if (ref.kind == WHENCE_REF_NONE || !whence_document_is_selected (document, ref))
    whence_document_select (document, ref, FALSE);
  open_menu (self, (WhenceRect){ x, y, 1, 1 });
}

static void
on_second_button (GtkGestureClick *click, int n_press, double x, double y, WhenceGraphCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static void
on_long_press (GtkGestureLongPress *press, double x, double y, WhenceGraphCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

/* Where the keyboard is, or the last thing that was selected, or the middle. */
static gboolean
on_menu_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (widget);
  WhenceDocument *document = whence_canvas_get_document (WHENCE_CANVAS (self));
  WhenceRect around = { gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0, 1, 1 };
  WhenceRef ref = whence_document_get_focus (document);
  guint n;
  const WhenceRef *refs = whence_document_get_selection (document, &n);

  if (!whence_canvas_has_scene (WHENCE_CANVAS (self)))
    return FALSE;
  if (ref.kind == WHENCE_REF_NONE && n > 0)
    ref = refs[n - 1];
  whence_graph_canvas_find (WHENCE_CANVAS (self), ref, &around);
  open_menu (self, around);
  return TRUE;
}

void
whence_graph_canvas_add_menu (WhenceGraphCanvas *self)
{
  whence_context_menu_add_gestures (GTK_WIDGET (self), G_CALLBACK (on_second_button),
                                    G_CALLBACK (on_long_press), self);
}

/* --- Choices -------------------------------------------------------------------------------------- */

/* The words of the menu, in the order of the enumeration. */
static const char *const drags[] = { "move", "rectangle", "lasso" };

static void
change_drag (GSimpleAction *action, GVariant *value, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    if (g_str_equal (drags[i], g_variant_get_string (value, NULL)))
      {
        WHENCE_GRAPH_CANVAS (data)->ground_drag = (WhenceGroundDrag) i;
        g_simple_action_set_state (action, value);
      }
}

static void
change_map (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
  g_object_set (data, "map", g_variant_get_boolean (value), NULL);
}

/* What a drag of the ground does is also one key away, where the desktop takes a drag with Alt for itself. */
static gboolean
next_drag (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  guint next = (WHENCE_GRAPH_CANVAS (widget)->ground_drag + 1) % G_N_ELEMENTS (drags);

  g_action_group_change_action_state (WHENCE_GRAPH_CANVAS (widget)->actions, "drag",
                                      g_variant_new_string (drags[next]));
  return TRUE;
}

void
whence_graph_canvas_bind_menu_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, 0, next_drag, NULL);
}

void
whence_graph_canvas_add_choices (WhenceGraphCanvas *self, GActionMap *actions)
{
  const GActionEntry entries[] = {
    { "drag", NULL, "s", "'move'", change_drag },
    { "map", NULL, NULL, "true", change_map },
  };

  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
}
