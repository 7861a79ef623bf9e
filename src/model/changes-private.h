/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two passes over changes share. */
#pragma once

#include "model/changes.h"

G_BEGIN_DECLS

struct _WhenceChanges
{
  gatomicrefcount ref_count;
  WhenceBundle *bundle;
  WhencePeriod dates[2];
  guint8 *change;       /* WhenceChange of each fact */
  guint8 *possible;     /* of each fact */
  GHashTable *partners; /* fact to fact, each counted from 1 */
  guint counts[WHENCE_N_CHANGES];
};

/* What two facts of a pair differ in. */
typedef enum
{
  WHENCE_DIFFERENCE_NONE,
  WHENCE_DIFFERENCE_SHARE,
  WHENCE_DIFFERENCE_AMOUNT,
  WHENCE_DIFFERENCE_QUANTITY,
  WHENCE_DIFFERENCE_ROLE,
} WhenceDifference;

/* The first that both give and that differs. */
WhenceDifference whence_changes_find_difference (const WhenceBundle *bundle, guint32 former, guint32 later);
/* The role of the first further participant whose role is another, or the titles. */
void whence_changes_find_roles (const WhenceBundle *bundle, guint32 former, guint32 later,
                                const char **before, const char **after);

/* Two titles without what both say of the names of those in @fact. Transfer full. */
void whence_changes_dup_difference (const WhenceBundle *bundle, guint32 fact, const char *before,
                                    const char *after, char **first, char **second);
/* What the pair of @fact differs in; NONE: it is in no pair. */
WhenceDifference whence_changes_get_difference (const WhenceChanges *changes, guint32 fact);

/* The role of a further participant; NULL: none. */
const char *whence_changes_find_role (const WhenceBundle *bundle, guint32 fact, guint32 entity);

/* @activity has a byte (WhenceActivity) for each fact: takes away figures that a later one has replaced. */
void whence_changes_supersede (const WhenceBundle *bundle, guint8 *activity);
/* Pairs what has ended with what has begun. */
void whence_changes_pair (WhenceChanges *changes);

G_END_DECLS
