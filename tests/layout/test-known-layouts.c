/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was not known by a date leaves no trace: stories by chance are drawn by the date just as the same
 * stories are from which everything later was struck out. */
#include "layout/graph-scene-private.h"
#include "layout/measures.h"
#include "layout/timeline-scene-private.h"
#include "model/reader.h"

#include <string.h>

#define N_STORIES 40
#define N_ENTITIES 24
#define N_FACTS 60
#define BY "2023"

static const char *const fact_types[] = { "investment", "employment", "founding",  "ownership",
                                          "statement",  "regulation", "board-seat" };
static const char *const entity_types[] = { "person", "company", "government" };

/* --- Stories ------------------------------------------------------------------------------------- */

typedef struct
{
  GString *text;
  GRand *random;
  gboolean whole; /* else without what came later */
} Writer;

static void
add_records (Writer *writer, const char *name, GPtrArray *records)
{
  g_string_append_printf (writer->text, ",\"%s\":[", name);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (writer->text, "%s%s", i > 0 ? "," : "", (char *) records->pdata[i]);
  g_string_append_c (writer->text, ']');
}

typedef enum
{
  DATE,
  AMOUNT,
  SHARE,
  N_VALUES,
} Value;

/* What the early sources of a fact give of a value: nothing, all of them the same, or the first one that. */
typedef enum
{
  NOBODY,
  EVERYBODY,
  SOMEBODY,
} Giver;

typedef struct
{
  guint cited; /* early sources are s0 … s2, later ones s3 … s5: bit by bit, which are */
  guint who[3], n;
  guint chance;
  Giver givers[N_VALUES];
} Fact;

static const char *
name_date (const Fact *fact)
{
  static const char *const dates[] = { "2001-05", "2003-07/2010", "1999/..", "2008-03~" };

  return dates[(fact->chance >> 14) % G_N_ELEMENTS (dates)];
}

static void
write_value (GString *text, const Fact *fact, Value value)
{
  if (value == DATE)
    g_string_append_printf (text, ",\"date\":\"%s\"", name_date (fact));
  else if (value == AMOUNT)
    g_string_append_printf (text, ",\"amount\":{\"value\":%u,\"currency\":\"EUR\"}", 200 + fact->chance % 50);
  else
    g_string_append (text, ",\"share\":\"0.5\"");
}

static gboolean
gives (const Fact *fact, guint source, Value value)
{
  gboolean is_first = (fact->cited & ((1u << source) - 1)) == 0;

  return fact->givers[value] == EVERYBODY || (fact->givers[value] == SOMEBODY && is_first);
}

/* Nobody who counts leaves it to the fact, and somebody came later who may have told it. */
static gboolean
is_retold (const Fact *fact, Value value)
{
  for (guint s = 0; s < 3; s++)
    if ((fact->cited & (1u << s)) != 0 && !gives (fact, s, value))
      return FALSE;
  return (fact->cited & 7u) != 0 && (fact->cited & ~7u) != 0;
}

static char *
write_citations (const Writer *writer, const Fact *fact)
{
  guint cited = fact->cited;
  GString *text = g_string_new (",\"citations\":[");
  const char *between = "";

  for (guint s = 0; s < 6; s++)
    if ((cited & (1u << s)) != 0 && (writer->whole || s < 3))
      {
        g_string_append_printf (text, "%s{\"source\":\"s%u\"%s", between, s,
                                s == 4 ? ",\"date\":\"2022\",\"amount\":{\"value\":7,\"currency\":\"EUR\"}"
                                       : "");
        for (guint value = 0; s < 3 && value < N_VALUES; value++)
          if (gives (fact, s, value))
            write_value (text, fact, value);
        g_string_append_c (text, '}');
        between = ",";
      }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
write_sources (Writer *writer)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);

  for (guint s = 0; s < (writer->whole ? 6 : 3); s++)
    g_ptr_array_add (records, g_strdup_printf ("{\"id\":\"s%u\",\"title\":\"S %u\",\"publisher\":\"P %u\","
                                               "\"published\":\"%u\"}",
                                               s, s, s, s < 3 ? 2020 + s : 2024 + s));
  add_records (writer, "sources", records);
}

/* What ended after all early sources were written, one of which tells no end of its own. */
static gboolean
is_opened (const Fact *fact)
{
  gboolean told = fact->givers[DATE] == SOMEBODY && strchr (name_date (fact), '/') != NULL
                  && strstr (name_date (fact), "..") == NULL;

  return !told && (fact->cited & ~7u) != 0 && fact->chance % 11 != 0;
}

