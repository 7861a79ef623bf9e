/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The projection of facts on participants, case by case, and the plain graph under it. */
#include "layout/graph.h"

#include "read-text.h"

#define ENTITIES                                                                                             \
  "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},"                           \
  "{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\"},{\"id\":\"c\",\"type\":\"person\",\"name\":\"C\"}],"   \
  "\"facts\":[{\"id\":\"f\",\"type\":\"investment\"%s}]}"

typedef struct
{
  const char *name;
  const char *members; /* of the fact, after its id and type */
  guint n_nodes;       /* beyond the three entities */
  WhenceTied tied;
  const char *ties; /* "from>to" with an arrow, "from-to" without, roles in brackets, separated by blanks */
} Case;

static const Case cases[] = {
  { "pair", ",\"subject\":\"a\",\"object\":\"b\"", 0, WHENCE_TIED, "0>1" },
  { "loop", ",\"subject\":\"a\",\"object\":\"a\"", 0, WHENCE_TIED, "0>0" },
  { "nobody", "", 0, WHENCE_UNTIED_SINGLE, "" },
  { "subject-only", ",\"subject\":\"a\"", 0, WHENCE_UNTIED_SINGLE, "" },
  { "negated", ",\"subject\":\"a\",\"object\":\"b\",\"negated\":true", 0, WHENCE_UNTIED_NEGATED, "" },
  { "negated-alone", ",\"subject\":\"a\",\"negated\":true", 0, WHENCE_UNTIED_SINGLE, "" },
  { "undirected", ",\"subject\":\"a\",\"object\":\"b\",\"type\":\"competition\"", 0, WHENCE_TIED, "0-1" },
  { "third", ",\"subject\":\"a\",\"object\":\"b\",\"participants\":[{\"entity\":\"c\",\"role\":\"r\"}]", 1,
    WHENCE_TIED, "3-0 3>1 3-2(r)" },
  { "subject-and-participant", ",\"subject\":\"a\",\"participants\":[{\"entity\":\"c\"}]", 1, WHENCE_TIED,
    "3-0 3-2" },
  { "participants-only", ",\"participants\":[{\"entity\":\"b\",\"role\":\"x\"},{\"entity\":\"c\"}]", 1,
    WHENCE_TIED, "3-1(x) 3-2" },
  { "one-participant", ",\"participants\":[{\"entity\":\"b\"}]", 0, WHENCE_UNTIED_SINGLE, "" },
  { "twice", ",\"subject\":\"a\",\"object\":\"b\",\"participants\":[{\"entity\":\"a\",\"role\":\"r\"}]", 1,
    WHENCE_TIED, "3-0 3>1" },
};

static char *
describe (const WhenceGraph *graph)
{
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < graph->n_ties; i++)
    {
      const WhenceTie *tie = &graph->ties[i];
      g_string_append_printf (text, "%s%u%c%u", i > 0 ? " " : "", tie->from, tie->arrow ? '>' : '-', tie->to);
      if (tie->role != NULL)
        g_string_append_printf (text, "(%s)", tie->role);
    }
  return g_string_free (text, FALSE);
}

static char *
text_of (const Case *test)
{
  /* A second type would be a duplicate key. */
  g_autofree char *text = g_strdup_printf (ENTITIES, test->members);

  if (strstr (test->members, "competition") != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (text, "\"type\":\"investment\",", 2);
      return g_strjoinv ("", parts);
    }
  return g_steal_pointer (&text);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = text_of (test);
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceGraph) graph = whence_graph_new (bundle);
  g_autofree char *ties = describe (graph);
  guint degrees = 0;

  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, 1);
  g_assert_cmpuint (graph->n_entities, ==, 3);
  g_assert_cmpuint (graph->n_nodes, ==, 3 + test->n_nodes);
  g_assert_cmpuint (graph->tied[0], ==, test->tied);
  g_assert_cmpstr (ties, ==, test->ties);
  for (guint32 i = 0; i < graph->n_nodes; i++)
    degrees += graph->degree[i];
  g_assert_cmpuint (degrees, ==, 2 * graph->n_ties);
}

/* Two periods between the same pair stay two ties, and one edge of the plain graph. */
static void
test_periods (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},"
    "{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\"}],\"facts\":["
    "{\"id\":\"f\",\"type\":\"employment\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2001/2003\"},"
    "{\"id\":\"g\",\"type\":\"employment\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2010/..\"}]}");
  g_autoptr (WhenceGraph) graph = whence_graph_new (bundle);

  g_assert_cmpuint (graph->n_ties, ==, 2);
  g_assert_cmpuint (whence_net_degree (graph->net, 0), ==, 1);
  g_assert_cmpuint (graph->degree[0], ==, 2);
}

static void
test_net (void)
{
  const WhencePair pairs[] = { { 3, 1 }, { 0, 1 }, { 1, 0 }, { 2, 2 }, { 1, 3 }, { 4, 5 } };
  g_autoptr (WhenceNet) net = whence_net_new (6, pairs, G_N_ELEMENTS (pairs));
  guint32 component[6], distance[6], queue[6];

  g_assert_cmpuint (net->first[6], ==, 6);
  g_assert_cmpuint (net->target[net->first[1]], ==, 0);
  g_assert_cmpuint (net->target[net->first[1] + 1], ==, 3);
  g_assert_cmpuint (whence_net_degree (net, 2), ==, 0);
  g_assert_cmpuint (whence_net_components (net, component), ==, 3);
  g_assert_cmpuint (component[3], ==, component[0]);
  g_assert_cmpuint (component[5], ==, 2);
  g_assert_cmpuint (whence_net_distances (net, 0, distance, queue), ==, 3);
  g_assert_cmpuint (distance[3], ==, 2);
  g_assert_cmpuint (distance[4], ==, G_MAXUINT32);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autofree char *path = g_strdup_printf ("/graph/projection/%s", cases[c].name);
      g_test_add_data_func (path, &cases[c], test_case);
    }
  g_test_add_func ("/graph/periods", test_periods);
  g_test_add_func ("/graph/net", test_net);
  return g_test_run ();
}
