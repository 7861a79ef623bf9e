/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Problems: one table of stable code names, and the one line that --check prints. */
#include "model/problem.h"

static const char *const code_names[WHENCE_N_PROBLEM_CODES] = {
  [WHENCE_PROBLEM_DANGLING_ID] = "dangling-id",
  [WHENCE_PROBLEM_DUPLICATE_ID] = "duplicate-id",
  [WHENCE_PROBLEM_DUPLICATE_KEY] = "duplicate-key",
  [WHENCE_PROBLEM_BAD_ID] = "bad-id",
  [WHENCE_PROBLEM_NUL] = "nul-character",
  [WHENCE_PROBLEM_BAD_DATE] = "bad-date",
  [WHENCE_PROBLEM_END_BEFORE_START] = "end-before-start",
  [WHENCE_PROBLEM_DATE_RANGE] = "date-range",
  [WHENCE_PROBLEM_WRONG_TYPE] = "wrong-type",
  [WHENCE_PROBLEM_MISSING] = "missing-member",
  [WHENCE_PROBLEM_BAD_NUMBER] = "bad-number",
  [WHENCE_PROBLEM_BAD_SHARE] = "bad-share",
  [WHENCE_PROBLEM_BAD_VALUE] = "bad-value",
  [WHENCE_PROBLEM_BAD_IMAGE] = "bad-image",
  [WHENCE_PROBLEM_BAD_POSITION] = "bad-position",
};

const char *
whence_problem_code_name (WhenceProblemCode code)
{
  g_return_val_if_fail (code < WHENCE_N_PROBLEM_CODES, "unknown");
  return code_names[code];
}

char *
whence_problem_to_line (const WhenceProblem *problem, const char *file)
{
  return g_strdup_printf ("%s:%u:%u: %s: %s: %s", file, problem->line, problem->column,
                          whence_problem_code_name (problem->code), problem->path, problem->message);
}

/* After the number at @text and the colon behind it; NULL where there is none. */
static const char *
skip_number (const char *text, guint *number)
{
  char *end;
  guint64 value = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : 0;

  if (value == 0 || value > G_MAXUINT || *end != ':')
    return NULL;
  *number = (guint) value;
  return end + 1;
}

const char *
whence_problem_split_message (const char *message, guint *line, guint *column)
{
  const char *rest = skip_number (message, line);

  if (rest != NULL)
    rest = skip_number (rest, column);
  if (rest != NULL && *rest == ' ')
    return rest + 1;
  *line = *column = 0;
  return message;
}
