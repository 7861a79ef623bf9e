/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shape of a fact on the timeline, from its date alone: what is known of its start and end becomes width.
 * A date is a bracket as wide as it is imprecise; a stretch between two dates has a body where it certainly
 * held, and brackets where it may have begun or ended; what is too narrow for brackets is a dot. Each side is
 * soft, dashed, open or unknown on its own. */
#pragma once

#include "layout/timeline-scene.h"

G_BEGIN_DECLS

/* How a side of the mark ends. */
typedef enum
{
  WHENCE_END_CAP,     /* here */
  WHENCE_END_SOFT,    /* about here: fades out */
  WHENCE_END_OPEN,    /* goes on: an arrow that fades */
  WHENCE_END_UNKNOWN, /* there is an end, nobody wrote where: dots */
  WHENCE_END_CUT,     /* beyond the edge of the view */
} WhenceEnd;

/* Clipped to the view; px. [x0, x1) covers all of it; [body0, body1) is where it certainly held, empty if
 * nowhere. */
typedef struct
{
  double x0, x1;
  double body0, body1;
  double tail0,
    tail1; /* how much of x0 … x1 on each side is the tail of an end that is soft, open or unknown */
  guint8 end0, end1; /* WhenceEnd */
  guint8 dot;        /* too narrow for anything else: drawn at the middle of x0 … x1 between the tails */
  guint8 dashed0, dashed1; /* uncertain there */
  guint8 several; /* not throughout, but on dates of which body0 and body1 end the first and begin the last */
} WhenceMarkShape;

#define WHENCE_DOT 9.0          /* diameter, px */
#define WHENCE_BRACKET 6.0      /* the narrowest, px */
#define WHENCE_MARK_HEIGHT 11.0 /* of brackets, px */
#define WHENCE_BODY_HEIGHT 7.0

/* FALSE when nothing of it lies in the view from @left to @right px, or there is no date. An open end runs on
 * to @today. */
gboolean whence_mark_shape_init (WhenceMarkShape *shape, const WhenceDate *date, WhenceTimeView view,
                                 double left, double right, gint64 today);

/* The instants between which the date says anything, for fitting a view; an open or unknown side is left as
 * the other one. FALSE where both are open or unknown, or there is no date. */
gboolean whence_mark_extent (const WhenceDate *date, gint64 *from, gint64 *to);

/* The instants between which the mark lies, whatever the view: an open start is the beginning of time, an
 * open end is @today. FALSE where whence_mark_extent() is. */
gboolean whence_mark_reach (const WhenceDate *date, gint64 today, gint64 *from, gint64 *to);

G_END_DECLS
