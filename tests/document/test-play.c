/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Playing through time, driven by hand: where it leads, what is told and lit, what pauses it. */
#include "document/document-play.h"

#include "read-text.h"

#define YEAR(n) whence_instant_from_civil ((WhenceCivil){ .year = (n), .month = 1, .day = 1 })
#define FRAME (1 / 60.0)

static const char story[] =
  "{\"whence\": 1, \"entities\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Ann\"},"
  "  {\"id\": \"b\", \"type\": \"company\", \"name\": \"Bee\"}],\n"
  " \"facts\": ["
  "{\"id\": \"0\", \"type\": \"founding\", \"subject\": \"a\", \"object\": \"b\", \"date\": \"2010-03\"},\n"
  "{\"id\": \"1\", \"type\": \"employment\", \"subject\": \"a\", \"object\": \"b\", \"date\": "
  "\"2012/2016\"},\n"
  "{\"id\": \"2\", \"type\": \"founding\", \"subject\": \"a\", \"object\": \"b\", \"date\": "
  "\"2020-05-05\"},\n"
  "{\"id\": \"3\", \"type\": \"statement\", \"subject\": \"a\", \"date\": \"2020-05-05\"},\n"
  "{\"id\": \"4\", \"type\": \"statement\", \"subject\": \"a\"}]}";

static WhenceDocument *
document_new (const char *text)
{
  WhenceDocument *document = whence_document_new ();
  g_autoptr (WhenceBundle) bundle = read_text (text);

  whence_document_set_bundle (document, bundle, NULL);
  return document;
}

static gint64
date_of (WhenceDocument *document)
{
  gint64 from, to;

  g_assert_true (whence_document_get_as_of (document, &from, &to));
  g_assert_cmpint (from, <, to);
  return from;
}

/* Plays @seconds, and checks that the date never goes back. */
static void
run (WhenceDocument *document, double seconds)
{
  for (double t = 0; t < seconds && whence_document_is_playing (document); t += FRAME)
    {
      gint64 from = G_MININT64, to;
      if (!whence_document_get_as_of (document, &from, &to))
        from = G_MININT64;
      whence_document_advance (document, FRAME);
      g_assert_cmpint (date_of (document), >=, from);
    }
}

static void
on_news (WhenceDocument *document, GParamSpec *pspec, GString *told)
{
  const WhenceNews *news = whence_document_get_news (document);

  if (news != NULL)
    g_string_append_printf (told, "%s%u+%u ", news->ends ? "-" : "", news->fact, news->n_more);
}

static void
test_whole (void)
{
  g_autoptr (WhenceDocument) document = document_new (story);
  g_autoptr (GString) told = g_string_new (NULL);
  double t = 0;

  g_signal_connect (document, "notify::news", G_CALLBACK (on_news), told);
  g_assert_false (whence_document_is_playing (document));
  whence_document_advance (document, 1);
  g_assert_false (whence_scope_has_as_of (whence_document_get_scope (document)));
  whence_document_play (document);
  g_assert_true (whence_document_is_playing (document));
  whence_document_advance (document, FRAME);
  g_assert_cmpint (date_of (document), <=, YEAR (2010) + 70 * 86400);
  for (; whence_document_is_playing (document) && t < 60; t += FRAME)
    whence_document_advance (document, FRAME);
  g_assert_cmpfloat (t, >, 19);
  g_assert_cmpfloat (t, <, 25);
  g_assert_cmpstr (told->str, ==, "0+0 1+0 -1+0 2+1 ");
  g_assert_cmpint (date_of (document), >=, YEAR (2020));
  /* What was told is over, and nothing stays lit. */
  g_assert_null (whence_document_get_news (document));
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (whence_document_get_highlight (document).facts[i], ==, 0);
}

static void
test_light (void)
{
  g_autoptr (WhenceDocument) document = document_new (story);
  WhenceHighlight highlight;

  whence_document_play (document);
  whence_document_advance (document, FRAME);
  highlight = whence_document_get_highlight (document);
  g_assert_cmpuint (highlight.facts[0], ==, WHENCE_LIT_NEW);
  g_assert_cmpuint (highlight.entities[0], ==, WHENCE_LIT_NEW);
  g_assert_cmpuint (highlight.facts[1], ==, 0);
  g_assert_false (highlight.dim_others);
  run (document, 2.2);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[0], ==, 0);
}

static void
test_pause (void)
{
  g_autoptr (WhenceDocument) document = document_new (story);
  gint64 date;

  whence_document_play (document);
  run (document, 5);
  date = date_of (document);
  g_assert_cmpint (date, >, YEAR (2010));
  whence_document_pause (document);
  g_assert_false (whence_document_is_playing (document));
  whence_document_advance (document, 5);
  g_assert_cmpint (date_of (document), ==, date);
  g_assert_nonnull (whence_document_get_news (document));
  /* On from there … */
  whence_document_play (document);
  whence_document_advance (document, FRAME);
  g_assert_cmpint (date_of (document), >=, date);
  /* … and from the end anew. */
  whence_document_set_as_of (document, YEAR (2021), YEAR (2022));
  whence_document_play (document);
  whence_document_advance (document, FRAME);
  g_assert_cmpint (date_of (document), <, YEAR (2011));
}

/* Each of these is somebody's own choice of a date, or of what there is. */
static void
set_date (WhenceDocument *document)
{
  whence_document_set_as_of (document, YEAR (2015), YEAR (2016));
}

static void
drag_date (WhenceDocument *document)
{
  whence_document_move_as_of (document, YEAR (2015), YEAR (2016));
}

static void
filter (WhenceDocument *document)
{
  g_autoptr (WhenceFilter) some =
    whence_filter_toggle (whence_document_get_filter (document), WHENCE_FACET_ENTITY, 0);

  whence_document_set_filter (document, some);
}

