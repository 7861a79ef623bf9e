/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels are set in two steps: the strings and their widths once a fact, then the lines once a width that is
 * tried. The box holds all lines; whatever did not fit was shortened by the text module and is marked so. */
#include "layout/timeline-label.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/readings.h"

#define LEAST 140.0       /* px: narrower than that is no place for a label */
#define WRAPPED_PART 0.62 /* of its width on one line that a text needs on two: seldom are both full */
#define PART_GAP 6.0      /* px between title, figures and remark */
#define LEAST_TITLE 48.0

static double
measure_text (const char *text, WhenceFont font, const WhenceMeasure *measure)
{
  return text == NULL ? 0 : measure->func (text, strlen (text), font, measure->user_data);
}

static char *
join_parts (char *first, char *second)
{
  if (first == NULL || second == NULL)
    return first != NULL ? first : second;
  /* Translators: two short facts beside a mark, such as “$14.3 B · 49 %” or “May 2024 · planned”. */
  char *joined = g_strdup_printf (C_ ("beside a mark", "%s · %s"), first, second);
  g_free (first);
  g_free (second);
  return joined;
}

static char *
figures_to_text (const WhenceFact *fact)
{
  char *amount = fact->has_amount ? whence_amount_to_text (&fact->amount, WHENCE_AMOUNT_TEXT_SHORT) : NULL;
  char *share = fact->has_share ? whence_share_to_text_short (fact->share) : NULL;
  return join_parts (amount, share);
}

static const char *
status_to_text (WhenceStatus status)
{
  static const char *const words[] = {
    [WHENCE_STATUS_REPORTED] = NULL,
    [WHENCE_STATUS_CONFIRMED] = NULL,
    [WHENCE_STATUS_PLANNED] = NC_ ("status beside a mark", "planned"),
    [WHENCE_STATUS_ALLEGED] = NC_ ("status beside a mark", "alleged"),
    [WHENCE_STATUS_SPECULATED] = NC_ ("status beside a mark", "speculated"),
    [WHENCE_STATUS_DENIED] = NC_ ("status beside a mark", "denied"),
  };
  return words[status] == NULL ? NULL : g_dpgettext2 (GETTEXT_PACKAGE, "status beside a mark", words[status]);
}

void
whence_label_text_measure (WhenceLabelText *text, const WhenceMeasure *measure)
{
  WhenceTextBlock whole;
  whence_text_block_init (&whole, text->title, WHENCE_FONT_LABEL, G_MAXDOUBLE, 1, measure);
  text->title_width = whole.width;
  whence_text_block_clear (&whole);
  text->figures_width = measure_text (text->figures, WHENCE_FONT_STRONG, measure);
  text->remark_width = measure_text (text->remark, WHENCE_FONT_SMALL, measure);
}

void
whence_label_text_init (WhenceLabelText *text, const WhenceBundle *bundle, guint32 fact, const char *date,
                        const WhenceMeasure *measure)
{
  WhenceFact record;
  whence_bundle_get_fact (bundle, fact, &record);
  text->title = whence_bundle_describe_fact (bundle, fact);
  text->figures = figures_to_text (&record);
  text->remark = join_parts (g_strdup (date), g_strdup (status_to_text (record.status)));

  whence_label_text_measure (text, measure);
  text->whole_width = text->title_width + (text->figures != NULL ? PART_GAP + text->figures_width : 0)
                      + (text->remark != NULL ? PART_GAP + text->remark_width : 0);
}

void
whence_label_text_clear (WhenceLabelText *text)
{
  g_free (text->title);
  g_free (text->figures);
  g_free (text->remark);
}

double
whence_label_text_get_least (const WhenceLabelText *text)
{
  return CLAMP (text->whole_width * WRAPPED_PART, LEAST, WHENCE_LABEL_WRAPPED);
}

/* Whole or not at all: half of a figure is another figure. Returns the room that is left. */
static double
init_part (WhenceTextBlock *block, const char *text, double width, WhenceFont font, double room,
           const WhenceMeasure *measure)
{
  *block = (WhenceTextBlock){ .font = font };
  if (text == NULL || width > room)
    return room;
  whence_text_block_init (block, text, font, room, 1, measure);
  return room - width - PART_GAP;
}

static double
last_line_width (const WhenceTextBlock *block)
{
  /* A last line that begins at the right leaves no room at its end. */
  return block->n_lines == 0 ? 0 : block->rtl ? block->width : block->lines[block->n_lines - 1].width;
}

