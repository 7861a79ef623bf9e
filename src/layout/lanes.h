/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packs spans into rows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x0, x1;
} WhenceSpan;

/* Gives each of the @n spans a row from 0, so that two in a row are at least @gap px apart. Goes from left to
 * right (of equals, in the order given) and takes the first row that is free there: the number of rows is the
 * least possible. Returns it. O(n log n). */
guint whence_lanes_pack (const WhenceSpan *spans, guint n, double gap, guint *rows);

G_END_DECLS
