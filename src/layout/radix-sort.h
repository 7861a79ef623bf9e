/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorts by whole numbers in linear time, which comparing cannot. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 key;
  guint32 value;
} WhenceKeyed;

/* Ascending by key; equal keys stay in their order. O(n). @beside: room for as many, whose content is lost.
 */
void whence_radix_sort (WhenceKeyed *keyed, WhenceKeyed *beside, guint n);

G_END_DECLS
