/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two stories that are hard on a timeline: one from the beginning of everything to last year, with a few
 * facts a minute apart, and one of an afternoon minute by minute. At every range and width each fact is drawn
 * or counted, and the axis tells neighbours apart. */
#include <gio/gio.h>
#include <string.h>

#include "layout/shelf-column.h"
#include "layout/timeline-scene-private.h"
#include "model/reader.h"
#include "paint/export.h"
#include "paint/page-views.h"
#include "paint/pen-backs.h"

#define HEIGHT 700
#define N_ZOOMS 30

static const double widths[] = { 360, 900, 1920 };

typedef struct
{
  const char *name; /* of a file beside this one */
  const char *ranges[8];
} Story;

static const Story stories[] = {
  { "deep-time",
    { NULL, "Y-138E8/2025", "Y-4600000000/-9499", "Y-45000/1700", "-0299/1850", "1960/2026",
      "2014-01-20T09:00:00Z/2014-01-20T19:00:00Z", "2014-01-20T18:17:30Z/2014-01-20T18:19:30Z" } },
  { "afternoon",
    { NULL, "1961/1970", "1963-11-01/1963-12-01", "1963-11-22T10:00:00Z/1963-11-22T16:00:00Z",
      "1963-11-22T12:00:00Z/1963-11-22T13:00:00Z", "1963-11-22T12:30:00Z/1963-11-22T12:31:00Z",
      "1800/1900" } },
};

static WhenceScope *
read_story (const Story *story)
{
  g_autofree char *base = g_strconcat (story->name, ".facts.json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);
  guint n_problems;
  g_assert_no_error (error);
  whence_bundle_get_problems (bundle, &n_problems);
  g_assert_cmpuint (n_problems, ==, 0);
  return whence_scope_new_whole (bundle);
}

/* Its ends are dates of their own, so that they can be of any age. */
static void
read_range (const char *range, gint64 *from, gint64 *to)
{
  g_auto (GStrv) ends = g_strsplit (range, "/", 2);
  WhenceDate first, last;
  gint64 ignored;
  g_assert_true (whence_date_parse (ends[0], &first, NULL));
  g_assert_true (whence_date_parse (ends[1], &last, NULL));
  g_assert_true (whence_mark_extent (&first, from, &ignored));
  g_assert_true (whence_mark_extent (&last, &ignored, to));
}

/* NULL: everything. */
static WhenceTimeView
view_of (WhenceScope *scope, const char *range, double width)
{
  gint64 from, to;
  if (range == NULL)
    return whence_timeline_fit (scope, width, &whence_measure_pango, WHENCE_GROUP_NONE);
  read_range (range, &from, &to);
  return whence_timeline_frame (from, to, width);
}

static WhenceTimelineScene *
scene_of (WhenceScope *scope, WhenceTimeView view, double width)
{
  double shelf = whence_shelf_column_width (scope, width, &whence_measure_pango);
  WhenceTimelineRequest request = { .scope = scope,
                                    .view = view,
                                    .width = width - shelf,
                                    .height = HEIGHT,
                                    .measure = whence_measure_pango,
                                    .shelf_width = shelf,
                                    .shelf_height = HEIGHT };
  return whence_timeline_scene_new (&request, NULL);
}

/* --- Drawn or counted ---------------------------------------------------------------------------- */

static void
assert_all_there (const WhenceTimelineScene *scene)
{
  WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
  guint n_marks = 0, n_shelved = scene->column != NULL ? scene->column->n_items : 0;
  for (guint i = 0; i < scene->n_items; i++)
    {
      n_marks += scene->items[i].kind == WHENCE_ITEM_MARK;
      n_shelved += scene->items[i].kind == WHENCE_ITEM_SHELVED;
    }
  g_assert_cmpuint (n_shelved, ==, omitted.n_undated);
  g_assert_cmpuint (n_marks + omitted.n_clustered + omitted.n_counted + omitted.n_undated
                      + omitted.n_off_range,
                    ==, whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope)));
}

/* --- Neighbours ---------------------------------------------------------------------------------- */

/* What a tick is called: with what the larger unit says at its left. */
static const char *
larger_unit (const WhenceAxis *axis, double x)
{
  const char *label = NULL;
  for (guint i = 0; i < axis->n_major; i++)
    if (axis->major[i].x <= x && axis->major[i].label != NULL)
      label = axis->major[i].label;
  return label;
}

