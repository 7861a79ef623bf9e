/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a bundle in the order of the file it came from. JSON is for people and for diff: header, arrays and
 * records have one member a line, and what is smaller the form that json-value.h describes. JSON Lines has
 * the header on the first line and a record on each other, without spaces. Linear in the text. */
#include "model/writer.h"

#include <string.h>

#include "model/json-value.h"
#include "model/members.h"
#include "model/reader-private.h"
#include "model/writer-private.h"

typedef struct
{
  const WhenceBundle *bundle;
  GString *out;
  GString *compact; /* one record or member */
  guint n_members;  /* written so far */
  gboolean written[WHENCE_RECORD_FACT + 1];
  guint next_wrap;
} Writer;

/* Called for each record and stray of the bundle, in the order of the file. */
typedef void (*RecordFunc) (Writer *writer, RunKind run, guint32 index, WhenceRecordKind kind);

static void
for_each_record (Writer *writer, RecordFunc func)
{
  const WhenceBundle *bundle = writer->bundle;
  guint32 next[RUN_STRAYS + 1] = { 0 };

  for (guint32 i = 0; i < bundle->runs.n; i++)
    {
      const Run *run = WHENCE_TABLE_AT (&bundle->runs, Run, i);

      for (guint32 j = 0; j < run->n; j++)
        {
          guint32 index = next[run->kind]++;
          guint32 kind = run->kind;

          if (kind == RUN_STRAYS)
            kind = WHENCE_TABLE_AT (&bundle->strays, Stray, index)->kind;
          func (writer, run->kind, index, kind);
        }
    }
}

static void
make_compact (Writer *writer, RunKind run, guint32 index)
{
  const WhenceBundle *bundle = writer->bundle;

  g_string_truncate (writer->compact, 0);
  if (run == RUN_STRAYS)
    g_string_append (writer->compact,
                     whence_bundle_text (bundle, WHENCE_TABLE_AT (&bundle->strays, Stray, index)->raw));
  else
    whence_append_record_json (bundle, (WhenceRecordKind) run, index, writer->compact);
}

/* --- JSON ------------------------------------------------------------------------------------------- */

static void
append_pretty (Writer *writer, const char *text, gsize length, guint indent, guint n_open)
{
  WhenceJsonScanner scanner;

  whence_json_scanner_init (&scanner, text, (guint32) length, WHENCE_READER_MAX_DEPTH);
  if (!whence_json_scan_text (&scanner))
    g_assert_not_reached ();
  whence_json_append_pretty (&scanner, 0, indent, n_open, writer->out);
  whence_json_scanner_clear (&scanner);
}

static void
begin_member (Writer *writer, const char *key_json)
{
  g_string_append (writer->out, writer->n_members++ > 0 ? ",\n  " : "\n  ");
  g_string_append_printf (writer->out, "%s: ", key_json);
}

typedef struct
{
  Writer writer;
  WhenceRecordKind kind;
  guint n;
} ArrayWriter;

static void
append_element (Writer *writer, RunKind run, guint32 index, WhenceRecordKind kind)
{
  ArrayWriter *array = (ArrayWriter *) writer;

  if (kind != array->kind)
    return;
  make_compact (writer, run, index);
  g_string_append (writer->out, array->n++ > 0 ? ",\n    " : "\n    ");
  append_pretty (writer, writer->compact->str, writer->compact->len, 2, 1);
}

/* The records of @kind, or with HEADER the lines that hold none. */
static void
append_array (Writer *writer, const char *key_json, WhenceRecordKind kind)
{
  ArrayWriter array = { .writer = *writer, .kind = kind };

  begin_member (&array.writer, key_json);
  g_string_append_c (writer->out, '[');
  for_each_record (&array.writer, append_element);
  g_string_append (writer->out, array.n > 0 ? "\n  ]" : "]");
  *writer = array.writer;
  writer->written[kind] = TRUE;
}

static void
count_kind (Writer *writer, RunKind run, guint32 index, WhenceRecordKind kind)
{
  ((ArrayWriter *) writer)->n += kind == ((ArrayWriter *) writer)->kind;
}

static gboolean
has_records (const Writer *writer, WhenceRecordKind kind)
{
  ArrayWriter array = { .writer = *writer, .kind = kind };

  for_each_record (&array.writer, count_kind);
  return array.n > 0;
}

/* The arrays for which the header has no place. */
static void
append_other_arrays (Writer *writer)
{
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    if (!writer->written[kind] && !whence_header_has_array (writer->bundle, kind)
        && has_records (writer, kind))
      {
        g_autofree char *key_json = g_strdup_printf ("\"%s\"", whence_array_names[kind]);

        append_array (writer, key_json, kind);
      }
}

