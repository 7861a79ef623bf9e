/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shelf of facts without a date: a click on its head or on what it has no room for, or the key U, lists
 * them all. O(facts without a date) when asked. */
#include "widgets/timeline-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "layout/shelf-column.h"

#define HEAD_INSET 4.0 /* px from the top of the shelf */

/* Where its head stands (or, at 1, the line that counts what has no room), px of the widget. */
static WhenceRect
place_of (WhenceTimelineCanvas *self, guint which)
{
  const WhenceTimelineScene *scene = self->scene;
  const WhenceTextBlock *block = which == 0 ? &scene->shelf_head : &scene->shelf_more;
  WhencePoint at =
    which == 0 ? (WhencePoint){ WHENCE_SIDE_MARGIN, scene->shelf.y + HEAD_INSET } : scene->shelf_more_at;

  return (WhenceRect){ at.x, at.y - self->look.scroll, block->width, block->height };
}

static gboolean
is_at (WhenceTimelineCanvas *self, double x, double y, WhenceRect *place)
{
  for (guint which = 0; which < 2; which++)
    {
      *place = place_of (self, which);
      if (y >= WHENCE_AXIS_HEIGHT && whence_rect_contains (*place, x, y))
        return TRUE;
    }
  return FALSE;
}

static gboolean
list_undated (WhenceTimelineCanvas *self, WhenceRect place)
{
  const GArray *undated = whence_timeline_index_get_undated (whence_timeline_scene_get_index (self->scene));
  g_autofree char *head = NULL;

  if (undated->len == 0)
    return FALSE;
  head = whence_shelf_head_to_text (undated->len);
  whence_canvas_list_facts (WHENCE_CANVAS (self), (const guint32 *) (gconstpointer) undated->data,
                            undated->len, place, head, NULL);
  return TRUE;
}

static char *
describe_ground (WhenceCanvas *canvas, double x, double y)
{
  WhenceRect place;

  if (!is_at (WHENCE_TIMELINE_CANVAS (canvas), x, y, &place))
    return NULL;
  return g_strdup (_ ("Click to list all facts without a date"));
}

static gboolean
click_ground (WhenceCanvas *canvas, double x, double y, int n_press)
{
  WhenceRect place;

  return n_press == 1 && is_at (WHENCE_TIMELINE_CANVAS (canvas), x, y, &place)
         && list_undated (WHENCE_TIMELINE_CANVAS (canvas), place);
}

static gboolean
on_list (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (widget);

  return self->scene != NULL && list_undated (self, place_of (self, 0));
}

void
whence_timeline_canvas_add_shelf (WhenceCanvasClass *canvas_class)
{
  canvas_class->describe_ground = describe_ground;
  canvas_class->click_ground = click_ground;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (canvas_class), GDK_KEY_u, 0, on_list, NULL);
}
