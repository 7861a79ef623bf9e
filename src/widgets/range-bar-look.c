/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the range bar looks like, and where its parts are. Cost of a frame: the painter's; of a selection: the
 * facts in it. */
#include "widgets/range-bar-private.h"

#include <math.h>

#include "paint/pen-backs.h"
#include "paint/range-painter.h"
#include "widgets/canvas.h"
#include "widgets/text-zoom.h"

#define LEAST_HISTOGRAM 20.0 /* px */
#define HISTOGRAM 36.0       /* px */
#define GRIP_WIDTH 18        /* px, of the focus */

/* --- Drawing --- */

static void
mark_date (WhenceRangeBar *self, guint8 *taken, const WhenceDate *date)
{
  gint64 from, to;
  double x;

  if (!whence_range_get_stretch (date, &from, &to))
    return;
  x = (whence_range_to_x (self->scene, from) + whence_range_to_x (self->scene, to)) / 2;
  x = CLAMP (x, 0, self->scene->width - 1);
  if (!taken[(guint) x])
    g_array_append_val (self->marked, x);
  taken[(guint) x] = TRUE;
}

static void
add_dates (WhenceRangeBar *self, WhenceRef ref, guint8 *selected)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (self->document);
  const WhenceKnownBy *known_by = whence_scope_get_known_by (whence_document_get_scope (self->document));
  g_autoptr (GArray) facts = NULL;

  /* By far the most, where there are many. */
  if (ref.kind == WHENCE_REF_FACT)
    {
      selected[whence_bundle_get_fact_date_number (bundle, ref.index)] |=
        whence_known_by_get_fact (known_by, ref.index) != WHENCE_ACTIVITY_NOT;
      return;
    }
  facts = whence_ref_list_facts (ref, bundle, known_by);
  for (guint k = 0; k < facts->len; k++)
    selected[whence_bundle_get_fact_date_number (bundle, g_array_index (facts, guint32, k))] = TRUE;
}

/* What is selected: facts, and those of selected entities; at most one a px. Many have the same date. */
static void
ensure_marked (WhenceRangeBar *self)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (self->document);
  guint n_dates = whence_bundle_get_n_dates (bundle), n_refs;
  g_autofree guint8 *taken = NULL, *selected = NULL;
  const WhenceRef *refs;

  if (self->marked != NULL)
    return;
  self->marked = g_array_new (FALSE, FALSE, sizeof (double));
  refs = whence_document_get_selection (self->document, &n_refs);
  if (n_refs == 0)
    return;
  taken = g_malloc0 ((gsize) self->scene->width + 1);
  selected = g_malloc0 (n_dates);
  for (guint i = 0; i < n_refs; i++)
    add_dates (self, refs[i], selected);
  for (guint i = 0; i < n_dates; i++)
    if (selected[i])
      mark_date (self, taken, whence_bundle_get_nth_date (bundle, i));
}

/* The words give way to the date, where there is no room for both. */
static gboolean
has_room_for_words (WhenceRangeBar *self)
{
  graphene_rect_t button;

  if (!gtk_widget_get_visible (self->date_button))
    return TRUE;
  return gtk_widget_compute_bounds (self->date_button, GTK_WIDGET (self), &button)
         && button.origin.x > self->text.width + 2 * WHENCE_RANGE_BAR_GAP;
}

