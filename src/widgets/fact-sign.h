/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sign of a fact without a date, as a picture has it, before its title in a list. */
#pragma once

#include "layout/scope.h"
#include "widgets/painted-sign.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FACT_SIGN (whence_fact_sign_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFactSign, whence_fact_sign, WHENCE, FACT_SIGN, WhencePaintedSign)

WhenceFactSign *whence_fact_sign_new (void);
void whence_fact_sign_set_fact (WhenceFactSign *sign, WhenceScope *scope, guint32 fact);

G_END_DECLS
