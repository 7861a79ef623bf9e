/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up the window share. */
#pragma once

#include "app/settings.h"
#include "app/window.h"
#include "widgets/amounts-track.h"
#include "widgets/announcer.h"
#include "widgets/facts-table.h"
#include "widgets/filter-bar.h"
#include "widgets/filter-chips.h"
#include "widgets/graph-bar.h"
#include "widgets/graph-canvas.h"
#include "widgets/graph-map.h"
#include "widgets/inspector.h"
#include "widgets/news-card.h"
#include "widgets/play-button.h"
#include "widgets/known-button.h"
#include "widgets/loading-page.h"
#include "widgets/range-bar.h"
#include "widgets/review-page.h"
#include "widgets/search-bar.h"
#include "widgets/shelf.h"
#include "widgets/text-zoom.h"
#include "widgets/timeline-canvas.h"

G_BEGIN_DECLS

struct _WhenceWindow
{
  AdwApplicationWindow parent_instance;

  WhenceDocument *document;
  GFile *loading_file; /* not NULL while it is on its way */
  char *wanted;        /* id of the entity to go to when it is there, or NULL */
  GFile *saving_file;  /* where the last save went, or should have gone */
  GWeakRef origin;
  GFile *exported;      /* what the last toast speaks of */
  AdwToast *takes_back; /* the toast that offers it, weak */
  GQueue said;          /* toasts that are there or wait (window-toasts.c) */
  gboolean says;        /* the first of them is watched while it comes */
  guint n_hidden;       /* in the graph, as of the last toast */
  gboolean close_after_save, discard;
  gboolean compares; /* two dates are */
  int laid_out;      /* px, the width of its surface */
  int titled;        /* px that the header bar needs with its title, as far as that is known */
  guint folding;     /* an idle source */
  guint arranging;   /* another */
  int timeline_part; /* of the pictures, in thousandths */
  int divided;       /* px that were divided so */

  AdwToastOverlay *toasts;
  GtkBox *frame;
  GtkWidget *header, *header_frame;
  AdwViewSwitcherTitle *switcher_title;
  AdwBin *switcher_bar; /* at the bottom of a narrow window */
  AdwViewStack *views;
  GtkMenuButton *menu_button, *view_button;
  GMenu *side_menu; /* its entries for the filter and the review; NULL until it is opened first */
  GtkToggleButton *inspector_button;
  AdwSplitButton *open_button;
  GtkMenuButton *open_menu_button; /* instead, on a narrow window; NULL until it is one */
  GtkButton *save_button;
  GtkStack *pages;
  WhenceLoadingPage *loading_page;
  WhenceSearchBar *search_bar; /* NULL until it is asked for */
  GtkInfoBar *problems_bar;
  GtkLabel *problems_label;
  AdwFlap *flap;
  AdwFlap *filter_flap;
  GtkStack *side;                /* what it reveals */
  WhenceReviewPage *review_page; /* NULL until it is asked for */
  WhenceFilterChips *chips;
  GtkStack *content;
  GtkPaned *paned;
  GtkWidget *timeline_side; /* the timeline and what belongs to it, and the shelf beside it */
  GtkPaned *times;          /* the timeline, and the amounts below it */
  WhenceTimelineCanvas *timeline;
  WhenceAmountsTrack *amounts;
  GtkWidget *graph_pane; /* the graph with what belongs to it */
  WhenceGraphBar *graph_bar;
  WhenceShelf *shelf;
  WhenceGraphCanvas *graph;
  WhenceGraphMap *graph_map;
  WhenceFactsTable *facts; /* NULL until it is asked for */
  WhenceInspector *inspector;
  WhenceRangeBar *range_bar;
  WhencePlayButton *play_button;
  WhenceNewsCard *news_card;
  WhenceKnownButton *known_button;
  GtkLabel *omitted;
  GtkRevealer *layout_bar;
  GtkProgressBar *layout_progress;
};

