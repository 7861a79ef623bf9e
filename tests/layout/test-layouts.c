/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layouts that say something by position: what they say is so, on bundles by chance and on extreme ones,
 * and whoever was there stays when somebody comes. */
#include <math.h>

#include "layout/graph-scene-private.h"
#include "layout/time-axis.h"

#include "read-text.h"

static const char *const fact_types[] = { "ownership", "investment", "employment", "board-seat", "family" };

static const char *const dates[] = { "2001", "2001-05",     "2003-02-28", "1999/2010", "201X",
                                     NULL,   "-0044-03-15", "../2005",    "2010/.." };

/* @n entities, twice as many facts; @n_extra further entities at the end, each with a tie to the first. */
static WhenceBundle *
make_bundle (guint32 seed, guint n, guint n_extra, guint n_dates)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  GRand *random = g_rand_new_with_seed (seed);
  WhenceBundle *bundle;

  for (guint i = 0; i < n + n_extra; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"company\",\"name\":\"Company number %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < 2 * n + n_extra; i++)
    {
      guint a = i < 2 * n ? (guint) g_rand_int (random) % n : n + i - 2 * n,
            b = i < 2 * n ? (guint) g_rand_int (random) % (a + 1) : 0;
      const char *type = fact_types[g_rand_int (random) % G_N_ELEMENTS (fact_types)];
      const char *date = dates[g_rand_int (random) % n_dates];
      g_string_append_printf (text,
                              "%s{\"id\":\"f%u\",\"type\":\"%s\",\"subject\":\"e%u\",\"object\":\"e%u\"",
                              i > 0 ? "," : "", i, type, b, a);
      if (i % 11 == 3)
        g_string_append_printf (text, ",\"participants\":[{\"entity\":\"e%u\"}]", b / 2);
      if (date != NULL)
        g_string_append_printf (text, ",\"date\":\"%s\"", date);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  g_assert_nonnull (bundle);
  g_rand_free (random);
  return bundle;
}

static WhenceArrangement *
arrange (WhenceBundle *bundle, WhenceLayoutKind layout, const WhenceArrangement *previous)
{
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  return whence_arrangement_new (&(WhenceArrangeRequest){ .scope = scope,
                                                          .layout = layout,
                                                          .aspect = 1.5,
                                                          .previous = previous,
                                                          .focus = WHENCE_NONE,
                                                          .measure = whence_measure_plain },
                                 NULL);
}

static WhenceGraphScene *
make_scene (WhenceBundle *bundle, WhenceArrangement *arrangement, WhenceGraphView *view)
{
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  *view = whence_graph_fit (scope, NULL, arrangement, 900, 600, &whence_measure_plain);
  return whence_graph_scene_new (&(WhenceGraphRequest){ .scope = scope,
                                                        .arrangement = arrangement,
                                                        .view = *view,
                                                        .width = 900,
                                                        .height = 600,
                                                        .measure = whence_measure_plain },
                                 NULL);
}

/* --- Overlap ------------------------------------------------------------------------------------- */

static void
assert_no_overlap (const WhenceArrangement *arrangement)
{
  g_autofree WhenceRect *boxes = whence_arrangement_measure_boxes (
    arrangement->graph, arrangement->graph->bundle, arrangement->graph->degree, &whence_measure_plain);
  guint32 n = arrangement->graph->n_nodes;

  for (guint32 i = 0; i < n; i++)
    {
      boxes[i].x += arrangement->at[i].x;
      boxes[i].y += arrangement->at[i].y;
      g_assert_true (isfinite (boxes[i].x) && isfinite (boxes[i].y));
    }
  for (guint32 i = 0; i < n; i++)
    for (guint32 j = 0; j < i; j++)
      {
        gboolean aside = arrangement->undated != NULL && (arrangement->undated[i] || arrangement->undated[j]);
        if (aside && arrangement->undated[i] && arrangement->undated[j]
            && arrangement->at[i].x == arrangement->at[j].x)
          g_assert_false (boxes[i].y < whence_rect_bottom (boxes[j])
                          && boxes[j].y < whence_rect_bottom (boxes[i]));
        else if (!aside)
          g_assert_false (whence_rect_overlaps (boxes[i], boxes[j]));
      }
}

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

/* --- Keeping the map in mind --------------------------------------------------------------------- */

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

/* --- On the way from one layout to another ------------------------------------------------------- */

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

/* --- In the hand --------------------------------------------------------------------------------- */

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

/* --- Time passes ---------------------------------------------------------------------------------- */

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
  g_test_add_func ("/layouts/newcomers", test_newcomers);
  g_test_add_func ("/layouts/layers-stay-true", test_layers_stay_true);
  g_test_add_func ("/layouts/between", test_between);
  g_test_add_func ("/layouts/carried", test_carried);
  g_test_add_func ("/layouts/nobody-moves-in-time", test_nobody_moves_in_time);
  g_test_add_func ("/layouts/extremes", test_extremes);
  g_test_add_func ("/layouts/cancelled", test_cancelled);
  g_test_add_func ("/layouts/progress", test_progress);
  g_test_add_func ("/layouts/nobody-dated-is-beside-the-axis", test_nobody_dated_is_beside_the_axis);
  return g_test_run ();
}
