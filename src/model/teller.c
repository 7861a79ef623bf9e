/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles of facts and entities, made of words that are fetched when first needed: the catalogue takes longer
 * to find one than all the rest. Linear in what is said. */
#include "model/teller.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/bundle-private.h"
#include "model/date-names.h"
#include "model/text-clean.h"
#include "model/text-fill.h"

#define FEW 64 /* facts: up to these, the form of the plural is kept, and the number */

/* What a fact is said to be, in words of a catalogue. */
typedef enum
{
  SENTENCE_ALONE,
  SENTENCE_DIRECTED,
  SENTENCE_BETWEEN,
  N_SENTENCES,
} Sentence;

/* A type's label or an entity's name; without text, it was not needed yet. */
typedef struct
{
  const char *text;
  gboolean rtl;
} Label;

struct _WhenceTeller
{
  const WhenceBundle *bundle;
  GString *text;
  const char *sentences[N_SENTENCES];
  const char *plurals[FEW];
  char *counts[FEW];
  Label *fact_labels, *entity_labels; /* by number of type; NULL: for one title only */
  Label *names;                       /* by entity, each of which takes part in several facts; or NULL */
};

WhenceTeller *
whence_teller_new (const WhenceBundle *bundle)
{
  WhenceTeller *teller = g_new0 (WhenceTeller, 1);

  teller->bundle = bundle;
  teller->text = g_string_sized_new (256);
  teller->fact_labels = g_new0 (Label, MAX (1, whence_bundle_get_n_fact_types (bundle)));
  teller->entity_labels = g_new0 (Label, MAX (1, whence_bundle_get_n_entity_types (bundle)));
  teller->names = g_new0 (Label, MAX (1, whence_bundle_get_n_entities (bundle)));
  return teller;
}

void
whence_teller_free (WhenceTeller *teller)
{
  g_string_free (teller->text, TRUE);
  for (guint i = 0; i < FEW; i++)
    g_free (teller->counts[i]);
  g_free (teller->fact_labels);
  g_free (teller->entity_labels);
  g_free (teller->names);
  g_free (teller);
}

/* --- Words --------------------------------------------------------------------------------------- */

static Label
get_fact_label (WhenceTeller *teller, guint32 fact)
{
  const WhenceFactType *type = whence_bundle_get_fact_type (teller->bundle, fact);
  Label once = { 0 }, *label = &once;

  if (teller->fact_labels != NULL)
    label = &teller->fact_labels[type - whence_bundle_get_nth_fact_type (teller->bundle, 0)];
  if (label->text == NULL)
    {
      label->text = whence_fact_type_label (type);
      label->rtl = whence_text_has_rtl (label->text);
    }
  return *label;
}

static Label
get_name (WhenceTeller *teller, guint32 entity)
{
  Label once = { 0 }, *name = teller->names != NULL ? &teller->names[entity] : &once;

  if (name->text == NULL)
    {
      name->text = whence_bundle_get_entity_name (teller->bundle, entity);
      name->rtl = whence_text_has_rtl (name->text);
    }
  return *name;
}

static const char *
get_entity_label (WhenceTeller *teller, guint32 entity)
{
  Label *label = &teller->entity_labels[whence_bundle_get_entity_type_number (teller->bundle, entity)];

  if (label->text == NULL)
    label->text = whence_entity_type_label (whence_bundle_get_entity_type (teller->bundle, entity));
  return label->text;
}

static const char *
look_up_sentence (Sentence sentence)
{
  switch (sentence)
    {
    case SENTENCE_ALONE:
      /* Translators: a fact without a title: its type, and who takes part: "Founding: Scale AI" */
      return C_ ("fact", "%1$s: %2$s");
    case SENTENCE_DIRECTED:
      /* Translators: a fact without a title: its type, and from whom to whom: "Investment: Meta → Scale AI"
       */
      return C_ ("fact", "%1$s: %2$s → %3$s");
    case SENTENCE_BETWEEN:
    case N_SENTENCES:
    default:
      /* Translators: a fact without a title: its type, and between whom: "Competition: OpenAI – Meta" */
      return C_ ("fact", "%1$s: %2$s – %3$s");
    }
}

static const char *
get_sentence (WhenceTeller *teller, Sentence sentence)
{
  if (teller->sentences[sentence] == NULL)
    teller->sentences[sentence] = look_up_sentence (sentence);
  return teller->sentences[sentence];
}

static const char *
look_up_plural (guint n_facts)
{
  /* Translators: name of a person or company, its type, how many facts it takes part in. */
  return ngettext ("%s (%s), %'u fact", "%s (%s), %'u facts", n_facts);
}

