/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up the document share. */
#pragma once

#include "document/amounts-choice.h"
#include "document/document-subset.h"
#include "document/history.h"
#include "document/outlook.h"
#include "document/play.h"
#include "document/renewal.h"
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
  gboolean negated; /* the graph shows what is said not to be so */
  WhenceFaith faith;
  guint32 center; /* of the concentric layout; WHENCE_NONE: whoever has most ties */
  WhenceArrangement *arrangement;
  WhenceArrangement *last_arrangement; /* before a reload, or NULL */
  WhenceArrangement *before_drag;      /* not NULL while a node is dragged */
  gint64 range_from, range_to;         /* equal: fit */
  gint64 visible_from, visible_to;
  WhenceTimeView visible_view; /* the same to the fraction of a second */
  gint64 as_of_from, as_of_to;
  gint64 span_from, span_to; /* equal: none */
  WhencePeriod compared[2];  /* instead; all 0: none are */
  WhenceKnownBy *known_by;   /* of the bundle, as it is shown; NULL: whatever is in it */
  char *known_date;          /* that was chosen: what is shown follows it; or NULL */
  GCancellable *weighing;    /* not NULL until it does */
  gboolean scope_waits;      /* until all is chosen: what is shown does not follow yet … */
  gboolean scope_stale;      /* … though something was */
  gboolean moving;           /* the range is being changed by a hand */

  WhenceAmountsChoice amounts;
  WhenceGraphFocus *graph_focus;
  WhenceGraphSubset *subset;  /* that follows from it; NULL: everybody, or not worked out yet */
  WhenceGraphPaths *paths;    /* NULL: nobody looks for any */
  guint32 path_from, path_to; /* entities */
  guint path;                 /* that is looked at */

  WhenceSelection selection;
  WhenceFilter *pointed; /* of the one value of a facet that is pointed at, or NULL */
  WhenceHistory history;
  WhenceViewHistory view_history;
  gboolean going_back; /* what changes now is not to be remembered */
  guint view_rest;     /* a timeout until a motion has ended */

  WhencePlay play;
  gboolean play_moves; /* the date is being changed by it */

  WhenceFilter *filter;  /* never NULL */
  gboolean filter_aside; /* it hides nothing for now */
  guint n_hidden;        /* facts, by the filter as it is applied */

  char *query;              /* NULL: nothing is searched */
  WhenceSearchIndex *index; /* of the bundle; NULL until it is needed */
  GCancellable *indexing;   /* not NULL while it is being made */
  GCancellable *searching;  /* not NULL while a search is under way */
  GArray *hits;             /* WhenceHit, or NULL */
  guint hit;                /* the one that the reader went to, or WHENCE_NONE */

  gboolean review_wanted;
  WhenceReview *review; /* the latest, or NULL */
  GTask *reviewing;     /* not NULL while a worker reviews */
  guint review_source;
  double review_progress;

  WhenceNodeSize node_size;
  WhenceNodeColor node_color;
  WhenceGraphLook *look;    /* NULL: without any settings */
  WhenceMeasures *measures; /* of @measured, or NULL */
  WhenceScope *measured;
  gboolean measures_wanted;
  gboolean measures_wait; /* for the end of a motion, to be counted anew */
  GCancellable *counting; /* not NULL while a worker counts */

  GQueue saves;          /* GTask: the first is under way */
  GCancellable *loading; /* not NULL while a load is under way */
  guint progress_source;
  double progress;
  WhenceOverview *overview; /* of what is being loaded, or NULL */
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
  WHENCE_DOCUMENT_PROP_AS_OF,
  WHENCE_DOCUMENT_PROP_PLAYING,
  WHENCE_DOCUMENT_PROP_NEWS,
  WHENCE_DOCUMENT_PROP_FILTER,
  WHENCE_DOCUMENT_PROP_KNOWN_BY,
  WHENCE_DOCUMENT_PROP_GROUPING,
  WHENCE_DOCUMENT_PROP_LANES,
  WHENCE_DOCUMENT_PROP_LAYOUT,
  WHENCE_DOCUMENT_PROP_NEGATED,
  WHENCE_DOCUMENT_PROP_ARRANGEMENT,
  WHENCE_DOCUMENT_PROP_LOOK,
  WHENCE_DOCUMENT_PROP_MEASURES,
  WHENCE_DOCUMENT_PROP_SUBSET,
  WHENCE_DOCUMENT_PROP_PATHS,
  WHENCE_DOCUMENT_PROP_RANGE,
  WHENCE_DOCUMENT_PROP_SPAN,
  WHENCE_DOCUMENT_PROP_VISIBLE_RANGE,
  WHENCE_DOCUMENT_PROP_AMOUNTS,
  WHENCE_DOCUMENT_PROP_REVIEW,
  WHENCE_DOCUMENT_PROP_REVIEW_PROGRESS,
  WHENCE_DOCUMENT_N_PROPS,
} WhenceDocumentProp;

