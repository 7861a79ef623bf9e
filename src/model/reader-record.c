/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads one record into the bundle, at its end or, when it cannot be loaded, among the strays. What its
 * packed form would not give back token for token keeps its text. */
#include "model/reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

gboolean
whence_reader_load_record (Reader *reader, guint32 root, Unpacked *unpacked)
{
  reader->root = root;
  reader->odd = FALSE;
  g_string_truncate (reader->shape, 0);
  if (reader->scanner.n_odd > 0)
    whence_reader_note_odd_tokens (reader, root);
  return whence_reader_read_object (
    reader, &whence_record_objects[reader->kind],
    (Place){ whence_bundle_records (reader->bundle, reader->kind), reader->index }, root, unpacked);
}

WhenceString
whence_reader_compact_span (Reader *reader, guint32 start, guint32 end)
{
  g_string_truncate (reader->scratch, 0);
  whence_json_append_compact (reader->scanner.text + start, end - start, reader->scratch);
  return whence_strings_add (&reader->bundle->strings, reader->scratch->str, reader->scratch->len);
}

WhenceString
whence_reader_compact (Reader *reader, guint32 index)
{
  const WhenceJsonToken *token = whence_reader_token (reader, index);

  return whence_reader_compact_span (reader, token->start, token->end);
}

void
whence_reader_keep_raw (WhenceBundle *bundle, WhenceRecordKind kind, guint32 index, WhenceString raw)
{
  GArray *raws = bundle->raws[kind];
  Raw entry = { index, raw };
  guint at = raws->len;

  while (at > 0 && g_array_index (raws, Raw, at - 1).index >= index)
    at--;
  if (at < raws->len && g_array_index (raws, Raw, at).index == index)
    g_array_remove_index (raws, at);
  if (raw != 0)
    g_array_insert_val (raws, at, entry);
}

void
whence_reader_store_record (Reader *reader, const Unpacked *unpacked)
{
  WhenceBundle *bundle = reader->bundle;
  Unpacked record = *unpacked;
  WhenceString shape = 0;

  if (!reader->odd)
    shape = whence_strings_intern (&bundle->strings, reader->shape->str, reader->shape->len);
  /* Sources, entities and facts alike begin with id and shape. */
  record.source.shape = shape;
  if (reader->kind == WHENCE_RECORD_FACT)
    {
      static const PackedRare nothing = { 0 };
      const PackedRare *rare = &record.fact.rare;

      if (memcmp (rare, &nothing, sizeof nothing) != 0)
        {
          record.fact.packed.rare = bundle->rares.n;
          *(PackedRare *) whence_table_append (&bundle->rares) = *rare;
        }
    }
  memcpy (whence_table_write (whence_bundle_records (bundle, reader->kind), reader->index), &record,
          whence_bundle_records (bundle, reader->kind)->size);
}

static void
add_to_run (WhenceBundle *bundle, RunKind kind)
{
  WhenceTable *runs = &bundle->runs;

  if (runs->n == 0 || WHENCE_TABLE_AT (runs, Run, runs->n - 1)->kind != kind)
    ((Run *) whence_table_append (runs))->kind = kind;
  ((Run *) whence_table_write (runs, runs->n - 1))->n++;
}

static gboolean
note_duplicate_id (Reader *reader, WhenceString id)
{
  const char *text = whence_bundle_text (reader->bundle, id);

  if (whence_bundle_find (reader->bundle, reader->kind, text, strlen (text)) == WHENCE_NONE)
    return FALSE;
  whence_reader_note (
    reader, WHENCE_PROBLEM_DUPLICATE_ID, reader->root,
    /* Translators: %s is an id */
    g_strdup_printf (_ ("The id “%s” is taken; the first entry with it is used, this one kept as it is."),
                     text));
  return TRUE;
}

/* The problems noted about a record that turned out a stray are about the stray. */
static void
reassign_problems (Reader *reader, guint first)
{
  GPtrArray *problems = reader->bundle->problems;

  for (guint i = first; i < problems->len; i++)
    {
      OwnedProblem *owned = g_ptr_array_index (problems, i);

      owned->kind = RUN_STRAYS;
      owned->index = reader->bundle->strays.n;
    }
}

void
whence_reader_add_stray (WhenceBundle *bundle, Stray stray)
{
  *(Stray *) whence_table_append (&bundle->strays) = stray;
  add_to_run (bundle, RUN_STRAYS);
}

/* The id is looked for when the record is understood: until then it can be on its way from memory. Mostly it
 * is the first member. */
static void
expect_id (const Reader *reader, guint32 root)
{
  const WhenceJsonToken *tokens = whence_reader_token (reader, root);
  const char *text = reader->scanner.text;

  if (tokens->next > root + 2 && tokens[2].type == WHENCE_JSON_STRING
      && tokens[1].end - tokens[1].start == strlen ("\"id\"")
      && memcmp (text + tokens[1].start, "\"id\"", strlen ("\"id\"")) == 0)
    whence_bundle_expect_id (reader->bundle, reader->kind, text + tokens[2].start + 1,
                             tokens[2].end - tokens[2].start - 2);
}

void
whence_reader_read_record (Reader *reader, WhenceRecordKind kind, guint32 root, guint32 nth)
{
  WhenceBundle *bundle = reader->bundle;
  WhenceTable *records = whence_bundle_records (bundle, kind);
  guint n_pending = reader->pending->len, n_problems = bundle->problems->len;
  Unpacked unpacked;

  reader->kind = kind;
  reader->index = records->n;
  reader->nth = nth;
  reader->path = NULL;
  expect_id (reader, root);
  if (!whence_reader_load_record (reader, root, &unpacked) || note_duplicate_id (reader, unpacked.source.id))
    {
      g_array_set_size (reader->pending, n_pending);
      reassign_problems (reader, n_problems);
      whence_reader_add_stray (bundle, (Stray){ kind, whence_reader_compact (reader, root) });
      return;
    }
  whence_table_append (records);
  whence_reader_store_record (reader, &unpacked);
  if (reader->odd)
    whence_reader_keep_raw (bundle, kind, reader->index, whence_reader_compact (reader, root));
  whence_bundle_index_id (bundle, kind, reader->index);
  add_to_run (bundle, (RunKind) kind);
}
