/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads one record: walks the tokens of its object along the table of members into an unpacked record. A
 * faulty optional member is passed over; a faulty required one gives up the object it is in, which is the
 * record, or an element of a list. Linear in the record. */
#include "model/reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MAX_ID_CHARACTERS 200
/* 1 MiB as base64. */
#define MAX_IMAGE_CHARACTERS 1398104

/* Where a reference is stored: a row of a list, or of the records. */
typedef struct
{
  WhenceTable *table;
  guint32 row;
} Place;

static gboolean read_object (Reader *reader, const ObjectKind *object, Place place, guint32 token,
                             Unpacked *out);

static gpointer
field (Unpacked *unpacked, guint offset)
{
  return (char *) unpacked + offset;
}

static gboolean
wrong_type (Reader *reader, guint32 token, const char *expected)
{
  reader_note (reader, WHENCE_PROBLEM_WRONG_TYPE, token, g_strdup (expected));
  return FALSE;
}

/* The string at @token as it is used, or NULL with a problem noted. Its bytes are in the text or in the
 * scratch. */
static const char *
get_string (Reader *reader, guint32 index, gsize *length)
{
  const WhenceJsonToken *token = reader_token (reader, index);

  if (token->type != WHENCE_JSON_STRING)
    {
      wrong_type (reader, index, _ ("A string is expected here; the value is passed over."));
      return NULL;
    }
  /* The problem with U+0000 is noted for all of the record at once. */
  if (token->flags & WHENCE_JSON_HAS_NUL)
    return NULL;
  if (token->flags & WHENCE_JSON_ESCAPED)
    {
      const char *decoded = reader_decode (reader, index);

      *length = reader->scratch->len;
      return decoded;
    }
  *length = token->end - token->start - 2;
  return reader->scanner.text + token->start + 1;
}

static gboolean
read_string (Reader *reader, guint32 token, gboolean intern, WhenceString *out)
{
  gsize length;
  const char *text = get_string (reader, token, &length);

  if (text == NULL)
    return FALSE;
  *out = intern ? whence_strings_intern (&reader->bundle->strings, text, length)
                : whence_strings_add (&reader->bundle->strings, text, length);
  return TRUE;
}

/* White space as Unicode has it, controls, and the comma that separates ids on the command line. */
static gboolean
is_id_character (gunichar c)
{
  static const gunichar refused[][2] = {
    { 0x0000, 0x0020 }, { ',', ',' },       { 0x007f, 0x00a0 }, { 0x1680, 0x1680 }, { 0x2000, 0x200a },
    { 0x2028, 0x2029 }, { 0x202f, 0x202f }, { 0x205f, 0x205f }, { 0x3000, 0x3000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (c >= refused[i][0] && c <= refused[i][1])
      return FALSE;
  return TRUE;
}

gboolean
whence_id_is_valid (const char *text, gsize length)
{
  guint n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p), n++)
    if (n == MAX_ID_CHARACTERS || !is_id_character (g_utf8_get_char (p)))
      return FALSE;
  return n > 0;
}

static gboolean
read_id (Reader *reader, guint32 token, WhenceString *out)
{
  gsize length;
  const char *text = get_string (reader, token, &length);

  if (text == NULL)
    return FALSE;
  if (!whence_id_is_valid (text, length))
    {
      reader_note (
        reader, WHENCE_PROBLEM_BAD_ID, token,
        g_strdup (_ ("An id has 1 to 200 characters without white space, control characters or comma.")));
      return FALSE;
    }
  *out = whence_strings_add (&reader->bundle->strings, text, length);
  return TRUE;
}

static gboolean
read_type (Reader *reader, guint32 token, Holds holds, guint32 *out)
{
  gsize length;
  const char *text = get_string (reader, token, &length);
  g_autofree char *name = NULL;

  if (text == NULL)
    return FALSE;
  if (length == 0)
    {
      reader_note (reader, WHENCE_PROBLEM_BAD_VALUE, token,
                   g_strdup (_ ("A type has a name of at least one character.")));
      return FALSE;
    }
  name = g_strndup (text, length);
  *out = holds == HOLDS_FACT_TYPE ? reader_fact_type (reader, name) : reader_entity_type (reader, name);
  return TRUE;
}

