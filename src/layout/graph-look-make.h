/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader may choose the size and the colour of nodes to say. */
#pragma once

#include "layout/graph-look.h"
#include "layout/measures.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_NODE_SIZE_DEGREE,
  WHENCE_NODE_SIZE_AMOUNT, /* of all facts that it takes part in, in the currency of most of them */
  WHENCE_NODE_SIZE_BETWEENNESS,
  WHENCE_NODE_SIZE_PAGERANK,
  WHENCE_NODE_SIZE_NONE,
} WhenceNodeSize;

typedef enum
{
  WHENCE_NODE_COLOR_TYPE,
  WHENCE_NODE_COLOR_COMMUNITY,
  WHENCE_NODE_COLOR_COMPONENT,
} WhenceNodeColor;

/* Whether these two need the graph to be measured. */
gboolean whence_graph_look_needs_measures (WhenceNodeSize size, WhenceNodeColor color);

/* The look for what @scope shows; @measures are of the same scope, or NULL where they are not needed. NULL:
 * the look without any settings. O(facts). Transfer full. */
WhenceGraphLook *whence_graph_look_make (const WhenceScope *scope, const WhenceMeasures *measures,
                                         WhenceNodeSize size, WhenceNodeColor color);

/* Measures first, where that is needed; for workers. FALSE only when cancelled. */
gboolean whence_graph_look_measure (const WhenceScope *scope, WhenceNodeSize size, WhenceNodeColor color,
                                    WhenceGraphLook **look, GCancellable *cancellable);

G_END_DECLS
