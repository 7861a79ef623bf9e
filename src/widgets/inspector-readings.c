/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the sources of a fact say differently, side by side: a block for each aspect in which they do, with
 * every value, who gives it, and whether the values can be true together. Linear in the citations for each
 * value; of many values the first are shown, and the rest is counted. */
#include <glib/gi18n-lib.h>

#include "model/readings.h"
#include "model/text-fill.h"
#include "widgets/columns-layout.h"
#include "widgets/describe.h"
#include "widgets/inspector-parts.h"

#define MOST_VALUES 6
#define MOST_SOURCES 6 /* of one value */
#define MOST_REASONS 4

/* --- Columns -------------------------------------------------------------------------------------- */

static GtkWidget *
add_block (GtkBox *box, const char *head, gboolean conflict)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (block, "readings");
  if (conflict)
    gtk_widget_add_css_class (block, "conflict");
  whence_part_append (GTK_BOX (block), head, "section");
  gtk_box_append (box, block);
  return block;
}

static GtkWidget *
add_columns (GtkWidget *block)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (columns, whence_columns_layout_new ());
  gtk_box_append (GTK_BOX (block), columns);
  return columns;
}

static GtkBox *
add_column (GtkWidget *columns, const char *value)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  whence_part_append (GTK_BOX (column), value, "reading");
  gtk_box_append (GTK_BOX (columns), column);
  return GTK_BOX (column);
}

/* And to what is @spoken. */
static void
append_line (GtkWidget *lines, char **spoken, const char *text, const char *css_class)
{
  GtkWidget *line = whence_part_text (text, css_class);

  gtk_label_set_selectable (GTK_LABEL (line), FALSE);
  gtk_box_append (GTK_BOX (lines), line);
  *spoken = whence_describe_and (*spoken, text);
}

/* A way to the source. */
static void
append_source (GtkBox *column, WhenceDocument *document, guint32 index)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (document);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *spoken = NULL;
  WhenceSource source;

  whence_bundle_get_source (bundle, index, &source);
  append_line (lines, &spoken, whence_source_get_voice (bundle, index), "caption");
  if (source.publisher != NULL)
    append_line (lines, &spoken, source.title, "origin");
  if (source.published.text != NULL)
    {
      g_autofree char *date = whence_date_to_text (source.published.text, WHENCE_DATE_TEXT_LONG);
      append_line (lines, &spoken, date, "origin");
    }
  gtk_box_append (column, whence_part_button (document, whence_ref_source (index), lines, spoken));
}

static void
append_more (GtkBox *box, guint n, guint most)
{
  g_autofree char *more = NULL;

  if (n <= most)
    return;
  more = whence_text_compose (ngettext ("and %'u more source", "and %'u more sources", n - most), n - most);
  whence_part_append (box, more, "origin");
}

/* The sources of the citations that count by the date and for which @picks holds. */
static void
append_sources (GtkBox *column, WhenceDocument *document, const WhenceKnownBy *known_by, guint32 fact,
                gboolean (*picks) (const WhenceCitation *citation, guint i, gconstpointer data),
                gconstpointer data)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (document);
  guint n_citations = whence_bundle_get_n_fact_citations (bundle, fact), n = 0;

  for (guint i = 0; i < n_citations; i++)
    {
      WhenceCitation citation;
      whence_bundle_get_fact_citation (bundle, fact, i, &citation);
      if (whence_known_by_counts (known_by, fact, i) && picks (&citation, i, data) && n++ < MOST_SOURCES)
        append_source (column, document, citation.source);
    }
  if (n == 0)
    whence_part_append (column, _ ("the record itself"), "origin");
  append_more (column, n, MOST_SOURCES);
}

/* --- Date, amount, share -------------------------------------------------------------------------- */

static const struct
{
  const char *conflict, *agree;
} heads[WHENCE_N_ASPECTS] = {
  [WHENCE_ASPECT_DATE] = { N_ ("Dates that cannot all be true"), N_ ("Dates that agree") },
  [WHENCE_ASPECT_AMOUNT] = { N_ ("Amounts that cannot all be true"), N_ ("Amounts that agree") },
  [WHENCE_ASPECT_SHARE] = { N_ ("Shares that cannot all be true"), N_ ("Shares that agree") },
};

typedef struct
{
  const WhenceReadings *readings;
  guint value;
} Choice;

