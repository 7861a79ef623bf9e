/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A span of time that is selected: everything that touches it, by any of the dates that are given, is lit, as
 * long as nothing else is selected. Linear in the facts for each change. */
#include "document/document-private.h"
#include "layout/timeline-ghosts.h"

gboolean
whence_document_get_span (WhenceDocument *document, gint64 *from, gint64 *to)
{
  *from = document->span_from;
  *to = document->span_to;
  return *from < *to;
}

const guint32 *
whence_document_get_span_facts (WhenceDocument *document, guint *n_facts)
{
  const GArray *facts = document->selection.span_facts;

  *n_facts = facts != NULL ? facts->len : 0;
  return facts != NULL ? (const guint32 *) (gconstpointer) facts->data : NULL;
}

void
whence_document_light_span (WhenceDocument *document)
{
  g_autoptr (GArray) facts = NULL;

  if (document->span_from < document->span_to)
    {
      facts = g_array_new (FALSE, FALSE, sizeof (guint32));
      for (guint32 fact = 0; fact < whence_bundle_get_n_facts (document->bundle); fact++)
        if (whence_scope_shows (document->scope, fact)
            && whence_fact_touches (document->scope, fact, document->span_from, document->span_to))
          g_array_append_val (facts, fact);
    }
  whence_selection_light_span (&document->selection, facts);
}

static void
change_span (WhenceDocument *document, gint64 from, gint64 to, WhenceViewMotion motion)
{
  gboolean selected;

  if (from >= to)
    from = to = 0;
  if (document->span_from == from && document->span_to == to)
    return;
  whence_document_remember_view (document, motion);
  document->span_from = from;
  document->span_to = to;
  whence_document_light_span (document);
  /* What was selected would outshine it. */
  selected = from < to && whence_selection_select (&document->selection, WHENCE_REF_NOTHING, FALSE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_SPAN);
  if (selected)
    whence_document_selection_changed (document);
  else
    whence_document_highlight_changed (document);
}

void
whence_document_set_span (WhenceDocument *document, gint64 from, gint64 to)
{
  change_span (document, from, to, WHENCE_VIEW_STEP);
}

void
whence_document_move_span (WhenceDocument *document, gint64 from, gint64 to)
{
  change_span (document, from, to, WHENCE_VIEW_MOVES_SPAN);
}

void
whence_document_clear_span (WhenceDocument *document)
{
  whence_document_set_span (document, 0, 0);
}
