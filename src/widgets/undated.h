/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts of a bundle that have no place in time, found once for a bundle. */
#pragma once

#include "layout/scope.h"

G_BEGIN_DECLS

typedef struct _WhenceUndated WhenceUndated;

WhenceUndated *whence_undated_new (void);
void whence_undated_free (WhenceUndated *self);
/* Those that @scope shows, guint32 in the order of the bundle. Transfer full. */
GArray *whence_undated_list_shown (WhenceUndated *self, WhenceScope *scope);

G_END_DECLS
