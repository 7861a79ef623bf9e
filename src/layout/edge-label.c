/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words on an edge: verb, amount, share and date of its fact, or the role on a spoke; from "invests ·
 * $14.3 B · 49 % · 2025" down to what is shortest and still says the most. */
#include "layout/graph-scene-private.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"

#define MAX_WIDTH 220.0
#define NO_BREAK "\302\240"
#define SEPARATOR NO_BREAK "· "
#define ARROW "\342\206\222"
#define ARROW_BACK "\342\206\220"

/* The parts of a wording, in the order in which they are read. */
enum
{
  PART_VERB,
  PART_CHANGE, /* from what to what, instead of amount and share */
  PART_AMOUNT,
  PART_SHARE,
  PART_DATE,
  N_PARTS,
};

#define VERB (1u << PART_VERB)
#define CHANGE (1u << PART_CHANGE)
#define AMOUNT (1u << PART_AMOUNT)
#define SHARE (1u << PART_SHARE)
#define DATE (1u << PART_DATE)

/* Which parts, and which of them begin a new line. */
typedef struct
{
  guint parts;
  guint breaks;
  gboolean split; /* between before and after, too */
} Wording;

static const Wording with_amount[] = {
  { VERB | AMOUNT | SHARE | DATE, 0 },
  { VERB | AMOUNT | SHARE | DATE, SHARE },
  { AMOUNT | SHARE | DATE, 0 },
  { AMOUNT | SHARE | DATE, SHARE },
  { AMOUNT | SHARE | DATE, DATE },
  { AMOUNT | SHARE | DATE, SHARE | DATE },
  { AMOUNT | SHARE, 0 },
  { AMOUNT | SHARE, SHARE },
  { AMOUNT, 0 },
};

static const Wording with_change[] = {
  { VERB | CHANGE, 0 },
  { VERB | CHANGE, CHANGE },
  { CHANGE, 0 },
  { CHANGE, 0, TRUE },
};

static const Wording without_amount[] = {
  { VERB | SHARE | DATE, 0 },
  { VERB | SHARE | DATE, SHARE },
  { VERB | DATE, DATE },
  { VERB, 0 },
};

static void
clear_parts (char **parts)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_free (parts[i]);
}

static char *
find_change (const WhenceGraphScene *scene, guint32 fact)
{
  const WhenceChanges *changes = whence_scope_get_changes (scene->scope);
  g_autofree char *before = NULL, *after = NULL;

  if (changes == NULL || !whence_changes_dup_values (changes, fact, &before, &after))
    return NULL;
  return whence_text_join_change (before, after);
}

static void
find_parts (const WhenceGraphScene *scene, guint32 index, char **parts)
{
  WhenceFact fact;

  whence_bundle_get_fact (whence_scope_get_bundle (scene->scope), index, &fact);
  /* "Other" says nothing that a line does not say, nor does what all say. */
  if (g_strcmp0 (fact.type->name, "other") != 0 && !scene->uniform)
    parts[PART_VERB] = g_strdup (whence_fact_type_verb (fact.type));
  parts[PART_CHANGE] = find_change (scene, index);
  if (fact.has_amount)
    parts[PART_AMOUNT] = whence_amount_to_text (&fact.amount, WHENCE_AMOUNT_TEXT_SHORT);
  if (fact.has_share)
    parts[PART_SHARE] = whence_share_to_text_short (fact.share);
  if (fact.dated.text != NULL)
    parts[PART_DATE] = whence_date_to_text (fact.dated.text, WHENCE_DATE_TEXT_SHORT);
}

/* "8 ties · +2 −1 ~1" */
static char *
word_line (const WhenceGraphEdge *edge)
{
  /* Translators: on one line of the graph that stands for several facts about the same two. */
  g_autofree char *ties =
    whence_text_compose (ngettext ("%'u tie", "%'u ties", edge->n_on_line), edge->n_on_line);
  GString *text = g_string_new (ties);
  gboolean any = FALSE;

  for (guint i = 0; i < WHENCE_N_CHANGES; i++)
    if (whence_change_sign ((WhenceChange) i) != NULL && edge->n_of[i] > 0)
      {
        g_string_append_printf (text, "%s%s%u", any ? "\302\240" : SEPARATOR,
                                whence_change_sign ((WhenceChange) i), edge->n_of[i]);
        any = TRUE;
      }
  return g_string_free (text, FALSE);
}

