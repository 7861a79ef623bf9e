/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps one light widget for each mark that can be seen, at most MAX_MARKS. They follow a moment after the
 * picture has come to rest: nobody reads a moving list. Invariant: the one with the keyboard focus lives as
 * long as it has it. */
#include "widgets/canvas-private.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "widgets/describe.h"
#include "widgets/mark.h"

#define MAX_MARKS 300
#define REST 80 /* ms */

static void
on_activated (WhenceMark *mark, WhenceCanvas *canvas)
{
  WhenceRef ref = whence_mark_get_ref (mark);

  if (whence_canvas_activate (canvas, ref, 0))
    return;
  whence_document_select (whence_canvas_get_document (canvas), ref, FALSE);
  whence_canvas_open (canvas, ref);
}

/* What opens and closes is a button; a role is for life. */
static GtkAccessibleRole
role_of (WhenceRef ref)
{
  gboolean button =
    ref.kind == WHENCE_REF_LANE || ref.kind == WHENCE_REF_EMPTY || ref.kind == WHENCE_REF_SHELF;

  return button ? GTK_ACCESSIBLE_ROLE_BUTTON : GTK_ACCESSIBLE_ROLE_LIST_ITEM;
}

static WhenceMark *
add_mark (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceMark *mark = whence_mark_new (role_of (ref));

  g_signal_connect (mark, "activated", G_CALLBACK (on_activated), canvas);
  gtk_widget_set_parent (GTK_WIDGET (mark), GTK_WIDGET (canvas));
  g_ptr_array_add (whence_canvas_private (canvas)->marks, mark);
  return mark;
}

/* The first line of what the tooltip says is the name; the rest, and which of the marks it is, go into the
 * description. Transfer full. */
static char *
split (WhenceCanvas *canvas, WhenceRef ref, char *text, guint i, guint n)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (whence_canvas_get_document (canvas));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  /* Of a fact, what is read aloud stands for the next two lines. */
  char *rest = ref.kind == WHENCE_REF_FACT
                 ? whence_describe_aloud (bundle, whence_canvas_get_known_by (canvas), ref.index)
                 : NULL;
  g_autofree char *place = NULL;

  for (guint k = ref.kind == WHENCE_REF_FACT ? 3 : 1; k < g_strv_length (lines); k++)
    rest = whence_describe_and (rest, lines[k]);
  if (n > 0)
    /* Translators: which of the marks of a picture: "3 of 17". */
    place = whence_text_compose (_ ("%1$'u of %2$'u"), i + 1, n);
  text[strcspn (text, "\n")] = '\0';
  return whence_describe_and (rest, place);
}

/* The @i-th of @n; @n is 0 for one that is not in view. */
static void
fill_mark (WhenceCanvas *canvas, WhenceMark *mark, WhenceRef ref, guint i, guint n)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  g_autofree char *name = klass->describe (canvas, ref), *description = split (canvas, ref, name, i, n);

  whence_mark_set (mark, ref, name, description,
                   whence_document_is_selected (whence_canvas_get_document (canvas), ref));
  if (klass->is_expanded != NULL)
    whence_mark_set_expanded (mark, klass->is_expanded (canvas, ref));
}

static gpointer
key (WhenceRef ref)
{
  return GSIZE_TO_POINTER ((gsize) ref.index * 8 + ref.kind);
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

static WhenceMark *
take_spare (GPtrArray *spare, WhenceRef ref)
{
  for (guint i = spare->len; i-- > 0;)
    if (gtk_accessible_get_accessible_role (g_ptr_array_index (spare, i)) == role_of (ref))
      return g_ptr_array_steal_index (spare, i);
  return NULL;
}

/* They are read in the order of the picture. */
static void
put_after (WhenceCanvas *canvas, WhenceMark *mark, WhenceMark *before)
{
  GtkWidget *sibling = gtk_widget_get_prev_sibling (GTK_WIDGET (mark));

  if (before != NULL && sibling != GTK_WIDGET (before))
    gtk_widget_insert_after (GTK_WIDGET (mark), GTK_WIDGET (canvas), GTK_WIDGET (before));
}

static void
update_marks (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceRef refs[MAX_MARKS];
  guint n_listed = priv->has_scene ? WHENCE_CANVAS_GET_CLASS (canvas)->list (canvas, refs, MAX_MARKS) : 0;
  guint n_refs = MIN (n_listed, MAX_MARKS);
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  g_autoptr (GHashTable) kept = sort_marks (canvas, refs, n_refs, spare);
  WhenceMark *before = NULL;

  for (guint i = 0; i < n_refs; i++)
    {
      WhenceMark *mark = g_hash_table_lookup (kept, key (refs[i]));
      if (mark == NULL)
        mark = take_spare (spare, refs[i]);
      if (mark == NULL)
        mark = add_mark (canvas, refs[i]);
      fill_mark (canvas, mark, refs[i], i, n_refs);
      put_after (canvas, mark, before);
      before = mark;
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
    {
      mark = add_mark (canvas, ref);
      fill_mark (canvas, mark, ref, 0, 0);
    }
  return GTK_WIDGET (mark);
}
