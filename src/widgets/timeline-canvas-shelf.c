/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shelf of facts without a date: its head, what it has no room for, and the key U open it, which is to
 * list them all unless somebody else shows them. O(facts without a date) when asked. */
#include "widgets/timeline-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "layout/shelf-column.h"

static guint open_shelf;

void
whence_timeline_canvas_set_shelf (WhenceTimelineCanvas *self, WhenceShelfPlace place)
{
  if (self->shelf == place)
    return;
  self->shelf = place;
  whence_canvas_invalidate (WHENCE_CANVAS (self));
}

/* The line that counts what has no room, px of the widget. */
static WhenceRect
place_of_more (WhenceTimelineCanvas *self)
{
  const WhenceTimelineScene *scene = self->scene;

  return (WhenceRect){ scene->shelf_more_at.x, scene->shelf_more_at.y - self->look.scroll,
                       scene->shelf_more.width, scene->shelf_more.height };
}

static gboolean
is_at_more (WhenceTimelineCanvas *self, double x, double y)
{
  return y >= WHENCE_AXIS_HEIGHT && whence_rect_contains (place_of_more (self), x, y);
}

static const GArray *
get_undated (WhenceTimelineCanvas *self)
{
  return whence_timeline_index_get_undated (whence_timeline_scene_get_index (self->scene));
}

static void
list_undated (WhenceTimelineCanvas *self, WhenceRect place)
{
  const GArray *undated = get_undated (self);
  g_autofree char *head = whence_shelf_head_to_text (undated->len);

  whence_canvas_list_facts (WHENCE_CANVAS (self), (const guint32 *) (gconstpointer) undated->data,
                            undated->len, place, head, NULL);
}

gboolean
whence_timeline_canvas_open_shelf (WhenceTimelineCanvas *self)
{
  WhenceRect place = { 0 };
  gboolean shown = FALSE;

  if (self->scene == NULL || get_undated (self)->len == 0)
    return FALSE;
  g_signal_emit (self, open_shelf, 0, &shown);
  if (shown)
    return TRUE;
  whence_timeline_canvas_find (self, (WhenceRef){ WHENCE_REF_SHELF, WHENCE_NONE }, &place);
  place.width = MIN (place.width, 2 * WHENCE_SIDE_MARGIN + self->scene->shelf_head.width);
  list_undated (self, place);
  return TRUE;
}

char *
whence_timeline_canvas_describe_shelf (WhenceTimelineCanvas *self)
{
  g_autofree char *head = whence_shelf_head_to_text (get_undated (self)->len);

  return g_strdup_printf ("%s\n%s", head, _ ("Click to list all facts without a date"));
}

static char *
describe_ground (WhenceCanvas *canvas, double x, double y)
{
  if (y < WHENCE_AXIS_HEIGHT)
    return g_strdup (_ ("Drag to light what touches a span of time, with Shift to zoom into it"));
  if (!is_at_more (WHENCE_TIMELINE_CANVAS (canvas), x, y))
    return NULL;
  return g_strdup (_ ("Click to list all facts without a date"));
}

static gboolean
click_ground (WhenceCanvas *canvas, double x, double y, int n_press)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  if (n_press != 1 || !is_at_more (self, x, y))
    return FALSE;
  list_undated (self, place_of_more (self));
  return TRUE;
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  return whence_timeline_canvas_open_shelf (WHENCE_TIMELINE_CANVAS (widget));
}

void
whence_timeline_canvas_add_shelf (WhenceCanvasClass *canvas_class)
{
  canvas_class->describe_ground = describe_ground;
  canvas_class->click_ground = click_ground;
  open_shelf = g_signal_new ("open-shelf", G_TYPE_FROM_CLASS (canvas_class), G_SIGNAL_RUN_LAST, 0,
                             g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (canvas_class), GDK_KEY_u, 0, on_key, NULL);
}
