/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks files one after another; one that cannot be read does not keep the next from being checked. */
#include "app/command-check.h"

#include "model/reader.h"

static int
check (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);
  const WhenceProblem *const *problems;
  guint n_problems;

  if (bundle == NULL)
    {
      g_printerr ("%s:%s%s\n", name, g_ascii_isdigit (error->message[0]) ? "" : " ", error->message);
      return 2;
    }
  problems = whence_bundle_get_problems (bundle, &n_problems);
  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *line = whence_problem_to_line (problems[i], name);
      g_print ("%s\n", line);
    }
  return n_problems > 0 ? 1 : 0;
}

int
whence_command_check (char **files)
{
  int status = 0;

  for (guint i = 0; files[i] != NULL; i++)
    {
      int one = check (files[i]);
      status = MAX (status, one);
    }
  return status;
}
