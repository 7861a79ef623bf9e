/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header: every member outside the three arrays. All are kept as text in their order; title, summary,
 * language, types and saved positions are understood besides. */
#include "model/reader-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
is_usable_key (const Reader *reader, guint32 key)
{
  return (whence_reader_token (reader, key)->flags & (WHENCE_JSON_DUPLICATE | WHENCE_JSON_HAS_NUL)) == 0;
}

guint32
whence_reader_next_key (const Reader *reader, guint32 object, guint32 key)
{
  guint32 end = whence_reader_token (reader, object)->next;

  do
    key = key == 0 ? object + 1 : whence_reader_token (reader, key + 1)->next;
  while (key < end && !is_usable_key (reader, key));
  return key < end ? key : 0;
}

gboolean
whence_reader_expect_object (Reader *reader, guint32 token)
{
  if (whence_reader_token (reader, token)->type == WHENCE_JSON_OBJECT)
    return TRUE;
  whence_reader_note (
    reader, WHENCE_PROBLEM_WRONG_TYPE, token,
    g_strdup (_ ("An object in curly brackets is expected here; the value is passed over.")));
  return FALSE;
}

gboolean
whence_reader_is_text (Reader *reader, guint32 token)
{
  const WhenceJsonToken *value = whence_reader_token (reader, token);

  if (value->type != WHENCE_JSON_STRING)
    {
      whence_reader_note (reader, WHENCE_PROBLEM_WRONG_TYPE, token,
                          g_strdup (_ ("A string is expected here; the value is passed over.")));
      return FALSE;
    }
  return (value->flags & WHENCE_JSON_HAS_NUL) == 0;
}

/* --- Positions -------------------------------------------------------------------------------------- */

/* Scenes compute with differences of positions; beyond this they would lose whole pixels. */
#define MAX_POSITION 1e9

static gboolean
get_coordinate (Reader *reader, guint32 index, double *out)
{
  const WhenceJsonToken *token = whence_reader_token (reader, index);

  if (token->type != WHENCE_JSON_NUMBER)
    return FALSE;
  *out = g_ascii_strtod (reader->scanner.text + token->start, NULL);
  return fabs (*out) <= MAX_POSITION;
}

static void
read_position (Reader *reader, guint32 key)
{
  WhenceBundle *bundle = reader->bundle;
  const WhenceJsonToken *value = whence_reader_token (reader, key + 1);
  const char *id = whence_reader_decode (reader, key);
  guint32 entity = whence_bundle_find (bundle, WHENCE_RECORD_ENTITY, id, reader->scratch->len);
  double x, y;

  if (value->type != WHENCE_JSON_ARRAY || value->next != key + 4 || !get_coordinate (reader, key + 2, &x)
      || !get_coordinate (reader, key + 3, &y))
    whence_reader_note (
      reader, WHENCE_PROBLEM_BAD_POSITION, key + 1,
      g_strdup (_ ("A position is a pair of finite numbers, such as [120, -40]; it is passed over.")));
  else if (entity == WHENCE_NONE)
    whence_reader_note (
      reader, WHENCE_PROBLEM_DANGLING_ID, key,
      /* Translators: %s is an id */
      g_strdup_printf (_ ("There is no entity with the id “%s”; its position is passed over."), id));
  else
    {
      bundle->positions[2 * entity] = x;
      bundle->positions[2 * entity + 1] = y;
    }
}

static void
read_positions (Reader *reader, guint32 object)
{
  WhenceBundle *bundle = reader->bundle;

  if (!whence_reader_expect_object (reader, object))
    return;
  bundle->positions = g_atomic_rc_box_alloc (sizeof (double) * MAX (1, 2 * (gsize) bundle->entities.n));
  for (guint32 i = 0; i < 2 * bundle->entities.n; i++)
    bundle->positions[i] = NAN;
  for (guint32 key = 0; (key = whence_reader_next_key (reader, object, key)) != 0;)
    read_position (reader, key);
}

static void
read_view (Reader *reader, guint32 object)
{
  if (!whence_reader_expect_object (reader, object))
    return;
  for (guint32 key = 0; (key = whence_reader_next_key (reader, object, key)) != 0;)
    if (g_str_equal (whence_reader_decode (reader, key), "positions"))
      read_positions (reader, key + 1);
}

/* --- The members ------------------------------------------------------------------------------------ */

static void
read_text_into (Reader *reader, guint32 token, char **out)
{
  if (whence_reader_is_text (reader, token))
    *out = g_strdup (whence_reader_decode (reader, token));
}

static void
read_header_member (Reader *reader, const HeaderMember *member)
{
  WhenceBundle *bundle = reader->bundle;
  g_autoptr (GString) path = g_string_new ("$");

  whence_json_append_path_step (member->key, strlen (member->key), path);
  reader->kind = WHENCE_RECORD_HEADER;
  reader->root = 0;
  reader->path = path->str;
  if (reader->scanner.n_odd > 0)
    whence_reader_note_odd_tokens (reader, 0);
  if (g_str_equal (member->key, "title"))
    read_text_into (reader, 0, &bundle->title);
  else if (g_str_equal (member->key, "summary"))
    read_text_into (reader, 0, &bundle->summary);
  else if (g_str_equal (member->key, "language"))
    read_text_into (reader, 0, &bundle->language);
  else if (g_str_equal (member->key, "types"))
    whence_reader_read_types (reader, 0);
  else if (g_str_equal (member->key, "view"))
    read_view (reader, 0);
  else if (whence_array_named (member->key) != WHENCE_RECORD_HEADER)
    whence_reader_note (
      reader, WHENCE_PROBLEM_WRONG_TYPE, 0,
      g_strdup (_ ("A list in square brackets is expected here; the value is passed over.")));
}

void
whence_reader_apply_header (Reader *reader)
{
  WhenceBundle *bundle = reader->bundle;
  WhenceJsonScanner of_text = reader->scanner;

  reader->index = 0;
  g_clear_pointer (&bundle->title, g_free);
  g_clear_pointer (&bundle->summary, g_free);
  g_clear_pointer (&bundle->language, g_free);
  g_clear_pointer (&bundle->positions, g_atomic_rc_box_release);
  whence_reader_reset_types (bundle);
  for (guint i = 0; i < bundle->header->len; i++)
    {
      const HeaderMember *member = g_ptr_array_index (bundle->header, i);

      if (member->value == NULL || member->is_duplicate)
        continue;
      if (reader->header_at->len > 0)
        reader->scanner.at = g_array_index (reader->header_at, guint32, i);
      else
        {
          reader->scanner.text = member->value;
          reader->scanner.length = (guint32) strlen (member->value);
          reader->scanner.at = 0;
        }
      if (whence_json_scan_value (&reader->scanner))
        read_header_member (reader, member);
    }
  reader->scanner.text = of_text.text;
  reader->scanner.length = of_text.length;
}
