/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed between two dates: what began, ended, is another in role, share or amount, and what stayed.
 *
 * Of each fact it is asked whether it is there at the earlier date and at the later one: a state that holds,
 * an event that has happened (and nobody is tied to a company before its founding: lives.h). Figures
 * (valuations and headcounts with a number) follow one another: of those about the same participants, in the
 * same currency or unit, only the latest that has happened is there, and all of the latest if they have the
 * same date; where the dates do not tell which is the latest ("2024" and "2024-05"), all that may be it are
 * possibly there.
 *
 *   earlier    later      the fact
 *   not        not        at neither date
 *   not        there      has begun; possibly, where it is possibly there
 *   there      not        has ended; possibly, where it was possibly there
 *   certainly  certainly  is unchanged
 *   certainly  possibly   has possibly ended
 *   possibly   certainly  has possibly begun
 *   possibly   possibly   has possibly begun if its start is given and may lie after the beginning of the
 *                         earlier date, and has possibly ended if its end is given and may lie before the end
 *                         of the later one; where both or neither are so, it is possibly unchanged
 *
 * What has ended and what has begun are one tie that changed, if both are of the same type, about the same
 * participants (the same subject and object, in any order where the type has no direction, and the same
 * further ones), and differ in the first of these that both give: share, amount (in one currency), quantity
 * (in one unit), role (of a further participant, given whole; of facts about roles without any,
 * the title, given without the names that both begin or end with). Those that
 * have begun are taken in the order of their start, certain ones before possible ones; each is paired with
 * the one not taken yet that ended last (of at most 256); what is left over has ended, or has begun. Ties are
 * broken by the order of the file. Negated facts and those that are hidden have no part in it. */
#pragma once

#include "model/known-by.h"

G_BEGIN_DECLS

#define WHENCE_CHANGES_ERROR (whence_changes_error_quark ())
GQuark whence_changes_error_quark (void);
typedef enum
{
  WHENCE_CHANGES_ERROR_ORDER,   /* the same date twice, or the later one first */
  WHENCE_CHANGES_ERROR_OVERLAP, /* they have time in common */
  WHENCE_CHANGES_ERROR_OPEN,    /* one has no beginning or no end */
} WhenceChangesError;

/* Whether the two can be compared: both have two ends, and one ends before the
 * other begins. */
gboolean whence_changes_check (WhencePeriod earlier, WhencePeriod later, GError **error);

typedef enum
{
  WHENCE_CHANGE_NONE, /* at neither date, or negated, or hidden */
  WHENCE_CHANGE_UNCHANGED,
  WHENCE_CHANGE_BEGUN,
  WHENCE_CHANGE_ENDED,
  WHENCE_CHANGE_CHANGED, /* the later fact of a pair … */
  WHENCE_CHANGE_FORMER,  /* … and the earlier one */
  WHENCE_N_CHANGES,
} WhenceChange;

/* Immutable, shared between threads. */
typedef struct _WhenceChanges WhenceChanges;

/* @shown has a byte for each fact, 0 for those that are hidden; NULL: none are. What was not known
 * by @known_by (or NULL) ends and begins no lives. The dates have to be such as
 * can be compared. O(n log n). Transfer full. */
WhenceChanges *whence_changes_new (WhenceBundle *bundle, const guint8 *shown, const WhenceKnownBy *known_by,
                                   WhencePeriod earlier, WhencePeriod later);
WhenceChanges *whence_changes_ref (WhenceChanges *changes);
void whence_changes_unref (WhenceChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceChanges, whence_changes_unref)

WhencePeriod whence_changes_get_earlier (const WhenceChanges *changes);
WhencePeriod whence_changes_get_later (const WhenceChanges *changes);

WhenceChange whence_changes_get (const WhenceChanges *changes, guint32 fact);
/* Whether the dates leave it open; of a pair, of either. */
gboolean whence_changes_is_possible (const WhenceChanges *changes, guint32 fact);
/* The other one of a pair, or WHENCE_NONE. */
guint32 whence_changes_get_partner (const WhenceChanges *changes, guint32 fact);
/* How many facts. */
guint whence_changes_count (const WhenceChanges *changes, WhenceChange change);

/* What is another in the pair of @fact, in words for a mark: the roles, shares or amounts before and after.
 * FALSE: it is in no pair. Transfer full. */
gboolean whence_changes_dup_values (const WhenceChanges *changes, guint32 fact, char **before, char **after);

/* The role that @entity had as a further participant in the former one of the pair that @fact is the later
 * one of, where it is another now; else NULL. Transfer none. */
const char *whence_changes_get_former_role (const WhenceChanges *changes, guint32 fact, guint32 entity);

/* "Begun", "Possibly ended": for legends and lists. */
const char *whence_change_label (WhenceChange change, gboolean possible);
/* "2015 compared with 2025". Transfer full. */
char *whence_changes_describe (const WhenceChanges *changes);
/* What a list says of a fact beside its title: whether it is possibly so, what was before and is now, and its
 * date. Transfer full. */
char *whence_changes_describe_fact (const WhenceChanges *changes, guint32 fact);
/* All that began, ended or changed, one a line below the name of its group. Transfer full. */
char *whence_changes_to_text (const WhenceChanges *changes);

/* The groups of such a list, in their order. */
#define WHENCE_N_LISTED_CHANGES 3
extern const WhenceChange whence_listed_changes[WHENCE_N_LISTED_CHANGES];

/* "+", "−", "~": the sign that goes before words; NULL: none. */
const char *whence_change_sign (WhenceChange change);

G_END_DECLS
