/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of acts. Each is what the widget under the hand does, so that whatever listens works as ever. */
#include "interact-acts.h"

#include "find-widget.h"
#include "widgets/filter-facet.h"

#define YEAR (365 * 86400)

static WhenceBundle *
bundle_of (WhenceWindow *window)
{
  return whence_document_get_bundle (window->document);
}

static guint32
nth_fact (WhenceWindow *window, guint nth)
{
  return nth * 37 % whence_bundle_get_n_facts (bundle_of (window));
}

/* --- One thing --------------------------------------------------------------------------------------- */

static void
hover (WhenceWindow *window, guint nth)
{
  whence_document_hover (window->document, whence_ref_fact (nth_fact (window, nth)));
}

static void
choose (WhenceWindow *window, guint nth)
{
  whence_document_select (window->document,
                          whence_ref_entity (nth * 37 % whence_bundle_get_n_entities (bundle_of (window))),
                          FALSE);
}

static void
date (WhenceWindow *window, guint nth)
{
  gint64 latest = whence_bundle_get_latest_instant (bundle_of (window));
  gint64 from = latest - (10 + (gint64) nth) * YEAR;

  whence_document_move_as_of (window->document, from, from + 86400);
}

/* In the year in which all sources are published. */
static void
known (WhenceWindow *window, guint nth)
{
  g_autofree char *text = g_strdup_printf ("2025-%02u", 1 + nth);

  whence_document_set_known_by (window->document, text, NULL);
}

static void
known_any (WhenceWindow *window, guint nth)
{
  whence_document_set_known_by (window->document, NULL, NULL);
}

/* --- The filter -------------------------------------------------------------------------------------- */

static void
filter (WhenceWindow *window, guint nth)
{
  g_autoptr (WhenceFilter) changed =
    whence_filter_toggle (whence_document_get_filter (window->document), WHENCE_FACET_FACT_TYPE, 1 + nth % 3);

  whence_document_set_filter (window->document, changed);
}

static void
clear_filters (WhenceWindow *window, guint nth)
{
  g_autoptr (WhenceFilter) nothing = whence_filter_new ();

  whence_document_set_filter (window->document, nothing);
}

static void
point_at (WhenceWindow *window, guint nth)
{
  whence_document_point_at (window->document, WHENCE_FACET_FACT_TYPE, 1 + nth % 3);
}

static void
point_at_nothing (WhenceWindow *window, guint nth)
{
  whence_document_point_at_nothing (window->document);
}

static WhenceFilterFacet *
find_facet (GtkWidget *widget, WhenceFacet facet)
{
  GtkWidget *first = find_widget (widget, WHENCE_TYPE_FILTER_FACET);

  for (guint i = 0; i < facet && first != NULL; i++)
    first = gtk_widget_get_next_sibling (first);
  return WHENCE_FILTER_FACET (first);
}

static void
open_facet (WhenceWindow *window, guint nth)
{
  point_at_nothing (window, nth);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "filter", g_variant_new_boolean (TRUE));
  whence_filter_facet_set_expanded (find_facet (GTK_WIDGET (window), WHENCE_FACET_ENTITY), TRUE);
}

static void
open_facet_unfiltered (WhenceWindow *window, guint nth)
{
  clear_filters (window, nth);
  open_facet (window, nth);
}

/* The entry waits for a pause between keys, which nobody needs to wait for here. */
static void
seek_value (WhenceWindow *window, guint nth)
{
  static const char *const words[] = { "k", "ka", "kal", "ren", "shi" };
  GtkWidget *facet = GTK_WIDGET (find_facet (GTK_WIDGET (window), WHENCE_FACET_ENTITY));
  GtkWidget *entry = find_widget (facet, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words[nth % G_N_ELEMENTS (words)]);
  g_signal_emit_by_name (entry, "search-changed");
}

/* --- Many facts -------------------------------------------------------------------------------------- */

static GtkSelectionModel *
rows_of (WhenceWindow *window)
{
  GtkWidget *view = find_widget (GTK_WIDGET (window->facts), GTK_TYPE_COLUMN_VIEW);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
}

static void
select_nothing (WhenceWindow *window, guint nth)
{
  whence_document_select (window->document, WHENCE_REF_NOTHING, FALSE);
}

static void
select_all (WhenceWindow *window, guint nth)
{
  gtk_widget_activate_action (GTK_WIDGET (window->facts), "facts.select-all", NULL);
}

/* As with Shift, from a row to another one. */
static void
select_range (WhenceWindow *window, guint nth)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rows_of (window)));

  gtk_selection_model_select_range (rows_of (window), n / 8 + nth, n / 2, TRUE);
}

/* As with Control, out of all. */
static void
unselect_one (WhenceWindow *window, guint nth)
{
  gtk_selection_model_unselect_item (rows_of (window), nth);
}

/* --- Edits ------------------------------------------------------------------------------------------- */

/* While all is selected, filtered, and known by a date. */
static void
burden (WhenceWindow *window, guint nth)
{
  guint n = whence_bundle_get_n_facts (bundle_of (window));
  g_autofree WhenceRef *refs = g_new (WhenceRef, MAX (1, n));

  for (guint32 fact = 0; fact < n; fact++)
    refs[fact] = whence_ref_fact (fact);
  known (window, 0);
  whence_document_select_refs (window->document, refs, n);
  if (nth == 0)
    filter (window, 0);
}

static void
rename_story (WhenceWindow *window, guint nth)
{
  g_autofree char *title = g_strdup_printf ("Title %u", nth);

  whence_document_set_title (window->document, title, NULL);
}

/* The hand lets go of a node. */
static void
drop (WhenceWindow *window, guint nth)
{
  guint32 entity = nth * 37 % whence_bundle_get_n_entities (bundle_of (window));

  whence_document_drop (window->document, &entity, 1, NULL);
}

static void
reload (WhenceWindow *window, guint nth)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
}

const InteractAct interact_acts[] = {
  { "hover", hover, NULL, "timeline" },
  { "select", choose, NULL, "timeline" },
  { "filter", filter, NULL, "timeline" },
  { "clear_filters", clear_filters, filter, "timeline" },
  { "as_of", date, NULL, "timeline" },
  { "known", known, NULL, "timeline" },
  { "known_any", known_any, known, "timeline" },
  { "graph_hover", hover, NULL, "graph" },
  { "graph_select", choose, NULL, "graph" },
  { "select_all", select_all, select_nothing, "facts" },
  { "select_range", select_range, select_nothing, "facts" },
  { "unselect_one", unselect_one, select_all, "facts" },
  { "unselect_all", select_nothing, select_all, "facts" },
  { "facet_search", seek_value, open_facet, "timeline" },
  { "facet_toggle", filter, open_facet_unfiltered, "timeline" },
  { "point", point_at, point_at_nothing, "timeline" },
  { "point_at_nothing", point_at_nothing, point_at, "timeline" },
  { "rename", rename_story, burden, "facts" },
  { "drop", drop, burden, "graph" },
  { "reload", reload, burden, "timeline" },
};
const guint n_interact_acts = G_N_ELEMENTS (interact_acts);
