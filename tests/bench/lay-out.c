/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out a table of edges as the program does, and measures that alone: lay-out EDGES.csv LAYOUT [FAITH
 * [RUNS]] writes lines "id x y" and prints one JSON object with processor and wall seconds, of the fastest of
 * RUNS, and MB beyond those that the facts take. Not a test: what passes is for the reader of the benchmark
 * to say. */
#include <malloc.h>
#include <stdio.h>
#include <time.h>

#include "formats/format.h"
#include "layout/graph-scene.h"

static double
seconds_of (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

/* A line of /proc/self/status in MB; 0 where there is none. */
static double
read_status (const char *key)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, key);
  return line != NULL ? g_ascii_strtod (line + strlen (key), NULL) / 1024 : 0;
}

/* What was freed goes back to the system, and the peak begins anew, or memory would be used that nobody
 * counts. */
static double
start_memory (void)
{
  FILE *file;

  malloc_trim (0);
  file = fopen ("/proc/self/clear_refs", "w");
  if (file != NULL)
    {
      fputs ("5", file);
      fclose (file);
    }
  return read_status ("VmRSS:");
}

static void
write_layout (const char *path, WhenceBundle *bundle, const WhenceArrangement *arrangement)
{
  FILE *file = fopen (path, "w");

  if (file == NULL)
    g_error ("cannot write %s", path);
  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    {
      WhencePoint at = whence_arrangement_get_position (arrangement, i);
      fprintf (file, "%s %.6g %.6g\n", whence_bundle_get_entity_name (bundle, i), at.x, at.y);
    }
  fclose (file);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceScope) scope = NULL;
  WhenceArrangeRequest request = { .aspect = 1, .focus = WHENCE_NONE, .measure = whence_measure_plain };
  double cpu = G_MAXDOUBLE, wall = G_MAXDOUBLE, memory = 0;
  guint n_runs = argc > 4 ? (guint) g_ascii_strtoull (argv[4], NULL, 10) : 1;

  if (argc < 3)
    {
      g_printerr ("usage: lay-out EDGES.csv LAYOUT [FAITH [RUNS]]\n");
      return 2;
    }
  if (!g_file_get_contents (argv[1], &text, &length, &error))
    g_error ("%s", error->message);
  bundle = whence_format_by_name ("csv", NULL)->read (text, length, NULL, &error);
  if (bundle == NULL)
    g_error ("%s", error->message);
  scope = whence_scope_new_whole (bundle);
  request.scope = scope;
  request.faith = argc > 3 ? (WhenceFaith) g_ascii_strtoull (argv[3], NULL, 10) : WHENCE_FAITH_BALANCED;
  for (guint run = 0; run < MAX (1, n_runs); run++)
    {
      double before = start_memory (), cpu_start = seconds_of (CLOCK_PROCESS_CPUTIME_ID);
      double wall_start = seconds_of (CLOCK_MONOTONIC);
      g_autoptr (WhenceArrangement) arrangement = whence_arrangement_new (&request, NULL);
      cpu = MIN (cpu, seconds_of (CLOCK_PROCESS_CPUTIME_ID) - cpu_start);
      wall = MIN (wall, seconds_of (CLOCK_MONOTONIC) - wall_start);
      memory = read_status ("VmHWM:") - before;
      if (run == 0)
        write_layout (argv[2], bundle, arrangement);
    }
  g_print ("{\"cpu\": %.4f, \"wall\": %.4f, \"memory\": %.1f}\n", cpu, wall, memory);
  return 0;
}
