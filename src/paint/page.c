/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key explains what the drawings show, and the drawings get the room that the key leaves: so the page is
 * laid out until the key fits the room that was kept for it, which takes two rounds. */
#include "paint/page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint/legend.h"
#include "paint/page-views.h"
#include "paint/pen-backs.h"
#include "paint/sources.h"

/* px */
#define GAP 14.0        /* between header, drawings and key */
#define COLUMN_GAP 36.0 /* between key and sources */
#define COLUMN 264.0    /* the key beside the drawings of a very wide page */
#define SIDE_BY_SIDE 820.0
#define LEAST_DRAWING 110.0

/* Parts of the page that key and sources may take. */
#define MOST_LEGEND 0.5
#define MOST_STRIP 0.42
#define VERY_WIDE 2.1

typedef struct
{
  WhenceLegend *legend;
  WhenceSourceList *sources;
  WhenceTextBlock notes;
  WhencePoint legend_at, sources_at, notes_at; /* within the strip */
  double width, height;                        /* height 0: there is none */
} Strip;

struct _WhencePage
{
  WhenceScope *scope;
  WhencePictureOptions options;
  const WhenceStyle *style;
  double margin, header_bottom;
  WhenceTextBlock title, summary, as_of;
  WhencePageViews views;
  Strip strip;
  WhencePoint strip_at;
  gboolean strip_beside;
};

/* --- Header --- */

/* The stretch [from, to) as EDTF: "2024", "2024-05", "2024-05-17", or an interval of days. */
static char *
format_stretch (gint64 from, gint64 to)
{
  WhenceCivil a = whence_instant_to_civil (from), z = whence_instant_to_civil (to - 1);
  WhenceCivil next_year = { .year = a.year + 1, .month = 1, .day = 1 };
  WhenceCivil next_month = { .year = a.year, .month = a.month + 1, .day = 1 };
  const char *sign = a.year < 0 ? "-" : "";
  gint64 year = ABS (a.year);

  if (a.month == 1 && a.day == 1 && whence_instant_from_civil (next_year) == to)
    return g_strdup_printf ("%s%04" G_GINT64_FORMAT, sign, year);
  if (a.day == 1 && whence_instant_from_civil (next_month) == to)
    return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d", sign, year, a.month);
  if (a.year == z.year && a.month == z.month && a.day == z.day)
    return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d", sign, year, a.month, a.day);
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d/%s%04" G_GINT64_FORMAT "-%02d-%02d", sign, year,
                          a.month, a.day, z.year < 0 ? "-" : "", ABS (z.year), z.month, z.day);
}

static char *
describe_as_of (const WhenceScope *scope)
{
  gint64 from, to;
  if (!whence_scope_has_as_of (scope))
    return NULL;
  whence_scope_get_as_of (scope, &from, &to);
  if (from == WHENCE_INSTANT_BEFORE_ALL || to == WHENCE_INSTANT_AFTER_ALL)
    return NULL;
  g_autofree char *edtf = format_stretch (from, to);
  g_autofree char *date = whence_date_to_text (edtf, WHENCE_DATE_TEXT_LONG);
  /* Translators: a date; the picture shows who is tied to whom at that time. */
  return g_strdup_printf (_ ("As of %s"), date);
}

static void
lay_out_header (WhencePage *page, double width)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (page->scope);
  g_autofree char *as_of = describe_as_of (page->scope);
  gboolean tall = page->options.height >= 360;

  page->header_bottom = page->margin;
  if (page->options.title)
    {
      whence_text_block_init (&page->title, whence_bundle_get_title (bundle), WHENCE_FONT_TITLE, width,
                              tall ? 2 : 1, &whence_measure_pango);
      whence_text_block_init (&page->summary, tall ? whence_bundle_get_summary (bundle) : NULL,
                              WHENCE_FONT_LABEL, MIN (width, 860), 2, &whence_measure_pango);
    }
  whence_text_block_init (&page->as_of, as_of, WHENCE_FONT_STRONG, width, 1, &whence_measure_pango);

  double height = page->title.height + page->summary.height + page->as_of.height;
  if (height > 0)
    page->header_bottom += height + GAP;
}

/* --- Key, sources, notes --- */

static void
strip_clear (Strip *strip)
{
  g_clear_pointer (&strip->legend, whence_legend_free);
  g_clear_pointer (&strip->sources, whence_source_list_free);
  whence_text_block_clear (&strip->notes);
  *strip = (Strip){ 0 };
}

static void
init_notes (Strip *strip, const WhencePage *page, double width)
{
  g_autofree char *omitted = whence_page_views_describe_omitted (&page->views);
  whence_text_block_init (&strip->notes, omitted, WHENCE_FONT_SMALL, width, 6, &whence_measure_pango);
}

static double
get_legend_height (const Strip *strip)
{
  return strip->legend != NULL ? whence_legend_get_height (strip->legend) : 0;
}

static double
get_sources_height (const Strip *strip)
{
  return strip->sources != NULL ? whence_source_list_get_height (strip->sources) : 0;
}

static double
below (double y, double height)
{
  return height > 0 ? y + height + GAP : y;
}

