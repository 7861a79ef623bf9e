/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry is a number, the title, and below it in grey who published it, when, and where it is. What does
 * not fit is counted, never cut. Linear in the citations; only entries that have room are measured. */
#include "model/text-list.h"
#include "model/text-fill.h"
#include "paint/sources.h"

#include <glib/gi18n-lib.h>

/* px */
#define NUMBER_GAP 5.0
#define ENTRY_GAP 3.0
#define HEADING_GAP 3.0

typedef struct
{
  guint32 source;
  WhenceTextBlock number, title, imprint;
  double y, height;
} Entry;

struct _WhenceSourceList
{
  const WhenceBundle *bundle; /* of the scope */
  WhenceScope *scope;
  WhenceTextBlock heading, more;
  GArray *entries; /* Entry */
  double indent, height, more_y;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;
  whence_text_block_clear (&entry->number);
  whence_text_block_clear (&entry->title);
  whence_text_block_clear (&entry->imprint);
}

/* The indices of what is cited, ascending. */
static GArray *
find_cited (const WhenceScope *scope)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  guint n_sources = whence_bundle_get_n_sources (bundle), n_facts = whence_bundle_get_n_facts (bundle);
  g_autofree guint8 *cited = g_malloc0 (MAX (n_sources, 1));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < n_facts; i++)
    {
      guint n_citations = whence_scope_shows (scope, i) ? whence_bundle_get_n_fact_citations (bundle, i) : 0;
      for (guint j = 0; j < n_citations; j++)
        {
          guint32 source = whence_bundle_get_citation_source (bundle, i, j);
          if (source < n_sources && whence_scope_counts (scope, i, j))
            cited[source] = 1;
        }
    }
  for (guint32 i = 0; i < n_sources; i++)
    if (cited[i])
      g_array_append_val (found, i);
  return found;
}

/* "The Daily · published May 2024 · example.org/story", or NULL when nothing of it is known. */
static char *
make_imprint (const WhenceSource *source)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  whence_text_join (parts, WHENCE_JOINT_PART, source->author);
  whence_text_join (parts, WHENCE_JOINT_PART, source->publisher);
  if (source->published.text != NULL)
    {
      g_autofree char *date = whence_date_to_text (source->published.text, WHENCE_DATE_TEXT_LONG);
      /* Translators: the date on which a source was published. */
      g_autofree char *published = g_strdup_printf (_ ("published %s"), date);
      whence_text_join (parts, WHENCE_JOINT_PART, published);
    }
  if (source->accessed.text != NULL)
    {
      g_autofree char *date = whence_date_to_text (source->accessed.text, WHENCE_DATE_TEXT_LONG);
      /* Translators: the date on which a source was read. */
      g_autofree char *accessed = g_strdup_printf (_ ("read %s"), date);
      whence_text_join (parts, WHENCE_JOINT_PART, accessed);
    }
  whence_text_join (parts, WHENCE_JOINT_PART, source->url);
  return parts->len > 0 ? g_strdup (parts->str) : NULL;
}

static void
init_entry (Entry *entry, const WhenceBundle *bundle, guint32 index, guint number, double indent,
            double width, const WhenceMeasure *measure)
{
  WhenceSource source;
  whence_bundle_get_source (bundle, index, &source);
  g_autofree char *figure = g_strdup_printf ("%u", number);
  g_autofree char *imprint = make_imprint (&source);

  *entry = (Entry){ .source = index };
  whence_text_block_init (&entry->number, figure, WHENCE_FONT_SMALL, indent, 1, measure);
  whence_text_block_init (&entry->title, source.title != NULL ? source.title : source.id, WHENCE_FONT_SMALL,
                          width - indent, 2, measure);
  whence_text_block_init (&entry->imprint, imprint, WHENCE_FONT_SMALL, width - indent, 2, measure);
  entry->height = entry->title.height + entry->imprint.height;
}

static void
set_more (WhenceSourceList *list, guint n_more, double width, const WhenceMeasure *measure)
{
  g_autofree char *text =
    whence_text_compose (ngettext ("and %'u more source", "and %'u more sources", n_more), n_more);
  whence_text_block_init (&list->more, text, WHENCE_FONT_SMALL, width - list->indent, 1, measure);
  list->more_y = list->height;
  list->height += list->more.height;
}