static gboolean
gives (const WhenceCitation *citation, guint i, gconstpointer data)
{
  const Choice *choice = data;

  return g_array_index (choice->readings->by_citation, guint, i) == choice->value;
}

/* Why the two values, the wider first, agree. Transfer full. */
static char *
explain (const WhenceReadings *readings, guint wide, guint fine)
{
  const WhenceReading *a = &g_array_index (readings->values, WhenceReading, wide);
  const WhenceReading *b = &g_array_index (readings->values, WhenceReading, fine);
  g_autofree char *first = whence_readings_to_text (readings, wide);
  g_autofree char *second = whence_readings_to_text (readings, fine);

  if (readings->aspect == WHENCE_ASPECT_AMOUNT && !g_str_equal (a->amount.currency, b->amount.currency))
    return g_strdup_printf (_ ("%1$s and %2$s are different currencies and are not compared"), first, second);
  if (readings->aspect == WHENCE_ASPECT_DATE && whence_readings_contains (readings, wide, fine))
    /* Translators: two dates: “May 2024 contains 21 May 2024”. */
    return g_strdup_printf (_ ("%1$s contains %2$s"), first, second);
  /* Translators: two dates or sums: “about $14 billion agrees with $13.8 billion”. */
  return g_strdup_printf (_ ("%1$s agrees with %2$s"), first, second);
}

static void
append_reasons (GtkWidget *block, const WhenceReadings *readings)
{
  guint n = 0;

  for (guint i = 0; i < readings->values->len && i < MOST_VALUES; i++)
    for (guint k = 0; k < i; k++)
      {
        gboolean wider = whence_readings_contains (readings, i, k);
        g_autofree char *text = NULL;

        if (whence_readings_compare (readings, i, k) == WHENCE_AGREEMENT_CONFLICT || n++ >= MOST_REASONS)
          continue;
        text = explain (readings, wider ? i : k, wider ? k : i);
        whence_part_append (GTK_BOX (block), text, "reason");
      }
  append_more (GTK_BOX (block), n, MOST_REASONS);
}

static void
append_aspect (GtkBox *box, WhenceDocument *document, const WhenceKnownBy *known_by, guint32 fact,
               WhenceAspect aspect)
{
  g_autoptr (WhenceReadings) readings =
    whence_readings_new (whence_document_get_told_bundle (document), fact, aspect, known_by);
  gboolean conflict = FALSE;
  GtkWidget *block, *columns;

  if (readings == NULL)
    return;
  for (guint i = 0; i < readings->values->len; i++)
    conflict |= g_array_index (readings->values, WhenceReading, i).conflicts;
  block = add_block (box, _ (conflict ? heads[aspect].conflict : heads[aspect].agree), conflict);
  columns = add_columns (block);
  for (guint i = 0; i < readings->values->len && i < MOST_VALUES; i++)
    {
      g_autofree char *value = whence_readings_to_text (readings, i);
      Choice choice = { readings, i };
      append_sources (add_column (columns, value), document, known_by, fact, gives, &choice);
    }
  append_more (GTK_BOX (block), readings->values->len, MOST_VALUES);
  append_reasons (block, readings);
}

/* --- For and against ------------------------------------------------------------------------------ */

static gboolean
has_stance (const WhenceCitation *citation, guint i, gconstpointer data)
{
  return !citation->disputes == !*(const gboolean *) data;
}

static void
append_stance (GtkBox *box, WhenceDocument *document, const WhenceKnownBy *known_by, guint32 fact)
{
  const gboolean stances[] = { FALSE, TRUE };
  const char *const values[] = { C_ ("stance", "It is so"), C_ ("stance", "It is not so") };
  GtkWidget *columns;

  if ((whence_evidence_for_fact_until (whence_document_get_told_bundle (document), fact, known_by).conflicts
       & WHENCE_CONFLICT_STANCE)
      == 0)
    return;
  columns = add_columns (add_block (box, _ ("Sources for and against it"), TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (stances); i++)
    append_sources (add_column (columns, values[i]), document, known_by, fact, has_stance, &stances[i]);
}

void
whence_inspector_append_readings (GtkBox *box, WhenceDocument *document, const WhenceKnownBy *known_by,
                                  guint32 fact)
{
  for (guint i = 0; i < WHENCE_N_ASPECTS; i++)
    append_aspect (box, document, known_by, fact, (WhenceAspect) i);
  append_stance (box, document, known_by, fact);
}
