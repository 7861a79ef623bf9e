/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scene is made for each overview, by the painter's and the tally's cost, whatever has been read. */
#include "widgets/overview-chart.h"

#include <adwaita.h>

#include "layout/range-scene.h"
#include "paint/pen-backs.h"
#include "paint/range-painter.h"
#include "widgets/canvas.h"
#include "widgets/text-zoom.h"

#define HEIGHT 60
/* px, of the line of words that the range bar has above its histogram. */
#define WORDS 20
/* Of the file, at its end: while this is read what a sample lets expect gives way to what was counted. */
#define SETTLING 0.1

struct _WhenceOverviewChart
{
  GtkWidget parent_instance;
  const WhenceOverview *overview; /* or NULL */
  double fraction;
  WhenceRangeScene *scene; /* NULL: to be made */
  gboolean seen;
};

G_DEFINE_FINAL_TYPE (WhenceOverviewChart, whence_overview_chart, GTK_TYPE_WIDGET)

static gboolean
has_dates (const WhenceOverview *overview)
{
  return overview != NULL
         && (overview->expected != NULL || whence_time_tally_get_n_facts (overview->counted) > 0);
}

void
whence_overview_chart_show (WhenceOverviewChart *self, const WhenceOverview *overview, double fraction)
{
  g_clear_pointer (&self->scene, whence_range_scene_free);
  self->overview = has_dates (overview) ? overview : NULL;
  self->fraction = fraction;
  if (self->overview == NULL)
    self->seen = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
whence_overview_chart_is_seen (WhenceOverviewChart *self)
{
  return self->seen;
}

static void
ensure_scene (WhenceOverviewChart *self, double width)
{
  const WhenceOverview *overview = self->overview;

  if (self->scene != NULL && self->scene->width == width)
    return;
  g_clear_pointer (&self->scene, whence_range_scene_free);
  self->scene =
    whence_range_scene_new_so_far (overview->counted, overview->expected, overview->weight,
                                   MIN (1, (1 - self->fraction) / SETTLING), width, &whence_measure_pango);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceOverviewChart *self = WHENCE_OVERVIEW_CHART (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr;
  WhencePen *pen;

  if (self->overview == NULL || width <= 0)
    return;
  ensure_scene (self, width);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  pen = whence_pen_new_screen (cr, whence_text_zoom_get_scale (widget));
  whence_range_paint_so_far (
    &(WhenceRangePaint){
      .scene = self->scene, .style = whence_canvas_get_style (), .height = height, .words = WORDS },
    pen);
  whence_pen_free (pen);
  cairo_destroy (cr);
  self->seen = TRUE;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : HEIGHT;
}

static void
dispose (GObject *object)
{
  g_clear_pointer (&WHENCE_OVERVIEW_CHART (object)->scene, whence_range_scene_free);
  G_OBJECT_CLASS (whence_overview_chart_parent_class)->dispose (object);
}

static void
whence_overview_chart_class_init (WhenceOverviewChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
whence_overview_chart_init (WhenceOverviewChart *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
