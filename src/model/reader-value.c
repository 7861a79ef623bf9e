/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the value of one member where it is a string, number, word or the like: checks what the format asks
 * of it, and notes a problem where it is something else. */
#include "model/reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MAX_ID_CHARACTERS 200
/* 1 MiB as base64. */
#define MAX_IMAGE_CHARACTERS 1398104

static gpointer
field (Unpacked *unpacked, guint offset)
{
  return (char *) unpacked + offset;
}

gboolean
whence_reader_wrong_type (Reader *reader, guint32 token, const char *expected)
{
  whence_reader_note (reader, WHENCE_PROBLEM_WRONG_TYPE, token, g_strdup (expected));
  return FALSE;
}

const char *
whence_reader_get_string (Reader *reader, guint32 index, gsize *length)
{
  const WhenceJsonToken *token = whence_reader_token (reader, index);

  if (token->type != WHENCE_JSON_STRING)
    {
      whence_reader_wrong_type (reader, index, _ ("A string is expected here; the value is passed over."));
      return NULL;
    }
  /* The problem with U+0000 is noted for all of the record at once. */
  if (token->flags & WHENCE_JSON_HAS_NUL)
    return NULL;
  if (token->flags & WHENCE_JSON_ESCAPED)
    {
      const char *decoded = whence_reader_decode (reader, index);

      *length = reader->scratch->len;
      return decoded;
    }
  *length = token->end - token->start - 2;
  return reader->scanner.text + token->start + 1;
}

gboolean
whence_reader_read_string (Reader *reader, guint32 token, gboolean intern, WhenceString *out)
{
  gsize length;
  const char *text = whence_reader_get_string (reader, token, &length);

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
  const char *text = whence_reader_get_string (reader, token, &length);

  if (text == NULL)
    return FALSE;
  if (!whence_id_is_valid (text, length))
    {
      whence_reader_note (
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
  const char *text = whence_reader_get_string (reader, token, &length);
  g_autofree char *name = NULL;

  if (text == NULL)
    return FALSE;
  if (length == 0)
    {
      whence_reader_note (reader, WHENCE_PROBLEM_BAD_VALUE, token,
                          g_strdup (_ ("A type has a name of at least one character.")));
      return FALSE;
    }
  name = g_strndup (text, length);
  *out = holds == HOLDS_FACT_TYPE ? whence_reader_fact_type (reader, name)
                                  : whence_reader_entity_type (reader, name);
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

  if (!whence_reader_read_string (reader, token, TRUE, &packed.text))
    return FALSE;
  if (g_hash_table_lookup_extended (reader->dates, GUINT_TO_POINTER (packed.text), NULL, &known))
    {
      *out = GPOINTER_TO_UINT (known);
      return TRUE;
    }
  if (!whence_date_parse (whence_bundle_text (bundle, packed.text), &packed.date, &error))
    {
      whence_reader_note (reader, codes[error->code], token, g_strdup (error->message));
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
  const WhenceJsonToken *token = whence_reader_token (reader, index);
  WhenceDecimal decimal;

  if (token->type != WHENCE_JSON_NUMBER)
    return whence_reader_wrong_type (reader, index,
                                     _ ("A number is expected here; the value is passed over."));
  if (!read_decimal (reader, reader->scanner.text + token->start, token->end - token->start, &decimal))
    {
      whence_reader_note (
        reader, WHENCE_PROBLEM_BAD_NUMBER, index,
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
  const char *text = whence_reader_get_string (reader, token, &length);

  if (text == NULL)
    return FALSE;
  if ((text[0] != '0' && text[0] != '1') || memchr (text, 'e', length) != NULL
      || memchr (text, 'E', length) != NULL || !read_decimal (reader, text, length, &share)
      || whence_decimal_compare (share, one) > 0)
    {
      whence_reader_note (
        reader, WHENCE_PROBLEM_BAD_SHARE, token,
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
  guint8 type = whence_reader_token (reader, token)->type;

  if (type != WHENCE_JSON_TRUE && type != WHENCE_JSON_FALSE)
    return whence_reader_wrong_type (reader, token,
                                     _ ("true or false is expected here; the value is passed over."));
  if (type == WHENCE_JSON_TRUE)
    *(guint8 *) field (out, member->offset) |= member->mask;
  return TRUE;
}

static gboolean
read_word (Reader *reader, const Member *member, guint32 token, guint8 *out)
{
  gsize length;
  const char *text = whence_reader_get_string (reader, token, &length);
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
  whence_reader_note (reader, WHENCE_PROBLEM_BAD_VALUE, token,
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

  if (!whence_reader_read_string (reader, token, FALSE, out))
    return FALSE;
  image = whence_bundle_text (reader->bundle, *out);
  if (image != NULL && (g_str_has_prefix (image, "data:") ? is_data_image (image) : is_relative_path (image)))
    return TRUE;
  *out = 0;
  whence_reader_note (
    reader, WHENCE_PROBLEM_BAD_IMAGE, token,
    g_strdup (_ ("An image is a relative path beside the file, or a data: image of at most 1 MiB.")));
  return FALSE;
}

gboolean
whence_reader_read_value (Reader *reader, const ObjectKind *object, const Member *member, guint32 value,
                          Unpacked *out)
{
  gpointer to = field (out, member->offset);

  switch ((int) member->holds)
    {
    case HOLDS_TEXT:
    case HOLDS_WORDING:
      return whence_reader_read_string (reader, value, member->holds == HOLDS_WORDING, to);
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
    default:
      g_assert_not_reached ();
    }
}
