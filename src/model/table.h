/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A growing array of fixed-size elements in blocks that several tables share: a copy costs one pointer a
 * block, and a write copies only the block it falls into. So an edited bundle keeps nearly everything of the
 * old one. Elements are plain memory. Reading is safe from any thread; a table is written by the one thread
 * that builds it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WHENCE_TABLE_SHIFT 10
#define WHENCE_TABLE_MASK ((1u << WHENCE_TABLE_SHIFT) - 1)

typedef struct
{
  char **blocks; /* each of 1 << WHENCE_TABLE_SHIFT elements, reference counted */
  guint32 n_blocks, n_allocated;
  guint32 n;    /* elements */
  guint32 size; /* bytes of one */
} WhenceTable;

void whence_table_init (WhenceTable *table, guint element_size);
void whence_table_clear (WhenceTable *table);

/* @to becomes a copy that shares all blocks. */
void whence_table_copy (WhenceTable *to, const WhenceTable *from);

/* A new zeroed element at the end; the pointer is good until the next write. */
gpointer whence_table_append (WhenceTable *table);

/* The element for writing; the pointer is good until the next write. */
gpointer whence_table_write (WhenceTable *table, guint32 i);

static inline gconstpointer
whence_table_at (const WhenceTable *table, guint32 i)
{
  return table->blocks[i >> WHENCE_TABLE_SHIFT] + (gsize) (i & WHENCE_TABLE_MASK) * table->size;
}

/* The @i-th element as a const pointer to @Type. */
#define WHENCE_TABLE_AT(table, Type, i) ((const Type *) whence_table_at (table, i))

G_END_DECLS
