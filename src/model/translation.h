/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the records of one bundle are in another state of the same story: by their ids, which stay when
 * others come and go. Immutable once it is worked out. */
#pragma once

#include <gio/gio.h>

#include "model/bundle.h"

G_BEGIN_DECLS

typedef struct _WhenceTranslation WhenceTranslation;

/* Each kind of record is gone over when it is first asked for, by whichever thread owns it then. Transfer
 * full.
 */
WhenceTranslation *whence_translation_new (WhenceBundle *from, WhenceBundle *to);
void whence_translation_free (WhenceTranslation *translation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceTranslation, whence_translation_free)

/* Transfer none. */
WhenceBundle *whence_translation_get_from (const WhenceTranslation *translation);
WhenceBundle *whence_translation_get_to (const WhenceTranslation *translation);

/* Goes over all of them at once, for a worker that is about to hand it over. Linear in the records, and a
 * look at two texts for each where they follow one another as before. FALSE: it was cancelled on the way. */
gboolean whence_translation_prepare (WhenceTranslation *translation, GCancellable *cancellable);

/* The index in the other bundle; WHENCE_NONE: it is gone. @kind is not the header. Constant time, but for the
 * first of a kind. */
guint32 whence_translation_get (WhenceTranslation *translation, WhenceRecordKind kind, guint32 index);

G_END_DECLS
