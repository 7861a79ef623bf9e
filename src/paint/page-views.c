/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each way to divide the page, and each zoom, is tried until one loses nothing; else the one that loses least
 * is taken. What a drawing loses is counted by its scene. The cost is that of the scenes; large bundles get
 * one try. */
#include "paint/page-views.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "layout/graph-scene-private.h"
#include "layout/shelf-column.h"
#include "layout/timeline-scene-private.h"
#include "paint/graph-painter.h"
#include "paint/page-amounts.h"
#include "paint/graph-words.h"
#include "paint/pen-backs.h"
#include "paint/shelf-painter.h"
#include "paint/timeline-painter.h"

/* px between the two drawings, the rule between them in the middle */
#define GUTTER 25.0
/* So many lanes should each be there, whatever else has to go. */
#define FEW_LANES 16
/* Beyond this, laying out again costs more than it gains. */
#define LARGE 400

/* What has to be drawn smaller stays readable in print: on a page of the default size, 1280 px on the 297 mm
 * of A4, the smallest type, 10.5 px, is 6 pt at the last of these. */
static const double zooms[] = { 1, 0.94, 0.88 };

gboolean
whence_page_views_are_costly (WhenceScope *scope)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  return whence_bundle_get_n_facts (bundle) + whence_bundle_get_n_entities (bundle) > LARGE;
}

/* --- Timeline --- */

static void
count_cut (WhencePageViews *views, const WhenceTimelineItem *item)
{
  gboolean group = item->kind == WHENCE_ITEM_CLUSTER || item->kind == WHENCE_ITEM_BAR;
  if (group)
    views->n_cut_clustered += item->n_unmarked;
  if (item->kind != WHENCE_ITEM_EMPTY_LANES)
    views->n_cut += group ? item->n_unmarked : 1;
}

/* How much of the content can be shown without cutting a row or the shelf, and how many dated facts lie
 * below. */
static void
find_whole_rows (WhencePageViews *views, double height)
{
  const WhenceTimelineScene *scene = views->timeline;
  views->timeline_shown = height;
  views->n_cut = views->n_cut_clustered = 0;
  views->shelf_cut = scene->shelf.height > 0 && whence_rect_bottom (scene->shelf) > height + 0.5;
  if (scene->content_height <= height + 0.5)
    return;
  views->timeline_shown = WHENCE_AXIS_HEIGHT;
  for (guint i = 0; i < scene->n_rows; i++)
    {
      const WhenceTimelineRow *row = &scene->rows[i];
      if (views->shelf_cut && row->y0 >= scene->shelf.y)
        continue;
      if (row->y1 <= height)
        views->timeline_shown = MAX (views->timeline_shown, row->y1);
      else
        for (guint j = 0; j < row->n_items; j++)
          count_cut (views, &scene->items[row->first + j]);
    }
}

static double
get_timeline_loss (const WhencePageViews *views)
{
  WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (views->timeline);
  return views->n_cut + omitted.n_clustered + omitted.n_counted - views->n_cut_clustered
         + (views->shelf_cut ? 1 : 0);
}

static gboolean
build_timeline (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options, double zoom,
                GCancellable *cancellable)
{
  /* A timeline has a least width: where there is less, it is drawn smaller. */
  zoom = MIN (zoom, views->timeline_box.width / WHENCE_TIMELINE_LEAST_WIDTH);
  double width = floor (views->timeline_box.width / zoom), height = floor (views->timeline_box.height / zoom);
  gboolean fit = options->range_from >= options->range_to;
  double bottom =
    whence_rect_bottom (views->amounts_box.height > 0 ? views->amounts_box : views->timeline_box);
  double column = whence_shelf_column_width (scope, width, &whence_measure_pango);
  width -= column;
  WhenceTimelineRequest request = {
    .scope = scope,
    .view = fit ? whence_timeline_fit (scope, width, &whence_measure_pango, options->grouping)
                : whence_timeline_frame (options->range_from, options->range_to, width),
    .width = width,
    .height = height,
    .grouping = options->grouping,
    .measure = whence_measure_pango,
    .still = TRUE,
    .shelf_width = column,
    /* Beside the amounts, too. */
    .shelf_height = floor ((bottom - views->timeline_box.y) / zoom),
  };
  g_clear_pointer (&views->timeline, whence_timeline_scene_unref);
  views->timeline_zoom = zoom;
  views->timeline = whence_timeline_scene_new (&request, cancellable);
  if (views->timeline == NULL)
    return FALSE;
  find_whole_rows (views, height);
  return TRUE;
}

static gboolean
choose_timeline (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
                 GCancellable *cancellable)
{
  double least = G_MAXDOUBLE, best = zooms[0];
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      if (!build_timeline (views, scope, options, zooms[i], cancellable))
        return FALSE;
      double loss = get_timeline_loss (views);
      if (loss < least)
        {
          least = loss;
          best = views->timeline_zoom;
        }
      if (loss <= 0 || whence_page_views_are_costly (scope))
        break;
    }
  return best == views->timeline_zoom || build_timeline (views, scope, options, best, cancellable);
}

