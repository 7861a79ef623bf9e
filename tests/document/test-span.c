/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A span of time that is selected: what it lights, how it gives way to a selection and comes back, and that
 * it is a step of the way back like any other. */
#include "story.h"
#include "document/document-subset.h"

static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"S\"},{\"id\":\"t\",\"title\":\"T\"}],"
  "\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"Ann\"},"
  "{\"id\":\"b\",\"type\":\"company\",\"name\":\"Bar\"},{\"id\":\"c\",\"type\":\"company\",\"name\":\"Car\"}]"
  ","
  "\"facts\":["
  "{\"id\":\"day\",\"type\":\"founding\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2016-03-05\"},"
  "{\"id\":\"role\",\"type\":\"employment\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2018/..\"},"
  "{\"id\":\"disputed\",\"type\":\"investment\",\"subject\":\"b\",\"object\":\"c\",\"date\":\"2010\","
  "\"citations\":[{\"source\":\"s\"},{\"source\":\"t\",\"date\":\"2014\"}]},"
  "{\"id\":\"undated\",\"type\":\"statement\",\"subject\":\"c\"}]}";

enum
{
  DAY,
  ROLE,
  DISPUTED,
  UNDATED,
  N_FACTS,
};

enum
{
  ANN,
  BAR,
  CAR,
};

static gint64
instant (int year, int month)
{
  return whence_instant_from_civil ((WhenceCivil){ year, month, 1, 0, 0, 0 });
}

static guint
get_lit (WhenceDocument *document)
{
  WhenceHighlight highlight = whence_document_get_highlight (document);
  guint lit = 0;

  for (guint32 fact = 0; fact < N_FACTS; fact++)
    if (whence_highlight_fact (&highlight, fact) & WHENCE_LIT_RELATED)
      lit |= 1u << fact;
  return lit;
}

static gboolean
has_span (WhenceDocument *document)
{
  gint64 from, to;

  return whence_document_get_span (document, &from, &to);
}

static const struct
{
  int from_year, from_month, to_year, to_month;
  guint lit;
} spans[] = {
  { 2016, 1, 2017, 1, 1u << DAY },
  { 2016, 3, 2016, 4, 1u << DAY },
  { 2016, 4, 2016, 5, 0 },
  { 2009, 1, 2010, 1, 0 },
  { 2010, 6, 2010, 7, 1u << DISPUTED },
  { 2011, 1, 2014, 1, 0 }, /* between its two dates */
  { 2014, 5, 2016, 4, 1u << DAY | 1u << DISPUTED },
  { 2017, 1, 2019, 1, 1u << ROLE },
  { 2040, 1, 2041, 1, 1u << ROLE }, /* it goes on */
  { 1900, 1, 2100, 1, 1u << DAY | 1u << ROLE | 1u << DISPUTED },
};

static void
test_touches (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      guint n, expected = 0;
      whence_document_set_span (document, instant (spans[i].from_year, spans[i].from_month),
                                instant (spans[i].to_year, spans[i].to_month));
      g_test_message ("%d-%d", spans[i].from_year, spans[i].from_month);
      g_assert_cmpuint (get_lit (document), ==, spans[i].lit);
      g_assert_true (whence_document_get_highlight (document).dim_others);
      whence_document_get_span_facts (document, &n);
      for (guint fact = 0; fact < N_FACTS; fact++)
        expected += spans[i].lit >> fact & 1;
      g_assert_cmpuint (n, ==, expected);
    }
}

