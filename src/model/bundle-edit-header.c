/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of the header: one member after another, then the whole is understood anew. Its problems are found
 * again with it, and keep their places in the file. */
#include "model/bundle-edit-private.h"
#include "model/writer-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Where a new member goes: before the arrays, but positions and such behind everything. */
static int
place_of_new (const GPtrArray *header, const char *key)
{
  if (g_str_equal (key, "view"))
    return -1;
  for (guint i = 0; i < header->len; i++)
    if (((const HeaderMember *) g_ptr_array_index (header, i))->value == NULL)
      return (int) i;
  return -1;
}

/* No record says anything else for it. */
static gboolean
stands_aside (const char *key)
{
  return g_str_equal (key, "title") || g_str_equal (key, "view");
}

gboolean
whence_edit_header (EditState *edit, const char *key, const char *json)
{
  GPtrArray *header = edit->reader.bundle->header;
  GString *compact, *key_json;
  HeaderMember *member;
  guint at = 0;
  gboolean is_there;

  if (g_str_equal (key, "whence") || whence_array_named (key) != WHENCE_RECORD_HEADER)
    return whence_edit_refuse (edit, _ ("This member of the header cannot be changed."));
  if (json != NULL && !whence_edit_check_json (edit, json, WHENCE_READER_MAX_DEPTH - 1))
    return FALSE;
  edit->header_changed = TRUE;
  edit->story_changed = edit->story_changed || !stands_aside (key);
  while (at < header->len && !g_str_equal (((HeaderMember *) g_ptr_array_index (header, at))->key, key))
    at++;
  is_there = at < header->len;
  if (is_there)
    g_ptr_array_remove_index (header, at);
  if (json == NULL)
    return TRUE;
  compact = g_string_new (NULL);
  key_json = g_string_new (NULL);
  whence_json_append_compact (json, strlen (json), compact);
  whence_json_append_string (key, strlen (key), key_json);
  member =
    whence_header_member_new (key, key_json->str, g_string_free (compact, FALSE), WHENCE_RECORD_HEADER);
  g_string_free (key_json, TRUE);
  g_ptr_array_insert (header, is_there ? (int) at : place_of_new (header, key), member);
  return TRUE;
}

/* Takes the header's problems out, and returns them by path. */
static GHashTable *
take_header_problems (WhenceBundle *bundle)
{
  GPtrArray *problems = bundle->problems;
  GHashTable *taken = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, whence_owned_problem_release);
  guint kept = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      OwnedProblem *owned = g_ptr_array_index (problems, i);

      if (owned->kind == WHENCE_RECORD_HEADER && owned->index == 0)
        g_hash_table_replace (taken, owned->problem.path, g_atomic_rc_box_acquire (owned));
    }
  g_ptr_array_set_free_func (problems, NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      OwnedProblem *owned = g_ptr_array_index (problems, i);

      if (owned->kind == WHENCE_RECORD_HEADER && owned->index == 0)
        whence_owned_problem_release (owned);
      else
        problems->pdata[kept++] = owned;
    }
  g_ptr_array_set_size (problems, (int) kept);
  g_ptr_array_set_free_func (problems, whence_owned_problem_release);
  return taken;
}

/* The problems of the header are found again; where they are in the file is known from before. */
void
whence_edit_apply_header (EditState *edit)
{
  Reader *reader = &edit->reader;
  GPtrArray *problems = reader->bundle->problems;
  g_autoptr (GHashTable) before = take_header_problems (reader->bundle);
  guint first = problems->len;

  whence_reader_apply_header (reader);
  for (guint i = first; i < problems->len; i++)
    {
      OwnedProblem *now = g_ptr_array_index (problems, i);
      const OwnedProblem *then = g_hash_table_lookup (before, now->problem.path);

      if (then != NULL && then->problem.code == now->problem.code)
        {
          now->problem.line = then->problem.line;
          now->problem.column = then->problem.column;
        }
    }
}
