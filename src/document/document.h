/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document: the one mutable state of a window. It holds the bundle and where it came from, what of it is
 * shown (scope, grouping, layout, window of time), what is lit (selection, hover, focus), and the way back
 * (undo). Every view observes it; none talks to another. To be used from the main thread only.
 *
 * Properties, each with "notify": bundle, file, title, modified, loading, progress, scope, as-of, known-by,
 * playing, news, filter, grouping, lanes, layout, negated, look, measures, arrangement, subset, paths, range,
 * span, visible-range, amounts, review, review-progress.
 * Where only the date of the scope is another one, "as-of" is notified and "scope" is not. Signals:
 * "selection-changed" when other things are selected, "highlight-changed" whenever anything is lit otherwise
 * than before, "history-changed" when undo or redo became possible, impossible or another,
 * "view-history-changed" when the way back or forward did, "found-changed" when a search began, ended or
 * moved on, "edited" when the story was changed, but not by undo or redo: the label of undo says how. */
#pragma once

#include <gio/gio.h>

#include "document/overview.h"
#include "document/ref.h"
#include "layout/graph-look-make.h"
#include "layout/graph-scene.h"
#include "layout/timeline-scene.h"
#include "model/filter.h"
#include "model/review.h"
#include "model/search.h"
#include "paint/highlight.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_DOCUMENT (whence_document_get_type ())
G_DECLARE_FINAL_TYPE (WhenceDocument, whence_document, WHENCE, DOCUMENT, GObject)

/* Holds an empty bundle and no file. Transfer full. */
WhenceDocument *whence_document_new (void);

/* --- The bundle
 * ------------------------------------------------------------------------------------------------- */

WhenceBundle *whence_document_get_bundle (WhenceDocument *document);
/* The same as it was told by the date by which things are to be known: what views show. It follows the scope.
 * Transfer none. */
WhenceBundle *whence_document_get_told_bundle (WhenceDocument *document);
GFile *whence_document_get_file (WhenceDocument *document); /* NULL: none */
/* Whoever shows sources to be chosen says so: a worker lists who cites them, before somebody asks. */
void whence_document_prepare_sources (WhenceDocument *document);

/* Takes over @bundle as read from @file (or NULL): nothing is modified and nothing can be undone. When @file
 * is the file that is open, the selection, the window of time and the arrangement stay. */
void whence_document_set_bundle (WhenceDocument *document, WhenceBundle *bundle, GFile *file);

/* The bundle's title, else the file's name, else NULL. Transfer full. */
char *whence_document_dup_title (WhenceDocument *document);
gboolean whence_document_is_empty (WhenceDocument *document); /* no file, no record */
gboolean whence_document_is_modified (WhenceDocument *document);

/* --- What is shown
 * ---------------------------------------------------------------------------------------------- */

WhenceScope *whence_document_get_scope (WhenceDocument *document);
WhenceGrouping whence_document_get_grouping (WhenceDocument *document);
void whence_document_set_grouping (WhenceDocument *document, WhenceGrouping grouping);
/* What has been done to the lanes of the present grouping; NULL: nothing. Transfer none. Changes are steps of
 * the way back. */
WhenceLaneState *whence_document_get_lanes (WhenceDocument *document);
void whence_document_set_lanes (WhenceDocument *document, WhenceLaneState *lanes);
void whence_document_collapse_lanes (WhenceDocument *document, const char *const *ids, guint n_ids,
                                     gboolean collapsed);
void whence_document_arrange_lanes (WhenceDocument *document, const char *const *ids, guint n_ids);
WhenceLayoutKind whence_document_get_layout (WhenceDocument *document);
void whence_document_set_layout (WhenceDocument *document, WhenceLayoutKind layout);

/* Whether the graph shows what is said not to be so; "negated" can be written as a property, too. */
gboolean whence_document_get_negated (WhenceDocument *document);
void whence_document_set_negated (WhenceDocument *document, gboolean negated);

/* What an organic layout is truest to, and who is in the middle of a concentric one (WHENCE_NONE: whoever has
 * most ties); both are notified as "layout". */
