/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small stories by chance about who is tied to whom, and the same as a matrix, for brute force. */
#pragma once

#include <string.h>

#include "layout/scope.h"

#include "read-text.h"

#define TIES_MAX 12 /* entities */

typedef struct
{
  WhenceBundle *bundle;
  guint n, n_facts;
  gboolean tied[TIES_MAX][TIES_MAX];
} Ties;

/* A fact of two to four participants, with no source, one, two that are independent, or one against. */
static inline void
ties_append_fact (Ties *ties, GString *json, GRand *random, guint i)
{
  static const char *const citations[] = { "", ",\"citations\":[{\"source\":\"s0\"}]",
                                           ",\"citations\":[{\"source\":\"s0\"},{\"source\":\"s1\"}]",
                                           ",\"citations\":[{\"source\":\"s0\",\"stance\":\"disputes\"}]" };
  guint n_parties = g_rand_int_range (random, 0, 4) > 0 ? 2 : (guint) g_rand_int_range (random, 2, 5);
  gboolean negated = g_rand_int_range (random, 0, 8) == 0;
  guint parties[4];

  g_string_append_printf (json, "%s{\"id\":\"f%u\",\"type\":\"contract\",\"negated\":%s%s,\"participants\":[",
                          i > 0 ? "," : "", i, negated ? "true" : "false",
                          citations[g_rand_int_range (random, 0, G_N_ELEMENTS (citations))]);
  for (guint p = 0; p < n_parties; p++)
    {
      parties[p] = (guint) g_rand_int_range (random, 0, (gint32) ties->n);
      g_string_append_printf (json, "%s{\"entity\":\"e%u\"}", p > 0 ? "," : "", parties[p]);
    }
  for (guint p = 0; p < n_parties && !negated; p++)
    for (guint q = 0; q < n_parties; q++)
      if (parties[p] != parties[q])
        ties->tied[parties[p]][parties[q]] = TRUE;
  g_string_append (json, "]}");
}

static inline Ties
ties_new (GRand *random)
{
  Ties ties = { .n = (guint) g_rand_int_range (random, 1, TIES_MAX + 1) };
  g_autoptr (GString) json =
    g_string_new ("{\"whence\":1,\"sources\":["
                  "{\"id\":\"s0\",\"title\":\"S\",\"publisher\":\"P\"},"
                  "{\"id\":\"s1\",\"title\":\"T\",\"publisher\":\"Q\"}],\"entities\":[");

  for (guint i = 0; i < ties.n; i++)
    g_string_append_printf (json, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"E%u\"}", i > 0 ? "," : "",
                            i, i);
  g_string_append (json, "],\"facts\":[");
  ties.n_facts = (guint) g_rand_int_range (random, 0, 2 * TIES_MAX);
  for (guint i = 0; i < ties.n_facts; i++)
    ties_append_fact (&ties, json, random, i);
  g_string_append (json, "]}");
  ties.bundle = read_text (json->str);
  return ties;
}

static inline WhenceScope *
ties_scope (const Ties *ties)
{
  return whence_scope_new_whole (ties->bundle);
}

/* Hops between all pairs, by Floyd and Warshall; TIES_MAX where there is no way. */
static inline void
ties_measure (const Ties *ties, guint hops[TIES_MAX][TIES_MAX])
{
  for (guint i = 0; i < ties->n; i++)
    for (guint j = 0; j < ties->n; j++)
      hops[i][j] = i == j ? 0 : ties->tied[i][j] ? 1 : TIES_MAX;
  for (guint k = 0; k < ties->n; k++)
    for (guint i = 0; i < ties->n; i++)
      for (guint j = 0; j < ties->n; j++)
        hops[i][j] = MIN (hops[i][j], hops[i][k] + hops[k][j]);
}
