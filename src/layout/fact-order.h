/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts one after another in time, whether or not they have a mark of their own anywhere. */
#pragma once

#include "layout/scope.h"

G_BEGIN_DECLS

/* The dated fact of the scope after @fact (@direction > 0) or before it, by where its date begins, then by
 * index; with WHENCE_NONE the first, or the last. WHENCE_NONE: there is none. Linear in the facts. */
guint32 whence_fact_next (WhenceScope *scope, guint32 fact, int direction);

/* The first one that begins at @instant or later (@direction > 0), or the last one that begins before it. */
guint32 whence_fact_next_to (WhenceScope *scope, gint64 instant, int direction);

G_END_DECLS
