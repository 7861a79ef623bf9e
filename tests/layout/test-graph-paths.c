/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shortest paths: by cases, and all of them with their ranks against brute force on graphs by chance. */
#include "layout/graph-paths.h"

#include "random-ties.h"

#define PERSON(id) "{\"id\":\"" id "\",\"type\":\"person\",\"name\":\"" id "\"}"
#define TIE(id, a, b, more)                                                                                  \
  "{\"id\":\"" id "\",\"type\":\"contract\",\"subject\":\"" a "\",\"object\":\"" b "\"" more "}"
#define ONE ",\"citations\":[{\"source\":\"s\"}]"
#define TWO ",\"citations\":[{\"source\":\"s\"},{\"source\":\"t\"}]"
#define AGAINST ",\"citations\":[{\"source\":\"s\"},{\"source\":\"t\",\"stance\":\"disputes\"}]"
#define STORY(facts)                                                                                         \
  "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"publisher\":\"P\"},"                           \
  "{\"id\":\"t\",\"title\":\"T\",\"publisher\":\"Q\"}],\"entities\":[" PERSON ("a") "," PERSON (             \
    "b") "," PERSON ("c") "," PERSON ("d") "," PERSON ("e") "," PERSON ("f") "],\"facts\":[" facts "]}"

typedef struct
{
  const char *name, *story;
  const char *date;      /* as of; NULL: at any time */
  const char *paths;     /* from a to d, separated by blanks */
  WhenceSupport weakest; /* of the first */
} Case;

static const Case cases[] = {
  { "none", STORY (TIE ("1", "a", "b", ONE)), NULL, "" },
  { "direct", STORY (TIE ("1", "a", "d", ONE)), NULL, "ad", WHENCE_SUPPORT_SINGLE },
  { "against-the-arrow", STORY (TIE ("1", "d", "a", "")), NULL, "ad", WHENCE_SUPPORT_UNSOURCED },
  { "negated-is-no-tie", STORY (TIE ("1", "a", "d", ",\"negated\":true")), NULL, "" },
  { "longer-ones-do-not-count",
    STORY (TIE ("1", "a", "b", TWO) "," TIE ("2", "b", "c", TWO) "," TIE ("3", "c", "d", TWO) "," TIE (
      "4", "a", "e", "") "," TIE ("5", "e", "d", "")),
    NULL, "aed", WHENCE_SUPPORT_UNSOURCED },
  { "ranked-by-evidence",
    STORY (TIE ("1", "a", "b", TWO) "," TIE ("2", "b", "d", AGAINST) "," TIE ("3", "a", "c", ONE) "," TIE (
      "4", "c", "d", ONE) "," TIE ("5", "a", "e", "") "," TIE ("6", "e", "d",
                                                               TWO) "," TIE ("7", "a", "f",
                                                                             TWO) "," TIE ("8", "f", "d",
                                                                                           TWO)),
    NULL, "afd acd abd aed", WHENCE_SUPPORT_CORROBORATED },
  { "a-step-is-worth-its-best-fact",
    STORY (TIE ("1", "a", "b", "") "," TIE ("2", "b", "d", TWO) "," TIE ("3", "b", "a", TWO) "," TIE (
      "4", "a", "c", TWO) "," TIE ("5", "c", "d", ONE)),
    NULL, "abd acd", WHENCE_SUPPORT_CORROBORATED },
  { "through-a-fact-of-many",
    STORY ("{\"id\":\"1\",\"type\":\"contract\",\"participants\":[{\"entity\":\"a\"},{\"entity\":\"b\"},"
           "{\"entity\":\"c\"}]}," TIE ("2", "c", "d", ONE)),
    NULL, "acd", WHENCE_SUPPORT_UNSOURCED },
  { "at-a-date",
    STORY (TIE ("1", "a", "d", ",\"date\":\"2019/..\"") "," TIE (
      "2", "a", "b", ",\"date\":\"2001/..\"") "," TIE ("3", "b", "d", ",\"date\":\"2002/..\"")),
    "2010", "abd", WHENCE_SUPPORT_UNSOURCED },
};

