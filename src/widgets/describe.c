/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts facts and entities into a few lines of text. */
#include "widgets/describe.h"

#include <glib/gi18n-lib.h>

#include "model/readings.h"
#include "model/text-fill.h"
#include "model/text-list.h"

const char *
whence_status_label (WhenceStatus status)
{
  switch (status)
    {
    case WHENCE_STATUS_CONFIRMED:
      return C_ ("status of a fact", "Confirmed");
    case WHENCE_STATUS_PLANNED:
      return C_ ("status of a fact", "Planned");
    case WHENCE_STATUS_ALLEGED:
      return C_ ("status of a fact", "Alleged");
    case WHENCE_STATUS_SPECULATED:
      return C_ ("status of a fact", "Speculation");
    case WHENCE_STATUS_DENIED:
      return C_ ("status of a fact", "Denied");
    case WHENCE_STATUS_REPORTED:
    default:
      return NULL;
    }
}

char *
whence_describe_standing (const WhenceFact *fact)
{
  const char *status = whence_status_label (fact->status);

  return whence_text_join_two (status, WHENCE_JOINT_PART, fact->negated ? _ ("Said not to be so") : NULL);
}

char *
whence_describe_worth (const WhenceFact *fact)
{
  g_autofree char *amount =
    fact->has_amount ? whence_amount_to_text (&fact->amount, WHENCE_AMOUNT_TEXT_LONG) : NULL;
  g_autofree char *share = fact->has_share ? whence_share_to_text (fact->share) : NULL;

  return whence_text_join_two (amount, WHENCE_JOINT_PART, share);
}

char *
whence_describe_line (const WhenceBundle *bundle, guint32 index)
{
  WhenceFact fact;
  g_autofree char *date = NULL;
  g_autofree char *worth = NULL;
  g_autofree char *standing = NULL;
  GString *line = g_string_new (NULL);

  whence_bundle_get_fact (bundle, index, &fact);
  date = fact.dated.text != NULL ? whence_date_to_text (fact.dated.text, WHENCE_DATE_TEXT_LONG)
                                 : g_strdup (_ ("Undated"));
  worth = whence_describe_worth (&fact);
  standing = whence_describe_standing (&fact);
  whence_text_join (line, WHENCE_JOINT_PART, date);
  whence_text_join (line, WHENCE_JOINT_PART, worth);
  whence_text_join (line, WHENCE_JOINT_PART, standing);
  return g_string_free (line, FALSE);
}

char *
whence_describe_evidence (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index)
{
  WhenceActivity known = whence_known_by_get_fact (known_by, index);
  g_autofree char *evidence =
    whence_evidence_to_text (whence_evidence_for_fact_until (bundle, index, known_by));

  if (known == WHENCE_ACTIVITY_NOT)
    return g_strdup (_ ("Not known by then"));
  if (known == WHENCE_ACTIVITY_POSSIBLE)
    return whence_text_join_two (evidence, WHENCE_JOINT_PART,
                                 C_ ("status in the legend", "Possibly known by then"));
  return g_steal_pointer (&evidence);
}

char *
whence_describe_fact (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index)
{
  g_autofree char *title = whence_bundle_describe_fact (bundle, index);
  g_autofree char *line = whence_describe_line (bundle, index);
  g_autofree char *evidence = whence_describe_evidence (bundle, known_by, index);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s\n%s\n%s", title, line, evidence);
  for (guint i = 0; i < WHENCE_N_ASPECTS; i++)
    {
      g_autofree char *readings = whence_readings_describe (bundle, index, (WhenceAspect) i, known_by);
      if (readings != NULL)
        g_string_append_printf (text, "\n%s", readings);
    }
  return g_string_free (text, FALSE);
}

char *
whence_describe_and (char *text, const char *more)
{
  GString *both = g_string_new (text);

  g_free (text);
  whence_text_list_add (both, more);
  return g_string_free (both, FALSE);
}

