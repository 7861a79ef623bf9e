/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bundles by chance, for properties: the same seed gives the same one. */
#pragma once

#include "read-text.h"

static inline void
append_title (GString *json, GRand *random)
{
  static const char *const words[] = { "Meta",
                                       "invests",
                                       "in",
                                       "Scale AI",
                                       "株式会社",
                                       "設立する",
                                       "شركة",
                                       "الاستثمار",
                                       "🧑🏽‍🚀",
                                       "a",
                                       "Donaudampfschifffahrtsgesellschaft",
                                       "and",
                                       "—",
                                       "of",
                                       "the",
                                       "chief",
                                       "executive",
                                       "ابتدا",
                                       "投資",
                                       "99 %",
                                       "Zürich",
                                       "Ελλάδα",
                                       "Москва" };
  int n = g_rand_int_range (random, 0, 10) == 0 ? g_rand_int_range (random, 20, 60)
                                                : g_rand_int_range (random, 1, 9);
  for (int i = 0; i < n; i++)
    g_string_append_printf (json, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
}

static inline void
append_day (GString *json, GRand *random, int year)
{
  static const char *const qualifiers[] = { "", "", "", "", "~", "?", "%" };
  const char *qualifier = qualifiers[g_rand_int_range (random, 0, G_N_ELEMENTS (qualifiers))];
  int month = g_rand_int_range (random, 1, 13), day = g_rand_int_range (random, 1, 29);
  const char *sign = year < 0 ? "-" : "";
  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      g_string_append_printf (json, "%s%04d-%02d-%02d%s", sign, ABS (year), month, day, qualifier);
      break;
    case 1:
    case 2:
      g_string_append_printf (json, "%s%04d-%02d%s", sign, ABS (year), month, qualifier);
      break;
    case 3:
      g_string_append_printf (json, "%s%04d%s", sign, ABS (year), qualifier);
      break;
    default:
      g_string_append_printf (json, "%s%04d-%02d-%02dT%02d:05:00Z", sign, ABS (year), month, day,
                              g_rand_int_range (random, 0, 24));
      break;
    }
}

static inline void
append_date (GString *json, GRand *random, int from, int to)
{
  int year = g_rand_int_range (random, from, to);
  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
    case 1:
      append_day (json, random, year);
      g_string_append_c (json, '/');
      append_day (json, random, year + g_rand_int_range (random, 1, 9));
      break;
    case 2:
      append_day (json, random, year);
      g_string_append (json, "/..");
      break;
    case 3:
      append_day (json, random, year);
      g_string_append_c (json, '/');
      break;
    case 4:
      g_string_append (json, g_rand_boolean (random) ? "/" : "../");
      append_day (json, random, year);
      break;
    case 5:
      g_string_append_printf (json, "%d", to - 1); /* many share one coarse date */
      break;
    default:
      append_day (json, random, year);
      break;
    }
}

/* Of one fact in four citations give dates of their own; by chance that does not concern the rest. */
static inline void
append_citations (GString *json, int number, int source, int from, int to)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) number * 7919 + (guint32) source);
  int n = g_rand_int_range (random, 0, 4) > 0 ? 0 : g_rand_int_range (random, 1, 9);
  g_string_append_printf (json, ",\"citations\":[{\"source\":\"s%d\"}", source);
  for (int i = 0; i < n; i++)
    {
      g_string_append_printf (json, ",{\"source\":\"s%d\",\"date\":\"", g_rand_int_range (random, 0, 3));
      append_date (json, random, from, to);
      g_string_append (json, "\"}");
    }
  g_string_append_c (json, ']');
}

static inline void
append_fact (GString *json, GRand *random, int number, int n_entities, int from, int to)
{
  static const char *const types[] = { "investment", "founding", "employment", "statement", "unheard-of" };
  static const char *const statuses[] = { "reported", "planned", "alleged", "speculated", "denied" };
  g_string_append_printf (json, "{\"id\":\"f%d\",\"type\":\"%s\",\"title\":\"", number,
                          types[g_rand_int_range (random, 0, G_N_ELEMENTS (types))]);
  append_title (json, random);
  g_string_append_c (json, '"');
  if (g_rand_int_range (random, 0, 6) > 0)
    {
      g_string_append (json, ",\"date\":\"");
      append_date (json, random, from, to);
      g_string_append_c (json, '"');
    }
  if (g_rand_int_range (random, 0, 5) > 0)
    g_string_append_printf (json, ",\"subject\":\"e%d\"", g_rand_int_range (random, 0, n_entities));
  if (g_rand_int_range (random, 0, 3) == 0)
    g_string_append_printf (json, ",\"amount\":{\"value\":%d00000,\"currency\":\"%s\"}",
                            g_rand_int_range (random, 1, 1000000), g_rand_boolean (random) ? "USD" : "CHF");
  if (g_rand_int_range (random, 0, 4) == 0)
    g_string_append_printf (json, ",\"share\":\"0.%02d\"", g_rand_int_range (random, 1, 100));
  g_string_append_printf (json, ",\"negated\":%s,\"status\":\"%s\"",
                          g_rand_int_range (random, 0, 9) == 0 ? "true" : "false",
                          statuses[g_rand_int_range (random, 0, G_N_ELEMENTS (statuses))]);
  if (g_rand_boolean (random))
    append_citations (json, number, g_rand_int_range (random, 0, 3), from, to);
  g_string_append_c (json, '}');
}

/* @n_facts facts with dates of every form and precision, titles of every length and script. Transfer full. */
static inline WhenceBundle *
random_bundle_new (guint32 seed, int n_facts)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GString) json = g_string_new ("{\"whence\":1,\"sources\":[");
  int n_entities = 1 + n_facts / 4;
  static const int spans[][2] = {
    { 2015, 2026 }, { 1990, 2026 }, { 2024, 2026 }, { -800, 2026 }, { 1500, 1900 }
  };
  const int *span = spans[g_rand_int_range (random, 0, G_N_ELEMENTS (spans))];
  for (int i = 0; i < 3; i++)
    g_string_append_printf (json, "%s{\"id\":\"s%d\",\"title\":\"Source %d\",\"publisher\":\"P%d\"}",
                            i > 0 ? "," : "", i, i, i);
  g_string_append (json, "],\"entities\":[");
  for (int i = 0; i < n_entities; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"e%d\",\"type\":\"%s\",\"name\":\"", i > 0 ? "," : "", i,
                              g_rand_boolean (random) ? "person" : "company");
      append_title (json, random);
      g_string_append (json, "\"}");
    }
  g_string_append (json, "],\"facts\":[");
  for (int i = 0; i < n_facts; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_fact (json, random, i, n_entities, span[0], span[1]);
    }
  g_string_append (json, "]}");
  return read_text (json->str);
}
