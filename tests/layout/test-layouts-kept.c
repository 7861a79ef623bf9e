/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map that a reader has in mind: whoever was there stays when somebody comes or time passes, and who goes
 * elsewhere is seen going, from one layout to another and in the hand. */
#include "laid-out.h"

static void
test_newcomers (void)
{
  const WhenceLayoutKind layouts[] = { WHENCE_LAYOUT_ORGANIC, WHENCE_LAYOUT_CHRONOLOGICAL };

  for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
    for (guint32 seed = 0; seed < 6; seed++)
      {
        guint n = 10 + 20 * seed;
        g_autoptr (WhenceBundle) before = make_bundle (seed, n, 0, 6), after = make_bundle (seed, n, 3, 6);
        g_autoptr (WhenceArrangement) then = arrange (before, layouts[l], NULL);
        g_autoptr (WhenceArrangement) now = arrange (after, layouts[l], then);
        guint32 moved = 0;
        for (guint i = 0; i < n; i++)
          moved += then->at[i].x != now->at[i].x || then->at[i].y != now->at[i].y;
        /* The first may have got an earlier date by its new ties. */
        g_assert_cmpuint (moved, <=, layouts[l] == WHENCE_LAYOUT_ORGANIC ? 0 : 1);
        assert_no_overlap (now);
      }
}

/* Where places say who owns whom, a new tie lays them out anew, and nothing new leaves them as they are. */
static void
test_layers_stay_true (void)
{
  const WhenceLayoutKind layouts[] = { WHENCE_LAYOUT_LAYERED, WHENCE_LAYOUT_CONCENTRIC };

  for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
    {
      g_autoptr (WhenceBundle) bundle = make_bundle (5, 30, 0, 1), same = make_bundle (5, 30, 0, 1),
                               more = make_bundle (5, 30, 2, 1);
      g_autoptr (WhenceArrangement) then = arrange (bundle, layouts[l], NULL);
      g_autoptr (WhenceArrangement) moved = whence_arrangement_move (then, 3, 5000, 5000);
      g_autoptr (WhenceArrangement) kept = arrange (same, layouts[l], moved);
      g_autoptr (WhenceArrangement) anew = arrange (more, layouts[l], then);
      g_autoptr (WhenceArrangement) alone = arrange (more, layouts[l], NULL);
      g_assert_cmpfloat (kept->at[3].x, ==, 5000);
      g_assert_cmpfloat (kept->at[4].y, ==, then->at[4].y);
      for (guint32 i = 0; i < anew->graph->n_nodes; i++)
        g_assert_cmpfloat (anew->at[i].y, ==, alone->at[i].y);
    }
}

static void
test_between (void)
{
  g_autoptr (WhenceBundle) before = make_bundle (4, 30, 0, 6), after = make_bundle (4, 30, 2, 6);
  g_autoptr (WhenceArrangement) one = arrange (before, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceArrangement) other = arrange (after, WHENCE_LAYOUT_CHRONOLOGICAL, NULL);
  WhenceGraphView view;
  g_autoptr (WhenceGraphScene) a = make_scene (before, one, &view), b = make_scene (after, other, &view);
  const double parts[] = { 0, 0.3, 1 };

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      double t = parts[p];
      g_autoptr (WhenceGraphScene) frame = whence_graph_scene_between (a, 2, (WhencePoint){ 5, -7 }, b, t);
      g_autoptr (WhenceGraphScene) further =
        whence_graph_scene_between (frame, 1, (WhencePoint){ 0, 0 }, b, 0);
      for (guint32 i = 0; i < 30; i++)
        {
          WhencePoint from = a->nodes[a->node_of_entity[i]].at, to = b->nodes[b->node_of_entity[i]].at;
          WhencePoint at = frame->nodes[b->node_of_entity[i]].at;
          g_assert_cmpfloat_with_epsilon (at.x, (2 * from.x + 5) * (1 - t) + to.x * t, 1e-6);
          g_assert_cmpfloat_with_epsilon (at.y, (2 * from.y - 7) * (1 - t) + to.y * t, 1e-6);
          /* From where they are by then. */
          g_assert_cmpfloat_with_epsilon (further->nodes[b->node_of_entity[i]].at.x, at.x, 1e-6);
        }
      /* Who is new is there at once. */
      g_assert_cmpfloat (frame->nodes[b->node_of_entity[31]].at.x, ==, b->nodes[b->node_of_entity[31]].at.x);
      for (guint32 e = 0; e < frame->n_edges; e++)
        g_assert_true (isfinite (frame->edges[e].curve[3].x) && isfinite (frame->edges[e].heading.y));
    }
}