WhenceFaith whence_document_get_faith (WhenceDocument *document);
void whence_document_set_faith (WhenceDocument *document, WhenceFaith faith);
guint32 whence_document_get_center (WhenceDocument *document);
/* Concentric around @entity. */
void whence_document_lay_out_around (WhenceDocument *document, guint32 entity);

/* Back to how @arrangement is laid out, and to @arrangement. */
void whence_document_restore_layout (WhenceDocument *document, WhenceArrangement *arrangement);

/* What the size and the colour of nodes say. The look is made of them, by a worker where the graph has to be
 * measured: "look" is notified when it is there, NULL is the look without any settings. Transfer none. */
WhenceNodeSize whence_document_get_node_size (WhenceDocument *document);
WhenceNodeColor whence_document_get_node_color (WhenceDocument *document);
void whence_document_set_node_look (WhenceDocument *document, WhenceNodeSize size, WhenceNodeColor color);
WhenceGraphLook *whence_document_get_look (WhenceDocument *document);
/* The numbers of the graph as the scope shows it; NULL while they are being counted or nobody wants them. Who
 * wants them says so, and hears of them by "notify::measures". Transfer none. */
void whence_document_want_measures (WhenceDocument *document, gboolean wanted);
WhenceMeasures *whence_document_get_measures (WhenceDocument *document);

/* Where nodes were before the file was loaded again, for a layout that keeps the map in mind; or NULL.
 * Transfer none. */
WhenceArrangement *whence_document_get_last_arrangement (WhenceDocument *document);
/* What is hidden. The filter is never NULL; set aside, it hides nothing until it is brought back, and a new
 * one is never aside. Transfer none. */
WhenceFilter *whence_document_get_filter (WhenceDocument *document);
void whence_document_set_filter (WhenceDocument *document, WhenceFilter *filter);
gboolean whence_document_is_filter_set_aside (WhenceDocument *document);
void whence_document_set_filter_aside (WhenceDocument *document, gboolean aside);
/* How many facts it hides now. */
guint whence_document_get_n_hidden (WhenceDocument *document);

/* Where the nodes of the graph are, or NULL while nobody has laid them out: the graph view does, and says so
 * here. */
WhenceArrangement *whence_document_get_arrangement (WhenceDocument *document);
void whence_document_set_arrangement (WhenceDocument *document, WhenceArrangement *arrangement);

/* The stretch of time that the timeline shows, [from, to); FALSE: everything, and the view fits it. */
gboolean whence_document_get_range (WhenceDocument *document, gint64 *from, gint64 *to);
void whence_document_set_range (WhenceDocument *document, gint64 from, gint64 to);
void whence_document_fit_range (WhenceDocument *document);
/* The same for a hand that is on it: views follow at once, instead of travelling there, and a motion is one
 * step of the way back, however many moves it has. */
void whence_document_move_range (WhenceDocument *document, gint64 from, gint64 to);
/* While a view is being told of a new range: whether it comes from such a move. */
gboolean whence_document_is_moving (WhenceDocument *document);
/* What the timeline shows now over @width px, fitted or not; it says so here, and the range bar and the
 * amounts track read it. Without width: there is no timeline now. */
void whence_document_set_visible_view (WhenceDocument *document, WhenceTimeView view, double width);
void whence_document_get_visible_range (WhenceDocument *document, gint64 *from, gint64 *to);
/* The same to the fraction of a second; FALSE: there is no timeline. */
gboolean whence_document_get_visible_view (WhenceDocument *document, WhenceTimeView *view);

/* The date at which ties are looked at, [from, to); FALSE: none, all ties are shown. */
gboolean whence_document_get_as_of (WhenceDocument *document, gint64 *from, gint64 *to);
void whence_document_set_as_of (WhenceDocument *document, gint64 from, gint64 to);
void whence_document_move_as_of (WhenceDocument *document, gint64 from, gint64 to); /* under a hand */
/* Takes away the two dates that are compared, too. */
void whence_document_clear_as_of (WhenceDocument *document);

/* Two dates that are compared instead, the earlier one first; FALSE: none are. All are notified as "as-of".
 */
