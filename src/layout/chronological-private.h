/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the passes of the layout in time share: the ground that nodes stand on, in squares. */
#pragma once

#include "layout/layouts.h"

G_BEGIN_DECLS

#define WHENCE_GROUND_GAP 8.0      /* units between boxes */
#define WHENCE_GROUND_SQUARE 8.0   /* units */
#define WHENCE_MOST_SIDE_COLUMNS 6 /* of those without a date */

typedef struct
{
  const WhenceOrganic *problem;
  const WhenceWhen *when;
  WhenceTimeView time;
  double width;
  guint32 n_columns, n_rows; /* of squares; the middle row is y = 0 */
  guint8 *taken;
  guint32 *bottom; /* of each column: the first row below all that overflowed, counted from the last row */
  WhencePoint *at;
} WhenceGround;

static inline gboolean
whence_when_is_dated (const WhenceWhen *when)
{
  return when->earliest <= when->latest;
}

/* chronological-ground.c */
void whence_ground_init (WhenceGround *ground, double width);
void whence_ground_clear (WhenceGround *ground);
/* Takes or frees the squares of @node where it stands. */
void whence_ground_mark (WhenceGround *ground, guint32 node, gboolean taken);
/* Puts @node where it is free nearest to @y. */
void whence_ground_put (WhenceGround *ground, guint32 node, double y);
/* The mean height of the neighbours that have a place. */
double whence_ground_height_wanted (const WhenceGround *ground, const guint8 *placed, guint32 node);
/* Of all that have a date. */
WhenceRect whence_ground_extent (const WhenceGround *ground);

/* chronological-aside.c: those without a date */
/* Puts them in columns, the number of which becomes their x. Returns how many columns there are. */
guint32 whence_ground_place_undated (const WhenceGround *ground, WhencePoint *at);
gboolean whence_ground_knows_undated (const WhenceGround *ground, const guint8 *known);
/* Newcomers go below those who are there already. */
void whence_ground_append_undated (const WhenceGround *ground, const guint8 *known, guint32 n_columns,
                                   WhencePoint *at);

G_END_DECLS
