/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One task over a long array, by two threads. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does what is to be done to items @first … @end - 1 of an array; may write only to what is theirs. @part
 * counts the parts from 0, in the order of the items. */
typedef void (*WhencePartsFunc) (guint32 first, guint32 end, guint part, gpointer data);

/* At most so many parts. */
#define WHENCE_MOST_PARTS 16

/* Calls @func for parts that together are 0 … @n - 1, each of at least @least items, and waits for all. Which
 * parts there are depends on @n and @least only, which thread does which is left to chance. Where no thread
 * can be had, the calling one does it all. Returns the number of parts. About 50 µs where there are several.
 */
guint whence_in_parts (guint32 n, guint32 least, WhencePartsFunc func, gpointer data);

G_END_DECLS