static void
assert_level (const WhenceAxis *axis, const WhenceAxisTick *ticks, guint n_ticks, gboolean minor)
{
  const WhenceAxisTick *before = NULL;
  for (guint i = 0; i < n_ticks; i++)
    {
      const WhenceAxisTick *tick = &ticks[i];
      if (tick->label == NULL)
        continue;
      if (before != NULL)
        {
          g_assert_cmpint (before->instant, <, tick->instant);
          g_assert_cmpfloat (before->label_x + before->label_width, <=, tick->label_x);
          if (!minor || g_strcmp0 (larger_unit (axis, before->x), larger_unit (axis, tick->x)) == 0)
            g_assert_cmpstr (before->label, !=, tick->label);
        }
      before = tick;
    }
}

static void
assert_neighbours_differ (const WhenceAxis *axis)
{
  assert_level (axis, axis->minor, axis->n_minor, TRUE);
  assert_level (axis, axis->major, axis->n_major, FALSE);
}

/* Two marks that say the same words are of facts that have the same title. */
static void
assert_marks_differ (const WhenceTimelineScene *scene)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < scene->n_items; i++)
    if (scene->items[i].kind == WHENCE_ITEM_MARK)
      {
        char *title = whence_label_describe (scene->scope, scene->items[i].fact);
        g_assert_cmpfloat (scene->items[i].label.width, >, 0);
        g_assert_true (g_hash_table_add (titles, title));
      }
}

static void
test_scenes (gconstpointer data)
{
  const Story *story = data;
  g_autoptr (WhenceScope) scope = read_story (story);
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint r = 0; r < G_N_ELEMENTS (story->ranges) && (r == 0 || story->ranges[r] != NULL); r++)
      {
        WhenceTimeView view = view_of (scope, story->ranges[r], widths[w]);
        g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, widths[w]);
        assert_all_there (scene);
        assert_neighbours_differ (&scene->axis);
        assert_marks_differ (scene);
      }
}

/* From all of time down to where seconds are wide, about the minute that has most to tell. */
static void
test_zooms (gconstpointer data)
{
  const Story *story = data;
  g_autoptr (WhenceScope) scope = read_story (story);
  const char *last = NULL;
  for (guint r = 1; r < G_N_ELEMENTS (story->ranges) && story->ranges[r] != NULL; r++)
    last = strstr (story->ranges[r], "T") != NULL ? story->ranges[r] : last;
  gint64 from, to;
  read_range (last, &from, &to);
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      WhenceTimeView view = view_of (scope, NULL, widths[w]);
      for (guint zoom = 0; zoom < N_ZOOMS; zoom++)
        {
          g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, widths[w]);
          assert_all_there (scene);
          assert_neighbours_differ (&scene->axis);
          double x = CLAMP (whence_time_view_to_x (view, from), 0, widths[w]);
          view = whence_time_view_zoom (view, x, 0.2);
        }
      g_assert_cmpfloat (view.seconds_per_px, <, 0.1);
    }
}

/* --- Files --------------------------------------------------------------------------------------- */

static void
test_exports (gconstpointer data)
{
  const Story *story = data;
  g_autoptr (WhenceScope) scope = read_story (story);
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint r = 0; r < G_N_ELEMENTS (story->ranges) && (r == 0 || story->ranges[r] != NULL); r++)
      {
        WhencePictureOptions options = whence_picture_defaults;
        g_autoptr (GError) error = NULL;
        options.type = WHENCE_PICTURE_SVG;
        options.show = WHENCE_SHOW_TIMELINE;
        options.width = widths[w];
        options.height = HEIGHT;
        if (story->ranges[r] != NULL)
          read_range (story->ranges[r], &options.range_from, &options.range_to);
        g_autoptr (GBytes) bytes = whence_export_picture (scope, &options, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } tests[] = { { "scenes", test_scenes }, { "zooms", test_zooms }, { "exports", test_exports } };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
      {
        g_autofree char *path = g_strdup_printf ("/paint/stories/%s/%s", stories[i].name, tests[t].name);
        g_test_add_data_func (path, &stories[i], tests[t].func);
      }
  return g_test_run ();
}
