/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The painter of the pictures paints it, so that it cannot look otherwise than there. */
#include "widgets/fact-sign.h"

#include <adwaita.h>

#include "paint/pen-backs.h"
#include "paint/shelf-painter.h"
#include "widgets/canvas.h"

struct _WhenceFactSign
{
  GtkWidget parent_instance;
  WhenceScope *scope; /* NULL: nothing yet */
  guint32 fact;
};

G_DEFINE_FINAL_TYPE (WhenceFactSign, whence_fact_sign, GTK_TYPE_WIDGET)

void
whence_fact_sign_set_fact (WhenceFactSign *self, WhenceScope *scope, guint32 fact)
{
  whence_scope_ref (scope);
  g_clear_pointer (&self->scope, whence_scope_unref);
  self->scope = scope;
  self->fact = fact;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceFactSign *self = WHENCE_FACT_SIGN (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  WhencePen *pen;
  cairo_t *cr;

  if (self->scope == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  pen = whence_pen_new_screen (cr, gtk_widget_get_scale_factor (widget));
  whence_shelf_paint_sign (self->scope, self->fact, (WhencePoint){ width / 2.0, height / 2.0 },
                           whence_canvas_get_style (), pen);
  whence_pen_free (pen);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = WHENCE_SHELF_SIGN;
}

static void
finalize (GObject *object)
{
  g_clear_pointer (&WHENCE_FACT_SIGN (object)->scope, whence_scope_unref);
  G_OBJECT_CLASS (whence_fact_sign_parent_class)->finalize (object);
}

static void
whence_fact_sign_class_init (WhenceFactSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  /* The row says in words what it shows. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
whence_fact_sign_init (WhenceFactSign *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

WhenceFactSign *
whence_fact_sign_new (void)
{
  return g_object_new (WHENCE_TYPE_FACT_SIGN, NULL);
}
