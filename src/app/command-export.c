/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the options of a picture, the bundle, draws and writes. Nothing is written before the whole picture
 * is in memory. */
#include "app/command-export.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "app/language.h"
#include "app/output.h"
#include "layout/amounts.h"
#include "model/reader.h"
#include "paint/export.h"

void
whence_export_arguments_clear (WhenceExportArguments *a)
{
  char **const texts[] = { &a->out,           &a->type,
                           &a->view,          &a->size,
                           &a->scale,         &a->theme,
                           &a->range,         &a->as_of,
                           &a->focus,         &a->hops,
                           &a->group_by,      &a->layout,
                           &a->size_by,       &a->color_by,
                           &a->layers_by,     &a->true_to,
                           &a->seed,          &a->locale,
                           &a->today,         &a->amounts,
                           &a->amounts_scale, &a->amounts_currency,
                           &a->compare,       &a->known_by };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

const char *
whence_export_arguments_stray (const WhenceExportArguments *a, gboolean reviews)
{
  const struct
  {
    const char *name;
    gboolean given;
  } options[] = {
    { "--type", a->type != NULL },
    { "--view", a->view != NULL },
    { "--size", a->size != NULL },
    { "--scale", a->scale != NULL },
    { "--theme", a->theme != NULL },
    { "--range", a->range != NULL },
    { "--as-of", a->as_of != NULL },
    { "--compare", a->compare != NULL },
    { "--known-by", a->known_by != NULL && !reviews },
    { "--focus", a->focus != NULL },
    { "--hops", a->hops != NULL },
    { "--group-by", a->group_by != NULL },
    { "--layout", a->layout != NULL },
    { "--layers-by", a->layers_by != NULL },
    { "--true-to", a->true_to != NULL },
    { "--size-by", a->size_by != NULL },
    { "--color-by", a->color_by != NULL },
    { "--seed", a->seed != NULL },
    { "--no-title", a->no_title },
    { "--no-legend", a->no_legend },
    { "--no-sources", a->no_sources },
    { "--transparent", a->transparent },
    { "--locale", a->locale != NULL },
    { "--today", a->today != NULL },
    { "--amounts", a->amounts != NULL },
    { "--amounts-scale", a->amounts_scale != NULL },
    { "--amounts-currency", a->amounts_currency != NULL },
    { "--negated", a->negated },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given)
      return options[i].name;
  return NULL;
}

/* --- Reading options --- */

typedef struct
{
  const char *word;
  int value;
} Choice;

static const Choice types[] = {
  { "png", WHENCE_PICTURE_PNG }, { "svg", WHENCE_PICTURE_SVG }, { "pdf", WHENCE_PICTURE_PDF }, { NULL }
};
static const Choice views[] = {
  { "timeline", WHENCE_SHOW_TIMELINE }, { "graph", WHENCE_SHOW_GRAPH }, { "both", WHENCE_SHOW_BOTH }, { NULL }
};
static const Choice themes[] = {
  { "light", WHENCE_THEME_LIGHT }, { "dark", WHENCE_THEME_DARK }, { "print", WHENCE_THEME_PRINT }, { NULL }
};
static const Choice groupings[] = {
  { "entity", WHENCE_GROUP_ENTITY },       { "entity-type", WHENCE_GROUP_ENTITY_TYPE },
  { "fact-type", WHENCE_GROUP_FACT_TYPE }, { "source", WHENCE_GROUP_SOURCE },
  { "none", WHENCE_GROUP_NONE },           { NULL }
};
static const Choice layouts[] = {
  { "organic", WHENCE_LAYOUT_ORGANIC }, { "concentric", WHENCE_LAYOUT_CONCENTRIC },
  { "layered", WHENCE_LAYOUT_LAYERED }, { "chronological", WHENCE_LAYOUT_CHRONOLOGICAL },
  { "saved", WHENCE_LAYOUT_SAVED },     { NULL }
};

static const Choice layers[] = { { "ownership", WHENCE_LAYOUT_LAYERED },
                                 { "command", WHENCE_LAYOUT_COMMAND },
                                 { NULL } };
static const Choice faiths[] = { { "balanced", WHENCE_FAITH_BALANCED },
                                 { "distances", WHENCE_FAITH_DISTANCES },
                                 { "neighbours", WHENCE_FAITH_NEIGHBOURS },
                                 { NULL } };
static const Choice node_sizes[] = { { "degree", WHENCE_NODE_SIZE_DEGREE },
                                     { "amount", WHENCE_NODE_SIZE_AMOUNT },
                                     { "betweenness", WHENCE_NODE_SIZE_BETWEENNESS },
                                     { "pagerank", WHENCE_NODE_SIZE_PAGERANK },
                                     { "none", WHENCE_NODE_SIZE_NONE },
                                     { NULL } };
static const Choice node_colors[] = { { "type", WHENCE_NODE_COLOR_TYPE },
                                      { "community", WHENCE_NODE_COLOR_COMMUNITY },
                                      { "component", WHENCE_NODE_COLOR_COMPONENT },
                                      { NULL } };
static const Choice scales[] = { { "linear", WHENCE_SCALE_LINEAR }, { "log", WHENCE_SCALE_LOG }, { NULL } };

static gboolean
refuse (GError **error, const char *option, const char *value, const char *expected)
{
  /* Translators: “--size=12: expected WIDTHxHEIGHT”; the last part is a list of words, or such as “two
   * dates”. */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%1$s=%2$s: expected: %3$s"), option,
               value, expected);
  return FALSE;
}

