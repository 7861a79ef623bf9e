/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads Gephi's table of edges. The rows become the text of a bundle, which the one reader then checks and
 * packs: ids that a bundle does not allow are numbered, and the name is what the table has. Linear in the
 * text. */
#include "formats/format.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/decimal.h"
#include "model/json-value.h"
#include "model/reader.h"

typedef enum
{
  COLUMN_SOURCE,
  COLUMN_TARGET,
  COLUMN_TYPE,
  COLUMN_LABEL,
  COLUMN_WEIGHT,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = { "source", "target", "type", "label", "weight" };

typedef struct
{
  const char *at, *end;
  char separator;
  guint line; /* of the row being read, from 1 */
  guint next_line;
  GPtrArray *fields; /* char *, of the row being read */
} Table;

/* Reads one field, quoted or bare, into @field; FALSE on a quote that never closes. */
static gboolean
read_field (Table *table, GString *field)
{
  g_string_truncate (field, 0);
  if (table->at < table->end && *table->at == '"')
    {
      for (table->at++;; table->at++)
        {
          if (table->at >= table->end)
            return FALSE;
          if (*table->at == '"' && (++table->at >= table->end || *table->at != '"'))
            break;
          table->next_line += *table->at == '\n';
          g_string_append_c (field, *table->at);
        }
    }
  while (table->at < table->end && *table->at != table->separator && *table->at != '\n')
    g_string_append_c (field, *table->at++);
  return TRUE;
}

/* The next row that is not blank into table->fields. FALSE at the end, or with @error set. */
static gboolean
read_row (Table *table, GString *field, GError **error)
{
  while (table->at < table->end)
    {
      g_ptr_array_set_size (table->fields, 0);
      table->line = table->next_line;
      for (;;)
        {
          if (!read_field (table, field))
            {
              g_set_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_READ,
                           _ ("%u: a quotation mark that opens here is never closed."), table->line);
              return FALSE;
            }
          g_ptr_array_add (table->fields, g_strstrip (g_strdup (field->str)));
          if (table->at >= table->end || *table->at++ == '\n')
            break;
        }
      table->next_line++;
      if (table->fields->len > 1 || *(char *) g_ptr_array_index (table->fields, 0) != '\0')
        return TRUE;
    }
  return FALSE;
}

static const char *
get_field (const Table *table, int index)
{
  return index >= 0 && (guint) index < table->fields->len ? g_ptr_array_index (table->fields, (guint) index)
                                                          : "";
}

/* The separator that the head line has most of. */
static char
guess_separator (const char *text, gsize length)
{
  static const char candidates[] = { ',', ';', '\t' };
  const char *end = memchr (text, '\n', length);
  gsize head = end != NULL ? (gsize) (end - text) : length;
  char best = ',';
  guint most = 0;
  for (gsize c = 0; c < G_N_ELEMENTS (candidates); c++)
    {
      guint n = 0;
      for (gsize i = 0; i < head; i++)
        n += text[i] == candidates[c];
      if (n > most)
        {
          most = n;
          best = candidates[c];
        }
    }
  return best;
}

static void
skip_byte_order_mark (const char **text, gsize *length)
{
  if (*length >= 3 && memcmp (*text, "\xef\xbb\xbf", 3) == 0)
    {
      *text += 3;
      *length -= 3;
    }
}

static void
find_columns (const Table *table, int columns[N_COLUMNS])
{
  for (guint c = 0; c < N_COLUMNS; c++)
    {
      columns[c] = -1;
      for (guint i = 0; i < table->fields->len && columns[c] < 0; i++)
        if (g_ascii_strcasecmp (g_ptr_array_index (table->fields, i), column_names[c]) == 0)
          columns[c] = (int) i;
    }
}

gboolean
whence_csv_sniff (const char *text, gsize length)
{
  skip_byte_order_mark (&text, &length);
  Table table = { text,
                  text + MIN (length, 4096),
                  guess_separator (text, length),
                  1,
                  1,
                  g_ptr_array_new_with_free_func (g_free) };
  GString *field = g_string_new (NULL);
  int columns[N_COLUMNS] = { -1, -1, -1, -1, -1 };
  if (read_row (&table, field, NULL))
    find_columns (&table, columns);
  g_string_free (field, TRUE);
  g_ptr_array_unref (table.fields);
  return columns[COLUMN_SOURCE] >= 0 && columns[COLUMN_TARGET] >= 0;
}

/* --- Rows to the text of a bundle
 * ------------------------------------------------------------------------------- */

typedef struct
{
  GString *entities, *facts;
  GHashTable *ids; /* name → id, both owned */
  GHashTable *taken;
  guint n_facts;
} Writer;

