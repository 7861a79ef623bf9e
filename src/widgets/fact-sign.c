/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Constant time. */
#include "widgets/fact-sign.h"

#include "paint/shelf-painter.h"
#include "widgets/canvas.h"

struct _WhenceFactSign
{
  WhencePaintedSign parent_instance;
  WhenceScope *scope; /* NULL: nothing yet */
  guint32 fact;
};

G_DEFINE_FINAL_TYPE (WhenceFactSign, whence_fact_sign, WHENCE_TYPE_PAINTED_SIGN)

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
paint (WhencePaintedSign *sign, WhencePoint middle, WhencePen *pen)
{
  WhenceFactSign *self = WHENCE_FACT_SIGN (sign);

  if (self->scope != NULL)
    whence_shelf_paint_sign (self->scope, self->fact, middle, whence_canvas_get_style (), pen);
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
  G_OBJECT_CLASS (klass)->finalize = finalize;
  WHENCE_PAINTED_SIGN_CLASS (klass)->size = WHENCE_SHELF_SIGN;
  WHENCE_PAINTED_SIGN_CLASS (klass)->paint = paint;
}

static void
whence_fact_sign_init (WhenceFactSign *self)
{
}

WhenceFactSign *
whence_fact_sign_new (void)
{
  return g_object_new (WHENCE_TYPE_FACT_SIGN, NULL);
}
