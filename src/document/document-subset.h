/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the document knows about the graph alone: which part of it is shown, and the paths that somebody looks
 * at. Neither changes what the timeline and the table of facts show. Entities are given by index. */
#pragma once

#include "document/document.h"
#include "document/graph-focus.h"
#include "layout/graph-paths.h"

G_BEGIN_DECLS

#define WHENCE_MAX_HOPS 20
#define WHENCE_MAX_PATHS 100 /* that are listed */

/* --- The part that is shown: "notify::subset" when it changes ------------------------------------ */

/* NULL: everybody. Transfer none, until the next change. Worked out when it is asked for. */
WhenceGraphSubset *whence_document_get_subset (WhenceDocument *document);
/* Transfer none. */
WhenceGraphFocus *whence_document_get_graph_focus (WhenceDocument *document);
void whence_document_set_graph_focus (WhenceDocument *document, WhenceGraphFocus *focus);

/* Nobody but @entities and who is within @hops of one of them; @n 0: everybody who is not hidden. */
void whence_document_focus_graph (WhenceDocument *document, const guint32 *entities, guint n, guint hops);
/* One hop more or less; the least is none, the most WHENCE_MAX_HOPS. Nothing without a focus. */
void whence_document_change_hops (WhenceDocument *document, int by);
/* Shows the neighbours of @entities. */
void whence_document_expand (WhenceDocument *document, const guint32 *entities, guint n);
/* Hides those neighbours of @entities that have no other neighbour in sight. */
void whence_document_collapse (WhenceDocument *document, const guint32 *entities, guint n);
/* Where one of them is selected, nothing is afterwards; one step of the way back. */
void whence_document_hide (WhenceDocument *document, const guint32 *entities, guint n);
/* Takes back all hiding; a focus stays. */
void whence_document_show_hidden (WhenceDocument *document);

/* --- Paths: "notify::paths" when they, or the one that is looked at, change ---------------------- */

/* Looks for all shortest paths and lights the best one. They follow filters and dates, until they are
 * closed. */
void whence_document_find_paths (WhenceDocument *document, guint32 from, guint32 to);
/* NULL: nobody looks for any. Transfer none, until the next change. */
const WhenceGraphPaths *whence_document_get_paths (WhenceDocument *document);
guint whence_document_get_path (WhenceDocument *document);
void whence_document_set_path (WhenceDocument *document, guint i);
void whence_document_close_paths (WhenceDocument *document);
/* What Escape means: leaves the paths if there are any, else selects nothing, else no span of time. */
void whence_document_leave (WhenceDocument *document);

G_END_DECLS