/* window-actions.c */
void whence_window_add_actions (WhenceWindow *self);
void whence_window_update_actions (WhenceWindow *self);
/* Which of @words, ended by NULL, the string @value is; -1: none. */
int whence_window_find_word (const char *const *words, GVariant *value);

/* window-look.c */
void whence_window_add_look_actions (WhenceWindow *self);
void whence_window_update_look_actions (WhenceWindow *self, gboolean filled);

/* window-graph.c */
void whence_window_add_graph_actions (WhenceWindow *self);
void whence_window_update_graph_actions (WhenceWindow *self, gboolean filled);
void whence_window_update_follows (WhenceWindow *self);

/* window-file.c */
void whence_window_add_drop_target (WhenceWindow *self);
void whence_window_open (WhenceWindow *self);
void whence_window_open_example (WhenceWindow *self, WhenceExample example);

/* window-save.c */
void whence_window_save (WhenceWindow *self);
void whence_window_save_as (WhenceWindow *self);
gboolean whence_window_has_unsaved (WhenceWindow *self);
/* Whether the window may close now; if not, it asks and closes by itself. */
gboolean whence_window_may_close (WhenceWindow *self);

/* window-amounts.c */
void whence_window_add_amounts (WhenceWindow *self);
/* Which amounts are not shown, in sentences; NULL: none. Transfer full. */
char *whence_window_describe_amounts (WhenceWindow *self);

/* window-compare.c */
void whence_window_add_compare (WhenceWindow *self);

/* window-shelf.c */
void whence_window_add_shelf (WhenceWindow *self);

/* window-later.c */
void whence_window_add_menus (WhenceWindow *self);
void whence_window_show_empty_page (WhenceWindow *self);
/* @name: "filter" or "review". */
void whence_window_show_side (WhenceWindow *self, const char *name);
void whence_window_show_facts (WhenceWindow *self);
void whence_window_show_switcher_bar (WhenceWindow *self, gboolean shown);
/* The button that opens stories: two halves, or on a @narrow window one. */
void whence_window_show_open_button (WhenceWindow *self, gboolean narrow);
WhenceSearchBar *whence_window_get_search_bar (WhenceWindow *self);

/* window-memory.c */
void whence_window_recall (WhenceWindow *self);
void whence_window_recall_columns (WhenceWindow *self);
/* How @file was last looked at: before it is there, and when it is. Nothing when it never was. */
void whence_window_recall_size (WhenceWindow *self, GFile *file);
void whence_window_recall_story (WhenceWindow *self, GFile *file);
void whence_window_remember (WhenceWindow *self);

/* window-side.c */
void whence_window_add_side (WhenceWindow *self);
/* When there is the menu, and the page of the review. */
void whence_window_watch_side_menu (WhenceWindow *self);
void whence_window_watch_review_page (WhenceWindow *self);
void whence_window_update_side_actions (WhenceWindow *self, gboolean filled);

/* window-views.c */
#define WHENCE_TIMELINE_PART 450
const char *whence_window_get_view (WhenceWindow *self);
void whence_window_set_view (WhenceWindow *self, const char *name);
void whence_window_on_view_switched (WhenceWindow *self);
void whence_window_arrange_pictures (WhenceWindow *self);
void whence_window_on_pictures_divided (WhenceWindow *self);
/* Brings what was selected last into the views. */
void whence_window_reveal_selection (WhenceWindow *self);
void whence_window_update_omitted (WhenceWindow *self);
void whence_window_fold_soon (WhenceWindow *self);
/* What is in a file so far, where the range bar will be when it is read. */
void whence_window_place_overview (WhenceWindow *self);

/* window-toasts.c */
void whence_window_add_toasts (WhenceWindow *self);
void whence_window_forget_toasts (WhenceWindow *self);
void whence_window_toast (WhenceWindow *self, const char *text);
/* Says that @file was written, and offers to open its folder. */
void whence_window_toast_file (WhenceWindow *self, GFile *file);

/* window.c */
void whence_window_show_error (WhenceWindow *self, const char *heading, const char *body);
void whence_window_update_page (WhenceWindow *self);

G_END_DECLS
