/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cost: O(facts) for a bundle, O(facts without a date) for a scope. */
#include "widgets/undated.h"

#include "layout/timeline-marks.h"

struct _WhenceUndated
{
  WhenceBundle *bundle; /* that @facts are of, or NULL */
  GArray *facts;        /* guint32, all of the bundle, shown or not */
};

WhenceUndated *
whence_undated_new (void)
{
  WhenceUndated *self = g_new0 (WhenceUndated, 1);

  self->facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
whence_undated_free (WhenceUndated *self)
{
  g_clear_pointer (&self->bundle, whence_bundle_unref);
  g_array_unref (self->facts);
  g_free (self);
}

/* Once for a bundle: dates of a million facts lie far apart in memory. */
static void
find (WhenceUndated *self, WhenceBundle *bundle)
{
  gint64 from, to;

  if (self->bundle == bundle)
    return;
  g_clear_pointer (&self->bundle, whence_bundle_unref);
  self->bundle = whence_bundle_ref (bundle);
  g_array_set_size (self->facts, 0);
  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle); fact++)
    if (!whence_mark_extent (whence_bundle_get_fact_date (bundle, fact), &from, &to))
      g_array_append_val (self->facts, fact);
}

GArray *
whence_undated_list_shown (WhenceUndated *self, WhenceScope *scope)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint32));

  find (self, whence_scope_get_bundle (scope));
  for (guint i = 0; i < self->facts->len; i++)
    {
      guint32 fact = g_array_index (self->facts, guint32, i);
      if (whence_scope_shows (scope, fact))
        g_array_append_val (shown, fact);
    }
  return shown;
}
