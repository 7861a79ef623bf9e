/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small story as a graph of 600 × 430 px, ready to be painted. */
#pragma once

#include "layout/graph-scene-private.h"
#include "paint/graph-painter.h"

#include "painted.h"
#include "read-text.h"

G_GNUC_UNUSED static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"p\",\"title\":\"P\",\"publisher\":\"One\"},{\"id\":\"q\",\"title\":"
  "\"Q\","
  "\"publisher\":\"Two\"}],\"entities\":["
  "{\"id\":\"ann\",\"type\":\"person\",\"name\":\"Ann "
  "<Lee>\"},{\"id\":\"firm\",\"type\":\"company\",\"name\":\"Firm\"},"
  "{\"id\":\"body\",\"type\":\"government\",\"name\":\"Body\"},{\"id\":\"thing\",\"type\":\"product\","
  "\"name\":"
  "\"Thing\"}],\"facts\":["
  "{\"id\":\"works\",\"type\":\"employment\",\"subject\":\"ann\",\"object\":\"firm\",\"date\":\"2010/2020\","
  "\"citations\":[{\"source\":\"p\"},{\"source\":\"q\"}]},"
  "{\"id\":\"invests\",\"type\":\"investment\",\"subject\":\"ann\",\"object\":\"firm\",\"date\":\"2012\","
  "\"amount\":{\"value\":2000000,\"currency\":\"USD\"},\"citations\":[{\"source\":\"p\"},{\"source\":\"q\","
  "\"stance\":\"disputes\"}]},"
  "{\"id\":\"case\",\"type\":\"legal-action\",\"subject\":\"body\",\"object\":\"firm\",\"status\":"
  "\"alleged\","
  "\"participants\":[{\"entity\":\"thing\",\"role\":\"at issue\"}],\"citations\":[{\"source\":\"p\"}]},"
  "{\"id\":\"makes\",\"type\":\"product\",\"subject\":\"firm\",\"object\":\"thing\"},"
  "{\"id\":\"denied\",\"type\":\"ownership\",\"subject\":\"ann\",\"object\":\"body\",\"negated\":true}]}";

typedef struct
{
  WhenceBundle *bundle;
  WhenceScope *scope;
  WhenceArrangement *arrangement;
  WhenceGraphScene *scene;
} Fixture;

/* Fitted. */
static inline WhenceGraphRequest
request_of (const Fixture *fixture)
{
  return (WhenceGraphRequest){
    .scope = fixture->scope,
    .arrangement = fixture->arrangement,
    .view = whence_graph_fit (fixture->scope, NULL, fixture->arrangement, 600, 430, &whence_measure_plain),
    .width = 600,
    .height = 430,
    .measure = whence_measure_plain,
  };
}

/* By that date, or by any. */
static inline void
build (Fixture *fixture, const char *text, gint64 from, gint64 to)
{
  WhenceGraphRequest request;

  fixture->bundle = read_text (text);
  fixture->scope =
    whence_scope_new (&(WhenceScopeSpec){ .bundle = fixture->bundle,
                                          .today = whence_bundle_get_latest_instant (fixture->bundle),
                                          .as_of = { from, to } });
  fixture->arrangement = whence_arrangement_new (
    &(WhenceArrangeRequest){
      .scope = fixture->scope, .aspect = 1.4, .focus = WHENCE_NONE, .measure = whence_measure_plain },
    NULL);
  request = request_of (fixture);
  fixture->scene = whence_graph_scene_new (&request, NULL);
}

static inline void
set_up (Fixture *fixture, gconstpointer as_of)
{
  gint64 from = WHENCE_INSTANT_BEFORE_ALL, to = WHENCE_INSTANT_AFTER_ALL;

  if (as_of != NULL)
    {
      from = whence_instant_from_civil ((WhenceCivil){ GPOINTER_TO_INT (as_of), 6, 1, 0, 0, 0 });
      to = from + 86400;
    }
  build (fixture, story, from, to);
}

static inline void
tear_down (Fixture *fixture, gconstpointer as_of)
{
  whence_graph_scene_unref (fixture->scene);
  whence_arrangement_unref (fixture->arrangement);
  whence_scope_unref (fixture->scope);
  whence_bundle_unref (fixture->bundle);
}
