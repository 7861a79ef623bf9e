/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person has done to the lanes of a timeline: which are collapsed, and which stand first and in which
 * order. Immutable; a change gives a new one. Lanes go by the ids of what they are about, so that the state
 * outlives edits and reloads. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WhenceLaneState WhenceLaneState;

/* Nothing collapsed, nothing moved; wherever a state is asked for, NULL is the same. Transfer full. */
WhenceLaneState *whence_lane_state_new (void);
WhenceLaneState *whence_lane_state_ref (WhenceLaneState *state);
void whence_lane_state_unref (WhenceLaneState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceLaneState, whence_lane_state_unref)

gboolean whence_lane_state_is_collapsed (const WhenceLaneState *state, const char *id);
/* The lanes that stand first, in this order. Transfer none. */
const char *const *whence_lane_state_get_order (const WhenceLaneState *state, guint *n_ids);

/* These lanes collapsed or expanded; the rest as it was. Transfer full. */
WhenceLaneState *whence_lane_state_collapse (const WhenceLaneState *state, const char *const *ids,
                                             guint n_ids, gboolean collapsed);
/* These lanes first, in this order; collapsed are the same. Transfer full. */
WhenceLaneState *whence_lane_state_arrange (const WhenceLaneState *state, const char *const *ids,
                                            guint n_ids);

G_END_DECLS
