/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has been done to the lanes of the timeline, one state for each grouping. It outlives scenes, edits and
 * reloads, since lanes go by ids. */
#include "document/document-private.h"

WhenceLaneState *
whence_document_get_lanes (WhenceDocument *document)
{
  return document->lanes[document->grouping];
}

void
whence_document_set_lanes (WhenceDocument *document, WhenceLaneState *lanes)
{
  WhenceLaneState **slot = &document->lanes[document->grouping];

  if (*slot == lanes)
    return;
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  g_clear_pointer (slot, whence_lane_state_unref);
  *slot = lanes != NULL ? whence_lane_state_ref (lanes) : NULL;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_LANES);
}

void
whence_document_collapse_lanes (WhenceDocument *document, const char *const *ids, guint n_ids,
                                gboolean collapsed)
{
  g_autoptr (WhenceLaneState) lanes =
    whence_lane_state_collapse (whence_document_get_lanes (document), ids, n_ids, collapsed);

  whence_document_set_lanes (document, lanes);
}

void
whence_document_arrange_lanes (WhenceDocument *document, const char *const *ids, guint n_ids)
{
  g_autoptr (WhenceLaneState) lanes =
    whence_lane_state_arrange (whence_document_get_lanes (document), ids, n_ids);

  whence_document_set_lanes (document, lanes);
}

void
whence_document_forget_lanes (WhenceDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (document->lanes); i++)
    g_clear_pointer (&document->lanes[i], whence_lane_state_unref);
}
