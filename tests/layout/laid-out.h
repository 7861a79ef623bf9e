/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bundles by chance with dates of every form, laid out and drawn. */
#pragma once

#include <math.h>

#include "layout/graph-scene-private.h"

#include "read-text.h"

static const char *const fact_types[] = { "ownership", "investment", "employment", "board-seat", "family" };

static const char *const dates[] = { "2001", "2001-05",     "2003-02-28", "1999/2010", "201X",
                                     NULL,   "-0044-03-15", "../2005",    "2010/.." };

/* @n entities, twice as many facts; @n_extra further entities at the end, each with a tie to the first. */
static inline WhenceBundle *
make_bundle (guint32 seed, guint n, guint n_extra, guint n_dates)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  GRand *random = g_rand_new_with_seed (seed);
  WhenceBundle *bundle;

  for (guint i = 0; i < n + n_extra; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"company\",\"name\":\"Company number %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < 2 * n + n_extra; i++)
    {
      guint a = i < 2 * n ? (guint) g_rand_int (random) % n : n + i - 2 * n,
            b = i < 2 * n ? (guint) g_rand_int (random) % (a + 1) : 0;
      const char *type = fact_types[g_rand_int (random) % G_N_ELEMENTS (fact_types)];
      const char *date = dates[g_rand_int (random) % n_dates];
      g_string_append_printf (text,
                              "%s{\"id\":\"f%u\",\"type\":\"%s\",\"subject\":\"e%u\",\"object\":\"e%u\"",
                              i > 0 ? "," : "", i, type, b, a);
      if (i % 11 == 3)
        g_string_append_printf (text, ",\"participants\":[{\"entity\":\"e%u\"}]", b / 2);
      if (date != NULL)
        g_string_append_printf (text, ",\"date\":\"%s\"", date);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  g_assert_nonnull (bundle);
  g_rand_free (random);
  return bundle;
}

static inline WhenceArrangement *
arrange (WhenceBundle *bundle, WhenceLayoutKind layout, const WhenceArrangement *previous)
{
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  return whence_arrangement_new (&(WhenceArrangeRequest){ .scope = scope,
                                                          .layout = layout,
                                                          .aspect = 1.5,
                                                          .previous = previous,
                                                          .focus = WHENCE_NONE,
                                                          .measure = whence_measure_plain },
                                 NULL);
}

static inline WhenceGraphScene *
make_scene (WhenceBundle *bundle, WhenceArrangement *arrangement, WhenceGraphView *view)
{
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  *view = whence_graph_fit (scope, NULL, arrangement, 900, 600, &whence_measure_plain);
  return whence_graph_scene_new (&(WhenceGraphRequest){ .scope = scope,
                                                        .arrangement = arrangement,
                                                        .view = *view,
                                                        .width = 900,
                                                        .height = 600,
                                                        .measure = whence_measure_plain },
                                 NULL);
}

static inline void
assert_no_overlap (const WhenceArrangement *arrangement)
{
  g_autofree WhenceRect *boxes = whence_arrangement_measure_boxes (
    arrangement->graph, arrangement->graph->bundle, arrangement->graph->degree, &whence_measure_plain);
  guint32 n = arrangement->graph->n_nodes;

  for (guint32 i = 0; i < n; i++)
    {
      boxes[i].x += arrangement->at[i].x;
      boxes[i].y += arrangement->at[i].y;
      g_assert_true (isfinite (boxes[i].x) && isfinite (boxes[i].y));
    }
  for (guint32 i = 0; i < n; i++)
    for (guint32 j = 0; j < i; j++)
      {
        gboolean aside = arrangement->undated != NULL && (arrangement->undated[i] || arrangement->undated[j]);
        if (aside && arrangement->undated[i] && arrangement->undated[j]
            && arrangement->at[i].x == arrangement->at[j].x)
          g_assert_false (boxes[i].y < whence_rect_bottom (boxes[j])
                          && boxes[j].y < whence_rect_bottom (boxes[i]));
        else if (!aside)
          g_assert_false (whence_rect_overlaps (boxes[i], boxes[j]));
      }
}
