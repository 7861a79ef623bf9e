/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plays through time and pauses, with a menu of speeds; it is the clock of the document's play. */
#pragma once

#include <adwaita.h>

#include "document/document-play.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_PLAY_BUTTON (whence_play_button_get_type ())
G_DECLARE_FINAL_TYPE (WhencePlayButton, whence_play_button, WHENCE, PLAY_BUTTON, AdwBin)

void whence_play_button_set_document (WhencePlayButton *self, WhenceDocument *document);

/* How wide it is where it is shown, px. */
int whence_play_button_get_room (WhencePlayButton *self);

/* Plays, or pauses. */
void whence_play_button_toggle (WhencePlayButton *self);

G_END_DECLS
