/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph painter on a Cairo surface: marks are where the nodes are, and what is carried away leaves
 * nothing behind. */
#include "graph-story.h"

/* The same scene on a Cairo surface leaves marks where the nodes are. */
static void
test_pixels (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 430);
  cairo_t *cr = cairo_create (surface);
  WhenceRect bounds;

  {
    g_autoptr (WhencePen) pen = whence_pen_new_cairo (cr);
    whence_graph_paint (&(WhenceGraphPaint){ .scene = fixture->scene,
                                             .style = whence_style_get (WHENCE_THEME_LIGHT),
                                             .width = 600,
                                             .height = 430 },
                        pen);
  }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  for (guint32 i = 0; i < 4; i++)
    {
      guint inked = 0;
      g_assert_true (whence_graph_scene_find_entity (fixture->scene, i, &bounds));
      for (int y = (int) bounds.y; y < (int) whence_rect_bottom (bounds); y++)
        for (int x = (int) bounds.x; x < (int) whence_rect_right (bounds); x++)
          inked +=
            cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 3]
            > 0;
      g_assert_cmpuint (inked, >, 60);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Pixels in @bounds that are neither empty nor ground. */
static guint
count_ink (cairo_surface_t *surface, WhenceRect bounds, WhenceColor ground)
{
  const guint8 rgb[] = { (guint8) (ground.b * 255 + 0.5), (guint8) (ground.g * 255 + 0.5),
                         (guint8) (ground.r * 255 + 0.5) };
  guint n = 0;

  cairo_surface_flush (surface);
  for (int y = (int) bounds.y; y < (int) whence_rect_bottom (bounds); y++)
    for (int x = (int) bounds.x; x < (int) whence_rect_right (bounds); x++)
      {
        const guint8 *px =
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
        n += px[3] > 0 && (ABS (px[0] - rgb[0]) > 1 || ABS (px[1] - rgb[1]) > 1 || ABS (px[2] - rgb[2]) > 1);
      }
  return n;
}

/* What is carried away leaves nothing behind in @bounds, where at least so many pixels were. */
static void
assert_nothing_left (const WhenceGraphScene *scene, const WhenceGraphScene *carried, WhenceRect bounds,
                     guint least)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 430);
  cairo_t *cr = cairo_create (surface);
  WhenceGraphPaint paint = {
    .scene = scene, .style = whence_style_get (WHENCE_THEME_LIGHT), .width = 600, .height = 430
  };

  {
    g_autoptr (WhencePen) pen = whence_pen_new_cairo (cr);
    whence_graph_paint (&paint, pen);
    g_assert_cmpuint (count_ink (surface, bounds, paint.style->ground), >, least);
    paint.scene = carried;
    whence_graph_paint_left (&paint, pen);
  }
  g_assert_cmpuint (count_ink (surface, bounds, paint.style->ground), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_left (Fixture *fixture, gconstpointer data)
{
  WhenceGraphView view = request_of (fixture).view;
  WhencePoint at = whence_arrangement_get_position (fixture->arrangement, 0);
  WhencePoint px = whence_graph_view_to_px (view, 600, 430, at);
  g_autoptr (WhenceArrangement) moved =
    whence_arrangement_move (fixture->arrangement, 0, at.x + 90, at.y + 40);
  g_autoptr (WhenceGraphScene) carried = whence_graph_scene_carried (fixture->scene, view, moved);

  assert_nothing_left (fixture->scene, carried, (WhenceRect){ px.x - 8, px.y - 8, 16, 16 }, 60);
}

/* Nor do signs of what changed, on its corner and on its lines. */
static void
test_left_signs (void)
{
  static const char employed[] =
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},"
    "{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\"}],\"facts\":[{\"id\":\"f\",\"type\":\"employment\","
    "\"subject\":\"a\",\"object\":\"b\",\"date\":\"2018/..\"}]}";
  const WhencePeriod dates[] = { { 1451606400, 1483228800 }, { 1672531200, 1704067200 } }; /* 2016, 2023 */
  Fixture fixture;
  WhenceGraphRequest request;
  WhencePoint at;
  WhenceRect sign;

  build (&fixture, employed, WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL);
  g_autoptr (WhenceScope) compared = whence_scope_compare (fixture.scope, dates);
  request = request_of (&fixture);
  request.scope = compared;
  g_autoptr (WhenceGraphScene) scene = whence_graph_scene_new (&request, NULL);
  at = whence_arrangement_get_position (fixture.arrangement, 0);
  g_autoptr (WhenceArrangement) moved = whence_arrangement_move (fixture.arrangement, 0, at.x, at.y + 150);
  g_autoptr (WhenceGraphScene) carried = whence_graph_scene_carried (scene, request.view, moved);
  const WhenceGraphNode *node = scene->nodes[0].entity == 0 ? &scene->nodes[0] : &scene->nodes[1];
  g_assert_cmpfloat (ABS (node->at.x - whence_graph_view_to_px (request.view, 600, 430, at).x), <, 1);
  g_assert_true (whence_graph_node_has_sign (node));
  sign = whence_graph_node_sign_box (node);
  assert_nothing_left (scene, carried,
                       (WhenceRect){ sign.x - 1, sign.y - 1, sign.width + 2, sign.height + 2 }, 30);
  tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  whence_fonts_init ();
  g_test_add ("/graph-pixels/pixels", Fixture, NULL, set_up, test_pixels, tear_down);
  g_test_add ("/graph-pixels/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add_func ("/graph-pixels/left-signs", test_left_signs);
  return g_test_run ();
}
