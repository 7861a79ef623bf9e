/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key explains what the drawings show, and the drawings get the room that the key leaves: so the page is
 * laid out until the key fits the room that was kept for it, which takes two rounds. */
#include "paint/page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/text-list.h"
#include "paint/page-strip.h"
#include "paint/page-views.h"
#include "paint/pen-backs.h"

/* px */
#define GAP 14.0            /* between header, drawings and key */
#define COLUMN_GAP 36.0     /* between drawings and the key beside them */
#define LONGEST_LINE 1100.0 /* of the summary */
#define LEAST_DRAWING 110.0

#define MOST_STRIP 0.45  /* of the height, below the drawings */
#define MOST_COLUMN 0.33 /* of the width, beside them */
#define VERY_WIDE 2.1    /* width : height */

/* px; the key beside the drawings of a very wide page: the first that shows all of it */
static const double columns[] = { 272, 420, 640, 900 };

struct _WhencePage
{
  WhenceScope *scope;
  WhencePictureOptions options;
  const WhenceStyle *style;
  double margin, header_bottom;
  WhenceTextBlock title, summary, dates;
  WhencePageViews views;
  WhencePageStrip strip;
  WhencePoint strip_at;
  gboolean strip_beside;
  double column; /* px; where it stands beside */
  WhenceGraphLook *look;
  WhenceArrangement *arrangement; /* for any room; or NULL */
  WhenceSceneTies *ties;          /* NULL until there are some */
};

/* --- Header --- */

static char *
describe_as_of (const WhenceScope *scope)
{
  gint64 from, to;
  if (whence_scope_get_changes (scope) != NULL)
    return whence_changes_describe (whence_scope_get_changes (scope));
  if (!whence_scope_has_as_of (scope))
    return NULL;
  whence_scope_get_as_of (scope, &from, &to);
  if (from == WHENCE_INSTANT_BEFORE_ALL || to == WHENCE_INSTANT_AFTER_ALL)
    return NULL;
  g_autofree char *date = whence_period_to_text ((WhencePeriod){ from, to }, WHENCE_DATE_TEXT_LONG);
  /* Translators: a date; the picture shows who is tied to whom at that time. */
  return g_strdup_printf (_ ("As of %s"), date);
}

/* "As of 2025 · Known by May 2024". */
static char *
describe_dates (const WhenceScope *scope)
{
  const WhenceKnownBy *known_by = whence_scope_get_known_by (scope);
  g_autofree char *as_of = describe_as_of (scope);
  g_autofree char *known = known_by != NULL ? whence_known_by_to_text (known_by) : NULL;

  return whence_text_join_two (as_of, WHENCE_JOINT_PART, known);
}

static void
lay_out_header (WhencePage *page, double width)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (page->scope);
  g_autofree char *dates = describe_dates (page->scope);
  gboolean tall = page->options.height >= 360;

  page->header_bottom = page->margin;
  if (page->options.title)
    {
      whence_text_block_init (&page->title, whence_bundle_get_title (bundle), WHENCE_FONT_TITLE, width,
                              tall ? 2 : 1, &whence_measure_pango);
      whence_text_block_init (&page->summary, tall ? whence_scope_get_summary (page->scope) : NULL,
                              WHENCE_FONT_LABEL, MIN (width, LONGEST_LINE), 2, &whence_measure_pango);
    }
  whence_text_block_init (&page->dates, dates, WHENCE_FONT_STRONG, width, 1, &whence_measure_pango);

  double height = page->title.height + page->summary.height + page->dates.height;
  if (height > 0)
    page->header_bottom += height + GAP;
}

/* --- The whole --- */

static WhenceRect
get_body (const WhencePage *page, double reserved)
{
  const WhencePictureOptions *o = &page->options;
  WhenceRect body = { page->margin, page->header_bottom, o->width - 2 * page->margin, 0 };
  body.height = o->height - page->header_bottom - page->margin;
  if (page->strip_beside)
    body.width -= page->column + COLUMN_GAP;
  else if (reserved > 0)
    body.height -= reserved + 2 * GAP;
  body.height = floor (MAX (body.height, 60));
  body.width = floor (body.width);
  return body;
}

/* What does not depend on the room that the drawings have is made in the first round. */
static void
keep_for_next_round (WhencePage *page)
{
  const WhencePageViews *views = &page->views;

  if (views->graph == NULL)
    return;
  if (page->options.arrangement == NULL && whence_arrangement_suits_any_room (views->arrangement))
    page->options.arrangement = page->arrangement = whence_arrangement_ref (views->arrangement);
  if (page->ties == NULL)
    page->options.ties = page->ties = whence_scene_ties_ref (whence_graph_scene_get_ties (views->graph));
}

static gboolean
lay_out_beside (WhencePage *page, double column, GCancellable *cancellable)
{
  const WhencePictureOptions *o = &page->options;
  double inner = o->width - 2 * page->margin, room = o->height - page->header_bottom - page->margin;

  keep_for_next_round (page);
  whence_page_views_clear (&page->views);
  whence_page_strip_clear (&page->strip);
  page->column = column;
  page->strip_at = (WhencePoint){ page->margin + inner - column, page->header_bottom };
  if (!whence_page_views_init (&page->views, page->scope, o, get_body (page, 0), WHENCE_GRAPH_TO_PAINT,
                               cancellable))
    return FALSE;
  whence_page_strip_init (&page->strip, &page->views, page->scope, o, column, room);
  return TRUE;
}

