/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits: each makes a new bundle, keeps the old one for undo, and changes nothing when it fails. */
#include "document/document-private.h"

#include <glib/gi18n-lib.h>

#include "document/view-edit.h"
#include "model/text-fill.h"

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
  whence_document_edited (document);
  return TRUE;
}

gboolean
whence_document_set_title (WhenceDocument *document, const char *title, GError **error)
{
  g_autofree char *json = title != NULL && *title != '\0' ? whence_json_quote (title) : NULL;
  const WhenceEdit edit = { WHENCE_RECORD_HEADER, "title", json };

  if (g_strcmp0 (title, whence_bundle_get_title (document->bundle)) == 0)
    return TRUE;
  return apply (document, &edit, document->arrangement, _ ("Title changed"), error);
}

static gboolean
edit_positions (WhenceDocument *document, const guint32 *entities, guint n, gboolean pinned,
                WhenceArrangement *before, const char *label, GError **error)
{
  g_autofree const char **ids = g_new (const char *, MAX (1, n));
  g_autofree WhencePoint *points = g_new (WhencePoint, MAX (1, n));
  g_autofree char *old = whence_bundle_get_json (document->bundle, WHENCE_RECORD_HEADER, "view");
  g_autofree char *json = NULL;

  for (guint i = 0; i < n; i++)
    {
      WhenceEntity record;
      whence_bundle_get_entity (document->bundle, entities[i], &record);
      ids[i] = record.id;
      points[i] = whence_arrangement_get_position (document->arrangement, entities[i]);
    }
  json = whence_view_edit_positions (old, ids, pinned ? points : NULL, n);
  return apply (document, &(WhenceEdit){ WHENCE_RECORD_HEADER, "view", json }, before, label, error);
}

void
whence_document_drag (WhenceDocument *document, WhenceArrangement *arrangement)
{
  g_return_if_fail (document->arrangement != NULL);
  if (document->before_drag == NULL)
    document->before_drag = whence_arrangement_ref (document->arrangement);
  whence_document_set_arrangement (document, arrangement);
}

/* Takes @label, which says what was done. */
static gboolean
set_pinned (WhenceDocument *document, const guint32 *entities, guint n, gboolean pinned, char *label,
            GError **error)
{
  g_autofree char *taken = label;
  g_autoptr (WhenceArrangement) before = g_steal_pointer (&document->before_drag);
  g_autoptr (WhenceArrangement) after = NULL;

  g_return_val_if_fail (document->arrangement != NULL, FALSE);
  if (before == NULL)
    before = whence_arrangement_ref (document->arrangement);
  after = whence_arrangement_pin (document->arrangement, entities, n, pinned);
  whence_document_set_arrangement (document, after);
  if (edit_positions (document, entities, n, pinned, before, label, error))
    return TRUE;
  whence_document_set_arrangement (document, before);
  return FALSE;
}

gboolean
whence_document_drop (WhenceDocument *document, const guint32 *entities, guint n, GError **error)
{
  return set_pinned (document, entities, n, TRUE,
                     whence_text_compose (ngettext ("%'u node moved", "%'u nodes moved", n), n), error);
}

gboolean
whence_document_pin (WhenceDocument *document, const guint32 *entities, guint n, GError **error)
{
  return set_pinned (document, entities, n, TRUE,
                     whence_text_compose (ngettext ("%'u node pinned", "%'u nodes pinned", n), n), error);
}

gboolean
whence_document_unpin (WhenceDocument *document, const guint32 *entities, guint n, GError **error)
{
  return set_pinned (document, entities, n, FALSE,
                     whence_text_compose (ngettext ("%'u node unpinned", "%'u nodes unpinned", n), n), error);
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
