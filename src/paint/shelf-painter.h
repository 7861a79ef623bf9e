/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the shelf of facts without a date at the side of a timeline. */
#pragma once

#include "layout/shelf-column.h"
#include "paint/pen.h"
#include "paint/style.h"

G_BEGIN_DECLS

/* Px that the sign of an entry takes, with what reaches out of it. */
#define WHENCE_SHELF_SIGN 14

/* The sign of a fact without a date alone, about @middle. */
void whence_shelf_paint_sign (const WhenceScope *scope, guint32 fact, WhencePoint middle,
                              const WhenceStyle *style, WhencePen *pen);

/* With its top left at the origin of @pen. */
void whence_shelf_column_paint (const WhenceShelfColumn *column, const WhenceScope *scope,
                                const WhenceStyle *style, WhencePen *pen);

G_END_DECLS
