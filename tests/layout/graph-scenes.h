/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Graphs by chance and graphs with hubs, their arrangements and scenes, and what must hold of every scene. */
#pragma once

#include <math.h>

#include "layout/graph-scene-private.h"

#include "read-text.h"

G_GNUC_UNUSED static const char *const entity_types[] = { "person",     "company", "organization",
                                                          "government", "group",   "product",
                                                          "place",      "event",   "other" };
G_GNUC_UNUSED static const char *const fact_types[] = { "investment", "employment", "competition", "family",
                                                        "ownership" };

G_GNUC_UNUSED static const char *const names[] = {
  "Ada",
  "Meta Platforms",
  "A very long name of an institute that must be broken into several lines",
  "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\207\330\261",
  "\346\213\233\345\225\206\345\261\200\351\233\206\345\233\242",
  "\360\237\246\212 Fox & <Sons>",
  "O"
};

/* @n_entities, twice as many facts with pairs, loops, third parties, amounts and dates; @extra entity at the
 * end. */
static inline WhenceBundle *
make_bundle (guint32 seed, guint n_entities, gboolean extra)
{
  GString *text = g_string_new ("{\"whence\":1,\"entities\":[");
  GRand *random = g_rand_new_with_seed (seed);
  WhenceBundle *bundle;

  for (guint i = 0; i < n_entities; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"%s\",\"name\":\"%s %u\"}", i > 0 ? "," : "",
                            i, entity_types[g_rand_int (random) % G_N_ELEMENTS (entity_types)],
                            names[g_rand_int (random) % G_N_ELEMENTS (names)], i);
  if (extra)
    g_string_append (text, ",{\"id\":\"new\",\"type\":\"person\",\"name\":\"New\"}");
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < 2 * n_entities; i++)
    {
      guint a = g_rand_int (random) % n_entities, b = g_rand_int (random) % (a + 1);
      g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"%s\",\"subject\":\"e%u\"", i > 0 ? "," : "",
                              i, fact_types[g_rand_int (random) % G_N_ELEMENTS (fact_types)], a);
      if (i % 9 != 5)
        g_string_append_printf (text, ",\"object\":\"e%u\"", b);
      if (i % 11 == 3)
        g_string_append_printf (text, ",\"participants\":[{\"entity\":\"e%u\",\"role\":\"witness\"}]", b / 2);
      if (i % 4 == 0)
        g_string_append_printf (text, ",\"amount\":{\"value\":%u,\"currency\":\"USD\"},\"share\":\"0.25\"",
                                1000 * (i + 1));
      if (i % 3 == 0)
        g_string_append_printf (text, ",\"date\":\"%u/%u\"", 1990 + i % 30, 1995 + i % 30);
      if (i % 13 == 7)
        g_string_append (text, ",\"negated\":true");
      g_string_append_c (text, '}');
    }
  if (extra)
    g_string_append (text, ",{\"id\":\"new\",\"type\":\"employment\",\"subject\":\"new\",\"object\":\"e0\"}");
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  g_rand_free (random);
  g_string_free (text, TRUE);
  return bundle;
}

/* A bundle of @n_facts in which a handful of entities take part in nearly everything, as a sunflower. */
static inline WhenceBundle *
make_hubs (guint n_facts)
{
  guint n_entities = n_facts / 5;
  GRand *random = g_rand_new_with_seed (n_facts);
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  g_autoptr (GString) positions = g_string_new (NULL);

  for (guint i = 0; i < n_entities; i++)
    {
      g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"company\",\"name\":\"Company %u\"}",
                              i > 0 ? "," : "", i, i);
      g_string_append_printf (positions, "%s\"e%u\":[%f,%f]", i > 0 ? "," : "", i,
                              30 * sqrt (i) * cos (2.4 * i), 30 * sqrt (i) * sin (2.4 * i));
    }
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < n_facts; i++)
    {
      double a = g_rand_double (random), b = g_rand_double (random);
      g_string_append_printf (
        text,
        "%s{\"id\":\"f%u\",\"type\":\"contract\",\"subject\":\"e%u\",\"object\":\"e%u\","
        "\"amount\":{\"value\":%u,\"currency\":\"USD\"}}",
        i > 0 ? "," : "", i, (guint) (n_entities * a), (guint) (n_entities * b * b * b * b), 1 + i);
    }
  g_string_append_printf (text, "],\"view\":{\"positions\":{%s}}}", positions->str);
  g_rand_free (random);
  return read_text (text->str);
}

static inline WhenceArrangement *
arrange (WhenceScope *scope, WhenceLayoutKind layout, const WhenceArrangement *previous)
{
  return whence_arrangement_new (&(WhenceArrangeRequest){ .scope = scope,
                                                          .layout = layout,
                                                          .seed = 3,
                                                          .aspect = 1.3,
                                                          .previous = previous,
                                                          .focus = WHENCE_NONE,
                                                          .measure = whence_measure_plain },
                                 NULL);
}

static inline WhenceGraphScene *
scene_at (WhenceScope *scope, WhenceArrangement *arrangement, WhenceGraphView view, double width,
          double height)
{
  return whence_graph_scene_new (&(WhenceGraphRequest){ .scope = scope,
                                                        .arrangement = arrangement,
                                                        .view = view,
                                                        .width = width,
                                                        .height = height,
                                                        .measure = whence_measure_plain },
                                 NULL);
}

static inline WhenceGraphScene *
fitted (WhenceScope *scope, WhenceArrangement *arrangement, double width, double height)
{
  WhenceGraphView view = whence_graph_fit (scope, NULL, arrangement, width, height, &whence_measure_plain);
  return scene_at (scope, arrangement, view, width, height);
}

static inline void
assert_labels_inside (const WhenceGraphScene *scene)
{
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].labelled)
      {
        const WhenceGraphNode *node = &scene->nodes[i];
        g_assert_cmpfloat (node->label_at.x, >=, 0);
        g_assert_cmpfloat (node->label_at.y, >=, 0);
        g_assert_cmpfloat (node->label_at.x + node->label.width, <=, scene->width);
        g_assert_cmpfloat (node->label_at.y + node->label.height, <=, scene->height);
      }
}

static inline void
assert_all_counted (const WhenceGraphScene *scene, const WhenceBundle *bundle)
{
  WhenceGraphOmitted omitted = whence_graph_scene_get_omitted (scene);
  guint n_drawn = 0;
  WhenceRect bounds;

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    n_drawn += whence_graph_scene_find_fact (scene, i, &bounds);
  g_assert_cmpuint (n_drawn + omitted.n_single + omitted.n_negated + omitted.n_inactive + omitted.n_hidden,
                    ==, whence_bundle_get_n_facts (bundle));
}
