/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many names and words of ties a graph shows when it just fits: label-share WIDTHxHEIGHT FILE… prints a
 * line of tab-separated figures for each: file, names shown, names, words shown, ties with words, ms to
 * lay it out and build the scene. Nothing here passes or fails. */
#include <stdio.h>

#include "formats/format.h"
#include "layout/graph-scene-private.h"
#include "model/reader.h"
#include "paint/pen-backs.h"

static WhenceBundle *
read_any (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;
  GError *error = NULL;
  const WhenceFormat *format;
  WhenceBundle *bundle;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  format = g_str_has_suffix (path, ".json") ? NULL : whence_format_for_file (path, text, length, &error);
  bundle = format != NULL ? format->read (text, length, NULL, &error)
                          : whence_reader_read_text (text, length, NULL, NULL, NULL, &error);
  if (bundle == NULL)
    g_error ("%s", error->message);
  return bundle;
}

static WhenceGraphScene *
fit_scene (WhenceScope *scope, double width, double height)
{
  g_autoptr (WhenceArrangement) arrangement = whence_arrangement_new (
    &(WhenceArrangeRequest){
      .scope = scope, .aspect = width / height, .focus = WHENCE_NONE, .measure = whence_measure_pango },
    NULL);

  return whence_graph_scene_new (
    &(WhenceGraphRequest){
      .scope = scope,
      .arrangement = arrangement,
      .view = whence_graph_fit (scope, NULL, arrangement, width, height, &whence_measure_pango),
      .width = width,
      .height = height,
      .measure = whence_measure_pango },
    NULL);
}

static void
print_share (const char *path, double width, double height)
{
  g_autoptr (WhenceBundle) bundle = read_any (path);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (WhenceGraphScene) scene = fit_scene (scope, width, height);
  gint64 end = g_get_monotonic_time ();
  g_autofree char *name = g_path_get_basename (path);
  guint n_named = 0, n_told = 0, n_tellable = 0;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    n_named += scene->nodes[i].labelled;
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      n_told += scene->edges[i].labelled;
      n_tellable += whence_graph_edge_has_words (scene, &scene->edges[i]);
    }
  printf ("%s\t%u\t%u\t%u\t%u\t%.0f\n", name, n_named, scene->n_nodes, n_told, n_tellable,
          (double) (end - start) / 1000);
}

int
main (int argc, char **argv)
{
  double width, height;

  if (argc < 3 || sscanf (argv[1], "%lfx%lf", &width, &height) != 2)
    {
      fprintf (stderr, "label-share WIDTHxHEIGHT FILE…\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    print_share (argv[i], width, height);
  return 0;
}
