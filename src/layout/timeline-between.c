/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks are drawn anew from their dates for the view of the frame, so that they are right at every scale;
 * their words, which cost most, are those of the scene, and keep their side. Rows are of no use between two
 * packings, so that there are three: what leaves, what comes, what stays. The frame borrows from both scenes
 * and keeps them alive. */
#include "layout/timeline-between.h"

#include <math.h>

#include "layout/timeline-scene-private.h"

#define FAR 1e9 /* px */

typedef struct
{
  WhenceTimelineScene *frame; /* under construction */
  double scale, shift;        /* px of the frame = scale × px of the scene at hand + shift */
  double progress;
  GArray *items, *ghosts;
} Frame;

static void
look_from (Frame *frame, const WhenceTimelineScene *scene)
{
  WhenceTimeView view = frame->frame->view;

  frame->scale = scene->view.seconds_per_px / view.seconds_per_px;
  frame->shift =
    whence_time_view_to_x (view, scene->view.origin) + scene->view.fraction / view.seconds_per_px;
}

/* Words stay at their side of the signs. */
static double
place_words (const WhenceTimelineItem *item, const WhenceDateSigns *old, const WhenceDateSigns *signs)
{
  if (item->label_at.x >= old->x1)
    return item->label_at.x + signs->x1 - old->x1;
  if (item->label_at.x + item->label.width <= old->x0)
    return item->label_at.x + signs->x0 - old->x0;
  return item->label_at.x + signs->shape.x0 - old->shape.x0;
}

static gboolean
init_signs (WhenceDateSigns *signs, const WhenceTimelineScene *scene, guint32 fact)
{
  return whence_date_signs_init (signs, scene->scope, fact, scene->view, scene->left, scene->right);
}

static gboolean
place_mark (const Frame *frame, const WhenceTimelineScene *scene, WhenceTimelineItem *item)
{
  WhenceDateSigns old, signs;
  WhenceRect words, marks;

  if (!init_signs (&old, scene, item->fact) || !init_signs (&signs, frame->frame, item->fact))
    return FALSE;
  item->label_at.x = place_words (item, &old, &signs);
  item->shape = signs.shape;
  item->displaced = signs.displaced;
  item->first_ghost = frame->ghosts->len;
  item->n_ghosts = signs.n_ghosts;
  g_array_append_vals (frame->ghosts, signs.ghosts, signs.n_ghosts);
  item->mark.x = signs.shape.x0;
  item->mark.width = signs.shape.x1 - signs.shape.x0;
  words = (WhenceRect){ item->label_at.x, item->label_at.y, item->label.width, item->label.height };
  marks = (WhenceRect){ signs.x0, item->mark.y, signs.x1 - signs.x0, item->mark.height };
  item->bounds = whence_rect_union (marks, words);
  return TRUE;
}

static gboolean
place_cluster (const Frame *frame, WhenceTimelineItem *item)
{
  double middle = item->mark.x + item->mark.width / 2;
  double by = middle * frame->scale + frame->shift - middle;

  item->mark.x += by;
  item->bounds.x += by;
  item->label_at.x += by;
  return item->mark.x >= frame->frame->left && whence_rect_right (item->mark) <= frame->frame->right;
}

/* Its count stays above its middle. */
static gboolean
place_bar (const Frame *frame, WhenceTimelineItem *item)
{
  double left = frame->frame->left, right = frame->frame->right;
  double x0 = CLAMP (item->mark.x * frame->scale + frame->shift, left, right);
  double x1 = CLAMP (whence_rect_right (item->mark) * frame->scale + frame->shift, left, right);

  item->label_at.x += (x0 + x1) / 2 - (item->mark.x + item->mark.width / 2);
  item->mark.x = item->bounds.x = x0;
  item->mark.width = item->bounds.width = x1 - x0;
  return x1 - x0 >= 1 && item->label_at.x >= left && item->label_at.x + item->label.width <= right;
}

static gboolean
place (const Frame *frame, const WhenceTimelineScene *scene, WhenceTimelineItem *item)
{
  switch ((WhenceItemKind) item->kind)
    {
    case WHENCE_ITEM_MARK:
    case WHENCE_ITEM_BAND:
      return place_mark (frame, scene, item);
    case WHENCE_ITEM_CLUSTER:
      return place_cluster (frame, item);
    case WHENCE_ITEM_BAR:
      return place_bar (frame, item);
    case WHENCE_ITEM_EMPTY_LANES:
    case WHENCE_ITEM_SHELVED:
    default:
      return TRUE;
    }
}

