/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the map of the graph and its picture share. */
#pragma once

#include "widgets/graph-canvas-private.h"
#include "widgets/graph-map.h"

G_BEGIN_DECLS

#define WHENCE_GRAPH_MAP_WIDTH 168 /* px, with what surrounds the picture */
#define WHENCE_GRAPH_MAP_HEIGHT 124

struct _WhenceGraphMap
{
  GtkWidget parent_instance;
  WhenceGraphCanvas *canvas; /* not owned: it lives beside this */
  GdkTexture *texture;
  const WhenceStyle *style;       /* of the texture */
  WhenceArrangement *arrangement; /* of the texture */
  guint32 n_nodes, n_edges;       /* of the texture */
  WhenceRect extent;              /* of all nodes */
  WhencePoint grip;               /* from the pointer to the middle of the view */
  guint source;                   /* an update is due */
};

/* A position of the arrangement in px of the map. */
WhencePoint whence_graph_map_to_px (const WhenceGraphMap *self, WhencePoint p);
/* Where a node of the scene of @canvas stands in its arrangement. */
WhencePoint whence_graph_map_position_of (const WhenceGraphCanvas *canvas, guint32 node);

/* graph-map-picture.c */

/* Paints the texture anew, @factor px of the display a px. */
void whence_graph_map_renew_picture (WhenceGraphMap *self, int factor);

G_END_DECLS
