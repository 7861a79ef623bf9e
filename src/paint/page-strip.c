/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tries few arrangements, from the most complete to the barest, and keeps the lowest of the first kind that
 * fits. Each costs the measuring of its words, which are cached. */
#include "paint/page-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/text-fill.h"
#include "model/text-list.h"
#include "paint/pen-backs.h"

/* px */
#define GAP 14.0
#define COLUMN_GAP 36.0
#define SIDE_BY_SIDE 820.0
#define MOST_NOTE_LINES 6
#define USUAL_SOURCES 0.45 /* of the most that the strip may have */

typedef struct
{
  gboolean legend, sources;
  gboolean key_missing; /* it was asked for and this leaves it out */
  guint n_unlisted;     /* sources that this leaves out */
  double share;         /* of the width for the key; 1: sources and notes stand below it */
  const WhenceLegendUse *use;
} Plan;

static double
get_legend_height (const WhencePageStrip *strip)
{
  return strip->legend != NULL ? whence_legend_get_height (strip->legend) : 0;
}

static double
below (double y, double height)
{
  return height > 0 ? y + height + GAP : y;
}

static char *
describe_omitted (const WhencePageViews *views, const Plan *plan)
{
  g_autofree char *drawn = whence_page_views_describe_omitted (views);
  g_autofree char *sources =
    whence_text_compose (ngettext ("%'u source has no room at this size.",
                                   "%'u sources have no room at this size.", plan->n_unlisted),
                         plan->n_unlisted);
  GString *text = g_string_new (drawn);

  if (plan->n_unlisted > 0)
    whence_text_join (text, WHENCE_JOINT_SENTENCES, sources);
  if (plan->key_missing)
    whence_text_join (text, WHENCE_JOINT_SENTENCES, _ ("The key to the signs has no room at this size."));
  return g_string_free (text, text->len == 0);
}

static void
follow (WhencePageStrip *strip, const WhencePageViews *views, const WhenceScope *scope, Plan plan,
        double width, double most)
{
  gboolean two = plan.share < 1;
  double legend_width = two ? floor ((width - COLUMN_GAP) * plan.share) : width;
  double right = two ? legend_width + COLUMN_GAP : 0, right_width = width - right;
  g_autofree char *notes = describe_omitted (views, &plan);

  whence_page_strip_clear (strip);
  strip->width = width;
  whence_text_block_init (&strip->notes, notes, WHENCE_FONT_SMALL, right_width, MOST_NOTE_LINES,
                          &whence_measure_pango);
  if (plan.legend)
    strip->legend = whence_legend_new_of (plan.use, legend_width, &whence_measure_pango);
  double legend = get_legend_height (strip), y = two ? 0 : below (0, legend);
  /* Many sources must not crowd out the drawings. */
  double room = MIN (most - y, MAX (two ? legend : 0, USUAL_SOURCES * most) + below (0, strip->notes.height));
  if (plan.sources)
    strip->sources = whence_source_list_new (scope, right_width, room - below (0, strip->notes.height),
                                             &whence_measure_pango);

  double sources = strip->sources != NULL ? whence_source_list_get_height (strip->sources) : 0;
  strip->lists_sources = sources > 0;
  strip->sources_at = (WhencePoint){ right, y };
  strip->notes_at = (WhencePoint){ right, below (y, sources) };
  strip->height =
    MAX (legend, strip->notes.height > 0 ? strip->notes_at.y + strip->notes.height : y + sources);
}

/* Tries the @n plans that are alike but for their share; TRUE when one of them fits. A list of sources fits
 * when it names one. */
static gboolean
try (WhencePageStrip *strip, const WhencePageViews *views, const WhenceScope *scope, Plan plan,
     const double *shares, gsize n, double width, double most)
{
  double least = G_MAXDOUBLE, best = 1;
  for (gsize i = 0; i < n; i++)
    {
      plan.share = shares[i];
      follow (strip, views, scope, plan, width, most);
      if (strip->height < least && (strip->lists_sources || !plan.sources))
        {
          least = strip->height;
          best = shares[i];
        }
    }
  if (least > most)
    return FALSE;
  plan.share = best;
  follow (strip, views, scope, plan, width, most);
  return TRUE;
}

void
whence_page_strip_init (WhencePageStrip *strip, const WhencePageViews *views, const WhenceScope *scope,
                        const WhencePictureOptions *options, double width, double most)
{
  static const double in_columns[] = { 0.64, 0.7, 0.58, 0.76 }, in_one[] = { 1 };
  gboolean columns = width >= SIDE_BY_SIDE && options->legend;
  guint n_sources = options->sources ? whence_source_list_count (scope) : 0;
  WhenceLegendUse use;
  const Plan plans[] = {
    { options->legend, n_sources > 0, FALSE, 0, 1, &use },
    { options->legend, FALSE, FALSE, n_sources, 1, &use },
    { FALSE, n_sources > 0, options->legend, 0, 1, &use },
    { FALSE, FALSE, options->legend, n_sources, 1, &use },
  };

  *strip = (WhencePageStrip){ 0 };
  whence_legend_use_init (&use, views->timeline, views->amounts, views->graph);
  for (gsize i = 0; i < G_N_ELEMENTS (plans) && (options->legend || options->sources); i++)
    {
      gboolean two = columns && plans[i].legend;
      if (try (strip, views, scope, plans[i], two ? in_columns : in_one,
               two ? G_N_ELEMENTS (in_columns) : G_N_ELEMENTS (in_one), width, most))
        {
          strip->whole = i == 0;
          whence_legend_use_clear (&use);
          return;
        }
    }
  whence_legend_use_clear (&use);
  whence_page_strip_clear (strip);
}

void
whence_page_strip_clear (WhencePageStrip *strip)
{
  g_clear_pointer (&strip->legend, whence_legend_free);
  g_clear_pointer (&strip->sources, whence_source_list_free);
  whence_text_block_clear (&strip->notes);
  *strip = (WhencePageStrip){ 0 };
}

void
whence_page_strip_paint (const WhencePageStrip *strip, const WhenceStyle *style, WhencePen *pen, double x,
                         double y)
{
  const WhenceColor none = { 0 };
  if (strip->legend != NULL)
    whence_legend_paint (strip->legend, style, pen, x, y);
  if (strip->sources != NULL)
    whence_source_list_paint (strip->sources, style, pen, x + strip->sources_at.x, y + strip->sources_at.y);
  whence_pen_text_block (pen, &strip->notes, x + strip->notes_at.x, y + strip->notes_at.y, WHENCE_ALIGN_START,
                         style->text_muted, none);
}
