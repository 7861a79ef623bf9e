/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector on a fact: what, when, who, how much, and says who. */
#include <glib/gi18n-lib.h>

#include "model/evidence.h"
#include "model/text-list.h"
#include "model/readings.h"
#include "widgets/describe.h"
#include "widgets/fact-title.h"
#include "widgets/inspector-parts.h"

static void
append_date (GtkBox *box, const WhenceFact *fact)
{
  g_autofree char *date = NULL;

  if (fact->dated.text == NULL)
    {
      whence_part_append (box, _ ("Undated: no source says when"), "dim-label");
      return;
    }
  date = whence_date_to_text (fact->dated.text, WHENCE_DATE_TEXT_LONG);
  if (fact->date_inferred)
    {
      /* Translators: a date that no source states, but that follows from what they state. */
      g_autofree char *inferred = g_strdup_printf (_ ("%s (inferred)"), date);
      whence_part_append (box, inferred, NULL);
    }
  else
    whence_part_append (box, date, NULL);
}

static void
append_quantities (GtkBox *box, const WhenceBundle *bundle, guint32 index, const WhenceFact *fact)
{
  g_autofree char *worth = whence_describe_worth (fact);

  whence_part_append (box, worth, "worth");
  for (guint i = 0; i < fact->n_quantities; i++)
    {
      g_autofree char *text = NULL;
      WhenceAmount quantity;
      whence_bundle_get_quantity (bundle, index, i, &quantity);
      text = whence_quantity_to_text (&quantity);
      whence_part_append (box, text, "worth");
    }
}

static void
append_participants (GtkBox *box, WhenceDocument *document, guint32 index, const WhenceFact *fact)
{
  gboolean pair = fact->subject != WHENCE_NONE && fact->object != WHENCE_NONE,
           directed = fact->type->directed;
  const char *from = !pair ? NULL : directed ? C_ ("participant", "From") : C_ ("participant", "Between");
  const char *to = !pair ? NULL : directed ? C_ ("participant", "To") : C_ ("participant", "And");

  if (fact->subject == WHENCE_NONE && fact->object == WHENCE_NONE && fact->n_participants == 0)
    return;
  whence_part_append (box, _ ("Who"), "section");
  box = whence_part_list (box);
  if (fact->subject != WHENCE_NONE)
    gtk_box_append (box, whence_part_ref (document, whence_ref_entity (fact->subject), from));
  if (fact->object != WHENCE_NONE)
    gtk_box_append (box, whence_part_ref (document, whence_ref_entity (fact->object), to));
  for (guint i = 0; i < fact->n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (whence_document_get_told_bundle (document), index, i, &participant);
      gtk_box_append (
        box, whence_part_ref (document, whence_ref_entity (participant.entity),
                              participant.role != NULL ? participant.role : C_ ("participant", "With")));
    }
}

static void
append_related (GtkBox *box, WhenceDocument *document, guint32 index, const WhenceFact *fact)
{
  const char *const labels[] = {
    [WHENCE_RELATION_PART_OF] = C_ ("relation", "Part of"),
    [WHENCE_RELATION_BEGINS_WITH] = C_ ("relation", "Begins with"),
    [WHENCE_RELATION_COMPARES_TO] = C_ ("relation", "Compare"),
    [WHENCE_RELATION_FOLLOWS] = C_ ("relation", "Follows"),
    [WHENCE_RELATION_UNSAID] = NULL,
  };

  const WhenceKnownBy *known_by = whence_scope_get_known_by (whence_document_get_scope (document));
  guint n_unknown = 0;
  GtkBox *list;

  if (fact->n_related == 0)
    return;
  whence_part_append (box, _ ("Related"), "section");
  list = whence_part_list (box);
  for (guint i = 0; i < fact->n_related; i++)
    {
      WhenceRelation relation;
      whence_bundle_get_relation (whence_document_get_told_bundle (document), index, i, &relation);
      if (whence_known_by_get_fact (known_by, relation.fact) == WHENCE_ACTIVITY_NOT)
        n_unknown++;
      else
        gtk_box_append (list,
                        whence_part_ref (document, whence_ref_fact (relation.fact), labels[relation.kind]));
    }
  whence_inspector_append_unknown (box, n_unknown);
}