static gboolean
refuse_alone (GError **error, const char *option, const char *other)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s only goes together with %s"), option,
               other);
  return FALSE;
}

static gboolean
choose (const char *option, const char *value, const Choice *choices, int *out, GError **error)
{
  g_autoptr (GString) words = NULL;

  if (value == NULL)
    return TRUE;
  words = g_string_new (NULL);
  for (const Choice *choice = choices; choice->word != NULL; choice++)
    {
      if (g_str_equal (choice->word, value))
        {
          *out = choice->value;
          return TRUE;
        }
      g_string_append_printf (words, "%s%s", words->len > 0 ? "|" : "", choice->word);
    }
  return refuse (error, option, value, words->str);
}

static gboolean
parse_number (const char **text, double *out)
{
  char *end;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  errno = 0;
  *out = g_ascii_strtod (*text, &end);
  *text = end;
  return errno == 0 && isfinite (*out);
}

static gboolean
parse_size (const char *value, WhencePictureOptions *options, GError **error)
{
  const char *p = value;

  if (value == NULL)
    return TRUE;
  if (parse_number (&p, &options->width) && *p++ == 'x' && parse_number (&p, &options->height) && *p == '\0')
    return TRUE;
  return refuse (error, "--size", value, "WIDTHxHEIGHT");
}

static gboolean
parse_scale (const char *value, WhencePictureOptions *options, GError **error)
{
  const char *p = value;

  if (value == NULL || (parse_number (&p, &options->scale) && *p == '\0' && options->scale > 0))
    return TRUE;
  return refuse (error, "--scale", value, _ ("a number above 0"));
}

static gboolean
parse_seed (const char *value, WhencePictureOptions *options, GError **error)
{
  guint64 seed;

  if (value == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT32, &seed, NULL))
    return refuse (error, "--seed", value, _ ("a whole number from 0 to 4294967295"));
  options->seed = (guint32) seed;
  return TRUE;
}

static gboolean
parse_date (const char *option, const char *value, gint64 *from, gint64 *to, GError **error)
{
  WhenceDate date;

  if (!whence_date_parse (value, &date, error))
    {
      g_prefix_error (error, "%s: ", option);
      return FALSE;
    }
  *from = date.start.earliest;
  *to = date.end.latest;
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
  return refuse (error, "--compare", value, _ ("two dates, such as 2015,2025"));
}

static gboolean
parse_range (const char *value, WhencePictureOptions *options, GError **error)
{
  if (value == NULL)
    return TRUE;
  if (!parse_date ("--range", value, &options->range_from, &options->range_to, error))
    return FALSE;
  if (options->range_from == WHENCE_INSTANT_BEFORE_ALL || options->range_to == WHENCE_INSTANT_AFTER_ALL)
    return refuse (error, "--range", value, _ ("a range with two ends"));
  return TRUE;
}