static void
append_json (Writer *writer)
{
  const GPtrArray *header = writer->bundle->header;

  g_string_append_c (writer->out, '{');
  for (guint i = 0; i < header->len; i++)
    {
      const HeaderMember *member = g_ptr_array_index (header, i);

      if (g_str_equal (member->key, "types") || g_str_equal (member->key, "view"))
        append_other_arrays (writer);
      if (member->value == NULL)
        {
          append_array (writer, member->key_json, member->array);
          continue;
        }
      begin_member (writer, member->key_json);
      append_pretty (writer, member->value, strlen (member->value), 1, 0);
    }
  append_other_arrays (writer);
  if (has_records (writer, WHENCE_RECORD_HEADER))
    append_array (writer, "\"lines\"", WHENCE_RECORD_HEADER);
  g_string_append (writer->out, "\n}\n");
}

/* --- JSON Lines ------------------------------------------------------------------------------------- */

static void
append_line (Writer *writer, RunKind run, guint32 index, WhenceRecordKind kind)
{
  const WhenceBundle *bundle = writer->bundle;
  const Wrap *wrap = NULL;

  /* Wraps are in the order of the file too. */
  if (writer->next_wrap < bundle->wraps->len)
    wrap = &g_array_index (bundle->wraps, Wrap, writer->next_wrap);
  make_compact (writer, run, index);
  if (wrap != NULL && wrap->kind == run && wrap->index == index)
    {
      g_string_append (writer->out, whence_bundle_text (bundle, wrap->before));
      g_string_append_len (writer->out, writer->compact->str, writer->compact->len);
      g_string_append (writer->out, whence_bundle_text (bundle, wrap->after));
      writer->next_wrap++;
    }
  else if (kind == WHENCE_RECORD_HEADER)
    g_string_append_len (writer->out, writer->compact->str, writer->compact->len);
  else
    {
      g_string_append_printf (writer->out, "{\"%s\":", whence_record_names[kind]);
      g_string_append_len (writer->out, writer->compact->str, writer->compact->len);
      g_string_append_c (writer->out, '}');
    }
  g_string_append_c (writer->out, '\n');
}

/* An array has its records on the lines that follow; but where a second member has its name, the first one
 * stays, or else the second would be read in its place. */
static gboolean
has_namesake (const GPtrArray *header, guint array)
{
  const HeaderMember *member = g_ptr_array_index (header, array);

  for (guint i = array + 1; i < header->len; i++)
    if (g_str_equal (((const HeaderMember *) g_ptr_array_index (header, i))->key, member->key))
      return TRUE;
  return FALSE;
}

static void
append_json_lines (Writer *writer)
{
  const GPtrArray *header = writer->bundle->header;
  char before = '{';

  for (guint i = 0; i < header->len; i++)
    {
      const HeaderMember *member = g_ptr_array_index (header, i);

      if (member->value == NULL && !has_namesake (header, i))
        continue;
      g_string_append_c (writer->out, before);
      g_string_append (writer->out, member->key_json);
      g_string_append_c (writer->out, ':');
      g_string_append (writer->out, member->value != NULL ? member->value : "[]");
      before = ',';
    }
  g_string_append (writer->out, "}\n");
  for_each_record (writer, append_line);
}

/* --- The whole -------------------------------------------------------------------------------------- */

WhenceSyntax
whence_syntax_for_name (const char *file_name)
{
  if (g_str_has_suffix (file_name, ".jsonl") || g_str_has_suffix (file_name, ".ndjson"))
    return WHENCE_SYNTAX_JSON_LINES;
  return WHENCE_SYNTAX_JSON;
}

GBytes *
whence_writer_to_bytes (const WhenceBundle *bundle, WhenceSyntax syntax)
{
  Writer writer = { .bundle = bundle, .out = g_string_new (NULL), .compact = g_string_new (NULL) };

  if (syntax == WHENCE_SYNTAX_JSON_LINES)
    append_json_lines (&writer);
  else
    append_json (&writer);
  g_string_free (writer.compact, TRUE);
  return g_string_free_to_bytes (writer.out);
}

char *
whence_bundle_get_json (const WhenceBundle *bundle, WhenceRecordKind kind, const char *id)
{
  guint32 index;
  GString *out;

  if (kind == WHENCE_RECORD_HEADER)
    {
      const HeaderMember *member = whence_header_find (bundle, id);

      return member != NULL ? g_strdup (member->value) : NULL;
    }
  index = whence_bundle_find (bundle, kind, id, strlen (id));
  if (index == WHENCE_NONE)
    return NULL;
  out = g_string_new (NULL);
  whence_append_record_json (bundle, kind, index, out);
  return g_string_free (out, FALSE);
}
