/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The problems of a bundle as text. */
#pragma once

#include "model/reader.h"

/* Each line "LINE:COLUMN: CODE: path". */
static inline char *
list_problems (const WhenceBundle *bundle)
{
  GString *lines = g_string_new (NULL);
  guint n;
  const WhenceProblem *const *problems = whence_bundle_get_problems (bundle, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (lines, "%u:%u: %s: %s\n", problems[i]->line, problems[i]->column,
                              whence_problem_code_name (problems[i]->code), problems[i]->path);
      g_assert_cmpint (strlen (problems[i]->message), >, 10);
    }
  return g_string_free (lines, FALSE);
}
