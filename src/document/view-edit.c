/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits a JSON object as text: it is cut into its members, one is exchanged, and the rest is put together
 * again untouched, so that no number or unknown member is ever rewritten. Invariant: the text is valid JSON.
 */
#include "document/view-edit.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  char *key;   /* unescaped */
  char *text;  /* the member as it stands: "key": value */
  char *value; /* the value alone */
} Member;

static void
member_free (gpointer data)
{
  Member *member = data;

  g_free (member->key);
  g_free (member->text);
  g_free (member->value);
  g_free (member);
}

static const char *
skip_blanks (const char *p)
{
  return p + strspn (p, " \t\r\n");
}

static const char *
skip_string (const char *p)
{
  for (p++; *p != '"' && *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
  return *p == '"' ? p + 1 : p;
}

/* To the comma or bracket that ends the value at @p. */
static const char *
skip_value (const char *p)
{
  guint depth = 0;

  while (*p != '\0' && (depth > 0 || strchr (",}]", *p) == NULL))
    {
      if (*p == '"')
        {
          p = skip_string (p);
          continue;
        }
      if (*p == '{' || *p == '[')
        depth++;
      else if (*p == '}' || *p == ']')
        depth--;
      p++;
    }
  return p;
}

static char *
unquote (const char *start, const char *end)
{
  g_autofree char *text = g_strndup (start, (gsize) (end - start));
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return g_strdup (node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : "");
}

static GPtrArray *
split (const char *object)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (member_free);
  const char *p = object != NULL ? skip_blanks (object) : "";

  if (*p != '{')
    return members;
  for (p = skip_blanks (p + 1); *p == '"'; p = skip_blanks (p))
    {
      const char *start = p, *colon = skip_string (p), *value;
      Member *member = g_new0 (Member, 1);

      member->key = unquote (start, colon);
      value = skip_blanks (skip_blanks (colon) + 1);
      p = skip_value (value);
      member->text = g_strchomp (g_strndup (start, (gsize) (p - start)));
      member->value = g_strchomp (g_strndup (value, (gsize) (p - value)));
      g_ptr_array_add (members, member);
      if (*p == ',')
        p++;
    }
  return members;
}

/* NULL when no member is left. */
static char *
join (GPtrArray *members)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = g_ptr_array_index (members, i);
      if (member->text != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "{", member->text);
    }
  if (text->len > 0)
    g_string_append_c (text, '}');
  return g_string_free (text, text->len == 0);
}

char *
whence_json_quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_node_init_string (node, text);
  return json_to_string (node, FALSE);
}

/* The members by key, each with its index. */
static GHashTable *
index_members (GPtrArray *members)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < members->len; i++)
    g_hash_table_insert (index, ((Member *) g_ptr_array_index (members, i))->key, GUINT_TO_POINTER (i));
  return index;
}

/* Sets @key to the JSON @value in place, or adds it at the end; NULL marks it as gone. */
static void
set_member (GPtrArray *members, GHashTable *index, const char *key, const char *value)
{
  g_autofree char *quoted = whence_json_quote (key);
  gpointer at;
  Member *member;

  if (g_hash_table_lookup_extended (index, key, NULL, &at))
    member = g_ptr_array_index (members, GPOINTER_TO_UINT (at));
  else if (value == NULL)
    return;
  else
    {
      member = g_new0 (Member, 1);
      member->key = g_strdup (key);
      g_hash_table_insert (index, member->key, GUINT_TO_POINTER (members->len));
      g_ptr_array_add (members, member);
    }
  g_free (member->text);
  g_free (member->value);
  member->text = value != NULL ? g_strdup_printf ("%s: %s", quoted, value) : NULL;
  member->value = g_strdup (value);
}

static const char *
get_member (GPtrArray *members, const char *key)
{
  for (guint i = 0; i < members->len; i++)
    {
      Member *member = g_ptr_array_index (members, i);
      if (g_str_equal (member->key, key))
        return member->value;
    }
  return NULL;
}

static char *
point_to_json (const WhencePoint *point)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (x, sizeof x, "%.9g", point->x);
  g_ascii_formatd (y, sizeof y, "%.9g", point->y);
  return g_strdup_printf ("[%s, %s]", x, y);
}

char *
whence_view_edit_positions (const char *view, const char *const *ids, const WhencePoint *positions, guint n)
{
  g_autoptr (GPtrArray) members = split (view);
  g_autoptr (GPtrArray) places = split (get_member (members, "positions"));
  g_autoptr (GHashTable) members_index = index_members (members), places_index = index_members (places);
  g_autofree char *json = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *point = positions != NULL ? point_to_json (&positions[i]) : NULL;
      set_member (places, places_index, ids[i], point);
    }
  json = join (places);
  set_member (members, members_index, "positions", json);
  return join (members);
}
