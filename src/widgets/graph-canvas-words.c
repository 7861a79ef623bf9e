/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why facts are no ties in the graph's picture, or cannot be read in it: one sentence for each reason. */
#include "widgets/graph-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "model/text-list.h"
#include "paint/graph-words.h"

/* Takes over @sentence. */
static void
append (GString *text, guint n, char *sentence)
{
  if (n > 0)
    whence_text_join (text, WHENCE_JOINT_NOTE, sentence);
  g_free (sentence);
}

static void
add_no_ties (GString *text, WhenceGraphOmitted o)
{
  append (text, o.n_single,
          whence_text_compose (ngettext ("%'u fact with one participant is no tie",
                                         "%'u facts with one participant are no ties", o.n_single),
                               o.n_single));
  append (
    text, o.n_negated,
    whence_text_compose (
      ngettext ("%'u negated fact is no tie", "%'u negated facts are no ties", o.n_negated), o.n_negated));
}

static void
add_left_out (GString *text, WhenceGraphOmitted o, gboolean compared)
{
  append (text, o.n_entities,
          whence_text_compose (
            ngettext ("%'u is left out of the graph", "%'u are left out of the graph", o.n_entities),
            o.n_entities));
  append (
    text, o.n_strangers,
    whence_text_compose (ngettext ("%'u person, company or thing was not known by then",
                                   "%'u people, companies and things were not known by then", o.n_strangers),
                         o.n_strangers));
  append (text, compared ? o.n_inactive : 0,
          whence_text_compose (
            ngettext ("%'u tie holds at neither date", "%'u ties hold at neither date", o.n_inactive),
            o.n_inactive));
  append (text, compared ? 0 : o.n_inactive,
          whence_text_compose (ngettext ("%'u tie does not hold at this date",
                                         "%'u ties do not hold at this date", o.n_inactive),
                               o.n_inactive));
}

/* What is there, but not to be read, or not as it should be. */
static void
add_poor (GString *text, WhenceGraphOmitted o, const WhencePortraits *portraits)
{
  const char *reason;
  guint n_failed = whence_portraits_get_n_failed (portraits, &reason);

  append (
    text, o.n_plain,
    whence_text_compose (ngettext ("%'u tie shows its direction and type when you zoom in",
                                   "%'u ties show their direction and type when you zoom in", o.n_plain),
                         o.n_plain));
  append (
    text, o.n_foreign,
    whence_text_compose (ngettext ("%'u amount is in another currency and makes no line wider",
                                   "%'u amounts are in other currencies and make no line wider", o.n_foreign),
                         o.n_foreign));
  append (text, n_failed,
          /* Translators: how many pictures of people and things, and the file and fault of the first. */
          whence_text_compose (
            ngettext ("%'u picture cannot be shown (%s)", "%'u pictures cannot be shown (%s)", n_failed),
            n_failed, reason != NULL ? reason : ""));
  append (text, o.n_unlabelled,
          whence_text_compose (ngettext ("%'u name appears when you zoom in",
                                         "%'u names appear when you zoom in", o.n_unlabelled),
                               o.n_unlabelled));
}

char *
whence_graph_canvas_describe_omitted (WhenceGraphCanvas *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  WhenceGraphOmitted o;
  char *places, *look;

  if (self->scene == NULL)
    return NULL;
  o = whence_graph_scene_get_omitted (self->scene);
  places = whence_graph_describe_places (self->scene);
  append (text, places != NULL, places);
  look = whence_graph_describe_look (self->scene);
  append (text, look != NULL, look);
  add_no_ties (text, o);
  add_left_out (text, o, whence_scope_get_changes (whence_document_get_scope (document_of (self))) != NULL);
  add_poor (text, o, self->portraits);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