static char *
describe (const WhenceGraphPaths *paths)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < whence_graph_paths_get_n_listed (paths); i++)
    {
      const guint32 *entities = whence_graph_paths_get (paths, i);
      if (i > 0)
        g_string_append_c (text, ' ');
      for (guint k = 0; k <= whence_graph_paths_get_hops (paths); k++)
        g_string_append_c (text, (char) ('a' + entities[k]));
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (WhenceBundle) bundle = read_text (test->story);
  gint64 from = WHENCE_INSTANT_BEFORE_ALL, to = WHENCE_INSTANT_AFTER_ALL;
  g_autoptr (WhenceScope) scope = NULL;
  g_autoptr (WhenceGraphPaths) paths = NULL;
  g_autofree char *text = NULL;
  WhenceDate date;

  if (test->date != NULL)
    {
      g_assert_true (whence_date_parse (test->date, &date, NULL));
      from = date.start.earliest;
      to = date.end.latest;
    }
  scope = whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .as_of = { from, to } });
  paths = whence_graph_paths_new (scope, 0, 3, 10);
  text = describe (paths);
  g_assert_cmpstr (text, ==, test->paths);
  g_assert_cmpuint (whence_graph_paths_get_n_all (paths), ==, whence_graph_paths_get_n_listed (paths));
  if (*text != '\0')
    g_assert_cmpint (whence_graph_paths_get_weakest (paths, 0), ==, test->weakest);
}

/* --- Brute force --- */

static const WhenceSupport worst_first[] = { WHENCE_SUPPORT_UNSOURCED, WHENCE_SUPPORT_DISPUTED,
                                             WHENCE_SUPPORT_SINGLE };

/* The best support of a fact between the two. */
static guint
rank_of_step (const Ties *ties, const WhenceScope *scope, guint32 a, guint32 b)
{
  guint best = 0;

  for (guint32 fact = 0; fact < ties->n_facts; fact++)
    {
      guint32 parties[TIES_MAX];
      guint n = whence_bundle_get_fact_entities (ties->bundle, fact, parties, TIES_MAX), found = 0, rank = 0;
      for (guint i = 0; i < n; i++)
        found += parties[i] == a || parties[i] == b;
      if (found < 2 || !whence_scope_ties (scope, fact))
        continue;
      while (rank < 3 && worst_first[rank] != whence_evidence_for_fact (ties->bundle, fact).support)
        rank++;
      best = MAX (best, rank);
    }
  return best;
}

typedef struct
{
  const Ties *ties;
  const WhenceScope *scope;
  guint hops[TIES_MAX][TIES_MAX];
  guint32 way[TIES_MAX], to;
  GPtrArray *found; /* a string that sorts like the path ranks */
} Brute;

