/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Playing: the date of the ties runs through time by itself, and what begins and ends on the way is told. It
 * has no clock: whoever has one says how much time has passed. Playing on from a pause goes on from the date;
 * from the end, or from outside the window of time, it begins anew. Whatever else changes the date pauses it.
 * One play is one step of the way back.
 *
 * Notified: "playing" when it begins, pauses or ends; "news" when something else is told. */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_PLAY_SLOW,
  WHENCE_PLAY_NORMAL, /* the whole story in 20 s */
  WHENCE_PLAY_FAST,
} WhencePlaySpeed;

/* What has begun or ended last. */
typedef struct
{
  guint32 fact; /* the one that says most: an amount, a tie */
  gboolean ends;
  guint n_more; /* that began or ended with it */
} WhenceNews;

/* Through the window of time that somebody has chosen, or else through all of it. Nothing is played where
 * nothing begins or ends at a known time. */
void whence_document_play (WhenceDocument *document);
void whence_document_pause (WhenceDocument *document);
gboolean whence_document_is_playing (WhenceDocument *document);

WhencePlaySpeed whence_document_get_play_speed (WhenceDocument *document);
void whence_document_set_play_speed (WhenceDocument *document, WhencePlaySpeed speed);
/* For readers who want nothing to move: from one moment at which something changes to the next, with a rest
 * at each. */
void whence_document_set_play_stepwise (WhenceDocument *document, gboolean stepwise);

/* So much time has passed. O(log facts + facts that begin or end). */
void whence_document_advance (WhenceDocument *document, double seconds);

/* NULL: nothing is told. It stays while it is paused. Transfer none. */
const WhenceNews *whence_document_get_news (WhenceDocument *document);

G_END_DECLS
