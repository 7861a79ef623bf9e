/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track as geometry: valuations and payments over time, below the lanes of a timeline and at its
 * very x. One strip with an axis of its own for each currency; nothing is compared across. A valuation is a
 * step until the next one of the same entity; a payment stands on a stem. Widths say how precise dates are,
 * as on the timeline. Built from immutable input off the main thread; O(n log n) in the amounts. Labels
 * overlap neither one another nor a sign; signs that would cover each other are counted. */
#pragma once

#include <gio/gio.h>

#include "layout/timeline-scene.h"
#include "layout/value-axis.h"

G_BEGIN_DECLS

/* px */
#define WHENCE_AMOUNTS_LEAST_HEIGHT 90.0
#define WHENCE_AMOUNTS_USUAL_HEIGHT 136.0
#define WHENCE_AMOUNTS_HEAD 22.0

typedef struct
{
  WhenceScope *scope;
  WhenceTimeView view; /* that of the timeline */
  double width, height;
  WhenceGrouping grouping; /* of the timeline: it decides where time begins */
  const guint32 *entities; /* whose amounts; none: all amounts */
  guint n_entities;
  WhenceValueScale scale;
  const char *currency; /* this one alone; NULL: all that there is room for */
  double head_reserved; /* px at the right of the head that something else takes */
  WhenceMeasure measure;
} WhenceAmountsRequest;

typedef struct _WhenceAmountsScene WhenceAmountsScene;

/* NULL only when cancelled. Transfer full. */
WhenceAmountsScene *whence_amounts_scene_new (const WhenceAmountsRequest *request, GCancellable *cancellable);
void whence_amounts_scene_free (WhenceAmountsScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceAmountsScene, whence_amounts_scene_free)

/* How high a track of so many currencies should be, px. */
double whence_amounts_natural_height (guint n_currencies);

/* The fact under the point, or WHENCE_NONE; with a group of several there, its facts. */
guint32 whence_amounts_scene_pick (const WhenceAmountsScene *scene, double x, double y);
const guint32 *whence_amounts_scene_pick_group (const WhenceAmountsScene *scene, double x, double y,
                                                guint *n_facts);
/* Where the fact's sign (or the group that holds it) is; FALSE when it is not in this scene. */
gboolean whence_amounts_scene_find (const WhenceAmountsScene *scene, guint32 fact, WhenceRect *bounds);
/* Fills @facts with those that have a sign or are in a group, strip by strip from left to right, at most
 * @max, and returns how many. */
guint whence_amounts_scene_list (const WhenceAmountsScene *scene, guint32 *facts, guint max);
/* The fact that an arrow key leads to: left and right in time, up and down in value. */
guint32 whence_amounts_scene_step (const WhenceAmountsScene *scene, guint32 fact, int dx, int dy);

/* Why amounts are no signs here. Each is counted once, in the first that is true of it. */
typedef struct
{
  guint n_others;     /* of nobody who is shown */
  guint n_currencies; /* in currencies that are not shown */
  guint n_placeless;  /* zero or less, on a logarithmic axis */
  guint n_undated;    /* without a date, and without room for a line */
  guint n_off_range;  /* before or after the view */
  /* These are shown, but … */
  guint n_grouped;    /* within a counted group */
  guint n_unlabelled; /* signs without room for their label */
} WhenceAmountsOmitted;

/* What of this a reader should know, in sentences; NULL when nothing. Transfer full. */
char *whence_amounts_scene_describe_omitted (const WhenceAmountsScene *scene);

G_END_DECLS