/* Whether some source that counts has the fact's own value in its own words, or there is none. */
static gboolean
is_given (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index, WhenceAspect aspect)
{
  gboolean has[WHENCE_N_ASPECTS];
  WhenceFact fact;

  whence_bundle_get_fact (bundle, index, &fact);
  has[WHENCE_ASPECT_DATE] = fact.dated.text != NULL;
  has[WHENCE_ASPECT_AMOUNT] = fact.has_amount;
  has[WHENCE_ASPECT_SHARE] = fact.has_share;
  for (guint i = 0; i < fact.n_citations && has[aspect]; i++)
    {
      WhenceCitation citation;
      whence_bundle_get_fact_citation (bundle, index, i, &citation);
      if (whence_known_by_counts (known_by, index, i) && whence_readings_repeats (&fact, &citation, aspect))
        return TRUE;
    }
  return !has[aspect];
}

/* A fact does not say which of its sources its own values are from. */
static void
append_own_values (GtkBox *box, WhenceDocument *document, const WhenceKnownBy *known_by, guint32 index)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (document);
  guint n_citations = whence_bundle_get_n_fact_citations (bundle, index);
  gboolean all = TRUE, given = TRUE;

  for (guint i = 0; i < n_citations; i++)
    all = all && whence_known_by_counts (known_by, index, i);
  for (guint i = 0; i < WHENCE_N_ASPECTS && !all; i++)
    given = given && is_given (bundle, known_by, index, (WhenceAspect) i);
  if (!whence_bundle_says_same (whence_document_get_bundle (document), bundle, index))
    whence_part_append (box, _ ("Told as its sources had it by then; the rest is as the file has it."),
                        "dim-label");
  else if (!all && !given)
    whence_part_append (box, _ ("Its date and amounts are as the file has them, whoever they are from."),
                        "dim-label");
}

static void
append_citations (GtkBox *box, WhenceDocument *document, guint32 index, const WhenceFact *fact)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  const WhenceKnownBy *known_by = whence_scope_get_known_by (whence_document_get_scope (document));
  g_autofree char *evidence = whence_describe_evidence (bundle, known_by, index);
  WhenceRef ref = whence_ref_fact (index);

  whence_part_append (box, _ ("Says who?"), "section");
  whence_part_append (box, evidence, "evidence");
  append_own_values (box, document, known_by, index);
  whence_inspector_append_readings (box, document, known_by, index);
  whence_inspector_append_citations (box, document, ref, WHENCE_ACTIVITY_CERTAIN, NULL);
  whence_inspector_append_citations (box, document, ref, WHENCE_ACTIVITY_POSSIBLE,
                                     C_ ("status in the legend", "Possibly known by then"));
  whence_inspector_append_citations (box, document, ref, WHENCE_ACTIVITY_NOT, _ ("Not known by then"));
}

void
whence_inspector_fill_fact (GtkBox *box, WhenceDocument *document, guint32 index)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  GtkWidget *title = whence_part_text (NULL, "title");
  g_autofree char *kicker = NULL;
  const char *status;
  WhenceFact fact;

  whence_bundle_get_fact (bundle, index, &fact);
  status = whence_status_label (fact.status);
  kicker = whence_text_join_two (whence_fact_type_label (fact.type), WHENCE_JOINT_PART, status);
  whence_part_append (box, kicker, "kicker");
  whence_fact_title_put (GTK_LABEL (title), bundle, index);
  gtk_box_append (box, title);
  if (fact.negated)
    whence_part_append (box, _ ("Said not to be so"), "error");
  append_date (box, &fact);
  append_quantities (box, bundle, index, &fact);
  whence_part_append (box, fact.place, NULL);
  whence_part_append (box, fact.summary, NULL);
  whence_part_append (box, fact.note, "dim-label");
  append_participants (box, document, index, &fact);
  append_related (box, document, index, &fact);
  append_citations (box, document, index, &fact);
}
