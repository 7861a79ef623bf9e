/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two facts about the same differ in. Linear in those who take part, and in roles, in pairs of them. */
#include "model/changes-private.h"

static gboolean
have_one_unit (const WhenceAmount *a, const WhenceAmount *b)
{
  return g_strcmp0 (a->currency, b->currency) == 0 && g_strcmp0 (a->of, b->of) == 0;
}

const char *
whence_changes_find_role (const WhenceBundle *bundle, guint32 fact, guint32 entity)
{
  WhenceFact record;

  whence_bundle_get_fact (bundle, fact, &record);
  for (guint i = 0; i < record.n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (bundle, fact, i, &participant);
      if (participant.entity == entity)
        return participant.role;
    }
  return NULL;
}

void
whence_changes_find_roles (const WhenceBundle *bundle, guint32 former, guint32 later, const char **before,
                           const char **after)
{
  WhenceFact a, b;

  *before = *after = NULL;
  whence_bundle_get_fact (bundle, former, &a);
  whence_bundle_get_fact (bundle, later, &b);
  for (guint i = 0; i < b.n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (bundle, later, i, &participant);
      *before = whence_changes_find_role (bundle, former, participant.entity);
      *after = participant.role;
      if (*before != NULL && *after != NULL && !g_str_equal (*before, *after))
        return;
    }
  *before = *after = NULL;
  if (a.n_participants + b.n_participants > 0 || a.type->category != WHENCE_CATEGORY_ROLE)
    return;
  *before = a.title;
  *after = b.title;
}

WhenceDifference
whence_changes_find_difference (const WhenceBundle *bundle, guint32 former, guint32 later)
{
  const char *before, *after;
  WhenceAmount p, q;
  WhenceFact a, b;

  whence_bundle_get_fact (bundle, former, &a);
  whence_bundle_get_fact (bundle, later, &b);
  if (a.has_share && b.has_share && whence_decimal_compare (a.share, b.share) != 0)
    return WHENCE_DIFFERENCE_SHARE;
  if (a.has_amount && b.has_amount && have_one_unit (&a.amount, &b.amount)
      && whence_decimal_compare (a.amount.value, b.amount.value) != 0)
    return WHENCE_DIFFERENCE_AMOUNT;
  if (a.n_quantities > 0 && b.n_quantities > 0)
    {
      whence_bundle_get_quantity (bundle, former, 0, &p);
      whence_bundle_get_quantity (bundle, later, 0, &q);
      if (have_one_unit (&p, &q) && whence_decimal_compare (p.value, q.value) != 0)
        return WHENCE_DIFFERENCE_QUANTITY;
    }
  whence_changes_find_roles (bundle, former, later, &before, &after);
  return before != NULL && after != NULL && !g_str_equal (before, after) ? WHENCE_DIFFERENCE_ROLE
                                                                         : WHENCE_DIFFERENCE_NONE;
}
