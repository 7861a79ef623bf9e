/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks of lines. A line is found by galloping and then halving over the ends of words, or over all cluster
 * boundaries where words or lines are long, so that a name of a hundred thousand letters costs as
 * many measures as one of a hundred, and each of a text about as long as the line. The invariant of the
 * search: what it returns was measured and fits. */
#include "layout/text.h"

#include <string.h>

#include "layout/text-breaks.h"

#define ELLIPSIS "\xE2\x80\xA6"
/* More marks than this on one letter no script writes; they would run into the lines above and below. */
#define MAX_MARKS 5
/* Texts up to here are measured whole before anything else: most labels fit. */
#define SHORT_TEXT 160
/* Clusters up to which a line is looked for word by word: no measure is much longer than the line. */
#define SHORT_LINE 120

/* The ascent is that of Inter within the line, rounded so that baselines fall on whole pixels. */
static const WhenceFontMetrics font_metrics[WHENCE_N_FONTS] = {
  [WHENCE_FONT_TITLE] = { 20, 600, 26, 20 },   [WHENCE_FONT_HEADING] = { 13, 600, 18, 14 },
  [WHENCE_FONT_LABEL] = { 12, 400, 16, 12 },   [WHENCE_FONT_STRONG] = { 12, 600, 16, 12 },
  [WHENCE_FONT_SMALL] = { 10.5, 400, 14, 11 }, [WHENCE_FONT_AXIS] = { 11, 400, 14, 11 },
};

const WhenceFontMetrics *
whence_font_get_metrics (WhenceFont font)
{
  return &font_metrics[font];
}

static double
measure_plain (const char *text, gsize length, WhenceFont font, gpointer user_data)
{
  double halves = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    halves += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return halves * font_metrics[font].size / 2;
}

const WhenceMeasure whence_measure_plain = { measure_plain, NULL };

static gboolean
is_dropped (gunichar c)
{
  return (c < 0x20) || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2061 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB)
         || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0x3164 || c == 0x115F;
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = c < 0x300 ? G_UNICODE_CONTROL : g_unichar_type (c);
  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

char *
whence_text_clean (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));
  gboolean blank = FALSE;
  guint n_marks = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_blank (c))
        {
          blank = TRUE;
          continue;
        }
      n_marks = is_mark (c) ? n_marks + 1 : 0;
      if (is_dropped (c) || n_marks > MAX_MARKS)
        continue;
      if (blank && clean->len > 0)
        g_string_append_c (clean, ' ');
      blank = FALSE;
      g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

typedef struct
{
  const char *text; /* cleaned */
  gsize length;
  const WhenceTextCut *cuts;
  guint n_cuts;
  guint *words; /* those of the cuts at which a line may end; the last one is among them */
  guint n_words;
  WhenceFont font;
  const WhenceMeasure *measure;
  double max_width;
  GString *scratch; /* a line with its ellipsis */
} Breaker;

static gsize
trim_end (const char *text, gsize start, gsize end)
{
  while (end > start && text[end - 1] == ' ')
    end--;
  return end;
}

/* Before an ellipsis a comma or a dash looks like a mistake. */
static gsize
trim_end_before_ellipsis (const char *text, gsize start, gsize end)
{
  while (end > start && strchr (" ,;:-/(.", text[end - 1]) != NULL)
    end--;
  return end;
}

/* The width of the line from @start up to the cut @cut. */
static double
measure_line (const Breaker *b, gsize start, guint cut, gboolean ellipsis)
{
  gsize end = b->cuts[cut].offset;
  if (!ellipsis)
    return b->measure->func (b->text + start, trim_end (b->text, start, end) - start, b->font,
                             b->measure->user_data);

  end = trim_end_before_ellipsis (b->text, start, end);
  g_string_truncate (b->scratch, 0);
  g_string_append_len (b->scratch, b->text + start, (gssize) (end - start));
  g_string_append (b->scratch, ELLIPSIS);
  return b->measure->func (b->scratch->str, b->scratch->len, b->font, b->measure->user_data);
}

static gboolean
fits (const Breaker *b, gsize start, guint cut, gboolean ellipsis)
{
  return measure_line (b, start, cut, ellipsis) <= b->max_width;
}

/* Where a line from @start may be cut: cuts[@first] and the ones after it, by number, or those that @cuts
 * lists. */
typedef struct
{
  const guint *cuts; /* NULL: all */
  guint n, first;
  guint step; /* how far to gallop to begin with */
} Places;

static guint
get_cut (const Places *places, guint place)
{
  return places->cuts != NULL ? places->cuts[place] : place;
}

/* The furthest of @places up to which the text from @start fits, or G_MAXUINT when not even the first does.
 */
static guint
find_last_fitting (const Breaker *b, gsize start, const Places *places, gboolean ellipsis)
{
  guint step = places->step, low = G_MAXUINT, high = places->first;

  while (high < places->n && fits (b, start, get_cut (places, high), ellipsis))
    {
      low = high;
      high = MIN (high + step, places->n - 1);
      if (high == low)
        return low;
      step *= 2;
    }
  while (low != G_MAXUINT && high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      if (fits (b, start, get_cut (places, middle), ellipsis))
        low = middle;
      else
        high = middle;
    }
  return low;
}