gboolean whence_document_get_compared (WhenceDocument *document, WhencePeriod dates[2]);
/* FALSE with @error set: these cannot be compared. */
gboolean whence_document_compare (WhenceDocument *document, const WhencePeriod *dates, GError **error);
/* The earlier one (0) or the later one (1) under a hand; stays where it is beside the other one. */
void whence_document_move_compared (WhenceDocument *document, guint which, WhencePeriod date);

/* Only what sources say that were published by a date is shown: EDTF, or NULL for whatever they say. Setting
 * one that is no date with an end is refused: FALSE with @error set. Of a large bundle it is weighed in a
 * worker, and what is shown stays until all of it, the scope, the filter and "known-by", follows at once.
 * What is got is what was chosen; whence_scope_get_known_by() is what is shown. Transfer none. */
const char *whence_document_get_known_by (WhenceDocument *document);
gboolean whence_document_set_known_by (WhenceDocument *document, const char *date, GError **error);
/* Whether what is shown does not follow yet. */
gboolean whence_document_is_weighing (WhenceDocument *document);

/* A span of time that is selected, [from, to); FALSE: none. What touches it is lit while nothing else is
 * selected; so selecting one selects nothing else. "span" is notified. */
gboolean whence_document_get_span (WhenceDocument *document, gint64 *from, gint64 *to);
void whence_document_set_span (WhenceDocument *document, gint64 from, gint64 to);
void whence_document_move_span (WhenceDocument *document, gint64 from, gint64 to); /* under a hand */
void whence_document_clear_span (WhenceDocument *document);
/* The facts that touch it, in the order of the bundle. Transfer none, valid until the next change. */
const guint32 *whence_document_get_span_facts (WhenceDocument *document, guint *n_facts);

/* --- The way back: windows of time, selections, groupings, dates, layouts
 * ------------------------------------------------------------------------------- */

void whence_document_go_back (WhenceDocument *document);
void whence_document_go_forward (WhenceDocument *document);
gboolean whence_document_can_go_back (WhenceDocument *document);
gboolean whence_document_can_go_forward (WhenceDocument *document);
/* How things look now is where the way begins: there is no way back from it. */
void whence_document_start_view_history (WhenceDocument *document);
/* A motion has come to an end; it does so by itself when nothing moves for a while. */
void whence_document_settle_view (WhenceDocument *document);

/* --- What is lit
 * ------------------------------------------------------------------------------------------------ */

/* Selecting nothing where nothing is selected gives up a span of time. */
void whence_document_select (WhenceDocument *document, WhenceRef ref, gboolean extend);
/* Selects one of a series: however many are walked through, it is one step of the way back. */
void whence_document_walk_to (WhenceDocument *document, WhenceRef ref);
/* Selects just these. */
void whence_document_select_refs (WhenceDocument *document, const WhenceRef *refs, guint n_refs);
/* The same (WhenceRef). The array is shared, and changes no more. */
void whence_document_select_array (WhenceDocument *document, GArray *refs);
void whence_document_hover (WhenceDocument *document, WhenceRef ref);
void whence_document_focus (WhenceDocument *document, WhenceRef ref);
/* Lights what has a value of a facet, and who takes part, or of a type of entities just these, until another
 * is pointed at or nothing is; the rest steps back. Nothing, where what is shown has nothing with that value.
 */
void whence_document_point_at (WhenceDocument *document, WhenceFacet facet, guint32 value);
void whence_document_point_at_nothing (WhenceDocument *document);
/* Transfer none, valid until the next change. */
const WhenceRef *whence_document_get_selection (WhenceDocument *document, guint *n_refs);
/* How many of these are facts, or entities: a selection may be long, and have none of what is sought. */
guint whence_document_get_n_selected_facts (WhenceDocument *document);
guint whence_document_get_n_selected_entities (WhenceDocument *document);
WhenceRef whence_document_get_focus (WhenceDocument *document);
gboolean whence_document_is_selected (WhenceDocument *document, WhenceRef ref);
WhenceHighlight whence_document_get_highlight (WhenceDocument *document);

/* --- Searching
 * ------------------------------------------------------------------------------------------------ */

/* Searches for @query in a worker; NULL or blanks: ends the search. Hits are lit in the views, and stay so in
 * another state of the bundle. */