static void
fill (WhenceSourceList *list, const GArray *cited, double width, double max_height,
      const WhenceMeasure *measure)
{
  double line = whence_font_get_metrics (WHENCE_FONT_SMALL)->line_height;
  for (guint i = 0; i < cited->len; i++)
    {
      gboolean last = i + 1 == cited->len;
      Entry entry;
      init_entry (&entry, list->bundle, g_array_index (cited, guint32, i), i + 1, list->indent, width,
                  measure);
      if (list->height + entry.height + (last ? 0 : ENTRY_GAP + line) > max_height)
        {
          clear_entry (&entry);
          if (i == 0)
            {
              whence_text_block_clear (&list->heading);
              list->height = 0;
              return;
            }
          set_more (list, cited->len - i, width, measure);
          return;
        }
      entry.y = list->height;
      list->height += entry.height + (last ? 0 : ENTRY_GAP);
      g_array_append_val (list->entries, entry);
    }
}

WhenceSourceList *
whence_source_list_new (const WhenceScope *scope, double width, double max_height,
                        const WhenceMeasure *measure)
{
  WhenceSourceList *list = g_new0 (WhenceSourceList, 1);
  g_autoptr (GArray) cited = find_cited (scope);
  double line = whence_font_get_metrics (WHENCE_FONT_SMALL)->line_height;

  list->scope = whence_scope_ref ((WhenceScope *) scope);
  list->bundle = whence_scope_get_bundle (scope);
  list->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (list->entries, clear_entry);
  if (cited->len == 0 || max_height < 3 * line)
    return list;

  g_autofree char *widest = g_strdup_printf ("%u", MIN (cited->len, (guint) (max_height / line)));
  list->indent = measure->func (widest, strlen (widest), WHENCE_FONT_SMALL, measure->user_data) + NUMBER_GAP;
  whence_text_block_init (&list->heading, C_ ("legend", "Sources"), WHENCE_FONT_SMALL, width, 1, measure);
  list->height = list->heading.height + HEADING_GAP;
  fill (list, cited, width, max_height, measure);
  return list;
}

guint
whence_source_list_count (const WhenceScope *scope)
{
  g_autoptr (GArray) cited = find_cited (scope);
  return cited->len;
}

void
whence_source_list_free (WhenceSourceList *list)
{
  whence_text_block_clear (&list->heading);
  whence_text_block_clear (&list->more);
  g_array_unref (list->entries);
  whence_scope_unref (list->scope);
  g_free (list);
}

double
whence_source_list_get_height (const WhenceSourceList *list)
{
  return list->height;
}

static void
paint_entry (const WhenceSourceList *list, const Entry *entry, const WhenceStyle *style, WhencePen *pen,
             double x, double y)
{
  const WhenceColor none = { 0 };
  WhenceSource source;
  whence_bundle_get_source (list->bundle, entry->source, &source);
  WhenceGroup group = {
    .id = source.id, .id_prefix = "source", .css_class = "source", .title = source.title, .link = source.url
  };
  whence_pen_push_group (pen, &group);
  whence_pen_text_block (pen, &entry->number, x, y + entry->y, WHENCE_ALIGN_START, style->text_muted, none);
  whence_pen_text_block (pen, &entry->title, x + list->indent, y + entry->y, WHENCE_ALIGN_START, style->text,
                         none);
  whence_pen_text_block (pen, &entry->imprint, x + list->indent, y + entry->y + entry->title.height,
                         WHENCE_ALIGN_START, style->text_muted, none);
  whence_pen_pop_group (pen);
}

void
whence_source_list_paint (const WhenceSourceList *list, const WhenceStyle *style, WhencePen *pen, double x,
                          double y)
{
  const WhenceColor none = { 0 };
  WhenceGroup group = { .css_class = "sources", .title = C_ ("legend", "Sources") };
  whence_pen_push_group (pen, &group);
  whence_pen_text_block (pen, &list->heading, x, y, WHENCE_ALIGN_START, style->text_muted, none);
  for (guint i = 0; i < list->entries->len; i++)
    paint_entry (list, &g_array_index (list->entries, Entry, i), style, pen, x, y);
  whence_pen_text_block (pen, &list->more, x + list->indent, y + list->more_y, WHENCE_ALIGN_START,
                         style->text_muted, none);
  whence_pen_pop_group (pen);
}
