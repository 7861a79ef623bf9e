/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bundle comes from anywhere, and so do the paths in it. Each step of a path is opened below the last one,
 * and none may be a link; the end must be a regular file and is read bounded. Pictures are kept by what names
 * them, so that many entities may share one. At most MOST are held. */
#include "paint/portraits.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "layout/graph-scene-private.h"

#define MOST 500

typedef struct
{
  WhenceImage *image; /* NULL: it cannot be shown, and why */
  char *reason;
} Portrait;

struct _WhencePortraits
{
  gatomicrefcount ref_count;
  WhenceBundle *bundle;
  GFile *file;           /* of the bundle, or NULL */
  GHashTable *by_name;   /* char* → Portrait */
  GHashTable *of_entity; /* index → WhenceImage, which the other table holds */
  guint n_failed;
  char *reason;
};

static void
portrait_free (gpointer data)
{
  Portrait *portrait = data;

  g_clear_pointer (&portrait->image, whence_image_unref);
  g_free (portrait->reason);
  g_free (portrait);
}

/* --- Files --------------------------------------------------------------------------------------- */

/* The descriptor of the last step of @path below @folder, or -1 with errno set. */
static int
open_below (const char *folder, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  int at = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC), next;

  for (guint i = 0; steps[i] != NULL && at >= 0; i++)
    {
      gboolean last = steps[i + 1] == NULL;
      if (!last && (*steps[i] == '\0' || g_str_equal (steps[i], ".")))
        continue;
      if (g_str_equal (steps[i], ".."))
        {
          close (at);
          errno = EACCES;
          return -1;
        }
      next =
        openat (at, steps[i],
                O_NOFOLLOW | O_CLOEXEC | (last ? O_RDONLY | O_NONBLOCK | O_NOCTTY : O_PATH | O_DIRECTORY));
      close (at);
      at = next;
    }
  return at;
}

static GBytes *
read_descriptor (int fd, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 piece[64 * 1024];
  gssize n;

  while ((n = read (fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR))
    {
      if (n > 0)
        g_byte_array_append (bytes, piece, (guint) n);
      if (bytes->len > WHENCE_PORTRAIT_MAX_LENGTH)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("it is larger than 8 MiB"));
          return NULL;
        }
    }
  if (n < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
read_below (GFile *folder, const char *path, GError **error)
{
  g_autofree char *base = folder != NULL ? g_file_get_path (folder) : NULL;
  GBytes *bytes = NULL;
  struct stat status;
  int fd;

  if (base == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("the story is in no folder of this machine"));
      return NULL;
    }
  fd = open_below (base, path);
  if (fd < 0 || fstat (fd, &status) != 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno),
                         errno == ELOOP ? _ ("it is a link") : g_strerror (errno));
  else if (!S_ISREG (status.st_mode))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("it is not a regular file"));
  else
    bytes = read_descriptor (fd, error);
  if (fd >= 0)
    close (fd);
  return bytes;
}

static GBytes *
read_data (const char *uri, GError **error)
{
  const char *comma = strchr (uri, ',');
  gsize length;
  guchar *data;

  if (comma == NULL || comma - uri < 7 || strncmp (comma - 7, ";base64", 7) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("it is not in Base64"));
      return NULL;
    }
  data = g_base64_decode (comma + 1, &length);
  return g_bytes_new_take (data, length);
}

WhenceImage *
whence_portrait_load (const char *path, GFile *folder, GError **error)
{
  g_autoptr (GBytes) bytes =
    g_str_has_prefix (path, "data:") ? read_data (path, error) : read_below (folder, path, error);

  return bytes != NULL ? whence_image_new (bytes, error) : NULL;
}

/* --- All of a scene ------------------------------------------------------------------------------ */

