/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts the values of a facet in a worker, which sees an immutable filter and scope and nothing else. */
#pragma once

#include <gio/gio.h>

#include "layout/scope.h"
#include "model/filter.h"

G_BEGIN_DECLS

/* Of the bundle of @scope, what was known at its date. @callback is called with @source, which is kept alive.
 */
void whence_facet_count_async (WhenceFilter *filter, WhenceScope *scope, WhenceFacet facet, gpointer source,
                               GCancellable *cancellable, GAsyncReadyCallback callback);
/* As whence_filter_count(); NULL when cancelled. Transfer full. */
guint *whence_facet_count_finish (GAsyncResult *result, guint *n_values);

G_END_DECLS
