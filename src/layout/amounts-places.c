/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of places about a sign, the best first; a line that is crossed is worth some places. The cost of a
 * question is that of what is near. */
#include "layout/amounts-places.h"

#include <math.h>

#define STRIDE 6.0   /* px between places on a line */
#define CROSSING 8.0 /* places that a crossed line is worth */

static gboolean
is_free (const WhenceAmountPlaces *places, WhenceRect box)
{
  const WhenceRect *room = &places->room;
  return box.x >= room->x && box.y >= room->y && whence_rect_right (box) <= whence_rect_right (*room)
         && whence_rect_bottom (box) <= whence_rect_bottom (*room)
         && !whence_rect_grid_hits (places->taken, box, WHENCE_NONE);
}

static gboolean
count_one (guint32 id, WhenceRect rect, gpointer user_data)
{
  (void) id;
  (void) rect;
  return ++*(guint *) user_data < 8;
}

static double
cost_of (const WhenceAmountPlaces *places, WhenceRect box, guint place)
{
  guint n = 0;
  whence_rect_grid_foreach (places->lines, box, count_one, &n);
  return place + CROSSING * n;
}

/* Places about a sign, the best first: beside it, above, below, then beside it and somewhat higher or lower.
 */
static const struct
{
  enum
  {
    AFTER,
    BEFORE,
    RIGHT_ALIGNED,
    LEFT_ALIGNED,
    CENTRED
  } x;
  double y; /* 0: its middle, -1: just above, 1: just below, else so much of the way there */
} kinds[] = {
  { AFTER, 0 },
  { BEFORE, 0 },
  { RIGHT_ALIGNED, -1 },
  { LEFT_ALIGNED, -1 },
  { CENTRED, -1 },
  { LEFT_ALIGNED, 1 },
  { RIGHT_ALIGNED, 1 },
  { CENTRED, 1 },
  { AFTER, -0.15 },
  { AFTER, 0.15 },
  { BEFORE, -0.15 },
  { BEFORE, 0.15 },
  { AFTER, -0.3 },
  { AFTER, 0.3 },
  { BEFORE, -0.3 },
  { BEFORE, 0.3 },
  { AFTER, -0.45 },
  { AFTER, 0.45 },
  { BEFORE, -0.45 },
  { BEFORE, 0.45 },
  { AFTER, -1 },
  { BEFORE, -1 },
  { AFTER, 1 },
  { BEFORE, 1 },
  { RIGHT_ALIGNED, -1.1 },
  { LEFT_ALIGNED, -1.1 },
  { LEFT_ALIGNED, 1.1 },
  { RIGHT_ALIGNED, 1.1 },
  { RIGHT_ALIGNED, -1.25 },
  { LEFT_ALIGNED, -1.25 },
  { LEFT_ALIGNED, 1.25 },
  { RIGHT_ALIGNED, 1.25 },
};

static WhencePoint
get_place (const WhenceAmountPlaces *places, WhenceRect sign, double width, double height, guint i)
{
  double right = whence_rect_right (sign), middle = sign.y + sign.height / 2;
  double away = kinds[i].y * (sign.height + height) / 2;
  double last = MAX (places->room.x, whence_rect_right (places->room) - width);
  const double x[] = {
    [AFTER] = right + WHENCE_AMOUNTS_LABEL_GAP,
    [BEFORE] = sign.x - WHENCE_AMOUNTS_LABEL_GAP - width,
    [RIGHT_ALIGNED] = right - width,
    [LEFT_ALIGNED] = sign.x,
    [CENTRED] = CLAMP (sign.x + sign.width / 2 - width / 2, places->room.x, last),
  };
  double y = middle - height / 2 + away;
  return (WhencePoint){ x[kinds[i].x], kinds[i].y > 0 ? ceil (y) : floor (y) };
}

gboolean
whence_amount_places_find_beside (const WhenceAmountPlaces *places, WhenceRect sign, double width,
                                  double height, WhencePoint *at)
{
  double least = INFINITY;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      WhencePoint place = get_place (places, sign, width, height, i);
      WhenceRect box = { place.x, place.y, width, height };
      if (!is_free (places, box))
        continue;
      double cost = cost_of (places, box, i);
      if (cost < least)
        {
          least = cost;
          *at = place;
        }
    }
  return isfinite (least);
}

gboolean
whence_amount_places_find_on_line (const WhenceAmountPlaces *places, double y, double width, double height,
                                   WhencePoint *at)
{
  double least = INFINITY, room = places->room.width - width;
  for (guint i = 0; i * STRIDE <= room; i++)
    {
      WhenceRect box = { places->room.x + i * STRIDE, floor (y - height / 2), width, height };
      if (!is_free (places, box))
        continue;
      double cost = cost_of (places, box, i);
      if (cost < least)
        {
          least = cost;
          *at = (WhencePoint){ box.x, box.y };
        }
    }
  return isfinite (least);
}
