/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The organic layout of a plain graph whose nodes have a size: near in the graph is near in the picture, and
 * no two nodes overlap. Independent of bundles. All steps use only +, -, ×, ÷ and square root in a fixed
 * order, so that the same input gives the same bits on every machine. */
#pragma once

#include <gio/gio.h>

#include "layout/geometry.h"
#include "layout/net.h"
#include "model/progress.h"

G_BEGIN_DECLS

/* A picture cannot be true to everything: what it is truest to. */
typedef enum
{
  WHENCE_FAITH_BALANCED,
  WHENCE_FAITH_DISTANCES,  /* global: as far apart in the picture as in the graph */
  WHENCE_FAITH_NEIGHBOURS, /* local: who stands near is a neighbour */
} WhenceFaith;

/* What is known of an edge beyond its ends. */
typedef struct
{
  double length; /* how much longer than others it should be, for its label: 1 … 2 */
  double margin; /* px that parallel lines take on either side */
} WhenceOrganicEdge;

/* What the layout works on. @boxes are relative to the node's position and hold the shape and its name;
 * @edges go with the targets of @net, and may be NULL; @fixed nodes stay where they are, and may be NULL. */
typedef struct
{
  const WhenceNet *net;
  const WhenceRect *boxes;
  const WhenceOrganicEdge *edges;
  const guint8 *fixed;
  double aspect; /* width : height of the room there is */
  guint32 seed;
  WhenceFaith faith;
  guint n_threads;             /* 0: as many as pay. The result is the same for any number */
  WhenceProgressFunc progress; /* or NULL */
  gpointer progress_data;
} WhenceOrganic;

/* Fills @positions, n entries; those of fixed nodes are input. FALSE only when cancelled. */
gboolean whence_organic_layout (const WhenceOrganic *organic, WhencePoint *positions,
                                GCancellable *cancellable);

G_END_DECLS
