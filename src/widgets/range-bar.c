/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The range bar: reads the document's visible range and sets its range, and the date at which ties are looked
 * at. Building its scene is a scan of the facts. Where nothing is dated there is no window of time: it says
 * so instead. */
#include "widgets/range-bar-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint/pen-backs.h"
#include "paint/range-painter.h"
#include "widgets/canvas.h"
#include "widgets/tooltip.h"

#define NARROW 600         /* px */
#define WORDS 20.0         /* px, of the line of words … */
#define FINGER 44.0        /* … and of whatever a finger has to meet */
#define PARKED 7.0         /* px from the right end where the date waits */
#define STEP_PX 3.0        /* a step of the calendar is at least so wide */
#define TELL 150           /* ms without a change until the grips say where they are */
#define GAP 12.0           /* px between words */
#define DEEP 100000        /* years: so far away, or so long, is not told to the year */
#define YEAR 31556952.0    /* seconds */
#define WINDOW_PARTS 100.0 /* the window is told to so fine a part of it */

G_DEFINE_FINAL_TYPE (WhenceRangeBar, whence_range_bar, GTK_TYPE_WIDGET)

/* --- What there is to see --- */

gboolean
whence_range_bar_has_scene (WhenceRangeBar *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if ((self->scene == NULL || self->outdated) && self->document != NULL && width > 0)
    {
      self->scene = whence_range_scene_renew (self->scene, whence_document_get_scope (self->document), width,
                                              &whence_measure_pango);
      self->outdated = FALSE;
    }
  return self->scene != NULL;
}

gboolean
whence_range_bar_is_narrow (WhenceRangeBar *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;
}

/* What the timeline shows, or was told to, or everything. */
gboolean
whence_range_bar_get_window (WhenceRangeBar *self, gint64 *from, gint64 *to)
{
  if (gtk_widget_get_visible (self->nothing) || !whence_range_bar_has_scene (self))
    return FALSE;
  whence_document_get_visible_range (self->document, from, to);
  if (*from >= *to && !whence_document_get_range (self->document, from, to))
    {
      *from = self->scene->from;
      *to = self->scene->to;
    }
  return TRUE;
}

gboolean
whence_range_bar_get_window_px (WhenceRangeBar *self, double *from_x, double *to_x)
{
  gint64 from, to;

  if (!whence_range_bar_get_window (self, &from, &to))
    return FALSE;
  *from_x = whence_range_to_x (self->scene, from);
  *to_x = whence_range_to_x (self->scene, to);
  return TRUE;
}

gboolean
whence_range_bar_compares (WhenceRangeBar *self)
{
  WhencePeriod dates[2];

  return self->document != NULL && whence_document_get_compared (self->document, dates);
}

gboolean
whence_range_bar_get_date (WhenceRangeBar *self, WhenceRangePart part, gint64 *from, gint64 *to)
{
  WhencePeriod dates[2];

  if (self->document == NULL || gtk_widget_get_visible (self->nothing))
    return FALSE;
  if (!whence_document_get_compared (self->document, dates))
    return part == WHENCE_RANGE_DATE && whence_document_get_as_of (self->document, from, to);
  *from = dates[part == WHENCE_RANGE_DATE].from;
  *to = dates[part == WHENCE_RANGE_DATE].to;
  return TRUE;
}

double
whence_range_bar_get_date_px (WhenceRangeBar *self, WhenceRangePart part, double *width)
{
  double right = gtk_widget_get_width (GTK_WIDGET (self)), x = right - PARKED, end = x;
  gint64 from, to;

  if (whence_range_bar_get_date (self, part, &from, &to))
    {
      x = CLAMP (whence_range_to_x (self->scene, from), PARKED, right - PARKED);
      end = CLAMP (whence_range_to_x (self->scene, to), x, right - PARKED);
    }
  if (width != NULL)
    *width = end - x;
  return x;
}

double
whence_range_bar_get_words_height (WhenceRangeBar *self)
{
  return gtk_widget_get_visible (self->date_button) && whence_range_bar_is_narrow (self) ? FINGER : WORDS;
}

/* --- Dates --- */

WhenceStretch
whence_range_bar_get_step (WhenceRangeBar *self, double x)
{
  gint64 from = whence_range_to_instant (self->scene, x - STEP_PX / 2),
         to = whence_range_to_instant (self->scene, x + STEP_PX / 2);

  return whence_stretch_choose ((double) to - (double) from);
}

void
whence_range_bar_move_date (WhenceRangeBar *self, WhenceRangePart part, gint64 instant, WhenceStretch step)
{
  gint64 within = CLAMP (instant, self->scene->from, self->scene->to - 1);
  gint64 from = whence_stretch_start (step, within), to = whence_stretch_end (step, from);

  if (whence_range_bar_compares (self))
    whence_document_move_compared (self->document, part == WHENCE_RANGE_DATE, (WhencePeriod){ from, to });
  else
    whence_document_move_as_of (self->document, from, to);
}

