/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was not known by a date leaves no trace: stories by chance are drawn by the date just as the same
 * stories are from which everything later was struck out. */
#include "layout/graph-scene-private.h"
#include "layout/measures.h"
#include "layout/timeline-scene-private.h"

#include "known-stories.h"

/* --- What facts say ------------------------------------------------------------------------------ */

static char *
print_fact (const WhenceScope *scope, guint32 fact)
{
  g_autofree char *title = whence_bundle_describe_fact (whence_scope_get_bundle (scope), fact);
  g_autofree char *amount = NULL, *share = NULL;
  WhenceFact record;

  whence_bundle_get_fact (whence_scope_get_bundle (scope), fact, &record);
  amount = record.has_amount ? whence_amount_to_text (&record.amount, WHENCE_AMOUNT_TEXT_LONG) : NULL;
  share = record.has_share ? whence_share_to_text (record.share) : NULL;
  return g_strdup_printf ("%s %s | %s | %s | %s | %d", record.id, title, record.dated.text, amount, share,
                          whence_scope_get_evidence (scope, fact).support);
}

static void
test_facts (void)
{
  guint n_other = 0;

  for (guint32 seed = 0; seed < N_STORIES; seed++)
    {
      WhenceScope *scopes[2];

      make_scopes (seed, scopes);
      for (guint32 i = 0; i < whence_bundle_get_n_facts (whence_scope_get_bundle (scopes[1])); i++)
        {
          WhenceBundle *told = whence_scope_get_bundle (scopes[0]);
          guint32 same = whence_bundle_find_fact (told, fact_id (scopes[1], i));
          g_autofree char *by_date = print_fact (scopes[0], same), *left = print_fact (scopes[1], i);
          g_assert_cmpstr (by_date, ==, left);
          n_other += !whence_bundle_says_same (told, whence_bundle_get_original (told), same);
        }
      free_scopes (scopes);
    }
  g_assert_cmpuint (n_other, >, 200);
}

/* --- The graph ----------------------------------------------------------------------------------- */

static char *
print_graph (WhenceScope *scope, WhenceLayoutKind layout)
{
  GString *text = g_string_new (NULL);
  g_autoptr (WhenceArrangement) arrangement =
    whence_arrangement_new (&(WhenceArrangeRequest){ .scope = scope,
                                                     .layout = layout,
                                                     .aspect = 1.5,
                                                     .focus = WHENCE_NONE,
                                                     .measure = whence_measure_plain },
                            NULL);
  WhenceGraphView view = whence_graph_fit (scope, NULL, arrangement, 900, 600, &whence_measure_plain);
  g_autoptr (WhenceGraphScene) scene =
    whence_graph_scene_new (&(WhenceGraphRequest){ .scope = scope,
                                                   .arrangement = arrangement,
                                                   .view = view,
                                                   .width = 900,
                                                   .height = 600,
                                                   .measure = whence_measure_plain },
                            NULL);

  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *n = &scene->nodes[i];
      g_string_append_printf (text, "node %s %s at %a %a radius %a%s%s label %a %a\n",
                              entity_id (scope, n->entity), fact_id (scope, n->fact), n->at.x, n->at.y,
                              n->radius, n->faint ? " faint" : "", n->labelled ? " labelled" : "",
                              n->label_at.x, n->label_at.y);
    }
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      const WhenceGraphEdge *e = &scene->edges[i];
      g_string_append_printf (text, "edge %s %u %u support %d width %a label %a %a\n",
                              fact_id (scope, e->fact), e->from, e->to, e->support, e->width, e->label_at.x,
                              e->label_at.y);
    }
  g_string_append_printf (text, "unlabelled %u\n", scene->omitted.n_unlabelled);
  return g_string_free (text, FALSE);
}

