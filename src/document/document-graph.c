/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the graph is laid out and what its nodes say. Numbers are counted in a worker when somebody wants them,
 * for one scope; a later scope makes an earlier count end, and until the new ones are there the old look
 * stays. */
#include "document/document-private.h"

/* --- The layout --- */

void
whence_document_lay_out (WhenceDocument *document, WhenceLayoutKind layout, WhenceFaith faith, guint32 center)
{
  if (document->layout == layout && document->faith == faith && document->center == center)
    return;
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  document->layout = layout;
  document->faith = faith;
  document->center = center;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_LAYOUT);
}

WhenceLayoutKind
whence_document_get_layout (WhenceDocument *document)
{
  return document->layout;
}

void
whence_document_set_layout (WhenceDocument *document, WhenceLayoutKind layout)
{
  if (document->layout != layout)
    whence_document_lay_out (document, layout, document->faith, WHENCE_NONE);
}

WhenceFaith
whence_document_get_faith (WhenceDocument *document)
{
  return document->faith;
}

void
whence_document_set_faith (WhenceDocument *document, WhenceFaith faith)
{
  whence_document_lay_out (document, document->layout, faith, document->center);
}

guint32
whence_document_get_center (WhenceDocument *document)
{
  return document->center;
}

void
whence_document_lay_out_around (WhenceDocument *document, guint32 entity)
{
  whence_document_lay_out (document, WHENCE_LAYOUT_CONCENTRIC, document->faith, entity);
}

void
whence_document_restore_layout (WhenceDocument *document, WhenceArrangement *arrangement)
{
  g_autoptr (WhenceArrangement) kept = whence_arrangement_ref (arrangement);

  document->layout = whence_arrangement_get_layout (kept);
  document->faith = whence_arrangement_get_faith (kept);
  document->center = whence_arrangement_get_focus (kept);
  /* Views drop what they have when the layout is another one. */
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_LAYOUT);
  whence_document_set_arrangement (document, kept);
}

/* --- Numbers --- */

static void
set_look (WhenceDocument *document, WhenceGraphLook *look)
{
  if (look == NULL && document->look == NULL)
    return;
  g_clear_pointer (&document->look, whence_graph_look_unref);
  document->look = look;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_LOOK);
}

static gboolean
are_current (WhenceDocument *document)
{
  return document->measures != NULL && document->measured == document->scope;
}

static void
renew_look (WhenceDocument *document)
{
  gboolean needs = whence_graph_look_needs_measures (document->node_size, document->node_color);

  if (!needs || are_current (document))
    set_look (document, whence_graph_look_make (document->scope, needs ? document->measures : NULL,
                                                document->node_size, document->node_color));
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WhenceScope *scope = data;
  g_autoptr (WhenceGraph) graph = whence_graph_new (whence_scope_get_bundle (scope));
  WhenceMeasures *measures = whence_measures_new (graph, scope, cancellable);

  if (measures == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "superseded");
  else
    g_task_return_pointer (task, measures, (GDestroyNotify) whence_measures_free);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceDocument *document = WHENCE_DOCUMENT (source);
  gboolean current = g_task_get_cancellable (G_TASK (result)) == document->counting;
  WhenceMeasures *measures = g_task_propagate_pointer (G_TASK (result), NULL);

  if (current)
    g_clear_object (&document->counting);
  if (measures == NULL || !current)
    {
      g_clear_pointer (&measures, whence_measures_free);
      return;
    }
  g_clear_pointer (&document->measures, whence_measures_free);
  g_clear_pointer (&document->measured, whence_scope_unref);
  document->measures = measures;
  document->measured = whence_scope_ref (g_task_get_task_data (G_TASK (result)));
  renew_look (document);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_MEASURES);
}

void
whence_document_stop_counting (WhenceDocument *document)
{
  if (document->counting != NULL)
    g_cancellable_cancel (document->counting);
  g_clear_object (&document->counting);
}

static void
start_counting (WhenceDocument *document)
{
  g_autoptr (GTask) task = NULL;

  whence_document_stop_counting (document);
  document->counting = g_cancellable_new ();
  task = g_task_new (document, document->counting, on_counted, NULL);
  g_task_set_task_data (task, whence_scope_ref (document->scope), (GDestroyNotify) whence_scope_unref);
  g_task_run_in_thread (task, count_in_thread);
}

void
whence_document_measure_anew (WhenceDocument *document)
{
  gboolean wanted =
    document->measures_wanted || whence_graph_look_needs_measures (document->node_size, document->node_color);

  whence_document_stop_counting (document);
  document->measures_wait = FALSE;
  if (document->look != NULL && !whence_graph_look_is_for (document->look, document->bundle))
    set_look (document, NULL);
  renew_look (document);
  if (wanted && !are_current (document))
    start_counting (document);
}

void
whence_document_want_measures (WhenceDocument *document, gboolean wanted)
{
  document->measures_wanted = wanted;
  if (wanted && !are_current (document) && document->counting == NULL)
    start_counting (document);
}

WhenceMeasures *
whence_document_get_measures (WhenceDocument *document)
{
  return are_current (document) ? document->measures : NULL;
}

/* --- What nodes say --- */

WhenceNodeSize
whence_document_get_node_size (WhenceDocument *document)
{
  return document->node_size;
}

WhenceNodeColor
whence_document_get_node_color (WhenceDocument *document)
{
  return document->node_color;
}

void
whence_document_set_node_look (WhenceDocument *document, WhenceNodeSize size, WhenceNodeColor color)
{
  if (document->node_size == size && document->node_color == color)
    return;
  document->node_size = size;
  document->node_color = color;
  whence_document_measure_anew (document);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_LOOK);
}

WhenceGraphLook *
whence_document_get_look (WhenceDocument *document)
{
  return document->look;
}

void
whence_document_clear_graph (WhenceDocument *document)
{
  whence_document_stop_counting (document);
  g_clear_pointer (&document->look, whence_graph_look_unref);
  g_clear_pointer (&document->measures, whence_measures_free);
  g_clear_pointer (&document->measured, whence_scope_unref);
}