/* Far away, to three digits. Transfer full. */
static char *
year_to_text (gint64 instant)
{
  gint64 year = whence_instant_to_civil (instant).year, step = 1;

  while (ABS (year) / step >= 1000 && ABS (year) >= DEEP)
    step *= 10;
  return whence_year_to_text (year / step * step);
}

/* A stretch in units of about a @parts-th of its own length. Transfer full. */
static char *
stretch_to_text (gint64 from, gint64 to, double parts)
{
  g_autofree char *first = year_to_text (from), *last = year_to_text (to - 1);

  if ((double) to - (double) from > DEEP * YEAR)
    return g_strdup_printf (C_ ("stretch of time", "%1$s – %2$s"), first, last);
  return whence_stretch_to_text (whence_stretch_choose (((double) to - (double) from) / parts), from, to);
}

/* The step of the calendar at an end of the window. Transfer full. */
static char *
step_to_text (WhenceRangeBar *self, gint64 instant)
{
  WhenceStretch step = whence_range_bar_get_step (self, whence_range_to_x (self->scene, instant));
  gint64 start = whence_stretch_start (step, instant);

  return whence_stretch_to_text (step, start, whence_stretch_end (step, start));
}

static double
part_of_time (WhenceRangeBar *self, gint64 instant)
{
  return CLAMP (whence_range_to_x (self->scene, instant) / self->scene->width, 0, 1);
}

/* --- Telling --- */

static void
tell_date (WhenceRangeBar *self, WhenceRangePart part)
{
  WhenceRangeGrip *grip = self->grips[part - WHENCE_RANGE_FROM];
  g_autofree char *date = NULL;
  gint64 from, to;

  if (whence_range_bar_get_date (self, part, &from, &to))
    date = stretch_to_text (from, to, 1);
  whence_range_grip_set_value (grip, date != NULL ? date : _ ("any time"),
                               date != NULL ? part_of_time (self, from) : 1);
}

static void
tell_grips (WhenceRangeBar *self)
{
  g_autofree char *first = NULL, *last = NULL;
  gint64 from, to;

  if (!whence_range_bar_get_window (self, &from, &to))
    return;
  first = step_to_text (self, from);
  last = step_to_text (self, to - 1);
  whence_range_grip_set_value (self->grips[0], first, part_of_time (self, from));
  whence_range_grip_set_value (self->grips[1], last, part_of_time (self, to));
  tell_date (self, WHENCE_RANGE_DATE);
  tell_date (self, WHENCE_RANGE_EARLIER);
}

static gboolean
on_still (gpointer data)
{
  WhenceRangeBar *self = data;

  self->telling = 0;
  tell_grips (self);
  return G_SOURCE_REMOVE;
}

void
whence_range_bar_on_window (WhenceRangeBar *self)
{
  gint64 from, to;

  whence_text_block_clear (&self->text);
  if (whence_range_bar_get_window (self, &from, &to))
    {
      g_autofree char *text = stretch_to_text (from, to, WINDOW_PARTS);
      whence_text_block_init (&self->text, text, WHENCE_FONT_SMALL,
                              gtk_widget_get_width (GTK_WIDGET (self)) - 2 * GAP - PARKED, 1,
                              &whence_measure_pango);
    }
  if (self->telling == 0)
    self->telling = g_timeout_add (TELL, on_still, self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_selection (WhenceRangeBar *self)
{
  g_clear_pointer (&self->marked, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static char *
describe_date (WhenceRangeBar *self, gint64 from, gint64 to)
{
  const WhenceChanges *changes = whence_scope_get_changes (whence_document_get_scope (self->document));
  g_autofree char *date = NULL;

  if (changes != NULL)
    return whence_changes_describe (changes);
  date = stretch_to_text (from, to, 1);
  /* Translators: the date at which the ties of the graph are looked at. */
  return g_strdup_printf (_ ("Ties as of %s"), date);
}

static void
on_date (WhenceRangeBar *self)
{
  gboolean had_date = gtk_widget_get_visible (self->date_button);
  gint64 from, to;

  gtk_widget_set_visible (self->date_button, whence_range_bar_get_date (self, WHENCE_RANGE_DATE, &from, &to));
  gtk_widget_set_visible (self->compare_button,
                          gtk_widget_get_visible (self->date_button) && !whence_range_bar_compares (self));
  gtk_widget_set_visible (GTK_WIDGET (self->grips[WHENCE_RANGE_EARLIER - WHENCE_RANGE_FROM]),
                          whence_range_bar_compares (self));
  if (gtk_widget_get_visible (self->date_button))
    {
      g_autofree char *text = describe_date (self, from, to);
      adw_button_content_set_label (
        ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->date_button))), text);
    }
  if (had_date != gtk_widget_get_visible (self->date_button))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  whence_range_bar_on_window (self);
}

static void
on_scope (WhenceRangeBar *self)
{
  gboolean dated = whence_range_has_dates (whence_document_get_scope (self->document));

  self->outdated = TRUE;
  gtk_widget_set_visible (self->nothing, !dated);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), dated);
  for (guint i = 0; i <= WHENCE_RANGE_DATE - WHENCE_RANGE_FROM; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->grips[i]), dated);
  on_selection (self);
  on_date (self);
}