static gboolean
read_date (Reader *reader, guint32 token, guint32 *out)
{
  static const WhenceProblemCode codes[] = {
    [WHENCE_DATE_ERROR_SYNTAX] = WHENCE_PROBLEM_BAD_DATE,
    [WHENCE_DATE_ERROR_IMPOSSIBLE] = WHENCE_PROBLEM_BAD_DATE,
    [WHENCE_DATE_ERROR_ORDER] = WHENCE_PROBLEM_END_BEFORE_START,
    [WHENCE_DATE_ERROR_RANGE] = WHENCE_PROBLEM_DATE_RANGE,
  };
  WhenceBundle *bundle = reader->bundle;
  g_autoptr (GError) error = NULL;
  PackedDate packed = { 0 };
  gpointer known;

  if (!read_string (reader, token, TRUE, &packed.text))
    return FALSE;
  if (g_hash_table_lookup_extended (reader->dates, GUINT_TO_POINTER (packed.text), NULL, &known))
    {
      *out = GPOINTER_TO_UINT (known);
      return TRUE;
    }
  if (!whence_date_parse (whence_bundle_text (bundle, packed.text), &packed.date, &error))
    {
      reader_note (reader, codes[error->code], token, g_strdup (error->message));
      return FALSE;
    }
  *out = bundle->dates.n;
  *(PackedDate *) whence_table_append (&bundle->dates) = packed;
  g_hash_table_insert (reader->dates, GUINT_TO_POINTER (packed.text), GUINT_TO_POINTER (*out));
  return TRUE;
}

/* The decimal that @text writes. What would be written otherwise keeps the record's text. */
static gboolean
read_decimal (Reader *reader, const char *text, gsize length, WhenceDecimal *out)
{
  g_autofree char *canonical = NULL;

  if (!whence_decimal_parse (text, length, out))
    return FALSE;
  canonical = whence_decimal_to_json (*out);
  if (strlen (canonical) != length || memcmp (canonical, text, length) != 0)
    reader->odd = TRUE;
  return TRUE;
}

static gboolean
read_number (Reader *reader, const Member *member, const ObjectKind *object, guint32 index, Unpacked *out)
{
  const WhenceJsonToken *token = reader_token (reader, index);
  WhenceDecimal decimal;

  if (token->type != WHENCE_JSON_NUMBER)
    return wrong_type (reader, index, _ ("A number is expected here; the value is passed over."));
  if (!read_decimal (reader, reader->scanner.text + token->start, token->end - token->start, &decimal))
    {
      reader_note (reader, WHENCE_PROBLEM_BAD_NUMBER, index,
                   g_strdup (_ ("This number cannot be kept exactly; it may have 18 significant digits.")));
      return FALSE;
    }
  *(gint64 *) field (out, member->offset) = decimal.coefficient;
  *(gint16 *) field (out, member->exponent) = (gint16) decimal.exponent;
  *(guint8 *) field (out, object->flags_offset) |= member->mask;
  return TRUE;
}

static gboolean
read_share (Reader *reader, guint32 token, guint32 *out)
{
  static const WhenceDecimal one = { 1, 0 };
  WhenceBundle *bundle = reader->bundle;
  WhenceDecimal share;
  gsize length;
  const char *text = get_string (reader, token, &length);

  if (text == NULL)
    return FALSE;
  if ((text[0] != '0' && text[0] != '1') || memchr (text, 'e', length) != NULL || memchr (text, 'E', length) != NULL
      || !read_decimal (reader, text, length, &share) || whence_decimal_compare (share, one) > 0)
    {
      reader_note (reader, WHENCE_PROBLEM_BAD_SHARE, token,
                   g_strdup (_ ("A share is an exact decimal fraction from 0 to 1, such as \"0.49\".")));
      return FALSE;
    }
  *out = bundle->shares.n;
  *(WhenceDecimal *) whence_table_append (&bundle->shares) = share;
  return TRUE;
}

static gboolean
read_boolean (Reader *reader, const Member *member, guint32 token, Unpacked *out)
{
  guint8 type = reader_token (reader, token)->type;

  if (type != WHENCE_JSON_TRUE && type != WHENCE_JSON_FALSE)
    return wrong_type (reader, token, _ ("true or false is expected here; the value is passed over."));
  if (type == WHENCE_JSON_TRUE)
    *(guint8 *) field (out, member->offset) |= member->mask;
  return TRUE;
}

