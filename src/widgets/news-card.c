/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card with the date and the sentence of a fact, and how many came with it. It lets the pointer through.
 * The news are spoken: announced where GTK can, otherwise the card is an alert that appears with each of
 * them. */
#include "widgets/news-card.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "model/text-list.h"
#include "widgets/announcer.h"
#include "widgets/describe.h"

struct _WhenceNewsCard
{
  AdwBin parent_instance;
  WhenceDocument *document;
  GtkLabel *date, *title;
};

G_DEFINE_FINAL_TYPE (WhenceNewsCard, whence_news_card, ADW_TYPE_BIN)

/* --- Words --------------------------------------------------------------------------------------- */

static char *
describe_date (const WhenceBundle *bundle, const WhenceNews *news)
{
  g_autofree char *line = whence_describe_line (bundle, news->fact), *more = NULL;

  if (news->n_more == 0)
    return g_steal_pointer (&line);
  more =
    whence_text_compose (ngettext ("and %'u more fact", "and %'u more facts", news->n_more), news->n_more);
  return whence_text_join_two (line, WHENCE_JOINT_PART, more);
}

static char *
describe_title (const WhenceBundle *bundle, const WhenceNews *news)
{
  g_autofree char *title = whence_bundle_describe_fact (bundle, news->fact);

  /* Translators: while time is played, what a fact says that has ended. */
  return news->ends ? g_strdup_printf (_ ("Ended: %s"), title) : g_steal_pointer (&title);
}

/* Returns all of it. */
static char *
put_words (WhenceNewsCard *self, const WhenceNews *news)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (self->document);
  g_autofree char *date = NULL, *title = NULL, *all = NULL;

  date = describe_date (bundle, news);
  title = describe_title (bundle, news);
  all = whence_describe_and (g_strdup (date), title);
  gtk_label_set_text (self->date, date);
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  return g_steal_pointer (&all);
}

static void
on_news (WhenceNewsCard *self)
{
  const WhenceNews *news = whence_document_get_news (self->document);
  g_autofree char *all = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (news == NULL)
    return;
  all = put_words (self, news);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  whence_announce (GTK_WIDGET (self), all);
}

/* In other words, but no news: nothing is announced. */
void
whence_news_card_tell_anew (WhenceNewsCard *self)
{
  const WhenceNews *news = self->document != NULL ? whence_document_get_news (self->document) : NULL;

  if (news != NULL)
    g_free (put_words (self, news));
}

void
whence_news_card_set_document (WhenceNewsCard *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::news", G_CALLBACK (on_news), self, G_CONNECT_SWAPPED);
  on_news (self);
}

/* --- GObject ------------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  g_clear_object (&WHENCE_NEWS_CARD (object)->document);
  G_OBJECT_CLASS (whence_news_card_parent_class)->dispose (object);
}

static void
whence_news_card_class_init (WhenceNewsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), whence_announcer_speaks ()
                                                                    ? GTK_ACCESSIBLE_ROLE_GROUP
                                                                    : GTK_ACCESSIBLE_ROLE_ALERT);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
whence_news_card_init (WhenceNewsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->date = add_label (box, "when", 1);
  self->title = add_label (box, "what", 2);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "news");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
