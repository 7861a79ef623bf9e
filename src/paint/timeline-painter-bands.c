/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bands behind the lanes: a tint from the strip down, with edges that say what is known of the ends, as those
 * of a mark do: a line where it begins or ends, dashes where that is uncertain, a fade where it is about then
 * or goes on. Bands stand upright and lanes lie, so that none is taken for the other. */
#include "paint/timeline-painter-private.h"

#include <math.h>

#include "paint/fact-glyph.h"

#define TINT 0.055
#define STRIP_TINT 0.26
#define EDGE 0.5
#define GLYPH 3.5 /* px */
#define ROOM 9.0  /* px from the end of a strip to the middle of the sign in it */

static WhenceColor
color_of (const WhenceTimelineInk *ink, const WhenceTimelineItem *band)
{
  return whence_style_fact_color (ink->style, band->type);
}

/* From @x to @tip nothing is left of it. */
static void
fill_fade (const WhenceTimelineInk *ink, double x, double tip, double top, double bottom, WhenceColor color)
{
  WhenceFill fade = { WHENCE_FILL_FADE, color, whence_color_with_alpha (color, 0), x, top, tip, top };

  if (fabs (tip - x) < 1)
    return;
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, (WhenceRect){ MIN (x, tip), top, fabs (tip - x), bottom - top });
  whence_pen_fill (ink->pen, ink->path, &fade);
}

static void
fill_stretch (const WhenceTimelineInk *ink, const WhenceMarkShape *shape, double top, double bottom,
              WhenceColor color)
{
  double left = shape->x0 + shape->tail0, right = shape->x1 - shape->tail1;

  whence_path_clear (ink->path);
  whence_path_rect (ink->path, (WhenceRect){ left, top, MAX (1, right - left), bottom - top });
  whence_pen_fill (ink->pen, ink->path, &WHENCE_SOLID (color));
  fill_fade (ink, left, shape->x0, top, bottom, color);
  fill_fade (ink, right, shape->x1, top, bottom, color);
}

/* Only an end that is known has an edge. */
static void
draw_edge (const WhenceTimelineInk *ink, const WhenceTimelineItem *band, double x, guint8 end,
           gboolean dashed, double top, double bottom, const GArray *obstacles)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (whence_color_with_alpha (color_of (ink, band), EDGE)),
                          .width = 1 };

  if (end != WHENCE_END_CAP)
    return;
  if (dashed)
    stroke = (WhenceStroke){ stroke.fill, 1, { 4, 3 }, 2, FALSE };
  whence_path_clear (ink->path);
  whence_timeline_add_pole (ink->path, whence_timeline_snap (x), top, bottom, obstacles);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

static void
draw_column (const WhenceTimelineInk *ink, const WhenceTimelineItem *band, double top, double bottom,
             const GArray *obstacles)
{
  const WhenceMarkShape *shape = &band->shape;

  fill_stretch (ink, shape, top, bottom, whence_color_with_alpha (color_of (ink, band), TINT));
  draw_edge (ink, band, shape->x0, shape->end0, shape->dashed0, top, bottom, obstacles);
  draw_edge (ink, band, shape->x1 - 1, shape->end1, shape->dashed1, top, bottom, obstacles);
}

void
whence_timeline_paint_bands (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, double top,
                             double bottom, const GArray *obstacles)
{
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      double from = MAX (top, whence_rect_bottom (item->mark));

      if (item->kind == WHENCE_ITEM_BAND && from < bottom)
        draw_column (ink, item, from, bottom, obstacles);
      else if (item->kind != WHENCE_ITEM_BAND && !scene->lenders[0])
        return; /* bands come first */
    }
}

/* What it is about, at the end of the strip that its name leaves free. */
static void
draw_glyph (const WhenceTimelineInk *ink, const WhenceTimelineItem *band, WhenceColor color)
{
  WhenceGlyph glyph = whence_fact_type_glyph (band->type);
  double left = band->shape.x0 + band->shape.tail0, right = band->shape.x1 - band->shape.tail1;
  double name0 = band->label_at.x, name1 = band->label_at.x + band->label.width;
  gboolean after = right - name1 >= name0 - left;
  double x = after ? right - ROOM : left + ROOM;
  WhenceFill fill = WHENCE_SOLID (color);

  if (!whence_glyph_is_special (glyph) || x - ROOM < (after ? MAX (left, name1) : left)
      || x + ROOM > (after ? right : MIN (right, name0)))
    return;
  whence_path_clear (ink->path);
  whence_glyph_path (ink->path, glyph, x, band->mark.y + band->mark.height / 2, GLYPH);
  whence_pen_fill (ink->pen, ink->path, &fill);
}

void
whence_timeline_paint_strip (const WhenceTimelineInk *ink, const WhenceTimelineItem *band)
{
  WhenceColor color = color_of (ink, band);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  double top = band->mark.y, bottom = whence_rect_bottom (band->mark);

  /* No band shows through the name of another. */
  fill_stretch (ink, &band->shape, top, bottom, whence_color_mix (ink->style->ground, color, STRIP_TINT));
  draw_edge (ink, band, band->shape.x0, band->shape.end0, band->shape.dashed0, top, bottom, none);
  draw_edge (ink, band, band->shape.x1 - 1, band->shape.end1, band->shape.dashed1, top, bottom, none);
  draw_glyph (ink, band, color);
}
