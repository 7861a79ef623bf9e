/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of a whole scope, laid out and fitted. */
#pragma once

#include "layout/graph-scene.h"

/* In so many px. Transfer full. */
static inline WhenceGraphScene *
draw_graph (WhenceScope *scope, double width, double height)
{
  g_autoptr (WhenceArrangement) arrangement = whence_arrangement_new (
    &(WhenceArrangeRequest){
      .scope = scope, .aspect = 1.4, .focus = WHENCE_NONE, .measure = whence_measure_plain },
    NULL);

  return whence_graph_scene_new (
    &(WhenceGraphRequest){
      .scope = scope,
      .arrangement = arrangement,
      .view = whence_graph_fit (scope, NULL, arrangement, width, height, &whence_measure_plain),
      .width = width,
      .height = height,
      .measure = whence_measure_plain },
    NULL);
}
