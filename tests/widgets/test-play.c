/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Playing by hand: the button plays and pauses and is the clock while it does, the card tells what begins. */
#include "fixture.h"
#include "widgets/announcer.h"
#include "model/clock.h"
#include "widgets/news-card.h"
#include "widgets/play-button.h"

typedef struct
{
  WhenceDocument *document;
  GtkWidget *button, *card, *voice;
  GtkWindow *window;
} Stage;

static void
stage_init (Stage *stage, WhenceDocument *document)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  stage->document = document;
  stage->button = g_object_new (WHENCE_TYPE_PLAY_BUTTON, NULL);
  stage->card = g_object_new (WHENCE_TYPE_NEWS_CARD, NULL);
  stage->voice = g_object_new (WHENCE_TYPE_ANNOUNCER, NULL);
  gtk_box_append (GTK_BOX (box), stage->voice);
  gtk_box_append (GTK_BOX (box), stage->button);
  gtk_box_append (GTK_BOX (box), stage->card);
  whence_play_button_set_document (WHENCE_PLAY_BUTTON (stage->button), document);
  whence_news_card_set_document (WHENCE_NEWS_CARD (stage->card), document);
  stage->window = fixture_show (box, 400, 200);
}

static void
click (Stage *stage)
{
  g_signal_emit_by_name (fixture_find (stage->button, ADW_TYPE_SPLIT_BUTTON), "clicked");
}

static void
assert_said (Stage *stage, const char *text)
{
  gtk_test_accessible_assert_property (stage->voice, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

static gboolean
has_date (WhenceDocument *document)
{
  return whence_scope_has_as_of (whence_document_get_scope (document));
}

static void
test_plays_and_pauses (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage;
  gint64 from, to, later;

  stage_init (&stage, document);
  gtk_test_accessible_assert_role (stage.card, whence_announcer_speaks () ? GTK_ACCESSIBLE_ROLE_GROUP
                                                                          : GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_false (gtk_widget_get_visible (stage.card));
  g_assert_false (has_date (document));
  click (&stage);
  fixture_wait_for (has_date (document));
  fixture_wait_for (gtk_widget_get_visible (stage.card));
  g_assert_true (fixture_says (stage.card, "Bar founded"));
  g_assert_true (fixture_says (stage.card, "2016"));
  g_assert_cmpstr (
    adw_split_button_get_icon_name (ADW_SPLIT_BUTTON (fixture_find (stage.button, ADW_TYPE_SPLIT_BUTTON))),
    ==, "media-playback-pause-symbolic");
  click (&stage);
  g_assert_false (whence_document_is_playing (document));
  g_assert_true (whence_document_get_as_of (document, &from, &to));
  /* Time stands, and the card says where. */
  for (guint i = 0; i < 60; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  g_assert_true (whence_document_get_as_of (document, &later, &to));
  g_assert_cmpint (later, ==, from);
  g_assert_true (gtk_widget_get_visible (stage.card));
  whence_document_clear_as_of (document);
  g_assert_false (gtk_widget_get_visible (stage.card));
  fixture_close (stage.window);
}

/* That it plays, what begins, and where it stands. */
static void
test_is_said (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  g_autofree char *where = NULL, *said = NULL;
  WhencePeriod date;
  Stage stage;

  stage_init (&stage, document);
  click (&stage);
  assert_said (&stage, "Playing");
  fixture_wait_for (whence_document_get_news (document) != NULL);
  assert_said (&stage, "2016, Bar founded");
  click (&stage);
  g_assert_true (whence_document_get_as_of (document, &date.from, &date.to));
  where = whence_period_to_text (date, WHENCE_DATE_TEXT_LONG);
  said = g_strdup_printf ("Paused, As of %s", where);
  assert_said (&stage, said);
  fixture_close (stage.window);
}

/* The desktop's clock is set otherwise meanwhile: the card says it again, and nobody announces it. */
static void
test_clock (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new_for_text (
    "{\"whence\": 1, \"facts\": [{\"id\": \"f\", \"type\": \"statement\", \"title\": \"F\", "
    "\"date\": \"2025-01-01T14:05:00Z\"}]}");
  Stage stage;

  stage_init (&stage, document);
  click (&stage);
  fixture_wait_for (whence_document_get_news (document) != NULL);
  click (&stage);
  g_assert_true (fixture_says (stage.card, "1 January 2025, 14:05 UTC"));
  whence_clock_set_twelve_hours (TRUE);
  whence_announce (stage.card, "Before");
  whence_news_card_tell_anew (WHENCE_NEWS_CARD (stage.card));
  g_assert_true (fixture_says (stage.card, "1 January 2025, 2:05 PM UTC"));
  assert_said (&stage, "Before");
  whence_clock_set_twelve_hours (FALSE);
  fixture_close (stage.window);
}

static void
test_speed (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage;

  stage_init (&stage, document);
  g_assert_cmpint (whence_document_get_play_speed (document), ==, WHENCE_PLAY_NORMAL);
  g_assert_true (gtk_widget_activate_action (stage.button, "play.speed", "s", "fast"));
  g_assert_cmpint (whence_document_get_play_speed (document), ==, WHENCE_PLAY_FAST);
  fixture_close (stage.window);
}

static void
test_nothing_dated (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new_for_text (
    "{\"whence\": 1, \"facts\": [{\"id\": \"f\", \"type\": \"statement\", \"title\": \"Once\"}]}");
  g_autoptr (WhenceDocument) dated = fixture_document_new ();
  Stage stage;

  stage_init (&stage, document);
  g_assert_false (gtk_widget_get_visible (stage.button));
  whence_document_set_bundle (document, whence_document_get_bundle (dated), NULL);
  g_assert_true (gtk_widget_get_visible (stage.button));
  fixture_close (stage.window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/play/plays-and-pauses", test_plays_and_pauses);
  g_test_add_func ("/widgets/play/is-said", test_is_said);
  g_test_add_func ("/widgets/play/clock", test_clock);
  g_test_add_func ("/widgets/play/speed", test_speed);
  g_test_add_func ("/widgets/play/nothing-dated", test_nothing_dated);
  return g_test_run ();
}
