/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A story that is long enough for workers to weigh it, and what a document shows of it: whatever happened
 * meanwhile, it is in the end what follows from everything that is chosen. */
#pragma once

#include "story.h"

#define N_FACTS 20400

static const char *const years[] = { "2023", "2024-05", "2025" };

/* Every fifth fact is told otherwise by a second source. */
static inline char *
make_text (const char *first_year)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (text, "{\"whence\":1,\"sources\":[");
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    g_string_append_printf (text, "%s{\"id\":\"s%u\",\"title\":\"t\",\"published\":\"%s\"}", i > 0 ? "," : "",
                            i, i > 0 ? years[i] : first_year);
  g_string_append (text, "],\"entities\":[");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"n\"}", i > 0 ? "," : "",
                            i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < N_FACTS; i++)
    {
      g_string_append_printf (text,
                              "%s{\"id\":\"f%u\",\"type\":\"%s\",\"date\":\"%u\",\"subject\":\"e%u\","
                              "\"citations\":[{\"source\":\"s%u\"}",
                              i > 0 ? "," : "", i, i % 2 == 0 ? "launch" : "other", 2000 + i % 26, i % 100,
                              i % 3);
      if (i % 5 == 0)
        g_string_append_printf (text, ",{\"source\":\"s%u\",\"date\":\"2001\"}", (i + 1) % 3);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The story as it is read from its text once. */
static WhenceBundle *long_story;

static inline WhenceDocument *
open_long (void)
{
  WhenceDocument *document = whence_document_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/long.facts.json");

  whence_document_set_bundle (document, long_story, file);
  return document;
}

static inline void
choose (WhenceDocument *document, const char *date)
{
  g_assert_true (whence_document_set_known_by (document, date, NULL));
  g_assert_cmpstr (whence_document_get_known_by (document), ==, date);
}

static inline const char *
get_shown (WhenceDocument *document)
{
  const WhenceKnownBy *known_by = whence_scope_get_known_by (whence_document_get_scope (document));

  return known_by != NULL ? whence_known_by_get_date (known_by) : NULL;
}

static inline void
wait (WhenceDocument *document)
{
  while (whence_document_is_weighing (document))
    g_main_context_iteration (NULL, TRUE);
}

/* Runs for a while, in which everything that was called off has ended. */
static inline void
let_run (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static inline void
assert_same_facts (WhenceDocument *document, const WhenceBundle *bundle, const WhenceScope *fresh)
{
  WhenceScope *scope = whence_document_get_scope (document);
  const WhenceKnownBy *a = whence_scope_get_known_by (scope), *b = whence_scope_get_known_by (fresh);
  WhenceFact told[2];

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    {
      g_assert_cmpint (whence_scope_shows (scope, i), ==, whence_scope_shows (fresh, i));
      g_assert_cmpint (whence_known_by_get_fact (a, i), ==, whence_known_by_get_fact (b, i));
      whence_bundle_get_fact (whence_scope_get_bundle (scope), i, &told[0]);
      whence_bundle_get_fact (whence_scope_get_bundle (fresh), i, &told[1]);
      g_assert_cmpstr (told[0].dated.text, ==, told[1].dated.text);
    }
  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    g_assert_cmpint (whence_known_by_get_entity (a, i), ==, whence_known_by_get_entity (b, i));
}

/* What is shown is what everything that was chosen means, worked out at once. */
static inline void
assert_shows (WhenceDocument *document, const char *date)
{
  WhenceBundle *bundle = whence_document_get_bundle (document);
  WhenceScope *scope = whence_document_get_scope (document);
  WhenceFilter *filter = whence_document_get_filter (document);
  g_autofree guint8 *shown = g_new (guint8, MAX (1, whence_bundle_get_n_facts (bundle)));
  g_autoptr (WhenceKnownBy) known_by = date != NULL ? whence_known_by_new (bundle, date, NULL) : NULL;
  g_autoptr (WhenceScope) fresh = NULL;
  guint n_hidden =
    whence_filter_apply (filter, whence_known_by_get_bundle (known_by, bundle), known_by, shown);
  WhenceScopeSpec spec = { .bundle = bundle,
                           .shown = shown,
                           .today = whence_known_by_get_today (known_by, bundle),
                           .known_by = known_by };

  g_assert_false (whence_document_is_weighing (document));
  g_assert_cmpstr (whence_document_get_known_by (document), ==, date);
  g_assert_cmpstr (get_shown (document), ==, date);
  fresh = whence_scope_new (&spec);
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, n_hidden);
  g_assert_cmpuint (whence_scope_get_n_shown (scope), ==, whence_scope_get_n_shown (fresh));
  g_assert_cmpuint (whence_scope_get_n_unknown (scope), ==, whence_scope_get_n_unknown (fresh));
  g_assert_cmpint (whence_scope_get_today (scope), ==, whence_scope_get_today (fresh));
  g_assert_true (whence_document_get_told_bundle (document) == whence_scope_get_bundle (scope));
  assert_same_facts (document, bundle, fresh);
}

static inline void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}
