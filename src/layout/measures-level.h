/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graph of one level of a search for communities: its nodes stand for several of the level below. */
#pragma once

#include "layout/net.h"

G_BEGIN_DECLS

/* Weights count ties; @strength is what all ends of ties at a node weigh, those within it included. */
typedef struct
{
  guint32 n;
  guint32 *first, *target;
  double *weight, *strength;
  double total; /* of all strengths */
} WhenceLevel;

/* The level of the net itself. Transfer full. */
WhenceLevel *whence_level_new (const WhenceNet *net);
/* The level in which all nodes of a part, 0 … @n_parts - 1, are one. Transfer full. */
WhenceLevel *whence_level_fold (const WhenceLevel *fine, const guint32 *part, guint32 n_parts);
void whence_level_free (WhenceLevel *level);

G_END_DECLS
