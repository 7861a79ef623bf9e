/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the bundle, and the options that speak of what is in it; draws and writes. Nothing is written before
 * the whole picture is in memory. */
#include "app/command-export.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "app/export-options.h"
#include "app/language.h"
#include "app/output.h"
#include "layout/amounts.h"
#include "model/reader.h"
#include "paint/export.h"

/* The entities of a list of ids, appended to @entities. */
static gboolean
parse_entities (const char *option, const char *value, const char *expected, const WhenceBundle *bundle,
                GArray *entities, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (value, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint32 entity = whence_bundle_find_entity (bundle, ids[i]);
      if (entity == WHENCE_NONE)
        return whence_option_refuse (error, option, ids[i], expected);
      g_array_append_val (entities, entity);
    }
  return TRUE;
}

/* Without a number of hops the graph is shown as far as it goes. The subset is the caller's to let go of. */
static gboolean
parse_focus (const WhenceExportArguments *a, const WhenceScope *scope, WhencePictureOptions *options,
             GError **error)
{
  g_autoptr (GArray) centres = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint64 hops;

  if (a->focus == NULL && a->hops != NULL)
    return whence_option_refuse_alone (error, "--hops", "--focus");
  if (a->focus == NULL)
    return TRUE;
  if (!parse_entities ("--focus", a->focus, _ ("the id of an entity in the file"),
                       whence_scope_get_bundle (scope), centres, error))
    return FALSE;
  options->focus = g_array_index (centres, guint32, 0);
  if (a->hops == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (a->hops, 10, 0, G_MAXUINT32, &hops, NULL))
    return whence_option_refuse (error, "--hops", a->hops, _ ("a whole number from 0"));
  options->subset = whence_graph_subset_new (
    scope, &(WhenceGraphChoice){ .centres = (const guint32 *) (gconstpointer) centres->data,
                                 .n_centres = centres->len,
                                 .hops = (guint) hops });
  return TRUE;
}

static gboolean
parse_amounts (const WhenceExportArguments *a, const WhenceScope *scope, GArray *entities,
               WhencePictureOptions *options, GError **error)
{
  g_autofree const char **currencies = NULL;

  if (g_strcmp0 (a->amounts, "none") == 0)
    options->amounts = FALSE;
  else if (a->amounts != NULL && !g_str_equal (a->amounts, "auto")
           && !parse_entities ("--amounts", a->amounts, _ ("auto, none or the id of an entity in the file"),
                               whence_scope_get_bundle (scope), entities, error))
    return FALSE;
  options->amounts_of = (const guint32 *) (gconstpointer) entities->data;
  options->n_amounts_of = entities->len;
  if (a->amounts_currency == NULL)
    return TRUE;
  currencies = whence_amounts_rank_currencies (scope, options->amounts_of, options->n_amounts_of);
  if (!g_strv_contains (currencies, a->amounts_currency))
    return whence_option_refuse (error, "--amounts-currency", a->amounts_currency,
                                 _ ("a currency of an amount that is shown"));
  options->amounts_currency = a->amounts_currency;
  return TRUE;
}

/* Two dates with a comma between; there may be others within them. */
static gboolean
parse_compare (const char *value, WhencePeriod *dates, GError **error)
{
  WhenceDate earlier, later;

  for (const char *comma = strchr (value, ','); comma != NULL; comma = strchr (comma + 1, ','))
    {
      g_autofree char *first = g_strndup (value, (gsize) (comma - value));
      if (!whence_date_parse (first, &earlier, NULL) || !whence_date_parse (comma + 1, &later, NULL))
        continue;
      dates[0] = (WhencePeriod){ earlier.start.earliest, earlier.end.latest };
      dates[1] = (WhencePeriod){ later.start.earliest, later.end.latest };
      if (whence_changes_check (dates[0], dates[1], error))
        return TRUE;
      g_prefix_error (error, "--compare=%s: ", value);
      return FALSE;
    }
  return whence_option_refuse (error, "--compare", value, _ ("two dates, such as 2015,2025"));
}

static gboolean
parse_known_by (const char *date, WhenceScopeSpec *spec, GError **error)
{
  if (date == NULL)
    return TRUE;
  spec->known_by = whence_known_by_new (spec->bundle, date, error);
  if (spec->known_by == NULL)
    g_prefix_error (error, "%s: ", "--known-by");
  return spec->known_by != NULL;
}

static WhenceScope *
make_scope (const WhenceExportArguments *a, WhenceBundle *bundle, GError **error)
{
  WhenceScopeSpec spec = { .bundle = bundle };
  g_autoptr (WhenceKnownBy) known_by = NULL;
  gint64 unused;

  if (a->as_of != NULL
      && !whence_option_parse_date ("--as-of", a->as_of, &spec.as_of.from, &spec.as_of.to, error))
    return NULL;
  if (a->compare != NULL && !parse_compare (a->compare, spec.compared, error))
    return NULL;
  if (a->compare != NULL && a->as_of != NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s does not go together with %s"),
                   "--compare", "--as-of");
      return NULL;
    }
  if (!parse_known_by (a->known_by, &spec, error))
    return NULL;
  known_by = spec.known_by;
  spec.today = whence_known_by_get_today (known_by, bundle);
  if (a->today != NULL && !whence_option_parse_date ("--today", a->today, &unused, &spec.today, error))
    return NULL;
  return whence_scope_new (&spec);
}

gboolean
whence_command_export (const WhenceExportArguments *arguments, const char *file_name, GError **error)
{
  WhencePictureOptions options = whence_picture_defaults;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (file_name);
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceScope) scope = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (WhenceGraphSubset) subset = NULL;

  if (!whence_export_options_parse (arguments, &options, error))
    return FALSE;
  bundle = whence_reader_read_file (file, NULL, NULL, NULL, error);
  if (bundle == NULL)
    {
      g_prefix_error (error, "%s: ", file_name);
      return FALSE;
    }
  whence_language_force (arguments->locale != NULL ? arguments->locale : whence_bundle_get_language (bundle));
  scope = make_scope (arguments, bundle, error);
  if (scope == NULL || !parse_amounts (arguments, scope, entities, &options, error)
      || !parse_focus (arguments, scope, &options, error))
    return FALSE;
  subset = options.subset;
  options.file = file;
  bytes = whence_export_picture (scope, &options, NULL, error);
  return bytes != NULL && whence_write_out (arguments->out, bytes, error);
}
