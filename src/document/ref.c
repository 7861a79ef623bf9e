/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * References to facts and entities, and their way from one state of a bundle to another. Constant time. */
#include "document/ref.h"

char *
whence_ref_describe (WhenceRef ref, const WhenceBundle *bundle)
{
  switch (ref.kind)
    {
    case WHENCE_REF_FACT:
      return whence_bundle_describe_fact (bundle, ref.index);
    case WHENCE_REF_ENTITY:
      return g_strdup (whence_bundle_get_entity_name (bundle, ref.index));
    case WHENCE_REF_NONE:
    case WHENCE_REF_GROUP:
    case WHENCE_REF_LANE:
    case WHENCE_REF_EMPTY:
    case WHENCE_REF_SHELF:
    default:
      return NULL;
    }
}

WhenceRef
whence_ref_translate (WhenceRef ref, const WhenceBundle *from, const WhenceBundle *to)
{
  WhenceFact fact;
  WhenceEntity entity;

  switch (ref.kind)
    {
    case WHENCE_REF_FACT:
      whence_bundle_get_fact (from, ref.index, &fact);
      return whence_ref_fact (whence_bundle_find_fact (to, fact.id));
    case WHENCE_REF_ENTITY:
      whence_bundle_get_entity (from, ref.index, &entity);
      return whence_ref_entity (whence_bundle_find_entity (to, entity.id));
    case WHENCE_REF_NONE:
    case WHENCE_REF_GROUP:
    case WHENCE_REF_LANE:
    case WHENCE_REF_EMPTY:
    case WHENCE_REF_SHELF:
    default:
      return WHENCE_REF_NOTHING;
    }
}
