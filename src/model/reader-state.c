/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader: made and cleared, and the string that it looks at. */
#include "model/reader-private.h"

static void
know_types (Reader *reader)
{
  const WhenceBundle *bundle = reader->bundle;

  for (guint i = 0; i < bundle->fact_types->len; i++)
    g_hash_table_insert (reader->fact_types,
                         (gpointer) g_array_index (bundle->fact_types, WhenceFactType, i).name,
                         GUINT_TO_POINTER (i));
  for (guint i = 0; i < bundle->entity_types->len; i++)
    g_hash_table_insert (reader->entity_types,
                         (gpointer) g_array_index (bundle->entity_types, WhenceEntityType, i).name,
                         GUINT_TO_POINTER (i));
}

void
whence_reader_init (Reader *reader, const WhenceBundle *from, const char *text, guint32 length)
{
  *reader = (Reader){
    .bundle = whence_bundle_new_copy (from),
    .shape = g_string_new (NULL),
    .scratch = g_string_new (NULL),
    .pending = g_array_new (FALSE, FALSE, sizeof (Pending)),
    .header_at = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .dates = g_hash_table_new (NULL, NULL),
    .fact_types = g_hash_table_new (g_str_hash, g_str_equal),
    .entity_types = g_hash_table_new (g_str_hash, g_str_equal),
  };
  whence_json_scanner_init (&reader->scanner, text, length, WHENCE_READER_MAX_DEPTH);
  know_types (reader);
}

void
whence_reader_clear (Reader *reader)
{
  whence_json_scanner_clear (&reader->scanner);
  g_clear_pointer (&reader->bundle, whence_bundle_unref);
  g_string_free (reader->shape, TRUE);
  g_string_free (reader->scratch, TRUE);
  g_array_unref (reader->pending);
  g_array_unref (reader->header_at);
  g_clear_pointer (&reader->places, g_array_unref);
  g_clear_pointer (&reader->pins, g_free);
  g_hash_table_unref (reader->dates);
  g_hash_table_unref (reader->fact_types);
  g_hash_table_unref (reader->entity_types);
}

const char *
whence_reader_decode (Reader *reader, guint32 token)
{
  g_string_truncate (reader->scratch, 0);
  whence_json_decode (reader->scanner.text, whence_reader_token (reader, token), reader->scratch);
  return reader->scratch->str;
}
