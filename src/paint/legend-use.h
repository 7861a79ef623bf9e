/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which encodings a picture uses, so that its legend explains exactly those. */
#pragma once

#include "layout/amounts-scene.h"
#include "layout/graph-scene.h"
#include "layout/timeline-scene.h"

G_BEGIN_DECLS

/* The looks that a date takes on the timeline, one bit each. */
typedef enum
{
  WHENCE_DATE_LOOK_POINT,
  WHENCE_DATE_LOOK_WITHIN,
  WHENCE_DATE_LOOK_THROUGHOUT,
  WHENCE_DATE_LOOK_SEVERAL,
  WHENCE_DATE_LOOK_GOES_ON,
  WHENCE_DATE_LOOK_NO_BEGINNING,
  WHENCE_DATE_LOOK_ABOUT,
  WHENCE_DATE_LOOK_END_UNKNOWN,
  WHENCE_DATE_LOOK_START_UNKNOWN,
  WHENCE_DATE_LOOK_UNCERTAIN,
  WHENCE_DATE_LOOK_INFERRED,
  WHENCE_DATE_LOOK_DISPUTED,
  WHENCE_N_DATE_LOOKS,
} WhenceDateLook;

/* Bits by WhenceCategory, WhenceDateLook, WhenceSupport and WhenceStatus. */
typedef struct
{
  guint categories, date_looks, supports, statuses;
  GPtrArray *own_types;    /* WhenceFactType that bring a colour of their own */
  GPtrArray *entity_types; /* WhenceEntityType */
  guint amounts;           /* bits by WhenceAmountSign */
  gboolean on_timeline;    /* there are signs of the timeline to explain */
  gboolean clusters;       /* facts are counted on pills … */
  gboolean bars;           /* … or by bars … */
  gboolean scales;         /* … in more than one lane */
  gboolean bands;          /* some stand behind the lanes */
  gboolean on_graph;
  gboolean signs; /* some fact has the sign of what it is about: else its colour alone tells */
  guint dot_supports, stretch_supports; /* of the timeline: of points, and of stretches of time */
  gboolean as_of;                       /* its date is in the timeline's view */
  const WhenceGraphLook *look;          /* of the graph, or NULL */
  guint classes;                        /* bits by class of entities; the last one for the rest */
  guint changes;                        /* bits by WhenceChange */
  gboolean compared;                    /* two dates are */
  gboolean open;                        /* of some changes the dates leave open whether they are so */
  gboolean negated, fact_nodes, sizes, weights, joined, possible, faint;
  gboolean perhaps;     /* some may not have been known yet */
  gboolean unsourced;   /* no tie of the graph has a source: its lines are plain */
  const char *currency; /* in which weights compare, where there are amounts in others too; else NULL */
} WhenceLegendUse;

/* Either scene may be NULL. Linear in what they show. */
void whence_legend_use_init (WhenceLegendUse *use, const WhenceTimelineScene *timeline,
                             const WhenceAmountsScene *amounts, const WhenceGraphScene *graph);
void whence_legend_use_clear (WhenceLegendUse *use);

G_END_DECLS
