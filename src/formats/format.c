/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of formats and how one is chosen: by name, by extension, and only then by content. */
#include "formats/format.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/reader.h"
#include "model/writer.h"

G_DEFINE_QUARK (whence - format - error - quark, whence_format_error)

static WhenceBundle *
read_bundle (const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  return whence_reader_read_text (text, length, NULL, NULL, cancellable, error);
}

static GBytes *
write_json (const WhenceBundle *bundle, GError **error)
{
  return whence_writer_to_bytes (bundle, WHENCE_SYNTAX_JSON);
}

static GBytes *
write_json_lines (const WhenceBundle *bundle, GError **error)
{
  return whence_writer_to_bytes (bundle, WHENCE_SYNTAX_JSON_LINES);
}

/* A bundle is the only format here that opens with a brace and says "whence" soon after. */
static gboolean
sniff_bundle (const char *text, gsize length)
{
  gsize i = 0;
  while (i < length && g_ascii_isspace (text[i]))
    i++;
  return i < length && text[i] == '{'
         && g_strstr_len (text + i, (gssize) MIN (length - i, 4096), "\"whence\"") != NULL;
}

static const WhenceFormat formats[] = {
  { "facts", N_ ("Fact bundle"), { "facts.json", "json" }, FALSE, sniff_bundle, read_bundle, write_json },
  { "facts-lines",
    N_ ("Fact bundle, JSON Lines"),
    { "facts.jsonl", "jsonl" },
    FALSE,
    NULL,
    read_bundle,
    write_json_lines },
  { "csv", N_ ("Table of edges"), { "csv", "tsv" }, FALSE, whence_csv_sniff, whence_csv_read, NULL },
  { "gexf", N_ ("GEXF graph"), { "gexf" }, TRUE, NULL, NULL, whence_gexf_write },
};

static char *
list_names (void)
{
  GString *names = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", formats[i].name);
  return g_string_free (names, FALSE);
}

const WhenceFormat *
whence_format_by_name (const char *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return &formats[i];
  g_autofree char *names = list_names ();
  g_set_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_UNKNOWN,
               /* Translators: the second %s lists words as they are typed on the command line. */
               _ ("There is no format “%s”; there are: %s."), name, names);
  return NULL;
}

static gboolean
has_extension (const char *file_name, const char *extension)
{
  gsize name_length = strlen (file_name), length = strlen (extension);
  return name_length > length && file_name[name_length - length - 1] == '.'
         && g_ascii_strcasecmp (file_name + name_length - length, extension) == 0;
}

const WhenceFormat *
whence_format_for_file (const char *file_name, const char *text, gsize length, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; formats[i].extensions[j] != NULL; j++)
      if (has_extension (file_name, formats[i].extensions[j]))
        return &formats[i];
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (formats); i++)
    if (formats[i].sniff != NULL && formats[i].sniff (text, length))
      return &formats[i];
  g_autofree char *names = list_names ();
  g_set_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_UNKNOWN,
               /* Translators: the second %s lists words as they are typed on the command line. */
               _ ("The format of “%s” is not known; name one of: %s."), file_name, names);
  return NULL;
}
