/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many of the facts that a bar of a histogram counts are lit. A bar has no marks that could be lit one by
 * one; without this a selection in a large story would be nowhere to be seen. */
#pragma once

#include "layout/timeline-scene-private.h"
#include "paint/highlight.h"

G_BEGIN_DECLS

typedef struct _WhenceLitBars WhenceLitBars;

typedef struct
{
  guint n_lit;   /* selected, or touched by what is */
  guint n_found; /* by the search */
} WhenceLitBar;

/* Counts once, for as long as scene and highlight are the same; NULL when nothing in a bar is lit. O(facts),
 * and O(facts in view) where something is lit. Transfer full. */
WhenceLitBars *whence_lit_bars_new (const WhenceTimelineScene *scene, const WhenceHighlight *highlight);
void whence_lit_bars_free (WhenceLitBars *bars);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceLitBars, whence_lit_bars_free)

/* Of a bar of that scene, or of a frame on the way to it; @bars may be NULL. O(log bars). */
WhenceLitBar whence_lit_bars_get (const WhenceLitBars *bars, const WhenceTimelineItem *bar);

G_END_DECLS