void whence_document_search (WhenceDocument *document, const char *query);
/* Makes the index in a worker, so that the first query need not wait for it. */
void whence_document_prepare_search (WhenceDocument *document);
const char *whence_document_get_query (WhenceDocument *document); /* NULL: none */
gboolean whence_document_is_searching (WhenceDocument *document);
/* The best first. Transfer none, valid until "found-changed". */
const WhenceHit *whence_document_get_hits (WhenceDocument *document, guint *n_hits);
/* Which of them the reader stands at, or WHENCE_NONE. */
guint whence_document_get_hit (WhenceDocument *document);
/* Selects the hit. */
void whence_document_go_to_hit (WhenceDocument *document, guint i);
/* The next (1) or the one before (-1), around the end. */
void whence_document_walk_hits (WhenceDocument *document, int step);

/* --- Reviewing
 * ------------------------------------------------------------------------------------------------ */

/* Who wants a review says so, and hears of it by "notify::review"; it follows the bundle, in a worker. */
void whence_document_want_review (WhenceDocument *document, gboolean wanted);
/* The same bundle would be reviewed otherwise: what was found is forgotten, and found anew where it is
 * wanted; by another date, or in other words. */
void whence_document_review_afresh (WhenceDocument *document);
/* The latest, of this bundle or of the one before; NULL: none yet. Transfer none. */
WhenceReview *whence_document_get_review (WhenceDocument *document);
gboolean whence_document_is_reviewing (WhenceDocument *document);
double whence_document_get_review_progress (WhenceDocument *document); /* 0 … 1 */
/* Selects what a finding of the latest review is about. FALSE: it is no longer there. */
gboolean whence_document_go_to_finding (WhenceDocument *document, const WhenceFinding *finding);

/* --- Edits
 * ------------------------------------------------------------------------------------------------------ */

gboolean whence_document_set_title (WhenceDocument *document, const char *title, GError **error);
/* Where the nodes are while some are dragged: nothing is recorded yet. */
void whence_document_drag (WhenceDocument *document, WhenceArrangement *arrangement);
/* Ends a drag: @entities are pinned where they are, and everybody else is where the drag led, as one edit. */
gboolean whence_document_drop (WhenceDocument *document, const guint32 *entities, guint n, GError **error);
/* The entities stay where they are in every layout, and the bundle says so; or they may move again. */
gboolean whence_document_pin (WhenceDocument *document, const guint32 *entities, guint n, GError **error);
gboolean whence_document_unpin (WhenceDocument *document, const guint32 *entities, guint n, GError **error);

void whence_document_undo (WhenceDocument *document);
void whence_document_redo (WhenceDocument *document);
/* What would be taken back, or done again, for people; NULL: nothing. Transfer none. */
const char *whence_document_get_undo_label (WhenceDocument *document);
const char *whence_document_get_redo_label (WhenceDocument *document);

/* --- Files
 * ------------------------------------------------------------------------------------------------------ */

/* Reads @file in a worker and takes over its bundle. A later load, or whence_document_cancel_load(), makes an
 * earlier one end with G_IO_ERROR_CANCELLED; when a load fails the document is as it was. */
void whence_document_load_async (WhenceDocument *document, GFile *file, GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean whence_document_load_finish (WhenceDocument *document, GAsyncResult *result, GError **error);
void whence_document_cancel_load (WhenceDocument *document);
gboolean whence_document_is_loading (WhenceDocument *document);
double whence_document_get_progress (WhenceDocument *document); /* 0 … 1, of the load */
/* The latest of what is being loaded, notified as "progress"; NULL: none yet. Transfer none. */
const WhenceOverview *whence_document_get_overview (WhenceDocument *document);

/* Writes the bundle as it is now to @file, which becomes the document's file. Edits made meanwhile stay
 * modified. Fails with G_IO_ERROR_WRONG_ETAG, and writes nothing, when @file is the document's and another
 * program has written it since, unless that was allowed. */
void whence_document_save_async (WhenceDocument *document, GFile *file, GAsyncReadyCallback callback,
                                 gpointer user_data);
void whence_document_allow_overwriting (WhenceDocument *document);
gboolean whence_document_save_finish (WhenceDocument *document, GAsyncResult *result, GError **error);

G_END_DECLS
