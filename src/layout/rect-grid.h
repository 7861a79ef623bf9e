/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rectangles in a uniform grid, to find those near a place without looking at all. */
#pragma once

#include "layout/geometry.h"

G_BEGIN_DECLS

typedef struct _WhenceRectGrid WhenceRectGrid;

/* Squares of @cell px over @area; what lies wholly outside is left out. The comparisons that questions cost
 * are added to @work, which may be NULL and must live as long as the grid. */
WhenceRectGrid *whence_rect_grid_new (WhenceRect area, double cell, guint64 *work);
void whence_rect_grid_free (WhenceRectGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceRectGrid, whence_rect_grid_free)

void whence_rect_grid_add (WhenceRectGrid *grid, guint32 id, WhenceRect rect);
/* Takes out what was added as (@id, @rect). */
void whence_rect_grid_remove (WhenceRectGrid *grid, guint32 id, WhenceRect rect);

/* Return FALSE to stop. */
typedef gboolean (*WhenceRectGridFunc) (guint32 id, WhenceRect rect, gpointer user_data);

/* Calls @func for every rectangle that overlaps @rect, once or more often. FALSE when it stopped. */
gboolean whence_rect_grid_foreach (const WhenceRectGrid *grid, WhenceRect rect, WhenceRectGridFunc func,
                                   gpointer user_data);
/* TRUE when a rectangle of another id than @except overlaps @rect. */
gboolean whence_rect_grid_hits (const WhenceRectGrid *grid, WhenceRect rect, guint32 except);

G_END_DECLS
