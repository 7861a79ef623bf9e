/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the backs of the pen read of a path. */
#pragma once

#include "paint/pen.h"

G_BEGIN_DECLS

/* With how many numbers each comes is in the comment. */
typedef enum
{
  WHENCE_PATH_MOVE,   /* x, y */
  WHENCE_PATH_LINE,   /* x, y */
  WHENCE_PATH_CURVE,  /* x1, y1, x2, y2, x, y */
  WHENCE_PATH_CLOSE,  /* none */
  WHENCE_PATH_RECT,   /* x, y, width, height: a figure of its own */
  WHENCE_PATH_CIRCLE, /* x, y, radius: a figure of its own */
} WhencePathOp;

struct _WhencePath
{
  GByteArray *ops;
  GArray *numbers;
  gboolean broken; /* a number in it is not finite: draw nothing */
};

G_END_DECLS
