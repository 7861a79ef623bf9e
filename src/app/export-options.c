/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the options against tables, and numbers and dates; nothing here looks into the file. */
#include "app/export-options.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "model/date.h"

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

gboolean
whence_option_refuse (GError **error, const char *option, const char *value, const char *expected)
{
  /* Translators: “--size=12: expected WIDTHxHEIGHT”; the last part is a list of words, or such as “two
   * dates”. */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%1$s=%2$s: expected: %3$s"), option,
               value, expected);
  return FALSE;
}

gboolean
whence_option_refuse_alone (GError **error, const char *option, const char *other)
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
  return whence_option_refuse (error, option, value, words->str);
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
  return whence_option_refuse (error, "--size", value, "WIDTHxHEIGHT");
}

static gboolean
parse_scale (const char *value, WhencePictureOptions *options, GError **error)
{
  const char *p = value;

  if (value == NULL || (parse_number (&p, &options->scale) && *p == '\0' && options->scale > 0))
    return TRUE;
  return whence_option_refuse (error, "--scale", value, _ ("a number above 0"));
}

static gboolean
parse_seed (const char *value, WhencePictureOptions *options, GError **error)
{
  guint64 seed;

  if (value == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT32, &seed, NULL))
    return whence_option_refuse (error, "--seed", value, _ ("a whole number from 0 to 4294967295"));
  options->seed = (guint32) seed;
  return TRUE;
}

gboolean
whence_option_parse_date (const char *option, const char *value, gint64 *from, gint64 *to, GError **error)
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

static gboolean
parse_range (const char *value, WhencePictureOptions *options, GError **error)
{
  if (value == NULL)
    return TRUE;
  if (!whence_option_parse_date ("--range", value, &options->range_from, &options->range_to, error))
    return FALSE;
  if (options->range_from == WHENCE_INSTANT_BEFORE_ALL || options->range_to == WHENCE_INSTANT_AFTER_ALL)
    return whence_option_refuse (error, "--range", value, _ ("a range with two ends"));
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
    return whence_option_refuse_alone (error, "--layers-by", "--layout=layered");
  options->layout = (WhenceLayoutKind) (layout == WHENCE_LAYOUT_LAYERED ? by : layout);
  options->faith = (WhenceFaith) faith;
  options->node_size = (WhenceNodeSize) size;
  options->node_color = (WhenceNodeColor) color;
  return TRUE;
}

gboolean
whence_export_options_parse (const WhenceExportArguments *a, WhencePictureOptions *options, GError **error)
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