static Places
get_clusters (const Breaker *b, guint first)
{
  return (Places){ NULL, b->n_cuts, first, 8 };
}

static void
append_line (WhenceTextBlock *block, char *text, double width)
{
  block->lines = g_renew (WhenceTextLine, block->lines, block->n_lines + 1);
  block->lines[block->n_lines++] = (WhenceTextLine){ text, width };
  block->width = MAX (block->width, width);
}

static void
append_ellipsis_line (WhenceTextBlock *block, const Breaker *b, gsize start, guint first)
{
  Places clusters = get_clusters (b, first);
  guint cut = find_last_fitting (b, start, &clusters, TRUE);
  double width;
  if (cut == G_MAXUINT)
    {
      g_string_assign (b->scratch, ELLIPSIS);
      width = b->measure->func (ELLIPSIS, strlen (ELLIPSIS), b->font, b->measure->user_data);
    }
  else
    width = measure_line (b, start, cut, TRUE);
  append_line (block, g_strdup (b->scratch->str), width);
  block->shortened = TRUE;
}

/* The cut at which the line from @start ends: where a reader expects it, if such a place fits, else inside
 * the word, else after a single cluster, however wide. @word: the first of the words at or after @first. */
static guint
choose_cut (const Breaker *b, gsize start, guint first, guint word)
{
  Places clusters = get_clusters (b, first), words = { b->words, word, word, 1 };
  guint last;

  while (words.n < b->n_words && b->words[words.n] - first < SHORT_LINE)
    words.n++;
  last = find_last_fitting (b, start, &words, FALSE);
  if (last != G_MAXUINT && (last + 1 < words.n || words.n == b->n_words))
    return b->words[last];
  last = find_last_fitting (b, start, &clusters, FALSE);
  if (last == G_MAXUINT)
    return first;
  for (guint cut = last + 1; cut-- > first;)
    if (b->cuts[cut].line)
      return cut;
  return last;
}

/* Whether the cluster that ends at @cut (not the first) is a space and nothing else. */
static gboolean
is_space (const Breaker *b, guint cut)
{
  return b->text[b->cuts[cut - 1].offset] == ' ' && b->cuts[cut].offset == b->cuts[cut - 1].offset + 1;
}

static void
break_lines (WhenceTextBlock *block, const Breaker *b, guint max_lines)
{
  gsize start = 0;
  guint first = 0, word = 0;
  while (first < b->n_cuts)
    {
      while (b->words[word] < first)
        word++;
      guint cut = choose_cut (b, start, first, word);
      while (cut + 1 < b->n_cuts && is_space (b, cut + 1))
        cut++;
      gboolean rest = cut + 1 < b->n_cuts;
      if (rest && block->n_lines + 1 >= max_lines)
        {
          append_ellipsis_line (block, b, start, first);
          return;
        }
      gsize end = trim_end (b->text, start, b->cuts[cut].offset);
      append_line (block, g_strndup (b->text + start, end - start), measure_line (b, start, cut, FALSE));
      start = b->cuts[cut].offset;
      first = cut + 1;
    }
}

void
whence_text_block_init (WhenceTextBlock *block, const char *text, WhenceFont font, double max_width,
                        guint max_lines, const WhenceMeasure *measure)
{
  g_autofree char *clean = text != NULL ? whence_text_clean (text) : g_strdup ("");
  gsize length = strlen (clean);

  *block = (WhenceTextBlock){ .font = font, .rtl = whence_text_is_rtl (clean) };
  if (length == 0 || max_lines == 0)
    {
      block->shortened = length > 0;
      return;
    }

  double width = length <= SHORT_TEXT ? measure->func (clean, length, font, measure->user_data) : G_MAXDOUBLE;
  if (width <= max_width)
    append_line (block, g_steal_pointer (&clean), width);
  else
    {
      g_autoptr (GArray) cuts = whence_text_find_cuts (clean, length);
      g_autoptr (GString) scratch = g_string_new (NULL);
      g_autofree guint *words = g_new (guint, cuts->len);
      Breaker breaker = { .text = clean,
                          .length = length,
                          .cuts = (const WhenceTextCut *) cuts->data,
                          .n_cuts = cuts->len,
                          .words = words,
                          .font = font,
                          .measure = measure,
                          .max_width = max_width,
                          .scratch = scratch };
      for (guint i = 0; i < cuts->len; i++)
        if (breaker.cuts[i].line)
          words[breaker.n_words++] = i;
      break_lines (block, &breaker, max_lines);
    }
  block->height = block->n_lines * font_metrics[font].line_height;
}

void
whence_text_block_clear (WhenceTextBlock *block)
{
  for (guint i = 0; i < block->n_lines; i++)
    g_free (block->lines[i].text);
  g_clear_pointer (&block->lines, g_free);
  block->n_lines = 0;
}

char *
whence_text_join_change (const char *before, const char *after)
{
  g_autofree char *both = g_strconcat (before, " ", after, NULL);

  return g_strjoin (whence_text_is_rtl (both) ? "\302\240\342\206\220 " : "\302\240\342\206\222 ", before,
                    after, NULL);
}