static gboolean
lay_out_columns (WhencePage *page, GCancellable *cancellable)
{
  guint n = whence_page_views_are_costly (page->scope) ? 1 : G_N_ELEMENTS (columns);
  for (guint i = 0; i < n && (i == 0 || columns[i] <= MOST_COLUMN * page->options.width); i++)
    {
      if (!lay_out_beside (page, columns[i], cancellable))
        return FALSE;
      if (page->strip.whole)
        return TRUE;
    }
  return page->column == columns[0] || lay_out_beside (page, columns[0], cancellable);
}

static gboolean
lay_out_below (WhencePage *page, GCancellable *cancellable)
{
  const WhencePictureOptions *o = &page->options;
  double width = o->width - 2 * page->margin, room = o->height - page->header_bottom - page->margin;
  double most = MIN (MOST_STRIP * o->height, room - LEAST_DRAWING - 2 * GAP);
  /* How high the key would be, a large graph says before it is drawn. */
  gboolean counts = whence_page_views_are_costly (page->scope) && (o->legend || o->sources);
  double reserved = 0;

  for (guint round = 0; round < 6; round++)
    {
      gboolean draft = counts && round == 0;
      WhenceRect body = get_body (page, reserved);
      if (!whence_page_views_init (&page->views, page->scope, o, body,
                                   draft ? WHENCE_GRAPH_TO_COUNT : WHENCE_GRAPH_TO_PAINT, cancellable))
        return FALSE;
      whence_page_strip_init (&page->strip, &page->views, page->scope, o, width, most);
      page->strip_at = (WhencePoint){ page->margin, whence_rect_bottom (body) + 2 * GAP };
      if (page->strip.height <= reserved && !draft)
        return TRUE;
      reserved = page->strip.height;
      keep_for_next_round (page);
      whence_page_views_clear (&page->views);
      whence_page_strip_clear (&page->strip);
    }
  return whence_page_views_init (&page->views, page->scope, o, get_body (page, 0), WHENCE_GRAPH_TO_PAINT,
                                 cancellable);
}

WhencePage *
whence_page_new (WhenceScope *scope, const WhencePictureOptions *options, GCancellable *cancellable)
{
  g_autoptr (WhencePage) page = g_new0 (WhencePage, 1);
  page->scope = whence_scope_ref (scope);
  page->options = *options;
  if (options->look == NULL && options->show & WHENCE_SHOW_GRAPH
      && !whence_graph_look_measure (scope, options->node_size, options->node_color, &page->look,
                                     cancellable))
    return NULL;
  if (page->look != NULL)
    page->options.look = page->look;
  page->style = whence_style_get (options->theme);
  page->margin = CLAMP (round (0.03 * MIN (options->width, options->height)), 8, 28);
  page->strip_beside = options->width > VERY_WIDE * options->height && options->width >= 900
                       && (options->legend || options->sources);
  lay_out_header (page, options->width - 2 * page->margin);
  if (!(page->strip_beside ? lay_out_columns : lay_out_below) (page, cancellable))
    return NULL;
  return g_steal_pointer (&page);
}

void
whence_page_free (WhencePage *page)
{
  whence_page_views_clear (&page->views);
  whence_page_strip_clear (&page->strip);
  whence_text_block_clear (&page->title);
  whence_text_block_clear (&page->summary);
  whence_text_block_clear (&page->dates);
  whence_scope_unref (page->scope);
  g_clear_pointer (&page->look, whence_graph_look_unref);
  g_clear_pointer (&page->arrangement, whence_arrangement_unref);
  g_clear_pointer (&page->ties, whence_scene_ties_unref);
  g_free (page);
}

/* --- Ink --- */

static void
paint_ground (const WhencePage *page, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  whence_path_rect (path, (WhenceRect){ 0, 0, page->options.width, page->options.height });
  whence_pen_fill (pen, path, &WHENCE_SOLID (page->style->ground));
}

static void
paint_header (const WhencePage *page, WhencePen *pen)
{
  const WhenceColor none = { 0 };
  const struct
  {
    const WhenceTextBlock *block;
    WhenceColor color;
  } blocks[] = { { &page->title, page->style->text },
                 { &page->summary, page->style->text_muted },
                 { &page->dates, page->style->text } };
  double y = page->margin;
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      const WhenceTextBlock *block = blocks[i].block;
      double x = block->rtl ? page->options.width - page->margin : page->margin;
      whence_pen_text_block (pen, block, x, y, block->rtl ? WHENCE_ALIGN_END : WHENCE_ALIGN_START,
                             blocks[i].color, none);
      y += block->height;
    }
}

static void
paint_strip (const WhencePage *page, WhencePen *pen)
{
  double x = page->strip_at.x, y = floor (page->strip_at.y - GAP) + 0.5;
  if (page->strip.height <= 0)
    return;
  if (!page->strip_beside)
    {
      g_autoptr (WhencePath) path = whence_path_new ();
      WhenceStroke stroke = { .fill = WHENCE_SOLID (page->style->grid_strong),
                              .width = page->style->hairline };
      whence_path_move_to (path, x, y);
      whence_path_line_to (path, x + page->strip.width, y);
      whence_pen_stroke (pen, path, &stroke);
    }
  whence_page_strip_paint (&page->strip, page->style, pen, x, page->strip_at.y);
}

void
whence_page_paint (const WhencePage *page, WhencePen *pen)
{
  if (!page->options.transparent)
    paint_ground (page, pen);
  paint_header (page, pen);
  whence_page_views_paint (&page->views, page->style, pen);
  paint_strip (page, pen);
}
