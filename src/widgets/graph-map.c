/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map is painted anew only when somebody stands elsewhere or is shown no longer; while the view moves, a
 * frame costs one image and one rectangle. Its units are those of the arrangement. */
#include "widgets/graph-map-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "layout/graph-scene-private.h"
#include "widgets/tooltip.h"

#define INSET 8.0
#define LEAST_WIDTH 420 /* px of a canvas that has room for a map */
#define LEAST_HEIGHT 300

G_DEFINE_FINAL_TYPE (WhenceGraphMap, whence_graph_map, GTK_TYPE_WIDGET)

/* --- Where is what -------------------------------------------------------------------------------- */

static double
scale_of (const WhenceGraphMap *self)
{
  return MIN ((WHENCE_GRAPH_MAP_WIDTH - 2 * INSET) / MAX (self->extent.width, 1e-9),
              (WHENCE_GRAPH_MAP_HEIGHT - 2 * INSET) / MAX (self->extent.height, 1e-9));
}

WhencePoint
whence_graph_map_to_px (const WhenceGraphMap *self, WhencePoint p)
{
  double scale = scale_of (self);

  return (
    WhencePoint){ WHENCE_GRAPH_MAP_WIDTH / 2.0 + (p.x - self->extent.x - self->extent.width / 2) * scale,
                  WHENCE_GRAPH_MAP_HEIGHT / 2.0 + (p.y - self->extent.y - self->extent.height / 2) * scale };
}

static WhencePoint
from_px (const WhenceGraphMap *self, double x, double y)
{
  double scale = scale_of (self);

  return (WhencePoint){ self->extent.x + self->extent.width / 2 + (x - WHENCE_GRAPH_MAP_WIDTH / 2.0) / scale,
                        self->extent.y + self->extent.height / 2
                          + (y - WHENCE_GRAPH_MAP_HEIGHT / 2.0) / scale };
}

WhencePoint
whence_graph_map_position_of (const WhenceGraphCanvas *canvas, guint32 node)
{
  return whence_graph_view_from_px (canvas->scene_view, canvas->width, canvas->height,
                                    canvas->scene->nodes[node].at);
}

static WhenceRect
measure_extent (const WhenceGraphCanvas *canvas)
{
  WhenceRect all = { 0 };

  for (guint32 i = 0; i < canvas->scene->n_nodes; i++)
    {
      WhencePoint p = whence_graph_map_position_of (canvas, i);
      all = i == 0 ? (WhenceRect){ p.x, p.y, 0, 0 } : whence_rect_union (all, (WhenceRect){ p.x, p.y, 0, 0 });
    }
  return all;
}

/* What the canvas shows, in the units of the arrangement. */
static WhenceRect
view_of (const WhenceGraphCanvas *canvas)
{
  double width = canvas->width / canvas->view.scale, height = canvas->height / canvas->view.scale;

  return (WhenceRect){ canvas->view.center_x - width / 2, canvas->view.center_y - height / 2, width, height };
}

static gboolean
is_all_in_view (const WhenceGraphMap *self)
{
  WhenceRect view = view_of (self->canvas), all = self->extent;

  return view.x <= all.x && view.y <= all.y && whence_rect_right (view) >= whence_rect_right (all)
         && whence_rect_bottom (view) >= whence_rect_bottom (all);
}

/* --- Drawing -------------------------------------------------------------------------------------- */

static GdkRGBA
rgba (WhenceColor color, double alpha)
{
  return (GdkRGBA){ (float) color.r, (float) color.g, (float) color.b, (float) alpha };
}

static void
append_frame (GtkSnapshot *snapshot, WhenceRect r, GdkRGBA fill, GdkRGBA line)
{
  graphene_rect_t box =
    GRAPHENE_RECT_INIT ((float) floor (r.x), (float) floor (r.y), (float) MAX (4, ceil (r.width)),
                        (float) MAX (4, ceil (r.height)));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, 0);
  gtk_snapshot_append_color (snapshot, &fill, &box);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ line, line, line, line });
}

