/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sign that the pictures have for a value of a facet, as their legend shows it. */
#pragma once

#include "model/filter.h"
#include "widgets/painted-sign.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FACET_SIGN (whence_facet_sign_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFacetSign, whence_facet_sign, WHENCE, FACET_SIGN, WhencePaintedSign)

/* What the value is called, behind its sign if it has one. Floating. */
GtkWidget *whence_facet_name_new (WhenceBundle *bundle, WhenceFacet facet, guint32 value);

G_END_DECLS
