/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures of the entities in a scene: from data: URIs, or from files below the folder of the bundle,
 * which no path and no link leaves. Immutable, reference counted, shared between threads. */
#pragma once

#include "layout/graph-scene.h"
#include "paint/image.h"

G_BEGIN_DECLS

typedef struct _WhencePortraits WhencePortraits;

/* Reads and decodes the pictures of those visible nodes of @scene that are large enough to show one:
 * blocking, for workers. @file is that of the bundle; NULL, or not on this machine: data: images only. What
 * @previous holds, which may be NULL and counts only if of the same file, is not read again. NULL only when
 * cancelled. Transfer full. */
WhencePortraits *whence_portraits_new (const WhenceGraphScene *scene, GFile *file,
                                       const WhencePortraits *previous, GCancellable *cancellable);
WhencePortraits *whence_portraits_ref (WhencePortraits *portraits);
void whence_portraits_unref (WhencePortraits *portraits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhencePortraits, whence_portraits_unref)

/* NULL: none, or it cannot be shown. Transfer none. */
WhenceImage *whence_portraits_get (const WhencePortraits *portraits, guint32 entity);
/* How many cannot be shown; @reason is a sentence about the first of them, NULL if there is none. */
guint whence_portraits_get_n_failed (const WhencePortraits *portraits, const char **reason);

/* The picture at @path below @folder, or in the data: URI @path. NULL with @error set. Transfer full. */
WhenceImage *whence_portrait_load (const char *path, GFile *folder, GError **error);
#define WHENCE_PORTRAIT_MAX_LENGTH (8 * 1024 * 1024) /* bytes, of a file */

G_END_DECLS