/* --- Graph --- */

static WhenceArrangement *
arrange (WhenceScope *scope, const WhencePictureOptions *options, WhenceRect box, GCancellable *cancellable)
{
  if (options->arrangement != NULL)
    return whence_arrangement_ref (options->arrangement);
  WhenceArrangeRequest request = {
    .scope = scope,
    .layout = options->layout,
    .seed = options->seed,
    .aspect = box.width / box.height,
    .focus = options->focus,
    .faith = options->faith,
    .measure = whence_measure_pango,
  };
  return whence_arrangement_new (&request, cancellable);
}

/* Below the timeline, a chronological graph has its time. */
static WhenceGraphView
follow_timeline (const WhencePageViews *views, const WhenceArrangement *arrangement, WhenceGraphView view,
                 double width, double zoom)
{
  WhenceTimeView time;

  if (views->timeline == NULL || views->graph_box.y <= views->timeline_box.y)
    return view;
  time = views->timeline->view;
  time.seconds_per_px *= zoom / views->timeline_zoom;
  return whence_graph_view_over_time (view, width, arrangement, time);
}

static gboolean
build_graph (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
             WhenceArrangement *arrangement, double zoom, GCancellable *cancellable)
{
  double width = floor (views->graph_box.width / zoom), height = floor (views->graph_box.height / zoom);
  WhenceGraphRequest request = {
    .scope = scope,
    .subset = options->subset,
    .arrangement = arrangement,
    .view = whence_graph_fit (scope, options->subset, arrangement, width, height, &whence_measure_pango),
    .width = width,
    .height = height,
    .measure = whence_measure_pango,
    .look = options->look,
    .negated = options->negated,
  };
  request.view = follow_timeline (views, arrangement, request.view, width, zoom);
  g_clear_pointer (&views->graph, whence_graph_scene_unref);
  views->graph_zoom = zoom;
  views->graph = whence_graph_scene_new (&request, cancellable);
  return views->graph != NULL;
}

static gboolean
choose_graph (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
              GCancellable *cancellable)
{
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, options, views->graph_box, cancellable);
  guint least = G_MAXUINT;
  double best = zooms[0];
  if (arrangement == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      if (!build_graph (views, scope, options, arrangement, zooms[i], cancellable))
        return FALSE;
      guint loss = whence_graph_scene_get_omitted (views->graph).n_unlabelled;
      if (loss < least)
        {
          least = loss;
          best = zooms[i];
        }
      if (loss == 0 || whence_page_views_are_costly (scope))
        break;
    }
  return best == views->graph_zoom || build_graph (views, scope, options, arrangement, best, cancellable);
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
      if (!choose_timeline (views, scope, options, cancellable))
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
       Division division, GCancellable *cancellable)
{
  whence_page_views_clear (views);
  divide (views, options->show, body, division);
  return (views->timeline_box.width <= 0
          || (divide_timeline (views, scope, options, cancellable)
              && whence_page_amounts_build (views, scope, options, cancellable)))
         && (views->graph_box.width <= 0 || choose_graph (views, scope, options, cancellable));
}

/* A name that is missing weighs more than a fact that is counted; smaller text is a loss, too. */
static double
get_loss (const WhencePageViews *views)
{
  double loss = 0;
  if (views->timeline != NULL)
    loss += get_timeline_loss (views) + 20 * (1 - views->timeline_zoom);
  if (views->graph != NULL)
    loss += 2 * whence_graph_scene_get_omitted (views->graph).n_unlabelled + 20 * (1 - views->graph_zoom);
  return loss;
}

gboolean
whence_page_views_init (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
                        WhenceRect body, GCancellable *cancellable)
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
      if (!build (&tried, scope, options, body, divisions[i], cancellable))
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
  if (views->graph != NULL)
    views->portraits = whence_portraits_new (views->graph, options->file, NULL, cancellable);
  return views->graph == NULL || views->portraits != NULL;
}

void
whence_page_views_clear (WhencePageViews *views)
{
  g_clear_pointer (&views->timeline, whence_timeline_scene_unref);
  g_clear_pointer (&views->amounts, whence_amounts_scene_unref);
  g_clear_pointer (&views->graph, whence_graph_scene_unref);
  g_clear_pointer (&views->portraits, whence_portraits_unref);
  *views = (WhencePageViews){ 0 };
}

/* --- Words --- */

