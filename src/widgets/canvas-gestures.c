/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas by hand: what a click means, two fingers that pinch, and what the pointer is over. Dragging and
 * scrolling have files of their own. */
#include "widgets/canvas-private.h"

#include "widgets/mark.h"

WhenceRef
whence_canvas_pick (WhenceCanvas *canvas, double x, double y)
{
  return whence_canvas_has_scene (canvas) ? WHENCE_CANVAS_GET_CLASS (canvas)->pick (canvas, x, y)
                                          : WHENCE_REF_NOTHING;
}

gboolean
whence_canvas_activate (WhenceCanvas *canvas, WhenceRef ref, int n_press)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);

  return whence_canvas_has_scene (canvas) && klass->activate != NULL
         && klass->activate (canvas, ref, n_press);
}

/* --- Click --- */

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, WhenceCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);

  if (gtk_widget_get_focus_child (widget) == NULL)
    gtk_widget_grab_focus (widget);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, WhenceCanvas *canvas)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhenceRef ref = whence_canvas_pick (canvas, x, y);

  if (!whence_canvas_has_scene (canvas))
    return;
  if (whence_canvas_activate (canvas, ref, n_press))
    return;
  if (ref.kind == WHENCE_REF_NONE && klass->click_ground != NULL
      && klass->click_ground (canvas, x, y, n_press))
    return;
  if (n_press == 2)
    klass->approach (canvas, ref, x, y);
  else if (n_press == 1)
    {
      whence_document_focus (whence_canvas_get_document (canvas), WHENCE_REF_NOTHING);
      whence_document_select (whence_canvas_get_document (canvas), ref,
                              (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
      if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
        whence_canvas_open (canvas, ref);
    }
}

/* --- Pinch --- */

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  whence_canvas_stop_glide (canvas);
  priv->pinch = 1;
  priv->pinch_at = (WhencePoint){ priv->pointer_x, priv->pointer_y };
  gtk_gesture_get_bounding_box_center (gesture, &priv->pinch_at.x, &priv->pinch_at.y);
}

/* Two fingers move the picture along, too. */
static void
on_pinch (GtkGestureZoom *gesture, double scale, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhencePoint at = priv->pinch_at;

  if (scale <= 0 || priv->pinch <= 0)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &at.x, &at.y);
  if (at.x != priv->pinch_at.x || at.y != priv->pinch_at.y)
    klass->pan (canvas, at.x - priv->pinch_at.x, at.y - priv->pinch_at.y, WHENCE_MOTION_FOLLOW);
  klass->zoom (canvas, at.x, at.y, scale / priv->pinch, WHENCE_MOTION_FOLLOW);
  priv->pinch = scale;
  priv->pinch_at = at;
}

/* --- Pointer and focus --- */

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceRef ref;

  priv->pointer_x = x;
  priv->pointer_y = y;
  if (priv->drag != WHENCE_DRAG_NONE || priv->document == NULL)
    return;
  ref = whence_canvas_pick (canvas, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), ref.kind != WHENCE_REF_NONE ? "pointer" : NULL);
  whence_document_hover (priv->document, ref);
}

static void
on_pointer_left (GtkEventControllerMotion *motion, WhenceCanvas *canvas)
{
  WhenceDocument *document = whence_canvas_get_document (canvas);

  if (document != NULL)
    whence_document_hover (document, WHENCE_REF_NOTHING);
}

/* Also when the window becomes active again, or a menu has closed. */
static void
on_focus_entered (GtkEventControllerFocus *focus, WhenceCanvas *canvas)
{
  WhenceDocument *document = whence_canvas_get_document (canvas);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (canvas));

  if (document != NULL && child != NULL && WHENCE_IS_MARK (child))
    whence_document_focus (document, whence_mark_get_ref (WHENCE_MARK (child)));
}

static void
on_focus_left (GtkEventControllerFocus *focus, WhenceCanvas *canvas)
{
  WhenceDocument *document = whence_canvas_get_document (canvas);

  if (document != NULL)
    whence_document_focus (document, WHENCE_REF_NOTHING);
}

void
whence_canvas_add_controller (WhenceCanvas *canvas, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (canvas), controller);
}

void
whence_canvas_add_gestures (WhenceCanvas *canvas)
{
  GtkGesture *click = gtk_gesture_click_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new (), *focus = gtk_event_controller_focus_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), canvas);
  g_signal_connect (click, "released", G_CALLBACK (on_released), canvas);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), canvas);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), canvas);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), canvas);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_left), canvas);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_entered), canvas);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), canvas);
  whence_canvas_add_controller (canvas, click);
  whence_canvas_add_controller (canvas, pinch);
  whence_canvas_add_controller (canvas, motion);
  whence_canvas_add_controller (canvas, focus);
  whence_canvas_add_scrolling (canvas);
  whence_canvas_add_drags (canvas);
}
