/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One message for each way to put two beside each other. Linear in what is there for each that is added:
 * lists are short. */
#include "model/text-list.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"

static char *
put_together (const char *text, WhenceJoint joint, const char *more)
{
  switch (joint)
    {
    case WHENCE_JOINT_PART:
      /* Translators: two parts of a line that tells about a fact: "2025 · $14.3 billion". */
      return g_strdup_printf (C_ ("parts of a line", "%1$s · %2$s"), text, more);
    case WHENCE_JOINT_NOTE:
      /* Translators: two notes in one line below a picture. */
      return g_strdup_printf (C_ ("notes of a line", "%1$s   ·   %2$s"), text, more);
    case WHENCE_JOINT_SENTENCES:
      /* Translators: two whole sentences, one after the other. */
      return g_strdup_printf (C_ ("two sentences", "%1$s %2$s"), text, more);
    case WHENCE_JOINT_LIST:
    default:
      /* Translators: two things of a list: "2025, $14.3 billion". */
      return g_strdup_printf (_ ("%1$s, %2$s"), text, more);
    }
}

void
whence_text_join (GString *text, WhenceJoint joint, const char *more)
{
  g_autofree char *longer = NULL;

  if (more == NULL || *more == '\0')
    return;
  longer = text->len > 0 ? put_together (text->str, joint, more) : g_strdup (more);
  g_string_assign (text, longer);
}

char *
whence_text_join_two (const char *text, WhenceJoint joint, const char *more)
{
  if (text == NULL || more == NULL)
    return g_strdup (text != NULL ? text : more);
  return put_together (text, joint, more);
}

char *
whence_text_count (const char *heading, guint n)
{
  /* Translators: a heading, and how many stand below it: "Sources · 3". */
  return whence_text_compose (C_ ("heading and number", "%1$s · %2$'u"), heading, n);
}

void
whence_text_list_add (GString *text, const char *item)
{
  whence_text_join (text, WHENCE_JOINT_LIST, item);
}
