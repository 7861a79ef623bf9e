/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads an object: walks its tokens along the table of members, and so on into the lists and objects that it
 * holds. A faulty optional member is passed over; a faulty required one gives up the object it is in, which
 * is the record, or an element of a list. Linear in the object. */
#include "model/reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* --- References ------------------------------------------------------------------------------------- */

/* It is looked up with others, by whence_reader_settle(). */
static gboolean
read_reference (Reader *reader, const Member *member, Place place, guint32 token, guint32 *out)
{
  const WhenceJsonToken *id = whence_reader_token (reader, token),
                        *record = whence_reader_token (reader, reader->root);
  gsize length;
  Pending pending = {
    .at = id->start,
    .record_at = record->start,
    .record_end = record->end,
    .nth = reader->nth,
    .kind = reader->kind,
    .owner = reader->index,
    .member = member,
    .row = place.row,
    .table = place.table,
  };

  if (whence_reader_get_string (reader, token, &length) == NULL)
    return FALSE;
  *out = WHENCE_NONE;
  pending.length = id->flags & WHENCE_JSON_ESCAPED ? 0 : (guint32) length;
  g_array_append_val (reader->pending, pending);
  return TRUE;
}

/* --- Lists ------------------------------------------------------------------------------------------ */

static gboolean
expect_array (Reader *reader, guint32 token)
{
  return whence_reader_token (reader, token)->type == WHENCE_JSON_ARRAY
         || whence_reader_wrong_type (
           reader, token, _ ("A list in square brackets is expected here; the value is passed over."));
}

static void
append_row (WhenceTable *table, const Unpacked *row)
{
  memcpy (whence_table_append (table), row, table->size);
}

static gboolean
read_objects (Reader *reader, const Member *member, guint32 token, Span *out)
{
  WhenceTable *table = whence_object_table (reader->bundle, member->object);

  if (!expect_array (reader, token))
    return FALSE;
  out->first = table->n;
  for (guint32 child = token + 1; child < whence_reader_token (reader, token)->next;
       child = whence_reader_token (reader, child)->next)
    {
      Place place = { table, table->n };
      Unpacked element;

      if (whence_reader_read_object (reader, member->object, place, child, &element))
        append_row (table, &element);
    }
  out->n = table->n - out->first;
  return TRUE;
}

static gboolean
read_links (Reader *reader, const Member *member, guint32 token, Span *out)
{
  WhenceTable *links = &reader->bundle->links;

  if (!expect_array (reader, token))
    return FALSE;
  out->first = links->n;
  for (guint32 child = token + 1; child < whence_reader_token (reader, token)->next;
       child = whence_reader_token (reader, child)->next)
    {
      Place place = { links, links->n };
      guint32 link;

      if (member->holds == HOLDS_STRINGS ? whence_reader_read_string (reader, child, FALSE, &link)
                                         : read_reference (reader, member, place, child, &link))
        *(guint32 *) whence_table_append (links) = link;
      else
        reader->odd = TRUE;
    }
  out->n = links->n - out->first;
  return TRUE;
}

static gboolean
read_amount (Reader *reader, guint32 token, guint32 *out)
{
  WhenceTable *amounts = &reader->bundle->amounts;
  Unpacked amount;

  if (!whence_reader_read_object (reader, &whence_amount_object, (Place){ 0 }, token, &amount))
    return FALSE;
  *out = amounts->n;
  append_row (amounts, &amount);
  return TRUE;
}

/* --- Objects ---------------------------------------------------------------------------------------- */

static gboolean
read_member (Reader *reader, const ObjectKind *object, const Member *member, Place place, guint32 value,
             Unpacked *out)
{
  gpointer to = (char *) out + member->offset;

  switch ((int) member->holds)
    {
    case HOLDS_AMOUNT:
      return read_amount (reader, value, to);
    case HOLDS_SOURCE:
    case HOLDS_ENTITY:
    case HOLDS_FACT:
      return read_reference (reader, member, place, value, to);
    case HOLDS_OBJECTS:
      return read_objects (reader, member, value, to);
    case HOLDS_STRINGS:
    case HOLDS_SOURCES:
      return read_links (reader, member, value, to);
    default:
      return whence_reader_read_value (reader, object, member, value, out);
    }
}

/* Members mostly come in the order of the table, so the search begins behind the last one found. */
static guint
find_member (Reader *reader, const ObjectKind *object, guint32 key, guint from)
{
  gsize length;
  const char *name = whence_reader_get_string (reader, key, &length);

  for (guint i = 0; name != NULL && i < object->n_members; i++)
    {
      guint at = (from + i) % object->n_members;
      const char *known = object->members[at].name;

      if (strncmp (known, name, length) == 0 && known[length] == '\0')
        return at;
    }
  return object->n_members;
}

static gboolean
note_missing (Reader *reader, const ObjectKind *object, guint32 seen, guint32 token)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < object->n_members; i++)
    if (object->members[i].required && (seen & 1u << i) == 0)
      {
        whence_reader_note (
          reader, WHENCE_PROBLEM_MISSING, token,
          /* Translators: %s is the name of a member in the file format. */
          g_strdup_printf (_ ("The member “%s” is missing; this entry is kept as it is, but not shown."),
                           object->members[i].name));
        complete = FALSE;
      }
  return complete;
}

static void
init_unpacked (const ObjectKind *object, Unpacked *out)
{
  memset (out, 0, sizeof *out);
  for (guint i = 0; i < object->n_members; i++)
    {
      const Member *member = &object->members[i];

      if (member->holds == HOLDS_ENTITY || member->holds == HOLDS_FACT || member->holds == HOLDS_SOURCE)
        *(guint32 *) ((char *) out + member->offset) = WHENCE_NONE;
      else if (member->holds == HOLDS_WORD)
        *(guint8 *) ((char *) out + member->offset) = member->absent;
    }
}

gboolean
whence_reader_read_object (Reader *reader, const ObjectKind *object, Place place, guint32 token,
                           Unpacked *out)
{
  guint32 seen = 0, end = whence_reader_token (reader, token)->next;
  guint n_pending = reader->pending->len, next = 0;
  gboolean usable = TRUE;

  init_unpacked (object, out);
  if (whence_reader_token (reader, token)->type != WHENCE_JSON_OBJECT)
    return whence_reader_wrong_type (
      reader, token, _ ("An object in curly brackets is expected here; the value is passed over."));
  for (guint32 key = token + 1; key < end; key = whence_reader_token (reader, key + 1)->next)
    {
      guint i = object->n_members;

      if ((whence_reader_token (reader, key)->flags & (WHENCE_JSON_DUPLICATE | WHENCE_JSON_HAS_NUL)) == 0)
        i = find_member (reader, object, key, next);
      if (i == object->n_members)
        {
          reader->odd = TRUE;
          continue;
        }
      next = i + 1;
      seen |= 1u << i;
      g_string_append_c (reader->shape, (char) (SHAPE_MEMBER + i));
      if (!read_member (reader, object, &object->members[i], place, key + 1, out))
        {
          reader->odd = TRUE;
          usable = usable && !object->members[i].required;
        }
    }
  g_string_append_c (reader->shape, SHAPE_END);
  usable = note_missing (reader, object, seen, token) && usable;
  if (!usable)
    g_array_set_size (reader->pending, n_pending);
  return usable;
}
