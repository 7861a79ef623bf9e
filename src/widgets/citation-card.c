/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills the card of a citation. Lines that have nothing to say are not there. */
#include "widgets/citation-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "model/evidence.h"
#include "model/text-list.h"
#include "model/text-quote.h"
#include "widgets/describe.h"
#include "widgets/inspector-parts.h"

struct _WhenceCitationCard
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *source, *origin, *stance, *quote, *place, *reading, *note;
  GtkWidget *about;
  GtkButton *copy;
  GtkWidget *way; /* to the source */
  AdwBin *link;
};

G_DEFINE_FINAL_TYPE (WhenceCitationCard, whence_citation_card, GTK_TYPE_WIDGET)

static void
set (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
add_part (GString *text, const char *part)
{
  whence_text_join (text, WHENCE_JOINT_PART, part);
}

static void
fill_source (WhenceCitationCard *self, WhenceDocument *document, guint32 index)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (document);
  g_autofree char *origin = whence_describe_origin (bundle, index);
  WhenceSource source;

  whence_bundle_get_source (bundle, index, &source);
  gtk_label_set_text (self->source, source.title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->way), GTK_ACCESSIBLE_PROPERTY_LABEL, source.title,
                                  -1);
  whence_part_lead (self->way, document, whence_ref_source (index));
  set (self->origin, origin);
  set (self->note, source.note);
  gtk_widget_set_visible (self->about, source.note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->link), source.url != NULL);
  if (source.url != NULL)
    adw_bin_set_child (self->link, whence_part_link (source.url));
}

/* Chinese, Japanese and Korean have no italics: slanted by force, their signs are hard to read. */
static gboolean
stands_upright (const char *text)
{
  static const GUnicodeScript upright[] = { G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA,
                                            G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_HANGUL };

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    for (guint i = 0; i < G_N_ELEMENTS (upright); i++)
      if (g_unichar_get_script (g_utf8_get_char (p)) == upright[i])
        return TRUE;
  return FALSE;
}

static void
fill_words (WhenceCitationCard *self, const WhenceCitation *citation)
{
  g_autoptr (GString) place = g_string_new (NULL);
  g_autofree char *quote = citation->quote != NULL ? whence_text_quote (citation->quote) : NULL;
  /* Translators: on whom the source itself relies, "according to insiders". */
  g_autofree char *attribution =
    citation->attribution != NULL ? g_strdup_printf (_ ("according to %s"), citation->attribution) : NULL;

  set (self->quote, quote);
  if (stands_upright (citation->quote))
    gtk_widget_remove_css_class (GTK_WIDGET (self->quote), "quote");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->quote), "quote");
  add_part (place, citation->locator);
  add_part (place, attribution);
  set (self->place, place->str);
  set (self->stance, citation->disputes ? _ ("This source disputes it") : NULL);
}

/* Whether this citation cannot be true together with another one of the fact that counts. @bundle is that of
 * the file: whoever is not known by then and gives no value says what the fact says there. */
static gboolean
conflicts (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 fact, guint n, guint i)
{
  for (guint j = 0; j < n; j++)
    if (j != i && whence_known_by_counts (known_by, fact, j))
      {
        WhenceComparison c = whence_evidence_compare (bundle, fact, i, j);
        if (c.date == WHENCE_AGREEMENT_CONFLICT || c.amount == WHENCE_AGREEMENT_CONFLICT
            || c.share == WHENCE_AGREEMENT_CONFLICT)
          return TRUE;
      }
  return FALSE;
}

static void
fill_reading (WhenceCitationCard *self, const WhenceCitation *citation, gboolean conflict)
{
  g_autoptr (GString) says = g_string_new (NULL);
  g_autofree char *date =
    citation->dated.text != NULL ? whence_date_to_text (citation->dated.text, WHENCE_DATE_TEXT_LONG) : NULL;
  g_autofree char *amount =
    citation->has_amount ? whence_amount_to_text (&citation->amount, WHENCE_AMOUNT_TEXT_LONG) : NULL;
  g_autofree char *share = citation->has_share ? whence_share_to_text (citation->share) : NULL;
  g_autofree char *text = NULL;

  add_part (says, date);
  add_part (says, amount);
  add_part (says, share);
  if (says->len > 0)
    /* Translators: %s is a date, an amount, a share as this source has it. */
    text = g_strdup_printf (conflict ? _ ("Differs: %s") : _ ("Says: %s"), says->str);
  set (self->reading, text);
  if (conflict)
    gtk_widget_add_css_class (GTK_WIDGET (self->reading), "differs");
}

static void
on_copy (WhenceCitationCard *self)
{
  GtkLabel *const lines[] = { self->stance, self->quote, self->source,
                              self->origin, self->place, self->reading };
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *link = adw_bin_get_child (self->link);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (lines[i])))
      g_string_append_printf (text, "%s\n", gtk_label_get_text (lines[i]));
  if (link != NULL)
    g_string_append_printf (text, "%s\n", whence_part_link_get_url (link));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
dispose (GObject *object)
{
  WhenceCitationCard *self = WHENCE_CITATION_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (whence_citation_card_parent_class)->dispose (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceCitationCard, member)

static void
whence_citation_card_class_init (WhenceCitationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/citation-card.ui");
  BIND (box);
  BIND (source);
  BIND (origin);
  BIND (stance);
  BIND (quote);
  BIND (place);
  BIND (reading);
  BIND (note);
  BIND (about);
  BIND (copy);
  BIND (way);
  BIND (link);
}

static void
whence_citation_card_init (WhenceCitationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (on_copy), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Citation"), -1);
}

static GtkWidget *
make (WhenceDocument *document, const WhenceCitation *citation, gboolean conflict)
{
  WhenceCitationCard *self = g_object_new (WHENCE_TYPE_CITATION_CARD, NULL);

  fill_source (self, document, citation->source);
  fill_words (self, citation);
  fill_reading (self, citation, conflict);
  return GTK_WIDGET (self);
}

GtkWidget *
whence_citation_card_new_for_fact (WhenceDocument *document, const WhenceKnownBy *known_by, guint32 fact,
                                   guint i)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (document);
  WhenceCitation citation;
  WhenceFact record;

  whence_bundle_get_fact (bundle, fact, &record);
  whence_bundle_get_fact_citation (bundle, fact, i, &citation);
  return make (document, &citation,
               conflicts (whence_document_get_bundle (document), known_by, fact, record.n_citations, i));
}

GtkWidget *
whence_citation_card_new_for_entity (WhenceDocument *document, guint32 entity, guint i)
{
  WhenceCitation citation;

  whence_bundle_get_entity_citation (whence_document_get_told_bundle (document), entity, i, &citation);
  return make (document, &citation, FALSE);
}
