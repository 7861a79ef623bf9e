/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sign of what facts are about, in its colour, as the marks in the pictures have it. */
#pragma once

#include "model/types.h"
#include "widgets/painted-sign.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_CATEGORY_SIGN (whence_category_sign_get_type ())
G_DECLARE_FINAL_TYPE (WhenceCategorySign, whence_category_sign, WHENCE, CATEGORY_SIGN, WhencePaintedSign)

GtkWidget *whence_category_sign_new (WhenceCategory category);

G_END_DECLS
