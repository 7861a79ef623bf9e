/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory for arrays of very many things. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @n times @size bytes, at least one of them, not cleared; of large pages where the system has some and the
 * array is worth it, so that it is not got, and given back, in thousands of small ones. To be freed with
 * g_free(). */
gpointer whence_large_array_alloc (gsize n, gsize size);
#define whence_large_array_new(Type, n) ((Type *) whence_large_array_alloc (n, sizeof (Type)))

G_END_DECLS
