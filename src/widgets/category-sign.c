/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Constant time. */
#include "widgets/category-sign.h"

#include "paint/fact-glyph.h"
#include "widgets/canvas.h"

#define SIZE 16
#define RADIUS 5.0

struct _WhenceCategorySign
{
  WhencePaintedSign parent_instance;
  WhenceCategory category;
};

G_DEFINE_FINAL_TYPE (WhenceCategorySign, whence_category_sign, WHENCE_TYPE_PAINTED_SIGN)

static void
paint (WhencePaintedSign *sign, WhencePoint middle, WhencePen *pen)
{
  WhenceCategory category = WHENCE_CATEGORY_SIGN (sign)->category;
  g_autoptr (WhencePath) path = whence_path_new ();

  whence_glyph_path (path, whence_category_glyph (category), middle.x, middle.y, RADIUS);
  whence_pen_fill (pen, path, &WHENCE_SOLID (whence_canvas_get_style ()->category[category]));
}

static void
whence_category_sign_class_init (WhenceCategorySignClass *klass)
{
  WHENCE_PAINTED_SIGN_CLASS (klass)->size = SIZE;
  WHENCE_PAINTED_SIGN_CLASS (klass)->paint = paint;
}

static void
whence_category_sign_init (WhenceCategorySign *self)
{
}

GtkWidget *
whence_category_sign_new (WhenceCategory category)
{
  WhenceCategorySign *self = g_object_new (WHENCE_TYPE_CATEGORY_SIGN, NULL);

  self->category = category;
  return GTK_WIDGET (self);
}
