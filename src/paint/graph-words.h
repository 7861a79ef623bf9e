/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a graph says about itself in words, beside its legend and below the window's picture. */
#pragma once

#include "layout/graph-scene.h"

G_BEGIN_DECLS

/* What it means where somebody stands, as a sentence; NULL where it means who is tied to whom. Transfer full.
 */
char *whence_graph_describe_places (const WhenceGraphScene *scene);

/* What the size and the colour of nodes say where there is no legend; NULL: what they always do. Transfer
 * full. */
char *whence_graph_describe_look (const WhenceGraphScene *scene);

G_END_DECLS
