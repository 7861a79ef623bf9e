/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints a review: under headings for people, or as one JSON object whose codes and members are stable. */
#include "app/command-review.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/json-value.h"
#include "model/reader.h"
#include "model/review.h"

/* --- For people ---------------------------------------------------------------------------------- */

static void
print_text (const WhenceReview *review)
{
  const WhenceKnownBy *known_by = whence_review_get_known_by (review);
  g_autoptr (GString) text = g_string_new (NULL);

  if (known_by != NULL)
    {
      g_autofree char *heading = whence_known_by_to_text (known_by);
      g_print ("%s\n\n", heading);
    }
  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    whence_review_append_text (review, kind, text);
  g_print ("%s", text->str);
  if (text->len == 0)
    g_print ("%s\n", _ ("Nothing to look at."));
}

/* --- For programs -------------------------------------------------------------------------------- */

static void
append_member (GString *json, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (json, ",\"%s\":", name);
  whence_json_append_string (text, strlen (text), json);
}

static void
append_finding (GString *json, const WhenceFinding *finding, const WhenceReview *review)
{
  static const char *const records[] = {
    [WHENCE_RECORD_HEADER] = "header",
    [WHENCE_RECORD_SOURCE] = "source",
    [WHENCE_RECORD_ENTITY] = "entity",
    [WHENCE_RECORD_FACT] = "fact",
  };
  const WhenceBundle *bundle = whence_review_get_bundle (review);
  g_autofree char *message = whence_finding_describe (finding, review);

  g_string_append_printf (json, "{\"code\":\"%s\"", whence_review_kind_name (finding->kind));
  append_member (json, "record", records[finding->record]);
  append_member (json, "id", whence_finding_get_id (finding, bundle));
  append_member (json, "other", whence_finding_get_other_id (finding, bundle));
  append_member (json, "message", message);
  g_string_append_c (json, '}');
}

static void
print_json (const WhenceReview *review)
{
  const WhenceKnownBy *known_by = whence_review_get_known_by (review);
  g_autoptr (GString) json = g_string_new ("{");
  const char *between = "";
  guint n;

  if (known_by != NULL)
    {
      const char *date = whence_known_by_get_date (known_by);
      g_string_append (json, "\"knownBy\":");
      whence_json_append_string (date, strlen (date), json);
      g_string_append_c (json, ',');
    }
  g_string_append (json, "\"counts\":{");
  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    {
      whence_review_get_findings (review, kind, &n);
      g_string_append_printf (json, "%s\"%s\":%u", kind > 0 ? "," : "", whence_review_kind_name (kind), n);
    }
  g_string_append (json, "},\n\"findings\":[");
  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    {
      const WhenceFinding *findings = whence_review_get_findings (review, kind, &n);
      for (guint i = 0; i < n; i++, between = ",")
        {
          g_string_append_printf (json, "%s\n", between);
          append_finding (json, &findings[i], review);
        }
    }
  g_string_append (json, "\n]}\n");
  g_print ("%s", json->str);
}

int
whence_command_review (const char *name, const char *date, gboolean json)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);
  g_autoptr (WhenceKnownBy) known_by = NULL;
  g_autoptr (WhenceReview) review = NULL;

  if (bundle == NULL)
    {
      g_printerr ("%s:%s%s\n", name, g_ascii_isdigit (error->message[0]) ? "" : " ", error->message);
      return 2;
    }
  if (date != NULL)
    known_by = whence_known_by_new (bundle, date, &error);
  if (error != NULL)
    {
      g_printerr ("whence: --known-by: %s\n", error->message);
      return 2;
    }
  review = whence_review_new (bundle, known_by, NULL, NULL, NULL);
  if (json)
    print_json (review);
  else
    print_text (review);
  return whence_review_get_n_findings (review) > 0 ? 1 : 0;
}
