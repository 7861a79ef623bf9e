/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves in the squares of a grid that they really cross, to find those near a place without looking at all.
 */
#pragma once

#include "layout/geometry.h"

G_BEGIN_DECLS

typedef struct _WhenceLineGrid WhenceLineGrid;

/* Squares of @cell px over @area; what runs outside is left out. The comparisons that questions cost are
 * added to
 * @work, which may be NULL and must live as long as the grid. */
WhenceLineGrid *whence_line_grid_new (WhenceRect area, double cell, guint64 *work);
void whence_line_grid_free (WhenceLineGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceLineGrid, whence_line_grid_free)

/* Adds a curve, as a polyline that is never further from it than a third of a pixel. */
void whence_line_grid_add (WhenceLineGrid *grid, guint32 id, const WhencePoint *curve);
/* The same from several threads, each with another @part, below WHENCE_MOST_PARTS: lines are in the order of
 * their parts. */
void whence_line_grid_add_in_part (WhenceLineGrid *grid, guint part, guint32 id, const WhencePoint *curve);
/* Ends adding; before it, no question may be asked. O(squares that the lines cross). */
void whence_line_grid_sort (WhenceLineGrid *grid);

/* How many lines other than @except cross @rect, @limit or more as @limit; @limit, too, where squares are so
 * crowded that counting would take long. O(squares of @rect). */
guint whence_line_grid_count (const WhenceLineGrid *grid, WhenceRect rect, guint32 except, guint limit);

typedef void (*WhenceLineGridFunc) (guint32 id, gpointer user_data);

/* Calls @func for every line that crosses @rect, once or more often. */
void whence_line_grid_foreach (const WhenceLineGrid *grid, WhenceRect rect, WhenceLineGridFunc func,
                               gpointer user_data);

G_END_DECLS
