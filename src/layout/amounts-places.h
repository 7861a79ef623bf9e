/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the words of an amount can stand: not on a sign nor on other words, and if possible not on a line. */
#pragma once

#include "layout/rect-grid.h"
#include "model/bundle.h"

G_BEGIN_DECLS

#define WHENCE_AMOUNTS_LABEL_GAP 5.0 /* px between a sign and its words */

typedef struct
{
  WhenceRect room;       /* words stay within */
  WhenceRectGrid *taken; /* signs and words */
  WhenceRectGrid *lines; /* what should not be crossed */
} WhenceAmountPlaces;

/* Each finds the best place for a box of that size, by its top left corner; FALSE: there is none. */
gboolean whence_amount_places_find_beside (const WhenceAmountPlaces *places, WhenceRect sign, double width,
                                           double height, WhencePoint *at);
/* Anywhere on the line at @y, as far left as possible. */
gboolean whence_amount_places_find_on_line (const WhenceAmountPlaces *places, double y, double width,
                                            double height, WhencePoint *at);

G_END_DECLS
