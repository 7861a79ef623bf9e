/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track with its button: the canvas, and over the end of its head a menu that says whose amounts
 * it shows and how. */
#pragma once

#include "widgets/amounts-canvas.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_AMOUNTS_TRACK (whence_amounts_track_get_type ())
G_DECLARE_FINAL_TYPE (WhenceAmountsTrack, whence_amounts_track, WHENCE, AMOUNTS_TRACK, GtkWidget)

void whence_amounts_track_set_document (WhenceAmountsTrack *self, WhenceDocument *document);
WhenceAmountsCanvas *whence_amounts_track_get_canvas (WhenceAmountsTrack *self); /* transfer none */
/* Opens the menu. */
void whence_amounts_track_choose (WhenceAmountsTrack *self);

G_END_DECLS
