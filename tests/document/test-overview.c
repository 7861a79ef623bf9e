/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every overview that a reading gives is of the records that the bundle begins with, and the last one of all
 * of them; the document shows it while it waits, and forgets it then. */
#include <glib/gstdio.h>

#include "document/document.h"
#include "layout/range-scene.h"
#include "model/reader.h"

/* Facts by chance; one in ten is undated, one in ten not loaded. */
static char *
make_text (guint32 seed, gboolean lines)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new (lines ? "{\"whence\": 1}\n" : "{\"whence\": 1, \"facts\": [\n");
  const char *before = lines ? "{\"fact\": " : "", *after = lines ? "}\n" : ",\n";

  for (guint i = 0; i < 3000; i++)
    {
      int kind = g_rand_int_range (rand, 0, 10);

      if (i % 100 == 7 && lines)
        g_string_append_printf (
          text, "{\"entity\": {\"id\": \"e%u\", \"type\": \"person\", \"name\": \"E\"}}\n", i);
      g_string_append_printf (text, "%s{\"id\": \"f%u\"", before, kind == 0 ? 0 : i);
      if (kind != 1)
        g_string_append_printf (text, ", \"date\": \"%d-%02d\"", g_rand_int_range (rand, 1800, 2026),
                                g_rand_int_range (rand, 1, 13));
      g_string_append_printf (text, ", \"note\": \"%*s\", \"type\": \"launch\"}%s", 60 + kind, "", after);
    }
  g_string_append (text, lines ? "" : "{\"id\": \"last\", \"type\": \"launch\", \"date\": \"2026\"}]}");
  return g_string_free (text, FALSE);
}

typedef struct
{
  WhenceOverviewMaker *maker;
  GPtrArray *overviews;
} Reading;

static void
on_so_far (const WhenceBundle *so_far, gpointer data)
{
  Reading *reading = data;
  WhenceOverview *overview;

  whence_overview_maker_look (reading->maker, so_far);
  overview = whence_overview_maker_take (reading->maker);
  g_assert_nonnull (overview);
  g_assert_null (whence_overview_maker_take (reading->maker));
  g_ptr_array_add (reading->overviews, overview);
}

static guint32
count_dated (WhenceBundle *bundle, guint n_facts)
{
  guint32 n = 0;
  gint64 from, to;

  for (guint i = 0; i < n_facts; i++)
    n += whence_range_get_stretch (whence_bundle_get_fact_date (bundle, i), &from, &to);
  return n;
}

static void
assert_overviews_of (const GPtrArray *overviews, WhenceBundle *bundle)
{
  guint n_facts = 0, n_entities = 0;

  g_assert_cmpuint (overviews->len, >, 3);
  for (guint i = 0; i < overviews->len; i++)
    {
      const WhenceOverview *overview = g_ptr_array_index (overviews, i);

      g_assert_cmpuint (overview->n_facts, >=, n_facts);
      g_assert_cmpuint (overview->n_entities, >=, n_entities);
      n_facts = overview->n_facts;
      n_entities = overview->n_entities;
      g_assert_null (overview->expected);
      g_assert_cmpuint (whence_time_tally_get_n_facts (overview->counted), ==, count_dated (bundle, n_facts));
    }
  g_assert_cmpuint (n_facts, ==, whence_bundle_get_n_facts (bundle));
  g_assert_cmpuint (n_entities, ==, whence_bundle_get_n_entities (bundle));
}

/* The last overview draws what the range bar is going to draw. */
static void
assert_same_picture (const WhenceOverview *overview, WhenceBundle *bundle)
{
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceRangeScene) whole = whence_range_scene_new (scope, 700, &whence_measure_plain);
  g_autoptr (WhenceRangeScene) counted =
    whence_range_scene_new_so_far (overview->counted, NULL, 0, 0, 700, &whence_measure_plain);

  g_assert_cmpint (whole->from, ==, counted->from);
  g_assert_cmpint (whole->to, ==, counted->to);
  for (guint i = 0; i < whole->n_bins; i++)
    g_assert_cmpfloat_with_epsilon (whole->bins[i], counted->bins[i], 1e-6);
}

static GFile *
write_file (const char *text)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("whence-XXXXXX.facts.jsonl", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
test_reading (void)
{
  for (guint32 seed = 0; seed < 6; seed++)
    {
      g_autofree char *text = make_text (seed, seed % 2 == 0);
      g_autoptr (GFile) file = write_file (text);
      g_autoptr (GPtrArray) overviews =
        g_ptr_array_new_with_free_func ((GDestroyNotify) whence_overview_free);
      g_autoptr (GError) error = NULL;
      Reading reading = { whence_overview_maker_new (0), overviews };
      g_autoptr (WhenceBundle) bundle = NULL;

      whence_overview_maker_sample (reading.maker, file, NULL);
      bundle = whence_reader_watch_file (file, NULL, on_so_far, &reading, NULL, &error);
      g_assert_no_error (error);
      assert_overviews_of (overviews, bundle);
      assert_same_picture (g_ptr_array_index (overviews, overviews->len - 1), bundle);
      whence_overview_maker_free (reading.maker);
      g_assert_true (g_file_delete (file, NULL, NULL));
    }
}

/* --- In the document --- */

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (whence_document_load_finish (WHENCE_DOCUMENT (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static void
on_progress (WhenceDocument *document, GParamSpec *pspec, guint *n_overviews)
{
  const WhenceOverview *overview = whence_document_get_overview (document);

  if (overview == NULL)
    return;
  g_assert_true (whence_document_is_loading (document));
  g_assert_nonnull (overview->counted);
  ++*n_overviews;
}

static void
test_document (void)
{
  g_autoptr (WhenceDocument) document = whence_document_new ();
  g_autofree char *text = make_text (1, TRUE);
  g_autoptr (GFile) file = write_file (text);
  gboolean loaded = FALSE;
  guint n_overviews = 0;

  g_signal_connect (document, "notify::progress", G_CALLBACK (on_progress), &n_overviews);
  g_assert_null (whence_document_get_overview (document));
  whence_document_load_async (document, file, on_loaded, &loaded);
  /* However fast it is: what has been due for longest is done first. */
  g_usleep (200000);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (whence_document_get_overview (document));
  g_assert_cmpuint (n_overviews, >, 0);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/reading", test_reading);
  g_test_add_func ("/overview/document", test_document);
  return g_test_run ();
}
