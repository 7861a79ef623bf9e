/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * References from record to record: looked up together while the text is there; what is not known then is
 * resolved when all is read, and what dangles becomes a problem. Linear in the references. */
#include "model/reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/lower-bound.h"

#define TOGETHER 256 /* ids that are looked up at once */

static WhenceRecordKind
kind_referred_to (const Member *member)
{
  if (member->holds == HOLDS_ENTITY)
    return WHENCE_RECORD_ENTITY;
  return member->holds == HOLDS_FACT ? WHENCE_RECORD_FACT : WHENCE_RECORD_SOURCE;
}

static guint32 *
reference_of (WhenceBundle *bundle, const Pending *pending, guint32 row)
{
  char *at = whence_table_write (pending->table, row);

  return (guint32 *) (gpointer) (at + (pending->table == &bundle->links ? 0 : pending->member->offset));
}

static void
settle_some (Reader *reader, guint first, guint n)
{
  Pending *all = &g_array_index (reader->pending, Pending, 0);
  WhenceIdLookup ids[TOGETHER];
  guint32 found[TOGETHER];

  for (guint i = 0; i < n; i++)
    {
      const Pending *pending = &all[first + i];

      ids[i] = (WhenceIdLookup){ kind_referred_to (pending->member), reader->scanner.text + pending->at + 1,
                                 pending->length };
    }
  whence_bundle_find_all (reader->bundle, ids, n, found);
  for (guint i = 0; i < n; i++)
    {
      Pending pending = all[first + i];

      if (found[i] != WHENCE_NONE)
        {
          *reference_of (reader->bundle, &pending, pending.row) = found[i];
          continue;
        }
      whence_reader_pin (reader, pending.record_at, pending.record_end);
      all[reader->n_settled++] = pending;
    }
}

void
whence_reader_settle (Reader *reader)
{
  guint n = reader->pending->len;

  /* What is kept is never written behind what is read. */
  for (guint i = reader->n_settled; i < n; i += TOGETHER)
    settle_some (reader, i, MIN (TOGETHER, n - i));
  g_array_set_size (reader->pending, reader->n_settled);
}

/* The stretch of @pending's list that belongs to its record, or NULL when it is the record that refers. */
static Span *
span_of (WhenceBundle *bundle, const Pending *pending)
{
  gpointer record = whence_table_write (whence_bundle_records (bundle, pending->kind), pending->owner);

  if (pending->table == &bundle->links)
    return &((PackedSource *) record)->derived_from;
  if (pending->table == &bundle->citations && pending->kind == WHENCE_RECORD_ENTITY)
    return &((PackedEntity *) record)->citations;
  if (pending->table == &bundle->citations)
    return &((PackedFact *) record)->citations;
  if (pending->table == &bundle->participants)
    return &((PackedFact *) record)->participants;
  if (pending->table == &bundle->relations)
    return &((PackedRare *) whence_table_write (&bundle->rares, ((PackedFact *) record)->rare))->related;
  return NULL;
}

/* Takes out the rows of the list that refer to nothing. */
static void
compact_list (WhenceBundle *bundle, const Pending *pending)
{
  WhenceTable *table = pending->table;
  Span *span = span_of (bundle, pending);
  guint32 kept = 0;

  for (guint32 i = 0; span != NULL && i < span->n; i++)
    if (*reference_of (bundle, pending, span->first + i) != WHENCE_NONE)
      {
        if (kept != i)
          memmove (whence_table_write (table, span->first + kept), whence_table_at (table, span->first + i),
                   table->size);
        kept++;
      }
  if (span != NULL)
    span->n = kept;
}

static gboolean
is_token_before (gconstpointer token, gconstpointer at)
{
  return ((const WhenceJsonToken *) token)->start < *(const guint32 *) at;
}