static void
paint (WhenceRangeBar *self, WhencePen *pen)
{
  WhenceRangePaint how = { .scene = self->scene,
                           .style = whence_canvas_get_style (),
                           .height = gtk_widget_get_height (GTK_WIDGET (self)),
                           .words = whence_range_bar_get_words_height (self),
                           .has_date = gtk_widget_get_visible (self->date_button) };
  gint64 span_from, span_to;

  if (!whence_range_bar_get_window_px (self, &how.from_x, &how.to_x))
    return;
  ensure_marked (self);
  how.scene = self->scene;
  how.cursor_x = whence_range_bar_get_date_px (self, WHENCE_RANGE_DATE, &how.cursor_width);
  how.has_earlier = whence_range_bar_compares (self);
  how.earlier_x = whence_range_bar_get_date_px (self, WHENCE_RANGE_EARLIER, &how.earlier_width);
  if (whence_document_get_span (self->document, &span_from, &span_to))
    {
      how.span_from_x = whence_range_to_x (self->scene, span_from);
      how.span_to_x = whence_range_to_x (self->scene, span_to);
    }
  how.marked = (const double *) (gconstpointer) self->marked->data;
  how.n_marked = self->marked->len;
  how.text = has_room_for_words (self) ? &self->text : NULL;
  whence_range_paint (&how, pen);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  const WhenceColor ground = whence_canvas_get_style ()->ground;

  if (!gtk_widget_get_visible (self->nothing) && width > 0)
    {
      const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, width, height);
      cairo_t *cr;
      WhencePen *pen;

      gtk_snapshot_append_color (snapshot,
                                 &(GdkRGBA){ (float) ground.r, (float) ground.g, (float) ground.b, 1 }, &all);
      cr = gtk_snapshot_append_cairo (snapshot, &all);
      pen = whence_pen_new_screen (cr, whence_text_zoom_get_scale (widget));
      paint (self, pen);
      whence_pen_free (pen);
      cairo_destroy (cr);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

/* --- Sizes --- */

static void
place (GtkWidget *child, double x, double y, double width, double height)
{
  if (gtk_widget_get_visible (child))
    gtk_widget_size_allocate (
      child, &(GtkAllocation){ (int) x, (int) y, (int) MAX (1, width), (int) MAX (1, height) }, -1);
}

static int
get_natural_width (GtkWidget *button)
{
  int wanted = 0;

  if (gtk_widget_get_visible (button))
    gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  return wanted;
}

/* Beside the flag of the date, or of both, on the side that has room; one after the other. */
static void
place_buttons (WhenceRangeBar *self, double width, double words)
{
  int first = get_natural_width (self->date_button), second = get_natural_width (self->compare_button);
  double wanted = MIN (first + second, width);
  double x = whence_range_bar_get_date_px (self, WHENCE_RANGE_DATE, NULL) + WHENCE_RANGE_BAR_GAP;
  double left = whence_range_bar_compares (self)
                  ? whence_range_bar_get_date_px (self, WHENCE_RANGE_EARLIER, NULL)
                  : x - WHENCE_RANGE_BAR_GAP;

  if (x + wanted > width)
    x = left - WHENCE_RANGE_BAR_GAP - wanted >= 0 ? left - WHENCE_RANGE_BAR_GAP - wanted
                                                  : MAX (0, x - 2 * WHENCE_RANGE_BAR_GAP - wanted);
  x = MIN (x, width - wanted);
  /* Where there is no room for the words of both, each has its part. */
  if (first + second > width)
    first = (int) MIN (first, MAX (width / 2, width - second));
  first = (int) MIN (first, width);
  place (self->date_button, x, 0, first, words);
  place (self->compare_button, x + first, 0, wanted - first, words);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (widget);
  double words = whence_range_bar_get_words_height (self), histogram = height - words - WHENCE_RANGE_AXIS;
  double from = 0, to = 0, date, earlier;

  if (self->scene != NULL && self->scene->width != width)
    {
      g_clear_pointer (&self->scene, whence_range_scene_free);
      g_clear_pointer (&self->marked, g_array_unref);
    }
  if (gtk_widget_get_visible (self->nothing))
    gtk_widget_allocate (self->nothing, width, height, -1, NULL);
  if (!whence_range_bar_get_window_px (self, &from, &to))
    return;
  if (self->text.n_lines == 0)
    whence_range_bar_on_window (self);
  date = whence_range_bar_get_date_px (self, WHENCE_RANGE_DATE, NULL);
  earlier = whence_range_bar_get_date_px (self, WHENCE_RANGE_EARLIER, NULL);
  from = CLAMP (from - GRIP_WIDTH / 2, 0, width - GRIP_WIDTH);
  to = CLAMP (to - GRIP_WIDTH / 2, 0, width - GRIP_WIDTH);
  place (GTK_WIDGET (self->grips[0]), from, words, GRIP_WIDTH, histogram);
  place (GTK_WIDGET (self->grips[1]), to, words, GRIP_WIDTH, histogram);
  place (GTK_WIDGET (self->grips[2]), CLAMP (date - GRIP_WIDTH / 2, 0, width - GRIP_WIDTH), words - 10,
         GRIP_WIDTH, histogram + 10);
  place (GTK_WIDGET (self->grips[3]), CLAMP (earlier - GRIP_WIDTH / 2, 0, width - GRIP_WIDTH), words - 10,
         GRIP_WIDTH, histogram + 10);
  place_buttons (self, width, words);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (widget);
  double words = whence_range_bar_get_words_height (self);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 200;
  else
    {
      *minimum = (int) (words + LEAST_HISTOGRAM + WHENCE_RANGE_AXIS);
      *natural = (int) (words + HISTOGRAM + WHENCE_RANGE_AXIS);
    }
}

void
whence_range_bar_add_look (GtkWidgetClass *widget_class)
{
  widget_class->snapshot = snapshot;
  widget_class->size_allocate = size_allocate;
  widget_class->measure = measure;
}
