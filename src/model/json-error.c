/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with a text, in a sentence for people, and where: by line and column. Linear in the
 * distance from the place that is known. */
#include "model/json-scan.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static const char *const error_messages[WHENCE_JSON_N_ERRORS] = {
  [WHENCE_JSON_OK] = "",
  [WHENCE_JSON_ERROR_END] = N_ ("The file ends in the middle of a JSON value; it may have been cut off."),
  [WHENCE_JSON_ERROR_VALUE] = N_ ("A JSON value is expected here."),
  [WHENCE_JSON_ERROR_COMMA] = N_ ("A comma or a closing bracket is expected here."),
  [WHENCE_JSON_ERROR_KEY] = N_ ("A member name in double quotes is expected here."),
  [WHENCE_JSON_ERROR_COLON] = N_ ("A colon is expected after the member name."),
  [WHENCE_JSON_ERROR_NUMBER] = N_ ("This is not a number as JSON writes it."),
  [WHENCE_JSON_ERROR_ESCAPE] = N_ ("JSON knows no such escape after a backslash."),
  [WHENCE_JSON_ERROR_CONTROL] = N_ ("A string holds a control character; in JSON it must be escaped."),
  [WHENCE_JSON_ERROR_UTF8] = N_ ("The text is not UTF-8 here. Save the file with the encoding UTF-8."),
  [WHENCE_JSON_ERROR_SURROGATE] = N_ ("Half of a surrogate pair stands alone; it is no character."),
  [WHENCE_JSON_ERROR_DEEP] = N_ ("Values are nested too deeply."),
  [WHENCE_JSON_ERROR_TRAILING] = N_ ("Something follows the end of the JSON value."),
};

const char *
whence_json_error_message (WhenceJsonError error)
{
  return error == WHENCE_JSON_OK ? "" : _ (error_messages[error]);
}

void
whence_json_place_advance (WhenceJsonPlace *place, const char *text, guint32 to)
{
  const char *p, *target, *newline;

  if (to == place->at)
    return;
  p = text + place->at;
  target = text + to;
  while ((newline = memchr (p, '\n', target - p)) != NULL)
    {
      p = newline + 1;
      place->line++;
      place->column = 1;
    }
  for (; p < target; p++)
    place->column += ((guint8) *p & 0xc0) != 0x80;
  place->at = to;
}
