/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walking from fact to fact meets every dated fact of the scope once, in order of time, there and back. */
#include "layout/fact-order.h"
#include "random-bundle.h"

static void
test_walk (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (7, 300);
  guint n_facts = whence_bundle_get_n_facts (bundle), n_dated = 0, n_met = 0;
  g_autofree guint8 *shown = g_malloc (n_facts);
  g_autofree guint32 *met = g_new (guint32, n_facts);
  g_autoptr (WhenceScope) scope = NULL;

  for (guint i = 0; i < n_facts; i++)
    {
      const WhenceDate *date = whence_bundle_get_fact_date (bundle, i);
      shown[i] = i % 3 != 0;
      n_dated += shown[i] && date->form != WHENCE_DATE_NONE
                 && (date->start.kind == WHENCE_BOUND_GIVEN || date->end.kind == WHENCE_BOUND_GIVEN);
    }
  scope = whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .shown = shown });
  for (guint32 fact = whence_fact_next (scope, WHENCE_NONE, 1); fact != WHENCE_NONE;
       fact = whence_fact_next (scope, fact, 1))
    {
      g_assert_cmpuint (n_met, <, n_dated);
      met[n_met++] = fact;
    }
  g_assert_cmpuint (n_met, ==, n_dated);
  for (guint32 fact = whence_fact_next (scope, WHENCE_NONE, -1); fact != WHENCE_NONE;
       fact = whence_fact_next (scope, fact, -1))
    g_assert_cmpuint (fact, ==, met[--n_met]);
  g_assert_cmpuint (n_met, ==, 0);
  g_assert_cmpuint (whence_fact_next_to (scope, G_MININT64, 1), ==, met[0]);
  g_assert_cmpuint (whence_fact_next_to (scope, G_MAXINT64, -1), ==, met[n_dated - 1]);
  g_assert_cmpuint (whence_fact_next_to (scope, G_MAXINT64, 1), ==, WHENCE_NONE);
}

static void
test_nothing (void)
{
  g_autoptr (WhenceBundle) bundle = whence_bundle_new_empty ();
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  g_assert_cmpuint (whence_fact_next (scope, WHENCE_NONE, 1), ==, WHENCE_NONE);
  g_assert_cmpuint (whence_fact_next_to (scope, 0, -1), ==, WHENCE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/fact-order/walk", test_walk);
  g_test_add_func ("/layout/fact-order/nothing", test_nothing);
  return g_test_run ();
}
