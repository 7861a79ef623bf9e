/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the scene of a canvas up to date. A scene that is quick to build is built within the frame, so that
 * nothing ever flickers; others in a worker, one at a time, and a stale answer is dropped. A view that moves
 * has a new scene in each frame only where that leaves the frame most of its time; elsewhere the last one is
 * shown moved and scaled, and the next one built by a worker between the frames, or when the view rests.
 * Where it takes long, that begins as soon as the hand pauses, for where it paused; should it move on, the
 * work is given up for the next pause. Words that come into view with other facts are many at once: the
 * worker makes their masks too, which takes longer than all else in the first frame that shows them. */
#include "widgets/canvas-private.h"

#include <time.h>

#include "paint/pen-backs.h"
#include "paint/text-sprite.h"
#include "widgets/text-zoom.h"

#define SMALL 300      /* facts: their first scene is there at once */
#define MANY 20000     /* facts from which on others than before are first put in order by a worker */
#define QUICK 40000    /* µs: a scene that took no longer is built within the frame, */
#define FOLLOWS 4000   /* and within each one of a view that moves: a quarter of what a display gives */
#define REST_AFTER 100 /* ms without a move, or a frame for it, until the view is at rest */
#define PAUSE_AFTER 24 /* ms without one until a scene is built for where it may come to rest */
#define BUSY_AFTER 300 /* ms without a scene until the canvas says that it is at work */

static void
set_scene (WhenceCanvas *canvas, gpointer request, gpointer scene)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  WHENCE_CANVAS_GET_CLASS (canvas)->take_scene (canvas, request, scene);
  priv->has_scene = scene != NULL;
  priv->busy = FALSE;
  priv->look++;
  if (scene == NULL)
    whence_canvas_drop_print (canvas);
  whence_canvas_update_marks_later (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

typedef struct
{
  WhenceCanvasClass *klass;
  gpointer request;
  gint64 cost; /* µs */

  /* For a rehearsal; a scale of 0: there is none. */
  int scale, width, height;
  const WhenceStyle *style;
  WhenceTextSprites *words; /* that it has made, or NULL */
} Work;

/* µs that this thread has worked: what others do meanwhile makes no scene slow. */
static gint64
read_clock (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gpointer
build (Work *work, GCancellable *cancellable)
{
  gint64 start = read_clock ();
  gpointer scene = work->klass->build (work->request, cancellable);

  work->cost = read_clock () - start;
  return scene;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  work->klass->free_request (work->request);
  g_clear_pointer (&work->words, whence_text_sprites_free);
  g_free (work);
}

/* A mask depends on where its word is painted, and not on what: one pixel will do. */
static void
rehearse (Work *work, gpointer scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  WhenceHighlight highlight = { NULL };
  cairo_t *cr = cairo_create (surface);
  WhencePen *pen = whence_pen_new_screen (cr, work->scale);

  work->klass->rehearse (
    work->request, scene,
    &(WhenceCanvasPaint){
      .style = work->style, .highlight = &highlight, .width = work->width, .height = work->height },
    pen);
  whence_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  work->words = whence_text_sprites_steal ();
}

static void
build_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  gpointer scene = build (work, cancellable);

  if (scene != NULL && work->scale > 0)
    rehearse (work, scene);
  if (scene == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "superseded");
  else
    g_task_return_pointer (task, scene, work->klass->free_scene);
}

static void
on_built (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (source);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  Work *work = g_task_get_task_data (G_TASK (result));
  gboolean current = g_task_get_cancellable (G_TASK (result)) == priv->building;
  gpointer scene = g_task_propagate_pointer (G_TASK (result), NULL);

  if (current)
    {
      g_clear_object (&priv->building);
      priv->cost = work->cost;
    }
  if (work->words != NULL)
    whence_text_sprites_adopt (g_steal_pointer (&work->words));
  if (scene != NULL && current)
    set_scene (canvas, work->request, scene);
  else if (scene != NULL)
    work->klass->free_scene (scene);
  if (current)
    gtk_widget_queue_allocate (GTK_WIDGET (canvas));
}

static gboolean
on_busy (gpointer canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  priv->busy_source = 0;
  priv->busy = priv->building != NULL && !priv->has_scene;
  gtk_widget_queue_draw (canvas);
  return G_SOURCE_REMOVE;
}

/* Frames have the machine to themselves, and a worker of a moving view the time between them. */
static gboolean
on_frame_over (gpointer task)
{
  g_task_run_in_thread (task, build_in_thread);
  return G_SOURCE_REMOVE;
}

static void
start_building (WhenceCanvas *canvas, const Work *what)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  g_autoptr (GTask) task = NULL;
  Work *work = g_memdup2 (what, sizeof *what);

  priv->building = g_cancellable_new ();
  if (priv->busy_source == 0 && !priv->has_scene)
    priv->busy_source = g_timeout_add (BUSY_AFTER, on_busy, canvas);
  task = g_task_new (canvas, priv->building, on_built, NULL);
  g_task_set_task_data (task, work, work_free);
  if (priv->for_view)
    g_idle_add_full (G_PRIORITY_DEFAULT, on_frame_over, g_steal_pointer (&task), g_object_unref);
  else
    g_task_run_in_thread (task, build_in_thread);
}

