/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory for arrays of very many things, which come and go: of large pages where the system has some, and
 * used again instead of given back, so that it is not got in thousands of small pages each time. From any
 * thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @n times @size bytes, at least one of them, not cleared. Ends the program when there is no memory, as
 * g_malloc() does. To be freed with whence_large_array_free(), and with nothing else. */
gpointer whence_large_array_alloc (gsize n, gsize size);
#define whence_large_array_new(Type, n) ((Type *) whence_large_array_alloc (n, sizeof (Type)))

/* One that holds the same as the @n @things do, which may be any memory. */
gpointer whence_large_array_dup (gconstpointer things, gsize n, gsize size);

/* The same as @array, NULL or one of these, with room for @n; what it was is freed. */
gpointer whence_large_array_realloc (gpointer array, gsize n, gsize size);
#define whence_large_array_renew(Type, array, n)                                                             \
  ((Type *) whence_large_array_realloc (array, n, sizeof (Type)))

/* For what is to be freed with g_free() and is large all the same: before it is written to. */
void whence_large_pages_hint (gpointer memory, gsize size);

/* NULL is nothing. */
void whence_large_array_free (gpointer array);

G_END_DECLS
