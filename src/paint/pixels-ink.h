/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pixel under one ink: OVER in integers, rounded like pixman's. */
#pragma once

#include "paint/pixels.h"

G_BEGIN_DECLS

/* Of a colour without its opacity. */
typedef struct
{
  guint32 red_blue, alpha_green;
} WhenceInk;

static inline guint32
whence_ink_byte_of (double channel)
{
  return (guint32) (CLAMP (channel, 0, 1) * 255 + 0.5);
}

static inline WhenceInk
whence_ink_of (WhenceColor color)
{
  return (WhenceInk){ whence_ink_byte_of (color.r) << 16 | whence_ink_byte_of (color.b),
                      0xFFu << 16 | whence_ink_byte_of (color.g) };
}

/* @share of 256. */
static inline void
whence_ink_blend (guint32 *pixel, WhenceInk ink, guint32 share)
{
  guint32 rest = 256 - share, p = *pixel;
  guint32 red_blue = ((p & 0xFF00FF) * rest + ink.red_blue * share + 0x800080) >> 8 & 0xFF00FF;
  guint32 alpha_green = ((p >> 8 & 0xFF00FF) * rest + ink.alpha_green * share + 0x800080) & 0xFF00FF00;

  *pixel = red_blue | alpha_green;
}

G_END_DECLS
