/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is lit: laid over a scene at paint time, never baked in, so that hovering and selecting rebuild
 * nothing. */
#pragma once

#include "layout/timeline-scene.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_LIT_SELECTED = 1 << 0,
  WHENCE_LIT_RELATED = 1 << 1, /* touched by the selection in the other view */
  WHENCE_LIT_HOVERED = 1 << 2,
  WHENCE_LIT_FOCUSED = 1 << 3, /* keyboard focus: a ring */
  WHENCE_LIT_FOUND = 1 << 4,   /* a hit of the search */
  WHENCE_LIT_NEW = 1 << 5,     /* has begun or ended just now, while time is played */
} WhenceLit;

/* A byte (WhenceLit) for each fact and each entity of the bundle; NULL: nothing is lit. When @dim_others is
 * set, what has no bit is drawn with the style's dimmed opacity. */
typedef struct
{
  const guint8 *facts;
  const guint8 *entities;
  gboolean dim_others;
  guint32 one_fact;          /* the only one that is selected, counted from 1; 0: there is none */
  gint64 span_from, span_to; /* the span of time that is selected; equal: none */
  WhenceSpot hover, focus;   /* of what is neither: a group or a lane of the timeline */
  guint serial;              /* another one when the bytes may differ; who counts them need not count again */
} WhenceHighlight;

static inline guint
whence_highlight_spot (const WhenceHighlight *highlight, WhenceSpot spot)
{
  guint lit = 0;
  if (highlight == NULL || spot.kind == WHENCE_SPOT_NONE)
    return 0;
  if (highlight->hover.kind == spot.kind && highlight->hover.index == spot.index)
    lit |= WHENCE_LIT_HOVERED;
  if (highlight->focus.kind == spot.kind && highlight->focus.index == spot.index)
    lit |= WHENCE_LIT_FOCUSED;
  return lit;
}

static inline guint
whence_highlight_fact (const WhenceHighlight *highlight, guint32 fact)
{
  return highlight != NULL && highlight->facts != NULL ? highlight->facts[fact] : 0;
}

static inline guint
whence_highlight_entity (const WhenceHighlight *highlight, guint32 entity)
{
  return highlight != NULL && highlight->entities != NULL ? highlight->entities[entity] : 0;
}

G_END_DECLS
