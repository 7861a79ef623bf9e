/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys that an object has twice: compared pairwise while they are few, else by hash, so that a duplicate
 * costs nothing to find in an ordinary record. */
#include "model/json-scan-private.h"

#include <string.h>

#include "model/json-value.h"

/* Objects with more members than this are checked by a hash table. */
#define PAIRWISE_KEYS 24

static void
flag_duplicate (WhenceJsonScanner *scanner, guint32 key)
{
  whence_json_token_at (scanner, key)->flags |= WHENCE_JSON_DUPLICATE;
  scanner->n_odd++;
}

static void
find_duplicates_by_hash (WhenceJsonScanner *scanner, guint32 first, guint32 end)
{
  g_autoptr (GHashTable) keys =
    g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);

  for (guint32 key = first; key < end; key = whence_json_token_at (scanner, key + 1)->next)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      whence_json_decode (scanner->text, whence_json_token_at (scanner, key), name);
      if (!g_hash_table_add (keys, g_bytes_new (name->str, name->len)))
        flag_duplicate (scanner, key);
    }
}

static gboolean
keys_are_equal (const WhenceJsonScanner *scanner, guint32 i, guint32 j)
{
  const WhenceJsonToken *a = whence_json_token_at (scanner, i), *b = whence_json_token_at (scanner, j);
  g_autoptr (GString) first = NULL, second = NULL;

  if (((a->flags | b->flags) & WHENCE_JSON_ESCAPED) == 0)
    return a->end - a->start == b->end - b->start
           && memcmp (scanner->text + a->start, scanner->text + b->start, a->end - a->start) == 0;
  first = g_string_new (NULL);
  second = g_string_new (NULL);
  whence_json_decode (scanner->text, a, first);
  whence_json_decode (scanner->text, b, second);
  return g_string_equal (first, second);
}

void
whence_json_find_duplicates (WhenceJsonScanner *scanner, guint32 object)
{
  guint32 end = scanner->tokens->len, keys[PAIRWISE_KEYS];
  guint n_keys = 0;

  for (guint32 key = object + 1; key < end; key = whence_json_token_at (scanner, key + 1)->next)
    {
      if (n_keys == PAIRWISE_KEYS)
        {
          find_duplicates_by_hash (scanner, object + 1, end);
          return;
        }
      keys[n_keys++] = key;
    }
  for (guint i = 1; i < n_keys; i++)
    for (guint j = 0; j < i; j++)
      if (keys_are_equal (scanner, keys[i], keys[j]))
        {
          flag_duplicate (scanner, keys[i]);
          break;
        }
}
