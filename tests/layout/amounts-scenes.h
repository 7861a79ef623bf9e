/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What scenes of the amounts track are asked for, and stories of amounts. */
#pragma once

#include "layout/amounts-scene-private.h"

#include "read-text.h"

static inline WhenceAmountsRequest
request_of (WhenceScope *scope, WhenceTimeView view, double width, double height)
{
  return (WhenceAmountsRequest){ .scope = scope,
                                 .view = view,
                                 .width = width,
                                 .height = height,
                                 .grouping = WHENCE_GROUP_NONE,
                                 .measure = whence_measure_plain };
}

static inline WhenceScope *
scope_of_json (const char *entities, const char *facts)
{
  g_autofree char *json =
    g_strdup_printf ("{\"whence\":1,\"sources\":[{\"id\":\"a\",\"title\":\"A\",\"publisher\":\"A\"},"
                     "{\"id\":\"b\",\"title\":\"B\",\"publisher\":\"B\"}],"
                     "\"entities\":[%s],\"facts\":[%s]}",
                     entities, facts);
  g_autoptr (WhenceBundle) bundle = read_text (json);
  return whence_scope_new_whole (bundle);
}
