/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stories to make pictures of, the pictures, and what can be read in them. */
#pragma once

#include <string.h>

#include "paint/export.h"

#include "read-text.h"

static inline WhenceScope *
read_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return whence_scope_new_whole (bundle);
}

static inline WhenceScope *
read_example (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("WHENCE_DATADIR"), "examples", "meta-scale-ai.facts.json", NULL);
  return read_file (path);
}

/* Every kind of date, evidence, status and tie once, in scripts that our own font has. */
static inline WhenceScope *
read_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "everything.facts.json", NULL);
  return read_file (path);
}

static inline WhenceScope *
read_story (const char *text)
{
  g_autoptr (WhenceBundle) bundle = read_text (text);
  return whence_scope_new_whole (bundle);
}

static inline WhencePictureOptions
options_of (WhencePictureType type, WhenceShow show)
{
  WhencePictureOptions options = whence_picture_defaults;
  options.type = type;
  options.show = show;
  return options;
}

static inline GBytes *
export_picture (WhenceScope *scope, const WhencePictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = whence_export_picture (scope, options, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static inline gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  return memmem (data, length, text, strlen (text)) != NULL;
}

typedef struct
{
  GHashTable *ids;
  GString *text;
  guint n_unnamed; /* groups of a mark without a title */
  gboolean in_text, wants_title;
} Content;

static inline void
on_start (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer user_data, GError **error)
{
  Content *content = user_data;
  gboolean has_id = FALSE;
  content->n_unnamed += content->wants_title && !g_str_equal (name, "title");
  content->in_text = g_str_equal (name, "text");
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "id"))
      {
        has_id = g_str_equal (name, "g");
        g_assert_true (g_hash_table_add (content->ids, g_strdup (values[i])));
      }
  content->wants_title = has_id;
}

static inline void
on_end (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Content *content = user_data;
  if (content->in_text)
    g_string_append_c (content->text, '\n');
  content->in_text = FALSE;
}

static inline void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Content *content = user_data;
  if (content->in_text)
    g_string_append_len (content->text, text, (gssize) length);
}

static inline void
parse (GBytes *svg, Content *content)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end, .text = on_text };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, content, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (svg, &length);
  *content = (Content){ .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                        .text = g_string_new ("\n") };
  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_string_replace (content->text, "\xC2\xA0", " ", 0);
  g_string_replace (content->text, "\xE2\x80\xAF", " ", 0);
}

static inline void
clear_content (Content *content)
{
  g_hash_table_unref (content->ids);
  g_string_free (content->text, TRUE);
}