static void
open_another (WhenceDocument *document)
{
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();

  whence_document_set_bundle (document, empty, NULL);
}

static void
test_interrupted (void)
{
  void (*const hands[]) (WhenceDocument *) = {
    set_date, drag_date, whence_document_clear_as_of, whence_document_go_back, filter, open_another
  };

  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    {
      g_autoptr (WhenceDocument) document = document_new (story);
      whence_document_play (document);
      run (document, 5);
      g_assert_nonnull (whence_document_get_news (document));
      hands[i](document);
      g_assert_false (whence_document_is_playing (document));
      g_assert_null (whence_document_get_news (document));
    }
}

static void
test_one_step_back (void)
{
  g_autoptr (WhenceDocument) document = document_new (story);

  whence_document_set_as_of (document, YEAR (2011), YEAR (2012));
  whence_document_play (document);
  run (document, 60);
  g_assert_false (whence_document_is_playing (document));
  g_assert_cmpint (date_of (document), >, YEAR (2019));
  whence_document_go_back (document);
  g_assert_cmpint (date_of (document), ==, YEAR (2011));
  whence_document_go_back (document);
  g_assert_false (whence_document_can_go_back (document));
}

/* A hand that moves the timeline meanwhile adds its own step, not one a tick. */
static void
test_moved_meanwhile (void)
{
  g_autoptr (WhenceDocument) document = document_new (story);
  guint n = 0;

  whence_document_play (document);
  for (guint i = 0; i < 20; i++)
    {
      whence_document_advance (document, FRAME);
      whence_document_move_range (document, YEAR (2011) + i, YEAR (2014) + i);
    }
  whence_document_pause (document);
  for (; whence_document_can_go_back (document); n++)
    whence_document_go_back (document);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_window (void)
{
  g_autoptr (WhenceDocument) document = document_new (story);

  whence_document_set_range (document, YEAR (2011), YEAR (2014));
  whence_document_play (document);
  whence_document_advance (document, FRAME);
  g_assert_cmpint (date_of (document), >=, YEAR (2010) + 300 * 86400);
  run (document, 60);
  g_assert_cmpint (date_of (document), <, YEAR (2014));
  g_assert_cmpint (date_of (document), >, YEAR (2013));
}

static void
test_speed (void)
{
  const WhencePlaySpeed speeds[] = { WHENCE_PLAY_SLOW, WHENCE_PLAY_NORMAL, WHENCE_PLAY_FAST };
  gint64 last = G_MININT64;

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autoptr (WhenceDocument) document = document_new (story);
      whence_document_set_play_speed (document, speeds[i]);
      whence_document_play (document);
      run (document, 6);
      g_assert_cmpint (date_of (document), >, last);
      last = date_of (document);
    }
}

static void
count_up (guint *n)
{
  (*n)++;
}

/* Without animations: the date rests, and then is where something changes. */
static void
test_stepwise (void)
{
  g_autoptr (WhenceDocument) document = document_new (story);
  guint n = 0;

  whence_document_set_play_stepwise (document, TRUE);
  g_signal_connect_swapped (document, "notify::as-of", G_CALLBACK (count_up), &n);
  whence_document_play (document);
  run (document, 60);
  g_assert_false (whence_document_is_playing (document));
  /* 2010-03, 2012, 2017 and 2020-05-05. */
  g_assert_cmpuint (n, ==, 4);
}

static void
test_nothing_to_play (void)
{
  g_autoptr (WhenceDocument) document =
    document_new ("{\"whence\": 1, \"entities\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Ann\"}],"
                  " \"facts\": [{\"id\": \"0\", \"type\": \"statement\", \"subject\": \"a\"}]}");

  whence_document_play (document);
  g_assert_false (whence_document_is_playing (document));
  g_assert_false (whence_scope_has_as_of (whence_document_get_scope (document)));
}

/* The moments of many facts are found by a worker: time stands until they are there. */
static void
test_many (void)
{
  g_autoptr (GString) json =
    g_string_new ("{\"whence\": 1, \"entities\": [{\"id\": \"a\", \"type\": \"person\","
                  " \"name\": \"Ann\"}], \"facts\": [");
  g_autoptr (WhenceDocument) document = NULL;
  guint n_frames = 0;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (
      json, "%s{\"id\": \"%u\", \"type\": \"statement\", \"subject\": \"a\", \"date\": \"%u-%02u\"}",
      i > 0 ? "," : "", i, 1900 + i % 120, 1 + i % 12);
  g_string_append (json, "]}");
  document = document_new (json->str);
  whence_document_play (document);
  g_assert_true (whence_document_is_playing (document));
  while (!whence_scope_has_as_of (whence_document_get_scope (document)))
    {
      g_main_context_iteration (NULL, FALSE);
      whence_document_advance (document, FRAME);
    }
  for (; whence_document_is_playing (document); n_frames++)
    whence_document_advance (document, FRAME);
  g_assert_cmpuint (n_frames, >, 1100);
  g_assert_cmpuint (n_frames, <, 1500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/play/whole", test_whole);
  g_test_add_func ("/document/play/light", test_light);
  g_test_add_func ("/document/play/pause", test_pause);
  g_test_add_func ("/document/play/interrupted", test_interrupted);
  g_test_add_func ("/document/play/one-step-back", test_one_step_back);
  g_test_add_func ("/document/play/moved-meanwhile", test_moved_meanwhile);
  g_test_add_func ("/document/play/window", test_window);
  g_test_add_func ("/document/play/speed", test_speed);
  g_test_add_func ("/document/play/stepwise", test_stepwise);
  g_test_add_func ("/document/play/nothing", test_nothing_to_play);
  g_test_add_func ("/document/play/many", test_many);
  return g_test_run ();
}