void
whence_canvas_stop_building (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->building == NULL)
    return;
  g_cancellable_cancel (priv->building);
  g_clear_object (&priv->building);
}

/* The first scene of a bundle is judged by the number of its facts, the next ones by the one before. Where a
 * frame shows a print, it would not show the scene that it has waited for. */
static gboolean
is_quick (WhenceCanvas *canvas, gint64 most)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if ((priv->anew && priv->n_facts >= MANY) || whence_canvas_needs_print (canvas))
    return FALSE;
  return priv->has_scene ? priv->cost <= most : priv->n_facts <= SMALL;
}

static void
prepare_rehearsal (WhenceCanvas *canvas, Work *work)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  work->scale = whence_text_zoom_get_scale (GTK_WIDGET (canvas));
  work->style = whence_canvas_get_style ();
  work->width = priv->width;
  work->height = priv->height;
}

void
whence_canvas_update_scene (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  Work work = { .klass = WHENCE_CANVAS_GET_CLASS (canvas) };

  if (!priv->stale || priv->building != NULL || priv->document == NULL || priv->width <= 0
      || priv->height <= 0)
    return;
  priv->for_view = priv->only_moved;
  priv->stale = priv->moved = priv->only_moved = FALSE;
  work.request = work.klass->make_request (canvas, priv->width, priv->height);
  if (work.request == NULL)
    return;
  if (!is_quick (canvas, priv->for_view ? FOLLOWS : QUICK))
    {
      if (work.klass->rehearse != NULL && (priv->anew || !priv->has_scene))
        prepare_rehearsal (canvas, &work);
      priv->anew = FALSE;
      start_building (canvas, &work);
      return;
    }
  priv->anew = FALSE;
  set_scene (canvas, work.request, build (&work, NULL));
  priv->cost = work.cost;
  work.klass->free_request (work.request);
}

void
whence_canvas_invalidate (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  priv->stale = TRUE;
  priv->only_moved = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
}

void
whence_canvas_begin_anew (WhenceCanvas *canvas)
{
  whence_canvas_private (canvas)->anew = TRUE;
  whence_canvas_invalidate (canvas);
}

void
whence_canvas_follow_view (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  gboolean only_moved = !priv->stale || priv->only_moved;

  whence_canvas_invalidate (canvas);
  priv->only_moved = only_moved;
}

/* Asks for the scene of where the view has come to rest. One that is being built for where it was before, and
 * for nothing else, would come too late. */
static void
follow_to_rest (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (!priv->moved)
    return;
  if (priv->building != NULL && priv->for_view)
    whence_canvas_stop_building (canvas);
  /* A print by the scene before would be seen for a moment, and have that scene come later. */
  whence_canvas_give_up_print (canvas);
  whence_canvas_follow_view (canvas);
}

static gboolean
on_rest (gpointer canvas)
{
  whence_canvas_private (canvas)->rest_source = 0;
  follow_to_rest (canvas);
  gtk_widget_queue_draw (canvas);
  return G_SOURCE_REMOVE;
}

static gboolean
on_pause (gpointer canvas)
{
  follow_to_rest (canvas);
  whence_canvas_private (canvas)->rest_source =
    g_timeout_add_full (G_PRIORITY_LOW, REST_AFTER - PAUSE_AFTER, on_rest, canvas, NULL);
  return G_SOURCE_REMOVE;
}

/* The view is where it was not in the frame before: it counts as moving for a while. */
static void
keep_moving (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  g_clear_handle_id (&priv->rest_source, g_source_remove);
  if (whence_canvas_needs_print (canvas))
    priv->rest_source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_AFTER, on_pause, canvas, NULL);
  else
    priv->rest_source = g_timeout_add_full (G_PRIORITY_LOW, REST_AFTER, on_rest, canvas, NULL);
}

void
whence_canvas_scene_serves (WhenceCanvas *canvas)
{
  whence_canvas_private (canvas)->moved = TRUE;
  keep_moving (canvas);
}

void
whence_canvas_view_moved (WhenceCanvas *canvas)
{
  if (is_quick (canvas, FOLLOWS))
    whence_canvas_invalidate (canvas);
  else
    whence_canvas_scene_serves (canvas);
}

void
whence_canvas_drop_scene (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  whence_canvas_stop_building (canvas);
  if (priv->has_scene)
    set_scene (canvas, NULL, NULL);
  whence_canvas_clear_marks (canvas);
  whence_canvas_invalidate (canvas);
}

void
whence_canvas_scene_moved (WhenceCanvas *canvas)
{
  /* They are not placed in each frame: that lays out the whole window, for which GTK asks the display what
   * room there is, and waits for four answers. */
  whence_canvas_update_marks_later (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

gboolean
whence_canvas_has_scene (WhenceCanvas *canvas)
{
  return whence_canvas_private (canvas)->has_scene;
}
