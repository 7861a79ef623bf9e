/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected, hovered and focused in a bundle, and the highlight that follows from it: a selected fact
 * lights its entities, a selected entity its facts and whoever shares them, a selected source what cites it.
 */
#pragma once

#include "document/ref.h"
#include "model/search.h"
#include "paint/highlight.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceBundle *bundle;
  WhenceKnownBy *known_by;   /* what was not known lights nothing else; NULL: whatever is in the bundle */
  GArray *refs;              /* WhenceRef, in the order of selecting; each once; shared, never changed */
  guint n_facts, n_entities; /* of them */
  WhenceRef hover, focus;
  GArray *found;                      /* WhenceHit, or NULL: not searching */
  GArray *span_facts;                 /* guint32, lit while nothing is selected; NULL: no span of time is */
  GArray *path_facts, *path_entities; /* guint32, lit whatever is selected; NULL: nothing */
  GArray *pointed_facts, *pointed_entities; /* the same, and before a path */
  GArray *new_facts;                        /* guint32, that have begun or ended just now; NULL: none */
  guint8 *facts, *entities;
  gboolean stale; /* the arrays do not say yet what the refs say */
  guint serial;   /* counts how often they were filled */
} WhenceSelection;

void whence_selection_init (WhenceSelection *selection, WhenceBundle *bundle);
void whence_selection_clear (WhenceSelection *selection);

/* Goes over to another bundle, known by no date; what is still there (by id) stays selected. Linear in facts
 * and entities. */
/* Another bundle that has the same records. */
void whence_selection_keep_for (WhenceSelection *selection, WhenceBundle *bundle);
void whence_selection_set_bundle (WhenceSelection *selection, WhenceBundle *bundle,
                                  WhenceTranslation *translation);

/* Of the same bundle, or NULL. */
void whence_selection_set_known_by (WhenceSelection *selection, WhenceKnownBy *known_by);

/* Constant for facts and entities once the highlight is there. */
gboolean whence_selection_contains (WhenceSelection *selection, WhenceRef ref);

/* Each says whether something changed. Selecting nothing clears; with @extend, @ref is added, or taken out if
 * it was in. */
gboolean whence_selection_select (WhenceSelection *selection, WhenceRef ref, gboolean extend);
gboolean whence_selection_would_change (const WhenceSelection *selection, WhenceRef ref, gboolean extend);
gboolean whence_selection_hover (WhenceSelection *selection, WhenceRef ref);
gboolean whence_selection_focus (WhenceSelection *selection, WhenceRef ref);

/* Selects just these (WhenceRef); they differ from one another. The array is shared, and changes no more. */
void whence_selection_set (WhenceSelection *selection, GArray *refs);
gboolean whence_selection_holds_just (const WhenceSelection *selection, const WhenceRef *refs, guint n_refs);

/* What a search has found (WhenceHit), or NULL for none; they are lit while nothing is selected. */
void whence_selection_set_found (WhenceSelection *selection, GArray *hits);
/* What touches the span of time that is selected (guint32), or NULL for none. The array is shared. */
void whence_selection_light_span (WhenceSelection *selection, GArray *facts);
/* Lights just these, beside what is selected; the selection lights none of its relatives meanwhile. NULL: as
 * ever. The arrays are shared. */
void whence_selection_light_path (WhenceSelection *selection, GArray *facts, GArray *entities);

/* The same, meanwhile instead of a path. */
void whence_selection_light_pointed (WhenceSelection *selection, GArray *facts, GArray *entities);

/* Lights these, and who takes part in them, beside everything else. The array is shared; NULL: none. To be
 * said again when it has changed. */
void whence_selection_light_new (WhenceSelection *selection, GArray *facts);

/* Valid until the next change. Linear in facts and entities after a change, else constant. */
WhenceHighlight whence_selection_get_highlight (WhenceSelection *selection);

G_END_DECLS
