/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain geometry. Units are CSS pixels (1/96 inch), y grows downwards. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} WhencePoint;

typedef struct
{
  double x, y, width, height;
} WhenceRect;

static inline double
whence_rect_right (WhenceRect r)
{
  return r.x + r.width;
}

static inline double
whence_rect_bottom (WhenceRect r)
{
  return r.y + r.height;
}

static inline gboolean
whence_rect_contains (WhenceRect r, double x, double y)
{
  return x >= r.x && y >= r.y && x < r.x + r.width && y < r.y + r.height;
}

/* TRUE when the insides meet; touching edges do not. */
static inline gboolean
whence_rect_overlaps (WhenceRect a, WhenceRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static inline WhenceRect
whence_rect_union (WhenceRect a, WhenceRect b)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);
  return (WhenceRect){ x, y, MAX (a.x + a.width, b.x + b.width) - x, MAX (a.y + a.height, b.y + b.height) - y };
}

G_END_DECLS
