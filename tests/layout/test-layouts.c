/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layouts that say something by position: what they say is so, on bundles by chance and on extreme ones.
 */
#include "layout/time-axis.h"

#include "laid-out.h"

static void
test_no_overlap (void)
{
  for (guint32 seed = 0; seed < 12; seed++)
    for (WhenceLayoutKind layout = WHENCE_LAYOUT_CONCENTRIC; layout <= WHENCE_LAYOUT_CHRONOLOGICAL; layout++)
      {
        g_autoptr (WhenceBundle) bundle =
          make_bundle (seed, 1 + seed * seed, 0, seed % 3 == 0 ? 1 : G_N_ELEMENTS (dates));
        g_autoptr (WhenceArrangement) arrangement = arrange (bundle, layout, NULL);
        assert_no_overlap (arrangement);
      }
}

/* --- Layers -------------------------------------------------------------------------------------- */

static void
assert_above (const char *id, const char *below, WhenceLayoutKind layout, gboolean above)
{
  const char *text = "{\"whence\":1,\"entities\":[{\"id\":\"owner\",\"type\":\"person\",\"name\":\"O\"},"
                     "{\"id\":\"firm\",\"type\":\"company\",\"name\":\"F\"},{\"id\":\"chief\",\"type\":"
                     "\"person\",\"name\":\"C\"},"
                     "{\"id\":\"child\",\"type\":\"company\",\"name\":\"D\"}],\"facts\":["
                     "{\"id\":\"1\",\"type\":\"ownership\",\"subject\":\"owner\",\"object\":\"firm\"},"
                     "{\"id\":\"2\",\"type\":\"ownership\",\"subject\":\"firm\",\"object\":\"child\"},"
                     "{\"id\":\"3\",\"type\":\"employment\",\"subject\":\"chief\",\"object\":\"firm\"},"
                     "{\"id\":\"4\",\"type\":\"board-seat\",\"subject\":\"chief\",\"object\":\"child\"}]}";
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceArrangement) arrangement = arrange (bundle, layout, NULL);
  double a = arrangement->at[whence_bundle_find_entity (bundle, id)].y,
         b = arrangement->at[whence_bundle_find_entity (bundle, below)].y;

  g_assert_true (above ? a < b : a >= b);
}

static void
test_layers (void)
{
  assert_above ("owner", "firm", WHENCE_LAYOUT_LAYERED, TRUE);
  assert_above ("firm", "child", WHENCE_LAYOUT_LAYERED, TRUE);
  assert_above ("chief", "firm", WHENCE_LAYOUT_LAYERED, FALSE);
  assert_above ("chief", "firm", WHENCE_LAYOUT_COMMAND, TRUE);
  assert_above ("chief", "child", WHENCE_LAYOUT_COMMAND, TRUE);
  assert_above ("owner", "firm", WHENCE_LAYOUT_COMMAND, FALSE);
}

/* Subjects come before objects here, so that there is no circle: every arrow points down. */
static void
test_arrows_point_down (void)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (WhenceBundle) bundle = make_bundle (seed, 5 + 9 * seed, 0, 1);
      g_autoptr (WhenceArrangement) arrangement = arrange (bundle, WHENCE_LAYOUT_LAYERED, NULL);
      const WhenceGraph *graph = arrangement->graph;
      for (guint32 t = 0; t < graph->n_ties; t++)
        {
          const WhenceTie *tie = &graph->ties[t];
          WhenceCategory category = whence_bundle_get_fact_type (bundle, tie->fact)->category;
          if (tie->arrow && tie->from != tie->to
              && (category == WHENCE_CATEGORY_OWNERSHIP || category == WHENCE_CATEGORY_CAPITAL))
            g_assert_cmpfloat (arrangement->at[tie->from].y, <, arrangement->at[tie->to].y);
        }
    }
}

/* --- Time ---------------------------------------------------------------------------------------- */

/* The stretch that the first dated fact of an entity, or the fact of a node, begins in. */
static gboolean
find_start (const WhenceGraph *graph, guint32 node, gint64 *from, gint64 *to)
{
  const guint32 *facts = node < graph->n_entities ? NULL : &graph->node_fact[node - graph->n_entities];
  guint n_facts = 1;
  gboolean found = FALSE;

  if (facts == NULL)
    facts = whence_bundle_get_entity_facts (graph->bundle, node, &n_facts);
  for (guint i = 0; i < n_facts; i++)
    {
      const WhenceDate *date = whence_bundle_get_fact_date (graph->bundle, facts[i]);
      const WhenceBound *bound = date->start.kind == WHENCE_BOUND_GIVEN ? &date->start : &date->end;
      if (date->form == WHENCE_DATE_NONE || (found && bound->earliest >= *from))
        continue;
      *from = bound->earliest;
      *to = bound->latest;
      found = TRUE;
    }
  return found;
}

