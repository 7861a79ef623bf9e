/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks of a graph one by one: how large a node is and what stands in it, how the lines of a pair lie. */
#include <math.h>

#include "layout/graph-scene-private.h"

#include "read-text.h"

static WhenceArrangement *
arrange (WhenceScope *scope)
{
  return whence_arrangement_new (
    &(WhenceArrangeRequest){
      .scope = scope, .seed = 3, .aspect = 1.3, .focus = WHENCE_NONE, .measure = whence_measure_plain },
    NULL);
}

static WhenceGraphScene *
fit (WhenceScope *scope, WhenceGraphLook *look, gboolean negated)
{
  g_autoptr (WhenceArrangement) arrangement = arrange (scope);

  return whence_graph_scene_new (
    &(WhenceGraphRequest){ .scope = scope,
                           .arrangement = arrangement,
                           .view =
                             whence_graph_fit (scope, NULL, arrangement, 1280, 800, &whence_measure_plain),
                           .width = 1280,
                           .height = 800,
                           .measure = whence_measure_plain,
                           .look = look,
                           .negated = negated },
    NULL);
}

/* Twelve people who each know the first one. */
static WhenceBundle *
make_star (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"E %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 1; i < 12; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"f%u\",\"type\":\"family\",\"subject\":\"e0\",\"object\":\"e%u\"}",
                            i > 1 ? "," : "", i, i);
  g_string_append (text, "]}");
  return read_text (text->str);
}

/* --- The look --- */

static void
test_sizes (void)
{
  g_autoptr (WhenceBundle) bundle = make_star ();
  g_autoptr (WhenceBundle) other = make_star ();
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceGraphLook) alike = whence_graph_look_new (bundle);
  g_autoptr (WhenceGraphLook) by_value = whence_graph_look_new (bundle);
  g_autoptr (WhenceGraphLook) foreign = whence_graph_look_new (other);
  double *values = g_new (double, 12);

  for (guint i = 0; i < 12; i++)
    values[i] = i == 4 ? (double) NAN : i / 11.0;
  whence_graph_look_take_values (by_value, values, "The more, the larger");
  whence_graph_look_set_sizing (alike, WHENCE_SIZE_BY_NONE);
  whence_graph_look_set_sizing (foreign, WHENCE_SIZE_BY_NONE);
  {
    g_autoptr (WhenceGraphScene) same = fit (scope, alike, FALSE);
    g_autoptr (WhenceGraphScene) valued = fit (scope, by_value, FALSE);
    g_autoptr (WhenceGraphScene) plain = fit (scope, NULL, FALSE);
    g_autoptr (WhenceGraphScene) stale = fit (scope, foreign, FALSE);
    for (guint i = 1; i < 12; i++)
      {
        g_assert_cmpfloat (same->nodes[i].radius, ==, same->nodes[0].radius);
        g_assert_cmpfloat (plain->nodes[i].radius, ==, stale->nodes[i].radius);
        if (i != 4 && i != 5)
          g_assert_cmpfloat (valued->nodes[i].radius, >, valued->nodes[i - 1].radius);
      }
    g_assert_cmpfloat (valued->nodes[4].radius, ==, valued->nodes[0].radius);
  }
}

/* --- Initials --- */

static void
test_initials (void)
{
  static const struct
  {
    const char *name, *initials;
  } cases[] = {
    { "Alexandr Wang", "AW" },
    { "meta", "M" },
    { "Jean-Luc Picard", "JP" },
    { "Federal Trade Commission (FTC)", "FF" },
    { "e\314\201lodie Bon", "E\314\201B" },                                  /* a mark of its own */
    { "\307\206ungla", "\307\205" },                                         /* dž: a title letter */
    { "\346\213\233\345\225\206 \351\233\206\345\233\242", "\346\213\233" }, /* Han */
    { "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\207\330\261", "\330\264" }, /* Arabic */
    { "\355\225\234\352\265\255 \354\235\200\355\226\211", "\355\225\234" },                     /* Hangul */
    { "\360\237\246\212 Fox & Sons", "FS" },
    { "\360\237\221\251\342\200\215\360\237\232\200",
      "\360\237\221\251\342\200\215\360\237\232\200" }, /* one sign */
    { "3 M", "3M" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"%s\"}]}", cases[i].name);
      g_autoptr (WhenceBundle) bundle = read_text (text);
      g_autoptr (WhenceGraph) graph = whence_graph_new (bundle);
      WhenceTextBlock block;
      whence_graph_node_initials (graph, 0, &whence_measure_plain, &block);
      g_assert_cmpuint (block.n_lines, ==, 1);
      g_assert_cmpstr (block.lines[0].text, ==, cases[i].initials);
      whence_text_block_clear (&block);
    }
}

