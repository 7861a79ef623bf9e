/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes travel to their places in another layout, on the clock of the canvas; and a layout that takes long
 * says how far it is. O(nodes + edges) a frame; very many nodes are there at once. */
#include "widgets/canvas-private.h"
#include "widgets/graph-canvas-private.h"

#define MANY 3000          /* marks: more do not travel */
#define PATIENCE 400000    /* µs until a layout says how far it is */
#define PROGRESS_EVERY 100 /* ms */

static guint layout_progress;

/* --- The journey --- */

void
whence_graph_canvas_end_journey (WhenceGraphCanvas *self)
{
  g_clear_pointer (&self->departed, whence_graph_scene_unref);
  g_clear_pointer (&self->between, whence_graph_scene_unref);
}

void
whence_graph_canvas_depart (WhenceGraphCanvas *self)
{
  WhenceGraphScene *seen = self->between != NULL ? self->between : self->scene;

  if (seen == NULL || !whence_canvas_animates (WHENCE_CANVAS (self))
      || whence_canvas_needs_print (WHENCE_CANVAS (self)))
    {
      whence_graph_canvas_end_journey (self);
      return;
    }
  seen = whence_graph_scene_ref (seen);
  self->departed_at = whence_graph_canvas_get_place (self);
  whence_graph_canvas_end_journey (self);
  self->departed = seen;
}

void
whence_graph_canvas_arrive (WhenceGraphCanvas *self)
{
  if (self->departed == NULL)
    return;
  if (whence_graph_scene_get_n_marks (self->scene) > MANY)
    {
      whence_graph_canvas_end_journey (self);
      return;
    }
  whence_graph_canvas_move_nodes (self, 0);
  whence_canvas_travel (WHENCE_CANVAS (self));
}

gboolean
whence_graph_canvas_move_nodes (WhenceGraphCanvas *self, double t)
{
  if (self->departed == NULL || self->scene == NULL)
    return FALSE;
  g_clear_pointer (&self->between, whence_graph_scene_unref);
  if (t < 1)
    self->between = whence_graph_scene_between (self->departed, self->departed_at.scale,
                                                (WhencePoint){ self->departed_at.dx, self->departed_at.dy },
                                                self->scene, t);
  else
    whence_graph_canvas_end_journey (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* --- How far it is --- */

static WhenceLayoutProgress *
progress_ref (WhenceLayoutProgress *progress)
{
  g_atomic_ref_count_inc (&progress->ref_count);
  return progress;
}

void
whence_layout_progress_unref (WhenceLayoutProgress *progress)
{
  if (g_atomic_ref_count_dec (&progress->ref_count))
    g_free (progress);
}

void
whence_layout_progress_set (double part, gpointer progress)
{
  g_atomic_int_set (&((WhenceLayoutProgress *) progress)->part, (int) (CLAMP (part, 0, 1) * 1000));
}

static gboolean
on_progress (gpointer data)
{
  WhenceGraphCanvas *self = data;

  if (g_get_monotonic_time () - self->progress_start >= PATIENCE)
    g_signal_emit (self, layout_progress, 0, g_atomic_int_get (&self->progress->part) / 1000.0);
  return G_SOURCE_CONTINUE;
}

WhenceLayoutProgress *
whence_graph_canvas_start_progress (WhenceGraphCanvas *self)
{
  whence_graph_canvas_end_progress (self);
  self->progress = g_new0 (WhenceLayoutProgress, 1);
  g_atomic_ref_count_init (&self->progress->ref_count);
  self->progress_start = g_get_monotonic_time ();
  self->progress_source = g_timeout_add (PROGRESS_EVERY, on_progress, self);
  return progress_ref (self->progress);
}

void
whence_graph_canvas_end_progress (WhenceGraphCanvas *self)
{
  if (self->progress == NULL)
    return;
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_pointer (&self->progress, whence_layout_progress_unref);
  g_signal_emit (self, layout_progress, 0, -1.0);
}

void
whence_graph_canvas_cancel_layout (WhenceGraphCanvas *self)
{
  WhenceDocument *document = whence_canvas_get_document (WHENCE_CANVAS (self));

  if (self->progress == NULL)
    return;
  whence_graph_canvas_end_progress (self);
  /* Where there is nothing to go back to, there are rings, which are quick; so they go on. */
  if (self->arrangement == NULL && whence_document_get_layout (document) == WHENCE_LAYOUT_CONCENTRIC)
    return;
  whence_canvas_stop_building (WHENCE_CANVAS (self));
  if (self->arrangement != NULL)
    whence_document_restore_layout (document, self->arrangement);
  else
    whence_document_set_layout (document, WHENCE_LAYOUT_CONCENTRIC);
}

void
whence_graph_canvas_install_progress (GObjectClass *object_class)
{
  /* How far a layout is that takes long, 0 … 1; negative: it has ended. */
  layout_progress = g_signal_new ("layout-progress", G_OBJECT_CLASS_TYPE (object_class), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}
