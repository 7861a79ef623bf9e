/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries flow in lines behind the heading of their group, like the key below a newspaper map; where there is
 * no room beside it, the heading stands above. Nothing is wider than asked for. Linear in the entries. */
#include "paint/legend-private.h"

#include <glib/gi18n-lib.h>

/* px */
#define ROW 17.0
#define GROUP_GAP 3.0
#define HEADING_GAP 16.0
#define ENTRY_GAP 18.0
#define GROUP_SPACE 40.0
/* Below this width the headings stand above. */
#define HEADINGS_BESIDE 440.0

/* --- Where it is --- */

static double
get_heading_width (const GArray *groups)
{
  double width = 0;
  for (guint i = 0; i < groups->len; i++)
    width = MAX (width, g_array_index (groups, WhenceLegendGroup, i).heading.width);
  return width + HEADING_GAP;
}

static double
get_entry_width (const WhenceLegendEntry *entry)
{
  return entry->sample_width + WHENCE_LEGEND_SAMPLE_GAP + entry->label.width;
}

/* Returns the right end of the last line. */
static double
place_entries (WhenceLegendGroup *group, double left, double width, double *y)
{
  double x = left;
  for (guint i = 0; i < group->entries->len; i++)
    {
      WhenceLegendEntry *entry = &g_array_index (group->entries, WhenceLegendEntry, i);
      double wide = get_entry_width (entry);
      if (x > left && x + wide > width)
        {
          x = left;
          *y += ROW;
        }
      entry->x = x;
      entry->y = *y;
      x += wide + ENTRY_GAP;
    }
  return x - ENTRY_GAP;
}

/* Of the group in one line, without its heading. */
static double
get_line_width (const WhenceLegendGroup *group)
{
  double width = -ENTRY_GAP;
  for (guint i = 0; i < group->entries->len; i++)
    width += get_entry_width (&g_array_index (group->entries, WhenceLegendEntry, i)) + ENTRY_GAP;
  return width;
}

/* Headings in a column of their own; a short group stands in the line of the one before it, where that has
 * room. */
static void
place_beside (WhenceLegend *legend, double width)
{
  double left = get_heading_width (legend->groups), y = 0, end = width;
  for (guint i = 0; i < legend->groups->len; i++)
    {
      WhenceLegendGroup *group = &g_array_index (legend->groups, WhenceLegendGroup, i);
      double x = end + GROUP_SPACE, entries = x + group->heading.width + HEADING_GAP;
      if (entries + get_line_width (group) > width)
        {
          x = 0;
          entries = left;
          y += i > 0 ? ROW + GROUP_GAP : 0;
        }
      group->x = x;
      group->y = y;
      end = place_entries (group, entries, width, &y);
      if (y > group->y)
        end = width;
    }
  legend->height = y + ROW;
}

static void
place_below (WhenceLegend *legend, double width)
{
  double y = 0;
  for (guint i = 0; i < legend->groups->len; i++)
    {
      WhenceLegendGroup *group = &g_array_index (legend->groups, WhenceLegendGroup, i);
      group->y = y;
      y += ROW;
      place_entries (group, 0, width, &y);
      y += ROW + GROUP_GAP;
    }
  legend->height = y - GROUP_GAP;
}

static void
place (WhenceLegend *legend, double width)
{
  if (legend->groups->len == 0)
    return;
  if (width >= HEADINGS_BESIDE)
    place_beside (legend, width);
  else
    place_below (legend, width);
}

WhenceLegend *
whence_legend_new_of (const WhenceLegendUse *use, double width, const WhenceMeasure *measure)
{
  WhenceLegend *legend = g_new0 (WhenceLegend, 1);

  legend->groups = g_array_new (FALSE, FALSE, sizeof (WhenceLegendGroup));
  g_array_set_clear_func (legend->groups, whence_legend_group_clear);
  whence_legend_fill (legend, use, measure, width);
  place (legend, width);
  return legend;
}

WhenceLegend *
whence_legend_new (const WhenceTimelineScene *timeline, const WhenceAmountsScene *amounts,
                   const WhenceGraphScene *graph, double width, const WhenceMeasure *measure)
{
  WhenceLegend *legend;
  WhenceLegendUse use;

  whence_legend_use_init (&use, timeline, amounts, graph);
  legend = whence_legend_new_of (&use, width, measure);
  whence_legend_use_clear (&use);
  return legend;
}

void
whence_legend_free (WhenceLegend *legend)
{
  g_array_unref (legend->groups);
  g_free (legend);
}

double
whence_legend_get_height (const WhenceLegend *legend)
{
  return legend->height;
}

/* --- Ink --- */

static void
paint_group (const WhenceLegendGroup *group, const WhenceStyle *style, WhencePen *pen, double x, double y)
{
  const WhenceColor none = { 0 };
  double inset = (ROW - whence_font_get_metrics (WHENCE_FONT_SMALL)->line_height) / 2;
  whence_pen_text_block (pen, &group->heading, x + group->x, y + group->y + inset, WHENCE_ALIGN_START,
                         style->text_muted, none);
  for (guint i = 0; i < group->entries->len; i++)
    {
      const WhenceLegendEntry *entry = &g_array_index (group->entries, WhenceLegendEntry, i);
      WhenceSample sample = entry->sample;
      sample.number = &entry->number;
      whence_sample_paint (&sample, style, pen, x + entry->x,
                           y + entry->y + (ROW - WHENCE_SAMPLE_HEIGHT) / 2);
      whence_pen_text_block (pen, &entry->label,
                             x + entry->x + entry->sample_width + WHENCE_LEGEND_SAMPLE_GAP,
                             y + entry->y + inset, WHENCE_ALIGN_START, style->text, none);
    }
}

void
whence_legend_paint (const WhenceLegend *legend, const WhenceStyle *style, WhencePen *pen, double x, double y)
{
  WhenceGroup name = { .css_class = "legend", .title = C_ ("legend", "Legend") };
  whence_pen_push_group (pen, &name);
  for (guint i = 0; i < legend->groups->len; i++)
    paint_group (&g_array_index (legend->groups, WhenceLegendGroup, i), style, pen, x, y);
  whence_pen_pop_group (pen);
}