/* The name itself where a bundle allows it as an id, else a number that no other name has. */
static const char *
get_entity_id (Writer *writer, const char *name)
{
  const char *known = g_hash_table_lookup (writer->ids, name);
  if (known != NULL)
    return known;
  char *id = whence_id_is_valid (name, strlen (name)) ? g_strdup (name) : NULL;
  for (guint n = g_hash_table_size (writer->ids) + 1; id == NULL || g_hash_table_contains (writer->taken, id);
       n++)
    {
      g_free (id);
      id = g_strdup_printf ("node-%u", n);
    }
  g_hash_table_insert (writer->ids, g_strdup (name), id);
  g_hash_table_add (writer->taken, id);
  g_string_append (writer->entities, writer->entities->len > 0 ? ",\n{\"id\":" : "{\"id\":");
  whence_json_append_string (id, strlen (id), writer->entities);
  g_string_append (writer->entities, ",\"type\":\"other\",\"name\":");
  whence_json_append_string (name, strlen (name), writer->entities);
  g_string_append_c (writer->entities, '}');
  return id;
}

static gboolean
append_row (Writer *writer, const Table *table, const int columns[N_COLUMNS], GError **error)
{
  const char *source = get_field (table, columns[COLUMN_SOURCE]),
             *target = get_field (table, columns[COLUMN_TARGET]);
  const char *label = get_field (table, columns[COLUMN_LABEL]),
             *weight = get_field (table, columns[COLUMN_WEIGHT]);
  if (*source == '\0' || *target == '\0')
    {
      g_set_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_READ,
                   _ ("%u: this row has no source or no target."), table->line);
      return FALSE;
    }
  WhenceDecimal value;
  if (*weight != '\0' && !whence_decimal_parse (weight, strlen (weight), &value))
    {
      g_set_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_READ,
                   _ ("%u: the weight “%s” is not a number."), table->line, weight);
      return FALSE;
    }
  gboolean directed = g_ascii_strcasecmp (get_field (table, columns[COLUMN_TYPE]), "directed") == 0;
  const char *subject = get_entity_id (writer, source), *object = get_entity_id (writer, target);
  GString *facts = writer->facts;
  g_string_append_printf (facts, "%s{\"id\":\"edge-%u\",\"type\":\"%s\"", facts->len > 0 ? ",\n" : "",
                          ++writer->n_facts, directed ? "edge" : "tie");
  if (*label != '\0')
    {
      g_string_append (facts, ",\"title\":");
      whence_json_append_string (label, strlen (label), facts);
    }
  g_string_append (facts, ",\"subject\":");
  whence_json_append_string (subject, strlen (subject), facts);
  g_string_append (facts, ",\"object\":");
  whence_json_append_string (object, strlen (object), facts);
  if (*weight != '\0')
    g_string_append_printf (facts, ",\"quantities\":[{\"value\":%s,\"unit\":\"weight\"}]", weight);
  g_string_append_c (facts, '}');
  return TRUE;
}

static gboolean
append_rows (Writer *writer, Table *table, GString *field, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) own = NULL;
  int columns[N_COLUMNS];
  if (!read_row (table, field, &own) && own == NULL)
    g_ptr_array_set_size (table->fields, 0);
  find_columns (table, columns);
  if (own == NULL && (columns[COLUMN_SOURCE] < 0 || columns[COLUMN_TARGET] < 0))
    g_set_error (&own, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_READ,
                 _ ("1: the first line must name the columns, “Source” and “Target” among them."));
  while (own == NULL && read_row (table, field, &own))
    if (g_cancellable_set_error_if_cancelled (cancellable, &own)
        || !append_row (writer, table, columns, &own))
      break;
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

WhenceBundle *
whence_csv_read (const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  skip_byte_order_mark (&text, &length);
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_READ,
                   _ ("The table is not UTF-8 text; save it as UTF-8 and open it again."));
      return NULL;
    }
  Table table = {
    text, text + length, guess_separator (text, length), 1, 1, g_ptr_array_new_with_free_func (g_free)
  };
  Writer writer = { g_string_new (NULL), g_string_new (NULL),
                    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                    g_hash_table_new (g_str_hash, g_str_equal), 0 };
  GString *field = g_string_new (NULL);
  WhenceBundle *bundle = NULL;
  if (append_rows (&writer, &table, field, cancellable, error))
    {
      GString *json = g_string_new ("{\"whence\":1,\"types\":{\"facts\":{"
                                    "\"edge\":{\"label\":\"edge\",\"kind\":\"state\",\"directed\":true},"
                                    "\"tie\":{\"label\":\"tie\",\"kind\":\"state\",\"directed\":false}}},\n");
      g_string_append_printf (json, "\"entities\":[%s],\n", writer.entities->str);
      g_string_append_printf (json, "\"facts\":[%s]}\n", writer.facts->str);
      bundle = whence_reader_read_text (json->str, json->len, NULL, NULL, cancellable, error);
      g_string_free (json, TRUE);
    }
  g_string_free (field, TRUE);
  g_string_free (writer.entities, TRUE);
  g_string_free (writer.facts, TRUE);
  g_hash_table_unref (writer.taken);
  g_hash_table_unref (writer.ids);
  g_ptr_array_unref (table.fields);
  return bundle;
}
