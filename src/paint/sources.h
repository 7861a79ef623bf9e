/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbered sources below a picture. */
#pragma once

#include "layout/scope.h"
#include "paint/pen.h"

G_BEGIN_DECLS

typedef struct _WhenceSourceList WhenceSourceList;

/* The sources that the facts of the scope cite, in the order of the bundle, numbered from 1, in a box of
 * @width ×
 * @max_height px; those that have no room are counted in the last line. Transfer full. */
WhenceSourceList *whence_source_list_new (const WhenceScope *scope, double width, double max_height,
                                          const WhenceMeasure *measure);
/* How many sources it would list, had it room. */
guint whence_source_list_count (const WhenceScope *scope);
void whence_source_list_free (WhenceSourceList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceSourceList, whence_source_list_free)

/* px; 0 when nothing is cited, or not even one source has room. */
double whence_source_list_get_height (const WhenceSourceList *list);
void whence_source_list_paint (const WhenceSourceList *list, const WhenceStyle *style, WhencePen *pen,
                               double x, double y);

G_END_DECLS
