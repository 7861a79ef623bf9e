/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Has the view of a canvas look elsewhere, as the view knows how to. A source has no mark of its own: its
 * facts and entities stand for it. */
#include "widgets/canvas-private.h"

void
whence_canvas_zoom (WhenceCanvas *canvas, double factor)
{
  double x = gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0,
         y = gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0;

  WHENCE_CANVAS_GET_CLASS (canvas)->zoom (canvas, x, y, factor, WHENCE_MOTION_TRAVEL);
}

void
whence_canvas_fit (WhenceCanvas *canvas)
{
  WHENCE_CANVAS_GET_CLASS (canvas)->fit (canvas);
}

void
whence_canvas_add_marks (WhenceCanvas *canvas, WhenceRef ref, GArray *marks)
{
  const WhenceScope *scope = whence_document_get_scope (whence_canvas_get_document (canvas));
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  g_autoptr (GArray) facts = NULL, entities = NULL;

  if (ref.kind != WHENCE_REF_SOURCE)
    {
      g_array_append_val (marks, ref);
      return;
    }
  facts = whence_ref_list_facts (ref, bundle, whence_scope_get_known_by (scope));
  for (guint i = 0; i < facts->len; i++)
    if (whence_scope_shows (scope, g_array_index (facts, guint32, i)))
      g_array_append_val (marks, ((WhenceRef){ WHENCE_REF_FACT, g_array_index (facts, guint32, i) }));
  entities = whence_ref_list_entities (ref, bundle, whence_scope_get_known_by (scope));
  for (guint i = 0; i < entities->len; i++)
    g_array_append_val (marks, ((WhenceRef){ WHENCE_REF_ENTITY, g_array_index (entities, guint32, i) }));
}

void
whence_canvas_reveal (WhenceCanvas *canvas, WhenceRef ref)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (WhenceRef));

  if (ref.kind == WHENCE_REF_SOURCE)
    {
      whence_canvas_add_marks (canvas, ref, marks);
      ref = marks->len > 0 ? g_array_index (marks, WhenceRef, 0) : WHENCE_REF_NOTHING;
    }
  if (ref.kind != WHENCE_REF_NONE && whence_canvas_has_scene (canvas))
    WHENCE_CANVAS_GET_CLASS (canvas)->reveal (canvas, ref);
}

gboolean
whence_canvas_frame_selection (WhenceCanvas *canvas)
{
  const WhenceRef *refs;
  guint n_refs;

  if (!whence_canvas_has_scene (canvas))
    return FALSE;
  refs = whence_document_get_selection (whence_canvas_get_document (canvas), &n_refs);
  return n_refs > 0 && WHENCE_CANVAS_GET_CLASS (canvas)->frame (canvas, refs, n_refs);
}
