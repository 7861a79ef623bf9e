/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parses the command line and dispatches. Invariant: whatever goes wrong is one line on standard error and
 * exit 2. */
#include "app/command-line.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/command-check.h"
#include "app/command-convert.h"
#include "app/command-export.h"
#include "app/command-review.h"
#include "app/language.h"

static char *
one_line (const char *text)
{
  return g_strchomp (g_strdelimit (g_strdup (text), "\r\n", ' '));
}

static int
fail (const char *message)
{
  g_autofree char *line = one_line (message);

  g_printerr ("whence: %s\n", line);
  return 2;
}

typedef struct
{
  gboolean check, review, json, version, help;
  char *convert, *from, *to;
  WhenceExportArguments export;
  char **files;
} Arguments;

static void
arguments_clear (Arguments *arguments)
{
  whence_export_arguments_clear (&arguments->export);
  g_free (arguments->convert);
  g_free (arguments->from);
  g_free (arguments->to);
  g_strfreev (arguments->files);
}

static GOptionGroup *
make_picture_group (WhenceExportArguments *e)
{
  const GOptionEntry pictures[] = {
    { "type", 0, 0, G_OPTION_ARG_STRING, &e->type, N_ ("png, svg or pdf; by default as OUT ends"),
      N_ ("TYPE") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &e->view, N_ ("timeline, graph or both"), N_ ("VIEW") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &e->size, N_ ("CSS pixels, 1/96 inch each; in PDF 0.75 pt"),
      N_ ("WIDTHxHEIGHT") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &e->scale, N_ ("Device pixels in a CSS pixel (PNG only)"),
      N_ ("N") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &e->theme, N_ ("light, dark or print"), N_ ("THEME") },
    { "range", 0, 0, G_OPTION_ARG_STRING, &e->range, N_ ("What the timeline shows"), N_ ("DATE/DATE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &e->as_of, N_ ("The date at which ties are looked at"),
      N_ ("DATE") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &e->compare,
      N_ ("What began, ended and changed between two dates"), N_ ("DATE,DATE") },
    { "known-by", 0, 0, G_OPTION_ARG_STRING, &e->known_by,
      N_ ("Only what sources say that were published by this date"), N_ ("DATE") },
    { "focus", 0, 0, G_OPTION_ARG_STRING, &e->focus, N_ ("The entities in the centre of the graph"),
      N_ ("ID[,ID…]") },
    { "hops", 0, 0, G_OPTION_ARG_STRING, &e->hops,
      N_ ("How far from them the graph goes; by default as far as it reaches"), N_ ("N") },
    { "group-by", 0, 0, G_OPTION_ARG_STRING, &e->group_by,
      N_ ("entity, entity-type, fact-type, source or none"), N_ ("WHAT") },
    { "amounts", 0, 0, G_OPTION_ARG_STRING, &e->amounts,
      N_ ("Whose amounts stand below the timeline; auto: those with most"), N_ ("auto|none|ID[,ID…]") },
    { "amounts-scale", 0, 0, G_OPTION_ARG_STRING, &e->amounts_scale, N_ ("linear or log"), N_ ("SCALE") },
    { "amounts-currency", 0, 0, G_OPTION_ARG_STRING, &e->amounts_currency,
      N_ ("Amounts in this one alone; by default in all that have room"), N_ ("CURRENCY") },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &e->layout,
      N_ ("organic, concentric, layered, chronological or saved"), N_ ("LAYOUT") },
    { "layers-by", 0, 0, G_OPTION_ARG_STRING, &e->layers_by,
      N_ ("What the layers of a layered graph say: ownership or command"), N_ ("WHAT") },
    { "true-to", 0, 0, G_OPTION_ARG_STRING, &e->true_to,
      N_ ("What an organic graph keeps best: balanced, distances or neighbours"), N_ ("WHAT") },
    { "size-by", 0, 0, G_OPTION_ARG_STRING, &e->size_by,
      N_ ("What the size of nodes says: degree, amount, betweenness, pagerank or none"), N_ ("WHAT") },
    { "color-by", 0, 0, G_OPTION_ARG_STRING, &e->color_by,
      N_ ("What the colour of nodes says: type, community or component"), N_ ("WHAT") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &e->seed, N_ ("Another number, another arrangement"), N_ ("N") },
    { "no-title", 0, 0, G_OPTION_ARG_NONE, &e->no_title, N_ ("Leave the title out"), NULL },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &e->no_legend, N_ ("Leave the legend out"), NULL },
    { "no-sources", 0, 0, G_OPTION_ARG_NONE, &e->no_sources, N_ ("Leave the sources out"), NULL },
    { "negated", 0, 0, G_OPTION_ARG_NONE, &e->negated, N_ ("Show in the graph what is said not to be so"),
      NULL },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &e->transparent, N_ ("Leave the ground out"), NULL },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &e->locale, N_ ("The language; by default the bundle's"),
      N_ ("LOCALE") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &e->today,
      N_ ("Where open ends run to; by default the latest date in FILE"), N_ ("DATE") },
    { NULL },
  };
  GOptionGroup *group = g_option_group_new ("export", _ ("Pictures (with --export):"),
                                            _ ("Show the options of --export"), NULL, NULL);

  g_option_group_add_entries (group, pictures);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  return group;
}