static gboolean
parse_type (const WhenceExportArguments *a, WhencePictureOptions *options, GError **error)
{
  const char *dot = strrchr (a->out, '.');
  g_autofree char *extension = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;
  int type = -1;

  if (a->type != NULL && !choose ("--type", a->type, types, &type, error))
    return FALSE;
  if (a->type == NULL && (extension == NULL || !choose ("--export", extension, types, &type, NULL)))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--export: “%s” does not end in .png, .svg or .pdf; say which by --type"), a->out);
      return FALSE;
    }
  options->type = (WhencePictureType) type;
  return TRUE;
}

/* Layers are of a layered graph. */
static gboolean
parse_layout (const WhenceExportArguments *a, WhencePictureOptions *options, GError **error)
{
  int layout = a->layers_by != NULL                                 ? WHENCE_LAYOUT_LAYERED
               : a->focus != NULL && strchr (a->focus, ',') == NULL ? WHENCE_LAYOUT_CONCENTRIC
                                                                    : (int) options->layout;
  int by = WHENCE_LAYOUT_LAYERED, faith = options->faith;
  int size = options->node_size, color = options->node_color;

  if (!choose ("--layout", a->layout, layouts, &layout, error)
      || !choose ("--layers-by", a->layers_by, layers, &by, error)
      || !choose ("--true-to", a->true_to, faiths, &faith, error)
      || !choose ("--size-by", a->size_by, node_sizes, &size, error)
      || !choose ("--color-by", a->color_by, node_colors, &color, error))
    return FALSE;
  if (a->layers_by != NULL && layout != WHENCE_LAYOUT_LAYERED)
    return refuse_alone (error, "--layers-by", "--layout=layered");
  options->layout = (WhenceLayoutKind) (layout == WHENCE_LAYOUT_LAYERED ? by : layout);
  options->faith = (WhenceFaith) faith;
  options->node_size = (WhenceNodeSize) size;
  options->node_color = (WhenceNodeColor) color;
  return TRUE;
}

static gboolean
parse_options (const WhenceExportArguments *a, WhencePictureOptions *options, GError **error)
{
  int show = options->show, theme = options->theme, grouping = options->grouping;
  int scale = options->amounts_scale;

  if (!parse_type (a, options, error) || !choose ("--view", a->view, views, &show, error)
      || !choose ("--theme", a->theme, themes, &theme, error)
      || !choose ("--group-by", a->group_by, groupings, &grouping, error)
      || !choose ("--amounts-scale", a->amounts_scale, scales, &scale, error)
      || !parse_layout (a, options, error) || !parse_size (a->size, options, error)
      || !parse_scale (a->scale, options, error) || !parse_seed (a->seed, options, error)
      || !parse_range (a->range, options, error))
    return FALSE;
  if (a->scale != NULL && options->type != WHENCE_PICTURE_PNG)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--scale is for PNG only"));
      return FALSE;
    }
  options->show = (WhenceShow) show;
  options->theme = (WhenceTheme) theme;
  options->grouping = (WhenceGrouping) grouping;
  options->amounts_scale = (WhenceValueScale) scale;
  options->title = !a->no_title;
  options->legend = !a->no_legend;
  options->sources = !a->no_sources;
  options->transparent = a->transparent;
  options->negated = a->negated;
  return TRUE;
}

/* --- The picture --- */

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
        return refuse (error, option, ids[i], expected);
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
    return refuse_alone (error, "--hops", "--focus");
  if (a->focus == NULL)
    return TRUE;
  if (!parse_entities ("--focus", a->focus, _ ("the id of an entity in the file"),
                       whence_scope_get_bundle (scope), centres, error))
    return FALSE;
  options->focus = g_array_index (centres, guint32, 0);
  if (a->hops == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (a->hops, 10, 0, G_MAXUINT32, &hops, NULL))
    return refuse (error, "--hops", a->hops, _ ("a whole number from 0"));
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
    return refuse (error, "--amounts-currency", a->amounts_currency,
                   _ ("a currency of an amount that is shown"));
  options->amounts_currency = a->amounts_currency;
  return TRUE;
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

  if (a->as_of != NULL && !parse_date ("--as-of", a->as_of, &spec.as_of.from, &spec.as_of.to, error))
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
  if (a->today != NULL && !parse_date ("--today", a->today, &unused, &spec.today, error))
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

  if (!parse_options (arguments, &options, error))
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
