/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader chose to see of the graph: a neighbourhood, what was opened beyond it, what was hidden.
 * Immutable, so that the way back can keep it; each change makes another one. */
#pragma once

#include "layout/graph-subset.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount ref_count;
  GArray *centres; /* guint32, in the order of choosing; empty: everybody */
  guint hops;
  GArray *revealed, *hidden; /* guint32, ascending, each once; nobody is in both */
} WhenceGraphFocus;

/* Everybody. Transfer full, as of all below. */
WhenceGraphFocus *whence_graph_focus_new (void);
WhenceGraphFocus *whence_graph_focus_ref (WhenceGraphFocus *focus);
void whence_graph_focus_unref (WhenceGraphFocus *focus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceGraphFocus, whence_graph_focus_unref)

gboolean whence_graph_focus_equal (const WhenceGraphFocus *a, const WhenceGraphFocus *b);
gboolean whence_graph_focus_is_everything (const WhenceGraphFocus *focus);
/* Points into @focus. */
WhenceGraphChoice whence_graph_focus_get_choice (const WhenceGraphFocus *focus);

/* A neighbourhood, and nothing of what was opened beyond the one before; @n 0: none. What is hidden stays so,
 * but for the centres. */
WhenceGraphFocus *whence_graph_focus_around (const WhenceGraphFocus *focus, const guint32 *entities, guint n,
                                             guint hops);
WhenceGraphFocus *whence_graph_focus_with_hops (const WhenceGraphFocus *focus, guint hops);
WhenceGraphFocus *whence_graph_focus_reveal (const WhenceGraphFocus *focus, const guint32 *entities, guint n);
WhenceGraphFocus *whence_graph_focus_hide (const WhenceGraphFocus *focus, const guint32 *entities, guint n);
WhenceGraphFocus *whence_graph_focus_hide_nothing (const WhenceGraphFocus *focus);

/* The same entities in another bundle, by id, as far as they are there. */
WhenceGraphFocus *whence_graph_focus_translate (const WhenceGraphFocus *focus, const WhenceBundle *from,
                                                const WhenceBundle *to);

G_END_DECLS