static Portrait *
portrait_load (const char *path, GFile *folder)
{
  Portrait *portrait = g_new0 (Portrait, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_str_has_prefix (path, "data:") ? g_strdup ("data:") : whence_text_clean (path);

  portrait->image = whence_portrait_load (path, folder, &error);
  if (portrait->image == NULL)
    /* Translators: what something is said of, and what is said: “face.png: it is a link”. */
    portrait->reason = g_strdup_printf (_ ("%s: %s"), name, error->message);
  return portrait;
}

static Portrait *
portrait_copy (const Portrait *portrait)
{
  Portrait *copy = g_new0 (Portrait, 1);

  copy->image = portrait->image != NULL ? whence_image_ref (portrait->image) : NULL;
  copy->reason = g_strdup (portrait->reason);
  return copy;
}

static const Portrait *
add (WhencePortraits *portraits, const char *path, GFile *folder, const WhencePortraits *previous)
{
  const Portrait *known = previous != NULL ? g_hash_table_lookup (previous->by_name, path) : NULL;
  Portrait *portrait = known != NULL ? portrait_copy (known) : portrait_load (path, folder);

  if (portrait->image == NULL)
    {
      portraits->n_failed++;
      if (portraits->reason == NULL)
        portraits->reason = g_strdup (portrait->reason);
    }
  g_hash_table_insert (portraits->by_name, g_strdup (path), portrait);
  return portrait;
}

static void
add_entity (WhencePortraits *portraits, guint32 index, GFile *folder, const WhencePortraits *previous)
{
  const Portrait *portrait;
  WhenceEntity entity;

  whence_bundle_get_entity (portraits->bundle, index, &entity);
  if (entity.image == NULL)
    return;
  portrait = g_hash_table_lookup (portraits->by_name, entity.image);
  if (portrait == NULL)
    portrait = add (portraits, entity.image, folder, previous);
  if (portrait->image != NULL)
    g_hash_table_insert (portraits->of_entity, GUINT_TO_POINTER (index), portrait->image);
}

static gboolean
is_beside (const WhencePortraits *portraits, GFile *file)
{
  return portraits->file == file
         || (portraits->file != NULL && file != NULL && g_file_equal (portraits->file, file));
}

WhencePortraits *
whence_portraits_new (const WhenceGraphScene *scene, GFile *file, const WhencePortraits *previous,
                      GCancellable *cancellable)
{
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (WhencePortraits) portraits = g_new0 (WhencePortraits, 1);

  g_atomic_ref_count_init (&portraits->ref_count);
  g_set_object (&portraits->file, file);
  if (previous != NULL && !is_beside (previous, file))
    previous = NULL;
  portraits->bundle = whence_bundle_ref (scene->graph->bundle);
  portraits->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, portrait_free);
  portraits->of_entity = g_hash_table_new (NULL, NULL);
  for (guint32 i = 0; i < scene->n_nodes && g_hash_table_size (portraits->by_name) < MOST; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (node->entity != WHENCE_NONE
          && whence_known_by_get_profile (whence_scope_get_known_by (scene->scope), node->entity)
               != WHENCE_ACTIVITY_NOT
          && node->radius >= WHENCE_GRAPH_PORTRAIT_RADIUS && whence_graph_node_is_visible (scene, node))
        add_entity (portraits, node->entity, folder, previous);
    }
  return g_steal_pointer (&portraits);
}

WhencePortraits *
whence_portraits_ref (WhencePortraits *portraits)
{
  g_atomic_ref_count_inc (&portraits->ref_count);
  return portraits;
}

void
whence_portraits_unref (WhencePortraits *portraits)
{
  if (!g_atomic_ref_count_dec (&portraits->ref_count))
    return;
  g_clear_object (&portraits->file);
  g_hash_table_unref (portraits->of_entity);
  g_hash_table_unref (portraits->by_name);
  whence_bundle_unref (portraits->bundle);
  g_free (portraits->reason);
  g_free (portraits);
}

WhenceImage *
whence_portraits_get (const WhencePortraits *portraits, guint32 entity)
{
  return portraits != NULL ? g_hash_table_lookup (portraits->of_entity, GUINT_TO_POINTER (entity)) : NULL;
}

guint
whence_portraits_get_n_failed (const WhencePortraits *portraits, const char **reason)
{
  *reason = portraits != NULL ? portraits->reason : NULL;
  return portraits != NULL ? portraits->n_failed : 0;
}