/* What somebody is in a fact, and was before. */
static char *
word_role (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  const WhenceChanges *changes = whence_scope_get_changes (scene->scope);
  const char *former = NULL;

  if (changes != NULL)
    former = whence_changes_get_former_role (changes, edge->fact, scene->nodes[edge->to].entity);
  return former != NULL ? whence_text_join_change (former, edge->role) : g_strdup (edge->role);
}

/* Spaces within a part do not break. */
static void
append_part (GString *text, const char *part)
{
  for (const char *c = part; *c != '\0'; c++)
    if (*c == ' ')
      g_string_append (text, "\302\240");
    else
      g_string_append_c (text, *c);
}

static char *
word (char **parts, const Wording *wording)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_PARTS; i++)
    {
      if ((wording->parts & (1u << i)) == 0 || parts[i] == NULL)
        continue;
      if (text->len > 0 && (wording->breaks & (1u << i)) != 0)
        g_string_append_c (text, '\n');
      else if (text->len > 0)
        g_string_append (text, SEPARATOR);
      append_part (text, parts[i]);
    }
  if (wording->split)
    {
      g_string_replace (text, ARROW NO_BREAK, ARROW "\n", 1);
      g_string_replace (text, ARROW_BACK NO_BREAK, ARROW_BACK "\n", 1);
    }
  return g_string_free (text, FALSE);
}

GPtrArray *
whence_graph_edge_wordings (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  GPtrArray *wordings = g_ptr_array_new_with_free_func (g_free);
  char *parts[N_PARTS] = { NULL };
  const Wording *list;
  guint n;

  if (edge->n_on_line > 1)
    {
      g_ptr_array_add (wordings, word_line (edge));
      return wordings;
    }
  if (edge->spoke)
    {
      if (edge->role != NULL && *edge->role != '\0')
        g_ptr_array_add (wordings, word_role (scene, edge));
      return wordings;
    }
  find_parts (scene, edge->fact, parts);
  list = parts[PART_CHANGE] != NULL ? with_change : parts[PART_AMOUNT] != NULL ? with_amount : without_amount;
  n = parts[PART_CHANGE] != NULL   ? G_N_ELEMENTS (with_change)
      : parts[PART_AMOUNT] != NULL ? G_N_ELEMENTS (with_amount)
                                   : G_N_ELEMENTS (without_amount);
  for (guint i = 0; i < n; i++)
    {
      char *text = word (parts, &list[i]);
      if (*text != '\0' && !g_ptr_array_find_with_equal_func (wordings, text, g_str_equal, NULL))
        g_ptr_array_add (wordings, text);
      else
        g_free (text);
    }
  clear_parts (parts);
  return wordings;
}

gboolean
whence_graph_edge_has_words (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  g_autoptr (GPtrArray) wordings = NULL;

  if (edge->n_on_line == 0)
    return FALSE;
  wordings = whence_graph_edge_wordings (scene, edge);
  return wordings->len > 0;
}

gboolean
whence_graph_edge_says_type (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  const WhenceFactType *type;
  g_autoptr (GString) verb = NULL;

  if (!edge->labelled || edge->spoke || edge->n_on_line > 1)
    return FALSE;
  type = whence_bundle_get_fact_type (whence_scope_get_bundle (scene->scope), edge->fact);
  verb = g_string_new (NULL);
  append_part (verb, whence_fact_type_verb (type));
  return edge->label.shortened || g_str_has_prefix (edge->label.lines[0].text, verb->str);
}

void
whence_graph_edge_wording_init (WhenceTextBlock *label, const char *wording, const WhenceMeasure *measure)
{
  g_auto (GStrv) lines = g_strsplit (wording, "\n", -1);
  double line_height = whence_font_get_metrics (WHENCE_FONT_SMALL)->line_height;

  *label = (WhenceTextBlock){ .font = WHENCE_FONT_SMALL };
  label->lines = g_new0 (WhenceTextLine, MAX (1, g_strv_length (lines)));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      WhenceTextBlock line;
      whence_text_block_init (&line, lines[i], WHENCE_FONT_SMALL, MAX_WIDTH, 1, measure);
      if (line.n_lines > 0)
        {
          label->lines[label->n_lines++] = line.lines[0];
          line.lines[0].text = NULL;
          label->width = MAX (label->width, line.width);
          label->height += line_height;
          label->rtl |= line.rtl;
          label->shortened |= line.shortened;
        }
      whence_text_block_clear (&line);
    }
}
