/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes in the hand: the one that was taken, with the rest of the selection if it belongs to it. Their
 * neighbourhood follows from frame to frame; what is let go is pinned where it is, as one edit. A drag of the
 * ground with Shift, or when the reader has chosen so, takes a rectangle or a lasso, and selects who is in
 * it. */
#include "document/document-subset.h"
#include "paint/pen-backs.h"
#include "widgets/graph-canvas-private.h"

#include <math.h>

#define TICKS 2       /* of the picture that follows, in a frame */
#define LAST_TICKS 60 /* at most, after the hand has let go */

/* --- What is held --------------------------------------------------------------------------------- */

static WhencePoint
pointer_to_position (WhenceGraphCanvas *self, double x, double y)
{
  return whence_graph_view_from_px (self->view, self->width, self->height, (WhencePoint){ x, y });
}

static void
hold_entity (WhenceGraphCanvas *self, guint32 entity, WhencePoint pointer)
{
  WhencePoint at = whence_arrangement_get_position (self->lifted, entity);
  WhenceHeldNode held = { entity, { at.x - pointer.x, at.y - pointer.y } };

  g_array_append_val (self->held, held);
}

static void
take_up (WhenceGraphCanvas *self, guint32 entity, WhencePoint pointer)
{
  const WhenceMeasure measure = whence_measure_pango;
  guint n = 0;
  const WhenceRef *refs = whence_document_get_selection (document_of (self), &n);

  /* Where everybody is by now, though the picture may still be on its way there. */
  self->lifted = whence_arrangement_ref (whence_document_get_arrangement (document_of (self)));
  self->live =
    whence_arrangement_take_up (self->lifted, whence_document_get_scope (document_of (self)), &measure);
  self->held = g_array_new (FALSE, FALSE, sizeof (WhenceHeldNode));
  if (!whence_document_is_selected (document_of (self), whence_ref_entity (entity)))
    n = 0;
  for (guint i = 0; i < n; i++)
    if (refs[i].kind == WHENCE_REF_ENTITY)
      hold_entity (self, refs[i].index, pointer);
  if (self->held->len == 0)
    hold_entity (self, entity, pointer);
}

static void
put_down (WhenceGraphCanvas *self)
{
  if (self->live_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->live_tick);
  self->live_tick = 0;
  g_clear_pointer (&self->live, whence_live_free);
  g_clear_pointer (&self->lifted, whence_arrangement_unref);
  g_clear_pointer (&self->held, g_array_unref);
}

void
whence_graph_canvas_stop_drag (WhenceGraphCanvas *self)
{
  put_down (self);
  whence_graph_canvas_end_carry (self);
}

/* --- Following ------------------------------------------------------------------------------------ */

static void
show_live (WhenceGraphCanvas *self, gboolean last)
{
  g_autoptr (WhenceArrangement) moved = whence_arrangement_put_down (self->lifted, self->live);
  gboolean carries = whence_graph_canvas_carries (self);

  if (carries)
    whence_graph_canvas_carry (self, moved);
  if (!carries || last)
    whence_document_drag (document_of (self), moved);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (widget);
  gboolean moves = whence_live_tick (self->live, TICKS);

  show_live (self, FALSE);
  if (moves)
    return G_SOURCE_CONTINUE;
  self->live_tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
drag_begin (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);

  if (ref.kind != WHENCE_REF_ENTITY || self->scene == NULL
      || whence_document_get_arrangement (document_of (self)) == NULL)
    return FALSE;
  put_down (self);
  take_up (self, ref.index, pointer_to_position (self, x, y));
  /* Moving a node must not make the view fit anew under the hand. */
  self->chosen = TRUE;
  return TRUE;
}