static double
least_title (const WhenceLabelText *text)
{
  return MIN (LEAST_TITLE, text->title_width);
}

/* Sets the title; TRUE if the other parts follow on its last line, FALSE if they take a line of their own. */
static gboolean
set_title (WhenceLabel *label, const WhenceLabelText *text, double room, double parts, guint max_lines,
           const WhenceMeasure *measure)
{
  gboolean one_line = max_lines == 1 || text->title_width + parts <= room;
  whence_text_block_init (&label->title, text->title, WHENCE_FONT_LABEL,
                          one_line ? MAX (room - parts, least_title (text)) : room, one_line ? 1 : max_lines,
                          measure);
  return one_line || parts == 0 || last_line_width (&label->title) + parts <= room;
}

/* Figures and remark, in this order, after the title or below it; returns where they end. */
static double
place_parts (WhenceLabel *label, gboolean beside)
{
  double line = whence_font_get_metrics (WHENCE_FONT_LABEL)->line_height;
  double strong = whence_font_get_metrics (WHENCE_FONT_STRONG)->ascent;
  double small = whence_font_get_metrics (WHENCE_FONT_SMALL)->ascent;
  double x = beside ? last_line_width (&label->title) + PART_GAP : 0;
  double top = beside ? MAX (0, label->title.height - line) : label->title.height;
  if (label->figures.n_lines > 0)
    {
      label->figures_at = (WhencePoint){ x, top };
      x += label->figures.width + PART_GAP;
    }
  if (label->remark.n_lines > 0)
    {
      label->remark_at = (WhencePoint){ x, top + strong - small };
      x += label->remark.width + PART_GAP;
    }
  return x - PART_GAP;
}

void
whence_label_init (WhenceLabel *label, const WhenceLabelText *text, double max_width, guint max_lines,
                   const WhenceMeasure *measure)
{
  /* Measures of parts and of their sum may differ in the last bit. */
  double room = max_width + 0.01;
  *label = (WhenceLabel){ 0 };
  /* Where there may be a second line, it is theirs. */
  double left = max_lines > 1 ? room : room - least_title (text) - PART_GAP;
  left = init_part (&label->figures, text->figures, text->figures_width, WHENCE_FONT_STRONG, left, measure);
  init_part (&label->remark, text->remark, text->remark_width, WHENCE_FONT_SMALL, left, measure);

  double parts = (label->figures.n_lines > 0 ? PART_GAP + label->figures.width : 0)
                 + (label->remark.n_lines > 0 ? PART_GAP + label->remark.width : 0);
  gboolean beside = set_title (label, text, room, parts, max_lines, measure);
  double end = place_parts (label, beside);
  double line = whence_font_get_metrics (WHENCE_FONT_LABEL)->line_height;
  label->width = parts > 0 ? MAX (label->title.width, end) : label->title.width;
  label->height = MAX (line, label->title.height) + (beside ? 0 : line);
  label->shortened = label->title.shortened || (text->figures != NULL && label->figures.n_lines == 0)
                     || (text->remark != NULL && label->remark.n_lines == 0);
}

void
whence_label_clear (WhenceLabel *label)
{
  whence_text_block_clear (&label->title);
  whence_text_block_clear (&label->figures);
  whence_text_block_clear (&label->remark);
}

char *
whence_label_describe (const WhenceScope *scope, guint32 fact)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  WhenceFact record;
  whence_bundle_get_fact (bundle, fact, &record);
  char *text = whence_bundle_describe_fact (bundle, fact);
  if (record.dated.text != NULL)
    text = join_parts (text, whence_date_to_text (record.dated.text, WHENCE_DATE_TEXT_LONG));
  if (record.has_amount)
    text = join_parts (text, whence_amount_to_text (&record.amount, WHENCE_AMOUNT_TEXT_LONG));
  if (record.has_share)
    text = join_parts (text, whence_share_to_text (record.share));
  text = join_parts (text, g_strdup (status_to_text (record.status)));
  g_autofree char *dates =
    whence_readings_describe (bundle, fact, WHENCE_ASPECT_DATE, whence_scope_get_known_by (scope));
  if (dates == NULL)
    return text;
  char *all = g_strdup_printf ("%s\n%s", text, dates);
  g_free (text);
  return all;
}
