/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a play is: a state that time drives, apart from the document that shows it. */
#pragma once

#include "document/document-play.h"
#include "layout/moments.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceMoments *moments; /* NULL: not known yet */
  GCancellable *finding;  /* not NULL while a worker finds them */
  gboolean playing, stepwise;
  gboolean is_remembered; /* as a step of the way back */
  WhencePlaySpeed speed;

  WhencePeriod span, date; /* what is played through, and where it is */
  double progress;         /* 0 … 1 */
  double rest;             /* seconds at this step; at the end, since it was reached */

  GArray *lit;         /* guint32: facts that began or ended not long ago, in their order … */
  GArray *lit_for;     /* double: … and for how many seconds */
  WhenceNews news;     /* fact WHENCE_NONE: nothing */
  double told_for;     /* seconds */
  WhenceNews upcoming; /* what has begun or ended since, and is told next */
  guint weight;        /* of the fact in it */
} WhencePlay;

void whence_play_init (WhencePlay *play);
void whence_play_clear (WhencePlay *play);

/* What is heard and seen of it is over. TRUE: there was something. */
gboolean whence_play_hush (WhencePlay *play);
/* From @date (NULL: none) through @span; moments are there. */
void whence_play_start (WhencePlay *play, WhencePeriod span, const WhencePeriod *date);

typedef enum
{
  WHENCE_PLAY_MOVED = 1 << 0, /* the date is another one */
  WHENCE_PLAY_LIT = 1 << 1,   /* other facts are lit */
  WHENCE_PLAY_TOLD = 1 << 2,  /* there are other news */
  WHENCE_PLAY_ENDED = 1 << 3, /* the end was reached, and what was told there heard */
} WhencePlayChange;

/* So much time has passed. Returns what has changed. */
WhencePlayChange whence_play_advance (WhencePlay *play, double seconds);

G_END_DECLS
