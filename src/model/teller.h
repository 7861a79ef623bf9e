/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the titles of very many marks say: each word is looked up in the catalogue once. For one thread. */
#pragma once

#include "model/bundle.h"

G_BEGIN_DECLS

typedef struct _WhenceTeller WhenceTeller;

/* @bundle must outlive it. Transfer full. */
WhenceTeller *whence_teller_new (const WhenceBundle *bundle);
void whence_teller_free (WhenceTeller *teller);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceTeller, whence_teller_free)

/* What whence_bundle_describe_fact() does. Transfer none; until the next call. */
const char *whence_teller_describe_fact (WhenceTeller *teller, guint32 fact);
/* The name, the type and how many facts it takes part in. Transfer none; until the next call. */
const char *whence_teller_describe_entity (WhenceTeller *teller, guint32 entity, guint n_facts);

G_END_DECLS
