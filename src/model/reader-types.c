/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The types of a bundle: those that are built in, those that the header declares, and those that are only
 * used. A type keeps its index whatever the header comes to say about it. */
#include "model/reader-private.h"

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

/* --- Declarations ----------------------------------------------------------------------------------- */

/* The string value at @token in the arena, or NULL with a problem noted. */
static const char *
get_text (Reader *reader, guint32 token)
{
  const char *text;

  if (!whence_reader_is_text (reader, token))
    return NULL;
  text = whence_reader_decode (reader, token);
  return whence_bundle_text (reader->bundle,
                             whence_strings_intern (&reader->bundle->strings, text, reader->scratch->len));
}

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

  if (!whence_reader_expect_object (reader, object))
    return declaration;
  for (guint32 key = 0; (key = whence_reader_next_key (reader, object, key)) != 0;)
    {
      const char *name = whence_reader_decode (reader, key);

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

static guint
count_own_colors (const WhenceBundle *bundle)
{
  guint n = 0;

  for (guint i = 0; i < bundle->fact_types->len; i++)
    n += g_array_index (bundle->fact_types, WhenceFactType, i).own > 0;
  return n;
}

static void
declare_fact_type (Reader *reader, const char *name, guint32 object)
{
  /* First, since a type more may move the others. */
  guint index = whence_reader_fact_type (reader, name);
  WhenceFactType *type = &g_array_index (reader->bundle->fact_types, WhenceFactType, index);
  Declaration declaration = read_declaration (reader, object, TRUE);

  type->known = TRUE;
  if (declaration.label != NULL)
    {
      type->label = declaration.label;
      type->verb = NULL;
      type->builtin = FALSE;
    }
  if (declaration.color != NULL)
    {
      type->color = declaration.color;
      type->own = type->own > 0 ? type->own : count_own_colors (reader->bundle) + 1;
    }
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
  if (!whence_reader_expect_object (reader, object))
    return;
  for (guint32 key = 0; (key = whence_reader_next_key (reader, object, key)) != 0;)
    {
      g_autofree char *name = g_strdup (whence_reader_decode (reader, key));

      if (of_facts)
        declare_fact_type (reader, name, key + 1);
      else
        declare_entity_type (reader, name, key + 1);
    }
}

void
whence_reader_read_types (Reader *reader, guint32 object)
{
  if (!whence_reader_expect_object (reader, object))
    return;
  for (guint32 key = 0; (key = whence_reader_next_key (reader, object, key)) != 0;)
    {
      const char *name = whence_reader_decode (reader, key);
      gboolean of_facts = g_str_equal (name, "facts");

      if (of_facts || g_str_equal (name, "entities"))
        read_types_of (reader, key + 1, of_facts);
    }
}

void
whence_reader_reset_types (WhenceBundle *bundle)
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
