/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in blocks of whole pages; blocks double from one page to sixteen, and a string longer than that gets a
 * block to itself. A block is contiguous, so a string may run over pages. Adding is a copy; interning one
 * probe more. */
#include "model/string-arena.h"

#include <string.h>

#define PAGE_SIZE (1u << WHENCE_STRINGS_PAGE_SHIFT)
#define MAX_PAGES (1u << (32 - WHENCE_STRINGS_PAGE_SHIFT))
#define MAX_BLOCK_PAGES 16u

guint32
whence_text_hash (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) text[i]) * 16777619u;
  hash ^= hash >> 15;
  return hash * 0x2c1b3c6du;
}

void
whence_strings_init (WhenceStrings *strings)
{
  *strings = (WhenceStrings){ .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref) };
}

void
whence_strings_clear (WhenceStrings *strings)
{
  whence_strings_seal (strings);
  g_free (strings->pages);
  g_clear_pointer (&strings->blocks, g_ptr_array_unref);
}

void
whence_strings_copy (WhenceStrings *to, const WhenceStrings *from)
{
  whence_strings_init (to);
  to->n_pages = to->n_allocated = to->n_shared = from->n_pages;
  to->pages = g_new (char *, from->n_pages);
  for (guint32 i = 0; i < from->n_pages; i++)
    to->pages[i] = from->pages[i];
  for (guint i = 0; i < from->blocks->len; i++)
    g_ptr_array_add (to->blocks, g_bytes_ref (g_ptr_array_index (from->blocks, i)));
}

void
whence_strings_seal (WhenceStrings *strings)
{
  g_clear_pointer (&strings->interned, g_free);
  strings->n_interned = strings->interned_mask = 0;
}

static void
add_block (WhenceStrings *strings, gsize length)
{
  /* Reference space is what edits use up, so their blocks begin small. */
  guint32 usual = MIN (MAX_BLOCK_PAGES, MAX (1, strings->n_pages - strings->n_shared));
  gsize n_pages = MAX (usual, (length + PAGE_SIZE - 1) / PAGE_SIZE);
  char *memory;

  if (n_pages > MAX_PAGES - strings->n_pages)
    g_error ("The text of a bundle is limited to 4 GiB");
  memory = g_malloc (n_pages * PAGE_SIZE);
  g_ptr_array_add (strings->blocks, g_bytes_new_take (memory, n_pages * PAGE_SIZE));
  strings->at = strings->n_pages * PAGE_SIZE;
  strings->end = strings->at + (guint32) (n_pages * PAGE_SIZE - 1);
  for (gsize i = 0; i < n_pages; i++)
    {
      if (strings->n_pages == strings->n_allocated)
        {
          strings->n_allocated = MAX (8, strings->n_allocated * 2);
          strings->pages = g_renew (char *, strings->pages, strings->n_allocated);
        }
      strings->pages[strings->n_pages++] = memory + i * PAGE_SIZE;
    }
  /* Reference 0 means that there is no string. */
  if (strings->at == 0)
    strings->at = 1;
}

WhenceString
whence_strings_add (WhenceStrings *strings, const char *text, gsize length)
{
  WhenceString string;
  char *to;

  if (length >= strings->end - strings->at)
    add_block (strings, length + 2);
  string = strings->at;
  to = strings->pages[string >> WHENCE_STRINGS_PAGE_SHIFT] + (string & (PAGE_SIZE - 1));
  memcpy (to, text, length);
  to[length] = '\0';
  strings->at += (guint32) length + 1;
  return string;
}

static void
grow_interned (WhenceStrings *strings)
{
  guint32 *old = strings->interned;
  guint32 n_old = old != NULL ? strings->interned_mask + 1 : 0;

  strings->interned_mask = MAX (256, n_old * 2) - 1;
  strings->interned = g_new0 (guint32, strings->interned_mask + 1);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i] != 0)
      {
        const char *text = whence_strings_get (strings, old[i]);
        guint32 slot = whence_text_hash (text, strlen (text)) & strings->interned_mask;

        while (strings->interned[slot] != 0)
          slot = (slot + 1) & strings->interned_mask;
        strings->interned[slot] = old[i];
      }
  g_free (old);
}

WhenceString
whence_strings_intern (WhenceStrings *strings, const char *text, gsize length)
{
  guint32 slot;

  if (strings->interned == NULL || strings->n_interned > strings->interned_mask / 2)
    grow_interned (strings);
  slot = whence_text_hash (text, length) & strings->interned_mask;
  for (; strings->interned[slot] != 0; slot = (slot + 1) & strings->interned_mask)
    {
      const char *known = whence_strings_get (strings, strings->interned[slot]);

      if (strncmp (known, text, length) == 0 && known[length] == '\0')
        return strings->interned[slot];
    }
  strings->n_interned++;
  return strings->interned[slot] = whence_strings_add (strings, text, length);
}
