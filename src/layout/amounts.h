/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which facts have amounts, and whose they are: what the amounts track can show. */
#pragma once

#include <gio/gio.h>

#include "layout/scope.h"

G_BEGIN_DECLS

/* So many entities are shown when nobody chose any. */
#define WHENCE_AMOUNTS_USUAL 5

/* Whether any fact that is shown has an amount. Linear in the facts. */
gboolean whence_amounts_exist (const WhenceScope *scope);

/* The entities that take part in facts with amounts, those with most of them first; among equals the one with
 * the greatest amount in the currency that is used most, then in the order of the file. NULL when
 * cancelled. Transfer full. O(facts + entities log entities). */
guint32 *whence_amounts_rank_entities (const WhenceScope *scope, guint *n_entities,
                                       GCancellable *cancellable);

/* The currencies of the facts with amounts in which one of @entities takes part (of all facts, when there are
 * none), the most frequent first, then by name. NULL-terminated; the strings are the bundle's. Transfer
 * container. */
const char **whence_amounts_rank_currencies (const WhenceScope *scope, const guint32 *entities,
                                             guint n_entities);

/* The facts that are shown, have an amount and in which one of @entities takes part, in the order of the
 * file. Transfer full. */
GArray *whence_amounts_of (const WhenceScope *scope, const guint32 *entities, guint n_entities);

G_END_DECLS
