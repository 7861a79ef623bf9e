/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads by one row of the table of formats and writes by another. A graph is laid out in between, so that
 * every node goes along with a place. */
#include "app/command-convert.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "app/output.h"
#include "formats/format.h"
#include "layout/graph-scene.h"
#include "model/input-file.h"
#include "model/json-value.h"
#include "paint/pen-backs.h"

static const WhenceFormat *
choose_format (const char *name, const char *file, const char *text, gsize length, GError **error)
{
  return name != NULL ? whence_format_by_name (name, error)
                      : whence_format_for_file (file, text, length, error);
}

static gboolean
refuse_direction (const WhenceFormat *format, gboolean reading, GError **error)
{
  g_set_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_ONE_WAY,
               reading ? _ ("The format “%s” is only written, not read.")
                       : _ ("The format “%s” is only read, not written."),
               format->name);
  return FALSE;
}

static WhenceBundle *
read_bundle (const char *name, const char *from, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  gsize length = 0;
  g_autofree char *text = whence_input_file_read (file, &length, NULL, error);
  const WhenceFormat *format = text != NULL ? choose_format (from, name, text, length, error) : NULL;

  if (format == NULL || (format->read == NULL && !refuse_direction (format, TRUE, error)))
    return NULL;
  return format->read (text, length, NULL, error);
}

/* The bundle with a saved position for every entity. Transfer full. */
static WhenceBundle *
lay_out (WhenceBundle *bundle, GError **error)
{
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  WhenceArrangeRequest request = { .scope = scope,
                                   .layout = WHENCE_LAYOUT_ORGANIC,
                                   .aspect = 1,
                                   .focus = WHENCE_NONE,
                                   .measure = whence_measure_pango };
  g_autoptr (WhenceArrangement) arrangement = whence_arrangement_new (&request, NULL);
  g_autoptr (GString) view = g_string_new ("{\"positions\":{");
  WhenceEdit edit = { WHENCE_RECORD_HEADER, "view", NULL };

  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    {
      WhencePoint at = whence_arrangement_get_position (arrangement, i);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      WhenceEntity entity;

      whence_bundle_get_entity (bundle, i, &entity);
      if (i > 0)
        g_string_append_c (view, ',');
      whence_json_append_string (entity.id, strlen (entity.id), view);
      g_string_append_printf (view, ":[%s,%s]", g_ascii_formatd (x, sizeof x, "%.6g", at.x),
                              g_ascii_formatd (y, sizeof y, "%.6g", at.y));
    }
  g_string_append (view, "}}");
  edit.json = view->str;
  return whence_bundle_edit (bundle, &edit, 1, error);
}

gboolean
whence_command_convert (const char *file, const char *from, const char *out, const char *to, GError **error)
{
  const WhenceFormat *format = choose_format (to, out, NULL, 0, error);
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceBundle) placed = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (format == NULL || (format->write == NULL && !refuse_direction (format, FALSE, error)))
    return FALSE;
  bundle = read_bundle (file, from, error);
  if (bundle == NULL)
    {
      g_prefix_error (error, "%s: ", file);
      return FALSE;
    }
  placed = format->wants_positions ? lay_out (bundle, error) : whence_bundle_ref (bundle);
  bytes = placed != NULL ? format->write (placed, error) : NULL;
  return bytes != NULL && whence_write_out (out, bytes, error);
}