static const char *
get_plural (WhenceTeller *teller, guint n_facts)
{
  if (n_facts >= FEW)
    return look_up_plural (n_facts);
  if (teller->plurals[n_facts] == NULL)
    teller->plurals[n_facts] = look_up_plural (n_facts);
  return teller->plurals[n_facts];
}

static const char *
get_count (WhenceTeller *teller, guint n_facts)
{
  if (teller->counts[n_facts] == NULL)
    teller->counts[n_facts] = whence_count_name (n_facts);
  return teller->counts[n_facts];
}

/* --- Titles -------------------------------------------------------------------------------------- */

/* Subject and object, or else the first two participants. */
static guint
get_parties (const WhenceBundle *bundle, guint32 fact, guint32 *parties)
{
  const PackedFact *packed = WHENCE_TABLE_AT (&bundle->facts, PackedFact, fact);

  if (packed->subject != WHENCE_NONE && packed->object != WHENCE_NONE)
    {
      parties[0] = packed->subject;
      parties[1] = packed->object;
      return 2;
    }
  return MIN (2, whence_bundle_get_fact_entities (bundle, fact, parties, 2));
}

/* Among words that are written from right to left an arrow would point from the wrong one to the other: marks
 * (U+200E) hold all in order. */
static void
say_left_to_right (WhenceTeller *teller, const char *label, const char *from, const char *to)
{
  g_autofree char *marked_label = g_strconcat ("\u200e", label, NULL);
  g_autofree char *marked_from = g_strconcat (from, "\u200e", NULL);
  g_autofree char *marked_to = g_strconcat ("\u200e", to, NULL);

  whence_text_fill (teller->text, get_sentence (teller, SENTENCE_DIRECTED),
                    (const char *[]){ marked_label, marked_from, marked_to }, 3);
}

static void
say_fact (WhenceTeller *teller, guint32 fact)
{
  const WhenceBundle *bundle = teller->bundle;
  Label label = get_fact_label (teller, fact);
  guint32 parties[2];
  guint n = get_parties (bundle, fact, parties);
  gboolean directed = whence_bundle_get_fact_type (bundle, fact)->directed;
  Label from = n > 0 ? get_name (teller, parties[0]) : (Label){ 0 };
  Label to = n > 1 ? get_name (teller, parties[1]) : (Label){ 0 };

  if (n == 0)
    g_string_append (teller->text, label.text);
  else if (n == 1)
    whence_text_fill (teller->text, get_sentence (teller, SENTENCE_ALONE),
                      (const char *[]){ label.text, from.text }, 2);
  else if (directed && (label.rtl || from.rtl || to.rtl))
    say_left_to_right (teller, label.text, from.text, to.text);
  else
    whence_text_fill (teller->text, get_sentence (teller, directed ? SENTENCE_DIRECTED : SENTENCE_BETWEEN),
                      (const char *[]){ label.text, from.text, to.text }, 3);
}

/* The one that the bundle gives it, or NULL. */
static const char *
get_title (const WhenceBundle *bundle, guint32 fact)
{
  const char *title = whence_bundle_text (bundle, WHENCE_TABLE_AT (&bundle->facts, PackedFact, fact)->title);

  return title != NULL && *title != '\0' ? title : NULL;
}

const char *
whence_teller_describe_fact (WhenceTeller *teller, guint32 fact)
{
  const char *title = get_title (teller->bundle, fact);

  if (title != NULL)
    return title;
  g_string_truncate (teller->text, 0);
  say_fact (teller, fact);
  return teller->text->str;
}

const char *
whence_teller_describe_entity (WhenceTeller *teller, guint32 entity, guint n_facts)
{
  g_autofree char *many = n_facts >= FEW ? whence_count_name (n_facts) : NULL;
  const char *digits = many != NULL ? many : get_count (teller, n_facts);

  g_string_truncate (teller->text, 0);
  whence_text_fill (
    teller->text, get_plural (teller, n_facts),
    (const char *[]){ get_name (teller, entity).text, get_entity_label (teller, entity), digits }, 3);
  return teller->text->str;
}

char *
whence_bundle_describe_fact (const WhenceBundle *bundle, guint32 fact)
{
  WhenceTeller once = { .bundle = bundle };
  const char *title = get_title (bundle, fact);

  if (title != NULL)
    return g_strdup (title);
  once.text = g_string_sized_new (128);
  say_fact (&once, fact);
  return g_string_free (once.text, FALSE);
}
