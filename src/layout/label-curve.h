/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places along an edge where its words may stand. */
#pragma once

#include "layout/label-place.h"

G_BEGIN_DECLS

/* Words for edge @index that has none, from its wording @first_wording on, where they cost less than @limit.
 * FALSE if there is no room. */
gboolean whence_label_place_edge (WhenceLabelPlaces *places, guint32 index, guint first_wording,
                                  double limit);

G_END_DECLS