static void
test_carried (void)
{
  g_autoptr (WhenceBundle) bundle = make_bundle (4, 30, 0, 6);
  g_autoptr (WhenceArrangement) before = arrange (bundle, WHENCE_LAYOUT_ORGANIC, NULL), after = NULL;
  WhenceGraphView view;
  g_autoptr (WhenceGraphScene) scene = make_scene (bundle, before, &view), still = NULL, carried = NULL;
  const WhenceGraphNode *then, *now;
  guint32 n_edges = 0;

  still = whence_graph_scene_carried (scene, view, before);
  g_assert_cmpuint (still->n_nodes, ==, 0);
  g_assert_cmpuint (still->n_edges, ==, 0);
  after = whence_arrangement_move (before, 3, before->at[3].x + 50 / view.scale, before->at[3].y);
  carried = whence_graph_scene_carried (scene, view, after);
  then = &scene->nodes[scene->node_of_entity[3]];
  now = &carried->nodes[carried->node_of_entity[3]];
  g_assert_cmpfloat_with_epsilon (now->at.x, then->at.x + 50, 1e-6);
  g_assert_cmpfloat_with_epsilon (now->at.y, then->at.y, 1e-6);
  for (guint32 e = 0; e < scene->n_edges; e++)
    n_edges += scene->nodes[scene->edges[e].from].entity == 3 || scene->nodes[scene->edges[e].to].entity == 3;
  g_assert_cmpuint (n_edges, >, 0);
  g_assert_cmpuint (carried->n_edges, ==, n_edges);
  /* What it leaves behind is itself and its lines, where they were. */
  g_assert_cmpuint (carried->left->n_edges, ==, n_edges);
  g_assert_cmpuint (carried->left->n_nodes, ==, 1);
  g_assert_cmpuint (carried->left->nodes[0].entity, ==, 3);
  g_assert_cmpfloat (carried->left->nodes[0].at.x, ==, scene->nodes[scene->node_of_entity[3]].at.x);
  for (guint32 e = 0; e < carried->n_edges; e++)
    {
      const WhenceGraphEdge *edge = &carried->edges[e];
      g_assert_true (carried->nodes[edge->from].entity == 3 || carried->nodes[edge->to].entity == 3);
    }
  /* The others are neighbours, where they were. */
  for (guint32 i = 0; i < carried->n_nodes; i++)
    {
      const WhenceGraphNode *node = &carried->nodes[i];
      if (node->entity == WHENCE_NONE || node->entity == 3)
        continue;
      g_assert_cmpuint (carried->node_of_entity[node->entity], ==, i);
      g_assert_cmpfloat (node->at.x, ==, scene->nodes[scene->node_of_entity[node->entity]].at.x);
    }
}

static WhenceGraphScene *
scene_at_date (WhenceBundle *bundle, WhenceArrangement *arrangement, int year)
{
  gint64 from = whence_instant_from_civil ((WhenceCivil){ year, 3, 1, 0, 0, 0 });
  g_autoptr (WhenceScope) scope =
    whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .today = from, .as_of = { from, from + 86400 } });

  return whence_graph_scene_new (
    &(WhenceGraphRequest){ .scope = scope,
                           .arrangement = arrangement,
                           .view =
                             whence_graph_fit (scope, NULL, arrangement, 900, 600, &whence_measure_plain),
                           .width = 900,
                           .height = 600,
                           .measure = whence_measure_plain },
    NULL);
}

/* Whatever the date, everybody stands in the same px; ties hold, may hold, or are not there. */
static void
test_nobody_moves_in_time (void)
{
  for (WhenceLayoutKind layout = WHENCE_LAYOUT_ORGANIC; layout <= WHENCE_LAYOUT_CHRONOLOGICAL; layout++)
    {
      g_autoptr (WhenceBundle) bundle = make_bundle (9, 40, 0, 9);
      g_autoptr (WhenceArrangement) arrangement = arrange (bundle, layout, NULL);
      g_autoptr (WhenceGraphScene) first = scene_at_date (bundle, arrangement, 2001);
      guint n_states[3] = { 0 };
      for (int year = 1990; year < 2020; year += 3)
        {
          g_autoptr (WhenceGraphScene) scene = scene_at_date (bundle, arrangement, year);
          for (guint32 i = 0; i < 40; i++)
            {
              WhencePoint now = scene->nodes[scene->node_of_entity[i]].at,
                          then = first->nodes[first->node_of_entity[i]].at;
              g_assert_cmpfloat (now.x, ==, then.x);
              g_assert_cmpfloat (now.y, ==, then.y);
            }
          for (guint32 e = 0; e < scene->n_edges; e++)
            n_states[scene->edges[e].activity]++;
          n_states[WHENCE_ACTIVITY_NOT] += whence_graph_scene_get_omitted (scene).n_inactive;
        }
      for (guint s = 0; s < G_N_ELEMENTS (n_states); s++)
        g_assert_cmpuint (n_states[s], >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layouts-kept/newcomers", test_newcomers);
  g_test_add_func ("/layouts-kept/layers-stay-true", test_layers_stay_true);
  g_test_add_func ("/layouts-kept/between", test_between);
  g_test_add_func ("/layouts-kept/carried", test_carried);
  g_test_add_func ("/layouts-kept/nobody-moves-in-time", test_nobody_moves_in_time);
  return g_test_run ();
}
