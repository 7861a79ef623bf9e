/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headers of lanes: a name of two lines at most and a count, in the column at the left, or where there is
 * none in a line above the rows. They stay in view as long as their lane is. */
#include "layout/timeline-scene-private.h"

/* px */
#define SIGN 13.0 /* room for the sign that the lane opens and closes */
#define COUNT_GAP 6.0
#define STICKY_GAP 4.0
#define LOWEST_GAP 2.0

static char *
count_to_text (guint count)
{
  return whence_decimal_to_text (whence_decimal_make (count, 0));
}

/* The name, with the count after it or, where there is no room, below. */
static void
set_words (WhenceTimelineLane *lane, const char *name, double room, guint most_lines,
           const WhenceMeasure *measure)
{
  g_autofree char *count = count_to_text (lane->n_facts);
  double heading = whence_font_get_metrics (WHENCE_FONT_HEADING)->ascent;
  double small = whence_font_get_metrics (WHENCE_FONT_SMALL)->ascent;
  whence_text_block_init (&lane->count, count, WHENCE_FONT_SMALL, room, 1, measure);
  double parts = lane->count.width + COUNT_GAP;
  whence_text_block_init (&lane->header, name, WHENCE_FONT_HEADING, most_lines == 1 ? room - parts : room,
                          most_lines, measure);
  const WhenceTextBlock *header = &lane->header;
  double last = header->n_lines == 0 ? 0
                : header->rtl        ? header->width
                                     : header->lines[header->n_lines - 1].width;
  gboolean beside = last + parts <= room;
  double line = whence_font_get_metrics (WHENCE_FONT_HEADING)->line_height;
  lane->count_at = beside ? (WhencePoint){ last + COUNT_GAP, header->height - line + heading - small }
                          : (WhencePoint){ 0, header->height };
  lane->header_box.height = header->height + (beside ? 0 : lane->count.height);
  lane->header_box.width = MAX (header->width, lane->count_at.x + lane->count.width);
}

void
whence_lane_header_init (WhenceTimelineLane *lane, const WhenceTimelineScene *scene, double y,
                         const WhenceMeasure *measure)
{
  const char *name = whence_lane_get_name (scene, lane->rank);
  double inset = WHENCE_SIDE_MARGIN + (scene->controls ? SIGN : 0);
  gboolean beside = scene->gutter > 0;
  if (name == NULL)
    return;
  double room = (beside ? scene->gutter : scene->right) - inset - WHENCE_SIDE_MARGIN / 2;
  set_words (lane, name, room, beside && !lane->collapsed ? 2 : 1, measure);
  lane->header_at = (WhencePoint){ inset, 0 };
  lane->count_at.x += inset;
  lane->header_box.width = beside ? inset + lane->header_box.width : scene->width;
  lane->header_box.x = 0;
  lane->header_box.y = y;
}

WhenceRect
whence_lane_header_at (const WhenceTimelineScene *scene, const WhenceTimelineLane *lane, double scroll)
{
  WhenceRect box = lane->header_box;
  gboolean beside = scene->gutter > 0;
  double highest = scroll + WHENCE_AXIS_HEIGHT + (beside ? STICKY_GAP : 0);
  double lowest = lane->y + lane->height - box.height - LOWEST_GAP;
  box.y = MAX (box.y, MIN (highest, lowest));
  return box;
}

double
whence_lane_visible_top (const WhenceTimelineScene *scene, const WhenceTimelineLane *lane, double scroll)
{
  if (scene->gutter > 0 || lane->header.n_lines == 0)
    return lane->y;
  return whence_rect_bottom (whence_lane_header_at (scene, lane, scroll));
}
