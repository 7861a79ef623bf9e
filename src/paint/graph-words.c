/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences about a graph. Constant time. */
#include "paint/graph-words.h"

#include <glib/gi18n-lib.h>

#include "layout/graph-scene-private.h"
#include "model/text-list.h"

char *
whence_graph_describe_places (const WhenceGraphScene *scene)
{
  switch (scene->layout)
    {
    case WHENCE_LAYOUT_CONCENTRIC:
      if (scene->center >= scene->graph->n_entities)
        return NULL;
      /* Translators: the name of the one in the middle. */
      return g_strdup_printf (_ ("Each ring is one step farther from %s."),
                              whence_bundle_get_entity_name (scene->graph->bundle, scene->center));
    case WHENCE_LAYOUT_LAYERED:
      return g_strdup (_ ("Owners and investors stand above what is theirs."));
    case WHENCE_LAYOUT_COMMAND:
      return g_strdup (_ ("Who works or sits on the board somewhere stands above it."));
    case WHENCE_LAYOUT_CHRONOLOGICAL:
      return g_strdup (_ ("All stand at the date of the first fact about them."));
    case WHENCE_LAYOUT_ORGANIC:
    case WHENCE_LAYOUT_SAVED:
    default:
      return NULL;
    }
}

char *
whence_graph_describe_look (const WhenceGraphScene *scene)
{
  const char *size = whence_graph_look_get_sentence (scene->look);
  const char *heading = whence_graph_look_get_heading (scene->look);
  /* Translators: what the colours of nodes stand for: communities, or what is connected. */
  g_autofree char *color = heading != NULL && whence_graph_look_has_classes (scene->look)
                             ? g_strdup_printf (_ ("Colours: %s"), heading)
                             : NULL;

  return whence_text_join_two (size, WHENCE_JOINT_NOTE, color);
}