/* In px of the fitted view, x is the date that the axis says it is. */
static void
test_x_is_time (void)
{
  for (guint32 seed = 0; seed < 12; seed++)
    {
      g_autoptr (WhenceBundle) bundle = make_bundle (seed, 2 + 5 * seed, 0, 2 + seed % 8);
      g_autoptr (WhenceArrangement) arrangement = arrange (bundle, WHENCE_LAYOUT_CHRONOLOGICAL, NULL);
      WhenceGraphView view, followed;
      g_autoptr (WhenceGraphScene) scene = make_scene (bundle, arrangement, &view);
      WhenceTimeView time, other = { .origin = 12345, .seconds_per_px = 7e5 };
      g_assert_true (whence_graph_view_get_time (view, 900, arrangement, &time));
      for (guint32 i = 0; i < scene->n_nodes; i++)
        {
          const WhenceGraphNode *node = &scene->nodes[i];
          gint64 from = 0, to = 0;
          if (!find_start (scene->graph, node->node, &from, &to))
            {
              g_assert_cmpfloat (node->at.x, >, scene->axis->width);
              continue;
            }
          g_assert_cmpfloat (node->at.x, >=, whence_time_view_to_x (time, from) - 0.01);
          g_assert_cmpfloat (node->at.x, <=, whence_time_view_to_x (time, to) + 0.01);
          g_assert_cmpfloat (node->at.x, >=, 0);
          g_assert_cmpfloat (node->at.x, <=, scene->axis->width);
          g_assert_cmpfloat (node->at.y, >, WHENCE_AXIS_HEIGHT);
        }
      followed = whence_graph_view_over_time (view, 900, arrangement, other);
      g_assert_true (whence_graph_view_get_time (followed, 900, arrangement, &time));
      g_assert_cmpfloat_with_epsilon (time.seconds_per_px, other.seconds_per_px, 1e-3);
      g_assert_cmpfloat_with_epsilon (whence_time_view_to_x (time, other.origin), 0, 0.01);
      g_assert_cmpfloat (followed.scale, ==, view.scale);
      g_assert_cmpfloat (followed.center_y, ==, view.center_y);
    }
}

static void
test_heading_of_undated (void)
{
  g_autoptr (WhenceBundle) dated = make_bundle (1, 20, 0, 1), mixed = make_bundle (1, 20, 0, 6);
  g_autoptr (WhenceArrangement) one = arrange (dated, WHENCE_LAYOUT_CHRONOLOGICAL, NULL);
  g_autoptr (WhenceArrangement) other = arrange (mixed, WHENCE_LAYOUT_CHRONOLOGICAL, NULL);
  WhenceGraphView view;
  g_autoptr (WhenceGraphScene) without = NULL, with = NULL;

  /* Whoever has no fact at all has no date either. */
  without = make_scene (dated, one, &view);
  with = make_scene (mixed, other, &view);
  g_assert_cmpuint (with->axis->heading.n_lines, ==, 1);
  g_assert_cmpuint (without->axis->heading.n_lines, ==, one->n_columns > 0 ? 1 : 0);
  g_assert_cmpuint (without->axis->ticks.n_minor, >, 0);
}

/* --- Bounds -------------------------------------------------------------------------------------- */

/* Thousands on one day, and the ends of time. */
static void
test_extremes (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceArrangement) arrangement = NULL;
  g_autoptr (WhenceGraphScene) scene = NULL;
  WhenceGraphView view;

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"P\"}", i > 0 ? "," : "",
                            i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 1; i < 6000; i++)
    g_string_append_printf (
      text, "%s{\"id\":\"f%u\",\"type\":\"contract\",\"subject\":\"e0\",\"object\":\"e%u\",\"date\":\"%s\"}",
      i > 1 ? "," : "", i, i,
      i == 1   ? "Y-100E9"
      : i == 2 ? "Y100E9"
               : "2001-01-01");
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  arrangement = arrange (bundle, WHENCE_LAYOUT_CHRONOLOGICAL, NULL);
  scene = make_scene (bundle, arrangement, &view);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    g_assert_true (isfinite (scene->nodes[i].at.x) && isfinite (scene->nodes[i].at.y));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (WhenceBundle) bundle = make_bundle (1, 50, 0, 6);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  g_cancellable_cancel (cancellable);
  for (WhenceLayoutKind layout = WHENCE_LAYOUT_ORGANIC; layout <= WHENCE_LAYOUT_SAVED; layout++)
    g_assert_null (whence_arrangement_new (&(WhenceArrangeRequest){ .scope = scope,
                                                                    .layout = layout,
                                                                    .aspect = 1,
                                                                    .focus = WHENCE_NONE,
                                                                    .measure = whence_measure_plain },
                                           cancellable));
}