static void
drag_move (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhencePoint pointer = pointer_to_position (self, x, y);

  if (self->live == NULL)
    return;
  for (guint i = 0; i < self->held->len; i++)
    {
      const WhenceHeldNode *held = &g_array_index (self->held, WhenceHeldNode, i);
      whence_live_hold (self->live, held->entity, pointer.x + held->grip.x, pointer.y + held->grip.y);
    }
  if (self->live_tick == 0)
    self->live_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* What stands too near is parted before the places are recorded. */
static void
drag_end (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) error = NULL;

  if (self->live == NULL || self->scene == NULL)
    return;
  for (guint i = 0; i < self->held->len; i++)
    {
      guint32 entity = g_array_index (self->held, WhenceHeldNode, i).entity;
      g_array_append_val (entities, entity);
      whence_live_pin (self->live, entity, TRUE);
    }
  whence_live_tick (self->live, 1);
  whence_live_release (self->live);
  for (guint i = 0; i < LAST_TICKS && whence_live_tick (self->live, 1); i++)
    ;
  show_live (self, TRUE);
  put_down (self);
  if (!whence_document_drop (document_of (self), (const guint32 *) (gconstpointer) entities->data,
                             entities->len, &error))
    g_message ("the nodes cannot be pinned: %s", error->message);
}

/* --- Rectangle and lasso -------------------------------------------------------------------------- */

static gboolean
bands_at (WhenceCanvas *canvas, double x, double y)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);

  return self->ground_drag == WHENCE_GROUND_RECTANGLE
         && whence_canvas_pick_kind (canvas, x, y) == WHENCE_REF_NONE;
}

static gboolean
lassos_at (WhenceCanvas *canvas, double x, double y)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);

  return self->ground_drag == WHENCE_GROUND_LASSO
         && whence_canvas_pick_kind (canvas, x, y) == WHENCE_REF_NONE;
}

/* The scene may be on its way to where the view looks. */
static WhencePoint
to_scene (WhenceGraphCanvas *self, WhencePoint p)
{
  WhencePoint position = pointer_to_position (self, p.x, p.y);

  return whence_graph_view_to_px (self->scene_view, self->width, self->height, position);
}

static void
take_lasso (WhenceCanvas *canvas, const WhencePoint *points, guint n, GdkModifierType state)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceDocument *document = document_of (self);
  g_autofree WhencePoint *corners = g_new (WhencePoint, MAX (1, n));
  g_autoptr (GArray) entities = NULL, refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  guint n_refs;
  const WhenceRef *selected = whence_document_get_selection (document, &n_refs);

  for (guint i = 0; i < n; i++)
    corners[i] = to_scene (self, points[i]);
  entities = whence_graph_scene_list_within (self->scene, corners, n);
  if ((state & GDK_CONTROL_MASK) != 0)
    g_array_append_vals (refs, selected, n_refs);
  for (guint i = 0; i < entities->len; i++)
    {
      WhenceRef ref = whence_ref_entity (g_array_index (entities, guint32, i));
      if ((state & GDK_CONTROL_MASK) == 0 || !whence_document_is_selected (document, ref))
        g_array_append_val (refs, ref);
    }
  whence_document_focus (document, WHENCE_REF_NOTHING);
  whence_document_select_refs (document, (const WhenceRef *) (gconstpointer) refs->data, refs->len);
}

static void
take_band (WhenceCanvas *canvas, WhenceRect rect, GdkModifierType state)
{
  const WhencePoint corners[] = { { rect.x, rect.y },
                                  { whence_rect_right (rect), rect.y },
                                  { whence_rect_right (rect), whence_rect_bottom (rect) },
                                  { rect.x, whence_rect_bottom (rect) } };

  take_lasso (canvas, corners, G_N_ELEMENTS (corners), state);
}

void
whence_graph_canvas_bind_drag (WhenceCanvasClass *klass)
{
  klass->drag_begin = drag_begin;
  klass->drag_move = drag_move;
  klass->drag_end = drag_end;
  klass->bands_at = bands_at;
  klass->take_band = take_band;
  klass->lassos_at = lassos_at;
  klass->take_lasso = take_lasso;
}