static void
follow (Brute *brute, guint length)
{
  guint32 at = brute->way[length];
  guint counts[4] = { 0 };
  GString *text;

  for (guint32 next = 0; at != brute->to && next < brute->ties->n; next++)
    if (brute->ties->tied[at][next] && brute->hops[next][brute->to] + 1 == brute->hops[at][brute->to])
      {
        brute->way[length + 1] = next;
        follow (brute, length + 1);
      }
  if (at != brute->to)
    return;
  for (guint i = 0; i < length; i++)
    counts[rank_of_step (brute->ties, brute->scope, brute->way[i], brute->way[i + 1])]++;
  text = g_string_new (NULL);
  g_string_printf (text, "%02u%02u%02u ", counts[0], counts[1], counts[2]);
  for (guint i = 0; i <= length; i++)
    g_string_append_c (text, (char) ('a' + brute->way[i]));
  g_ptr_array_add (brute->found, g_string_free (text, FALSE));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
test_chance (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint n_found = 0;

  for (guint trial = 0; trial < 800; trial++)
    {
      Ties ties = ties_new (random);
      g_autoptr (WhenceScope) scope = ties_scope (&ties);
      guint32 from = (guint32) g_rand_int_range (random, 0, (gint32) ties.n),
              to = (guint32) g_rand_int_range (random, 0, (gint32) ties.n);
      guint max = (guint) g_rand_int_range (random, 1, 6);
      g_autoptr (WhenceGraphPaths) paths = whence_graph_paths_new (scope, from, to, max);
      Brute brute = { &ties, scope, .to = to, .found = g_ptr_array_new_with_free_func (g_free) };
      g_autofree char *text = describe (paths);
      g_autoptr (GString) expected = g_string_new (NULL);

      ties_measure (&ties, brute.hops);
      brute.way[0] = from;
      if (from != to && brute.hops[from][to] < TIES_MAX)
        follow (&brute, 0);
      g_ptr_array_sort (brute.found, compare_texts);
      for (guint i = 0; i < MIN (max, brute.found->len); i++)
        g_string_append_printf (expected, "%s%s", i > 0 ? " " : "",
                                (const char *) g_ptr_array_index (brute.found, i) + 7);
      g_assert_cmpstr (text, ==, expected->str);
      g_assert_cmpuint (whence_graph_paths_get_n_all (paths), ==, brute.found->len);
      n_found += brute.found->len;
      g_ptr_array_unref (brute.found);
      whence_bundle_unref (ties.bundle);
    }
  g_assert_cmpuint (n_found, >, 300);
}

/* A ladder of diamonds has 2^n shortest paths: all are counted, the best few are listed, at once. */
static void
test_very_many (void)
{
  g_autoptr (GString) json = g_string_new ("{\"whence\":1,\"entities\":[");
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceScope) scope = NULL;
  g_autoptr (WhenceGraphPaths) paths = NULL, all = NULL;
  const guint n = 80;

  for (guint i = 0; i <= 3 * n; i++)
    g_string_append_printf (json, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"E\"}", i > 0 ? "," : "",
                            i);
  g_string_append (json, "],\"facts\":[");
  for (guint i = 0; i < n; i++)
    for (guint side = 1; side < 3; side++)
      g_string_append_printf (
        json,
        "%s{\"id\":\"f%u-%u\",\"type\":\"contract\",\"subject\":\"e%u\",\"object\":\"e%u\"},"
        "{\"id\":\"g%u-%u\",\"type\":\"contract\",\"subject\":\"e%u\",\"object\":\"e%u\"}",
        i + side > 1 ? "," : "", i, side, 3 * i, 3 * i + side, i, side, 3 * i + side, 3 * i + 3);
  g_string_append (json, "]}");
  bundle = read_text (json->str);
  scope = whence_scope_new_whole (bundle);
  paths = whence_graph_paths_new (scope, 0, 3 * 40, 50);
  g_assert_cmpuint (whence_graph_paths_get_n_all (paths), ==, G_GUINT64_CONSTANT (1) << 40);
  g_assert_cmpuint (whence_graph_paths_get_n_listed (paths), ==, 50);
  g_assert_cmpuint (whence_graph_paths_get_hops (paths), ==, 80);
  all = whence_graph_paths_new (scope, 0, 3 * n, 50);
  g_assert_cmpuint (whence_graph_paths_get_n_all (all), ==, G_MAXUINT64);
}

/* Every fact of a step is there, the best evidence first. */
static void
test_facts (void)
{
  g_autoptr (WhenceBundle) bundle =
    read_text (STORY (TIE ("1", "a", "d", "") "," TIE ("2", "d", "a", TWO) "," TIE (
      "3", "a", "d", ",\"negated\":true") "," TIE ("4", "a", "d", ONE) "," TIE ("5", "a", "b", TWO)));
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceGraphPaths) paths = whence_graph_paths_new (scope, 0, 3, 10);
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (guint32));

  whence_graph_paths_list_facts (paths, 0, 0, facts);
  g_assert_cmpuint (facts->len, ==, 3);
  g_assert_cmpuint (g_array_index (facts, guint32, 0), ==, 1);
  g_assert_cmpuint (g_array_index (facts, guint32, 1), ==, 3);
  g_assert_cmpuint (g_array_index (facts, guint32, 2), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/graph-paths/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/layout/graph-paths/chance", test_chance);
  g_test_add_func ("/layout/graph-paths/very-many", test_very_many);
  g_test_add_func ("/layout/graph-paths/facts", test_facts);
  return g_test_run ();
}
