/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The range bar: reads the document's visible range and sets its range, and the date at which ties are looked
 * at. Where nothing is dated there is no window of time: it says so instead. */
#include "widgets/range-bar-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "widgets/tooltip.h"

G_DEFINE_FINAL_TYPE (WhenceRangeBar, whence_range_bar, GTK_TYPE_WIDGET)

/* --- The document --- */

static void
on_selection (WhenceRangeBar *self)
{
  g_clear_pointer (&self->marked, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
whence_range_bar_on_window (WhenceRangeBar *self)
{
  whence_range_bar_write_window (self);
  whence_range_bar_tell_soon (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
      g_autofree char *text = whence_range_bar_describe_date (self, from, to);
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
  const struct
  {
    const char *signal;
    void (*func) (WhenceRangeBar *self);
  } signals[] = {
    { "notify::scope", on_scope },
    { "notify::as-of", on_date },
    { "notify::range", whence_range_bar_on_window },
    { "notify::visible-range", whence_range_bar_on_window },
    { "selection-changed", on_selection },
  };

  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (document, signals[i].signal, G_CALLBACK (signals[i].func), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::span", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  on_scope (self);
}

/* --- GObject --- */

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
  widget_class->query_tooltip = whence_range_bar_query_tooltip;
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