/* The frame of the view, cut to the map. */
static WhenceRect
frame_of (const WhenceGraphMap *self)
{
  WhenceRect view = view_of (self->canvas);
  WhencePoint a = whence_graph_map_to_px (self, (WhencePoint){ view.x, view.y }),
              b = whence_graph_map_to_px (
                self, (WhencePoint){ whence_rect_right (view), whence_rect_bottom (view) });

  a =
    (WhencePoint){ CLAMP (a.x, 2, WHENCE_GRAPH_MAP_WIDTH - 6), CLAMP (a.y, 2, WHENCE_GRAPH_MAP_HEIGHT - 6) };
  b = (WhencePoint){ CLAMP (b.x, a.x, WHENCE_GRAPH_MAP_WIDTH - 2),
                     CLAMP (b.y, a.y, WHENCE_GRAPH_MAP_HEIGHT - 2) };
  return (WhenceRect){ a.x, a.y, b.x - a.x, b.y - a.y };
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceGraphMap *self = WHENCE_GRAPH_MAP (widget);
  const WhenceStyle *style = whence_canvas_get_style ();

  if (self->canvas == NULL || self->canvas->scene == NULL)
    return;
  if (self->texture == NULL || self->style != style)
    {
      self->style = style;
      whence_graph_map_renew_picture (self, gtk_widget_get_scale_factor (widget));
    }
  append_frame (snapshot, (WhenceRect){ 0, 0, WHENCE_GRAPH_MAP_WIDTH, WHENCE_GRAPH_MAP_HEIGHT },
                rgba (style->ground, 0.92), rgba (style->grid_strong, 1));
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT (0, 0, WHENCE_GRAPH_MAP_WIDTH, WHENCE_GRAPH_MAP_HEIGHT));
  append_frame (snapshot, frame_of (self), rgba (style->accent, 0.12), rgba (style->accent, 1));
}

/* --- What the canvas does ------------------------------------------------------------------------- */

static gboolean
is_painted (const WhenceGraphMap *self)
{
  const WhenceGraphCanvas *canvas = self->canvas;

  return self->arrangement == canvas->arrangement && self->n_nodes == canvas->scene->n_nodes
         && self->n_edges == canvas->scene->n_edges;
}

static void
take_note (WhenceGraphMap *self)
{
  const WhenceGraphCanvas *canvas = self->canvas;

  g_clear_pointer (&self->arrangement, whence_arrangement_unref);
  self->arrangement = canvas->arrangement != NULL ? whence_arrangement_ref (canvas->arrangement) : NULL;
  self->n_nodes = canvas->scene->n_nodes;
  self->n_edges = canvas->scene->n_edges;
  self->extent = measure_extent (canvas);
  g_clear_object (&self->texture);
}

static gboolean
update (gpointer data)
{
  WhenceGraphMap *self = data;
  WhenceGraphCanvas *canvas = self->canvas;
  gboolean room =
    canvas->scene != NULL && canvas->map && canvas->width >= LEAST_WIDTH && canvas->height >= LEAST_HEIGHT;

  self->source = 0;
  if (room && !is_painted (self))
    take_note (self);
  gtk_widget_set_visible (GTK_WIDGET (self), room && !is_all_in_view (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* A scene is taken while the canvas is being allocated: too late to come or go. */
static void
update_soon (WhenceGraphMap *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, update, self, NULL);
}

void
whence_graph_map_set_canvas (WhenceGraphMap *self, WhenceGraphCanvas *canvas)
{
  self->canvas = canvas;
  g_signal_connect_object (canvas, "looked", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
}

/* --- The hand ------------------------------------------------------------------------------------- */

static void
look_at (WhenceGraphMap *self, double x, double y)
{
  WhencePoint p = from_px (self, x, y);

  whence_graph_canvas_look_at (self->canvas, p.x + self->grip.x, p.y + self->grip.y);
}

/* On the frame it is taken where it was pressed; elsewhere it comes there. */
static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, WhenceGraphMap *self)
{
  WhencePoint p = from_px (self, x, y);

  self->grip = (WhencePoint){ 0, 0 };
  if (whence_rect_contains (view_of (self->canvas), p.x, p.y))
    self->grip = (WhencePoint){ self->canvas->view.center_x - p.x, self->canvas->view.center_y - p.y };
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  look_at (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, WhenceGraphMap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    look_at (self, x + dx, y + dy);
}

/* --- GtkWidget ------------------------------------------------------------------------------------ */

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural =
    orientation == GTK_ORIENTATION_HORIZONTAL ? WHENCE_GRAPH_MAP_WIDTH : WHENCE_GRAPH_MAP_HEIGHT;
}

static void
dispose (GObject *object)
{
  WhenceGraphMap *self = WHENCE_GRAPH_MAP (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->arrangement, whence_arrangement_unref);
  G_OBJECT_CLASS (whence_graph_map_parent_class)->dispose (object);
}

static void
whence_graph_map_class_init (WhenceGraphMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  gtk_widget_class_set_css_name (widget_class, "graph-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
whence_graph_map_init (WhenceGraphMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_margin_end (widget, 12);
  gtk_widget_set_margin_bottom (widget, 12);
  gtk_widget_set_cursor_from_name (widget, "move");
  whence_tooltip_set (widget, _ ("The whole graph; drag the frame to look elsewhere"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of the graph"), -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}