static void
test_graph (gconstpointer data)
{
  WhenceLayoutKind layout = (WhenceLayoutKind) GPOINTER_TO_UINT (data);

  for (guint32 seed = 0; seed < N_STORIES; seed++)
    {
      WhenceScope *scopes[2];
      g_autofree char *by_date = NULL, *left = NULL;

      make_scopes (seed, scopes);
      by_date = print_graph (scopes[0], layout);
      left = print_graph (scopes[1], layout);
      g_assert_cmpstr (by_date, ==, left);
      free_scopes (scopes);
    }
}

/* Of whom nothing was known is counted, and everybody else is there; the organic layout keeps its places. */
static void
test_counted (void)
{
  for (guint32 seed = 0; seed < N_STORIES; seed++)
    {
      WhenceScope *scopes[2];
      WhenceGraphOmitted omitted;

      make_scopes (seed, scopes);
      g_autoptr (WhenceScope) whole = whence_scope_new_whole (whence_scope_get_bundle (scopes[0]));
      WhenceArrangeRequest request = { .scope = whole, .aspect = 1.5, .measure = whence_measure_plain };
      g_autoptr (WhenceArrangement) arrangement = whence_arrangement_new (&request, NULL);
      g_autoptr (WhenceArrangement) followed =
        whence_arrangement_follow (arrangement, scopes[0], 1.5, &whence_measure_plain, NULL);
      g_autoptr (WhenceGraphScene) scene =
        whence_graph_scene_new (&(WhenceGraphRequest){ .scope = scopes[0],
                                                       .arrangement = arrangement,
                                                       .view = { .scale = 1 },
                                                       .width = 900,
                                                       .height = 600,
                                                       .measure = whence_measure_plain },
                                NULL);
      g_assert_true (followed == arrangement);
      omitted = whence_graph_scene_get_omitted (scene);
      g_assert_cmpuint (omitted.n_strangers, ==,
                        whence_bundle_get_n_entities (whence_scope_get_bundle (scopes[0]))
                          - whence_bundle_get_n_entities (whence_scope_get_bundle (scopes[1])));
      g_assert_cmpuint (omitted.n_entities, ==, 0);
      g_assert_cmpuint (omitted.n_unknown, ==, whence_scope_get_n_unknown (scopes[0]));
      free_scopes (scopes);
    }
}

static guint32
same_node (WhenceScope *scopes[2], const WhenceGraph *graphs[2], guint32 node)
{
  WhenceBundle *whole = whence_scope_get_bundle (scopes[0]);
  guint32 fact;

  if (node < graphs[1]->n_entities)
    return whence_bundle_find_entity (whole, entity_id (scopes[1], node));
  fact =
    whence_bundle_find_fact (whole, fact_id (scopes[1], graphs[1]->node_fact[node - graphs[1]->n_entities]));
  for (guint32 i = graphs[0]->n_entities; i < graphs[0]->n_nodes; i++)
    if (graphs[0]->node_fact[i - graphs[0]->n_entities] == fact)
      return i;
  g_assert_not_reached ();
}

/* The two arrangements of a story, node for node in the same places, each with its first entity in a hand. */
typedef struct
{
  WhenceArrangement *arrangements[2];
  WhenceLive *lives[2];
  const WhenceGraph *graphs[2];
} Dragged;