static gboolean
read_word (Reader *reader, const Member *member, guint32 token, guint8 *out)
{
  gsize length;
  const char *text = get_string (reader, token, &length);
  g_autofree char *allowed = NULL;

  if (text == NULL)
    return FALSE;
  for (guint8 i = 0; member->words[i] != NULL; i++)
    if (strlen (member->words[i]) == length && memcmp (member->words[i], text, length) == 0)
      {
        *out = i;
        return TRUE;
      }
  allowed = g_strjoinv (", ", (char **) member->words);
  /* Translators: %s is a list of words of the file format, separated by commas. */
  reader_note (reader, WHENCE_PROBLEM_BAD_VALUE, token,
               g_strdup_printf (_ ("One of these words is expected: %s."), allowed));
  return FALSE;
}

/* A path that stays beside the file: no scheme, not from the root, no step upwards. */
static gboolean
is_relative_path (const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  gsize before_slash = strcspn (path, "/");

  return *path != '\0' && *path != '/' && strchr (path, '\\') == NULL
         && memchr (path, ':', before_slash) == NULL && !g_strv_contains ((const char *const *) steps, "..");
}

static gboolean
is_data_image (const char *uri)
{
  const char *comma = strchr (uri, ',');

  if (!g_str_has_prefix (uri, "data:image/") || comma == NULL || strlen (comma + 1) > MAX_IMAGE_CHARACTERS)
    return FALSE;
  for (const char *p = uri; *p != '\0'; p++)
    if (*p <= ' ' || *p > '~')
      return FALSE;
  return TRUE;
}

static gboolean
read_image (Reader *reader, guint32 token, WhenceString *out)
{
  const char *image;

  if (!read_string (reader, token, FALSE, out))
    return FALSE;
  image = whence_bundle_text (reader->bundle, *out);
  if (image != NULL && (g_str_has_prefix (image, "data:") ? is_data_image (image) : is_relative_path (image)))
    return TRUE;
  *out = 0;
  reader_note (
    reader, WHENCE_PROBLEM_BAD_IMAGE, token,
    g_strdup (_ ("An image is a relative path beside the file, or a data: image of at most 1 MiB.")));
  return FALSE;
}

/* --- References ------------------------------------------------------------------------------------- */

static gboolean
read_reference (Reader *reader, const Member *member, Place place, guint32 token, guint32 *out)
{
  gsize length;
  const char *id = get_string (reader, token, &length);

  if (id == NULL)
    return FALSE;
  *out = whence_bundle_find (reader->bundle, reader_referred_kind (member), id, length);
  if (*out == WHENCE_NONE)
    {
      Pending pending = {
        .at = reader_token (reader, token)->start,
        .record_at = reader_token (reader, reader->root)->start,
        .nth = reader->nth,
        .kind = reader->kind,
        .owner = reader->index,
        .member = member,
        .row = place.row,
        .table = place.table,
      };

      g_array_append_val (reader->pending, pending);
    }
  return TRUE;
}

/* --- Lists ------------------------------------------------------------------------------------------ */