static GOptionContext *
make_context (Arguments *a)
{
  WhenceExportArguments *e = &a->export;
  GOptionContext *context = g_option_context_new (_ ("[FILE…]"));
  const GOptionEntry commands[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &a->check, N_ ("Print the problems of each FILE"), NULL },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &e->out,
      N_ ("Draw FILE into OUT (.png, .svg, .pdf; - with --type)"), N_ ("OUT") },
    { "convert", 0, 0, G_OPTION_ARG_FILENAME, &a->convert, N_ ("Write FILE into OUT, in another format"),
      N_ ("OUT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &a->from,
      N_ ("What FILE is in; by default as it looks (with --convert)"), N_ ("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &a->to, N_ ("What OUT is in; by default as it ends (with --convert)"),
      N_ ("FORMAT") },
    { "review", 0, 0, G_OPTION_ARG_NONE, &a->review,
      N_ ("Print what an editor should look at in FILE before publication"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &a->json, N_ ("For programs (with --review)"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &a->version, N_ ("Print the version"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &a->help, N_ ("Print this text"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &a->files, NULL, NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, commands, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context,
                                _ ("Whence draws facts about people and companies in time and as a graph."));
  g_option_context_add_group (context, make_picture_group (e));
  return context;
}

static int
print_help (GOptionContext *context)
{
  g_autofree char *text = g_option_context_get_help (context, FALSE, NULL);

  g_print ("%s", text);
  return 0;
}

/* What is wrong with the options as a whole, or NULL. Transfer full. */
static char *
find_contradiction (const Arguments *a, guint n_files)
{
  const char *stray = whence_export_arguments_stray (&a->export, a->review);
  guint n_commands = (guint) a->check + (guint) a->review + (a->export.out != NULL) + (a->convert != NULL);

  if (n_commands > 1)
    return g_strdup (_ ("--check, --review, --export and --convert exclude each other"));
  if (a->export.out == NULL && stray != NULL)
    return g_strdup_printf (_ ("%s only goes together with %s"), stray, "--export");
  if (a->convert == NULL && (a->from != NULL || a->to != NULL))
    return g_strdup_printf (_ ("%s only goes together with %s"), a->from != NULL ? "--from" : "--to",
                            "--convert");
  if (a->json && !a->review)
    return g_strdup_printf (_ ("%s only goes together with %s"), "--json", "--review");
  if (a->check && n_files == 0)
    return g_strdup (_ ("--check needs a file"));
  if ((a->review || a->export.out != NULL || a->convert != NULL) && n_files != 1)
    return g_strdup_printf (_ ("%s needs exactly one file"), a->review               ? "--review"
                                                             : a->export.out != NULL ? "--export"
                                                                                     : "--convert");
  return NULL;
}

static int
dispatch (GOptionContext *context, Arguments *a, gboolean *served)
{
  guint n_files = a->files != NULL ? g_strv_length (a->files) : 0;
  g_autofree char *contradiction = NULL;
  g_autoptr (GError) error = NULL;

  *served = TRUE;
  if (a->help)
    return print_help (context);
  if (a->version)
    {
      g_print ("whence %s\n", WHENCE_VERSION);
      return 0;
    }
  contradiction = find_contradiction (a, n_files);
  if (contradiction != NULL)
    return fail (contradiction);
  if (a->check)
    return whence_command_check (a->files);
  if (a->review)
    return whence_command_review (a->files[0], a->export.known_by, a->json);
  if (a->export.out != NULL)
    return whence_command_export (&a->export, a->files[0], &error) ? 0 : fail (error->message);
  if (a->convert != NULL)
    return whence_command_convert (a->files[0], a->from, a->convert, a->to, &error) ? 0
                                                                                    : fail (error->message);
  *served = FALSE;
  return 0;
}

/* GTK and GApplication bring options of their own, which only a window understands. */
static gboolean
is_for_the_window (const char *argument)
{
  return g_str_equal (argument, "--gapplication-service");
}

gboolean
whence_command_line_serve (int argc, char **argv, int *status)
{
  Arguments arguments = { 0 };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) copy = g_new0 (char *, argc + 1);
  gboolean served = TRUE;

  for (int i = 0; i < argc; i++)
    {
      if (is_for_the_window (argv[i]))
        return FALSE;
      if (g_str_has_prefix (argv[i], "--export"))
        whence_language_expect_force ();
      copy[i] = g_strdup (argv[i]);
    }
  context = make_context (&arguments);
  if (!g_option_context_parse_strv (context, &copy, &error))
    *status = fail (error->message);
  else
    *status = dispatch (context, &arguments, &served);
  arguments_clear (&arguments);
  return served;
}
