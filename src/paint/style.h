/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The look: colours and line widths by theme, one table for screen and print. Text contrast is 4.5:1 or more
 * on its ground, graphics 3:1; the category hues differ in lightness too. */
#pragma once

#include "model/evidence.h"
#include "model/types.h"

G_BEGIN_DECLS

typedef struct
{
  double r, g, b, a; /* 0 … 1, sRGB, not premultiplied */
} WhenceColor;

typedef enum
{
  WHENCE_THEME_LIGHT,
  WHENCE_THEME_DARK,
  WHENCE_THEME_PRINT,
  WHENCE_THEME_CONTRAST_LIGHT,
  WHENCE_THEME_CONTRAST_DARK,
  WHENCE_N_THEMES,
} WhenceTheme;

typedef struct
{
  WhenceColor ground;                        /* behind everything; halos take it too */
  WhenceColor surface;                       /* lane bands, cards */
  WhenceColor text;                          /* 7:1 */
  WhenceColor text_muted;                    /* 4.5:1 */
  WhenceColor grid;                          /* hairlines */
  WhenceColor grid_strong;                   /* the larger unit of the axis */
  WhenceColor edge;                          /* a tie without category */
  WhenceColor accent;                        /* selection; 3:1 on the ground */
  WhenceColor accent_soft;                   /* behind what is selected or hovered */
  WhenceColor disputed;                      /* always together with a sign of its own, never alone */
  WhenceColor category[WHENCE_N_CATEGORIES]; /* strokes and dots: 3:1 on the ground */
  double hairline, stroke, stroke_strong;    /* px */
  double dimmed;                             /* opacity of what is not lit */
} WhenceStyle;

const WhenceStyle *whence_style_get (WhenceTheme theme);

/* Colour of a fact: the bundle's own if it declares one that keeps 3:1 on the ground, else the category's. */
WhenceColor whence_style_fact_color (const WhenceStyle *style, const WhenceFactType *type);

/* TRUE with the colour that the bundle declares for a type of entity, if it keeps 3:1 on the ground. */
gboolean whence_style_entity_color (const WhenceStyle *style, const WhenceEntityType *type,
                                    WhenceColor *color);
/* Colour of a class of entities, such as a community: the category hues in turn; neutral beyond. */
WhenceColor whence_style_class_color (const WhenceStyle *style, guint klass);

WhenceColor whence_color_mix (WhenceColor a, WhenceColor b, double t);
WhenceColor whence_color_with_alpha (WhenceColor color, double alpha);
double whence_color_contrast (WhenceColor a, WhenceColor b); /* WCAG 2.1, 1 … 21 */

G_END_DECLS