static void
write_own_date (GString *text, const Writer *writer, const Fact *fact, const char *type, gboolean *other)
{
  guint chance = fact->chance;
  const char *end = chance % 3 == 0 ? "/.." : chance % 3 == 1 ? "/2024" : "";

  if (!writer->whole && chance % 3 == 1 && is_opened (fact))
    {
      end = "/..";
      *other = TRUE;
    }
  g_string_append_printf (text, ",\"date\":\"%u%s\"", 1990 + chance % 31, end);
}

/* Where it is not the whole, what is told by then; without a title then, since that might tell the rest. */
static void
write_own_values (GString *text, const Writer *writer, const Fact *fact, guint i, const char *type)
{
  const gboolean has[N_VALUES] = { fact->chance % 5 != 0, fact->chance % 4 == 0, fact->chance % 6 == 0 };
  gboolean other = FALSE;

  for (guint value = 0; value < N_VALUES; value++)
    if (!writer->whole && is_retold (fact, value))
      {
        write_value (text, fact, value);
        other = TRUE;
      }
    else if (has[value] && value == DATE)
      write_own_date (text, writer, fact, type, &other);
    else if (has[value] && value == AMOUNT)
      g_string_append_printf (text, ",\"amount\":{\"value\":%u,\"currency\":\"USD\"}",
                              1 + fact->chance % 100);
    else if (has[value])
      g_string_append (text, ",\"share\":\"0.25\"");
  if (!other)
    g_string_append_printf (text, ",\"title\":\"Fact %u\"", i);
}

static char *
write_fact (const Writer *writer, const Fact *fact, guint i)
{
  GString *text = g_string_new (NULL);
  g_autofree char *citations = write_citations (writer, fact);
  const char *type = fact_types[fact->chance % G_N_ELEMENTS (fact_types)];

  g_string_append_printf (text, "{\"id\":\"f%u\",\"type\":\"%s\",\"subject\":\"e%u\"", i, type, fact->who[0]);
  if (fact->n > 1)
    g_string_append_printf (text, ",\"object\":\"e%u\"", fact->who[1]);
  if (fact->n > 2)
    g_string_append_printf (text, ",\"participants\":[{\"entity\":\"e%u\",\"role\":\"r\"}]", fact->who[2]);
  write_own_values (text, writer, fact, i, type);
  if (fact->chance % 11 == 0)
    g_string_append (text, ",\"negated\":true");
  g_string_append_printf (text, "%s}", citations);
  return g_string_free (text, FALSE);
}

static void
write_records (Writer *writer)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free),
                        entities = g_ptr_array_new_with_free_func (g_free);
  gboolean known[N_ENTITIES] = { FALSE };

  for (guint i = 0; i < N_FACTS; i++)
    {
      guint chance = g_rand_int (writer->random), n = 1 + (chance >> 8) % 3;
      Fact fact = { .cited = 1 + g_rand_int_range (writer->random, 0, 63), .n = n, .chance = chance };
      for (guint value = 0; value < N_VALUES; value++)
        fact.givers[value] = (Giver) g_rand_int_range (writer->random, NOBODY, SOMEBODY + 1);
      /* A few take part in what came later alone. */
      guint most = (fact.cited & 7u) != 0 ? N_ENTITIES - 6 : N_ENTITIES;
      for (guint k = 0; k < 3; k++)
        fact.who[k] = (guint) g_rand_int_range (writer->random, 0, (gint32) most);
      for (guint k = 0; k < n && (fact.cited & 7u) != 0; k++)
        known[fact.who[k]] = TRUE;
      if (writer->whole || (fact.cited & 7u) != 0)
        g_ptr_array_add (facts, write_fact (writer, &fact, i));
    }
  for (guint i = 0; i < N_ENTITIES; i++)
    {
      guint cited = (guint) g_rand_int_range (writer->random, 1, 64);
      g_autofree char *citations = write_citations (writer, &(Fact){ .cited = cited });
      if (writer->whole || known[i] || (cited & 7u) != 0)
        g_ptr_array_add (entities,
                         g_strdup_printf ("{\"id\":\"e%u\",\"type\":\"%s\",\"name\":\"Name %u\"%s}", i,
                                          entity_types[i % G_N_ELEMENTS (entity_types)], i, citations));
    }
  write_sources (writer);
  add_records (writer, "entities", entities);
  add_records (writer, "facts", facts);
}

