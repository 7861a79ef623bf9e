/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Framing in time: the window of time that shows what is asked for, for every view that has time on it. */
#pragma once

#include "document/document.h"

G_BEGIN_DECLS

/* The given instants of a date, added to *@from … *@to. */
void whence_time_frame_add (const WhenceDate *date, gint64 *from, gint64 *to);

/* What of time facts, and all facts of entities, take up; FALSE where none has a date. */
gboolean whence_time_frame_find (WhenceDocument *document, const WhenceRef *refs, guint n_refs, gint64 *from,
                                 gint64 *to);

/* The same for facts, and for all facts of entities. */
gboolean whence_time_frame_refs (WhenceDocument *document, const WhenceRef *refs, guint n_refs);

G_END_DECLS
