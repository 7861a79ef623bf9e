/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits: each makes a new bundle, keeps the old one for undo, and changes nothing when it fails. */
#include "document/document-private.h"

#include <glib/gi18n-lib.h>

#include "document/view-edit.h"

/* @before is the arrangement to come back to; the present one is as the edit wants it already. */
static gboolean
apply (WhenceDocument *document, const WhenceEdit *edit, WhenceArrangement *before, const char *label,
       GError **error)
{
  g_autoptr (WhenceBundle) bundle = whence_bundle_edit (document->bundle, edit, 1, error);

  if (bundle == NULL)
    return FALSE;
  whence_history_push (&document->history, document->bundle, before, label);
  whence_document_replace_bundle (document, bundle);
  whence_document_history_changed (document);
  return TRUE;
}

gboolean
whence_document_set_title (WhenceDocument *document, const char *title, GError **error)
{
  g_autofree char *json = title != NULL && *title != '\0' ? whence_json_quote (title) : NULL;
  const WhenceEdit edit = { WHENCE_RECORD_HEADER, "title", json };

  if (g_strcmp0 (title, whence_bundle_get_title (document->bundle)) == 0)
    return TRUE;
  return apply (document, &edit, document->arrangement, _ ("Change Title"), error);
}

static gboolean
edit_position (WhenceDocument *document, guint32 entity, const WhencePoint *point, WhenceArrangement *before,
               const char *label, GError **error)
{
  WhenceEntity record;
  g_autofree char *old = whence_bundle_get_json (document->bundle, WHENCE_RECORD_HEADER, "view");
  g_autofree char *json = NULL;

  whence_bundle_get_entity (document->bundle, entity, &record);
  json = whence_view_edit_position (old, record.id, point);
  return apply (document, &(WhenceEdit){ WHENCE_RECORD_HEADER, "view", json }, before, label, error);
}

void
whence_document_drag_entity (WhenceDocument *document, guint32 entity, double x, double y)
{
  g_autoptr (WhenceArrangement) moved = NULL;

  g_return_if_fail (document->arrangement != NULL);
  if (document->before_drag == NULL)
    document->before_drag = whence_arrangement_ref (document->arrangement);
  moved = whence_arrangement_move (document->arrangement, entity, x, y);
  whence_document_set_arrangement (document, moved);
}

gboolean
whence_document_pin_entity (WhenceDocument *document, guint32 entity, GError **error)
{
  g_autoptr (WhenceArrangement) before = g_steal_pointer (&document->before_drag);
  g_autoptr (WhenceArrangement) pinned = NULL;
  WhencePoint point;

  g_return_val_if_fail (document->arrangement != NULL, FALSE);
  if (before == NULL)
    before = whence_arrangement_ref (document->arrangement);
  point = whence_arrangement_get_position (document->arrangement, entity);
  pinned = whence_arrangement_move (document->arrangement, entity, point.x, point.y);
  whence_document_set_arrangement (document, pinned);
  if (edit_position (document, entity, &point, before, _ ("Move Node"), error))
    return TRUE;
  whence_document_set_arrangement (document, before);
  return FALSE;
}

gboolean
whence_document_unpin_entity (WhenceDocument *document, guint32 entity, GError **error)
{
  g_autoptr (WhenceArrangement) unpinned = NULL;

  g_return_val_if_fail (document->arrangement != NULL, FALSE);
  if (!edit_position (document, entity, NULL, document->arrangement, _ ("Unpin Node"), error))
    return FALSE;
  unpinned = whence_arrangement_unpin (document->arrangement, entity);
  whence_document_set_arrangement (document, unpinned);
  return TRUE;
}

static void
travel (WhenceDocument *document, gboolean (*step) (WhenceHistory *, WhenceBundle **, WhenceArrangement **))
{
  WhenceBundle *bundle = whence_bundle_ref (document->bundle);
  WhenceArrangement *arrangement =
    document->arrangement != NULL ? whence_arrangement_ref (document->arrangement) : NULL;

  if (step (&document->history, &bundle, &arrangement))
    {
      g_object_freeze_notify (G_OBJECT (document));
      whence_document_set_arrangement (document, arrangement);
      whence_document_replace_bundle (document, bundle);
      g_object_thaw_notify (G_OBJECT (document));
      whence_document_history_changed (document);
    }
  whence_bundle_unref (bundle);
  g_clear_pointer (&arrangement, whence_arrangement_unref);
}

void
whence_document_undo (WhenceDocument *document)
{
  travel (document, whence_history_undo);
}

void
whence_document_redo (WhenceDocument *document)
{
  travel (document, whence_history_redo);
}

const char *
whence_document_get_undo_label (WhenceDocument *document)
{
  return whence_history_get_undo_label (&document->history);
}

const char *
whence_document_get_redo_label (WhenceDocument *document)
{
  return whence_history_get_redo_label (&document->history);
}
