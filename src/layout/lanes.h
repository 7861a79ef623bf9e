/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packs spans into rows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x0, x1;
  double at; /* where its mark stands: a label before the mark begins at x0 already */
} WhenceSpan;

/* Gives each of the @n spans a row from 0, so that two in a row are at least @gap px apart. Goes through them
 * in the order of their marks (of equals, in the order given), so that rows follow time and not the length of
 * labels, and takes the first row that is free from there on. When all marks stand at x0 the number of rows
 * is the least possible. Returns it. O(n log n). */
guint whence_lanes_pack (const WhenceSpan *spans, guint n, double gap, guint *rows);

G_END_DECLS
