/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words beside a mark: its title, its figures ("$14.3 B · 49 %"), and a remark (a date too fine to be
 * read off the axis; "planned"). Figures are never shortened for the title's sake. */
#pragma once

#include "layout/timeline-scene.h"

G_BEGIN_DECLS

#define WHENCE_LABEL_WRAPPED 300.0 /* px: the widest column for two lines */

typedef struct
{
  char *title, *figures, *remark;                  /* owned; the last two may be NULL */
  double title_width, figures_width, remark_width; /* px, on one line, whole */
  double whole_width;                              /* px, everything on one line */
} WhenceLabelText;

/* Set in lines. Coordinates are relative to the top left corner of the box. */
typedef struct
{
  WhenceTextBlock title, figures, remark;
  WhencePoint figures_at, remark_at;
  double width, height;
  gboolean shortened;
} WhenceLabel;

/* @date is what the remark says of the date, or NULL. */
void whence_label_text_init (WhenceLabelText *text, const WhenceBundle *bundle, guint32 fact,
                             const char *date, const WhenceMeasure *measure);
/* Sets the widths of its three parts. */
void whence_label_text_measure (WhenceLabelText *text, const WhenceMeasure *measure);
void whence_label_text_clear (WhenceLabelText *text);
/* The narrowest column, px, in which the text is still easy to read, on two lines. */
double whence_label_text_get_least (const WhenceLabelText *text);

/* Sets the text in at most @max_lines lines of at most @max_width px. */
void whence_label_init (WhenceLabel *label, const WhenceLabelText *text, double max_width, guint max_lines,
                        const WhenceMeasure *measure);
void whence_label_clear (WhenceLabel *label);

/* "Meta invests in Scale AI, 2025, $14.3 billion, 49 %": the whole of it, for tooltips and readers, and a
 * line for each date where these contradict one another. Transfer full. */
char *whence_label_describe (const WhenceScope *scope, guint32 fact);

G_END_DECLS
