/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Key files named by the hash of the URI. Invariant: there are at most MOST_STORIES of them; whatever is in
 * one, at worst it is not obeyed. */
#include "app/story-memory.h"

#include <glib/gstdio.h>
#include <string.h>

#define MOST_STORIES 500
#define MOST_ENTITIES 200
#define SUFFIX ".ini"

/* --- Files --- */

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "whence", "stories", NULL);
}

static char *
get_path (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file), *folder = get_folder ();
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *name = g_strconcat (sum, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

GKeyFile *
whence_story_memory_read (GFile *file)
{
  g_autofree char *path = get_path (file);
  g_autoptr (GKeyFile) memory = g_key_file_new ();

  return g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL) ? g_steal_pointer (&memory) : NULL;
}

typedef struct
{
  char *path;
  gint64 time;
} Story;

static void
story_clear (gpointer data)
{
  g_free (((Story *) data)->path);
}

static int
later_first (gconstpointer a, gconstpointer b)
{
  const Story *one = a, *other = b;

  return one->time != other->time ? (one->time < other->time) - (one->time > other->time)
                                  : strcmp (one->path, other->path);
}

/* Transfer full; elements are Story. */
static GArray *
list_stories (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GArray *stories = g_array_new (FALSE, FALSE, sizeof (Story));
  const char *name;

  g_array_set_clear_func (stories, story_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Story story = { .path = g_build_filename (folder, name, NULL) };
      GStatBuf info;
      if (g_str_has_suffix (name, SUFFIX) && g_stat (story.path, &info) == 0)
        story.time = (gint64) info.st_mtime;
      g_array_append_val (stories, story);
    }
  g_array_sort (stories, later_first);
  return stories;
}

/* --- Writing --- */

typedef struct
{
  guint32 entity;
  guint n_facts;
} Known;

static int
best_known_first (gconstpointer a, gconstpointer b)
{
  const Known *one = a, *other = b;

  return one->n_facts != other->n_facts ? (one->n_facts < other->n_facts) - (one->n_facts > other->n_facts)
                                        : (one->entity > other->entity) - (one->entity < other->entity);
}

static void
note_entities (const WhenceBundle *bundle, GKeyFile *memory)
{
  guint n = whence_bundle_get_n_entities (bundle), n_noted = MIN (n, MOST_ENTITIES);
  g_autofree Known *known = g_new (Known, MAX (1, n));
  g_autofree const char **ids = g_new0 (const char *, n_noted + 1),
                        **names = g_new0 (const char *, n_noted + 1);

  for (guint i = 0; i < n; i++)
    {
      known[i].entity = i;
      whence_bundle_get_entity_facts (bundle, i, &known[i].n_facts);
    }
  if (n > 1)
    qsort (known, n, sizeof *known, best_known_first);
  for (guint i = 0; i < n_noted; i++)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (bundle, known[i].entity, &entity);
      ids[i] = entity.id;
      names[i] = entity.name;
    }
  g_key_file_set_string_list (memory, "Story", "ids", ids, n_noted);
  g_key_file_set_string_list (memory, "Story", "names", names, n_noted);
}

void
whence_story_memory_write (GFile *file, const WhenceBundle *bundle, GKeyFile *memory)
{
  g_autofree char *folder = get_folder (), *path = get_path (file), *uri = g_file_get_uri (file),
                  *name = g_file_get_basename (file);
  const char *title = whence_bundle_get_title (bundle);
  g_autoptr (GArray) stories = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return;
  g_key_file_set_string (memory, "Story", "uri", uri);
  g_key_file_set_string (memory, "Story", "title", title != NULL && *title != '\0' ? title : name);
  note_entities (bundle, memory);
  if (!g_key_file_save_to_file (memory, path, NULL))
    return;
  stories = list_stories ();
  for (guint i = MOST_STORIES; i < stories->len; i++)
    g_unlink (g_array_index (stories, Story, i).path);
}

/* --- Reading all --- */

static void
read_story (const char *path, WhenceStoryMemoryFunc func, gpointer user_data)
{
  g_autoptr (GKeyFile) memory = g_key_file_new ();
  g_autofree char *uri = NULL, *title = NULL;
  g_auto (GStrv) ids = NULL, names = NULL;

  if (!g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL))
    return;
  uri = g_key_file_get_string (memory, "Story", "uri", NULL);
  title = g_key_file_get_string (memory, "Story", "title", NULL);
  ids = g_key_file_get_string_list (memory, "Story", "ids", NULL, NULL);
  names = g_key_file_get_string_list (memory, "Story", "names", NULL, NULL);
  if (uri == NULL || title == NULL || strchr (uri, ' ') != NULL)
    return;
  func (&(WhenceStoryMemory){ .uri = uri,
                              .title = title,
                              .ids = ids,
                              .names = names,
                              .n_entities = ids != NULL && names != NULL
                                              ? MIN (g_strv_length (ids), g_strv_length (names))
                                              : 0 },
        user_data);
}

void
whence_story_memory_for_each (WhenceStoryMemoryFunc func, gpointer user_data)
{
  g_autoptr (GArray) stories = list_stories ();

  for (guint i = 0; i < stories->len; i++)
    read_story (g_array_index (stories, Story, i).path, func, user_data);
}