static Dragged
drag (WhenceScope *scopes[2])
{
  const WhenceMeasure measure = whence_measure_plain;
  Dragged dragged;

  for (guint s = 0; s < 2; s++)
    {
      WhenceArrangeRequest request = {
        .scope = scopes[s], .aspect = 1.5, .focus = WHENCE_NONE, .measure = measure
      };
      dragged.arrangements[s] = whence_arrangement_new (&request, NULL);
      dragged.graphs[s] = dragged.arrangements[s]->graph;
    }
  for (guint32 i = 0; i < dragged.graphs[1]->n_nodes; i++)
    dragged.arrangements[1]->at[i] = dragged.arrangements[0]->at[same_node (scopes, dragged.graphs, i)];
  for (guint s = 0; s < 2; s++)
    {
      guint32 held = s == 0 ? same_node (scopes, dragged.graphs, 0) : 0;
      WhencePoint at = dragged.arrangements[s]->at[held];
      WhenceLive *live = whence_arrangement_take_up (dragged.arrangements[s], scopes[s], &measure);
      for (guint32 i = 0; s == 0 && i < dragged.graphs[0]->n_entities; i++)
        if (whence_known_by_get_entity (whence_scope_get_known_by (scopes[0]), i) == WHENCE_ACTIVITY_NOT)
          whence_live_hold (live, i, at.x, at.y);
      for (guint step = 1; step <= 30; step++)
        {
          whence_live_hold (live, held, at.x + 8 * step, at.y - 5 * step);
          whence_live_tick (live, 1);
        }
      whence_live_release (live);
      whence_live_tick (live, 50);
      dragged.lives[s] = live;
    }
  return dragged;
}

/* In the hand, too: who stands there unknown neither pulls nor pushes, and is not moved. */
static void
test_dragged (void)
{
  for (guint32 seed = 0; seed < N_STORIES; seed++)
    {
      WhenceScope *scopes[2];
      Dragged dragged;

      make_scopes (seed, scopes);
      dragged = drag (scopes);
      for (guint32 i = 0; i < dragged.graphs[1]->n_nodes; i++)
        {
          guint32 same = same_node (scopes, dragged.graphs, i);
          WhencePoint one = whence_live_get_positions (dragged.lives[0])[same];
          WhencePoint other = whence_live_get_positions (dragged.lives[1])[i];
          g_assert_cmpfloat (one.x, ==, other.x);
          g_assert_cmpfloat (one.y, ==, other.y);
        }
      for (guint32 i = 0; i < dragged.graphs[0]->n_nodes; i++)
        if (!whence_graph_knows_node (dragged.graphs[0], whence_scope_get_known_by (scopes[0]), i))
          g_assert_cmpfloat (whence_live_get_positions (dragged.lives[0])[i].x, ==,
                             dragged.arrangements[0]->at[i].x);
      for (guint s = 0; s < 2; s++)
        {
          whence_live_free (dragged.lives[s]);
          whence_arrangement_unref (dragged.arrangements[s]);
        }
      free_scopes (scopes);
    }
}

/* Where places say something they follow the date, there and back, and stay while it stays. */
static void
test_follows (void)
{
  WhenceScope *scopes[2];

  make_scopes (1, scopes);
  g_autoptr (WhenceScope) whole = whence_scope_new_whole (whence_scope_get_bundle (scopes[0]));
  WhenceArrangeRequest request = { .scope = whole,
                                   .layout = WHENCE_LAYOUT_CHRONOLOGICAL,
                                   .aspect = 1.5,
                                   .focus = WHENCE_NONE,
                                   .measure = whence_measure_plain };
  g_autoptr (WhenceArrangement) of_all = whence_arrangement_new (&request, NULL);
  g_autoptr (WhenceArrangement) then =
    whence_arrangement_follow (of_all, scopes[0], 1.5, &whence_measure_plain, NULL);
  g_autoptr (WhenceArrangement) still =
    whence_arrangement_follow (then, scopes[0], 1.5, &whence_measure_plain, NULL);
  g_autoptr (WhenceArrangement) back =
    whence_arrangement_follow (then, whole, 1.5, &whence_measure_plain, NULL);

  g_assert_true (whence_arrangement_is_of_other_date (of_all, then));
  g_assert_true (still == then);
  g_assert_false (whence_arrangement_is_of_other_date (of_all, back));
  for (guint32 i = 0; i < of_all->graph->n_nodes; i++)
    g_assert_cmpfloat (of_all->at[i].x, ==, back->at[i].x);
  free_scopes (scopes);
}