/* The same fact's item in the other scene, if it is of the same kind there. */
static const WhenceTimelineItem *
find_twin (const WhenceTimelineScene *other, const WhenceTimelineItem *item)
{
  guint32 at;

  if (other == NULL || item->fact == WHENCE_NONE)
    return NULL;
  at = whence_timeline_scene_item_of (other, item->fact);
  return at != WHENCE_NONE && other->items[at].kind == item->kind ? &other->items[at] : NULL;
}

static void
move_down (WhenceTimelineItem *item, double dy)
{
  item->bounds.y += dy;
  item->mark.y += dy;
  item->label_at.y += dy;
}

/* The items of @scene that have a twin in @other, or those that have none, as one row. */
static void
add_row (Frame *frame, const WhenceTimelineScene *scene, const WhenceTimelineScene *other, gboolean twins,
         double transparency)
{
  WhenceTimelineRow *row = &frame->frame->rows[frame->frame->n_rows++];

  *row = (WhenceTimelineRow){ -FAR, FAR, frame->items->len, 0, transparency };
  if (transparency >= 1)
    return;
  look_from (frame, scene);
  for (guint i = 0; i < scene->n_items; i++)
    {
      WhenceTimelineItem item = scene->items[i];
      const WhenceTimelineItem *twin = find_twin (other, &item);

      if ((twin != NULL) != twins || !place (frame, scene, &item))
        continue;
      if (twin != NULL)
        move_down (&item, (twin->mark.y - item.mark.y) * (1 - frame->progress));
      g_array_append_val (frame->items, item);
    }
  row->n_items = frame->items->len - row->first;
}

/* A shallow copy: everything but what is set here belongs to @to. */
static WhenceTimelineScene *
borrow (WhenceTimelineScene *from, WhenceTimelineScene *to, WhenceTimeView view, const WhenceMeasure *measure)
{
  WhenceTimelineScene *frame = g_memdup2 (to, sizeof *to);

  g_atomic_ref_count_init (&frame->references);
  frame->lenders[0] = whence_timeline_scene_ref (to);
  frame->lenders[1] = from != NULL ? whence_timeline_scene_ref (from) : NULL;
  frame->view = view;
  frame->rows = g_new0 (WhenceTimelineRow, 3);
  frame->n_rows = 0;
  frame->axis = (WhenceAxis){ 0 };
  frame->message = (WhenceTextBlock){ 0 };
  if (to->axis.n_minor > 0 || to->axis.n_major > 0)
    whence_axis_init (&frame->axis, view, frame->gutter, frame->width, measure);
  return frame;
}

WhenceTimelineScene *
whence_timeline_scene_between (WhenceTimelineScene *from, WhenceTimelineScene *to, WhenceTimeView view,
                               double progress, const WhenceMeasure *measure)
{
  gboolean related = from != NULL
                     && whence_bundle_has_same_records (whence_scope_get_bundle (from->scope),
                                                        whence_scope_get_bundle (to->scope));
  Frame frame = { .frame = borrow (related ? from : NULL, to, view, measure), .progress = progress };

  if (!related)
    from = NULL;
  frame.items = g_array_new (FALSE, FALSE, sizeof (WhenceTimelineItem));
  frame.ghosts = g_array_new (FALSE, FALSE, sizeof (WhenceGhost));
  if (from != NULL)
    add_row (&frame, from, to, FALSE, progress);
  add_row (&frame, to, from, FALSE, from != NULL ? 1 - progress : 0);
  if (from != NULL)
    add_row (&frame, to, from, TRUE, 0);
  frame.frame->n_items = frame.items->len;
  frame.frame->items = (WhenceTimelineItem *) (gpointer) g_array_free (frame.items, FALSE);
  frame.frame->n_ghosts = frame.ghosts->len;
  frame.frame->ghosts = (WhenceGhost *) (gpointer) g_array_free (frame.ghosts, FALSE);
  return frame.frame;
}

void
whence_timeline_scene_give_back (WhenceTimelineScene *frame)
{
  g_free (frame->items);
  g_free (frame->ghosts);
  g_free (frame->rows);
  whence_axis_clear (&frame->axis);
  whence_timeline_scene_unref (frame->lenders[0]);
  g_clear_pointer (&frame->lenders[1], whence_timeline_scene_unref);
  g_free (frame);
}
