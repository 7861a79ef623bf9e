/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorts by whole numbers in linear time, which comparing cannot. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ascending by the gint64 that each of the @n records of @size bytes begins with; equal ones stay in their
 * order. @beside: room for as many, aligned alike. Returns where they are in order, which is @records or
 * @beside; the content of the other one is lost. O(n). */
gpointer whence_radix_sort (gpointer records, gpointer beside, guint n, gsize size);

G_END_DECLS