static void
test_measures (void)
{
  for (guint32 seed = 0; seed < N_STORIES; seed++)
    {
      WhenceScope *scopes[2];

      make_scopes (seed, scopes);
      g_autoptr (WhenceGraph) graph = whence_graph_new (whence_scope_get_bundle (scopes[0]));
      g_autoptr (WhenceGraph) early_graph = whence_graph_new (whence_scope_get_bundle (scopes[1]));
      g_autoptr (WhenceMeasures) whole = whence_measures_new (graph, scopes[0], NULL);
      g_autoptr (WhenceMeasures) early = whence_measures_new (early_graph, scopes[1], NULL);
      g_assert_cmpuint (whole->n_components, ==, early->n_components);
      for (guint32 i = 0; i < early->n_entities; i++)
        {
          guint32 same =
            whence_bundle_find_entity (whence_scope_get_bundle (scopes[0]), entity_id (scopes[1], i));
          g_assert_cmpuint (whole->n_ties[same], ==, early->n_ties[i]);
          g_assert_cmpfloat (whole->betweenness[same], ==, early->betweenness[i]);
          g_assert_cmpfloat (whole->pagerank[same], ==, early->pagerank[i]);
        }
      free_scopes (scopes);
    }
}

/* --- The timeline -------------------------------------------------------------------------------- */

static char *
print_timeline (WhenceScope *scope, WhenceGrouping grouping)
{
  GString *text = g_string_new (NULL);
  g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (
    &(WhenceTimelineRequest){ .scope = scope,
                              .view = whence_timeline_fit (scope, 700, &whence_measure_plain, grouping),
                              .width = 700,
                              .height = 400,
                              .grouping = grouping,
                              .measure = whence_measure_plain },
    NULL);

  for (guint i = 0; i < whence_timeline_scene_get_n_lanes (scene); i++)
    {
      WhenceTimelineLaneInfo lane = whence_timeline_scene_get_lane (scene, i);
      g_string_append_printf (text, "lane %s %u\n", lane.name, lane.n_facts);
    }
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      g_string_append_printf (text, "item %u %s support %u facts %u at %a %a %a %a\n", item->kind,
                              fact_id (scope, item->fact), item->support, item->n_facts, item->bounds.x,
                              item->bounds.y, item->bounds.width, item->bounds.height);
    }
  return g_string_free (text, FALSE);
}

static void
test_timeline (void)
{
  static const WhenceGrouping groupings[] = { WHENCE_GROUP_NONE, WHENCE_GROUP_ENTITY,
                                              WHENCE_GROUP_ENTITY_TYPE, WHENCE_GROUP_FACT_TYPE,
                                              WHENCE_GROUP_SOURCE };

  for (guint32 seed = 0; seed < N_STORIES; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
      {
        WhenceScope *scopes[2];
        g_autofree char *by_date = NULL, *left = NULL;

        make_scopes (seed, scopes);
        by_date = print_timeline (scopes[0], groupings[i]);
        left = print_timeline (scopes[1], groupings[i]);
        g_assert_cmpstr (by_date, ==, left);
        free_scopes (scopes);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/known-layouts/concentric", GUINT_TO_POINTER (WHENCE_LAYOUT_CONCENTRIC), test_graph);
  g_test_add_data_func ("/known-layouts/layered", GUINT_TO_POINTER (WHENCE_LAYOUT_LAYERED), test_graph);
  g_test_add_data_func ("/known-layouts/command", GUINT_TO_POINTER (WHENCE_LAYOUT_COMMAND), test_graph);
  g_test_add_data_func ("/known-layouts/chronological", GUINT_TO_POINTER (WHENCE_LAYOUT_CHRONOLOGICAL),
                        test_graph);
  g_test_add_func ("/known-layouts/counted", test_counted);
  g_test_add_func ("/known-layouts/dragged", test_dragged);
  g_test_add_func ("/known-layouts/facts", test_facts);
  g_test_add_func ("/known-layouts/follows", test_follows);
  g_test_add_func ("/known-layouts/measures", test_measures);
  g_test_add_func ("/known-layouts/timeline", test_timeline);
  return g_test_run ();
}