void whence_document_notify (WhenceDocument *document, WhenceDocumentProp prop);
void whence_document_history_changed (WhenceDocument *document);
void whence_document_edited (WhenceDocument *document);
void whence_document_highlight_changed (WhenceDocument *document);

void whence_document_view_history_changed (WhenceDocument *document);
/* To be called before anything that a view state holds is changed. */
void whence_document_remember_view (WhenceDocument *document, WhenceViewMotion motion);
void whence_document_renew_scope (WhenceDocument *document);
/* The scope at the date that is looked at; counts wait for the end of a motion. */
void whence_document_renew_date (WhenceDocument *document, gboolean moving);

/* What the scope is to follow from, with that known. */
WhenceOutlook whence_document_take_outlook (WhenceDocument *document, WhenceKnownBy *known_by);
/* Takes over @scope, which was made from that. */
void whence_document_take_scope (WhenceDocument *document, WhenceScope *scope, guint n_hidden);

/* NULL: nothing is hidden by one. Transfer none. */
WhenceFilter *whence_document_get_applied_filter (WhenceDocument *document);
void whence_document_restore_filter (WhenceDocument *document, WhenceFilter *filter, gboolean aside);
void whence_document_forget_filter (WhenceDocument *document);

/* document-play.c */
/* Somebody else has chosen a date. */
void whence_document_interrupt_play (WhenceDocument *document);
/* The facts, or their indices, are others. */
void whence_document_forget_play (WhenceDocument *document);
/* document-known.c: with another bundle; and for another story. The scope is not renewed. */
void whence_document_take_known_by (WhenceDocument *document, WhenceKnownBy *known_by);
/* @scope as it is at the date that is looked at, or for those that are compared; it was made for those of
 * @outlook. Constant time. Transfer full. */
WhenceScope *whence_document_dup_scope_now (WhenceDocument *document, const WhenceOutlook *outlook,
                                            WhenceScope *scope);
void whence_document_forget_known_by (WhenceDocument *document);
/* The scope is now of @bundle, which has the same records. */
void whence_document_keep_scope_for (WhenceDocument *document, WhenceBundle *bundle);
void whence_document_stop_weighing (WhenceDocument *document);
/* Before and after much is chosen at once, that date too: where it has to be weighed, all of it is shown when
 * that is done, and nothing before. */
void whence_document_hold_scope (WhenceDocument *document, const char *date);
void whence_document_release_scope (WhenceDocument *document);

void whence_document_selection_changed (WhenceDocument *document);
/* The scope, or the span of time that is selected, is another one. */
void whence_document_light_span (WhenceDocument *document);
/* document-pointed.c: the scope is another one; the bundle is, of which the value was. */
void whence_document_light_pointed (WhenceDocument *document);
void whence_document_forget_pointed (WhenceDocument *document);
void whence_document_found_changed (WhenceDocument *document);
/* The bundle is another one: what was found in the old one is forgotten, and searched again. */
void whence_document_search_anew (WhenceDocument *document);
/* The same of the same bundle, as it is known by another date; what is found no longer is not lit. */
void whence_document_search_known (WhenceDocument *document);
void whence_document_end_search (WhenceDocument *document);
/* document-review.c: the bundle is another one; another story. */
void whence_document_review_anew (WhenceDocument *document);
void whence_document_forget_review (WhenceDocument *document);
/* Of every grouping. */
void whence_document_forget_lanes (WhenceDocument *document);

/* Exchanges the bundle for another state of the same story; scope and selection follow. */
void whence_document_replace_bundle (WhenceDocument *document, WhenceBundle *bundle);
/* Opens @bundle; @renewal: what it brings with it, or NULL: that is worked out at once. */
void whence_document_open (WhenceDocument *document, WhenceBundle *bundle, GFile *file,
                           WhenceRenewal *renewal);

/* Lays the graph out so; a step of the way back. */
void whence_document_lay_out (WhenceDocument *document, WhenceLayoutKind layout, WhenceFaith faith,
                              guint32 center);

/* The scope is another one: what is counted in it is counted again, where it is wanted. */
void whence_document_measure_anew (WhenceDocument *document);
void whence_document_stop_counting (WhenceDocument *document);
void whence_document_clear_graph (WhenceDocument *document);
/* document-subset.c */
void whence_document_subset_init (WhenceDocument *document);
void whence_document_subset_clear (WhenceDocument *document);
/* Another story: everybody is shown, and nobody looks for paths. */
void whence_document_subset_reset (WhenceDocument *document);
/* Before the bundle is exchanged, and after the scope was. */
void whence_document_subset_follow_bundle (WhenceDocument *document, const WhenceBundle *from,
                                           const WhenceBundle *to);
void whence_document_subset_follow_scope (WhenceDocument *document);

G_END_DECLS
