/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Constant time. */
#include "widgets/facet-sign.h"

#include "paint/legend-sample.h"
#include "widgets/canvas.h"
#include "widgets/facet-values.h"
#include "widgets/tooltip.h"
#include "widgets/wrapped-label.h"

#define SIZE 16
/* Of a name. */
#define MOST_LINES 3
#define LEAST_CHARS 11

struct _WhenceFacetSign
{
  WhencePaintedSign parent_instance;
  WhenceBundle *bundle; /* that the type is of */
  WhenceSample sample;
};

G_DEFINE_FINAL_TYPE (WhenceFacetSign, whence_facet_sign, WHENCE_TYPE_PAINTED_SIGN)

static void
paint (WhencePaintedSign *sign, WhencePoint middle, WhencePen *pen)
{
  const WhenceSample *sample = &WHENCE_FACET_SIGN (sign)->sample;

  whence_sample_paint (sample, whence_canvas_get_style (), pen,
                       middle.x - whence_sample_get_width (sample) / 2, middle.y - WHENCE_SAMPLE_HEIGHT / 2);
}

static void
finalize (GObject *object)
{
  g_clear_pointer (&WHENCE_FACET_SIGN (object)->bundle, whence_bundle_unref);
  G_OBJECT_CLASS (whence_facet_sign_parent_class)->finalize (object);
}

static void
whence_facet_sign_class_init (WhenceFacetSignClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  WHENCE_PAINTED_SIGN_CLASS (klass)->size = SIZE;
  WHENCE_PAINTED_SIGN_CLASS (klass)->paint = paint;
}

static void
whence_facet_sign_init (WhenceFacetSign *self)
{
}

/* Floating; NULL: such values have no signs. */
static GtkWidget *
sign_new (WhenceBundle *bundle, WhenceFacet facet, guint32 value)
{
  WhenceSample sample = { 0 };
  WhenceFacetSign *self;

  if (facet == WHENCE_FACET_FACT_TYPE)
    sample = (WhenceSample){ .kind = WHENCE_SAMPLE_FACT_TYPE,
                             .type = whence_bundle_get_nth_fact_type (bundle, value) };
  else if (facet == WHENCE_FACET_ENTITY_TYPE)
    sample = (WhenceSample){ .kind = WHENCE_SAMPLE_ENTITY_TYPE,
                             .type = whence_bundle_get_nth_entity_type (bundle, value) };
  else if (facet == WHENCE_FACET_SUPPORT)
    sample =
      (WhenceSample){ .kind = WHENCE_SAMPLE_SUPPORT, .value = value, .on_timeline = TRUE, .on_dots = TRUE };
  else
    return NULL;
  self = g_object_new (WHENCE_TYPE_FACET_SIGN, NULL);
  self->bundle = whence_bundle_ref (bundle);
  self->sample = sample;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self);
}

GtkWidget *
whence_facet_name_new (WhenceBundle *bundle, WhenceFacet facet, guint32 value)
{
  g_autofree char *text = whence_facet_value_label (bundle, facet, value);
  GtkWidget *label = whence_wrapped_label_new (text, MOST_LINES),
            *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = sign_new (bundle, facet, value);

  gtk_label_set_width_chars (GTK_LABEL (label), MIN (LEAST_CHARS, (int) g_utf8_strlen (text, -1)));
  whence_tooltip_set (label, text);
  if (sign != NULL)
    gtk_box_append (GTK_BOX (box), sign);
  /* Else a row that is high enough for two lines makes two of a word that fits in one. */
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}
