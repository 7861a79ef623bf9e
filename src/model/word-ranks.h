/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of words in the order of the language. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The @i-th word; called from two threads at once. Transfer full. */
typedef char *(*WhenceDupWord) (gconstpointer data, guint32 i);

/* The rank of each of @n words in the order of the locale, from 0; words that are equal share one. When
 * cancelled the ranks mean nothing. O(n log n), by two threads where there are many. Transfer full. */
guint64 *whence_rank_words (guint n, WhenceDupWord dup_word, gconstpointer data, GCancellable *cancellable);

G_END_DECLS
