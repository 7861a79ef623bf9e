/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packed records by their number, which must be one that the bundle has. Inlined: whole tables are read
 * through them. */
#pragma once

#include "model/bundle-private.h"

G_BEGIN_DECLS

static inline const PackedSource *
whence_packed_source (const WhenceBundle *bundle, guint32 i)
{
  g_assert (i < bundle->sources.n);
  return WHENCE_TABLE_AT (&bundle->sources, PackedSource, i);
}

static inline const PackedEntity *
whence_packed_entity (const WhenceBundle *bundle, guint32 i)
{
  g_assert (i < bundle->entities.n);
  return WHENCE_TABLE_AT (&bundle->entities, PackedEntity, i);
}

static inline const PackedFact *
whence_packed_fact (const WhenceBundle *bundle, guint32 i)
{
  g_assert (i < bundle->facts.n);
  return WHENCE_TABLE_AT (&bundle->facts, PackedFact, i);
}

static inline const PackedRare *
whence_packed_rare (const WhenceBundle *bundle, guint32 fact)
{
  return WHENCE_TABLE_AT (&bundle->rares, PackedRare, whence_packed_fact (bundle, fact)->rare);
}

static inline guint32
whence_span_nth (Span span, guint i)
{
  g_assert (i < span.n);
  return span.first + i;
}

G_END_DECLS
