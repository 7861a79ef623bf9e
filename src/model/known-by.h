/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was known by a date: what the sources say that were published by the end of it. Immutable and
 * reference counted; everything is worked out once, so that asking takes constant time.
 *
 * - A source was there for certain when it had certainly been published, or certainly been read by somebody,
 *   by the end of the date; possibly, when its date is missing, or its precision or a qualifier (of either
 *   date) does not allow to say; else not.
 * - Nobody reports what has not happened: a source that was possibly there does not count for a fact that had
 *   certainly not begun, unless the fact is planned, speculated, denied or negated.
 * - A fact was known like the best of the sources cited in its support. Where none is, nothing says when it
 *   became known: possibly, once it can have begun.
 * - Somebody was known like the best of the facts that they take part in and of the sources cited for
 *   themselves; without either, nothing says since when: possibly, once their life can have begun. What is
 *   written of them alone (their profile: life span, summary, link, image) was known like the best of their
 *   own sources, or where they have none, like themselves.
 * - A fact had the date, amount and share, and somebody the life span, that the sources gave by then, where
 *   later ones may have given the others (readings.h). */
#pragma once

#include <gio/gio.h>

#include "model/bundle.h"

G_BEGIN_DECLS

typedef struct _WhenceKnownBy WhenceKnownBy;

/* @date is EDTF, and has an end. NULL with @error set (a sentence) where it is not. Linear in the citations.
 * Transfer full. */
WhenceKnownBy *whence_known_by_new (WhenceBundle *bundle, const char *date, GError **error);
/* The same in a worker: cancelled, NULL soon, with G_IO_ERROR_CANCELLED. */
WhenceKnownBy *whence_known_by_weigh (WhenceBundle *bundle, const char *date, GCancellable *cancellable,
                                      GError **error);
/* The same of @bundle, which has the same records. Constant time in them. Transfer full. */
WhenceKnownBy *whence_known_by_of (WhenceKnownBy *known_by, WhenceBundle *bundle);
WhenceKnownBy *whence_known_by_ref (WhenceKnownBy *known_by);
void whence_known_by_unref (WhenceKnownBy *known_by);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceKnownBy, whence_known_by_unref)

/* Whether a date has an end; FALSE with @error set like above. */
gboolean whence_known_by_accepts (const char *date, GError **error);
/* Whether both say the same of the same bundle; either may be NULL. */
gboolean whence_known_by_equal (const WhenceKnownBy *a, const WhenceKnownBy *b);

/* The bundle as it was told by then: the same records by the same numbers, but facts have the values, and
 * somebody the life span, that were known, and where these differ, no words of their own, since they may tell
 * the others. @bundle is the one that @known_by is of, and what is returned where @known_by is NULL. Transfer
 * none. */
WhenceBundle *whence_known_by_get_bundle (const WhenceKnownBy *known_by, WhenceBundle *bundle);

/* As it was given. Transfer none. */
const char *whence_known_by_get_date (const WhenceKnownBy *known_by);
/* Where open ends run to, as it was then: the latest instant of the bundle, but not beyond the date; NULL:
 * just that. */
gint64 whence_known_by_get_today (const WhenceKnownBy *known_by, const WhenceBundle *bundle);
/* "Known by May 2024". Transfer full. */
char *whence_known_by_to_text (const WhenceKnownBy *known_by);

/* The latest instant at which a source that counts can have been written: no later than it was published,
 * read, and looked at. */
gint64 whence_known_by_get_writing (const WhenceKnownBy *known_by, guint32 source);

/* Where @known_by is NULL, no date is looked at, and everything is known for certain. */
WhenceActivity whence_known_by_get_source (const WhenceKnownBy *known_by, guint32 source);
WhenceActivity whence_known_by_get_fact (const WhenceKnownBy *known_by, guint32 fact);
/* How the @i-th citation of the fact counts. */
WhenceActivity whence_known_by_get_citation (const WhenceKnownBy *known_by, guint32 fact, guint i);
/* Whether what the @i-th citation says is part of what was known: where some citation in support of the fact
 * was certainly there, those that were; else those that possibly were, too. */
gboolean whence_known_by_counts (const WhenceKnownBy *known_by, guint32 fact, guint i);

/* Nobody reports what has not happened, but what is planned, speculated, denied or negated. */
gboolean whence_fact_looks_ahead (const WhenceBundle *bundle, guint32 fact);

/* The same of somebody, of what is written of them alone, and of the @i-th of their own citations; whether
 * that counts beside the others. */
WhenceActivity whence_known_by_get_entity (const WhenceKnownBy *known_by, guint32 entity);
WhenceActivity whence_known_by_get_profile (const WhenceKnownBy *known_by, guint32 entity);
WhenceActivity whence_known_by_get_entity_citation (const WhenceKnownBy *known_by, guint32 entity, guint i);
gboolean whence_known_by_entity_counts (const WhenceKnownBy *known_by, guint32 entity, guint i);

/* Whether a citation of @source, by the fact or by the entity itself, was part of what was known. */
gboolean whence_known_by_fact_cites (const WhenceKnownBy *known_by, const WhenceBundle *bundle, guint32 fact,
                                     guint32 source);
gboolean whence_known_by_entity_cites (const WhenceKnownBy *known_by, const WhenceBundle *bundle,
                                       guint32 entity, guint32 source);

G_END_DECLS
