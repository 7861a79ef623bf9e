/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps one light widget for each mark that can be seen, at most MAX_MARKS. They follow a moment after the
 * picture has come to rest: nobody reads a moving list. Invariant: the one with the keyboard focus lives as
 * long as it has it. */
#include "widgets/canvas-private.h"

#include "widgets/mark.h"

#define MAX_MARKS 300
#define REST 80 /* ms */

static void
on_activated (WhenceMark *mark, WhenceCanvas *canvas)
{
  whence_document_select (whence_canvas_get_document (canvas), whence_mark_get_ref (mark), FALSE);
  whence_canvas_open (canvas, whence_mark_get_ref (mark));
}

static WhenceMark *
add_mark (WhenceCanvas *canvas)
{
  WhenceMark *mark = whence_mark_new ();

  g_signal_connect (mark, "activated", G_CALLBACK (on_activated), canvas);
  gtk_widget_set_parent (GTK_WIDGET (mark), GTK_WIDGET (canvas));
  g_ptr_array_add (whence_canvas_private (canvas)->marks, mark);
  return mark;
}

static void
fill_mark (WhenceCanvas *canvas, WhenceMark *mark, WhenceRef ref)
{
  g_autofree char *label = WHENCE_CANVAS_GET_CLASS (canvas)->describe (canvas, ref);

  whence_mark_set (mark, ref, label, whence_document_is_selected (whence_canvas_get_document (canvas), ref));
}

static gpointer
key (WhenceRef ref)
{
  return GSIZE_TO_POINTER ((gsize) ref.index * 4 + ref.kind);
}

/* Marks by what they stand for; those that stand for nothing in @refs go into @spare. */
static GHashTable *
sort_marks (WhenceCanvas *canvas, const WhenceRef *refs, guint n_refs, GPtrArray *spare)
{
  GPtrArray *marks = whence_canvas_private (canvas)->marks;
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GHashTable *kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_refs; i++)
    g_hash_table_add (wanted, key (refs[i]));
  for (guint i = 0; i < marks->len; i++)
    {
      WhenceMark *mark = g_ptr_array_index (marks, i);
      gpointer id = key (whence_mark_get_ref (mark));
      if (g_hash_table_contains (wanted, id) && !g_hash_table_contains (kept, id))
        g_hash_table_insert (kept, id, mark);
      else if (!gtk_widget_is_focus (GTK_WIDGET (mark)))
        g_ptr_array_add (spare, mark);
    }
  return kept;
}

static void
update_marks (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceRef refs[MAX_MARKS];
  guint n_refs =
    priv->has_scene ? MIN (WHENCE_CANVAS_GET_CLASS (canvas)->list (canvas, refs, MAX_MARKS), MAX_MARKS) : 0;
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  g_autoptr (GHashTable) kept = sort_marks (canvas, refs, n_refs, spare);

  for (guint i = 0; i < n_refs; i++)
    {
      WhenceMark *mark = g_hash_table_lookup (kept, key (refs[i]));
      if (mark == NULL && spare->len > 0)
        mark = g_ptr_array_steal_index (spare, spare->len - 1);
      fill_mark (canvas, mark != NULL ? mark : add_mark (canvas), refs[i]);
    }
  for (guint i = 0; i < spare->len; i++)
    {
      g_ptr_array_remove_fast (priv->marks, g_ptr_array_index (spare, i));
      gtk_widget_unparent (g_ptr_array_index (spare, i));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
}

static gboolean
on_rest (gpointer data)
{
  whence_canvas_private (data)->marks_source = 0;
  update_marks (data);
  whence_canvas_emit_scene_changed (data);
  return G_SOURCE_REMOVE;
}

void
whence_canvas_update_marks_later (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  g_clear_handle_id (&priv->marks_source, g_source_remove);
  priv->marks_source = g_timeout_add (REST, on_rest, canvas);
}

void
whence_canvas_clear_marks (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  g_clear_handle_id (&priv->marks_source, g_source_remove);
  for (guint i = 0; i < priv->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (priv->marks, i));
  g_ptr_array_set_size (priv->marks, 0);
}

void
whence_canvas_place_marks (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  for (guint i = 0; i < priv->marks->len; i++)
    {
      WhenceMark *mark = g_ptr_array_index (priv->marks, i);
      WhenceRect bounds = { 0, 0, 1, 1 };
      if (priv->has_scene)
        WHENCE_CANVAS_GET_CLASS (canvas)->find (canvas, whence_mark_get_ref (mark), &bounds);
      gtk_widget_size_allocate (GTK_WIDGET (mark),
                                &(GtkAllocation){ (int) bounds.x, (int) bounds.y, MAX (1, (int) bounds.width),
                                                  MAX (1, (int) bounds.height) },
                                -1);
    }
}

GtkWidget *
whence_canvas_get_mark (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceMark *mark = NULL;

  for (guint i = 0; i < priv->marks->len && mark == NULL; i++)
    if (whence_ref_equal (whence_mark_get_ref (g_ptr_array_index (priv->marks, i)), ref))
      mark = g_ptr_array_index (priv->marks, i);
  if (mark == NULL)
    mark = add_mark (canvas);
  fill_mark (canvas, mark, ref);
  return GTK_WIDGET (mark);
}
