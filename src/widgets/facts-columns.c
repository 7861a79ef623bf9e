/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of columns. Cost: a few microseconds a cell. */
#include "widgets/facts-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/text-list.h"
#include "widgets/describe.h"

#define MOST_NAMES 16
#define STEPS 200 /* of the progress */

/* --- Cells --- */

static char *
date_text (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index, const WhenceFact *fact)
{
  const char *date = fact->dated.text;

  return date != NULL ? whence_date_to_text (date, WHENCE_DATE_TEXT_SHORT) : NULL;
}

static char *
type_text (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index, const WhenceFact *fact)
{
  return g_strdup (whence_fact_type_label (fact->type));
}

static char *
title_text (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index, const WhenceFact *fact)
{
  return whence_bundle_describe_fact (bundle, index);
}

static char *
status_text (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index, const WhenceFact *fact)
{
  return whence_describe_standing (fact);
}

static char *
who_text (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index, const WhenceFact *fact)
{
  guint32 entities[MOST_NAMES];
  guint n = whence_bundle_get_fact_entities (bundle, index, entities, MOST_NAMES);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MOST_NAMES); i++)
    whence_text_list_add (text, whence_bundle_get_entity_name (bundle, entities[i]));
  if (n > MOST_NAMES)
    whence_text_list_add (text, "…");
  return g_string_free (text, FALSE);
}

static char *
worth_text (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index, const WhenceFact *fact)
{
  return whence_describe_worth (fact);
}

static char *
evidence_text (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index,
               const WhenceFact *fact)
{
  return whence_describe_evidence (bundle, known_by, index);
}

/* --- Columns --- */

static const struct
{
  const char *name, *title;
  char *(*text) (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index,
                 const WhenceFact *fact);
  int width;
  gboolean expands;
} columns[WHENCE_N_FACT_KEYS] = {
  [WHENCE_FACT_KEY_DATE] = { "date", NC_ ("column", "Date"), date_text, 132, FALSE },
  [WHENCE_FACT_KEY_TYPE] = { "type", NC_ ("column", "Type"), type_text, 112, FALSE },
  [WHENCE_FACT_KEY_TITLE] = { "title", NC_ ("column", "Fact"), title_text, 220, TRUE },
  [WHENCE_FACT_KEY_STATUS] = { "status", NC_ ("column", "Status"), status_text, 112, FALSE },
  [WHENCE_FACT_KEY_WHO] = { "who", NC_ ("column", "Who"), who_text, 120, TRUE },
  [WHENCE_FACT_KEY_AMOUNT] = { "amount", NC_ ("column", "Amount"), worth_text, 145, FALSE },
  [WHENCE_FACT_KEY_EVIDENCE] = { "evidence", NC_ ("column", "Evidence"), evidence_text, 110, TRUE },
};

const char *
whence_facts_column_name (WhenceFactKey column)
{
  return columns[column].name;
}

const char *
whence_facts_column_title (WhenceFactKey column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title);
}

int
whence_facts_column_width (WhenceFactKey column)
{
  return columns[column].width;
}

gboolean
whence_facts_column_expands (WhenceFactKey column)
{
  return columns[column].expands;
}

char *
whence_facts_column_text (WhenceFactKey column, const WhenceBundle *bundle, const WhenceKnownBy *known_by,
                          guint32 index)
{
  g_autofree WhenceFact *fact = g_new (WhenceFact, 1);

  whence_bundle_get_fact (bundle, index, fact);
  return columns[column].text (bundle, known_by, index, fact);
}

/* --- As text --- */

/* Spreadsheets calculate what begins so, whether or not it is in quotation marks. */
static gboolean
looks_like_formula (const char *cell)
{
  return *cell != '\0' && strchr ("=+-@\t\r\n", *cell) != NULL;
}

/* A cell is one line. */
static void
append_plain (GString *text, const char *cell)
{
  for (; *cell != '\0'; cell++)
    g_string_append_c (text, strchr ("\t\r\n", *cell) != NULL ? ' ' : *cell);
}

static void
append_quoted (GString *text, const char *cell)
{
  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}

static void
append_cell (GString *text, const char *cell, WhenceFactsFormat format)
{
  g_autofree char *guarded = looks_like_formula (cell) ? g_strconcat ("'", cell, NULL) : NULL;
  const char *safe = guarded != NULL ? guarded : cell;

  if (format == WHENCE_FACTS_TEXT)
    append_plain (text, safe);
  else if (strpbrk (safe, ",\"\r\n") != NULL)
    append_quoted (text, safe);
  else
    g_string_append (text, safe);
}

static void
append_head (GString *text, const WhenceFactKey *chosen, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      append_cell (text, whence_facts_column_title (chosen[i]), WHENCE_FACTS_CSV);
    }
  g_string_append (text, "\r\n");
}

static void
append_line (GString *text, const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 index,
             const WhenceFact *fact, const WhenceFactsWriting *how)
{
  for (guint c = 0; c < how->n_columns; c++)
    {
      g_autofree char *cell = columns[how->columns[c]].text (bundle, known_by, index, fact);

      if (c > 0)
        g_string_append_c (text, how->format == WHENCE_FACTS_CSV ? ',' : '\t');
      append_cell (text, cell != NULL ? cell : "", how->format);
    }
  g_string_append (text, how->format == WHENCE_FACTS_CSV ? "\r\n" : "\n");
}

char *
whence_facts_write (const WhenceBundle *bundle, const WhenceKnownBy *known_by, const guint32 *facts,
                    guint n_facts, const WhenceFactsWriting *how)
{
  g_autofree WhenceFact *fact = g_new (WhenceFact, 1);
  GString *text = g_string_new (NULL);

  if (how->format == WHENCE_FACTS_CSV)
    append_head (text, how->columns, how->n_columns);
  for (guint i = 0; i < n_facts; i++)
    {
      if (g_cancellable_is_cancelled (how->cancellable))
        return g_string_free (text, TRUE);
      if (how->progress != NULL && i % (n_facts / STEPS + 1) == 0)
        how->progress ((double) i / n_facts, how->user_data);
      whence_bundle_get_fact (bundle, facts[i], fact);
      append_line (text, bundle, known_by, facts[i], fact, how);
    }
  return g_string_free (text, FALSE);
}
