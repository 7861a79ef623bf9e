/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scope follows from, apart from the document that holds it: so that a worker can make one while the
 * document goes on. */
#pragma once

#include "layout/scope.h"
#include "model/filter.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceBundle *bundle;
  WhenceFilter *filter;    /* as it is applied, or NULL: it hides nothing */
  WhenceKnownBy *known_by; /* of the bundle; NULL: whatever is in it */
  WhencePeriod as_of, compared[2];
} WhenceOutlook;

void whence_outlook_clear (WhenceOutlook *outlook);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WhenceOutlook, whence_outlook_clear)

/* Linear in the facts. @n_hidden: of what was known, by the filter. Transfer full. */
WhenceScope *whence_outlook_make_scope (const WhenceOutlook *outlook, guint *n_hidden);

G_END_DECLS
