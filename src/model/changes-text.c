/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed, as a list that can be pasted anywhere. Linear in the facts. */
#include <glib/gi18n-lib.h>

#include "model/changes-private.h"
#include "model/text-list.h"

char *
whence_changes_describe (const WhenceChanges *changes)
{
  g_autofree char *earlier = whence_period_to_text (changes->dates[0], WHENCE_DATE_TEXT_LONG);
  g_autofree char *later = whence_period_to_text (changes->dates[1], WHENCE_DATE_TEXT_LONG);

  /* Translators: two dates; the picture shows what changed between them. */
  return g_strdup_printf (_ ("%1$s compared with %2$s"), earlier, later);
}

static char *
put_together (WhenceDifference difference, const char *before, const char *after)
{
  if (difference == WHENCE_DIFFERENCE_ROLE)
    /* Translators: of somebody whose role changed, what it was before, and what it is now. */
    return g_strdup_printf (_ ("Role changed: %1$s, then %2$s"), before, after);
  /* Translators: what was before, and what is now: “30 %, then 49 %”. */
  return g_strdup_printf (_ ("%1$s, then %2$s"), before, after);
}

char *
whence_changes_describe_fact (const WhenceChanges *changes, guint32 fact)
{
  g_autofree char *before = NULL, *after = NULL, *date = NULL;
  GString *text = g_string_new (NULL);
  WhenceFact record;

  whence_bundle_get_fact (changes->bundle, fact, &record);
  if (whence_changes_is_possible (changes, fact))
    whence_text_join (text, WHENCE_JOINT_PART, C_ ("change in the legend", "Possibly"));
  if (whence_changes_dup_values (changes, fact, &before, &after))
    {
      g_autofree char *both = put_together (whence_changes_get_difference (changes, fact), before, after);
      whence_text_join (text, WHENCE_JOINT_PART, both);
    }
  if (record.dated.text != NULL)
    {
      date = whence_date_to_text (record.dated.text, WHENCE_DATE_TEXT_SHORT);
      whence_text_join (text, WHENCE_JOINT_PART, date);
    }
  return g_string_free (text, FALSE);
}

static void
append_fact (GString *text, const WhenceChanges *changes, guint32 fact)
{
  g_autofree char *title = whence_bundle_describe_fact (changes->bundle, fact);
  g_autofree char *more = whence_changes_describe_fact (changes, fact);

  g_string_append_printf (text, "%s %s", whence_change_sign (whence_changes_get (changes, fact)), title);
  if (*more != '\0')
    g_string_append_printf (text, " (%s)", more);
  g_string_append_c (text, '\n');
}

char *
whence_changes_to_text (const WhenceChanges *changes)
{
  g_autofree char *head = whence_changes_describe (changes);
  guint32 n = whence_bundle_get_n_facts (changes->bundle);
  GString *text = g_string_new (head);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < WHENCE_N_LISTED_CHANGES; i++)
    {
      WhenceChange change = whence_listed_changes[i];
      if (changes->counts[change] == 0)
        continue;
      g_string_append_printf (text, "\n%s (%u)\n", whence_change_label (change, FALSE),
                              changes->counts[change]);
      for (guint32 fact = 0; fact < n; fact++)
        if (changes->change[fact] == change)
          append_fact (text, changes, fact);
    }
  return g_string_free (text, FALSE);
}
