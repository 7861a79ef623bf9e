/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the values of a facet whose names have the letters that are sought, in a worker where there are many.
 */
#pragma once

#include <gio/gio.h>

#include "model/filter.h"

G_BEGIN_DECLS

/* Of @ranks (guint32, shared, not to be changed) the first @most that have @sought, which is folded; in
 * @n_found how many have it in all. NULL: cancelled. Linear in the ranks, unless nothing is sought. Transfer
 * full. */
GArray *whence_facet_find (WhenceBundle *bundle, WhenceFacet facet, const GArray *ranks, const char *sought,
                           guint most, GCancellable *cancellable, guint *n_found);

/* The same. @callback is called with @source, which is kept alive. */
void whence_facet_find_async (WhenceBundle *bundle, WhenceFacet facet, GArray *ranks, const char *sought,
                              guint most, gpointer source, GCancellable *cancellable,
                              GAsyncReadyCallback callback);
GArray *whence_facet_find_finish (GAsyncResult *result, guint *n_found);

G_END_DECLS
