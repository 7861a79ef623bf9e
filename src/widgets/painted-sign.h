/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small sign of the pictures among words, which say what it shows. */
#pragma once

#include <gtk/gtk.h>

#include "layout/geometry.h"
#include "paint/pen.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_PAINTED_SIGN (whence_painted_sign_get_type ())
G_DECLARE_DERIVABLE_TYPE (WhencePaintedSign, whence_painted_sign, WHENCE, PAINTED_SIGN, GtkWidget)

struct _WhencePaintedSignClass
{
  GtkWidgetClass parent_class;
  int size; /* px, of its sides */
  void (*paint) (WhencePaintedSign *sign, WhencePoint middle, WhencePen *pen);
};

G_END_DECLS