typedef struct
{
  GCancellable *cancellable; /* cancelled half way; NULL: never */
  double last;
  guint n;
} Eye;

static void
see (double part, gpointer data)
{
  Eye *eye = data;

  g_assert_cmpfloat (part, >=, eye->last);
  g_assert_cmpfloat (part, <=, 1);
  eye->last = part;
  eye->n++;
  if (part > 0.3 && eye->cancellable != NULL)
    g_cancellable_cancel (eye->cancellable);
}

/* Each says how far it is, never going back, and can be stopped half way. */
static void
test_progress (void)
{
  g_autoptr (WhenceBundle) bundle = make_bundle (1, 300, 0, 6);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  for (WhenceLayoutKind layout = WHENCE_LAYOUT_ORGANIC; layout <= WHENCE_LAYOUT_CHRONOLOGICAL; layout++)
    for (guint cancels = 0; cancels < 2; cancels++)
      {
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        Eye eye = { cancels ? cancellable : NULL };
        g_autoptr (WhenceArrangement) arrangement =
          whence_arrangement_new (&(WhenceArrangeRequest){ .scope = scope,
                                                           .layout = layout,
                                                           .aspect = 1,
                                                           .focus = WHENCE_NONE,
                                                           .progress = see,
                                                           .progress_data = &eye,
                                                           .measure = whence_measure_plain },
                                  cancellable);
        g_assert_cmpuint (eye.n, >=, 2);
        g_assert_cmpint (arrangement == NULL, ==, cancels);
      }
}

/* Where the view ends before the dates do, what is later is out of sight: beside the axis are only those
 * without a date. */
static void
test_nobody_dated_is_beside_the_axis (void)
{
  g_autoptr (WhenceBundle) bundle = make_bundle (3, 60, 0, 6);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceArrangement) arrangement = arrange (bundle, WHENCE_LAYOUT_CHRONOLOGICAL, NULL);
  WhenceGraphView view;
  g_autoptr (WhenceGraphScene) all = make_scene (bundle, arrangement, &view), some = NULL;
  WhenceTimeView time;
  guint n_beyond = 0;

  g_assert_true (whence_graph_view_get_time (view, 900, arrangement, &time));
  time.seconds_per_px /= 3;
  some = whence_graph_scene_new (
    &(WhenceGraphRequest){ .scope = scope,
                           .arrangement = arrangement,
                           .view = whence_graph_view_over_time (view, 900, arrangement, time),
                           .width = 900,
                           .height = 600,
                           .measure = whence_measure_plain },
    NULL);
  for (guint32 i = 0; i < some->n_nodes; i++)
    {
      gint64 from, to;
      if (!find_start (some->graph, some->nodes[i].node, &from, &to))
        continue;
      n_beyond += some->nodes[i].at.x > 900;
      g_assert_true (some->nodes[i].at.x <= some->axis->width || some->nodes[i].at.x > 900);
    }
  g_assert_cmpuint (n_beyond, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layouts/no-overlap", test_no_overlap);
  g_test_add_func ("/layouts/layers", test_layers);
  g_test_add_func ("/layouts/arrows-point-down", test_arrows_point_down);
  g_test_add_func ("/layouts/x-is-time", test_x_is_time);
  g_test_add_func ("/layouts/heading-of-undated", test_heading_of_undated);
  g_test_add_func ("/layouts/extremes", test_extremes);
  g_test_add_func ("/layouts/cancelled", test_cancelled);
  g_test_add_func ("/layouts/progress", test_progress);
  g_test_add_func ("/layouts/nobody-dated-is-beside-the-axis", test_nobody_dated_is_beside_the_axis);
  return g_test_run ();
}
