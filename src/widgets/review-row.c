/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two labels. */
#include "widgets/review-row.h"

#include "model/text-list.h"
#include "widgets/fact-title.h"
#include "widgets/tooltip.h"
#include "widgets/wrapped-label.h"

struct _WhenceReviewRow
{
  GtkWidget parent_instance;
  GtkLabel *title, *note;
  WhenceReviewItem *item;
};

G_DEFINE_FINAL_TYPE (WhenceReviewRow, whence_review_row, GTK_TYPE_WIDGET)

static guint pressed;

static void
put_heading (WhenceReviewRow *self, const WhenceReviewItem *item)
{
  guint n;
  g_autofree char *text = NULL;

  whence_review_get_findings (item->review, item->kind, &n);
  text = whence_text_count (whence_review_kind_heading (item->kind), n);
  gtk_label_set_text (self->title, text);
  gtk_label_set_attributes (self->title, NULL);
  gtk_label_set_text (self->note, whence_review_kind_advice (item->kind));
}

static void
put_finding (WhenceReviewRow *self, const WhenceReviewItem *item)
{
  const WhenceFinding *finding = item->finding;
  const WhenceBundle *bundle = whence_review_get_bundle (item->review);
  g_autofree char *record = whence_finding_describe_record (finding, bundle);
  g_autofree char *matter = whence_finding_describe (finding, item->review);

  if (finding->record == WHENCE_RECORD_FACT && finding->index != WHENCE_NONE)
    whence_fact_title_put (self->title, bundle, finding->index);
  else
    {
      gtk_label_set_text (self->title, record);
      gtk_label_set_attributes (self->title, NULL);
    }
  gtk_label_set_text (self->note, matter);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
whence_review_row_set_item (WhenceReviewRow *self, WhenceReviewItem *item)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *whole = NULL;

  g_set_object (&self->item, item);
  if (item->finding == NULL)
    put_heading (self, item);
  else
    put_finding (self, item);
  gtk_widget_set_visible (GTK_WIDGET (self->title), *gtk_label_get_text (self->title) != '\0');
  set_class (GTK_WIDGET (self), "kind", item->finding == NULL);
  whole = g_strdup_printf ("%s\n%s", gtk_label_get_text (self->title), gtk_label_get_text (self->note));
  whence_tooltip_set (GTK_WIDGET (self), item->finding != NULL ? whole : NULL);
  /* Before GTK 4.10 a row has no name of its own. */
  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

WhenceReviewItem *
whence_review_row_get_item (WhenceReviewRow *self)
{
  return self->item;
}

static void
on_released (WhenceReviewRow *self)
{
  g_signal_emit (self, pressed, 0);
}

static GtkLabel *
add_label (WhenceReviewRow *self, int most_lines, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (whence_wrapped_label_new (NULL, most_lines));

  gtk_label_set_max_width_chars (label, 30);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_widget_set_parent (GTK_WIDGET (label), GTK_WIDGET (self));
  return label;
}

static void
dispose (GObject *object)
{
  WhenceReviewRow *self = WHENCE_REVIEW_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (whence_review_row_parent_class)->dispose (object);
}

static void
whence_review_row_class_init (WhenceReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_css_name (widget_class, "reviewrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  pressed =
    g_signal_new ("pressed", WHENCE_TYPE_REVIEW_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
whence_review_row_init (WhenceReviewRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->title = add_label (self, 3, "record");
  self->note = add_label (self, 4, "note");
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

WhenceReviewRow *
whence_review_row_new (void)
{
  return g_object_new (WHENCE_TYPE_REVIEW_ROW, NULL);
}
