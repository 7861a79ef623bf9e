/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks with a reference count in front. A block that only this table holds may be written; a shared one is
 * copied first. Appending is constant time and never moves an element, so a load has no peaks of twice its
 * size. */
#include "model/table.h"

#include <stddef.h>
#include <string.h>

#define BLOCK_LENGTH (1u << WHENCE_TABLE_SHIFT)

/* In front of a block, as long as the strictest alignment. GLib's counted boxes cannot tell whether they are
 * shared. */
typedef union
{
  gint references;
  max_align_t alignment;
} Header;

static Header *
header_of (char *block)
{
  return (Header *) (gpointer) (block - sizeof (Header));
}

static char *
new_block (guint32 element_size)
{
  char *memory = g_malloc0 (sizeof (Header) + (gsize) BLOCK_LENGTH * element_size);

  memory += sizeof (Header);
  header_of (memory)->references = 1;
  return memory;
}

static void
release_block (char *block)
{
  if (g_atomic_int_dec_and_test (&header_of (block)->references))
    g_free (header_of (block));
}

void
whence_table_init (WhenceTable *table, guint element_size)
{
  *table = (WhenceTable){ .size = element_size };
}

void
whence_table_clear (WhenceTable *table)
{
  for (guint32 i = 0; i < table->n_blocks; i++)
    release_block (table->blocks[i]);
  g_free (table->blocks);
  whence_table_init (table, table->size);
}

void
whence_table_copy (WhenceTable *to, const WhenceTable *from)
{
  *to = *from;
  to->n_allocated = from->n_blocks;
  to->blocks = g_new (char *, from->n_blocks);
  for (guint32 i = 0; i < from->n_blocks; i++)
    {
      to->blocks[i] = from->blocks[i];
      g_atomic_int_inc (&header_of (to->blocks[i])->references);
    }
}

gpointer
whence_table_append (WhenceTable *table)
{
  if (table->n >> WHENCE_TABLE_SHIFT == table->n_blocks)
    {
      if (table->n_blocks == table->n_allocated)
        {
          table->n_allocated = MAX (4, table->n_allocated * 2);
          table->blocks = g_renew (char *, table->blocks, table->n_allocated);
        }
      table->blocks[table->n_blocks++] = new_block (table->size);
    }
  table->n++;
  return memset (whence_table_write (table, table->n - 1), 0, table->size);
}

gpointer
whence_table_write (WhenceTable *table, guint32 i)
{
  char **block = &table->blocks[i >> WHENCE_TABLE_SHIFT];

  if (g_atomic_int_get (&header_of (*block)->references) > 1)
    {
      char *own = new_block (table->size);

      memcpy (own, *block, (gsize) BLOCK_LENGTH * table->size);
      release_block (*block);
      *block = own;
    }
  return *block + (gsize) (i & WHENCE_TABLE_MASK) * table->size;
}