/* Who takes part is lit in the graph. */
static void
test_lights_entities (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceHighlight highlight;

  whence_document_set_span (document, instant (2016, 1), instant (2017, 1));
  highlight = whence_document_get_highlight (document);
  g_assert_cmpuint (whence_highlight_entity (&highlight, ANN), ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (whence_highlight_entity (&highlight, BAR), ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (whence_highlight_entity (&highlight, CAR), ==, 0);
  /* Hovering says where the pointer is, and lights no more. */
  whence_document_hover (document, whence_ref_entity (CAR));
  highlight = whence_document_get_highlight (document);
  g_assert_cmpuint (whence_highlight_entity (&highlight, CAR), ==, WHENCE_LIT_HOVERED);
  g_assert_cmpuint (get_lit (document), ==, 1u << DAY);
}

/* A selection outshines it; Escape leaves one after the other. */
static void
test_selection_and_escape (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n;

  whence_document_select (document, whence_ref_fact (ROLE), FALSE);
  whence_document_set_span (document, instant (2016, 1), instant (2017, 1));
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 0);
  whence_document_select (document, whence_ref_entity (CAR), FALSE);
  g_assert_cmpuint (get_lit (document), ==, 1u << DISPUTED | 1u << UNDATED);
  whence_document_leave (document);
  g_assert_cmpuint (get_lit (document), ==, 1u << DAY);
  whence_document_leave (document);
  g_assert_false (has_span (document));
  g_assert_false (whence_document_get_highlight (document).dim_others);
}

static void
test_way_back (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  gint64 from, to;

  whence_document_select (document, whence_ref_fact (ROLE), FALSE);
  for (int month = 1; month <= 12; month++)
    whence_document_move_span (document, instant (2016, 1), instant (2016, month + 1));
  whence_document_settle_view (document);
  whence_document_clear_span (document);
  whence_document_go_back (document);
  g_assert_true (whence_document_get_span (document, &from, &to));
  g_assert_cmpint (to, ==, instant (2017, 1));
  g_assert_cmpuint (get_lit (document), ==, 1u << DAY);
  whence_document_go_back (document);
  g_assert_false (has_span (document));
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (ROLE)));
  whence_document_go_forward (document);
  g_assert_true (has_span (document));
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (ROLE)));
}

/* What a filter hides is not lit; another story has no span, the same one read again keeps it. */
static void
test_follows (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceBundle) again = read_text (story);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/story.facts.json");
  g_autoptr (WhenceFilter) empty = whence_filter_new ();
  g_autoptr (WhenceFilter) filter =
    whence_filter_toggle (empty, WHENCE_FACET_SUPPORT, WHENCE_SUPPORT_DISPUTED);

  whence_document_set_bundle (document, again, file);
  whence_document_set_span (document, instant (1900, 1), instant (2100, 1));
  whence_document_set_filter (document, filter);
  g_assert_cmpuint (get_lit (document), ==, 1u << DISPUTED);
  whence_document_set_filter_aside (document, TRUE);
  g_assert_cmpuint (get_lit (document), ==, 1u << DAY | 1u << ROLE | 1u << DISPUTED);
  whence_document_set_bundle (document, again, file);
  g_assert_true (has_span (document));
  g_assert_cmpuint (get_lit (document), ==, 1u << DAY | 1u << ROLE | 1u << DISPUTED);
  whence_document_set_bundle (document, again, NULL);
  g_assert_false (has_span (document));
  g_assert_cmpuint (get_lit (document), ==, 0);
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_tells_once (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n_spans = 0, n_lights = 0;

  g_signal_connect_swapped (document, "notify::span", G_CALLBACK (count_up), &n_spans);
  g_signal_connect_swapped (document, "highlight-changed", G_CALLBACK (count_up), &n_lights);
  whence_document_set_span (document, 10, 20);
  whence_document_set_span (document, 10, 20);
  g_assert_cmpuint (n_spans, ==, 1);
  g_assert_cmpuint (n_lights, ==, 1);
  whence_document_set_span (document, 20, 10);
  g_assert_false (has_span (document));
  whence_document_clear_span (document);
  g_assert_cmpuint (n_spans, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/touches", test_touches);
  g_test_add_func ("/span/lights-entities", test_lights_entities);
  g_test_add_func ("/span/selection-and-escape", test_selection_and_escape);
  g_test_add_func ("/span/way-back", test_way_back);
  g_test_add_func ("/span/follows", test_follows);
  g_test_add_func ("/span/tells-once", test_tells_once);
  return g_test_run ();
}