static WhenceBundle *
make_story (guint32 seed, gboolean whole)
{
  g_autoptr (GError) error = NULL;
  Writer writer = { g_string_new ("{\"whence\":1"), g_rand_new_with_seed (seed), whole };
  WhenceBundle *bundle;

  write_records (&writer);
  g_string_append_c (writer.text, '}');
  bundle = whence_reader_read_text (writer.text->str, writer.text->len, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_string_free (writer.text, TRUE);
  g_rand_free (writer.random);
  return bundle;
}

/* The whole story by the date (0), and what is left of it without what came later (1). */
static void
make_scopes (guint32 seed, WhenceScope *scopes[2])
{
  g_autoptr (WhenceBundle) whole = make_story (seed, TRUE), early = make_story (seed, FALSE);
  g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (whole, BY, NULL);
  gint64 today = whence_known_by_get_today (known_by, whole);

  scopes[0] = whence_scope_new (&(WhenceScopeSpec){ .bundle = whole, .known_by = known_by, .today = today });
  scopes[1] = whence_scope_new (&(WhenceScopeSpec){ .bundle = early, .today = today });
}

static void
free_scopes (WhenceScope *scopes[2])
{
  whence_scope_unref (scopes[0]);
  whence_scope_unref (scopes[1]);
}

static const char *
entity_id (const WhenceScope *scope, guint32 entity)
{
  WhenceEntity record;

  if (entity == WHENCE_NONE)
    return "-";
  whence_bundle_get_entity (whence_scope_get_bundle (scope), entity, &record);
  return record.id;
}

static const char *
fact_id (const WhenceScope *scope, guint32 fact)
{
  WhenceFact record;

  if (fact == WHENCE_NONE)
    return "-";
  whence_bundle_get_fact (whence_scope_get_bundle (scope), fact, &record);
  return record.id;
}

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

/* In the hand, too: who stands there unknown neither pulls nor pushes, and is not moved. */
static void
test_dragged (void)
{
  const WhenceMeasure measure = whence_measure_plain;

  for (guint32 seed = 0; seed < N_STORIES; seed++)
    {
      WhenceScope *scopes[2];
      WhenceArrangement *arrangements[2];
      WhenceLive *lives[2];
      const WhenceGraph *graphs[2];

      make_scopes (seed, scopes);
      for (guint s = 0; s < 2; s++)
        {
          WhenceArrangeRequest request = {
            .scope = scopes[s], .aspect = 1.5, .focus = WHENCE_NONE, .measure = measure
          };
          arrangements[s] = whence_arrangement_new (&request, NULL);
          graphs[s] = arrangements[s]->graph;
        }
      for (guint32 i = 0; i < graphs[1]->n_nodes; i++)
        arrangements[1]->at[i] = arrangements[0]->at[same_node (scopes, graphs, i)];
      for (guint s = 0; s < 2; s++)
        {
          guint32 held = s == 0 ? same_node (scopes, graphs, 0) : 0;
          WhencePoint at = arrangements[s]->at[held];
          lives[s] = whence_arrangement_take_up (arrangements[s], scopes[s], &measure);
          for (guint32 i = 0; s == 0 && i < graphs[0]->n_entities; i++)
            if (whence_known_by_get_entity (whence_scope_get_known_by (scopes[0]), i) == WHENCE_ACTIVITY_NOT)
              whence_live_hold (lives[s], i, at.x, at.y);
          for (guint step = 1; step <= 30; step++)
            {
              whence_live_hold (lives[s], held, at.x + 8 * step, at.y - 5 * step);
              whence_live_tick (lives[s], 1);
            }
          whence_live_release (lives[s]);
          whence_live_tick (lives[s], 50);
        }
      for (guint32 i = 0; i < graphs[1]->n_nodes; i++)
        {
          WhencePoint one = whence_live_get_positions (lives[0])[same_node (scopes, graphs, i)];
          WhencePoint other = whence_live_get_positions (lives[1])[i];
          g_assert_cmpfloat (one.x, ==, other.x);
          g_assert_cmpfloat (one.y, ==, other.y);
        }
      for (guint32 i = 0; i < graphs[0]->n_nodes; i++)
        if (!whence_graph_knows_node (graphs[0], whence_scope_get_known_by (scopes[0]), i))
          g_assert_cmpfloat (whence_live_get_positions (lives[0])[i].x, ==, arrangements[0]->at[i].x);
      for (guint s = 0; s < 2; s++)
        {
          whence_live_free (lives[s]);
          whence_arrangement_unref (arrangements[s]);
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
