/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line of a tie, for the graph and for its legend. */
#pragma once

#include "layout/scope.h"
#include "model/evidence.h"
#include "paint/pen.h"
#include "paint/style.h"

G_BEGIN_DECLS

/* What decides how a tie looks. */
typedef struct
{
  WhenceColor color;
  double width; /* px */
  WhenceSupport support;
  WhenceActivity activity;
  gboolean tentative; /* planned, alleged, speculated or denied */
} WhenceTieLook;

/* How wide the line comes out, px. */
double whence_tie_look_get_width (const WhenceTieLook *tie);
/* Along @path. */
void whence_tie_look_paint (const WhenceTieLook *tie, const WhenceStyle *style, WhencePen *pen,
                            const WhencePath *path);
/* The sign of what became of a tie between two dates, with its middle at @at: filled where it is certain, a
 * ring where the dates leave it open; nothing for what is unchanged; @path is scratch. */
void whence_graph_paint_change (const WhenceStyle *style, WhencePen *pen, WhencePath *path, WhencePoint at,
                                WhenceChange change, gboolean possible);
/* The colour of a tie that is unchanged between two dates. */
WhenceColor whence_graph_fade_unchanged (const WhenceStyle *style, WhenceColor color);
/* A bar across the line with its middle at @at: what is said not to be so; @path is scratch. */
void whence_graph_paint_negation (const WhenceStyle *style, WhencePen *pen, WhencePath *path, WhencePoint at);
/* The sign that disputed facts have on the timeline too, with its middle at @at; @path is scratch. */
void whence_graph_paint_dispute (const WhenceStyle *style, WhencePen *pen, WhencePath *path, WhencePoint at);

G_END_DECLS
