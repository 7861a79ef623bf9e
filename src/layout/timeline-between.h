/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A timeline on its way: a frame is a pure function of two scenes, where the view looks, and how far it has
 * come. */
#pragma once

#include "layout/timeline-scene.h"

G_BEGIN_DECLS

/* @to as it looks from @view, with its marks @progress (0 … 1) of the way from where @from has the same
 * facts; what only one of them shows fades. @from may be NULL, and is passed over when it is of another
 * bundle. For painting only: nothing can be picked in it. Linear in what the two scenes show. Transfer full.
 */
WhenceTimelineScene *whence_timeline_scene_between (WhenceTimelineScene *from, WhenceTimelineScene *to,
                                                    WhenceTimeView view, double progress,
                                                    const WhenceMeasure *measure);

G_END_DECLS
