/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each step costs, for the table of growth: steps FILE prints, as a line of JSON, the processor ms and
 * the bytes kept of reading, indexing for the timeline and for the search, building a timeline scene and
 * laying out the graph; and how long a cancelled load goes on, ms. A time is the median of some runs: the
 * first pays for memory that the next ones find. */
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "app/memory.h"
#include "layout/graph-scene.h"
#include "layout/timeline-index.h"
#include "layout/timeline-scene.h"
#include "model/reader.h"
#include "model/search.h"
#include "paint/pen-backs.h"

#define WIDTH 1600
#define HEIGHT 1000
#define MOST_RUNS 25
#define FEW_RUNS 3
#define ENOUGH 1500 /* ms of all runs together */

typedef struct
{
  double ms, bytes;
} Mark;

static Mark
now (void)
{
  struct timespec time;
  struct mallinfo2 memory = mallinfo2 ();

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (Mark){ (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6,
                 (double) memory.uordblks + (double) memory.hblkhd };
}

static void
print (const char *before, const char *name, double ms, double bytes)
{
  printf ("%s\"%s\": {\"ms\": %.3f, \"bytes\": %.0f}", before, name, ms, bytes);
}

typedef gpointer (*Make) (gpointer data);

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double p = *(const double *) a, q = *(const double *) b;

  return p < q ? -1 : p > q;
}

/* Returns what was made last. */
static gpointer
measure (const char *before, const char *name, Make make, GDestroyNotify unmake, gpointer data)
{
  double ms[MOST_RUNS], sum = 0;
  gpointer made = NULL;
  guint n = 0;
  Mark start, end;

  do
    {
      g_clear_pointer (&made, unmake);
      start = now ();
      made = make (data);
      end = now ();
      ms[n] = end.ms - start.ms;
      sum += ms[n++];
    }
  while (n < FEW_RUNS || (n < MOST_RUNS && sum < ENOUGH));
  qsort (ms, n, sizeof *ms, compare_doubles);
  print (before, name, ms[n / 2], end.bytes - start.bytes);
  return made;
}

static WhenceBundle *
read_bundle (GFile *file)
{
  g_autoptr (GError) error = NULL;
  WhenceBundle *bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);

  if (bundle == NULL)
    g_error ("%s", error->message);
  return bundle;
}

/* --- A load that is given up --------------------------------------------------------------------------- */

static gpointer
read_in_thread (gpointer data)
{
  GTask *task = data;
  WhenceBundle *bundle =
    whence_reader_read_file (g_task_get_task_data (task), NULL, NULL, g_task_get_cancellable (task), NULL);

  whence_bundle_unref (bundle);
  return NULL;
}

static void
measure_cancel (GFile *file)
{
  double most = 0;

  for (guint i = 1; i <= 5; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GTask) task = g_task_new (NULL, cancellable, NULL, NULL);
      GThread *thread;
      gint64 start;

      g_task_set_task_data (task, file, NULL);
      thread = g_thread_new ("read", read_in_thread, task);
      g_usleep (i * i * 20000);
      start = g_get_monotonic_time ();
      g_cancellable_cancel (cancellable);
      g_thread_join (thread);
      most = MAX (most, (double) (g_get_monotonic_time () - start) / 1000);
    }
  printf (", \"cancel\": %.1f", most);
}

/* --- The steps ------------------------------------------------------------------------------------------ */

static gpointer
make_bundle (gpointer file)
{
  return read_bundle (file);
}

static gpointer
make_index (gpointer scope)
{
  return whence_timeline_index_new (scope, WHENCE_GROUP_NONE, NULL);
}

static gpointer
make_scene (gpointer request)
{
  return whence_timeline_scene_new (request, NULL);
}

static gpointer
make_arrangement (gpointer request)
{
  return whence_arrangement_new (request, NULL);
}

static gpointer
make_search_index (gpointer bundle)
{
  return whence_search_index_new (bundle, NULL, NULL);
}

static void
measure_timeline (WhenceScope *scope)
{
  WhenceTimelineIndex *index =
    measure (", ", "index", make_index, (GDestroyNotify) whence_timeline_index_unref, scope);
  WhenceTimelineRequest request = {
    .scope = scope, .width = WIDTH, .height = HEIGHT, .index = index, .measure = whence_measure_pango
  };

  request.view = whence_timeline_fit (scope, WIDTH, &whence_measure_pango, WHENCE_GROUP_NONE);
  whence_timeline_scene_unref (
    measure (", ", "scene", make_scene, (GDestroyNotify) whence_timeline_scene_unref, &request));
  whence_timeline_index_unref (index);
}

static void
measure_layout (WhenceScope *scope)
{
  WhenceArrangeRequest request = {
    .scope = scope, .aspect = 1.6, .focus = WHENCE_NONE, .measure = whence_measure_pango
  };

  whence_arrangement_unref (
    measure (", ", "layout", make_arrangement, (GDestroyNotify) whence_arrangement_unref, &request));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceScope) scope = NULL;

  if (argc != 2)
    g_error ("steps FILE");
  setlocale (LC_ALL, "");
  whence_memory_tune ();
  whence_fonts_init ();
  file = g_file_new_for_path (argv[1]);
  bundle = measure ("{", "read", make_bundle, (GDestroyNotify) whence_bundle_unref, file);
  printf (", \"facts\": %u", whence_bundle_get_n_facts (bundle));
  scope = whence_scope_new_whole (bundle);
  measure_timeline (scope);
  measure_layout (scope);
  whence_search_index_unref (
    measure (", ", "search_index", make_search_index, (GDestroyNotify) whence_search_index_unref, bundle));
  measure_cancel (file);
  printf ("}\n");
  return 0;
}
