/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the view of a graph looks: to px and back, closer about a point, and at the scale that fits. */
#include "graph-scenes.h"

static void
test_view (void)
{
  WhenceGraphView view = { 3, -4, 2 };
  WhencePoint px = whence_graph_view_to_px (view, 100, 60, (WhencePoint){ 10, 5 });
  WhencePoint back = whence_graph_view_from_px (view, 100, 60, px);
  WhenceGraphView nearer = whence_graph_view_zoom (view, 100, 60, (WhencePoint){ 20, 30 }, 1.7);
  WhencePoint same = whence_graph_view_from_px (nearer, 100, 60, (WhencePoint){ 20, 30 });
  WhencePoint before = whence_graph_view_from_px (view, 100, 60, (WhencePoint){ 20, 30 });

  g_assert_cmpfloat (px.x, ==, 64);
  g_assert_cmpfloat (px.y, ==, 48);
  g_assert_cmpfloat (back.x, ==, 10);
  g_assert_cmpfloat_with_epsilon (same.x, before.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (same.y, before.y, 1e-9);
}

/* A tie of middling length is as long as it is read best, in whatever order they come. */
static void
test_middling (void)
{
  static const double steps[] = { 90, 10, 70, 30, 50 };

  for (guint turn = 0; turn < G_N_ELEMENTS (steps); turn++)
    {
      g_autoptr (GString) json = g_string_new ("{\"whence\":1,\"entities\":[");
      g_autoptr (GString) places = g_string_new (NULL), facts = g_string_new (NULL);
      g_autoptr (WhenceBundle) bundle = NULL;
      g_autoptr (WhenceScope) scope = NULL;
      g_autoptr (WhenceArrangement) arrangement = NULL;
      double x = 0;
      for (guint i = 0; i <= G_N_ELEMENTS (steps); i++)
        {
          const char *comma = i > 0 ? "," : "";
          g_string_append_printf (json, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"E%u\"}", comma, i,
                                  i);
          g_string_append_printf (places, "%s\"e%u\":[%d,0]", comma, i, (int) x);
          if (i > 0)
            g_string_append_printf (facts,
                                    "%s{\"id\":\"f%u\",\"type\":\"family\",\"subject\":\"e%u\","
                                    "\"object\":\"e%u\"}",
                                    i > 1 ? "," : "", i, i - 1, i);
          x += steps[(turn + i) % G_N_ELEMENTS (steps)];
        }
      g_string_append_printf (json, "],\"facts\":[%s],\"view\":{\"positions\":{%s}}}", facts->str,
                              places->str);
      bundle = read_text (json->str);
      scope = whence_scope_new_whole (bundle);
      arrangement = arrange (scope, WHENCE_LAYOUT_SAVED, NULL);
      g_assert_cmpfloat_with_epsilon (
        whence_graph_fit (scope, NULL, arrangement, 1e5, 1e5, &whence_measure_plain).scale, 235.0 / 50, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-view/view", test_view);
  g_test_add_func ("/graph-view/middling", test_middling);
  return g_test_run ();
}