/* Takes @sentence, which is about @n things. */
static void
add_sentence (GPtrArray *sentences, guint n, char *sentence)
{
  if (n > 0)
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

static void
add_undated (const WhencePageViews *views, guint n, GPtrArray *sentences)
{
  gboolean beside = views->timeline->column != NULL;
  add_sentence (sentences, beside ? n : 0,
                g_strdup_printf (ngettext ("%u undated fact is on the shelf beside the timeline.",
                                           "%u undated facts are on the shelf beside the timeline.", n),
                                 n));
  add_sentence (sentences, beside || views->shelf_cut ? 0 : n,
                g_strdup_printf (ngettext ("%u undated fact is on the shelf below the timeline.",
                                           "%u undated facts are on the shelf below the timeline.", n),
                                 n));
  add_sentence (sentences, !beside && views->shelf_cut ? n : 0,
                g_strdup_printf (ngettext ("%u fact has no date and is not on the timeline.",
                                           "%u facts have no date and are not on the timeline.", n),
                                 n));
}

static void
describe_timeline (const WhencePageViews *views, GPtrArray *sentences)
{
  WhenceTimelineOmitted o = whence_timeline_scene_get_omitted (views->timeline);
  add_undated (views, o.n_undated, sentences);
  add_sentence (sentences, o.n_off_range,
                g_strdup_printf (ngettext ("%u fact is before or after this time.",
                                           "%u facts are before or after this time.", o.n_off_range),
                                 o.n_off_range));
  guint n_clustered = o.n_clustered + o.n_counted - views->n_cut_clustered;
  add_sentence (sentences, n_clustered,
                g_strdup_printf (ngettext ("%u fact is counted, not shown by itself.",
                                           "%u facts are counted, not shown one by one.", n_clustered),
                                 n_clustered));
  add_sentence (
    sentences, views->n_cut,
    g_strdup_printf (ngettext ("%u fact has no room on the timeline at this size.",
                               "%u facts have no room on the timeline at this size.", views->n_cut),
                     views->n_cut));
}

static void
describe_graph (const WhencePageViews *views, GPtrArray *sentences)
{
  WhenceGraphOmitted o = whence_graph_scene_get_omitted (views->graph);
  const char *reason;
  guint n_failed = whence_portraits_get_n_failed (views->portraits, &reason);
  add_sentence (sentences, n_failed,
                g_strdup_printf (ngettext ("%u picture of a person or thing cannot be shown.",
                                           "%u pictures of people and things cannot be shown.", n_failed),
                                 n_failed));
  add_sentence (
    sentences, o.n_single,
    g_strdup_printf (ngettext ("%u fact with one participant is no tie in the graph.",
                               "%u facts with one participant are no ties in the graph.", o.n_single),
                     o.n_single));
  add_sentence (sentences, o.n_negated,
                g_strdup_printf (ngettext ("%u fact that is said not to be so is no tie.",
                                           "%u facts that are said not to be so are no ties.", o.n_negated),
                                 o.n_negated));
  add_sentence (
    sentences, o.n_foreign,
    g_strdup_printf (ngettext ("%u amount is in another currency and makes no line wider.",
                               "%u amounts are in other currencies and make no line wider.", o.n_foreign),
                     o.n_foreign));
  add_sentence (
    sentences, o.n_entities,
    g_strdup_printf (ngettext ("%u person, company or thing is left out of the graph.",
                               "%u people, companies and things are left out of the graph.", o.n_entities),
                     o.n_entities));
  add_sentence (sentences, o.n_beyond,
                g_strdup_printf (ngettext ("%u tie leads to what is left out.",
                                           "%u ties lead to what is left out.", o.n_beyond),
                                 o.n_beyond));
  add_sentence (sentences, o.n_inactive,
                g_strdup_printf (ngettext ("%u tie does not hold at this date.",
                                           "%u ties do not hold at this date.", o.n_inactive),
                                 o.n_inactive));
  add_sentence (
    sentences, o.n_plain,
    g_strdup_printf (ngettext ("%u tie is a mere line at this size, without arrow and signs.",
                               "%u ties are mere lines at this size, without arrows and signs.", o.n_plain),
                     o.n_plain));
  add_sentence (sentences, o.n_unlabelled,
                g_strdup_printf (ngettext ("%u name has no room at this size.",
                                           "%u names have no room at this size.", o.n_unlabelled),
                                 o.n_unlabelled));
}

char *
whence_page_views_describe_omitted (const WhencePageViews *views)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  guint hidden = 0;
  if (views->timeline != NULL)
    {
      describe_timeline (views, sentences);
      hidden = whence_timeline_scene_get_omitted (views->timeline).n_hidden;
    }
  if (views->amounts_missing)
    g_ptr_array_add (sentences, g_strdup (_ ("The amounts track has no room at this size.")));
  if (views->amounts != NULL)
    {
      char *amounts = whence_amounts_scene_describe_omitted (views->amounts);
      add_sentence (sentences, amounts != NULL, amounts);
    }
  if (views->graph != NULL)
    {
      char *places = whence_graph_describe_places (views->graph);
      if (places != NULL)
        g_ptr_array_add (sentences, places);
      describe_graph (views, sentences);
      hidden = MAX (hidden, whence_graph_scene_get_omitted (views->graph).n_hidden);
    }
  add_sentence (
    sentences, hidden,
    g_strdup_printf (ngettext ("%u fact is hidden by a filter.", "%u facts are hidden by a filter.", hidden),
                     hidden));
  if (sentences->len == 0)
    return NULL;
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
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
  whence_shelf_column_paint (timeline->column, whence_scope_get_bundle (timeline->scope), style, pen);
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
