/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes records out of a bundle: those behind move up, and every index of that kind, wherever it is kept,
 * follows. What referred to a removed record refers to none. Linear in the bundle. */
#include "model/bundle-private.h"

#include <string.h>

static void
renumber (guint32 *index, const guint32 *renumbering)
{
  if (*index != WHENCE_NONE)
    *index = renumbering[*index];
}

static void
renumber_column (WhenceTable *table, gsize offset, const guint32 *renumbering)
{
  for (guint32 i = 0; i < table->n; i++)
    renumber ((guint32 *) (gpointer) ((char *) whence_table_write (table, i) + offset), renumbering);
}

static void
renumber_references (WhenceBundle *bundle, WhenceRecordKind kind, const guint32 *renumbering)
{
  if (kind == WHENCE_RECORD_ENTITY)
    {
      renumber_column (&bundle->facts, G_STRUCT_OFFSET (PackedFact, subject), renumbering);
      renumber_column (&bundle->facts, G_STRUCT_OFFSET (PackedFact, object), renumbering);
      renumber_column (&bundle->participants, G_STRUCT_OFFSET (PackedParticipant, entity), renumbering);
    }
  else if (kind == WHENCE_RECORD_FACT)
    renumber_column (&bundle->relations, G_STRUCT_OFFSET (PackedRelation, fact), renumbering);
  else
    {
      renumber_column (&bundle->citations, G_STRUCT_OFFSET (PackedCitation, source), renumbering);
      /* Links hold strings too; only those of sources are indices. */
      for (guint32 i = 0; i < bundle->sources.n; i++)
        {
          Span derived = WHENCE_TABLE_AT (&bundle->sources, PackedSource, i)->derived_from;

          for (guint32 j = derived.first; j < derived.first + derived.n; j++)
            renumber (whence_table_write (&bundle->links, j), renumbering);
        }
    }
}

static void
renumber_records (WhenceBundle *bundle, WhenceRecordKind kind, const guint32 *renumbering)
{
  WhenceTable *records = whence_bundle_records (bundle, kind);
  guint32 kept = 0;

  for (guint32 i = 0; i < records->n; i++)
    if (renumbering[i] != WHENCE_NONE)
      {
        if (renumbering[i] != i)
          memcpy (whence_table_write (records, renumbering[i]), whence_table_at (records, i), records->size);
        kept++;
      }
  records->n = kept;
}

static void
renumber_runs (WhenceBundle *bundle, WhenceRecordKind kind, const guint32 *renumbering)
{
  guint32 next = 0;

  for (guint32 i = 0; i < bundle->runs.n; i++)
    {
      Run *run = whence_table_write (&bundle->runs, i);
      guint32 n = run->n;

      for (guint32 j = 0; run->kind == (guint32) kind && j < n; j++)
        run->n -= renumbering[next++] == WHENCE_NONE;
    }
}

static void
renumber_notes (WhenceBundle *bundle, WhenceRecordKind kind, const guint32 *renumbering)
{
  for (guint i = bundle->wraps->len; i-- > 0;)
    {
      Wrap *wrap = &g_array_index (bundle->wraps, Wrap, i);

      if (wrap->kind == (guint32) kind && (wrap->index = renumbering[wrap->index]) == WHENCE_NONE)
        g_array_remove_index (bundle->wraps, i);
    }
  for (guint i = bundle->raws[kind]->len; i-- > 0;)
    {
      Raw *raw = &g_array_index (bundle->raws[kind], Raw, i);

      if ((raw->index = renumbering[raw->index]) == WHENCE_NONE)
        g_array_remove_index (bundle->raws[kind], i);
    }
}

/* Problems are shared with the old bundle: a renumbered one is a copy. */
static void
renumber_problems (WhenceBundle *bundle, WhenceRecordKind kind, const guint32 *renumbering)
{
  for (guint i = bundle->problems->len; i-- > 0;)
    {
      OwnedProblem *old = g_ptr_array_index (bundle->problems, i), *owned;

      if (old->kind != (guint32) kind || renumbering[old->index] == old->index)
        continue;
      if (renumbering[old->index] == WHENCE_NONE)
        {
          g_ptr_array_remove_index (bundle->problems, i);
          continue;
        }
      owned = g_atomic_rc_box_dup (sizeof *owned, old);
      owned->problem.path = g_strdup (old->problem.path);
      owned->problem.message = g_strdup (old->problem.message);
      owned->index = renumbering[old->index];
      g_ptr_array_insert (bundle->problems, (int) i, owned);
      g_ptr_array_remove_index (bundle->problems, i + 1);
    }
}

void
whence_bundle_renumber (WhenceBundle *bundle, WhenceRecordKind kind, const guint32 *renumbering)
{
  renumber_references (bundle, kind, renumbering);
  renumber_runs (bundle, kind, renumbering);
  renumber_records (bundle, kind, renumbering);
  renumber_notes (bundle, kind, renumbering);
  renumber_problems (bundle, kind, renumbering);
  whence_bundle_reindex (bundle, kind);
}