/* --- Lines --- */

/* @n facts from a to b and one from b to a, one of them negated when @negated. */
static WhenceGraphScene *
pair_scene (guint n, gboolean negated, gboolean shown)
{
  g_autoptr (GString) text =
    g_string_new ("{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},"
                  "{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\"},{\"id\":\"c\",\"type\":\"company\","
                  "\"name\":\"C\"}],\"facts\":["
                  "{\"id\":\"g\",\"type\":\"customer\",\"subject\":\"b\",\"object\":\"a\"},"
                  "{\"id\":\"loop\",\"type\":\"contract\",\"subject\":\"c\",\"object\":\"c\"}");
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceScope) scope = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            ",{\"id\":\"f%u\",\"type\":\"employment\",\"subject\":\"a\",\"object\":\"b\","
                            "\"date\":\"%u/%u\"%s}",
                            i, 2000 + i, 2001 + i, negated && i == 0 ? ",\"negated\":true" : "");
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  scope = whence_scope_new_whole (bundle);
  return fit (scope, NULL, shown);
}

/* Two periods between the same pair are two edges; what points back does not coincide with either; a loop is
 * drawn. */
static void
test_fan (void)
{
  g_autoptr (WhenceGraphScene) scene = pair_scene (2, FALSE, FALSE);

  g_assert_cmpuint (scene->n_edges, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      WhencePoint a = whence_curve_point (scene->edges[i].curve, 0.5);
      g_assert_cmpuint (scene->edges[i].n_on_line, ==, 1);
      g_assert_cmpfloat (whence_curve_length (scene->edges[i].curve), >, 20);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (whence_curve_distance (scene->edges[j].curve, a), >, 8);
    }
}

static guint
count_lines_of (const WhenceGraphScene *scene)
{
  guint n = 0;

  for (guint32 i = 0; i < scene->n_edges; i++)
    n += scene->edges[i].n_on_line > 0;
  return n;
}

/* Whichever of them is asked, a line lists all @n of its facts. */
static void
assert_listed (const WhenceGraphScene *scene, guint n)
{
  guint n_lines = 0, n_listed;

  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      g_autofree guint32 *facts = whence_graph_scene_list_line (scene, scene->edges[i].fact, &n_listed);
      gboolean loop = scene->edges[i].from == scene->edges[i].to;
      g_assert_cmpuint (n_listed, ==, loop ? 0 : n);
      n_lines += whence_graph_scene_count_on_line (scene, scene->edges[i].fact) > 1;
    }
  g_assert_cmpuint (n_lines, ==, n > 0);
}

/* Up to six are a fan; seven and more one line that counts them, and what is said not to be is never among
 * them. */
static void
test_bundle (void)
{
  for (guint n = 4; n < 40; n += 7)
    {
      g_autoptr (WhenceGraphScene) plain = pair_scene (n, FALSE, TRUE);
      g_autoptr (WhenceGraphScene) with = pair_scene (n + 1, TRUE, TRUE);
      g_autoptr (WhenceGraphScene) without = pair_scene (n + 1, TRUE, FALSE);
      guint n_lines = n + 1 > 6 ? 1 : n + 1;
      g_assert_cmpuint (count_lines_of (plain), ==, n_lines + 1);
      g_assert_cmpuint (count_lines_of (with), ==, n_lines + 2);
      g_assert_cmpuint (count_lines_of (without), ==, n_lines + 1);
      g_assert_cmpuint (whence_graph_scene_get_omitted (with).n_negated, ==, 0);
      g_assert_cmpuint (whence_graph_scene_get_omitted (without).n_negated, ==, 1);
      assert_listed (plain, n + 1 > 6 ? n + 1 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-marks/sizes", test_sizes);
  g_test_add_func ("/graph-marks/initials", test_initials);
  g_test_add_func ("/graph-marks/fan", test_fan);
  g_test_add_func ("/graph-marks/bundle", test_bundle);
  return g_test_run ();
}
