/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Problems of what is read, with their paths; their places are found when all is read. O(n log n) in the
 * problems, and one pass over the text. */
#include "model/reader-private.h"

#include <glib/gi18n-lib.h>

/* "$.facts[12]"; in JSON Lines, where every line is a text of its own, "$.fact". Transfer full. */
static char *
path_of_record (const Reader *reader)
{
  if (reader->lines)
    return g_strdup_printf ("$.%s", whence_record_names[reader->kind]);
  return g_strdup_printf ("$.%s[%u]", whence_array_names[reader->kind], reader->nth);
}

void
whence_reader_note_at (Reader *reader, WhenceProblemCode code, guint32 at, char *path, char *message)
{
  OwnedProblem *owned = g_atomic_rc_box_new0 (OwnedProblem);

  owned->problem.code = code;
  owned->problem.path = path;
  owned->problem.message = message;
  owned->at = at;
  owned->kind = reader->kind;
  owned->index = reader->index;
  whence_reader_pin (reader, at, at);
  g_ptr_array_add (reader->bundle->problems, owned);
}

void
whence_reader_note (Reader *reader, WhenceProblemCode code, guint32 token, char *message)
{
  g_autofree char *record_path = NULL;
  GString *path;

  if (reader->path == NULL)
    record_path = path_of_record (reader);
  path = g_string_new (record_path != NULL ? record_path : reader->path);
  whence_json_append_path (&reader->scanner, reader->root, token, path);
  reader->odd = TRUE;
  whence_reader_note_at (reader, code, whence_reader_token (reader, token)->start,
                         g_string_free (path, FALSE), message);
}

void
whence_reader_note_odd_token (Reader *reader, guint32 token)
{
  guint8 flags = whence_reader_token (reader, token)->flags;

  if (flags & WHENCE_JSON_DUPLICATE)
    whence_reader_note (reader, WHENCE_PROBLEM_DUPLICATE_KEY, token,
                        g_strdup (_ ("This member is there twice; the first one is used.")));
  if (flags & WHENCE_JSON_HAS_NUL)
    whence_reader_note (reader, WHENCE_PROBLEM_NUL, token,
                        g_strdup (_ ("A text holds the character U+0000; it is passed over.")));
}

void
whence_reader_note_odd_tokens (Reader *reader, guint32 token)
{
  for (guint32 i = token; i < whence_reader_token (reader, token)->next; i++)
    whence_reader_note_odd_token (reader, i);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const OwnedProblem *first = *(const OwnedProblem *const *) a, *second = *(const OwnedProblem *const *) b;

  return first->at < second->at ? -1 : first->at > second->at;
}

void
whence_reader_place_problems (Reader *reader)
{
  GPtrArray *problems = reader->bundle->problems;
  WhenceJsonPlace place = { reader->start, 1, 1 };

  /* GLib's sort is stable: problems of one place stay in the order in which they were noted. */
  g_ptr_array_sort (problems, compare_places);
  for (guint i = 0; i < problems->len; i++)
    {
      OwnedProblem *owned = g_ptr_array_index (problems, i);

      whence_reader_go_to (reader, &place, owned->at);
      owned->problem.line = place.line;
      owned->problem.column = place.column;
    }
}
