/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header: every member outside the three arrays. All are kept as text in their order; title, summary,
 * language, types and saved positions are understood besides. */
#include "model/reader-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* A type that is only used: its name is its label. */
guint32
whence_reader_fact_type (Reader *reader, const char *name)
{
  WhenceBundle *bundle = reader->bundle;
  gpointer known;
  WhenceFactType type = { 0 };

  if (g_hash_table_lookup_extended (reader->fact_types, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  type.name = type.label =
    whence_bundle_text (bundle, whence_strings_intern (&bundle->strings, name, strlen (name)));
  type.kind = WHENCE_KIND_EVENT;
  type.directed = TRUE;
  type.category = WHENCE_CATEGORY_NEUTRAL;
  g_hash_table_insert (reader->fact_types, (gpointer) type.name, GUINT_TO_POINTER (bundle->fact_types->len));
  g_array_append_val (bundle->fact_types, type);
  return bundle->fact_types->len - 1;
}

guint32
whence_reader_entity_type (Reader *reader, const char *name)
{
  WhenceBundle *bundle = reader->bundle;
  gpointer known;
  WhenceEntityType type = { 0 };

  if (g_hash_table_lookup_extended (reader->entity_types, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  type.name = type.label =
    whence_bundle_text (bundle, whence_strings_intern (&bundle->strings, name, strlen (name)));
  type.shape = WHENCE_SHAPE_PILL;
  g_hash_table_insert (reader->entity_types, (gpointer) type.name,
                       GUINT_TO_POINTER (bundle->entity_types->len));
  g_array_append_val (bundle->entity_types, type);
  return bundle->entity_types->len - 1;
}

static gboolean
is_usable_key (const Reader *reader, guint32 key)
{
  return (whence_reader_token (reader, key)->flags & (WHENCE_JSON_DUPLICATE | WHENCE_JSON_HAS_NUL)) == 0;
}

static gboolean
expect_object (Reader *reader, guint32 token)
{
  if (whence_reader_token (reader, token)->type == WHENCE_JSON_OBJECT)
    return TRUE;
  whence_reader_note (
    reader, WHENCE_PROBLEM_WRONG_TYPE, token,
    g_strdup (_ ("An object in curly brackets is expected here; the value is passed over.")));
  return FALSE;
}

/* FALSE, with a problem noted, when the value at @token is no string that can be used. */
static gboolean
is_text (Reader *reader, guint32 token)
{
  const WhenceJsonToken *value = whence_reader_token (reader, token);

  if (value->type != WHENCE_JSON_STRING)
    {
      whence_reader_note (reader, WHENCE_PROBLEM_WRONG_TYPE, token,
                          g_strdup (_ ("A string is expected here; the value is passed over.")));
      return FALSE;
    }
  return (value->flags & WHENCE_JSON_HAS_NUL) == 0;
}

/* The string value at @token in the arena, or NULL with a problem noted. */
static const char *
get_text (Reader *reader, guint32 token)
{
  const char *text;

  if (!is_text (reader, token))
    return NULL;
  text = whence_reader_decode (reader, token);
  return whence_bundle_text (reader->bundle,
                             whence_strings_intern (&reader->bundle->strings, text, reader->scratch->len));
}

/* --- Types ------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *label, *kind, *color, *display;
  int directed; /* -1: not said */
} Declaration;

static const char *
get_color (Reader *reader, guint32 token)
{
  const char *color = get_text (reader, token);
  gboolean good = color != NULL && color[0] == '#' && strlen (color) == 7;

  for (guint i = 1; good && i < 7; i++)
    good = g_ascii_isxdigit (color[i]);
  if (color != NULL && !good)
    whence_reader_note (reader, WHENCE_PROBLEM_BAD_VALUE, token,
                        g_strdup (_ ("A color is written as in \"#3584e4\".")));
  return good ? color : NULL;
}

static const char *
get_kind (Reader *reader, guint32 token)
{
  const char *kind = get_text (reader, token);

  if (kind == NULL || g_str_equal (kind, "event") || g_str_equal (kind, "state"))
    return kind;
  whence_reader_note (reader, WHENCE_PROBLEM_BAD_VALUE, token,
                      g_strdup_printf (_ ("One of these words is expected: %s."), "event, state"));
  return NULL;
}

static const char *
get_display (Reader *reader, guint32 token)
{
  const char *display = get_text (reader, token);

  if (display == NULL || g_str_equal (display, "mark") || g_str_equal (display, "band"))
    return display;
  whence_reader_note (reader, WHENCE_PROBLEM_BAD_VALUE, token,
                      g_strdup_printf (_ ("One of these words is expected: %s."), "mark, band"));
  return NULL;
}

static int
get_directed (Reader *reader, guint32 token)
{
  guint8 type = whence_reader_token (reader, token)->type;

  if (type == WHENCE_JSON_TRUE || type == WHENCE_JSON_FALSE)
    return type == WHENCE_JSON_TRUE;
  whence_reader_note (reader, WHENCE_PROBLEM_WRONG_TYPE, token,
                      g_strdup (_ ("true or false is expected here; the value is passed over.")));
  return -1;
}

static Declaration
read_declaration (Reader *reader, guint32 object, gboolean of_fact)
{
  Declaration declaration = { .directed = -1 };

  if (!expect_object (reader, object))
    return declaration;
  for (guint32 key = object + 1; key < whence_reader_token (reader, object)->next;
       key = whence_reader_token (reader, key + 1)->next)
    {
      const char *name = whence_reader_decode (reader, key);

      if (!is_usable_key (reader, key))
        continue;
      if (g_str_equal (name, "label"))
        declaration.label = get_text (reader, key + 1);
      else if (g_str_equal (name, "color"))
        declaration.color = get_color (reader, key + 1);
      else if (of_fact && g_str_equal (name, "kind"))
        declaration.kind = get_kind (reader, key + 1);
      else if (of_fact && g_str_equal (name, "display"))
        declaration.display = get_display (reader, key + 1);
      else if (of_fact && g_str_equal (name, "directed"))
        declaration.directed = get_directed (reader, key + 1);
    }
  return declaration;
}

static void
declare_fact_type (Reader *reader, const char *name, guint32 object)
{
  WhenceFactType *type =
    &g_array_index (reader->bundle->fact_types, WhenceFactType, whence_reader_fact_type (reader, name));
  Declaration declaration = read_declaration (reader, object, TRUE);

  type->known = TRUE;
  if (declaration.label != NULL)
    {
      type->label = declaration.label;
      type->verb = NULL;
      type->builtin = FALSE;
    }
  if (declaration.color != NULL)
    type->color = declaration.color;
  if (declaration.kind != NULL)
    type->kind = g_str_equal (declaration.kind, "state") ? WHENCE_KIND_STATE : WHENCE_KIND_EVENT;
  if (declaration.display != NULL)
    type->band = g_str_equal (declaration.display, "band");
  if (declaration.directed >= 0)
    type->directed = declaration.directed;
}

static void
declare_entity_type (Reader *reader, const char *name, guint32 object)
{
  guint32 index = whence_reader_entity_type (reader, name);
  WhenceEntityType *type = &g_array_index (reader->bundle->entity_types, WhenceEntityType, index);
  Declaration declaration = read_declaration (reader, object, FALSE);

  type->known = TRUE;
  if (declaration.label != NULL)
    {
      type->label = declaration.label;
      type->builtin = FALSE;
    }
  if (declaration.color != NULL)
    type->color = declaration.color;
}

static void
read_types_of (Reader *reader, guint32 object, gboolean of_facts)
{
  if (!expect_object (reader, object))
    return;
  for (guint32 key = object + 1; key < whence_reader_token (reader, object)->next;
       key = whence_reader_token (reader, key + 1)->next)
    {
      g_autofree char *name = NULL;

      if (!is_usable_key (reader, key))
        continue;
      name = g_strdup (whence_reader_decode (reader, key));
      if (of_facts)
        declare_fact_type (reader, name, key + 1);
      else
        declare_entity_type (reader, name, key + 1);
    }
}

static void
read_types (Reader *reader, guint32 object)
{
  if (!expect_object (reader, object))
    return;
  for (guint32 key = object + 1; key < whence_reader_token (reader, object)->next;
       key = whence_reader_token (reader, key + 1)->next)
    {
      const char *name = whence_reader_decode (reader, key);
      gboolean of_facts = g_str_equal (name, "facts");

      if (is_usable_key (reader, key) && (of_facts || g_str_equal (name, "entities")))
        read_types_of (reader, key + 1, of_facts);
    }
}

/* --- Positions -------------------------------------------------------------------------------------- */

/* Scenes compute with differences of positions; beyond this they would lose whole pixels. */
#define MAX_POSITION 1e9

static gboolean
get_coordinate (Reader *reader, guint32 index, double *out)
{
  const WhenceJsonToken *token = whence_reader_token (reader, index);

  if (token->type != WHENCE_JSON_NUMBER)
    return FALSE;
  *out = g_ascii_strtod (reader->scanner.text + token->start, NULL);
  return fabs (*out) <= MAX_POSITION;
}

static void
read_position (Reader *reader, guint32 key)
{
  WhenceBundle *bundle = reader->bundle;
  const WhenceJsonToken *value = whence_reader_token (reader, key + 1);
  const char *id = whence_reader_decode (reader, key);
  guint32 entity = whence_bundle_find (bundle, WHENCE_RECORD_ENTITY, id, reader->scratch->len);
  double x, y;

  if (value->type != WHENCE_JSON_ARRAY || value->next != key + 4 || !get_coordinate (reader, key + 2, &x)
      || !get_coordinate (reader, key + 3, &y))
    whence_reader_note (
      reader, WHENCE_PROBLEM_BAD_POSITION, key + 1,
      g_strdup (_ ("A position is a pair of finite numbers, such as [120, -40]; it is passed over.")));
  else if (entity == WHENCE_NONE)
    whence_reader_note (
      reader, WHENCE_PROBLEM_DANGLING_ID, key,
      /* Translators: %s is an id */
      g_strdup_printf (_ ("There is no entity with the id “%s”; its position is passed over."), id));
  else
    {
      bundle->positions[2 * entity] = x;
      bundle->positions[2 * entity + 1] = y;
    }
}

static void
read_positions (Reader *reader, guint32 object)
{
  WhenceBundle *bundle = reader->bundle;

  if (!expect_object (reader, object))
    return;
  bundle->positions = g_atomic_rc_box_alloc (sizeof (double) * MAX (1, 2 * (gsize) bundle->entities.n));
  for (guint32 i = 0; i < 2 * bundle->entities.n; i++)
    bundle->positions[i] = NAN;
  for (guint32 key = object + 1; key < whence_reader_token (reader, object)->next;
       key = whence_reader_token (reader, key + 1)->next)
    if (is_usable_key (reader, key))
      read_position (reader, key);
}

static void
read_view (Reader *reader, guint32 object)
{
  if (!expect_object (reader, object))
    return;
  for (guint32 key = object + 1; key < whence_reader_token (reader, object)->next;
       key = whence_reader_token (reader, key + 1)->next)
    if (is_usable_key (reader, key) && g_str_equal (whence_reader_decode (reader, key), "positions"))
      read_positions (reader, key + 1);
}

/* --- The members ------------------------------------------------------------------------------------ */

static void
read_text_into (Reader *reader, guint32 token, char **out)
{
  if (is_text (reader, token))
    *out = g_strdup (whence_reader_decode (reader, token));
}

static void
read_header_member (Reader *reader, const HeaderMember *member)
{
  WhenceBundle *bundle = reader->bundle;
  g_autoptr (GString) path = g_string_new ("$");

  whence_json_append_path_step (member->key, strlen (member->key), path);
  reader->kind = WHENCE_RECORD_HEADER;
  reader->root = 0;
  reader->path = path->str;
  if (reader->scanner.n_odd > 0)
    whence_reader_note_odd_tokens (reader, 0);
  if (g_str_equal (member->key, "title"))
    read_text_into (reader, 0, &bundle->title);
  else if (g_str_equal (member->key, "summary"))
    read_text_into (reader, 0, &bundle->summary);
  else if (g_str_equal (member->key, "language"))
    read_text_into (reader, 0, &bundle->language);
  else if (g_str_equal (member->key, "types"))
    read_types (reader, 0);
  else if (g_str_equal (member->key, "view"))
    read_view (reader, 0);
  else if (whence_array_named (member->key) != WHENCE_RECORD_HEADER)
    whence_reader_note (
      reader, WHENCE_PROBLEM_WRONG_TYPE, 0,
      g_strdup (_ ("A list in square brackets is expected here; the value is passed over.")));
}

/* Types as they are without any declaration; their indices stay. */
static void
reset_types (WhenceBundle *bundle)
{
  guint n_builtin;
  const WhenceFactType *fact_types = whence_fact_types_builtin (&n_builtin);
  const WhenceEntityType *entity_types;

  for (guint i = 0; i < bundle->fact_types->len; i++)
    {
      WhenceFactType *type = &g_array_index (bundle->fact_types, WhenceFactType, i);

      *type = i < n_builtin ? fact_types[i]
                            : (WhenceFactType){ .name = type->name, .label = type->name, .directed = TRUE };
    }
  entity_types = whence_entity_types_builtin (&n_builtin);
  for (guint i = 0; i < bundle->entity_types->len; i++)
    {
      WhenceEntityType *type = &g_array_index (bundle->entity_types, WhenceEntityType, i);

      *type = i < n_builtin
                ? entity_types[i]
                : (WhenceEntityType){ .name = type->name, .label = type->name, .shape = WHENCE_SHAPE_PILL };
    }
}

void
whence_reader_apply_header (Reader *reader)
{
  WhenceBundle *bundle = reader->bundle;
  WhenceJsonScanner of_text = reader->scanner;

  reader->index = 0;
  g_clear_pointer (&bundle->title, g_free);
  g_clear_pointer (&bundle->summary, g_free);
  g_clear_pointer (&bundle->language, g_free);
  g_clear_pointer (&bundle->positions, g_atomic_rc_box_release);
  reset_types (bundle);
  for (guint i = 0; i < bundle->header->len; i++)
    {
      const HeaderMember *member = g_ptr_array_index (bundle->header, i);

      if (member->value == NULL || member->is_duplicate)
        continue;
      if (reader->header_at->len > 0)
        reader->scanner.at = g_array_index (reader->header_at, guint32, i);
      else
        {
          reader->scanner.text = member->value;
          reader->scanner.length = (guint32) strlen (member->value);
          reader->scanner.at = 0;
        }
      if (whence_json_scan_value (&reader->scanner))
        read_header_member (reader, member);
    }
  reader->scanner.text = of_text.text;
  reader->scanner.length = of_text.length;
}
