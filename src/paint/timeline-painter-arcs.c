/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Thin arcs from the selected fact to those that share a participant with it, over the lanes and below the
 * marks. They bow upwards or downwards by how far they lead, and end at the cluster where their fact is in
 * one. A bounded number is drawn, the nearest in time first, and the rest is counted at the mark. Laid over a
 * scene, never part of it: O(facts of the participants, each a binary search). */
#include "paint/pen-backs.h"
#include "model/text-fill.h"
#include "paint/timeline-painter-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define MOST_ARCS 16
#define MOST_PARTICIPANTS 16
#define MOST_LOOKED_AT 4000 /* facts: of more, the rest is counted */
#define BOW 0.18            /* of the distance */
#define MOST_BOW 90.0       /* px */
#define REST_GAP 8.0        /* px */
#define REST_INSET 5.0      /* px */
#define ALPHA 0.45

typedef struct
{
  guint32 item;
  double distance; /* px */
} Arc;

static WhencePoint
middle_of (const WhenceTimelineItem *item)
{
  return (WhencePoint){ item->mark.x + item->mark.width / 2, item->mark.y + item->mark.height / 2 };
}

static int
compare_arcs (gconstpointer a, gconstpointer b)
{
  const Arc *p = a, *q = b;
  if (p->distance != q->distance)
    return p->distance < q->distance ? -1 : 1;
  return p->item < q->item ? -1 : p->item > q->item;
}

/* Each item once, however many facts in it or participants of it are shared. Returns how many facts have no
 * item of their own, such as those out of view. */
static guint
collect_arcs (const WhenceTimelineScene *scene, guint32 fact, guint32 from, GArray *arcs)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  g_autoptr (GHashTable) facts_met = g_hash_table_new (NULL, NULL), items_met = g_hash_table_new (NULL, NULL);
  guint32 entities[MOST_PARTICIPANTS];
  guint n_entities =
    MIN (whence_bundle_get_fact_entities (bundle, fact, entities, MOST_PARTICIPANTS), MOST_PARTICIPANTS);
  guint n_rest = 0, n_looked_at = 0;
  WhencePoint here = middle_of (&scene->items[from]);

  for (guint i = 0; i < n_entities; i++)
    {
      guint n;
      const guint32 *others = whence_bundle_get_entity_facts (bundle, entities[i], &n);
      for (guint k = 0; k < n; k++)
        {
          guint32 item;
          if (others[k] == fact || !whence_scope_shows (scene->scope, others[k])
              || !g_hash_table_add (facts_met, GUINT_TO_POINTER (others[k])))
            continue;
          item =
            n_looked_at++ < MOST_LOOKED_AT ? whence_timeline_scene_item_of (scene, others[k]) : WHENCE_NONE;
          /* The shelf is no place in time. */
          if (item == WHENCE_NONE || scene->items[item].kind == WHENCE_ITEM_SHELVED)
            n_rest++;
          else if (item != from && g_hash_table_add (items_met, GUINT_TO_POINTER (item)))
            {
              WhencePoint there = middle_of (&scene->items[item]);
              Arc arc = { item, hypot (there.x - here.x, there.y - here.y) };
              g_array_append_val (arcs, arc);
            }
        }
    }
  return n_rest;
}

static void
draw_arc (const WhenceTimelineInk *ink, WhencePoint from, WhencePoint to)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (whence_color_with_alpha (ink->style->accent, ALPHA)),
                          .width = 1 };
  double length = hypot (to.x - from.x, to.y - from.y), bow = MIN (length * BOW, MOST_BOW);
  double dx = length > 0 ? (to.x - from.x) / length : 0, dy = length > 0 ? (to.y - from.y) / length : 0;
  double side = dx >= 0 ? bow : -bow; /* upwards, as a bridge does … */

  /* … unless the axis is in the way. */
  if ((from.y + to.y) / 2 - dx * side < WHENCE_AXIS_HEIGHT)
    side = -side;
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, from.x, from.y);
  whence_path_curve_to (
    ink->path, from.x + (to.x - from.x) / 3 + dy * side, from.y + (to.y - from.y) / 3 - dx * side,
    from.x + (to.x - from.x) * 2 / 3 + dy * side, from.y + (to.y - from.y) * 2 / 3 - dx * side, to.x, to.y);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
  whence_path_clear (ink->path);
  whence_path_circle (ink->path, to.x, to.y, 2);
  whence_pen_fill (ink->pen, ink->path, &stroke.fill);
}

/* "12 more", after the words of the mark that the arcs come from, or before it at the edge of the view. */
static void
draw_rest (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, const WhenceTimelineItem *item,
           guint n_rest)
{
  g_autofree char *text = NULL;
  WhenceTextBlock block;
  WhenceRect box;

  if (n_rest == 0)
    return;
  /* Translators: facts that share a participant with the selected one and have no line to them. */
  text = whence_text_compose (ngettext ("%'u more related", "%'u more related", n_rest), n_rest);
  whence_text_block_init (&block, text, WHENCE_FONT_SMALL, scene->width, 1, &whence_measure_pango);
  box = (WhenceRect){ whence_rect_right (item->bounds) + REST_GAP, item->bounds.y,
                      block.width + 2 * REST_INSET, block.height };
  if (whence_rect_right (box) > scene->right)
    box.x = MAX (scene->left, item->bounds.x - REST_GAP - box.width);
  /* Above what it covers, with a ground of its own. */
  whence_path_clear (ink->path);
  whence_path_rounded (ink->path, box, box.height / 2);
  whence_pen_fill (ink->pen, ink->path, &WHENCE_SOLID (ink->style->accent_soft));
  whence_pen_text_block (ink->pen, &block, box.x + REST_INSET, box.y, WHENCE_ALIGN_START, ink->style->text,
                         (WhenceColor){ 0 });
  whence_text_block_clear (&block);
}

void
whence_timeline_paint_arcs (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, guint32 fact,
                            gboolean counted)
{
  g_autoptr (GArray) arcs = NULL;
  guint32 from;
  guint n_rest;

  if (fact == WHENCE_NONE || scene->lenders[0] != NULL)
    return;
  from = whence_timeline_scene_item_of (scene, fact);
  if (from == WHENCE_NONE)
    return;
  arcs = g_array_new (FALSE, FALSE, sizeof (Arc));
  n_rest = collect_arcs (scene, fact, from, arcs);
  g_array_sort (arcs, compare_arcs);
  if (arcs->len > MOST_ARCS)
    n_rest += arcs->len - MOST_ARCS;
  for (guint i = 0; i < MIN (arcs->len, MOST_ARCS) && !counted; i++)
    draw_arc (ink, middle_of (&scene->items[from]),
              middle_of (&scene->items[g_array_index (arcs, Arc, i).item]));
  if (counted)
    draw_rest (ink, scene, &scene->items[from], n_rest);
}
