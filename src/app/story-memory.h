/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where what is remembered of each story lies: one key file a story in the user's state folder, so that a
 * reporter's own file changes only when they save. */
#pragma once

#include <gio/gio.h>

#include "model/bundle.h"

G_BEGIN_DECLS

typedef struct
{
  const char *uri, *title;
  char **ids, **names; /* of entities, those of most facts first */
  guint n_entities;
} WhenceStoryMemory;

typedef void (*WhenceStoryMemoryFunc) (const WhenceStoryMemory *story, gpointer user_data);

/* NULL: never seen. Transfer full. */
GKeyFile *whence_story_memory_read (GFile *file);
/* Writes @memory with what the desktop's search wants to know of @bundle, and forgets what was not looked at
 * for longest. A folder that cannot be written to costs nothing but the memory. */
void whence_story_memory_write (GFile *file, const WhenceBundle *bundle, GKeyFile *memory);
/* Those last written first. */
void whence_story_memory_for_each (WhenceStoryMemoryFunc func, gpointer user_data);

G_END_DECLS
