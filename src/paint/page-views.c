/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each way to divide the page, and each zoom, is tried until one loses nothing; else the one that loses least
 * is taken. What a drawing loses is counted by its scene. The cost is that of the scenes; large bundles get
 * one try. */
#include "paint/page-views-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "layout/graph-scene-private.h"
#include "layout/shelf-column.h"
#include "layout/timeline-scene-private.h"
#include "paint/graph-painter.h"
#include "paint/page-amounts.h"
#include "paint/pen-backs.h"
#include "paint/shelf-painter.h"
#include "paint/timeline-painter.h"

/* px between the two drawings, the rule between them in the middle */
#define GUTTER 25.0
/* So many lanes should each be there, whatever else has to go. */
#define FEW_LANES 16
/* Beyond this, laying out again costs more than it gains. */
#define LARGE 400

gboolean
whence_page_views_are_costly (WhenceScope *scope)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  return whence_bundle_get_n_facts (bundle) + whence_bundle_get_n_entities (bundle) > LARGE;
}

/* --- Both --- */

typedef struct
{
  gboolean stacked;
  double share; /* of the timeline */
} Division;

static void
divide (WhencePageViews *views, WhenceShow show, WhenceRect body, Division division)
{
  if (show == WHENCE_SHOW_TIMELINE)
    views->timeline_box = body;
  else if (show == WHENCE_SHOW_GRAPH)
    views->graph_box = body;
  else if (division.stacked)
    {
      double height = floor ((body.height - GUTTER) * division.share);
      views->timeline_box = (WhenceRect){ body.x, body.y, body.width, height };
      views->graph_box =
        (WhenceRect){ body.x, body.y + height + GUTTER, body.width, body.height - height - GUTTER };
    }
  else
    {
      double width = floor ((body.width - GUTTER) * division.share);
      views->timeline_box = (WhenceRect){ body.x, body.y, width, body.height };
      views->graph_box =
        (WhenceRect){ body.x + width + GUTTER, body.y, body.width - width - GUTTER, body.height };
    }
}

/* The amounts are as high as they like; lower, where lanes are mere strips for want of room; and there are
 * none where lanes would be cut, or a few of them had to share one. */
static gboolean
divide_timeline (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
                 GCancellable *cancellable)
{
  static const double heights[] = { G_MAXDOUBLE, WHENCE_AMOUNTS_LEAST_HEIGHT, 0 };
  const WhenceRect whole = views->timeline_box;
  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      views->timeline_box = whole;
      whence_page_amounts_carve (views, scope, options, heights[i]);
      if (!whence_page_timeline_choose (views, scope, options, cancellable))
        return FALSE;
      const WhenceTimelineScene *scene = views->timeline;
      gboolean merged = scene->n_rest > 0 && scene->n_lanes + scene->n_rest <= FEW_LANES;
      gboolean cut = views->n_cut > 0 || merged, thinned = scene->thinned;
      gboolean gives_way = scene->n_lanes > 1 && (cut || (i == 0 && thinned));
      if (views->amounts_box.height <= 0 || !gives_way)
        break;
    }
  return TRUE;
}

static gboolean
build (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options, WhenceRect body,
       Division division, WhenceGraphPurpose purpose, GCancellable *cancellable)
{
  whence_page_views_clear (views);
  divide (views, options->show, body, division);
  return (views->timeline_box.width <= 0
          || (divide_timeline (views, scope, options, cancellable)
              && whence_page_amounts_build (views, scope, options, cancellable)))
         && (views->graph_box.width <= 0
             || whence_page_graph_choose (views, scope, options, purpose, cancellable));
}

/* A name that is missing weighs more than a fact that is counted; smaller text is a loss, too. */
static double
get_loss (const WhencePageViews *views)
{
  double loss = 0;
  if (views->timeline != NULL)
    loss += whence_page_timeline_get_loss (views) + 20 * (1 - views->timeline_zoom);
  if (views->graph != NULL)
    loss += 2 * whence_graph_scene_get_omitted (views->graph).n_unlabelled + 20 * (1 - views->graph_zoom);
  return loss;
}

