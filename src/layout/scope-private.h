/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scope is made of. */
#pragma once

#include "layout/scope.h"
#include "model/lives.h"

G_BEGIN_DECLS

/* Made when it is first asked for, by whichever thread. */
typedef struct
{
  WhenceBundle *bundle;
  WhenceKnownBy *known_by; /* or NULL */
  gsize lives;             /* WhenceLives, or 0 */
} ScopeLives;

struct _WhenceScope
{
  gatomicrefcount references;
  WhenceBundle *bundle;
  guint8 *shown; /* an atomic box; NULL: all */
  guint n_shown, n_unknown;
  gint64 today;
  WhencePeriod as_of;
  WhenceKnownBy *known_by; /* or NULL */
  WhenceChanges *changes;  /* NULL: no dates are compared */
  ScopeLives *lives;       /* an atomic box */
  gsize dates;             /* guint of each date of the bundle, an atomic box; or 0 until it is asked for */
  gsize n_amounts;         /* and one; or 0 until it is asked for */
  gsize activities;        /* guint8 of each fact, an atomic box; or 0 until all are judged */
};

G_END_DECLS
