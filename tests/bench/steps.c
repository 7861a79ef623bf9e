/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each step costs, for the table of growth: steps FILE prints, as a line of JSON, the processor ms and
 * the bytes kept of reading, indexing for the timeline and for the search, building a timeline scene and
 * laying out the graph; and how long a cancelled load goes on, ms. */
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <time.h>

#include "layout/graph-scene.h"
#include "layout/timeline-index.h"
#include "layout/timeline-scene.h"
#include "model/reader.h"
#include "model/search.h"
#include "paint/pen-backs.h"

#define WIDTH 1600
#define HEIGHT 1000

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
print (const char *before, const char *name, Mark start)
{
  Mark end = now ();

  printf ("%s\"%s\": {\"ms\": %.3f, \"bytes\": %.0f}", before, name, end.ms - start.ms,
          end.bytes - start.bytes);
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

static void
measure_timeline (WhenceScope *scope)
{
  Mark start = now ();
  WhenceTimelineIndex *index = whence_timeline_index_new (scope, WHENCE_GROUP_NONE, NULL);
  WhenceTimelineRequest request = {
    .scope = scope, .width = WIDTH, .height = HEIGHT, .index = index, .measure = whence_measure_pango
  };

  print (", ", "index", start);
  start = now ();
  request.view = whence_timeline_fit (scope, WIDTH, &whence_measure_pango, WHENCE_GROUP_NONE);
  print (", ", "fit", start);
  whence_timeline_scene_unref (whence_timeline_scene_new (&request, NULL));
  start = now ();
  whence_timeline_scene_unref (whence_timeline_scene_new (&request, NULL));
  print (", ", "scene", start);
  whence_timeline_index_unref (index);
}

static void
measure_layout (WhenceScope *scope)
{
  Mark start = now ();
  WhenceArrangement *arrangement = whence_arrangement_new (
    &(WhenceArrangeRequest){
      .scope = scope, .aspect = 1.6, .focus = WHENCE_NONE, .measure = whence_measure_pango },
    NULL);

  print (", ", "layout", start);
  whence_arrangement_unref (arrangement);
}

static void
measure_search (WhenceBundle *bundle)
{
  Mark start = now ();
  WhenceSearchIndex *index = whence_search_index_new (bundle, NULL, NULL);

  print (", ", "search_index", start);
  whence_search_index_unref (index);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceScope) scope = NULL;
  Mark start;

  if (argc != 2)
    g_error ("steps FILE");
  setlocale (LC_ALL, "");
  whence_fonts_init ();
  file = g_file_new_for_path (argv[1]);
  start = now ();
  bundle = read_bundle (file);
  printf ("{\"facts\": %u, ", whence_bundle_get_n_facts (bundle));
  print ("", "read", start);
  scope = whence_scope_new_whole (bundle);
  measure_timeline (scope);
  measure_layout (scope);
  measure_search (bundle);
  measure_cancel (file);
  printf ("}\n");
  return 0;
}