static char *
add_names (char *text, const WhenceBundle *bundle, guint32 index, const WhenceFact *fact)
{
  const guint32 pair[] = { fact->subject, fact->object };

  for (guint i = 0; i < G_N_ELEMENTS (pair); i++)
    if (pair[i] != WHENCE_NONE)
      text = whence_describe_and (text, whence_bundle_get_entity_name (bundle, pair[i]));
  for (guint i = 0; i < fact->n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (bundle, index, i, &participant);
      text = whence_describe_and (text, whence_bundle_get_entity_name (bundle, participant.entity));
    }
  return text;
}

char *
whence_describe_aloud (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index)
{
  WhenceFact fact;
  g_autofree char *date = NULL, *amount = NULL, *share = NULL, *standing = NULL, *evidence = NULL;
  char *text;

  whence_bundle_get_fact (bundle, index, &fact);
  date = fact.dated.text != NULL ? whence_date_to_text (fact.dated.text, WHENCE_DATE_TEXT_LONG)
                                 : g_strdup (_ ("Undated"));
  amount = fact.has_amount ? whence_amount_to_text (&fact.amount, WHENCE_AMOUNT_TEXT_LONG) : NULL;
  share = fact.has_share ? whence_share_to_text (fact.share) : NULL;
  standing = whence_describe_standing (&fact);
  evidence = whence_describe_evidence (bundle, known_by, index);
  text = add_names (g_strdup (whence_fact_type_label (fact.type)), bundle, index, &fact);
  text = whence_describe_and (text, date);
  text = whence_describe_and (text, amount);
  text = whence_describe_and (text, share);
  text = whence_describe_and (text, standing);
  return whence_describe_and (text, evidence);
}

char *
whence_describe_entity (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index)
{
  WhenceEntity entity;
  g_autofree char *count = NULL, *line = NULL;
  guint n_all, n_facts = 0;
  const guint32 *facts = whence_bundle_get_entity_facts (bundle, index, &n_all);

  whence_bundle_get_entity (bundle, index, &entity);
  for (guint i = 0; i < n_all; i++)
    n_facts += whence_known_by_get_fact (known_by, facts[i]) != WHENCE_ACTIVITY_NOT;
  count = whence_text_compose (ngettext ("%'u fact", "%'u facts", n_facts), n_facts);
  line = whence_text_join_two (whence_entity_type_label (entity.type), WHENCE_JOINT_PART, count);
  return g_strdup_printf ("%s\n%s", entity.name, line);
}

char *
whence_describe_path (const WhenceBundle *bundle, const WhenceGraphPaths *paths, guint i)
{
  const guint32 *entities = whence_graph_paths_get (paths, i);
  GString *way = g_string_new (NULL);

  for (guint k = 0; k <= whence_graph_paths_get_hops (paths); k++)
    g_string_append_printf (way, "%s%s", k > 0 ? " → " : "",
                            whence_bundle_get_entity_name (bundle, entities[k]));
  return g_string_free (way, FALSE);
}

static void
add_part (GString *text, const char *part)
{
  whence_text_join (text, WHENCE_JOINT_PART, part);
}

static void
add_dates (GString *text, const WhenceSource *source)
{
  g_autofree char *published = source->published.text != NULL
                                 ? whence_date_to_text (source->published.text, WHENCE_DATE_TEXT_LONG)
                                 : NULL;
  g_autofree char *accessed =
    source->accessed.text != NULL ? whence_date_to_text (source->accessed.text, WHENCE_DATE_TEXT_LONG) : NULL;
  g_autofree char *first = published != NULL ? g_strdup_printf (_ ("published %s"), published) : NULL;
  g_autofree char *second = accessed != NULL ? g_strdup_printf (_ ("read %s"), accessed) : NULL;

  add_part (text, first);
  add_part (text, second);
}

char *
whence_describe_origin (const WhenceBundle *bundle, guint32 index)
{
  GString *origin = g_string_new (NULL);
  WhenceSource source;

  whence_bundle_get_source (bundle, index, &source);
  add_part (origin, source.author);
  add_part (origin, source.publisher != NULL ? source.publisher : _ ("publisher not known"));
  add_dates (origin, &source);
  return g_string_free (origin, FALSE);
}
