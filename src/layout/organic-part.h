/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One component of the graph as a problem of its own, and what is done with it as a whole. */
#pragma once

#include "layout/organic-steps.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 n;
  guint32 *nodes; /* in the whole graph */
  WhenceNet *net;
  WhenceRect *boxes;
  WhenceOrganicEdge *edges;
  WhencePoint *at;
  gboolean to_read; /* laid out for the sake of its names, not as a map */
} WhencePart;

/* @local is room for a number of each node of the graph. */
void whence_part_init (WhencePart *part, const WhenceOrganic *organic, const guint32 *nodes, guint32 n,
                       guint32 *local);
void whence_part_clear (WhencePart *part);

WhenceRect whence_part_bounds_of (const WhencePoint *at, const WhenceRect *boxes, guint32 n);
double whence_part_median_edge (const WhencePart *part);

/* Turns the points about their middle, which becomes 0, 0. */
void whence_part_turn (WhencePoint *at, guint32 n, double aspect);

/* From units, in which neighbours are about one apart, to so many px that most nodes have the room they need;
 * the others are pushed apart. */
gboolean whence_part_spread (WhencePart *part, double aspect, const WhenceWatch *watch);

/* Up to WHENCE_WHOLE_MAX nodes: the best of several maps, or where names want room a picture to read. */
gboolean whence_organic_lay_out_small (WhencePart *part, const WhenceOrganic *organic,
                                       const WhenceWatch *watch);

G_END_DECLS
