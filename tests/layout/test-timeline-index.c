/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the index of a timeline tells is what looking at every fact tells. */
#include "layout/timeline-index.h"
#include "layout/timeline-ghosts.h"
#include "random-bundle.h"

#define N_FACTS 400 /* some lanes are longer than a block of the index */
#define N_VIEWS 20

static const WhenceGrouping groupings[] = { WHENCE_GROUP_NONE, WHENCE_GROUP_ENTITY, WHENCE_GROUP_ENTITY_TYPE,
                                            WHENCE_GROUP_FACT_TYPE, WHENCE_GROUP_SOURCE };

/* Hides every fifth fact. */
static WhenceScope *
scope_with_filter (WhenceBundle *bundle)
{
  guint n = whence_bundle_get_n_facts (bundle);
  g_autofree guint8 *shown = g_new (guint8, n);

  for (guint i = 0; i < n; i++)
    shown[i] = i % 5 > 0;
  return whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .shown = shown });
}

static gboolean
is_band (const WhenceScope *scope, guint32 fact)
{
  return whence_bundle_get_fact_type (whence_scope_get_bundle (scope), fact)->band;
}

/* Each fact is where it belongs, once, and each place tells how far its mark reaches. */
static void
check_places (WhenceTimelineIndex *index, WhenceScope *scope)
{
  const WhenceLaneGrouping *grouping = whence_timeline_index_get_grouping (index);
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scope));
  g_autofree guint8 *seen = g_new0 (guint8, n_facts);
  const GArray *undated = whence_timeline_index_get_undated (index),
               *bands = whence_timeline_index_get_bands (index);
  guint n_hidden = 0;

  for (guint lane = 0; lane < grouping->n_keys; lane++)
    {
      guint n;
      const WhencePlace *places = whence_timeline_index_get_places (index, lane, &n);

      for (guint i = 0; i < n; i++)
        {
          gint64 from, to;

          g_assert_true (whence_fact_reach (scope, places[i].fact, &from, &to));
          g_assert_cmpint (places[i].from, ==, from);
          g_assert_cmpint (places[i].to, ==, to);
          g_assert_cmpuint (places[i].lane, ==, lane);
          g_assert_cmpuint (whence_lane_grouping_get_rank (grouping, places[i].fact), ==, lane);
          g_assert_false (is_band (scope, places[i].fact));
          seen[places[i].fact]++;
          if (i > 0)
            g_assert_true (places[i - 1].from < from
                           || (places[i - 1].from == from && places[i - 1].fact < places[i].fact));
        }
    }
  for (guint i = 0; i < undated->len; i++)
    seen[g_array_index (undated, guint32, i)] += 2;
  for (guint i = 0; i < bands->len; i++)
    seen[g_array_index (bands, WhencePlace, i).fact] += 3;
  for (guint32 fact = 0; fact < n_facts; fact++)
    {
      gint64 from, to;
      gboolean placed = whence_fact_reach (scope, fact, &from, &to);

      if (whence_scope_shows (scope, fact))
        g_assert_cmpuint (seen[fact], ==, !placed ? 2 : is_band (scope, fact) ? 3 : 1);
      else
        g_assert_cmpuint (seen[fact], ==, 0);
      n_hidden += !whence_scope_shows (scope, fact);
    }
  g_assert_cmpuint (whence_timeline_index_get_n_hidden (index), ==, n_hidden);
}

static gboolean
count_carried (const WhencePlace *place, gpointer user_data)
{
  ++*(guint *) user_data;
  return TRUE;
}

static void
check_view (WhenceTimelineIndex *index, guint lane, gint64 left, gint64 right)
{
  WhenceLaneWindow window = whence_timeline_index_look (index, lane, left, right);
  guint n, n_earlier = 0, n_carried = 0, n_later = 0, n_found = 0;
  const WhencePlace *places = whence_timeline_index_get_places (index, lane, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean before = places[i].from < left;

      n_earlier += places[i].to < left;
      n_carried += before && places[i].to >= left;
      n_later += places[i].from >= right;
      g_assert_cmpint (i >= window.first && i < window.end, ==, !before && places[i].from < right);
    }
  g_assert_cmpuint (window.n_earlier, ==, n_earlier);
  g_assert_cmpuint (window.n_carried, ==, n_carried);
  g_assert_cmpuint (window.n_later, ==, n_later);
  whence_timeline_index_foreach_carried (index, lane, left, count_carried, &n_found);
  g_assert_cmpuint (n_found, ==, n_carried);
}

static void
check_views (WhenceTimelineIndex *index, GRand *random)
{
  for (guint lane = 0; lane < whence_timeline_index_get_grouping (index)->n_keys; lane++)
    {
      guint n;
      const WhencePlace *places = whence_timeline_index_get_places (index, lane, &n);

      for (guint i = 0; n > 0 && i < N_VIEWS; i++)
        {
          const WhencePlace *one = &places[g_rand_int_range (random, 0, (gint32) n)],
                            *other = &places[g_rand_int_range (random, 0, (gint32) n)];

          check_view (index, lane, MIN (one->from, other->to), MAX (one->from, other->to));
        }
    }
}

static void
check_groupings (WhenceScope *scope, GRand *random)
{
  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      g_autoptr (WhenceTimelineIndex) index = whence_timeline_index_new (scope, groupings[i], NULL);

      check_places (index, scope);
      check_views (index, random);
    }
}

static void
test_chance (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint32 seed = 0; seed < 6; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, N_FACTS);
      g_autoptr (WhenceScope) whole = whence_scope_new_whole (bundle), some = scope_with_filter (bundle);

      check_groupings (whole, random);
      check_groupings (some, random);
    }
}

/* Bands lie behind the lanes, and no citation has a date of its own. */
static void
test_bands (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GString) json =
    g_string_new ("{\"whence\":1,\"types\":{\"facts\":{\"era\":{\"label\":\"Era\",\"mode\":\"state\","
                  "\"display\":\"band\"}}},\"entities\":[],\"facts\":[");
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceScope) scope = NULL;
  g_autoptr (WhenceTimelineIndex) index = NULL;

  for (int i = 0; i < N_FACTS; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"f%d\",\"type\":\"%s\",\"title\":\"F\",\"date\":\"",
                              i > 0 ? "," : "", i, i % 9 == 4 ? "era" : "statement");
      append_date (json, random, 1990, 2026);
      g_string_append (json, "\"}");
    }
  g_string_append (json, "]}");
  bundle = read_text (json->str);
  scope = whence_scope_new_whole (bundle);
  g_assert_false (whence_bundle_has_dated_citations (bundle));
  check_groupings (scope, random);
  index = whence_timeline_index_new (scope, WHENCE_GROUP_NONE, NULL);
  g_assert_cmpuint (whence_timeline_index_get_bands (index)->len, >, N_FACTS / 10);
}

static void
test_empty (void)
{
  g_autoptr (WhenceBundle) bundle = read_text ("{\"whence\":1,\"entities\":[],\"facts\":[]}");
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  check_groupings (scope, NULL);
}

static void
test_cancelled (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (1, 20);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (whence_timeline_index_new (scope, WHENCE_GROUP_NONE, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-index/chance", test_chance);
  g_test_add_func ("/timeline-index/bands", test_bands);
  g_test_add_func ("/timeline-index/empty", test_empty);
  g_test_add_func ("/timeline-index/cancelled", test_cancelled);
  return g_test_run ();
}
