/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows a document while it loads. What assistive technology hears of it unasked is one sentence when the
 * page comes; the rest can be read when it is wanted. */
#include "widgets/loading-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "model/text-list.h"
#include "widgets/announcer.h"
#include "widgets/describe.h"
#include "widgets/overview-chart.h"
#include "widgets/text-zoom.h"

#define MOMENT 150 /* ms */

struct _WhenceLoadingPage
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  GtkWidget *box;
  GtkWidget *foot; /* with what stands where the range bar will be … */
  GtkWidget *sides;
  GtkWidget *place;
  int start, end; /* px at its sides, where there are as many */
  GtkLabel *name, *counts;
  GtkWidget *key;
  WhenceOverviewChart *chart;
  GtkProgressBar *progress;
  guint waiting; /* for the moment to pass */
  gboolean due;
};

enum
{
  PROP_DUE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WhenceLoadingPage, whence_loading_page, GTK_TYPE_WIDGET)

/* --- What is known so far --- */

static char *
describe_counts (const WhenceOverview *overview)
{
  g_autofree char *facts =
    whence_text_compose (ngettext ("%'u fact", "%'u facts", overview->n_facts), overview->n_facts);
  g_autofree char *entities = whence_text_compose (
    ngettext ("%'u person, company or thing", "%'u people, companies and things", overview->n_entities),
    overview->n_entities);
  g_autofree char *sources =
    whence_text_compose (ngettext ("%'u source", "%'u sources", overview->n_sources), overview->n_sources);
  GString *counts = g_string_new (facts);

  whence_text_join (counts, WHENCE_JOINT_PART, entities);
  whence_text_join (counts, WHENCE_JOINT_PART, sources);
  return g_string_free (counts, FALSE);
}

static void
show_so_far (WhenceLoadingPage *self)
{
  const WhenceOverview *overview = whence_document_get_overview (self->document);
  double fraction = whence_document_get_progress (self->document);
  g_autofree char *counts = overview != NULL ? describe_counts (overview) : g_strdup ("");

  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_label_set_text (self->counts, counts);
  gtk_widget_set_visible (self->key, overview != NULL && overview->expected != NULL);
  whence_overview_chart_show (self->chart, overview, fraction);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, counts, -1);
}

/* --- When it comes and goes --- */

static void
set_due (WhenceLoadingPage *self, gboolean due)
{
  gtk_widget_set_visible (self->box, due);
  gtk_widget_set_visible (self->foot, due);
  if (self->due == due)
    return;
  self->due = due;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DUE]);
}

static void
on_moment_passed (gpointer data)
{
  WhenceLoadingPage *self = data;
  g_autofree char *text = whence_describe_and (g_strdup (gtk_label_get_text (self->name)), _ ("Loading"));

  self->waiting = 0;
  show_so_far (self);
  set_due (self, TRUE);
  whence_announce (GTK_WIDGET (self), text);
}

static void
on_loading (WhenceLoadingPage *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  whence_overview_chart_show (self->chart, NULL, 0);
  set_due (self, FALSE);
  if (whence_document_is_loading (self->document))
    self->waiting = g_timeout_add_once (MOMENT, on_moment_passed, self);
}

static void
on_progress (WhenceLoadingPage *self)
{
  if (self->due)
    show_so_far (self);
}

void
whence_loading_page_set_document (WhenceLoadingPage *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::loading", G_CALLBACK (on_loading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::progress", G_CALLBACK (on_progress), self, G_CONNECT_SWAPPED);
  on_loading (self);
}

void
whence_loading_page_set_name (WhenceLoadingPage *self, const char *name)
{
  gtk_label_set_text (self->name, name);
}

void
whence_loading_page_place_chart (WhenceLoadingPage *self, int start, int end, int height)
{
  self->start = start;
  self->end = end;
  gtk_widget_set_size_request (self->place, -1, height);
  gtk_widget_queue_allocate (self->sides);
}

/* The sides are no part of it: the window can get narrower than it was when it was asked how wide they are.
 */
static void
measure_sides (GtkWidget *sides, GtkOrientation orientation, int for_size, int *minimum, int *natural,
               int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (sides)), orientation, -1, minimum, natural, NULL, NULL);
}

static void
allocate_sides (GtkWidget *sides, int width, int height, int baseline)
{
  WhenceLoadingPage *self = WHENCE_LOADING_PAGE (gtk_widget_get_ancestor (sides, WHENCE_TYPE_LOADING_PAGE));
  int least, room, start, end;

  gtk_widget_measure (self->place, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  room = MAX (0, width - least);
  start = MIN (self->start, room);
  end = MIN (self->end, room - start);
  gtk_widget_size_allocate (
    self->place,
    &(GtkAllocation){ gtk_widget_get_direction (sides) == GTK_TEXT_DIR_RTL ? end : start, 0,
                      MAX (least, width - start - end), height },
    -1);
}

gboolean
whence_loading_page_is_due (WhenceLoadingPage *self)
{
  return self->due;
}

gboolean
whence_loading_page_has_shown (WhenceLoadingPage *self)
{
  return whence_overview_chart_is_seen (self->chart);
}

/* --- GObject --- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, WHENCE_LOADING_PAGE (object)->due);
}

static void
dispose (GObject *object)
{
  WhenceLoadingPage *self = WHENCE_LOADING_PAGE (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_loading_page_parent_class)->dispose (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceLoadingPage, member)

static void
whence_loading_page_class_init (WhenceLoadingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = get_property;
  G_OBJECT_CLASS (klass)->dispose = dispose;
  props[PROP_DUE] =
    g_param_spec_boolean ("due", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  g_type_ensure (WHENCE_TYPE_OVERVIEW_CHART);
  g_type_ensure (WHENCE_TYPE_TEXT_ZOOM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/loading-page.ui");
  BIND (box);
  BIND (foot);
  BIND (sides);
  BIND (place);
  BIND (name);
  BIND (chart);
  BIND (counts);
  BIND (key);
  BIND (progress);
}

static void
whence_loading_page_init (WhenceLoadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->sides, gtk_custom_layout_new (NULL, measure_sides, allocate_sides));
}
