/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of an edit share: the bundle that becomes the edited one, and what is changed in it. */
#pragma once

#include "model/reader-private.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceRecordKind kind;
  guint32 index; /* of the record that is replaced; WHENCE_NONE: a new one */
  guint32 at;    /* of its text; WHENCE_NONE: it is removed */
  const char *id;
} Change;

typedef struct
{
  Reader reader;
  const WhenceBundle *old;
  GString *text;
  GArray *changes;     /* of Change */
  GHashTable *changed; /* kind and index of the records that are read again */
  GHashTable *removed; /* of the removed */
  gboolean header_changed, records_changed, ids_changed;
  gboolean story_changed; /* more than what stands beside the records */
  GError **error;
} EditState;

/* Each returns FALSE with the error set. */
gboolean whence_edit_refuse (EditState *edit, const char *message);
gboolean whence_edit_check_json (EditState *edit, const char *json, guint depth);

gboolean whence_edit_is_removed (EditState *edit, WhenceRecordKind kind, guint32 index);
gboolean whence_edit_has_change (EditState *edit, WhenceRecordKind kind, guint32 index);
/* @json: the record's new text; NULL: it is removed. */
void whence_edit_add_change (EditState *edit, WhenceRecordKind kind, guint32 index, const char *id,
                             const char *json);

/* Puts @json in the place of the header member @key, or takes it out if NULL. */
gboolean whence_edit_header (EditState *edit, const char *key, const char *json);
/* Understands the header anew. */
void whence_edit_apply_header (EditState *edit);

/* Adds to the changes what referred to a removed record, and what may now find the id that it missed. O(all
 * references). */
void whence_edit_read_affected_again (EditState *edit);

G_END_DECLS