/* Key at the left; sources and notes at the right, or below it where there is one column. */
static void
lay_out_strip (Strip *strip, const WhencePage *page, double width, double most)
{
  const WhencePictureOptions *options = &page->options;
  gboolean two = width >= SIDE_BY_SIDE && options->legend && options->sources;
  double legend_width = two ? floor ((width - COLUMN_GAP) * 0.64) : width;
  double right = two ? legend_width + COLUMN_GAP : 0, right_width = width - right;

  strip->width = width;
  if (options->legend)
    strip->legend =
      whence_legend_new (page->views.timeline, page->views.graph, legend_width, &whence_measure_pango);
  if (get_legend_height (strip) > MOST_LEGEND * options->height)
    g_clear_pointer (&strip->legend, whence_legend_free);
  if (options->legend)
    init_notes (strip, page, right_width);
  double y = two ? 0 : below (0, get_legend_height (strip));
  double most_sources = MAX (two ? get_legend_height (strip) : 0, most - y) - below (0, strip->notes.height);
  if (options->sources)
    strip->sources = whence_source_list_new (page->scope, right_width, most_sources, &whence_measure_pango);

  strip->sources_at = (WhencePoint){ right, y };
  strip->notes_at = (WhencePoint){ right, below (y, get_sources_height (strip)) };
  strip->height = MAX (get_legend_height (strip), strip->notes_at.y + strip->notes.height);
  if (strip->notes.height <= 0)
    strip->height = MAX (get_legend_height (strip), y + get_sources_height (strip));
}

/* --- The whole --- */

static WhenceRect
get_body (const WhencePage *page, double reserved)
{
  const WhencePictureOptions *o = &page->options;
  WhenceRect body = { page->margin, page->header_bottom, o->width - 2 * page->margin, 0 };
  body.height = o->height - page->header_bottom - page->margin;
  if (page->strip_beside)
    body.width -= COLUMN + COLUMN_GAP;
  else if (reserved > 0)
    body.height -= reserved + 2 * GAP;
  body.height = floor (MAX (body.height, 60));
  body.width = floor (body.width);
  return body;
}

static gboolean
lay_out_body (WhencePage *page, GCancellable *cancellable)
{
  const WhencePictureOptions *o = &page->options;
  double inner = o->width - 2 * page->margin, strip_width = page->strip_beside ? COLUMN : inner;
  double room = o->height - page->header_bottom - page->margin;
  double most = page->strip_beside ? room : MIN (MOST_STRIP * o->height, room - LEAST_DRAWING - 2 * GAP);
  double reserved = 0;
  gboolean wanted = (o->legend || o->sources) && most > 0;

  for (guint round = 0; round < 6; round++)
    {
      WhenceRect body = get_body (page, reserved);
      whence_page_views_clear (&page->views);
      strip_clear (&page->strip);
      if (!whence_page_views_init (&page->views, page->scope, o, body, cancellable))
        return FALSE;
      if (!wanted)
        return TRUE;
      lay_out_strip (&page->strip, page, strip_width, most);
      page->strip_at = page->strip_beside
                         ? (WhencePoint){ page->margin + inner - COLUMN, page->header_bottom }
                         : (WhencePoint){ page->margin, whence_rect_bottom (body) + 2 * GAP };
      double allowed = page->strip_beside ? room : MAX (most, MOST_LEGEND * o->height);
      if (page->strip.height > allowed || (!page->strip_beside && page->strip.height > room - LEAST_DRAWING))
        {
          /* No room for a key: the drawing comes first. */
          wanted = FALSE;
          reserved = 0;
        }
      else if (page->strip_beside || page->strip.height <= reserved)
        return TRUE;
      else
        reserved = page->strip.height;
    }
  return TRUE;
}

WhencePage *
whence_page_new (WhenceScope *scope, const WhencePictureOptions *options, GCancellable *cancellable)
{
  g_autoptr (WhencePage) page = g_new0 (WhencePage, 1);
  page->scope = whence_scope_ref (scope);
  page->options = *options;
  page->style = whence_style_get (options->theme);
  page->margin = CLAMP (round (0.03 * MIN (options->width, options->height)), 8, 28);
  page->strip_beside = options->width > VERY_WIDE * options->height && options->width >= 900
                       && (options->legend || options->sources);
  lay_out_header (page, options->width - 2 * page->margin);
  if (!lay_out_body (page, cancellable))
    return NULL;
  return g_steal_pointer (&page);
}

void
whence_page_free (WhencePage *page)
{
  whence_page_views_clear (&page->views);
  strip_clear (&page->strip);
  whence_text_block_clear (&page->title);
  whence_text_block_clear (&page->summary);
  whence_text_block_clear (&page->as_of);
  whence_scope_unref (page->scope);
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
                 { &page->as_of, page->style->text } };
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
  const Strip *strip = &page->strip;
  const WhenceColor none = { 0 };
  double x = page->strip_at.x, y = page->strip_at.y;
  if (strip->height <= 0)
    return;
  if (!page->strip_beside)
    {
      g_autoptr (WhencePath) path = whence_path_new ();
      WhenceStroke stroke = { .fill = WHENCE_SOLID (page->style->grid_strong),
                              .width = page->style->hairline };
      whence_path_move_to (path, x, floor (y - GAP) + 0.5);
      whence_path_line_to (path, x + strip->width, floor (y - GAP) + 0.5);
      whence_pen_stroke (pen, path, &stroke);
    }
  if (strip->legend != NULL)
    whence_legend_paint (strip->legend, page->style, pen, x, y);
  if (strip->sources != NULL)
    whence_source_list_paint (strip->sources, page->style, pen, x + strip->sources_at.x,
                              y + strip->sources_at.y);
  whence_pen_text_block (pen, &strip->notes, x + strip->notes_at.x, y + strip->notes_at.y, WHENCE_ALIGN_START,
                         page->style->text_muted, none);
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
