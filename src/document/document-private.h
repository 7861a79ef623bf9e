/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up the document share. */
#pragma once

#include "document/document.h"
#include "document/history.h"
#include "document/selection.h"
#include "document/view-history.h"

G_BEGIN_DECLS

struct _WhenceDocument
{
  GObject parent_instance;

  WhenceBundle *bundle;
  WhenceBundle *saved; /* what is on the disk: modified is whatever is not this */
  GFile *file;
  char *stamp; /* of the file as it was read or written; NULL: not known */

  WhenceScope *scope;
  WhenceGrouping grouping;
  WhenceLaneState *lanes[WHENCE_GROUP_SOURCE + 1]; /* by grouping; may be NULL */
  WhenceLayoutKind layout;
  WhenceArrangement *arrangement;
  WhenceArrangement *before_drag; /* not NULL while a node is dragged */
  gint64 range_from, range_to;    /* equal: fit */
  gint64 visible_from, visible_to;
  gint64 as_of_from, as_of_to;
  gboolean moving; /* the range is being changed by a hand */

  WhenceSelection selection;
  WhenceHistory history;
  WhenceViewHistory view_history;
  gboolean going_back; /* what changes now is not to be remembered */
  guint view_rest;     /* a timeout until a motion has ended */

  guint n_saves;         /* under way */
  GCancellable *loading; /* not NULL while a load is under way */
  guint progress_source;
  double progress;
};

typedef enum
{
  WHENCE_DOCUMENT_PROP_BUNDLE = 1,
  WHENCE_DOCUMENT_PROP_FILE,
  WHENCE_DOCUMENT_PROP_TITLE,
  WHENCE_DOCUMENT_PROP_MODIFIED,
  WHENCE_DOCUMENT_PROP_LOADING,
  WHENCE_DOCUMENT_PROP_PROGRESS,
  WHENCE_DOCUMENT_PROP_SCOPE,
  WHENCE_DOCUMENT_PROP_GROUPING,
  WHENCE_DOCUMENT_PROP_LANES,
  WHENCE_DOCUMENT_PROP_LAYOUT,
  WHENCE_DOCUMENT_PROP_ARRANGEMENT,
  WHENCE_DOCUMENT_PROP_RANGE,
  WHENCE_DOCUMENT_PROP_VISIBLE_RANGE,
  WHENCE_DOCUMENT_N_PROPS,
} WhenceDocumentProp;

void whence_document_notify (WhenceDocument *document, WhenceDocumentProp prop);
void whence_document_history_changed (WhenceDocument *document);

void whence_document_view_history_changed (WhenceDocument *document);
/* To be called before anything that a view state holds is changed. */
void whence_document_remember_view (WhenceDocument *document, WhenceViewMotion motion);
void whence_document_renew_scope (WhenceDocument *document);

/* Of every grouping. */
void whence_document_forget_lanes (WhenceDocument *document);

/* Exchanges the bundle for another state of the same story; scope and selection follow. */
void whence_document_replace_bundle (WhenceDocument *document, WhenceBundle *bundle);

G_END_DECLS