/* --- GObject --- */

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (widget);
  g_autofree char *text = NULL;

  if (gtk_widget_get_visible (self->nothing) || !whence_range_bar_has_scene (self))
    return FALSE;
  if (y < whence_range_bar_get_words_height (self))
    {
      gtk_tooltip_set_text (tooltip, _ ("Drag the pointed flag to look at the ties at a date"));
      return TRUE;
    }
  text = g_strdup_printf (
    "%s\n%s",
    self->scene->bent ? _ (
      "The further back, the closer together time is drawn here. Drag the window of time or its ends, or "
      "draw a new one; double-click shows all")
                      : _ ("Drag the window of time or its ends, or draw a new one; double-click shows all"),
    _ ("Drag with Shift to light what touches a span of time"));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
whence_range_bar_tell_anew (WhenceRangeBar *self)
{
  g_clear_pointer (&self->scene, whence_range_scene_free);
  on_selection (self);
  on_date (self);
}

void
whence_range_bar_set_document (WhenceRangeBar *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::scope", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::as-of", G_CALLBACK (on_date), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::range", G_CALLBACK (whence_range_bar_on_window), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::span", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::visible-range", G_CALLBACK (whence_range_bar_on_window), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "selection-changed", G_CALLBACK (on_selection), self, G_CONNECT_SWAPPED);
  on_scope (self);
}

static void
dispose (GObject *object)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->scene, whence_range_scene_free);
  g_clear_pointer (&self->marked, g_array_unref);
  whence_text_block_clear (&self->text);
  g_clear_pointer (&self->nothing, gtk_widget_unparent);
  g_clear_pointer (&self->date_button, gtk_widget_unparent);
  g_clear_pointer (&self->compare_button, gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->grips); i++)
    if (self->grips[i] != NULL)
      {
        gtk_widget_unparent (GTK_WIDGET (self->grips[i]));
        self->grips[i] = NULL;
      }
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_range_bar_parent_class)->dispose (object);
}

static void
whence_range_bar_class_init (WhenceRangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  whence_range_bar_add_look (widget_class);
  widget_class->query_tooltip = query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "rangebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_children (WhenceRangeBar *self)
{
  const char *const names[] = { _ ("Start of the window of time"), _ ("End of the window of time"),
                                _ ("Date of the ties"), _ ("Earlier date of the ties") };
  GtkWidget *content = adw_button_content_new ();

  self->nothing = gtk_label_new (_ ("No fact here has a date."));
  gtk_label_set_ellipsize (GTK_LABEL (self->nothing), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_can_target (self->nothing, FALSE);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->grips); i++)
    {
      self->grips[i] = whence_range_grip_new (names[i]);
      g_signal_connect (self->grips[i], "moved", G_CALLBACK (whence_range_bar_on_grip), self);
      gtk_widget_set_parent (GTK_WIDGET (self->grips[i]), GTK_WIDGET (self));
    }
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
  self->date_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->date_button), content);
  whence_tooltip_set (self->date_button, _ ("Show the ties at any time again"));
  gtk_widget_add_css_class (self->date_button, "flat");
  gtk_widget_set_visible (self->date_button, FALSE);
  gtk_widget_set_parent (self->date_button, GTK_WIDGET (self));
  self->compare_button = gtk_button_new_with_label (_ ("Compare"));
  whence_tooltip_set (self->compare_button, _ ("Compare this date with another"));
  gtk_widget_add_css_class (self->compare_button, "flat");
  gtk_widget_set_visible (self->compare_button, FALSE);
  gtk_widget_set_parent (self->compare_button, GTK_WIDGET (self));
}

/* With the step of the calendar at the other end of time. */
static void
on_compare_clicked (WhenceRangeBar *self)
{
  WhencePeriod dates[2];
  WhenceStretch step;
  gint64 at;

  if (!whence_range_bar_has_scene (self)
      || !whence_document_get_as_of (self->document, &dates[0].from, &dates[0].to))
    return;
  step = whence_stretch_choose ((double) dates[0].to - (double) dates[0].from);
  at = whence_stretch_start (step, self->scene->to - 1);
  dates[1] = (WhencePeriod){ at, whence_stretch_end (step, at) };
  if (!whence_document_compare (self->document, dates, NULL))
    {
      dates[1] = dates[0];
      at = whence_stretch_start (step, self->scene->from);
      dates[0] = (WhencePeriod){ at, whence_stretch_end (step, at) };
      whence_document_compare (self->document, dates, NULL);
    }
  /* What changed is told where nothing is selected. */
  whence_document_select (self->document, WHENCE_REF_NOTHING, FALSE);
}

static void
on_date_clicked (WhenceRangeBar *self)
{
  whence_document_clear_as_of (self->document);
}

static void
whence_range_bar_init (WhenceRangeBar *self)
{
  add_children (self);
  g_signal_connect_swapped (self->date_button, "clicked", G_CALLBACK (on_date_clicked), self);
  g_signal_connect_swapped (self->compare_button, "clicked", G_CALLBACK (on_compare_clicked), self);
  whence_range_bar_add_hands (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Window of time"),
                                  -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
