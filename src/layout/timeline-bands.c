/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A strip is as long as its band is in view; a name that is longer than its strip stands after it, or before
 * it at the right edge, shortened where there is too little room for all of it. */
#include "layout/timeline-bands.h"

#include <math.h>

/* px */
#define STRIP 17.0
#define STRIP_GAP 2.0
#define LEAST_STRIP 2.0
#define INSET 6.0
#define APART 3.0
#define TOP 4.0
#define BELOW 4.0
#define LEAST_NAME 60.0 /* as much of a name as is worth showing beside its strip */
#define MOST_NAME 320.0

/* --- Strips --- */

static void
set_name (WhenceTimelineItem *item, const WhenceTimelineScene *scene, double room,
          const WhenceMeasure *measure)
{
  g_autofree char *name = whence_bundle_describe_fact (whence_scope_get_bundle (scene->scope), item->fact);

  whence_text_block_init (&item->label.title, name, WHENCE_FONT_SMALL, room, 1, measure);
  item->label.width = item->label.title.width;
  item->label.height = item->label.title.height;
  item->label.shortened = item->label.title.shortened;
}

/* Inside where it has room, else after the strip, else before it. */
static void
place_name (WhenceTimelineItem *item, const WhenceTimelineScene *scene, gboolean rtl,
            const WhenceMeasure *measure)
{
  WhenceRect strip = item->mark;
  double after = scene->right - whence_rect_right (strip) - INSET, before = strip.x - scene->left - INSET;

  set_name (item, scene, MOST_NAME, measure);
  if (item->label.width > strip.width - 2 * INSET && strip.width < MAX (after, before)
      && MAX (after, before) >= LEAST_NAME)
    {
      gboolean behind = after >= item->label.width || after >= before;
      double room = MIN (behind ? after : before, MOST_NAME);

      if (item->label.width > room)
        {
          whence_label_clear (&item->label);
          set_name (item, scene, room, measure);
        }
      item->label_at.x = behind ? whence_rect_right (strip) + INSET : strip.x - INSET - item->label.width;
    }
  else
    {
      if (item->label.width > strip.width - 2 * INSET)
        {
          whence_label_clear (&item->label);
          set_name (item, scene, MAX (0, strip.width - 2 * INSET), measure);
        }
      item->label_at.x = rtl ? whence_rect_right (strip) - INSET - item->label.width : strip.x + INSET;
    }
  item->label_at.y = floor ((STRIP - item->label.height) / 2);
  item->bounds = whence_rect_union (
    strip, (WhenceRect){ item->label_at.x, item->label_at.y, item->label.width, item->label.height });
}

static void
add_strip (WhenceBands *bands, const WhenceTimelineScene *scene, const WhencePlace *band,
           const WhenceMarkShape *shape, gboolean rtl, const WhenceMeasure *measure)
{
  WhenceTimelineItem item = {
    .kind = WHENCE_ITEM_BAND, .lane = G_MAXUINT, .start = band->from, .shape = *shape
  };

  whence_timeline_item_init (&item, scene->scope, band->fact);
  item.first_fact = WHENCE_NONE;
  double width = MAX (LEAST_STRIP, shape->x1 - shape->x0);
  item.mark = (WhenceRect){ MIN (shape->x0, scene->right - width), 0, width, STRIP };
  place_name (&item, scene, rtl, measure);
  g_array_append_val (bands->items, item);
}

/* --- Rows --- */

static void
make_rows (WhenceBands *bands)
{
  double top = WHENCE_AXIS_HEIGHT + TOP;

  for (guint i = 0; i < bands->items->len; i++)
    {
      WhenceTimelineItem *item = &g_array_index (bands->items, WhenceTimelineItem, i);
      double y = top + item->row * (STRIP + STRIP_GAP);

      whence_timeline_item_move_down (item, y);
      if (item->row == bands->rows->len)
        {
          WhenceTimelineRow row = { y, y + STRIP, i, 0, 0 };
          g_array_append_val (bands->rows, row);
        }
      g_array_index (bands->rows, WhenceTimelineRow, item->row).n_items++;
    }
  if (bands->rows->len > 0)
    bands->height = TOP + bands->rows->len * (STRIP + STRIP_GAP) + BELOW;
}

void
whence_bands_init (WhenceBands *bands, WhenceTimelineScene *scene, gboolean rtl, const WhenceMeasure *measure)
{
  const GArray *all = whence_timeline_index_get_bands (scene->index);

  *bands = (WhenceBands){ .items = g_array_new (FALSE, FALSE, sizeof (WhenceTimelineItem)),
                          .rows = g_array_new (FALSE, FALSE, sizeof (WhenceTimelineRow)) };
  for (guint i = 0; i < all->len; i++)
    {
      const WhencePlace *band = &g_array_index (all, WhencePlace, i);
      WhenceMarkShape shape;

      if (whence_scene_shape (scene, band->fact, &shape))
        {
          add_strip (bands, scene, band, &shape, rtl, measure);
          continue;
        }
      scene->omitted.n_off_range++;
      scene->omitted.n_earlier += band->from < scene->from;
    }
  if (bands->items->len > 0)
    whence_timeline_items_pack (&g_array_index (bands->items, WhenceTimelineItem, 0), bands->items->len, 0,
                                APART);
  make_rows (bands);
}

void
whence_bands_join (WhenceBands *bands, GArray *items, GArray *rows, GArray *lanes)
{
  for (guint i = 0; i < items->len; i++)
    g_array_index (items, WhenceTimelineItem, i).row += bands->rows->len;
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, WhenceTimelineRow, i).first += bands->items->len;
  for (guint i = 0; i < lanes->len; i++)
    {
      g_array_index (lanes, WhenceTimelineLane, i).first_row += bands->rows->len;
      g_array_index (lanes, WhenceTimelineLane, i).end_row += bands->rows->len;
    }
  if (bands->items->len > 0)
    g_array_prepend_vals (items, bands->items->data, bands->items->len);
  if (bands->rows->len > 0)
    g_array_prepend_vals (rows, bands->rows->data, bands->rows->len);
  g_array_unref (bands->items);
  g_array_unref (bands->rows);
}
