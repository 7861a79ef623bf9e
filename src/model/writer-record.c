/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives a packed record back as the JSON it was read from: the shape tells which members in which order, the
 * table of members what each of them holds. Linear in the record. */
#include "model/writer-private.h"

#include <string.h>

#include "model/json-value.h"
#include "model/lower-bound.h"
#include "model/members.h"

static void append_object (const WhenceBundle *bundle, const ObjectKind *object, const char **shape,
                           const Unpacked *unpacked, GString *out);

static gconstpointer
field (const Unpacked *unpacked, guint offset)
{
  return (const char *) unpacked + offset;
}

static void
append_string (const char *text, GString *out)
{
  whence_json_append_string (text, strlen (text), out);
}

static void
append_text (const WhenceBundle *bundle, WhenceString string, GString *out)
{
  append_string (whence_bundle_text (bundle, string), out);
}

static void
append_decimal (WhenceDecimal decimal, GString *out)
{
  g_autofree char *json = whence_decimal_to_json (decimal);

  g_string_append (out, json);
}

static void
append_id (const WhenceBundle *bundle, const WhenceTable *records, guint32 index, GString *out)
{
  append_text (bundle, *WHENCE_TABLE_AT (records, WhenceString, index), out);
}

static void
append_share (const WhenceBundle *bundle, guint32 share, GString *out)
{
  g_string_append_c (out, '"');
  append_decimal (*WHENCE_TABLE_AT (&bundle->shares, WhenceDecimal, share), out);
  g_string_append_c (out, '"');
}

static void
append_links (const WhenceBundle *bundle, Holds holds, Span span, GString *out)
{
  g_string_append_c (out, '[');
  for (guint32 i = 0; i < span.n; i++)
    {
      guint32 link = *WHENCE_TABLE_AT (&bundle->links, guint32, span.first + i);

      if (i > 0)
        g_string_append_c (out, ',');
      if (holds == HOLDS_STRINGS)
        append_text (bundle, link, out);
      else
        append_id (bundle, &bundle->sources, link, out);
    }
  g_string_append_c (out, ']');
}

static void
append_objects (const WhenceBundle *bundle, const ObjectKind *object, Span span, const char **shape,
                GString *out)
{
  const WhenceTable *table = whence_object_table (bundle, object);

  g_string_append_c (out, '[');
  for (guint32 i = 0; i < span.n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_object (bundle, object, shape, whence_table_at (table, span.first + i), out);
    }
  g_string_append_c (out, ']');
}

static void
append_value (const WhenceBundle *bundle, const Member *member, const char **shape, const Unpacked *unpacked,
              GString *out)
{
  gconstpointer at = field (unpacked, member->offset);

  switch (member->holds)
    {
    case HOLDS_TEXT:
    case HOLDS_WORDING:
    case HOLDS_ID:
    case HOLDS_IMAGE:
      append_text (bundle, *(const WhenceString *) at, out);
      return;
    case HOLDS_FACT_TYPE:
      append_string (g_array_index (bundle->fact_types, WhenceFactType, *(const guint32 *) at).name, out);
      return;
    case HOLDS_ENTITY_TYPE:
      append_string (g_array_index (bundle->entity_types, WhenceEntityType, *(const guint32 *) at).name, out);
      return;
    case HOLDS_DATE:
      append_text (bundle, WHENCE_TABLE_AT (&bundle->dates, PackedDate, *(const guint32 *) at)->text, out);
      return;
    case HOLDS_SHARE:
      append_share (bundle, *(const guint32 *) at, out);
      return;
    case HOLDS_AMOUNT:
      append_object (bundle, &whence_amount_object, shape,
                     whence_table_at (&bundle->amounts, *(const guint32 *) at), out);
      return;
    case HOLDS_SOURCE:
      append_id (bundle, &bundle->sources, *(const guint32 *) at, out);
      return;
    case HOLDS_ENTITY:
      append_id (bundle, &bundle->entities, *(const guint32 *) at, out);
      return;
    case HOLDS_FACT:
      append_id (bundle, &bundle->facts, *(const guint32 *) at, out);
      return;
    case HOLDS_BOOLEAN:
      g_string_append (out, *(const guint8 *) at & member->mask ? "true" : "false");
      return;
    case HOLDS_WORD:
      g_string_append_printf (out, "\"%s\"", member->words[*(const guint8 *) at]);
      return;
    case HOLDS_NUMBER:
      append_decimal (
        (WhenceDecimal){ *(const gint64 *) at, *(const gint16 *) field (unpacked, member->exponent) }, out);
      return;
    case HOLDS_OBJECTS:
      append_objects (bundle, member->object, *(const Span *) at, shape, out);
      return;
    case HOLDS_STRINGS:
    case HOLDS_SOURCES:
      append_links (bundle, member->holds, *(const Span *) at, out);
      return;
    default:
      g_assert_not_reached ();
    }
}

static void
append_object (const WhenceBundle *bundle, const ObjectKind *object, const char **shape,
               const Unpacked *unpacked, GString *out)
{
  char before = '{';

  for (; **shape != SHAPE_END; before = ',')
    {
      const Member *member = &object->members[*(*shape)++ - SHAPE_MEMBER];

      g_string_append_printf (out, "%c\"%s\":", before, member->name);
      append_value (bundle, member, shape, unpacked, out);
    }
  (*shape)++;
  g_string_append (out, before == '{' ? "{}" : "}");
}

static gboolean
is_raw_before (gconstpointer raw, gconstpointer index)
{
  return ((const Raw *) raw)->index < *(const guint32 *) index;
}

/* The text that the record keeps, or 0. */
static WhenceString
find_raw (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index)
{
  const GArray *raws = bundle->raws[kind];
  const Raw *all = (const Raw *) (gconstpointer) raws->data;
  guint32 at = whence_lower_bound (all, raws->len, sizeof *all, is_raw_before, &index);

  return at < raws->len && all[at].index == index ? all[at].raw : 0;
}

void
whence_append_record_json (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index, GString *out)
{
  const ObjectKind *object = &whence_record_objects[kind];
  const WhenceTable *table = whence_object_table (bundle, object);
  const PackedSource *any = whence_table_at (table, index);
  const char *shape;
  Unpacked unpacked;

  if (any->shape == 0)
    {
      g_string_append (out, whence_bundle_text (bundle, find_raw (bundle, kind, index)));
      return;
    }
  memcpy (&unpacked, any, table->size);
  if (kind == WHENCE_RECORD_FACT)
    unpacked.fact.rare = *WHENCE_TABLE_AT (&bundle->rares, PackedRare, unpacked.fact.packed.rare);
  shape = whence_bundle_text (bundle, any->shape);
  append_object (bundle, object, &shape, &unpacked, out);
}