gboolean
whence_page_views_init (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
                        WhenceRect body, WhenceGraphPurpose purpose, GCancellable *cancellable)
{
  static const Division wide[] = { { FALSE, 0.5 }, { FALSE, 0.56 }, { FALSE, 0.44 }, { TRUE, 0.5 } };
  static const Division tall[] = { { TRUE, 0.5 }, { TRUE, 0.55 }, { TRUE, 0.6 }, { TRUE, 0.45 } };
  gboolean is_wide = body.width > 1.2 * body.height;
  const Division *divisions = is_wide ? wide : tall;
  gsize n = is_wide ? G_N_ELEMENTS (wide) : G_N_ELEMENTS (tall);
  WhencePageViews best = { 0 };
  double least = G_MAXDOUBLE;

  if (options->show != WHENCE_SHOW_BOTH || whence_page_views_are_costly (scope))
    n = 1;
  for (gsize i = 0; i < n && least > 0; i++)
    {
      WhencePageViews tried = { 0 };
      if (!build (&tried, scope, options, body, divisions[i], purpose, cancellable))
        {
          whence_page_views_clear (&tried);
          *views = best;
          return FALSE;
        }
      double loss = get_loss (&tried);
      if (loss < least)
        {
          WhencePageViews previous = best;
          best = tried;
          tried = previous;
          least = loss;
        }
      whence_page_views_clear (&tried);
    }
  *views = best;
  if (views->graph == NULL || purpose == WHENCE_GRAPH_TO_COUNT)
    return TRUE;
  views->portraits = whence_portraits_new (views->graph, options->file, NULL, cancellable);
  return views->portraits != NULL;
}

void
whence_page_views_clear (WhencePageViews *views)
{
  g_clear_pointer (&views->timeline, whence_timeline_scene_unref);
  g_clear_pointer (&views->amounts, whence_amounts_scene_free);
  g_clear_pointer (&views->arrangement, whence_arrangement_unref);
  g_clear_pointer (&views->graph, whence_graph_scene_unref);
  g_clear_pointer (&views->portraits, whence_portraits_unref);
  *views = (WhencePageViews){ 0 };
}

/* --- Ink --- */

static void
push_view (WhencePen *pen, WhenceRect box, double zoom, const char *css_class, const char *title)
{
  WhenceGroup group = { .css_class = css_class, .title = title };
  whence_pen_push_group (pen, &group);
  whence_pen_push_transform (pen, box.x, box.y, zoom);
}

static void
pop_view (WhencePen *pen)
{
  whence_pen_pop_transform (pen);
  whence_pen_pop_group (pen);
}

static void
paint_rule (const WhencePageViews *views, const WhenceStyle *style, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  WhenceStroke stroke = { .fill = WHENCE_SOLID (style->grid_strong), .width = style->hairline };
  WhenceRect t = views->timeline_box, g = views->graph_box;
  if (views->amounts != NULL)
    t = whence_rect_union (t, views->amounts_box);
  gboolean stacked = g.y > t.y;
  double x = stacked ? t.x : whence_rect_right (t) + GUTTER / 2;
  double y = stacked ? whence_rect_bottom (t) + GUTTER / 2 : t.y;
  whence_path_move_to (path, x, y);
  whence_path_line_to (path, stacked ? whence_rect_right (t) : x, stacked ? y : whence_rect_bottom (t));
  whence_pen_stroke (pen, path, &stroke);
}

static void
paint_column (const WhenceTimelineScene *timeline, const WhenceStyle *style, WhencePen *pen)
{
  if (timeline->column == NULL)
    return;
  whence_pen_push_transform (pen, timeline->width, 0, 1);
  whence_shelf_column_paint (timeline->column, timeline->scope, style, pen);
  whence_pen_pop_transform (pen);
}

void
whence_page_views_paint (const WhencePageViews *views, const WhenceStyle *style, WhencePen *pen)
{
  if (views->timeline != NULL)
    {
      WhenceTimelinePaint paint = { .scene = views->timeline,
                                    .style = style,
                                    .width = views->timeline->width,
                                    .height = views->timeline_shown };
      push_view (pen, views->timeline_box, views->timeline_zoom, "timeline", C_ ("view", "Timeline"));
      whence_timeline_paint (&paint, pen);
      paint_column (views->timeline, style, pen);
      pop_view (pen);
    }
  if (views->amounts != NULL)
    {
      push_view (pen, views->amounts_box, views->timeline_zoom, "amounts", C_ ("view", "Amounts"));
      whence_page_amounts_paint (views, style, pen);
      pop_view (pen);
    }
  if (views->graph != NULL)
    {
      WhenceGraphPaint paint = { .scene = views->graph,
                                 .style = style,
                                 .portraits = views->portraits,
                                 .width = floor (views->graph_box.width / views->graph_zoom),
                                 .height = floor (views->graph_box.height / views->graph_zoom) };
      push_view (pen, views->graph_box, views->graph_zoom, "graph", C_ ("view", "Graph"));
      whence_graph_paint (&paint, pen);
      pop_view (pen);
    }
  if (views->timeline != NULL && views->graph != NULL)
    paint_rule (views, style, pen);
}
