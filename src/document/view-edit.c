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

static char *
join (GPtrArray *members)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((Member *) g_ptr_array_index (members, i))->text);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

char *
whence_json_quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_node_init_string (node, text);
  return json_to_string (node, FALSE);
}

/* Sets @key to the JSON @value in place, adds it at the end, or removes it (NULL). */
static void
set_member (GPtrArray *members, const char *key, const char *value)
{
  g_autofree char *quoted = whence_json_quote (key);
  Member *found = NULL;

  for (guint i = 0; i < members->len && found == NULL; i++)
    {
      Member *member = g_ptr_array_index (members, i);
      if (!g_str_equal (member->key, key))
        continue;
      if (value == NULL)
        {
          g_ptr_array_remove_index (members, i);
          return;
        }
      found = member;
    }
  if (value == NULL)
    return;
  if (found == NULL)
    {
      found = g_new0 (Member, 1);
      found->key = g_strdup (key);
      g_ptr_array_add (members, found);
    }
  g_free (found->text);
  g_free (found->value);
  found->text = g_strdup_printf ("%s: %s", quoted, value);
  found->value = g_strdup (value);
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
whence_view_edit_position (const char *view, const char *id, const WhencePoint *position)
{
  g_autoptr (GPtrArray) members = split (view);
  g_autoptr (GPtrArray) positions = split (get_member (members, "positions"));
  g_autofree char *point = position != NULL ? point_to_json (position) : NULL;
  g_autofree char *json = NULL;

  set_member (positions, id, point);
  json = positions->len > 0 ? join (positions) : NULL;
  set_member (members, "positions", json);
  return members->len > 0 ? join (members) : NULL;
}
