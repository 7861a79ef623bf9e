/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The range bar: reads the document's visible range and sets its range. Building its scene is a scan of the
 * facts. Where nothing is dated there is no window of time: it says so instead. */
#include "widgets/range-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint/pen-backs.h"
#include "paint/range-painter.h"
#include "widgets/canvas.h"

#define HEIGHT 52
#define GRIP 7.0      /* px from a handle within which it is taken */
#define SMALLEST 10.0 /* px between the handles */
#define KEY_STEP 0.1  /* of the window */

typedef enum
{
  DRAG_NONE,
  DRAG_FROM,
  DRAG_TO,
  DRAG_WINDOW,
} Drag;

struct _WhenceRangeBar
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  WhenceRangeScene *scene;
  GtkWidget *nothing; /* the words where nothing is dated */
  Drag drag;
  double drag_from, drag_to; /* px where the window was when the drag began */
};

G_DEFINE_FINAL_TYPE (WhenceRangeBar, whence_range_bar, GTK_TYPE_WIDGET)

static void
on_scope (WhenceRangeBar *self)
{
  gboolean dated = whence_range_has_dates (whence_document_get_scope (self->document));

  g_clear_pointer (&self->scene, whence_range_scene_free);
  gtk_widget_set_visible (self->nothing, !dated);
  gtk_widget_set_focusable (GTK_WIDGET (self), dated);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), dated);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
ensure_scene (WhenceRangeBar *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->scene == NULL && self->document != NULL && width > 0)
    self->scene =
      whence_range_scene_new (whence_document_get_scope (self->document), width, &whence_measure_pango);
  return self->scene != NULL;
}

/* The window of time in px. FALSE while no timeline has said what it shows, and where nothing is dated. */
static gboolean
get_window (WhenceRangeBar *self, double *from_x, double *to_x)
{
  gint64 from, to;

  if (gtk_widget_get_visible (self->nothing) || !ensure_scene (self))
    return FALSE;
  if (!whence_document_get_range (self->document, &from, &to))
    whence_document_get_visible_range (self->document, &from, &to);
  *from_x = whence_time_view_to_x (self->scene->view, from);
  *to_x = whence_time_view_to_x (self->scene->view, to);
  return from < to;
}

static void
set_window (WhenceRangeBar *self, double from_x, double to_x)
{
  gint64 from = whence_time_view_to_instant (self->scene->view, from_x);
  gint64 to = whence_time_view_to_instant (self->scene->view, to_x);

  if (from < to)
    whence_document_set_range (self->document, from, to);
}

/* --- Drawing --- */

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  double from = 0, to = 0;
  cairo_t *cr;
  WhencePen *pen;

  gtk_widget_snapshot_child (widget, self->nothing, snapshot);
  if (!get_window (self, &from, &to))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  pen = whence_pen_new_screen (cr, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  whence_range_paint (&(WhenceRangePaint){ .scene = self->scene,
                                           .style = whence_canvas_get_style (),
                                           .height = height,
                                           .from_x = from,
                                           .to_x = to },
                      pen);
  whence_pen_free (pen);
  cairo_destroy (cr);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (widget);

  if (self->scene != NULL && self->scene->width != width)
    g_clear_pointer (&self->scene, whence_range_scene_free);
  if (gtk_widget_get_visible (self->nothing))
    gtk_widget_allocate (self->nothing, width, height, -1, NULL);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (widget);

  if (gtk_widget_get_visible (self->nothing))
    gtk_widget_measure (self->nothing, orientation, for_size, NULL, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : HEIGHT;
}

/* --- Hands --- */

static Drag
what_is_at (WhenceRangeBar *self, double x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), from, to;

  if (!get_window (self, &from, &to))
    return DRAG_NONE;
  if (fabs (x - CLAMP (from, 0, width)) <= GRIP)
    return DRAG_FROM;
  if (fabs (x - CLAMP (to, 0, width)) <= GRIP)
    return DRAG_TO;
  return x > from && x < to ? DRAG_WINDOW : DRAG_NONE;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, WhenceRangeBar *self)
{
  double half;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->drag = what_is_at (self, x);
  if (!get_window (self, &self->drag_from, &self->drag_to))
    return;
  if (self->drag == DRAG_NONE)
    {
      /* A press outside brings the window there and takes hold of it. */
      half = (self->drag_to - self->drag_from) / 2;
      self->drag_from = x - half;
      self->drag_to = x + half;
      self->drag = DRAG_WINDOW;
      set_window (self, self->drag_from, self->drag_to);
    }
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, WhenceRangeBar *self)
{
  double from = self->drag_from, to = self->drag_to;

  if (self->drag == DRAG_NONE || !ensure_scene (self))
    return;
  if (self->drag != DRAG_TO)
    from += dx;
  if (self->drag != DRAG_FROM)
    to += dx;
  if (self->drag == DRAG_FROM)
    from = MIN (from, to - SMALLEST);
  if (self->drag == DRAG_TO)
    to = MAX (to, from + SMALLEST);
  set_window (self, from, to);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, WhenceRangeBar *self)
{
  if (n_press == 2)
    whence_document_fit_range (self->document);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, WhenceRangeBar *self)
{
  Drag what = what_is_at (self, x);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), what == DRAG_WINDOW                    ? "grab"
                                                      : what == DRAG_FROM || what == DRAG_TO ? "col-resize"
                                                                                             : NULL);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, WhenceRangeBar *self)
{
  double from, to, factor = pow (1.2, dy), middle;

  if (!get_window (self, &from, &to))
    return GDK_EVENT_PROPAGATE;
  middle = (from + to) / 2;
  set_window (self, middle + (from - middle) * factor + dx * 10, middle + (to - middle) * factor + dx * 10);
  return GDK_EVENT_STOP;
}

/* How the two ends move, in parts of the window. */
static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (widget);
  double from, to, size;
  int move_from, move_to;

  g_variant_get (args, "(ii)", &move_from, &move_to);
  if (!get_window (self, &from, &to))
    return FALSE;
  size = to - from;
  set_window (self, from + move_from * KEY_STEP * size, to + move_to * KEY_STEP * size);
  return TRUE;
}

static gboolean
on_fit (GtkWidget *widget, GVariant *args, gpointer data)
{
  whence_document_fit_range (WHENCE_RANGE_BAR (widget)->document);
  return TRUE;
}

/* --- GObject --- */

void
whence_range_bar_set_document (WhenceRangeBar *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::scope", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::range", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::visible-range", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  on_scope (self);
}

static void
dispose (GObject *object)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (object);

  g_clear_pointer (&self->scene, whence_range_scene_free);
  g_clear_pointer (&self->nothing, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_range_bar_parent_class)->dispose (object);
}

static void
whence_range_bar_class_init (WhenceRangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->size_allocate = size_allocate;
  widget_class->measure = measure;
  gtk_widget_class_set_css_name (widget_class, "rangebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_key, "(ii)", -1, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_key, "(ii)", 1, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, on_key, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, on_key, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, 0, on_key, "(ii)", 1, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_minus, 0, on_key, "(ii)", -1, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, on_fit, NULL);
}

static void
add (WhenceRangeBar *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
whence_range_bar_init (WhenceRangeBar *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  add (self, drag);
  add (self, click);
  add (self, motion);
  add (self, scroll);
  gtk_gesture_group (drag, click);
  self->nothing = gtk_label_new (_ ("No fact here has a date."));
  gtk_label_set_ellipsize (GTK_LABEL (self->nothing), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_can_target (self->nothing, FALSE);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               _ ("Drag the window of time or its ends; double-click shows all"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Window of time"),
                                  -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
