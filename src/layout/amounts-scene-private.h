/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is inside the scene of an amounts track: read by the painter, written by the passes in amounts-*.c
 * only. */
#pragma once

#include "layout/amounts-scene.h"
#include "layout/timeline-scene-private.h"

G_BEGIN_DECLS

#define WHENCE_AMOUNTS_FOOT 15.0 /* px: the words of time below the strips */
#define WHENCE_AMOUNTS_READINGS 4

typedef enum
{
  WHENCE_AMOUNT_STEP,    /* a valuation: holds until the next one */
  WHENCE_AMOUNT_STEM,    /* a payment: stands on the ground line */
  WHENCE_AMOUNT_GROUP,   /* several that would cover each other, counted */
  WHENCE_AMOUNT_UNDATED, /* a line at its value across all time */
} WhenceAmountLook;

typedef struct
{
  WhenceTimelineItem item; /* the sign as on the timeline: shape, evidence, status, label */
  WhenceAmountLook look;
  double y;                                 /* px: of the value */
  double ground;                            /* px: where its stem stands */
  double low, high;                         /* px: of the limits of a range; equal: there is none */
  gboolean soft;                            /* the limits are those of “about” */
  double middle;                            /* px: where stem, limits and bracket are */
  double readings[WHENCE_AMOUNTS_READINGS]; /* px: the values that other sources give */
  guint n_readings;
  WhenceTextBlock count; /* of a group */
} WhenceAmountMark;

/* The way of one entity's valuations through the view: at y from x0 to x1, then a riser to the next. */
typedef struct
{
  double x0, x1, y;
  gboolean rises;  /* there is a riser at x1 … */
  double rises_to; /* … to here */
  guint32 fact;    /* the valuation that is thought to hold */
  guint whose;     /* the same number for all steps of an entity: from 0 in the order in which they come */
} WhenceAmountStep;

typedef struct
{
  const char *currency; /* the bundle's */
  double top, bottom;   /* px */
  WhenceValueAxis axis;
  guint first_mark, n_marks, first_step, n_steps;
  WhenceTextBlock name; /* where there is more than one strip */
  WhencePoint name_at;
} WhenceAmountStrip;

struct _WhenceAmountsScene
{
  WhenceScope *scope;
  WhenceTimeView view;
  double width, height;
  double gutter, left, right; /* as on the timeline */
  double top, bottom;         /* px: between them are the strips */
  WhenceValueScale scale;
  WhenceAxis axis;

  WhenceTextBlock head, message;
  WhencePoint head_at, message_at;

  WhenceAmountStrip *strips;
  guint n_strips;
  WhenceAmountMark *marks; /* those of a strip in succession, from left to right */
  guint n_marks;
  WhenceAmountStep *steps;
  guint n_steps;
  guint32 *grouped; /* facts of all groups, those of one in succession */
  guint32 *mark_of; /* for each fact of the bundle: its mark or WHENCE_NONE */

  WhenceAmountsOmitted omitted;
};

/* One amount on its way into a strip. */
typedef struct
{
  guint32 fact;
  gboolean valuation;
  gint64 from, to; /* extent of the date */
  WhenceMarkShape shape;
  double middle, y; /* px */
  guint group;      /* out: equal for those that are one sign; counts from 0 in the order of the array */
} WhenceAmountCandidate;

typedef struct
{
  WhenceAmountsScene *scene;
  const WhenceAmountsRequest *request;
  const WhenceBundle *bundle;
  GArray *marks, *steps, *grouped; /* as in the scene */
  GArray *owners;                  /* guint32: entities that have steps */
} WhenceAmountsBuilder;

/* --- Strips (amounts-strips.c) ------------------------------------------------------------------ */

/* Adds those of @facts that are in the currency of @strip, whose place is set; with the currency's name where
 * there are several strips. */
void whence_amounts_build_strip (WhenceAmountsBuilder *builder, WhenceAmountStrip *strip, const GArray *facts,
                                 gboolean named);

/* --- Signs (amounts-signs.c) -------------------------------------------------------------------- */

WhenceAmountMark whence_amounts_make_sign (const WhenceAmountsBuilder *builder,
                                           const WhenceAmountStrip *strip, const WhenceAmountCandidate *c);
/* One sign for @n amounts, whose facts are added to the builder's groups. */
WhenceAmountMark whence_amounts_make_group (WhenceAmountsBuilder *builder, const WhenceAmountCandidate *first,
                                            guint n);
/* For a fact without a date: its place on its line is set together with its label. */
WhenceAmountMark whence_amounts_make_undated (const WhenceAmountsBuilder *builder,
                                              const WhenceAmountStrip *strip, guint32 fact);

/* --- Steps (amounts-steps.c) -------------------------------------------------------------------- */

/* The steps of the valuations among @facts (with a place on @axis), whether in view or not, appended to
 * those of @builder. At most one a pixel and entity. O(n log n). */
void whence_amounts_add_steps (WhenceAmountsBuilder *builder, const WhenceValueAxis *axis,
                               const GArray *facts);

/* Whether the fact says what somebody is worth, rather than who pays whom. */
gboolean whence_amount_is_valuation (const WhenceFact *fact);

/* --- Groups (amounts-groups.c) ------------------------------------------------------------------ */

/* Sorts @candidates and groups those that would cover each other, ever more coarsely until there are about
 * @budget signs. Stretches of time are bound to the calendar, so that groups do not crawl when the view
 * moves. Returns the number of signs. O(n log n). */
guint whence_amounts_group (GArray *candidates, guint budget, double seconds_per_px);

/* --- Labels (amounts-labels.c) ------------------------------------------------------------------ */

/* Sets the labels of the marks of @strip where they overlap neither a label nor a sign; counts those that
 * find no room, and drops the words of the axis that a sign covers. */
void whence_amounts_place_labels (WhenceAmountsScene *scene, WhenceAmountStrip *strip,
                                  const WhenceMeasure *measure);
/* Where the words of a tick stand. */
WhenceRect whence_amounts_tick_box (const WhenceAmountsScene *scene, const WhenceValueTick *tick);

/* --- Words (amounts-words.c) -------------------------------------------------------------------- */

/* Whose amounts they are: “Amounts · Scale AI, Meta and 2 more”. Transfer full. */
char *whence_amounts_head_to_text (const WhenceAmountsRequest *request, const WhenceMeasure *measure,
                                   double room);
/* Strings for the label of a mark: who, how much, and what else. Clear with whence_label_text_clear(). */
void whence_amounts_label_text_init (WhenceLabelText *text, const WhenceAmountsScene *scene,
                                     const WhenceAmountMark *mark, const WhenceMeasure *measure);

G_END_DECLS
