/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cursor of the EDTF readers and its two ways to refuse. Constant time. */
#include "model/edtf-cursor.h"

#include <glib/gi18n-lib.h>

GQuark
whence_date_error_quark (void)
{
  return g_quark_from_static_string ("whence-date-error-quark");
}

gboolean
whence_cursor_refuse (WhenceCursor *c, WhenceDateError code, const char *reason)
{
  g_set_error (c->error, WHENCE_DATE_ERROR, (int) code,
               /* Translators: a reason, then the place in the date where it was noticed. */
               C_ ("error in a date", "%1$s (character %2$u)"), reason, (guint) (c->at - c->text) + 1);
  return FALSE;
}

gboolean
whence_cursor_unexpected (WhenceCursor *c)
{
  g_autofree char *shown = NULL;
  g_autofree char *reason = NULL;
  gunichar found = g_utf8_get_char (c->at);

  if (found == 0)
    /* Translators: EDTF is the name of the date format. */
    return whence_cursor_refuse (c, WHENCE_DATE_ERROR_SYNTAX,
                                 _ ("Not an EDTF date: something is missing at the end"));
  shown = g_unichar_isgraph (found) ? g_strdup_printf ("%.*s", g_utf8_skip[(guchar) *c->at], c->at)
                                    : g_strdup_printf ("U+%04X", found);
  reason = g_strdup_printf (_ ("Not an EDTF date: “%s” is not expected there"), shown);
  return whence_cursor_refuse (c, WHENCE_DATE_ERROR_SYNTAX, reason);
}

gboolean
whence_cursor_accept (WhenceCursor *c, char wanted)
{
  if (*c->at != wanted)
    return FALSE;
  c->at++;
  return TRUE;
}

gboolean
whence_cursor_accept_dots (WhenceCursor *c)
{
  if (!g_str_has_prefix (c->at, ".."))
    return FALSE;
  c->at += 2;
  return TRUE;
}