/* The token that begins at the byte offset @at; tokens are in the order of the text. */
static guint32
token_at (const Reader *reader, guint32 at)
{
  const GArray *tokens = reader->scanner.tokens;

  return whence_lower_bound (tokens->data, tokens->len, sizeof (WhenceJsonToken), is_token_before, &at);
}

/* Notes the dangling reference, and lets its record keep its text. */
static void
note_dangling (Reader *reader, const Pending *pending, const char *id)
{
  static const char *const messages[] = {
    [WHENCE_RECORD_SOURCE] = N_ ("There is no source with the id “%s”; the reference is passed over."),
    [WHENCE_RECORD_ENTITY] = N_ ("There is no entity with the id “%s”; the reference is passed over."),
    [WHENCE_RECORD_FACT] = N_ ("There is no fact with the id “%s”; the reference is passed over."),
  };
  const char *format = _ (messages[kind_referred_to (pending->member)]);
  WhenceBundle *bundle = reader->bundle;
  PackedSource *record = whence_table_write (whence_bundle_records (bundle, pending->kind), pending->owner);

  /* Many references of one record are looked at one after the other. */
  if (reader->scanner.tokens->len == 0 || whence_reader_token (reader, 0)->start != pending->record_at)
    {
      reader->scanner.at = pending->record_at;
      if (!whence_json_scan_value (&reader->scanner))
        g_assert_not_reached ();
    }
  reader->kind = pending->kind;
  reader->index = pending->owner;
  reader->nth = pending->nth;
  reader->path = NULL;
  reader->root = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  whence_reader_note (reader, WHENCE_PROBLEM_DANGLING_ID, token_at (reader, pending->at),
                      g_strdup_printf (format, id));
#pragma GCC diagnostic pop
  if (record->shape != 0)
    {
      Raw raw = { pending->owner, whence_reader_compact (reader, 0) };

      record->shape = 0;
      g_array_append_val (bundle->raws[pending->kind], raw);
    }
}

/* Finds what @pending refers to; FALSE if it is not there. @ids reads the ids. */
static gboolean
resolve (Reader *reader, const Pending *pending, WhenceJsonScanner *ids)
{
  WhenceBundle *bundle = reader->bundle;
  g_autoptr (GString) id = g_string_new (NULL);
  guint32 found;

  ids->at = pending->at;
  if (!whence_json_scan_value (ids))
    g_assert_not_reached ();
  whence_json_decode (ids->text, &g_array_index (ids->tokens, WhenceJsonToken, 0), id);
  found = whence_bundle_find (bundle, kind_referred_to (pending->member), id->str, id->len);
  *reference_of (bundle, pending, pending->row) = found;
  if (found == WHENCE_NONE)
    note_dangling (reader, pending, id->str);
  return found != WHENCE_NONE;
}

static int
compare_raws (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const Raw *) a)->index, second = ((const Raw *) b)->index;

  return first < second ? -1 : first > second;
}

void
whence_reader_resolve (Reader *reader)
{
  GArray *pending = reader->pending;
  WhenceJsonScanner ids;
  guint n_dangling = 0;

  whence_reader_settle (reader);
  whence_json_scanner_init (&ids, reader->scanner.text, reader->scanner.length, 1);
  g_array_set_size (reader->scanner.tokens, 0);
  for (guint i = 0; i < pending->len; i++)
    if (!resolve (reader, &g_array_index (pending, Pending, i), &ids))
      g_array_index (pending, Pending, n_dangling++) = g_array_index (pending, Pending, i);
  whence_json_scanner_clear (&ids);
  for (guint i = 0; i < n_dangling; i++)
    {
      const Pending *this = &g_array_index (pending, Pending, i), *last = i > 0 ? this - 1 : NULL;

      if (last == NULL || last->table != this->table || last->owner != this->owner
          || last->kind != this->kind)
        compact_list (reader->bundle, this);
    }
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT && n_dangling > 0; kind++)
    g_array_sort (reader->bundle->raws[kind], compare_raws);
}