static gboolean
expect_array (Reader *reader, guint32 token)
{
  return reader_token (reader, token)->type == WHENCE_JSON_ARRAY
         || wrong_type (reader, token,
                        _ ("A list in square brackets is expected here; the value is passed over."));
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
  for (guint32 child = token + 1; child < reader_token (reader, token)->next;
       child = reader_token (reader, child)->next)
    {
      Place place = { table, table->n };
      Unpacked element;

      if (read_object (reader, member->object, place, child, &element))
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
  for (guint32 child = token + 1; child < reader_token (reader, token)->next;
       child = reader_token (reader, child)->next)
    {
      Place place = { links, links->n };
      guint32 link;

      if (member->holds == HOLDS_STRINGS ? read_string (reader, child, FALSE, &link)
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

  if (!read_object (reader, &whence_amount_object, (Place){ 0 }, token, &amount))
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
  gpointer to = field (out, member->offset);

  switch (member->holds)
    {
    case HOLDS_TEXT:
    case HOLDS_WORDING:
      return read_string (reader, value, member->holds == HOLDS_WORDING, to);
    case HOLDS_ID:
      return read_id (reader, value, to);
    case HOLDS_FACT_TYPE:
    case HOLDS_ENTITY_TYPE:
      return read_type (reader, value, member->holds, to);
    case HOLDS_DATE:
      return read_date (reader, value, to);
    case HOLDS_BOOLEAN:
      return read_boolean (reader, member, value, out);
    case HOLDS_WORD:
      return read_word (reader, member, value, to);
    case HOLDS_NUMBER:
      return read_number (reader, member, object, value, out);
    case HOLDS_SHARE:
      return read_share (reader, value, to);
    case HOLDS_IMAGE:
      return read_image (reader, value, to);
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
      g_assert_not_reached ();
    }
}

/* Members mostly come in the order of the table, so the search begins behind the last one found. */
static guint
find_member (Reader *reader, const ObjectKind *object, guint32 key, guint from)
{
  gsize length;
  const char *name = get_string (reader, key, &length);

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
        reader_note (
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
        *(guint32 *) field (out, member->offset) = WHENCE_NONE;
      else if (member->holds == HOLDS_WORD)
        *(guint8 *) field (out, member->offset) = member->absent;
    }
}

static gboolean
read_object (Reader *reader, const ObjectKind *object, Place place, guint32 token, Unpacked *out)
{
  guint32 seen = 0, end = reader_token (reader, token)->next;
  guint n_pending = reader->pending->len, next = 0;
  gboolean usable = TRUE;

  init_unpacked (object, out);
  if (reader_token (reader, token)->type != WHENCE_JSON_OBJECT)
    return wrong_type (reader, token,
                       _ ("An object in curly brackets is expected here; the value is passed over."));
  for (guint32 key = token + 1; key < end; key = reader_token (reader, key + 1)->next)
    {
      guint i = object->n_members;

      if ((reader_token (reader, key)->flags & (WHENCE_JSON_DUPLICATE | WHENCE_JSON_HAS_NUL)) == 0)
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

/* --- Records ---------------------------------------------------------------------------------------- */

gboolean
reader_load_record (Reader *reader, guint32 root, Unpacked *unpacked)
{
  reader->root = root;
  reader->odd = FALSE;
  g_string_truncate (reader->shape, 0);
  if (reader->scanner.n_odd > 0)
    reader_note_odd_tokens (reader, root);
  return read_object (reader, &whence_record_objects[reader->kind],
                      (Place){ whence_bundle_records (reader->bundle, reader->kind), reader->index }, root,
                      unpacked);
}

WhenceString
reader_compact_span (Reader *reader, guint32 start, guint32 end)
{
  g_string_truncate (reader->scratch, 0);
  whence_json_append_compact (reader->scanner.text + start, end - start, reader->scratch);
  return whence_strings_add (&reader->bundle->strings, reader->scratch->str, reader->scratch->len);
}

WhenceString
reader_compact (Reader *reader, guint32 index)
{
  const WhenceJsonToken *token = reader_token (reader, index);

  return reader_compact_span (reader, token->start, token->end);
}

void
reader_keep_raw (WhenceBundle *bundle, WhenceRecordKind kind, guint32 index, WhenceString raw)
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
reader_store_record (Reader *reader, const Unpacked *unpacked)
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
  reader_note (reader, WHENCE_PROBLEM_DUPLICATE_ID, reader->root,
               /* Translators: %s is an id */
               g_strdup_printf (
                 _ ("The id “%s” is taken; the first entry with it is used, this one kept as it is."), text));
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
reader_add_stray (WhenceBundle *bundle, Stray stray)
{
  *(Stray *) whence_table_append (&bundle->strays) = stray;
  add_to_run (bundle, RUN_STRAYS);
}

void
reader_read_record (Reader *reader, WhenceRecordKind kind, guint32 root, guint32 nth)
{
  WhenceBundle *bundle = reader->bundle;
  WhenceTable *records = whence_bundle_records (bundle, kind);
  guint n_pending = reader->pending->len, n_problems = bundle->problems->len;
  Unpacked unpacked;

  reader->kind = kind;
  reader->index = records->n;
  reader->nth = nth;
  reader->path = NULL;
  if (!reader_load_record (reader, root, &unpacked) || note_duplicate_id (reader, unpacked.source.id))
    {
      g_array_set_size (reader->pending, n_pending);
      reassign_problems (reader, n_problems);
      reader_add_stray (bundle, (Stray){ kind, reader_compact (reader, root) });
      return;
    }
  whence_table_append (records);
  reader_store_record (reader, &unpacked);
  if (reader->odd)
    reader_keep_raw (bundle, kind, reader->index, reader_compact (reader, root));
  whence_bundle_index_id (bundle, kind, reader->index);
  add_to_run (bundle, (RunKind) kind);
}
