/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One message for all lists. Linear in the list for each item: lists are short. */
#include "model/text-list.h"

#include <glib/gi18n-lib.h>

void
whence_text_list_add (GString *text, const char *item)
{
  g_autofree char *longer = NULL;

  if (text->len == 0)
    {
      g_string_append (text, item);
      return;
    }
  /* Translators: two things of a list: "2025, $14.3 billion". */
  longer = g_strdup_printf (_ ("%1$s, %2$s"), text->str, item);
  g_string_assign (text, longer);
}
