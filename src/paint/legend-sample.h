/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signs in a legend, drawn by the painters that draw them in the picture. */
#pragma once

#include "model/bundle.h"
#include "paint/legend-use.h"
#include "paint/pen.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_SAMPLE_CATEGORY,    /* value: WhenceCategory */
  WHENCE_SAMPLE_FACT_TYPE,   /* type: WhenceFactType */
  WHENCE_SAMPLE_ENTITY_TYPE, /* type: WhenceEntityType */
  WHENCE_SAMPLE_DATE_LOOK,   /* value: WhenceDateLook */
  WHENCE_SAMPLE_SUPPORT,     /* value: WhenceSupport */
  WHENCE_SAMPLE_TENTATIVE,
  WHENCE_SAMPLE_NEGATED,
  WHENCE_SAMPLE_CLUSTER,
  WHENCE_SAMPLE_BARS,
  WHENCE_SAMPLE_AS_OF,
  WHENCE_SAMPLE_BAND,
  WHENCE_SAMPLE_FACT_NODE,
  WHENCE_SAMPLE_CLASS, /* value: the class, WHENCE_NONE for the rest */
  WHENCE_SAMPLE_SIZE,
  WHENCE_SAMPLE_WEIGHT,
  WHENCE_SAMPLE_JOINED,
  WHENCE_SAMPLE_POSSIBLE,
  WHENCE_SAMPLE_PERHAPS,
  WHENCE_SAMPLE_FAINT,
  WHENCE_SAMPLE_AMOUNT, /* value: WhenceAmountSign */
  WHENCE_SAMPLE_CHANGE, /* value: WhenceChange */
  WHENCE_SAMPLE_OPEN_CHANGE,
} WhenceSampleKind;

/* What both views show is sampled as both show it. */
typedef struct
{
  WhenceSampleKind kind;
  guint value;
  gconstpointer type;
  const WhenceTextBlock *number; /* of a class, perhaps without lines; NULL for others */
  gboolean on_timeline, on_dots, on_stretches, on_graph; /* on_dots, on_stretches: of a support */
  gboolean plain; /* the lines of ties without source are plain: there are no others */
  gboolean
    as_line; /* facts have no signs of what they are about: their types are told by lines of a colour */
  gboolean by_class; /* entities have the colour of a class: the sign of their type is neutral */
} WhenceSample;

#define WHENCE_SAMPLE_HEIGHT 14.0

/* px */
double whence_sample_get_width (const WhenceSample *sample);
/* With its top left at (x, y). */
void whence_sample_paint (const WhenceSample *sample, const WhenceStyle *style, WhencePen *pen, double x,
                          double y);

G_END_DECLS
