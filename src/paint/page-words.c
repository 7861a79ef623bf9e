/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the drawings of a page leave out, in sentences. */
#include <glib/gi18n-lib.h>

#include "layout/graph-scene-private.h"
#include "layout/sentences.h"
#include "layout/timeline-scene-private.h"
#include "model/text-fill.h"
#include "paint/graph-words.h"
#include "paint/page-amounts.h"
#include "paint/page-views-private.h"

static void
add_undated (const WhencePageViews *views, guint n, GPtrArray *sentences)
{
  gboolean beside = views->timeline->column != NULL;
  whence_sentences_add (
    sentences, beside ? n : 0,
    whence_text_compose (ngettext ("%'u undated fact is on the shelf beside the timeline.",
                                   "%'u undated facts are on the shelf beside the timeline.", n),
                         n));
  whence_sentences_add (
    sentences, beside || views->shelf_cut ? 0 : n,
    whence_text_compose (ngettext ("%'u undated fact is on the shelf below the timeline.",
                                   "%'u undated facts are on the shelf below the timeline.", n),
                         n));
  whence_sentences_add (
    sentences, !beside && views->shelf_cut ? n : 0,
    whence_text_compose (ngettext ("%'u fact has no date and is not on the timeline.",
                                   "%'u facts have no date and are not on the timeline.", n),
                         n));
}

static void
describe_timeline (const WhencePageViews *views, GPtrArray *sentences)
{
  WhenceTimelineOmitted o = whence_timeline_scene_get_omitted (views->timeline);
  add_undated (views, o.n_undated, sentences);
  whence_sentences_add (
    sentences, o.n_off_range,
    whence_text_compose (ngettext ("%'u fact is before or after this time.",
                                   "%'u facts are before or after this time.", o.n_off_range),
                         o.n_off_range));
  guint n_clustered = o.n_clustered + o.n_counted - views->n_cut_clustered;
  whence_sentences_add (
    sentences, n_clustered,
    whence_text_compose (ngettext ("%'u fact is counted, not shown by itself.",
                                   "%'u facts are counted, not shown one by one.", n_clustered),
                         n_clustered));
  whence_sentences_add (
    sentences, views->n_cut,
    whence_text_compose (ngettext ("%'u fact has no room on the timeline at this size.",
                                   "%'u facts have no room on the timeline at this size.", views->n_cut),
                         views->n_cut));
}

static void
add_failed_pictures (const WhencePageViews *views, GPtrArray *sentences)
{
  const char *reason;
  guint n_failed = whence_portraits_get_n_failed (views->portraits, &reason);
  whence_sentences_add (
    sentences, n_failed,
    whence_text_compose (ngettext ("%'u picture of a person or thing cannot be shown.",
                                   "%'u pictures of people and things cannot be shown.", n_failed),
                         n_failed));
}

/* What is no tie, or counts in none. */
static void
add_no_ties (WhenceGraphOmitted o, GPtrArray *sentences)
{
  whence_sentences_add (
    sentences, o.n_single,
    whence_text_compose (ngettext ("%'u fact with one participant is no tie in the graph.",
                                   "%'u facts with one participant are no ties in the graph.", o.n_single),
                         o.n_single));
  whence_sentences_add (
    sentences, o.n_negated,
    whence_text_compose (ngettext ("%'u fact that is said not to be so is no tie.",
                                   "%'u facts that are said not to be so are no ties.", o.n_negated),
                         o.n_negated));
  whence_sentences_add (
    sentences, o.n_foreign,
    whence_text_compose (ngettext ("%'u amount is in another currency and makes no line wider.",
                                   "%'u amounts are in other currencies and make no line wider.",
                                   o.n_foreign),
                         o.n_foreign));
}

static void
add_left_out (WhenceGraphOmitted o, gboolean compared, GPtrArray *sentences)
{
  whence_sentences_add (
    sentences, o.n_entities,
    whence_text_compose (ngettext ("%'u person, company or thing is left out of the graph.",
                                   "%'u people, companies and things are left out of the graph.",
                                   o.n_entities),
                         o.n_entities));
  whence_sentences_add (
    sentences, o.n_strangers,
    whence_text_compose (ngettext ("%'u person, company or thing was not known by then.",
                                   "%'u people, companies and things were not known by then.", o.n_strangers),
                         o.n_strangers));
  whence_sentences_add (sentences, o.n_beyond,
                        whence_text_compose (ngettext ("%'u tie leads to what is left out.",
                                                       "%'u ties lead to what is left out.", o.n_beyond),
                                             o.n_beyond));
  whence_sentences_add (sentences, compared ? o.n_inactive : 0,
                        whence_text_compose (ngettext ("%'u tie holds at neither date.",
                                                       "%'u ties hold at neither date.", o.n_inactive),
                                             o.n_inactive));
  whence_sentences_add (sentences, compared ? 0 : o.n_inactive,
                        whence_text_compose (ngettext ("%'u tie does not hold at this date.",
                                                       "%'u ties do not hold at this date.", o.n_inactive),
                                             o.n_inactive));
}

/* What is there, but not to be read. */
static void
add_unreadable (WhenceGraphOmitted o, GPtrArray *sentences)
{
  whence_sentences_add (
    sentences, o.n_plain,
    whence_text_compose (ngettext ("%'u tie is a mere line at this size, without arrow and signs.",
                                   "%'u ties are mere lines at this size, without arrows and signs.",
                                   o.n_plain),
                         o.n_plain));
  whence_sentences_add (
    sentences, o.n_unlabelled,
    whence_text_compose (
      ngettext ("%'u name has no room at this size.", "%'u names have no room at this size.", o.n_unlabelled),
      o.n_unlabelled));
}

static void
describe_graph (const WhencePageViews *views, GPtrArray *sentences)
{
  WhenceGraphOmitted o = whence_graph_scene_get_omitted (views->graph);

  add_failed_pictures (views, sentences);
  add_no_ties (o, sentences);
  add_left_out (o, whence_scope_get_changes (views->graph->scope) != NULL, sentences);
  add_unreadable (o, sentences);
}

char *
whence_page_views_describe_omitted (const WhencePageViews *views)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  guint hidden = 0, unknown = 0;
  if (views->timeline != NULL)
    {
      describe_timeline (views, sentences);
      hidden = whence_timeline_scene_get_omitted (views->timeline).n_hidden;
      unknown = whence_timeline_scene_get_omitted (views->timeline).n_unknown;
    }
  if (views->amounts_missing)
    g_ptr_array_add (sentences, g_strdup (_ ("The amounts track has no room at this size.")));
  if (views->amounts != NULL)
    {
      char *amounts = whence_amounts_scene_describe_omitted (views->amounts);
      whence_sentences_add (sentences, amounts != NULL, amounts);
    }
  if (views->graph != NULL)
    {
      char *places = whence_graph_describe_places (views->graph);
      if (places != NULL)
        g_ptr_array_add (sentences, places);
      describe_graph (views, sentences);
      hidden = MAX (hidden, whence_graph_scene_get_omitted (views->graph).n_hidden);
      unknown = MAX (unknown, whence_graph_scene_get_omitted (views->graph).n_unknown);
    }
  whence_sentences_add (
    sentences, hidden,
    whence_text_compose (
      ngettext ("%'u fact is hidden by a filter.", "%'u facts are hidden by a filter.", hidden), hidden));
  whence_sentences_add (
    sentences, unknown,
    whence_text_compose (
      ngettext ("%'u fact was not known by then.", "%'u facts were not known by then.", unknown), unknown));
  return whence_sentences_join (sentences);
}
