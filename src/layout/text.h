/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in a scene: fonts by role, a measure function from outside (layout knows no font library), and blocks
 * of lines that are broken and shortened here, once, so that every back end shows the same. */
#pragma once

#include "layout/geometry.h"

G_BEGIN_DECLS

/* One font family, few roles. Size, weight and line height of each are in one table in text.c. */
typedef enum
{
  WHENCE_FONT_TITLE,   /* 20 px, semibold: the title of a picture */
  WHENCE_FONT_HEADING, /* 13 px, semibold: lane headers, legend heads */
  WHENCE_FONT_LABEL,   /* 12 px: marks */
  WHENCE_FONT_STRONG,  /* 12 px, semibold: amounts, names of nodes that matter */
  WHENCE_FONT_SMALL,   /* 10.5 px: secondary lines, edge labels, sources */
  WHENCE_FONT_AXIS,    /* 11 px, tabular figures */
  WHENCE_N_FONTS,
} WhenceFont;

typedef struct
{
  double size;        /* px */
  int weight;         /* 400 or 600 */
  double line_height; /* px, baseline to baseline */
  double ascent;      /* px, from the top of the line box to the baseline */
} WhenceFontMetrics;

const WhenceFontMetrics *whence_font_get_metrics (WhenceFont font);

/* "30 % → 49 %": what was before, and what is now; the arrow points the way that the words are read, since
 * nothing turns it. Transfer full. */
char *whence_text_join_change (const char *before, const char *after);

/* Advance width in px of @length bytes of @text, one line, no wrapping. Must be deterministic and usable from
 * the thread that calls it. */
typedef double (*WhenceMeasureFunc) (const char *text, gsize length, WhenceFont font, gpointer user_data);

typedef struct
{
  WhenceMeasureFunc func;
  gpointer user_data;
} WhenceMeasure;

/* A measure for tests: half the font size for each code point, a full size for wide (CJK, emoji) ones. */
extern const WhenceMeasure whence_measure_plain;

/* @text without control characters, bidi embeddings and overrides, soft hyphens and what XML cannot hold;
 * white space runs become one space, marks piled higher than any script writes them are cut. Transfer full.
 */
char *whence_text_clean (const char *text);

typedef struct
{
  char *text;   /* owned, UTF-8, one line, ellipsis included; control characters and bidi overrides removed */
  double width; /* px, as measured */
} WhenceTextLine;

/* Lines of text in a box. The box's top left is not part of it. */
typedef struct
{
  WhenceTextLine *lines;
  guint n_lines;
  WhenceFont font;
  double width, height; /* of the box around all lines */
  gboolean shortened;   /* something was left out: show the whole text in a tooltip */
  gboolean rtl;         /* the base direction of the text is right to left */
} WhenceTextBlock;

/* Breaks @text into at most @max_lines lines of at most @max_width px, the last one ended by "…" if it does
 * not fit. Breaks at spaces, after hyphens and slashes, between ideographs; inside a word only when the word
 * alone is too wide; never inside a grapheme cluster. A line is wider than @max_width only when a single
 * cluster or the ellipsis alone is. Of a text without anything visible, no line. O(log n) measures a line.
 * Free with whence_text_block_clear(). */
void whence_text_block_init (WhenceTextBlock *block, const char *text, WhenceFont font, double max_width,
                             guint max_lines, const WhenceMeasure *measure);
void whence_text_block_clear (WhenceTextBlock *block);

G_END_DECLS
